"""What a rule says and what becomes of it: tiers, verdicts, findings, alerts.

A verdict has three values: met, not met, not enough days. Over a whole series it is a vector of
small numbers, one a calendar day: a tier where met (:class:`Tier`), 0 where not met, -1 where
there were not enough days. It is read only on days with an entry.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from diary.i18n import mark

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from diary.domain.care import AlertAction
    from diary.rules.sources import Basis

RULE_BOOK = "2026.2"

# What is counted where nothing else is said.
RECORDED = mark("recorded")

NOT_ENOUGH_DAYS = -1
NOT_MET = 0


class Tier(enum.IntEnum):
    """How soon to speak to someone; higher is sooner."""

    NEXT_VISIT = 1
    SOON = 2
    URGENT = 3
    EMERGENCY = 4

    @property
    def id(self) -> str:
        """The public id, as in the JSON of the alerts."""
        return self.name.lower()

    @property
    def label(self) -> str:
        """The tier in words, marked for translation."""
        return _TIER_LABELS[self]


_TIER_LABELS = {
    Tier.NEXT_VISIT: mark("At your next visit"),
    Tier.SOON: mark("This week"),
    Tier.URGENT: mark("Today or tomorrow"),
    Tier.EMERGENCY: mark("Call now"),
}


class State(enum.Enum):
    """What the person has done about an alert; the ids are public."""

    NEW = "new"
    SEEN = "seen"
    ON_VISIT_LIST = "on_visit_list"
    DISCUSSED = "discussed"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        """The state in words, marked for translation."""
        return _STATE_LABELS[self]


_STATE_LABELS = {
    State.NEW: mark("New"),
    State.SEEN: mark("Seen"),
    State.ON_VISIT_LIST: mark("On your visit list"),
    State.DISCUSSED: mark("Discussed"),
    State.CLOSED: mark("Closed"),
}


@dataclass(frozen=True, slots=True)
class Keeping:
    """How the days of a window were kept.

    Attributes:
        missing: days without an entry since the diary began.
        copied: entries whose answers were accepted from another day.
        late: entries made more than 48 h after their day.
        quiet: days in a declared quiet period.
        filled_in_later: whether many days of the last two weeks were entered late.
        before: days before the first entry of the diary.
    """

    missing: int
    copied: int
    late: int
    quiet: int
    filled_in_later: bool
    before: int = 0


@dataclass(frozen=True, slots=True)
class Evidence:
    """The days and numbers behind a verdict.

    Attributes:
        days_used: the recorded days that made it true, in order.
        days_recorded: recorded days in the window the rule looked at.
        days_in_window: calendar days of that window.
        numbers: the numbers the rule compared, by name; pain in points, shares 0 to 1.
        keeping: how the days of the window were kept; None until the alert is put together.
    """

    days_used: tuple[dt.date, ...]
    days_recorded: int
    days_in_window: int
    numbers: Mapping[str, float | int] = field(default_factory=dict)
    keeping: Keeping | None = None


@dataclass(frozen=True, slots=True)
class TierStep:
    """A rule that opened an alert or joined it, and its tier and title on that day."""

    rule: str
    tier: Tier
    place: str | None
    on: dt.date
    title: str


@dataclass(frozen=True, slots=True)
class Wording:
    """The finished sentences of an alert, in the order in which they are shown.

    ``ordinary`` is empty for an emergency.
    """

    title: str
    noticed: str
    worked_out: str
    ordinary: str
    what_to_do: str
    cannot_tell: str


@dataclass(frozen=True, slots=True)
class SourceNote:
    """One source of a rule as shown to a person."""

    citation: str
    locator: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Alert:
    """One alert as it stands on the day it was asked for.

    ``rule`` and ``place`` are those that opened it and never change; ``tier``, ``wording``,
    ``evidence`` and ``sources`` follow the strongest rule that is true now (``spoken_by``).
    ``spoke_on`` are the days on which it had something new to say.
    ``contacted`` says whether she told someone about it as it is now.
    """

    rule: str
    place: str | None
    family: str
    tier: Tier
    raised_on: dt.date
    tiers: tuple[TierStep, ...]
    last_true_on: dt.date
    ended_on: dt.date | None
    state: State
    spoken_by: str
    wording: Wording
    evidence: Evidence
    sources: tuple[SourceNote, ...]
    actions: tuple[AlertAction, ...] = ()
    spoke_on: tuple[dt.date, ...] = ()
    contacted: bool = False

    @property
    def stands(self) -> bool:
        """Whether it still stands on the day it was asked for."""
        return self.ended_on is None


@dataclass(frozen=True, slots=True)
class NotEnoughDays:
    """A rule that could not judge a place, sign or symptom: a result in its own right.

    ``counted`` says of which days, marked for translation: recorded ones, or with an answer.
    """

    rule: str
    place: str | None
    recorded: int
    needed: int
    window: str
    counted: str = RECORDED


@dataclass(frozen=True, slots=True)
class RuleFailure:
    """A rule that could not be worked out because of a fault of ours; for the log and a note."""

    rule: str
    error: Exception


@dataclass(frozen=True, slots=True)
class AlertReport:
    """The alerts of a diary as of a day, newest first, and the rules that could not judge.

    ``failures`` are faults of the program; whoever shows the report says so.
    ``last_entry`` is the last recorded day up to that day, None where there is none.
    """

    as_of: dt.date
    alerts: tuple[Alert, ...]
    not_enough_days: tuple[NotEnoughDays, ...]
    rule_book: str = RULE_BOOK
    failures: tuple[RuleFailure, ...] = ()
    last_entry: dt.date | None = None
