"""What the ribbon shows of twelve months, and the same in words. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.i18n import format_day, mark, sentence_case, translate
from diary.ui.calendar.month import (
    MONTHS_OF_YEAR,
    first_of,
    last_of,
    month_in_words,
    months_between,
    shifted,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from diary.domain.glance import DayGlance


@dataclass(frozen=True, slots=True)
class MonthGlance:
    """One month of the ribbon.

    Attributes:
        month: its first day.
        days: what is recorded, by day of the month; the worst score, None without a number.
    """

    month: dt.date
    days: dict[int, int | None]

    @property
    def worst(self) -> int | None:
        """The worst score of the month, None without any."""
        return max((worst for worst in self.days.values() if worst is not None), default=None)


def months_of_ribbon(shown: dt.date, today: dt.date) -> tuple[dt.date, ...]:
    """Return the first days of the twelve months the ribbon has while a month is shown.

    They end with the month of today; for earlier and later months the ribbon moves by whole
    years, so that it stands still while she looks around in one of them.
    """
    years_on = -(-months_between(today, shown) // MONTHS_OF_YEAR)
    last = shifted(first_of(today), years_on * MONTHS_OF_YEAR)
    first = shifted(last, 1 - MONTHS_OF_YEAR)
    return tuple(shifted(first, number) for number in range(MONTHS_OF_YEAR))


def ribbon_span(months: tuple[dt.date, ...]) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of the months."""
    return months[0], last_of(months[-1])


def glances_of(months: Iterable[dt.date], days: Iterable[DayGlance]) -> dict[dt.date, MonthGlance]:
    """Return what is recorded in each month, by its first day."""
    found = {month: MonthGlance(month, {}) for month in months}
    for day in days:
        glance = found.get(first_of(day.date))
        if glance is not None:
            glance.days[day.date.day] = day.worst
    return found


def glance_in_words(glance: MonthGlance, today: dt.date, *, is_known: bool = True) -> str:
    """Return a month of the ribbon as sentences, for a screen reader and the pointer.

    Args:
        glance: the month.
        today: later days do not count.
        is_known: whether it was looked up; else its name alone is returned.
    """
    name = f"{sentence_case(format_day(glance.month, 'LLLL y'))}."
    if not is_known:
        return name
    words = f"{name} "
    words += month_in_words(glance.month, len(glance.days), today)
    if glance.worst is None:
        return words
    worst = translate(mark("Worst pain {n} of 10.")).format(n=glance.worst)
    return f"{words} {worst}"
