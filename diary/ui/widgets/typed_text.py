"""Several lines to type into, with what to mend; unseen characters can be taken out at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from diary.i18n import mark, translate
from diary.ui.widgets.buttons import Button
from diary.ui.widgets.field_note import FieldNote

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.ui.theme import Theme

_HEIGHT = 112
_TAKE_OUT = mark("Take them out")


class TypedText(QWidget):
    """A field for a longer text.

    Args:
        name: what is asked, for the screen reader.
        hint: stands in the empty field.
        theme: colours and sizes.
        problem_of: returns what to mend in a text, given the text of the file; None if nothing.
        cleaned: returns a text without the characters that cannot be seen.
        parent: the owner.
    """

    changed = Signal()

    def __init__(
        self,
        name: str,
        hint: str,
        theme: Theme,
        *,
        problem_of: Callable[[str, str], str | None],
        cleaned: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._problem_of = problem_of
        self._cleaned = cleaned
        self._given = self._shown = self._in_file = ""
        self.field = QPlainTextEdit(self)
        self.field.setTabChangesFocus(True)
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(f"{name}. {hint}")
        self.field.textChanged.connect(self._on_text_changed)
        self.note = FieldNote(self.field, theme, self)
        self.clean_button = Button(translate(_TAKE_OUT), parent=self)
        self.clean_button.clicked.connect(self._on_clean)
        self.clean_button.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.note)
        column.addWidget(self.clean_button, 0, Qt.AlignmentFlag.AlignLeft)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def text(self) -> str:
        """The text as it stands; untouched, it is the one given to the last character."""
        text = self.field.toPlainText()
        return self._given if text == self._shown else text

    def show_text(self, text: str, in_file: str) -> None:
        """Show a text without telling anybody.

        Args:
            text: the text.
            in_file: the text of the file, which is not hers to mend.
        """
        with QSignalBlocker(self.field):
            self.field.setPlainText(text)
        # The field turns returns and hard spaces into its own; that must not count as hers.
        self._given, self._shown, self._in_file = text, self.field.toPlainText(), in_file
        self.tell_problem()

    def tell_problem(self) -> None:
        """Say what to mend, if anything."""
        problem = self._problem_of(self.text, self._in_file)
        self.note.tell(problem)
        self.clean_button.setVisible(problem is not None and self._cleaned(self.text) != self.text)

    @Slot()
    def _on_text_changed(self) -> None:
        self.tell_problem()
        self.changed.emit()

    @Slot()
    def _on_clean(self) -> None:
        self.field.setPlainText(self._cleaned(self.text))
        self.field.setFocus()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.field.setFixedHeight(self._theme.px(_HEIGHT))
