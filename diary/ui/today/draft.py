"""What the form holds, and the entry it stands for: pure, so that it can be proved.

What is saved is exactly what was said. Untouched is None. A question answered with *yes* and
nothing chosen is not answered. Answers of the day that the form does not show stay as they are.

The models of the diary are imported on use: an untouched form paints before they are there.
"""

from __future__ import annotations

import dataclasses
import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from diary.domain.care import UsualLevel
    from diary.domain.entry import DayEntry, Pain, SignReport

SHOWN_FIELDS = frozenset({"date", "pains", "signs", "note", "copied_from"})
_OWN_FIELDS = frozenset({"entered_at"})


class SignAnswer(enum.Enum):
    """The answers to the question about the signs."""

    NONE = "none"
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
        if self.chosen is SignAnswer.SOME:
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
    """

    day: dt.date
    base: DayEntry | None = None
    pain: PainState = PainState()
    sign: SignState = SignState()
    note: str = ""
    is_loaded: bool = False
    usual: tuple[UsualLevel, ...] = ()
    copied_from: dt.date | None = None

    @property
    def is_changed(self) -> bool:
        """Whether saving would change the file."""
        if self.usual:
            return True
        if self.base is None:
            return self.pain.answer is not None or self.sign.answer is not None or bool(self.note)
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
    )


def entry_of(draft: Draft) -> DayEntry:
    """Return the entry a form stands for; what the form does not show is kept from the file."""
    base = draft.base or _blank(draft.day)
    said = {
        "pains": draft.pain.answer,
        "signs": draft.sign.answer,
        "note": draft.note or _empty_note(base),
        "copied_from": draft.copied_from,
    }
    changed = {name: value for name, value in said.items() if value != getattr(base, name)}
    return base.model_copy(update=changed) if changed else base


def rebased(draft: Draft, entry: DayEntry | None) -> Draft:
    """Return the form over what the file holds: what was touched stays, the rest is filled in."""
    filled = draft_of(draft.day, entry)
    before = draft_of(draft.day, draft.base)
    return Draft(
        draft.day,
        entry,
        filled.pain if draft.pain == before.pain else draft.pain,
        filled.sign if draft.sign == before.sign else draft.sign,
        filled.note if draft.note == before.note else draft.note,
        is_loaded=True,
        usual=draft.usual,
        copied_from=(
            filled.copied_from if draft.copied_from == before.copied_from else draft.copied_from
        ),
    )


def saved(draft: Draft, entry: DayEntry, usual: tuple[UsualLevel, ...]) -> Draft:
    """Return the form after a save: what was said since then is still to be saved.

    Args:
        draft: the form as it stands.
        entry: what the file holds now.
        usual: the usual levels that were saved.
    """
    left = tuple(level for level in draft.usual if level not in usual)
    return dataclasses.replace(draft, base=entry, is_loaded=True, usual=left)


def new_pain(region: str) -> Pain:
    """Return a place just chosen, with nothing said about it yet."""
    from diary.domain.entry import Pain  # noqa: PLC0415  brings pydantic

    return Pain(region=region)


def new_sign(sign: str) -> SignReport:
    """Return a sign just chosen, with nothing said about it yet."""
    from diary.domain.entry import SignReport  # noqa: PLC0415  brings pydantic

    return SignReport(sign=sign)


def longest_note() -> int:
    """Return the number of characters a note can have."""
    from diary.domain.fields import LONG_TEXT  # noqa: PLC0415  brings pydantic

    return LONG_TEXT


def holds_more(entry: DayEntry | None) -> bool:
    """Whether a day has answers that the form does not show."""
    if entry is None:
        return False
    hidden = set(type(entry).model_fields) - SHOWN_FIELDS - _OWN_FIELDS
    if any(getattr(entry, name) is not None for name in hidden):
        return True
    shown = {"region", "side", "worst", "night"}
    return any(
        getattr(pain, name) not in (None, ())
        for pain in entry.pains or ()
        for name in set(type(pain).model_fields) - shown
    )


def _blank(day: dt.date) -> DayEntry:
    from diary.domain.entry import DayEntry  # noqa: PLC0415  brings pydantic

    return DayEntry(date=day)


def _sign_state(signs: tuple[SignReport, ...] | None) -> SignState:
    if signs is None:
        return SignState()
    return SignState(SignAnswer.SOME if signs else SignAnswer.NONE, signs)


def _empty_note(base: DayEntry) -> str | None:
    # An imported note may be an empty text; that is not hers to change by looking at it.
    return base.note if base.note == "" else None
