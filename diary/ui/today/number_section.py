"""Weight or temperature: one quiet line, and a field with its unit once it is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.i18n import translate
from diary.ui.today.quiet_line import QuietLine
from diary.ui.today.typed import read_number
from diary.ui.widgets.typed_line import TypedLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from diary.ui.theme import Theme
    from diary.ui.today.typed import NumberField

_WIDTH = 120


class NumberSection(QuietLine):
    """A number that can be typed.

    Args:
        label: what it is, marked for translation.
        number: its bounds.
        unit: its unit.
        theme: colours and sizes.
        parent: the owner.
    """

    def __init__(
        self,
        label: str,
        number: NumberField,
        unit: str,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        self._number = number
        self._unit = unit
        super().__init__(translate(label), theme, parent)

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """The field."""
        return (self.line.field,)

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.line.text if self._is_built else ""

    @property
    def line(self) -> TypedLine:
        """The field; it is built when it is first asked for."""
        self.ensure_built()
        return self._line

    def build(self) -> None:
        """Make the field."""
        self._line = TypedLine(
            self.title.text(),
            self.theme,
            self._problem_of,
            unit=self._unit,
            width=_WIDTH,
            parent=self,
        )
        self._line.field.setPlaceholderText(self._number.example_in_words)
        self._line.changed.connect(self.changed)
        self.room.addWidget(self._line)

    def show_open(self, *, is_open: bool) -> None:
        """Show or hide the field."""
        self._line.setVisible(is_open)

    def show_text(self, text: str, question: str) -> None:
        """Show what a day says, without telling anybody.

        Args:
            text: what stands in the field.
            question: what is asked, with its time, translated.
        """
        self.title.setText(question)
        if self._is_built or text:
            self.line.show_text(text)
            self.line.field.setAccessibleName(f"{question}, {self._unit}")
            if text:
                self.line.tell_problem()
        self.set_open(is_open=bool(text))

    def _problem_of(self, text: str) -> str | None:
        return read_number(text, self._number).problem
