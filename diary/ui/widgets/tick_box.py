"""A check box with words beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox

from diary.ui.widgets.enter import press_by_enter

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class TickBox(QCheckBox):
    """A check box that Enter ticks too."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as Space."""
        if not press_by_enter(self, event):
            super().keyPressEvent(event)
