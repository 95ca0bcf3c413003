"""What was typed and cannot be saved, each beside its field and named on Save."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from diary.domain.limits import LONG_TEXT
from diary.i18n import mark, translate
from diary.ui.today.states import MedicineAnswer
from diary.ui.today.typed import TEMPERATURE, WEIGHT, read_number, text_problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.domain.entry import DayEntry
    from diary.ui.today.states import Extras, MedicineState

WEIGHT_LABEL = mark("Weight")
TEMPERATURE_LABEL = mark("Temperature")
COULD_DO = mark("What I could do")
NOTE = mark("Note")
_MEDICINE = mark("Medicine {n}")
NAME_IT = mark("Write the name of this medicine, or remove it.")
_FIELD_FIRST = mark("{field}: {sentence}")


class Typed(Protocol):
    """The parts of the form of a day into which something can be typed."""

    @property
    def base(self) -> DayEntry | None:
        """What the file holds for the day."""

    @property
    def medicine(self) -> MedicineState:
        """The medicine part."""

    @property
    def extras(self) -> Extras:
        """The lines that may stay closed."""

    @property
    def note(self) -> str:
        """The text of the note."""


class Problem(NamedTuple):
    """A field that has to be mended before the day can be saved.

    Attributes:
        answer: the answer of the entry it belongs to.
        field: the field in words.
        sentence: what to mend.
        line: which line of a list, from 0; None if the answer is one field.
        part: which field of the line.
    """

    answer: str
    field: str
    sentence: str
    line: int | None = None
    part: str = ""

    @property
    def words(self) -> str:
        """The field and what to mend, as one line."""
        return translate(_FIELD_FIRST).format(field=self.field, sentence=self.sentence)


def problems_of(draft: Typed) -> tuple[Problem, ...]:
    """Return what has to be mended, in the order of the page."""
    return (*_medicine_problems(draft), *_number_problems(draft), *_text_problems(draft))


def _medicine_problems(draft: Typed) -> Iterator[Problem]:
    if draft.medicine.chosen is not MedicineAnswer.SOME:
        return
    for number, line in enumerate(draft.medicine.lines):
        name = translate(NAME_IT) if line.lacks_name else line.name_problem
        for part, sentence in (("name", name), ("doses", line.doses_problem)):
            if sentence is not None:
                title = translate(_MEDICINE).format(n=number + 1)
                yield Problem("medicines", title, sentence, number, part)


def _number_problems(draft: Typed) -> Iterator[Problem]:
    for answer, label, text, field in (
        ("weight_kg", WEIGHT_LABEL, draft.extras.weight, WEIGHT),
        ("temperature_c", TEMPERATURE_LABEL, draft.extras.temperature, TEMPERATURE),
    ):
        sentence = read_number(text, field).problem
        if sentence is not None:
            yield Problem(answer, translate(label), sentence)


def _text_problems(draft: Typed) -> Iterator[Problem]:
    for answer, label, text in (
        ("could_do", COULD_DO, draft.extras.could_do),
        ("note", NOTE, draft.note),
    ):
        given = None if draft.base is None else getattr(draft.base, answer)
        # An untouched form paints before the models are there, and needs no limit.
        sentence = text_problem(text, LONG_TEXT, given) if text else None
        if sentence is not None:
            yield Problem(answer, translate(label), sentence)
