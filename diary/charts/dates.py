"""Where the dates of a time axis stand, so that they never run into each other."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from diary.i18n import format_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MONDAY = 0
# Labels keep this multiple of their own width between their middles.
_AIR = 1.3


@dataclass(frozen=True, slots=True)
class DateTick:
    """A label under the axis at a day, counted from the first day of the chart."""

    position: int
    label: str


def date_ticks(
    start: dt.date, end: dt.date, width: float, measure: Callable[[str], float]
) -> tuple[DateTick, ...]:
    """Return the densest of the usual divisions whose labels fit.

    Args:
        start: the first day.
        end: the last day.
        width: the length of the axis, in the unit of ``measure``.
        measure: the width of a label.
    """
    days = (end - start).days + 1
    per_day = width / days
    for apart, days_of in _DIVISIONS:
        # Words cost more than counting: what can never fit is not put into words.
        if days // apart * measure("30") > width:
            continue
        marked = tuple(days_of(start, end))
        if not marked:
            continue
        ticks = _label(start, marked)
        if _fits(ticks, per_day, measure):
            return ticks
    return _label(start, (start,))


def _fits(ticks: tuple[DateTick, ...], per_day: float, measure: Callable[[str], float]) -> bool:
    spaces = [(later.position - earlier.position) * per_day for earlier, later in pairwise(ticks)]
    if not spaces:
        return True
    room = min(spaces)
    # Measuring takes its time: the first that is too wide says it all.
    return all(measure(line) * _AIR <= room for tick in ticks for line in tick.label.split("\n"))


def _label(start: dt.date, days: tuple[dt.date, ...]) -> tuple[DateTick, ...]:
    """Name the year where it changes, and on a label that would be the only one."""
    monthly = all(day.day == 1 for day in days)
    ticks = []
    year = start.year if len(days) > 1 else None
    for day in days:
        label = format_day(day, "MMM" if monthly else "d MMM")
        if day.year != year:
            label += f"\n{day.year}"
            year = day.year
        ticks.append(DateTick((day - start).days, label))
    return tuple(ticks)


def _every_day(start: dt.date, end: dt.date) -> Iterator[dt.date]:
    yield from (start + dt.timedelta(n) for n in range((end - start).days + 1))


def _every_other_day(start: dt.date, end: dt.date) -> Iterator[dt.date]:
    # Counted from the end, so that the last day always has its label.
    days = list(_every_day(start, end))
    yield from reversed(days[::-2])


def _mondays(weeks: int) -> Callable[[dt.date, dt.date], Iterator[dt.date]]:
    def days(start: dt.date, end: dt.date) -> Iterator[dt.date]:
        for day in _every_day(start, end):
            if day.weekday() == _MONDAY and day.toordinal() // 7 % weeks == 0:
                yield day

    return days


def _firsts(months: int) -> Callable[[dt.date, dt.date], Iterator[dt.date]]:
    def days(start: dt.date, end: dt.date) -> Iterator[dt.date]:
        first = start.year * 12 + start.month - 1
        for number in range(first, end.year * 12 + end.month):
            day = dt.date(number // 12, number % 12 + 1, 1)
            if number % months == 0 and start <= day <= end:
                yield day

    return days


# Each with the most days between two of its labels.
_DIVISIONS = (
    (1, _every_day),
    (2, _every_other_day),
    (7, _mondays(1)),
    (14, _mondays(2)),
    (31, _firsts(1)),
    (62, _firsts(2)),
    (92, _firsts(3)),
    (184, _firsts(6)),
    (366, _firsts(12)),
    (731, _firsts(24)),
    (1827, _firsts(60)),
)
