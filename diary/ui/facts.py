"""What the bridge tells the pages: plain, frozen facts, each with what was asked for.

A page compares what was asked for with what it shows now and lets an old answer go.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from diary.charts.data import ChartData
    from diary.charts.look import Look, Picture
    from diary.domain.care import Event, Profile
    from diary.domain.entry import DayEntry
    from diary.rules.book import CallCard
    from diary.rules.model import Alert, AlertReport
    from diary.rules.questions import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryOpened:
    """The diary is open.

    Attributes:
        first_day: the first recorded day, None in an empty diary.
        last_day: the last recorded day, None in an empty diary.
        places: the places she follows, most used first.
        profile: the person and her contacts.
        events: appointments, scans and the like.
    """

    first_day: dt.date | None
    last_day: dt.date | None
    places: tuple[str, ...]
    profile: Profile
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLoaded:
    """The answers of one day; ``entry`` is None on a day not yet recorded."""

    day: dt.date
    entry: DayEntry | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySaved:
    """A day was saved.

    Attributes:
        day: the day.
        entry: what is in the file now.
        saved_at: when, in UTC.
        days_changed: the days that say something else than before; may be none.
    """

    day: dt.date
    entry: DayEntry
    saved_at: dt.datetime
    days_changed: tuple[dt.date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertsNow:
    """The alerts after something changed.

    Attributes:
        standing: those that stand today.
        saved_day: the day whose saving led to this; None for any other reason.
        speaking: those to show because of that day, highest first.
        question: what to ask once after a silence, or None.
    """

    standing: AlertReport
    saved_day: dt.date | None = None
    speaking: tuple[Alert, ...] = ()
    question: Question | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallCardFound:
    """What to say at once about chosen signs; ``card`` is None if nothing."""

    signs: tuple[str, ...]
    card: CallCard | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysLoaded:
    """The recorded days of a stretch of time, in order."""

    start: dt.date
    end: dt.date
    entries: tuple[DayEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartLoaded:
    """What the chart of a place shows over a stretch of time."""

    place: str
    start: dt.date
    end: dt.date
    data: ChartData


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartDrawn:
    """The picture of a chart, with what it was drawn from."""

    data: ChartData
    look: Look
    picture: Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleLoaded:
    """One rule of the rule book as plain, translated data."""

    rule: str
    data: dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWritten:
    """The sheet for the doctor is in this file."""

    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """Something did not work.

    Attributes:
        what: the request: ``open``, ``day``, ``save``, ``alerts``, ``act``, ``days``, ``chart``,
            ``picture``, ``rule``, ``report``.
        message: one plain sentence for the screen.
        problems: further lines, one for each fault.
    """

    what: str
    message: str
    problems: tuple[str, ...] = ()
