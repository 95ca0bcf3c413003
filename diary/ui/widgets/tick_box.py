"""A check box with words beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox

from diary.ui.widgets.enter import press_by_enter
from diary.ui.widgets.lines import WIDEST, paint_in_lines, size_in_lines

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint, QSize
    from PySide6.QtGui import QKeyEvent, QPaintEvent


class TickBox(QCheckBox):
    """A check box that Enter ticks too, and a click anywhere on it, not on the words alone."""

    def hitButton(self, pos: QPoint) -> bool:
        """Return whether a click there ticks it: wherever it lights up under the pointer."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        """Return the size of the words in one line, or in as many as they need."""
        return size_in_lines(self, super().sizeHint(), WIDEST)

    def minimumSizeHint(self) -> QSize:
        """Return the same: words are never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as Space."""
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words in the lines that they need."""
        size = super().sizeHint()
        if size.width() > WIDEST:
            paint_in_lines(self, size, WIDEST)
        else:
            super().paintEvent(event)
