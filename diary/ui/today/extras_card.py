"""What may stay closed: medicines, weight, temperature, daily life, and words of her own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from diary.i18n import mark, translate
from diary.ui.today.function_section import FunctionSection
from diary.ui.today.medicine_section import MedicineSection
from diary.ui.today.number_section import NumberSection
from diary.ui.today.problems import COULD_DO, NOTE, TEMPERATURE_LABEL, WEIGHT_LABEL
from diary.ui.today.states import Extras
from diary.ui.today.text_section import TextSection
from diary.ui.today.typed import TEMPERATURE, WEIGHT
from diary.ui.widgets.card import Card, Line
from diary.ui.widgets.text import SectionTitle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from diary.ui.theme import Theme
    from diary.ui.today.draft import Draft
    from diary.ui.today.problems import Problem
    from diary.ui.today.words import DayWords

_TITLE = mark("Also, if you like")
_COULD_DO_HINT = mark("For example: walked to the shop, cooked a meal")
_NOTE_HINT = mark("Anything you want to remember or tell your team")
_KG, _CELSIUS = "kg", "\u00b0C"


class ExtrasCard(Card):
    """Six quiet lines.

    Args:
        theme: colours and sizes.
        parent: the owner.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(translate(_TITLE))
        self.medicines = MedicineSection(theme, self)
        self.weight = NumberSection(WEIGHT_LABEL, WEIGHT, _KG, theme, self)
        self.temperature = NumberSection(TEMPERATURE_LABEL, TEMPERATURE, _CELSIUS, theme, self)
        self.function = FunctionSection(theme, self)
        self.could_do = TextSection(COULD_DO, _COULD_DO_HINT, theme, self)
        self.note = TextSection(NOTE, _NOTE_HINT, theme, self)
        self.body.setSpacing(4)
        self.body.addWidget(SectionTitle(translate(_TITLE), self))
        self.body.addSpacing(4)
        for number, line in enumerate(self.lines):
            if number:
                self.body.addWidget(Line(self))
            self.body.addWidget(line)
            line.changed.connect(self.changed)

    @property
    def lines(
        self,
    ) -> tuple[MedicineSection | NumberSection | FunctionSection | TextSection, ...]:
        """The lines in order."""
        numbers = (self.weight, self.temperature)
        return (self.medicines, *numbers, self.function, self.could_do, self.note)

    def extras(self) -> Extras:
        """Return what the lines hold, but for medicines and note."""
        return Extras(
            weight=self.weight.text,
            temperature=self.temperature.text,
            could_do=self.could_do.text,
            **self.function.values,
        )

    def show_draft(self, draft: Draft, words: DayWords, shown: Draft | None) -> None:
        """Show the answers of a day without telling anybody.

        Args:
            draft: the answers.
            words: how the questions name their time.
            shown: what is shown already; a line that is alike is not touched.
        """
        said, base = draft.extras, draft.base
        old = None if shown is None else shown.extras
        if shown is None or draft.medicine != shown.medicine:
            self.medicines.show_state(draft.medicine, words)
        if old is None or said.weight != old.weight:
            self.weight.show_text(said.weight, translate(words.weight))
        if old is None or said.temperature != old.temperature:
            self.temperature.show_text(said.temperature, translate(words.temperature))
        function = {name: getattr(said, name) for name in words.function}
        if old is None or function != {name: getattr(old, name) for name in function}:
            self.function.show_values(function, words)
        if old is None or said.could_do != old.could_do:
            self.could_do.show_text(said.could_do, (base and base.could_do) or "")
        if shown is None or draft.note != shown.note:
            self.note.show_text(draft.note, (base and base.note) or "")

    def show_problems(self, problem: Problem) -> None:
        """Say beside each field what to mend, and go to the field of this problem."""
        self.medicines.tell_problems()
        fields = {
            "weight_kg": self.weight,
            "temperature_c": self.temperature,
            "could_do": self.could_do,
            "note": self.note,
        }
        for number in (self.weight, self.temperature):
            if number.text:
                number.line.tell_problem()
        if problem.line is not None:
            self.medicines.focus_problem(problem.line, problem.part)
        else:
            fields[problem.answer].focus_first()
