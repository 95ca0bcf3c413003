"""What a month of the calendar shows: one mark a day, and the same in words. No Qt."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.domain.glance import worst_of_day
from diary.domain.places import PLACES
from diary.i18n import format_day, join_words, mark, sentence_case, translate
from diary.ui.calendar.around import NOTHING_AROUND

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diary.domain.entry import DayEntry
    from diary.ui.calendar.around import Around

# Monday first, as the British dates of the program; a language that differs changes it here.
FIRST_WEEKDAY = calendar.MONDAY
DAYS_OF_WEEK, MONTHS_OF_YEAR = 7, 12


@dataclass(frozen=True, slots=True)
class DayMark:
    """What the calendar shows of one recorded day.

    Attributes:
        worst: the worst score of the day; 0 on an explicit pain-free day; None where there is no
            number: the question was not answered, or a pain was given without a score.
        places: the places with that score, by id; empty on a pain-free day.
        pain_without_score: a pain was recorded, but how much is not known.
        bad_night: a pain woke her or kept her awake.
        sign: a nerve sign was recorded.
    """

    day: dt.date
    worst: int | None
    places: tuple[str, ...] = ()
    pain_without_score: bool = False
    bad_night: bool = False
    sign: bool = False

    @property
    def pain_free(self) -> bool:
        """Whether she said that nothing hurt."""
        return self.worst == 0


def mark_of(entry: DayEntry) -> DayMark:
    """Return what the calendar shows of an entry."""
    pains = entry.pains if entry.pains is not None else ()
    scores = [pain.worst for pain in pains if pain.worst is not None]
    worst = worst_of_day(
        answered=entry.pains is not None,
        pains=len(pains),
        scored=len(scores),
        highest=max(scores, default=None),
    )
    places = dict.fromkeys(pain.region for pain in pains if pain.worst == worst and worst)
    return DayMark(
        day=entry.date,
        worst=worst,
        places=tuple(places),
        pain_without_score=len(scores) < len(pains),
        bad_night=any(entry.bad_night_at(pain.region) for pain in pains),
        sign=bool(entry.signs),
    )


def marks_of(entries: Iterable[DayEntry]) -> dict[dt.date, DayMark]:
    """Return the marks of recorded days, by day."""
    return {entry.date: mark_of(entry) for entry in entries}


def first_of(day: dt.date) -> dt.date:
    """Return the first day of the month of ``day``."""
    return day.replace(day=1)


def last_of(day: dt.date) -> dt.date:
    """Return the last day of the month of ``day``."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def shifted(day: dt.date, months: int) -> dt.date:
    """Return the day so many months on, or the last of that month if it is shorter."""
    month = day.year * 12 + day.month - 1 + months
    first = dt.date(month // 12, month % 12 + 1, 1)
    return first.replace(day=min(day.day, last_of(first).day))


def months_between(first: dt.date, second: dt.date) -> int:
    """Return how many months the month of ``second`` lies after that of ``first``."""
    return (second.year - first.year) * MONTHS_OF_YEAR + second.month - first.month


def last_shown(today: dt.date) -> dt.date:
    """Return the last day the calendar shows: what is planned for a year to come is in it."""
    return last_of(shifted(today, MONTHS_OF_YEAR))


def weeks_of(month: dt.date) -> list[list[dt.date | None]]:
    """Return the weeks of a month; None where a week reaches outside it."""
    first, last = first_of(month), last_of(month)
    lead = (first.weekday() - FIRST_WEEKDAY) % DAYS_OF_WEEK
    days: list[dt.date | None] = [None] * lead
    days += [first + dt.timedelta(days=n) for n in range((last - first).days + 1)]
    days += [None] * (-len(days) % DAYS_OF_WEEK)
    return [days[at : at + DAYS_OF_WEEK] for at in range(0, len(days), DAYS_OF_WEEK)]


def weekday_names(style: str = "EEE") -> list[str]:
    """Return the names of the days of a week, in the order of the grid."""
    monday = dt.date(2024, 1, 1)
    return [
        sentence_case(
            format_day(monday + dt.timedelta(days=(FIRST_WEEKDAY + n) % DAYS_OF_WEEK), style)
        )
        for n in range(DAYS_OF_WEEK)
    ]


def day_in_words(
    day: dt.date,
    day_mark: DayMark | None,
    today: dt.date,
    around: Around = NOTHING_AROUND,
    *,
    is_known: bool = True,
) -> str:
    """Return a day of the grid as sentences: the read-out, and what a screen reader says.

    Args:
        day: the day.
        day_mark: what it says; None: nothing is recorded.
        today: later days are still to come.
        around: what lies on it beside the entry.
        is_known: whether it was looked up; else nothing is said of a day without a mark.
    """
    parts = [sentence_case(format_day(day, "EEEE d MMMM y")) + "."]
    if day == today:
        parts.append(translate(mark("Today.")))
    if day > today:
        parts.append(translate(mark("Still to come.")))
    elif day_mark is None and is_known:
        parts.append(translate(mark("Nothing recorded.")))
    elif day_mark is not None:
        parts.append(_pain_in_words(day_mark))
        if day_mark.bad_night:
            parts.append(translate(mark("Pain woke you or kept you awake.")))
        if day_mark.sign:
            parts.append(translate(mark("A sign was recorded.")))
    return " ".join((*parts, *around.sentences))


def _pain_in_words(day_mark: DayMark) -> str:
    if day_mark.pain_free:
        return translate(mark("No pain."))
    if day_mark.worst is None and day_mark.pain_without_score:
        return translate(mark("Pain, without a number."))
    if day_mark.worst is None:
        return translate(mark("Recorded, the question about pain not answered."))
    where = join_words([translate(PLACES[place].phrase) for place in day_mark.places])
    return translate(mark("Worst pain {n} of 10, in {places}.")).format(
        n=day_mark.worst, places=where
    )


def month_in_words(month: dt.date, recorded: int, today: dt.date) -> str:
    """Return how much of a month is recorded: of its days so far, so that no gap is invented.

    Args:
        month: a day of it.
        recorded: how many of its days are.
        today: later days do not count.
    """
    last = min(last_of(month), today)
    days = (last - first_of(month)).days + 1
    if days < 1:
        return translate(mark("This month is still to come."))
    if recorded == 0:
        return translate(mark("Nothing recorded in this month."))
    text = translate(mark("{recorded} of {days} days recorded."))
    return text.format(recorded=recorded, days=days)
