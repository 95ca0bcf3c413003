"""What a person does with what she sees, and what she reads."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def press(qtbot, button):
    """Press a button by the keyboard."""
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)


def retype(qtbot, field, text):
    """Write a text over what a field holds."""
    field.field.selectAll()
    qtbot.keyClicks(field.field, text)


def words_of(widget):
    """Return the visible words of a widget, top down."""
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
