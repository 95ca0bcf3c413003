"""The entries of a stretch of days, a slot for each calendar day."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from diary.domain.diary import Diary
    from diary.domain.entry import DayEntry

_DATE = attrgetter("date")


def days_of(diary: Diary, start: dt.date, end: dt.date) -> list[DayEntry | None]:
    """Return the entry of each calendar day from ``start`` to ``end``, None where there is none.

    Args:
        diary: the diary.
        start: the first day.
        end: the last day, included.
    """
    first = start.toordinal()
    days: list[DayEntry | None] = [None] * ((end - start).days + 1)
    # In the order of their days: of ten years nobody looks through all for two weeks.
    begin = bisect_left(diary.entries, start, key=_DATE)
    for entry in diary.entries[begin : bisect_right(diary.entries, end, lo=begin, key=_DATE)]:
        days[entry.date.toordinal() - first] = entry
    return days
