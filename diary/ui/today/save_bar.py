"""The bar that stays at the bottom: Save, and what is not answered yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diary.i18n import mark, translate
from diary.ui.widgets.buttons import PrimaryButton
from diary.ui.widgets.text import Hint, Words

if TYPE_CHECKING:
    from diary.ui.theme import Theme

_SAVE = mark("Save")
_SAVE_KEYS = mark("Save (Ctrl+Enter)")


class SaveBar(QWidget):
    """Save, and one or two lines beside it.

    Args:
        theme: tints the icon.
        parent: the owner.
    """

    save_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Words("", self)
        self.open_words = Hint("", self)
        self.button = PrimaryButton(translate(_SAVE), theme, "check", self)
        self.button.setToolTip(translate(_SAVE_KEYS))
        self.button.clicked.connect(self.save_requested)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch()
        column.addWidget(self.words)
        column.addWidget(self.open_words)
        column.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(column, 1)
        row.addWidget(self.button)

    def tell(self, words: str, left_open: str) -> None:
        """Say how the day stands and what is left open."""
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.open_words.setText(left_open)
        self.open_words.setVisible(bool(left_open))
