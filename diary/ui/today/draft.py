"""What the form holds, and the entry it stands for: pure, so that it can be proved.

What is saved is exactly what was said. Untouched is None. A question answered with *yes* and
nothing chosen is not answered. What cannot be read is kept as it was typed; until it is mended the
entry has what the file has.

The models of the diary are imported on use: an untouched form paints before they are there.
"""

from __future__ import annotations

import dataclasses
import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from diary.ui.today.problems import problems_of
from diary.ui.today.states import (
    Extras,
    MedicineState,
    SymptomState,
    extras_of,
    medicine_state,
    symptom_state,
)
from diary.ui.today.typed import TEMPERATURE, WEIGHT, read_number

if TYPE_CHECKING:
    import datetime as dt

    from diary.domain.care import UsualLevel
    from diary.domain.entry import DayEntry, Pain, SignReport


# What the file fills in where it was not touched; extras are filled in one by one.
_PARTS = ("pain", "sign", "symptom", "medicine", "note", "copied_from")


class SignAnswer(enum.Enum):
    """The answers to the question about the signs."""

    NONE = "none"
    USUAL = "usual"
    SOME = "some"
    NOT_SAID = "not_said"


@dataclass(frozen=True, slots=True)
class PainState:
    """The pain part of the form; ``pains`` keeps every field of a pain, shown or not."""

    no_pain: bool = False
    pains: tuple[Pain, ...] = ()

    @property
    def answer(self) -> tuple[Pain, ...] | None:
        """What this says: None, nothing, or these places."""
        if self.no_pain:
            return ()
        return self.pains or None


@dataclass(frozen=True, slots=True)
class SignState:
    """The sign part of the form."""

    chosen: SignAnswer | None = None
    signs: tuple[SignReport, ...] = ()

    @property
    def answer(self) -> tuple[SignReport, ...] | None:
        """What this says: None, nothing, or these signs."""
        if self.chosen is SignAnswer.NONE:
            return ()
        if self.chosen in (SignAnswer.SOME, SignAnswer.USUAL):
            return self.signs or None
        return None


@dataclass(frozen=True, slots=True)
class Draft:
    """The form of one day.

    Attributes:
        day: the day.
        base: what the file holds for it; None if nothing.
        pain: the pain part.
        sign: the sign part.
        note: the text of the note as it stands in its field.
        is_loaded: whether ``base`` was looked up; before, saving could wipe what the file holds.
        usual: what she said is long-standing; it is saved with the day and then no part of it.
        copied_from: the day whose answers she accepted with "about the same".
        symptom: the symptom part.
        medicine: the medicine part.
        extras: the lines that may stay closed.
    """

    day: dt.date
    base: DayEntry | None = None
    pain: PainState = PainState()
    sign: SignState = SignState()
    note: str = ""
    is_loaded: bool = False
    usual: tuple[UsualLevel, ...] = ()
    copied_from: dt.date | None = None
    symptom: SymptomState = field(default_factory=SymptomState)
    medicine: MedicineState = field(default_factory=MedicineState)
    extras: Extras = field(default_factory=Extras)

    @property
    def is_changed(self) -> bool:
        """Whether saving would change the file, or would once something is mended."""
        if self.usual or problems_of(self):
            return True
        if self.base is None:
            said = _said(self, None)
            return any(said[name] is not None for name in said.keys() - {"copied_from"})
        return entry_of(self) != self.base

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to save: a day not yet recorded, and nothing answered."""
        return self.base is None and not self.is_changed


def draft_of(day: dt.date, entry: DayEntry | None) -> Draft:
    """Return the form of a day as the file has it."""
    if entry is None:
        return Draft(day, is_loaded=True)
    return Draft(
        day,
        entry,
        PainState(no_pain=entry.pains == (), pains=entry.pains or ()),
        _sign_state(entry.signs),
        entry.note or "",
        is_loaded=True,
        copied_from=entry.copied_from,
        symptom=symptom_state(entry.symptoms),
        medicine=medicine_state(entry.medicines),
        extras=extras_of(entry),
    )


def entry_of(draft: Draft) -> DayEntry:
    """Return the entry a form stands for; what cannot be read is kept from the file."""
    base = draft.base or _blank(draft.day)
    said = _said(draft, base)
    changed = {name: value for name, value in said.items() if value != getattr(base, name)}
    return base.model_copy(update=changed) if changed else base


def rebased(draft: Draft, entry: DayEntry | None) -> Draft:
    """Return the form over what the file holds: what was touched stays, the rest is filled in."""
    filled = draft_of(draft.day, entry)
    before = draft_of(draft.day, draft.base)
    touched = {
        name: getattr(draft, name)
        for name in _PARTS
        if getattr(draft, name) != getattr(before, name)
    }
    if draft.extras != before.extras:
        touched["extras"] = dataclasses.replace(
            filled.extras,
            **{
                name: said
                for name, said in dataclasses.asdict(draft.extras).items()
                if said != getattr(before.extras, name)
            },
        )
    return dataclasses.replace(filled, usual=draft.usual, **touched)


def saved(draft: Draft, entry: DayEntry, usual: tuple[UsualLevel, ...]) -> Draft:
    """Return the form after a save: what was said since then is still to be saved.

    Args:
        draft: the form as it stands.
        entry: what the file holds now.
        usual: the usual levels that were saved.
    """
    left = tuple(level for level in draft.usual if level not in usual)
    return dataclasses.replace(draft, base=entry, is_loaded=True, usual=left)


def new_pain(region: str, side: str | None = None) -> Pain:
    """Return a place just chosen, with nothing else said about it yet."""
    from diary.domain.entry import Pain  # noqa: PLC0415  brings pydantic

    return Pain(region=region, side=side)


def new_sign(sign: str) -> SignReport:
    """Return a sign just chosen, with nothing said about it yet."""
    from diary.domain.entry import SignReport  # noqa: PLC0415  brings pydantic

    return SignReport(sign=sign)


def _blank(day: dt.date) -> DayEntry:
    from diary.domain.entry import DayEntry  # noqa: PLC0415  brings pydantic

    return DayEntry(date=day)


def _sign_state(signs: tuple[SignReport, ...] | None) -> SignState:
    if signs is None:
        return SignState()
    return SignState(SignAnswer.SOME if signs else SignAnswer.NONE, signs)


def _said(draft: Draft, base: DayEntry | None) -> dict[str, Any]:
    """Return every answer of the form by its name; ``base`` where it cannot be read."""
    extras = draft.extras
    said = {
        "pains": draft.pain.answer,
        "signs": draft.sign.answer,
        "symptoms": draft.symptom.answer,
        "medicines": draft.medicine.answer,
        "weight_kg": read_number(extras.weight, WEIGHT).value,
        "temperature_c": read_number(extras.temperature, TEMPERATURE).value,
        "sleep": extras.sleep,
        "walking": extras.walking,
        "daily_tasks": extras.daily_tasks,
        "could_do": _text(extras.could_do, None if base is None else base.could_do),
        "note": _text(draft.note, None if base is None else base.note),
        "copied_from": draft.copied_from,
    }
    unread = {problem.answer for problem in problems_of(draft)}
    return said | {name: None if base is None else getattr(base, name) for name in unread}


def _text(text: str, given: str | None) -> str | None:
    # An imported note may be an empty text; that is not hers to change by looking at it.
    return text or (given if given == "" else None)
