"""What the days report, found by what it is about and then by day, in the order of the days.

A table is made once, by a walk through all entries. Where a few days have changed, the table of
the diary before is brought up to date: the same table, to the last place in its order, without the
walk. Whatever did not change is shared with the table before, so nothing in one is ever changed.
"""

from __future__ import annotations

import sys
from itertools import compress, count
from operator import is_not, itemgetter
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence
    from typing import TypeAlias

    from diary.domain.entry import DayEntry
    from diary.domain.telling import Telling

K = TypeVar("K", bound="Hashable")
R = TypeVar("R")
V = TypeVar("V")
# By what it is about, by day.
Table: TypeAlias = "dict[K, dict[int, list[R]]]"

# After more changed days, and more than one in so many, a walk through all is as quick.
MOST_CHANGES, ONE_IN = 60, 3


class Change(NamedTuple):
    """A day that changed: its entry before and now, None where there is none."""

    before: DayEntry | None
    now: DayEntry | None


def changes_between(
    before: Sequence[DayEntry], now: Sequence[DayEntry]
) -> dict[int, Change] | None:
    """Return the days that changed, in order, by their distance from the first day.

    Entries are frozen, so that one and the same has not changed, and is not looked into.

    Args:
        before: entries in the order of their days, at least one.
        now: the same, later.

    Returns:
        None where another day is the first, or too many days changed to be worth it.
    """
    if before[0].date != now[0].date:
        return None
    shorter = min(len(before), len(now))
    same = min(shorter, _alike(before, now))
    same_end = min(shorter - same, _alike(reversed(before), reversed(now)))
    old = {entry.date: entry for entry in before[same : len(before) - same_end]}
    new = {entry.date: entry for entry in now[same : len(now) - same_end]}
    days = [day for day in sorted({*old, *new}) if old.get(day) is not new.get(day)]
    if len(days) > max(MOST_CHANGES, len(now) // ONE_IN):
        return None
    first = now[0].date.toordinal()
    return {day.toordinal() - first: Change(old.get(day), new.get(day)) for day in days}


def _alike(before: Iterable[DayEntry], now: Iterable[DayEntry]) -> int:
    """Return how many entries are the same ones, up to the first that is not."""
    return next(compress(count(), map(is_not, before, now)), sys.maxsize)


def with_changes(
    entries: Mapping[int, DayEntry], changes: Mapping[int, Change]
) -> dict[int, DayEntry]:
    """Return the entries by day, in order, with the changed days."""
    return _with_days(entries, {day: change.now for day, change in changes.items()})


def tabled(told: Iterable[tuple[int, Sequence[R]]], telling: Telling[K, R]) -> Table[K, R]:
    """Return the table of what the days report.

    Args:
        told: the days that report something, in order, each with its reports.
        telling: tells what the reports are about.
    """
    table: Table[K, R] = {}
    for day, reports in told:
        for of, report in telling.reports(reports):
            days = table.get(of)
            if days is None:
                table[of] = {day: [report]}
            elif day in days:
                days[day].append(report)
            else:
                days[day] = [report]
    return table


def table_with_changes(
    table: Table[K, R],
    entries: Mapping[int, DayEntry],
    changes: Mapping[int, Change],
    telling: Telling[K, R],
) -> Table[K, R]:
    """Return the table as :func:`tabled` makes it after some days changed.

    Args:
        table: of the entries before.
        entries: by day, in order, as they are now.
        changes: the days in which they differ.
        telling: tells what the reports of an entry are about.
    """
    changed: dict[K, dict[int, list[R] | None]] = {}
    for day, change in changes.items():
        for of, _report in telling.of(change.before):
            changed.setdefault(of, {})[day] = None
        for of, report in telling.of(change.now):
            days = changed.setdefault(of, {})
            days[day] = [*(days.get(day) or ()), report]
    renewed = {of: _with_days(table.get(of, {}), days) for of, days in changed.items()}
    result = {of: days for of, days in (table | renewed).items() if days}
    if all(_is_late_in(days, table.get(of, {}), changes) for of, days in renewed.items()):
        return result
    order = sorted(result, key=lambda of: _place_in_order(of, _first(result[of]), entries, telling))
    return {of: result[of] for of in order}


def _is_late_in(
    now: Mapping[int, R], before: Mapping[int, R], changes: Mapping[int, Change]
) -> bool:
    """Return whether the first day, by which the table is ordered, is untouched."""
    return _first(now) == _first(before) and _first(now) not in changes


def _place_in_order(
    of: K, first: int, entries: Mapping[int, DayEntry], telling: Telling[K, R]
) -> tuple[int, int]:
    """Return the first day something was reported, and its place among the reports of that day."""
    return first, [told for told, _report in telling.of(entries[first])].index(of)


def _first(days: Mapping[int, object]) -> int:
    return next(iter(days), -1)


def _with_days(before: Mapping[int, V], changed: Mapping[int, V | None]) -> dict[int, V]:
    """Return what stands by day, in order, with some days put in, replaced or, as None, removed."""
    days = dict(before)
    last = next(reversed(days), -1)
    for day, now in changed.items():
        if now is None:
            days.pop(day, None)
        else:
            days[day] = now
    is_in_order = all(day in before or day > last for day in changed)
    return days if is_in_order else dict(sorted(days.items(), key=itemgetter(0)))
