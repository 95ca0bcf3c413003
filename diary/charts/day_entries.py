"""The entries of a stretch of days, a slot for each calendar day."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from diary.domain.diary import Diary
    from diary.domain.entry import DayEntry


def days_of(diary: Diary, start: dt.date, end: dt.date) -> list[DayEntry | None]:
    """Return the entry of each calendar day from ``start`` to ``end``, None where there is none."""
    first = start.toordinal()
    days: list[DayEntry | None] = [None] * ((end - start).days + 1)
    for entry in diary.entries:
        if start <= entry.date <= end:
            days[entry.date.toordinal() - first] = entry
    return days
