"""Which copies of the diary stay as they grow old.

Counted in copies, not in time gone by: only *today and yesterday* ask the clock. So a clock that
runs ahead for a while cannot make every copy look too old, and months without a change do not
use up the places of the older copies.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Hashable, Iterable

# Our choice: a mistake is mostly seen within days, and one old file a month costs little.
DAILY: Final = 14
WEEKLY: Final = 8
MONTHLY: Final = 24


def kept(taken: Iterable[dt.datetime], now: dt.datetime) -> frozenset[dt.datetime]:
    """Return the times of the copies that stay; the newest always does.

    All of today and yesterday, and of days that a clock set back has not come to yet. Of the
    rest the last one of each of the 14 newest days that have one; then, of those that do not
    stay so far, the last one of each week (from Monday) for the 8 newest weeks; then the last
    one of each month for the 24 newest months. Older ones go.

    Args:
        taken: when the copies were made; aware.
        now: the present moment; its time zone says where a day begins.
    """
    moments = sorted(taken, reverse=True)
    zone, today = now.tzinfo, now.date().toordinal()

    def day(moment: dt.datetime) -> int:
        return moment.astimezone(zone).toordinal()

    def week(moment: dt.datetime) -> int:
        return (day(moment) - 1) // 7  # the first day of the calendar was a Monday

    def month(moment: dt.datetime) -> Hashable:
        there = moment.astimezone(zone)
        return (there.year, there.month)

    staying = {moment for moment in moments if today - day(moment) <= 1}
    for span, most in ((day, DAILY), (week, WEEKLY), (month, MONTHLY)):
        staying |= _last_of_each(span, most, moments, staying)
    return frozenset(staying)


def _last_of_each(
    span: Callable[[dt.datetime], Hashable],
    most: int,
    moments: Iterable[dt.datetime],
    staying: set[dt.datetime],
) -> set[dt.datetime]:
    """Return the newest of each span; one that stays anyway uses up none of the places."""
    found: set[dt.datetime] = set()
    seen: set[Hashable] = set()
    for moment in moments:  # the newest first
        if len(found) == most:
            break
        if span(moment) not in seen and moment not in staying:
            found.add(moment)
        seen.add(span(moment))
    return found
