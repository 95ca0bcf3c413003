"""A line for a passphrase: dots while it is typed, until she wants to see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from diary.i18n import mark, translate
from diary.ui.widgets.buttons import Button
from diary.ui.widgets.field_note import FieldNote
from diary.ui.widgets.text import Hint, Question

if TYPE_CHECKING:
    from diary.ui.theme import Theme

_SHOW, _HIDE = mark("Show"), mark("Hide")
_LONGEST = 10_000  # far beyond any passphrase; a paste beyond it is cut off alike each time


class PassphraseField(QWidget):
    """A question, a line whose letters are hidden, and a button that shows them.

    Args:
        question: what is asked.
        theme: colours and sizes.
        parent: the owner.
        hint: said below the question.
    """

    changed = Signal()
    entered = Signal()  # Enter was pressed in the line

    def __init__(
        self, question: str, theme: Theme, parent: QWidget | None = None, *, hint: str = ""
    ) -> None:
        super().__init__(parent)
        self.question = question
        self.line = QLineEdit(self)
        self.line.setAccessibleName(question)
        self.line.setAccessibleDescription(hint)
        self.line.setMaxLength(_LONGEST)
        hints = Qt.InputMethodHint
        self.line.setInputMethodHints(
            hints.ImhSensitiveData | hints.ImhNoPredictiveText | hints.ImhNoAutoUppercase
        )
        self.show_letters = Button("", theme, "eye", self)
        self.note = FieldNote(self.line, theme, self)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.show_letters)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Question(question, self))
        if hint:
            column.addWidget(Hint(hint, self))
        column.addLayout(row)
        column.addWidget(self.note)
        self._set_hidden(is_hidden=True)
        self.line.textChanged.connect(self._on_changed)
        self.line.returnPressed.connect(self.entered)
        self.show_letters.clicked.connect(self._on_show)

    @property
    def text(self) -> str:
        """What is typed, to the last blank."""
        return self.line.text()

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What Tab visits, in order."""
        return (self.line, self.show_letters)

    def clear(self) -> None:
        """Forget what was typed, and hide what will be."""
        self.line.clear()
        self.tell(None)
        self._set_hidden(is_hidden=True)

    def tell(self, problem: str | None) -> None:
        """Say what to mend."""
        self.note.tell(problem)

    def ask(self, *, selecting: bool = False) -> None:
        """Bring her to the line, with all of it selected if she is to type it anew."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        if selecting:
            self.line.selectAll()

    def _set_hidden(self, *, is_hidden: bool) -> None:
        mode = QLineEdit.EchoMode.Password if is_hidden else QLineEdit.EchoMode.Normal
        self.line.setEchoMode(mode)
        words = translate(_SHOW if is_hidden else _HIDE)
        self.show_letters.setText(words)
        self.show_letters.set_icon("eye" if is_hidden else "eye-off")
        self.show_letters.setAccessibleName(f"{words}: {self.question}")

    @Slot()
    def _on_show(self) -> None:
        self._set_hidden(is_hidden=self.line.echoMode() is not QLineEdit.EchoMode.Password)

    @Slot()
    def _on_changed(self) -> None:
        self.tell(None)
        self.changed.emit()
