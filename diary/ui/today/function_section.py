"""How much sleep, walking and daily tasks were held back: one quiet line, three rows once open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from diary.domain.choices import FUNCTION, INTERFERENCES
from diary.i18n import mark, translate
from diary.ui.today.quiet_line import QuietLine
from diary.ui.today.words import TODAY, DayWords
from diary.ui.widgets.choices import ChoiceRow
from diary.ui.widgets.text import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from diary.ui.theme import Theme

_LABEL = mark("Sleep, walking and daily tasks")


class FunctionSection(QuietLine):
    """Three questions with answers 0 to 3 in words.

    Args:
        theme: tints the icons.
        parent: the owner.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._words = TODAY
        self._rows: dict[str, ChoiceRow] = {}
        self._questions: dict[str, Words] = {}
        super().__init__(translate(_LABEL), theme, parent)

    @property
    def rows(self) -> dict[str, ChoiceRow]:
        """The row of each question; they are built when they are first asked for."""
        self.ensure_built()
        return self._rows

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What can have the focus, in order."""
        return tuple(stop for row in self.rows.values() for stop in row.tab_stops)

    @property
    def values(self) -> dict[str, int | None]:
        """The answers, 0 to 3; None where not answered."""
        return {name: self._value(name) for name in FUNCTION}

    def build(self) -> None:
        """Make the rows."""
        answers = [(int(term.id), translate(term.label)) for term in INTERFERENCES.offered()]
        for name in FUNCTION:
            question = translate(self._words.function[name])
            self._questions[name] = Words(question, self)
            row = ChoiceRow(question, answers, self.theme, self)
            row.chosen.connect(self._on_chosen)
            self._rows[name] = row
            self.room.addWidget(self._questions[name])
            self.room.addWidget(row)

    def show_open(self, *, is_open: bool) -> None:
        """Show or hide the rows."""
        for widget in (*self._questions.values(), *self._rows.values()):
            widget.setVisible(is_open)

    def show_values(self, values: Mapping[str, int | None], words: DayWords) -> None:
        """Show the answers of a day without telling anybody."""
        self._words = words
        said = any(value is not None for value in values.values())
        if self._is_built or said:
            for name, row in self.rows.items():
                question = translate(words.function[name])
                self._questions[name].setText(question)
                row.rename(question)
                row.set_value(values[name])
        self.set_open(is_open=said)

    def _value(self, name: str) -> int | None:
        if not self._is_built:
            return None
        value = self._rows[name].value
        return value if isinstance(value, int) else None

    @Slot(object)
    def _on_chosen(self, _value: object) -> None:
        self.changed.emit()
