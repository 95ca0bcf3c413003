"""Which copies of the diary stay as they grow old."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

# Our choice: a mistake is mostly seen within days, and one old file a month costs little.
DAILY_FOR = dt.timedelta(days=14)
WEEKLY_FOR = dt.timedelta(days=63)


def kept(taken: Iterable[dt.datetime], today: dt.date) -> frozenset[dt.datetime]:
    """Return the times of the copies that stay.

    All of today and yesterday (and of a clock that ran ahead); then the last one of each day, of
    each week, and of each month without end.
    """
    last: dict[Hashable, dt.datetime] = {}
    for moment in sorted(taken):
        last[_span(moment, today)] = moment
    return frozenset(last.values())


def _span(moment: dt.datetime, today: dt.date) -> Hashable:
    day = moment.astimezone(dt.UTC).date()
    age = today - day
    if age <= dt.timedelta(days=1):
        return moment
    if age <= DAILY_FOR:
        return day
    if age <= WEEKLY_FOR:
        return day.isocalendar()[:2]
    return (day.year, day.month, "month")
