"""Escape leaves a form or a sheet, as the button that leaves it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QAbstractButton


def leave_by_escape(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press the button that leaves, if the key is Escape and it can be pressed now.

    A key comes first to what has the focus and then to what it stands in, so that the innermost
    form is the one that is left.

    Returns:
        Whether the key was Escape, and is done with.
    """
    if event.key() != Qt.Key.Key_Escape or event.modifiers() or not button.isVisible():
        return False
    if not button.isEnabled():
        return False
    event.accept()
    button.click()
    return True
