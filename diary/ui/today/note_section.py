"""Her note of the day: one quiet line, opened on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from diary.i18n import mark, translate
from diary.ui.widgets.buttons import QuietButton
from diary.ui.widgets.card import Card
from diary.ui.widgets.text import SectionTitle

if TYPE_CHECKING:
    from diary.ui.theme import Theme

_ADD = mark("Add a note")
_NOTE = mark("Note")
_HINT = mark("Anything you want to remember or tell your team")


class NoteSection(QWidget):
    """The note part of the page.

    Args:
        theme: tints the icon.
        parent: the owner.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add_button = QuietButton(translate(_ADD), theme, "plus", self)
        self.add_button.clicked.connect(self._on_add)
        self.field = QPlainTextEdit(self)
        self.field.setTabChangesFocus(True)
        self.field.setPlaceholderText(translate(_HINT))
        self.field.setAccessibleName(f"{translate(_NOTE)}. {translate(_HINT)}")
        self.field.textChanged.connect(self._on_text_changed)
        self._card = Card(parent=self)
        self._card.body.addWidget(SectionTitle(translate(_NOTE), self._card))
        self._card.body.addWidget(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._card)
        self._theme = theme
        self._given = self._shown = ""
        self.show_note("")

    @property
    def note(self) -> str:
        """The text as it stands; untouched, it is the one of the file to the last character."""
        text = self.field.toPlainText()
        return self._given if text == self._shown else text

    def show_note(self, note: str) -> None:
        """Show the note of a day without telling anybody."""
        with QSignalBlocker(self.field):
            self.field.setPlainText(note)
        # The field turns returns and hard spaces into its own; that must not count as hers.
        self._given, self._shown = note, self.field.toPlainText()
        self._open(is_open=bool(note))

    @Slot()
    def _on_add(self) -> None:
        self._open(is_open=True)
        self.field.setFocus()

    @Slot()
    def _on_text_changed(self) -> None:
        self.changed.emit()

    def _open(self, *, is_open: bool) -> None:
        self.field.setFixedHeight(self._theme.px(112))
        self._card.setVisible(is_open)
        self.add_button.setVisible(not is_open)
