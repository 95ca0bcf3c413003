"""The period of the sheet: the presets, their dates, and how they read. No Qt."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.i18n import format_day, mark, translate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diary.domain.care import Event

APPOINTMENT = "appointment"


@dataclass(frozen=True, slots=True)
class Preset:
    """A period to choose.

    Attributes:
        id: stays the same for ever; settings may keep it.
        label: its words, marked for translation.
        days: calendar days; None where the dates come from elsewhere.
    """

    id: str
    label: str
    days: int | None = None


SINCE_VISIT = Preset("since_visit", mark("Since my last visit"))
WEEKS_4 = Preset("weeks4", mark("4 weeks"), 28)
WEEKS_8 = Preset("weeks8", mark("8 weeks"), 56)
WEEKS_12 = Preset("weeks12", mark("12 weeks"), 84)
OWN_DATES = Preset("own", mark("My own dates"))
PRESETS: tuple[Preset, ...] = (SINCE_VISIT, WEEKS_4, WEEKS_8, WEEKS_12, OWN_DATES)


@dataclass(frozen=True, slots=True)
class Period:
    """The first and last day of the sheet, both included."""

    start: dt.date
    end: dt.date

    @property
    def days(self) -> int:
        """The number of calendar days."""
        return (self.end - self.start).days + 1


def last_visit(events: Iterable[Event], today: dt.date) -> dt.date | None:
    """Return the day of the last appointment before today, or None."""
    days = [event.date for event in events if event.kind == APPOINTMENT and event.date < today]
    return max(days, default=None)


def period_of(preset: Preset, end: dt.date, visit: dt.date | None) -> Period | None:
    """Return the dates of a preset, or None where it has none of its own."""
    if preset.days is not None:
        return Period(end - dt.timedelta(days=preset.days - 1), end)
    if preset is SINCE_VISIT and visit is not None:
        return Period(min(visit, end), end)
    return None


def in_words(period: Period) -> str:
    """Return the period as "17 January 2026 to 13 March 2026"."""
    text = translate(mark("{start} to {end}"))
    return text.format(start=format_day(period.start), end=format_day(period.end))


def file_name(period: Period) -> str:
    """Return the name a sheet of this period is saved under, if she does not choose another."""
    return f"Daymark {period.start.isoformat()} to {period.end.isoformat()}.pdf"
