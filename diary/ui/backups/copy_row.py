"""One copy in the list, in words, with the button to put it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import mark, sentence_case, translate
from diary.ui.backups import words
from diary.ui.widgets.buttons import Button
from diary.ui.widgets.text import Hint, Words

if TYPE_CHECKING:
    from diary.ui.backup_facts import Copy, CopyLookedAt
    from diary.ui.theme import Theme

_PUT_BACK = mark("Put back...")
_WHICH = mark("Put back the backup of {made}")


class CopyRow(QWidget):
    """A copy.

    Args:
        copy: the copy.
        made: when it was made, in words that no other copy of the list has.
        theme: tints the icon.
        parent: the owner.

    Attributes:
        looked: what is in it, once somebody looked.
    """

    put_back_wanted = Signal(object)  # the row

    def __init__(self, copy: Copy, made: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.copy = copy
        self.looked: CopyLookedAt | None = None
        self.title = Words(sentence_case(made), self)
        self.title.setProperty("kind", "item")
        self.about = Hint(words.about(copy, None), self)
        self.put_back = Button(translate(_PUT_BACK), theme, "rotate-ccw", self)
        self.put_back.setAccessibleName(translate(_WHICH).format(made=made))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 4, 0, 4)
        self.column.setSpacing(4)
        self.column.addWidget(self.title)
        self.column.addWidget(self.about)
        self.column.addWidget(self.put_back, 0, Qt.AlignmentFlag.AlignLeft)
        self.put_back.clicked.connect(self._on_wanted)

    def show_looked(self, looked: CopyLookedAt) -> None:
        """Say what is in it."""
        self.looked = looked
        self.about.setText(words.about(self.copy, looked))
        self.put_back.setAccessibleDescription(self.about.text())
        is_damaged = looked.found is not None and not looked.found.sound
        self.put_back.setEnabled(not is_damaged)

    @Slot()
    def _on_wanted(self) -> None:
        self.put_back_wanted.emit(self)
