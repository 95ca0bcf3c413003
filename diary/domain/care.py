"""What surrounds the entries: the person, her team, treatments, events, and what she did."""

from __future__ import annotations

import datetime as dt
import re
from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from diary.domain import choices
from diary.domain import fields as f
from diary.domain.places import PLACES
from diary.domain.signs import SIGNS
from diary.domain.symptoms import SYMPTOMS, is_own_symptom

# After so many days a usual level is asked again.
ASK_AGAIN = dt.timedelta(days=90)
ASK_AGAIN_OF_EMERGENCY_SIGN = dt.timedelta(days=30)

_NUMBER = re.compile(r"[+(]*\d(?:[\d ()/.-]*\d)?")
# Our choice: as much as a narrow window holds in the largest text. A longer one may be broken
# over two lines, which is better than cut.
_LONGEST_UNBROKEN = 16
_NO_BREAK_SPACE = "\u00a0"


def highest_level(of: str) -> int | None:
    """Return the top of the scale of a place, sign or symptom; None if there is no such id."""
    if of in PLACES:
        return choices.PAIN_HIGHEST
    if of in SIGNS or of in SYMPTOMS or is_own_symptom(of):
        return choices.GRADE_HIGHEST
    return None


class UsualLevel(f.Model):
    """What is long-standing and known to the team: places 0 to 10, signs and symptoms 0 to 3."""

    of: f.Name
    level: int = Field(ge=0, le=choices.PAIN_HIGHEST)
    since: f.Day | None = None
    confirmed_on: f.Day | None = None

    @model_validator(mode="after")
    def _on_its_scale(self) -> Self:
        highest = highest_level(self.of)
        if highest is None:
            raise PydanticCustomError("usual_of", "is not about a known place, sign or symptom")
        if self.level > highest:
            raise PydanticCustomError(
                "usual_level", "has a level above {highest}", {"highest": highest}
            )
        return self

    @property
    def ask_again_after(self) -> dt.timedelta:
        """How long a confirmation holds."""
        sign = SIGNS.get(self.of)
        return ASK_AGAIN_OF_EMERGENCY_SIGN if sign and sign.emergency else ASK_AGAIN


class Contact(f.Model):
    """Whom to call; ``for_`` says when, for example ``emergency``."""

    name: f.ShortText | None = None
    phone: f.ShortText | None = None
    hours: f.ShortText | None = None
    for_: f.ShortText | None = Field(default=None, alias="for")

    @property
    def shown_phone(self) -> str | None:
        """The number to be read and dialled: a line does not end in the middle of it."""
        return None if self.phone is None else _NUMBER.sub(_unbroken, self.phone)

    @property
    def in_one_line(self) -> str:
        """The contact as "name, number, hours", as far as they are known."""
        return ", ".join(part for part in (self.name, self.shown_phone, self.hours) if part)


def _unbroken(number: re.Match[str]) -> str:
    found = number.group()
    return found.replace(" ", _NO_BREAK_SPACE) if len(found) <= _LONGEST_UNBROKEN else found


class Profile(f.Model):
    """The person, as far as she wants to say."""

    name: f.ShortText | None = None
    birth_year: int | None = Field(default=None, ge=1900, le=2200)
    cancer: f.ShortText | None = None
    diagnosed_on: f.Day | None = None
    bone_metastases: bool | None = None
    osteoporosis: bool | None = None
    immunosuppressed: bool | None = None
    usual: f.ListOf[UsualLevel] = ()
    contacts: f.ListOf[Contact] = ()

    def usual_on(self, of: str, day: dt.date) -> UsualLevel | None:
        """Return the usual level of a place, sign or symptom in force on a day, or None.

        Without ``since`` it counts from always; of several the latest, and of those the last.
        """
        in_force = [
            level
            for level in self.usual
            if level.of == of and (level.since is None or level.since <= day)
        ]
        return max(
            reversed(in_force),
            key=lambda level: dt.date.min if level.since is None else level.since,
            default=None,
        )

    def with_usual(self, levels: tuple[UsualLevel, ...]) -> Self:
        """Return the person with these usual levels as well.

        A level in force from the same day on is replaced; an older one stays, because it was
        true of the days before.
        """
        usual = {(level.of, level.since): level for level in levels}
        kept = tuple(level for level in self.usual if (level.of, level.since) not in usual)
        return self.model_copy(update={"usual": (*kept, *usual.values())})


class Treatment(f.Model, defer_build=True):  # the start needs none
    """A treatment; an infusion has ``start`` = ``end``; ``end`` None: still running or unknown."""

    kind: f.TreatmentKind
    name: f.ShortText | None = None
    start: f.Day | None = None
    end: f.Day | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start is not None and self.end is not None and self.end < self.start:
            raise PydanticCustomError("order", "ends before it starts")
        return self


class Event(f.Model):
    """Something that happened or is planned on one day."""

    date: f.Day
    kind: f.EventKind
    title: f.ShortText | None = None
    note: f.LongText | None = None


class QuietPeriod(f.Model, defer_build=True):  # the start needs none
    """Days on which she chose not to be reminded of anything but urgent things."""

    start: f.Day
    end: f.Day
    reason: f.ShortText | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.end < self.start:
            raise PydanticCustomError("order", "ends before it starts")
        return self


class AlertAction(f.Model, defer_build=True):  # the start needs none
    """What she did about an alert, found again by rule, place and the day it was raised."""

    rule: f.Name
    place: f.ShortText | None = None
    raised_on: f.Day
    action: f.ActionId
    on: f.Day
    with_: f.ShortText | None = Field(default=None, alias="with")
    note: f.LongText | None = None
