"""What was just taken away, and the way to have it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from diary.i18n import mark, translate
from diary.ui.widgets.buttons import QuietButton
from diary.ui.widgets.text import Hint

if TYPE_CHECKING:
    from diary.ui.theme import Theme

_REMOVED = mark("{what} was removed.")
_UNDO = mark("Undo")


class UndoLine(QWidget):
    """A line that stands until something else is done; hidden at first.

    Args:
        theme: tints the icon.
        parent: the owner.
    """

    undone = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Hint("", self)
        self.button = QuietButton(translate(_UNDO), theme, "rotate-ccw", self)
        self.button.clicked.connect(self.undone)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.hide()

    def offer(self, what: str) -> None:
        """Say what was taken away."""
        self.words.setText(translate(_REMOVED).format(what=what))
        self.button.setAccessibleDescription(self.words.text())
        self.show()
