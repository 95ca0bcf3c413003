"""Her note, or what she could do: one quiet line, and a field once it is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.limits import LONG_TEXT
from diary.i18n import translate
from diary.ui.today.quiet_line import QuietLine
from diary.ui.today.typed import text_problem, without_unseen
from diary.ui.widgets.typed_text import TypedText

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPlainTextEdit, QWidget

    from diary.ui.theme import Theme


class TextSection(QuietLine):
    """A text of hers.

    Args:
        label: what it is, marked for translation.
        hint: stands in the empty field, marked for translation.
        theme: colours and sizes.
        parent: the owner.
    """

    def __init__(self, label: str, hint: str, theme: Theme, parent: QWidget | None = None) -> None:
        self._hint = hint
        super().__init__(translate(label), theme, parent)

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """The field, and the button that mends it."""
        return (self.text_field.field, self.text_field.clean_button)

    @property
    def text(self) -> str:
        """The text as it stands."""
        return self.text_field.text if self._is_built else ""

    @property
    def text_field(self) -> TypedText:
        """The field with what belongs to it; it is built when it is first asked for."""
        self.ensure_built()
        return self._field

    @property
    def field(self) -> QPlainTextEdit:
        """The field itself."""
        return self.text_field.field

    def build(self) -> None:
        """Make the field."""
        self._field = TypedText(
            self.label,
            translate(self._hint),
            self.theme,
            problem_of=_problem_of,
            cleaned=without_unseen,
            parent=self,
        )
        self._field.changed.connect(self.changed)
        self.room.addWidget(self._field)

    def show_open(self, *, is_open: bool) -> None:
        """Show or hide the field."""
        self._field.setVisible(is_open)

    def show_text(self, text: str, in_file: str) -> None:
        """Show the text of a day, without telling anybody.

        Args:
            text: the text as it stands.
            in_file: the text of the file.
        """
        if self._is_built or text:
            self.text_field.show_text(text, in_file)
        self.set_open(is_open=bool(text))


def _problem_of(text: str, in_file: str) -> str | None:
    return text_problem(text, LONG_TEXT, in_file) if text else None
