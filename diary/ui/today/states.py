"""What the parts of the form below pain and signs hold, as plain data.

Untouched is None or an empty text. What cannot be read stays as it was typed and is no answer.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from diary.domain.limits import SHORT_TEXT
from diary.ui.today.typed import DOSES, number_text, read_number, text_problem

if TYPE_CHECKING:
    from diary.domain.entry import DayEntry, Medicine, SymptomReport


class SymptomAnswer(enum.Enum):
    """The answers to the question about other symptoms."""

    NONE = "none"
    USUAL = "usual"
    SOME = "some"


class MedicineAnswer(enum.Enum):
    """The answers to the question about medicines."""

    NONE = "none"
    SOME = "some"


@dataclass(frozen=True, slots=True)
class SymptomState:
    """The symptom part of the form."""

    chosen: SymptomAnswer | None = None
    symptoms: tuple[SymptomReport, ...] = ()

    @property
    def answer(self) -> tuple[SymptomReport, ...] | None:
        """What this says: None, nothing, or these symptoms."""
        if self.chosen is None:
            return None
        return () if self.chosen is SymptomAnswer.NONE else self.symptoms or None


@dataclass(frozen=True, slots=True)
class MedicineLine:
    """One medicine as it stands in its line.

    Attributes:
        name: the text of its name.
        kind: the id of its kind.
        doses: the text of how many doses.
        relief: the id of how much it helped.
        given: the name as the file or an earlier day has it, which is not hers to mend.
    """

    name: str = ""
    kind: str | None = None
    doses: str = ""
    relief: str | None = None
    given: str | None = field(default=None, compare=False)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said in it."""
        return self == MedicineLine(name=self.name) and not self._said_name

    @property
    def name_problem(self) -> str | None:
        """What to mend in the name; None if nothing. A missing name is told apart."""
        name = self._said_name
        return text_problem(name, SHORT_TEXT, self.given) if name else None

    @property
    def doses_problem(self) -> str | None:
        """What to mend in the number of doses; None if nothing."""
        return read_number(self.doses, DOSES).problem

    @property
    def lacks_name(self) -> bool:
        """Whether something is said about a medicine without a name."""
        return not self.is_empty and not self._said_name

    @property
    def medicine(self) -> Medicine | None:
        """What the line says; None if nothing, or nothing that can be read."""
        if not self._said_name or self.name_problem or self.doses_problem:
            return None
        from diary.domain.entry import Medicine  # noqa: PLC0415  brings pydantic

        doses = read_number(self.doses, DOSES).value
        return Medicine(
            name=self._said_name,
            kind=self.kind,
            doses=None if doses is None else int(doses),
            relief=self.relief,
        )

    @property
    def _said_name(self) -> str:
        return self.name if self.name == self.given else self.name.strip()


@dataclass(frozen=True, slots=True)
class MedicineState:
    """The medicine part of the form."""

    chosen: MedicineAnswer | None = None
    lines: tuple[MedicineLine, ...] = ()

    @property
    def answer(self) -> tuple[Medicine, ...] | None:
        """What this says: None, none taken, or these medicines."""
        if self.chosen is MedicineAnswer.NONE:
            return ()
        if self.chosen is None:
            return None
        said = (line.medicine for line in self.lines)
        return tuple(medicine for medicine in said if medicine is not None) or None


@dataclass(frozen=True, slots=True)
class Extras:
    """The lines that may stay closed.

    Attributes:
        weight: the text of the weight in kilograms.
        temperature: the text of the temperature in degrees Celsius.
        sleep: how much sleep was disturbed, 0 to 3.
        walking: how much walking was held back, 0 to 3.
        daily_tasks: how much daily tasks were held back, 0 to 3.
        could_do: the text of what she could do.
    """

    weight: str = ""
    temperature: str = ""
    sleep: int | None = None
    walking: int | None = None
    daily_tasks: int | None = None
    could_do: str = ""


def symptom_state(symptoms: tuple[SymptomReport, ...] | None) -> SymptomState:
    """Return the symptom part for the answer of a file."""
    if symptoms is None:
        return SymptomState()
    return SymptomState(SymptomAnswer.SOME if symptoms else SymptomAnswer.NONE, symptoms)


def medicine_line(medicine: Medicine) -> MedicineLine:
    """Return the line of a medicine."""
    return MedicineLine(
        name=medicine.name,
        kind=medicine.kind,
        doses=number_text(medicine.doses),
        relief=medicine.relief,
        given=medicine.name,
    )


def medicine_state(medicines: tuple[Medicine, ...] | None) -> MedicineState:
    """Return the medicine part for the answer of a file."""
    if medicines is None:
        return MedicineState()
    chosen = MedicineAnswer.SOME if medicines else MedicineAnswer.NONE
    return MedicineState(chosen, tuple(medicine_line(medicine) for medicine in medicines))


def extras_of(entry: DayEntry) -> Extras:
    """Return the lines that may stay closed as a day has them."""
    return Extras(
        weight=number_text(entry.weight_kg),
        temperature=number_text(entry.temperature_c),
        sleep=entry.sleep,
        walking=entry.walking,
        daily_tasks=entry.daily_tasks,
        could_do=entry.could_do or "",
    )
