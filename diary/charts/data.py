"""What a chart of one place shows, computed from the diary; no drawing here.

The screen, the sheet for the doctor and the alternative text are all made from the same
:class:`ChartData`, so they cannot disagree. Silence stays ``None``; a recorded 0 stays 0.
"""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, TypeVar

from diary.charts.day_entries import days_of
from diary.domain.places import PLACES
from diary.domain.series import DaySeries
from diary.domain.windows import running_median
from diary.i18n import translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from diary.charts.lanes import Lane
    from diary.domain.diary import Diary

T = TypeVar("T")
MEDIAN_DAYS = 7
MEDIAN_AT_LEAST = 3
_SILENT = (None, None)


@dataclass(frozen=True, slots=True)
class Spell:
    """The days on which an alert stood, both included, and its short title.

    Where there is no room for all names, ``first`` goes before the others, then what stood
    last, then the higher ``tier``.
    """

    start: dt.date
    end: dt.date
    title: str
    tier: int = 0
    first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartData:
    """One place over a range of days; every tuple has one item a calendar day.

    Attributes:
        place: the id of the region.
        label: the place in words, translated.
        start: the first day.
        end: the last day.
        answered: whether the question about pain was answered.
        worst: the worst pain; 0 where denied, None where silent or without a score.
        late: whether the day was entered more than 48 h after its end.
        bad_night: whether pain there woke her or kept her awake; None where not known.
        usual: the level stated as usual; None where none is in force.
        median: the median of the last 7 days; None at gaps and where fewer than 3 are recorded.
        spells: alerts about the place, in order.
        lanes: what else was there on the same days, shown under the panel.
    """

    place: str
    label: str
    start: dt.date
    end: dt.date
    answered: tuple[bool, ...]
    worst: tuple[int | None, ...]
    late: tuple[bool, ...]
    bad_night: tuple[bool | None, ...]
    usual: tuple[int | None, ...]
    median: tuple[float | None, ...]
    spells: tuple[Spell, ...] = ()
    lanes: tuple[Lane, ...] = ()

    def day(self, position: int) -> dt.date:
        """Return the calendar day at a position."""
        return self.start + dt.timedelta(days=position)

    def gaps(self, at_least: int = 1) -> tuple[tuple[int, int], ...]:
        """Return the runs of unanswered days as (first, last) positions.

        Args:
            at_least: shorter runs are left out.
        """
        return tuple(
            (first, last)
            for answered, first, last in runs(self.answered)
            if not answered and last - first + 1 >= at_least
        )

    def usual_runs(self) -> tuple[tuple[int, int, int], ...]:
        """Return the runs of days with one usual level above 0 as (first, last, level)."""
        return tuple(
            (first, last, level)
            for level, first, last in runs(self.usual)
            if level is not None and level > 0
        )

    def unscored(self) -> tuple[int, ...]:
        """Return the positions of the days with pain that was not given a number."""
        return tuple(
            position
            for position, worst in enumerate(self.worst)
            if worst is None and self.answered[position]
        )

    def scores_on_time(self, first: int = 0, last: int | None = None) -> tuple[int | None, ...]:
        """Return the scores that count: late days are drawn, but not reckoned with.

        Args:
            first: the position of the first day.
            last: that of the last day; None is the last of all.
        """
        return self._on_time(self.worst, first, last)

    def nights_on_time(self, first: int = 0, last: int | None = None) -> tuple[bool | None, ...]:
        """Return the nights that count, in the same way."""
        return self._on_time(self.bad_night, first, last)

    def _on_time(
        self, values: tuple[T | None, ...], first: int, last: int | None
    ) -> tuple[T | None, ...]:
        days = slice(first, None if last is None else last + 1)
        if True not in self.late[days]:
            return values[days]
        pairs = zip(values[days], self.late[days], strict=True)
        return tuple([None if late else value for value, late in pairs])


def place_data(
    diary: Diary,
    region: str,
    start: dt.date,
    end: dt.date,
    spells: Iterable[Spell] = (),
    *,
    lanes: tuple[Lane, ...] = (),
) -> ChartData:
    """Return what the chart of ``region`` shows from ``start`` to ``end``.

    Args:
        diary: the whole diary; days before ``start`` count for the first medians.
        region: the id of a place.
        start: the first day shown.
        end: the last day shown.
        spells: alerts about the place; those outside the range are left out, others cut to it.
        lanes: what to show under the panel, for the same days.

    Raises:
        ValueError: ``end`` is before ``start``.
    """
    if end < start:
        raise ValueError("end before start")
    run_up = MEDIAN_DAYS - 1
    # Read once a day and in calendar order: over many years each further look is felt.
    entries = days_of(diary, start - dt.timedelta(days=run_up), end)
    late = [entry is not None and entry.is_late for entry in entries]
    pain = [_SILENT if entry is None else entry.pain_at(region) for entry in entries]
    scores = [worst for worst, _ in pain]
    # Late days are drawn but, as in the rules, not counted.
    on_time = [None if is_late else score for is_late, score in zip(late, scores, strict=True)]
    shown = entries[run_up:]
    return ChartData(
        place=region,
        label=translate(PLACES[region].label),
        start=start,
        end=end,
        answered=tuple(entry is not None and entry.pains is not None for entry in shown),
        worst=tuple(scores[run_up:]),
        late=tuple(late[run_up:]),
        bad_night=tuple(bad_night for _, bad_night in pain[run_up:]),
        usual=_usual(diary, region, start, end),
        median=_median(on_time)[run_up:],
        spells=_cut(spells, start, end),
        lanes=lanes,
    )


def runs(values: Iterable[T]) -> Iterator[tuple[T, int, int]]:
    """Yield each run of equal values with the positions of its first and its last."""
    first = 0
    for value, alike in groupby(values):
        end = first + len(list(alike))
        yield value, first, end - 1
        first = end


def _usual(diary: Diary, region: str, start: dt.date, end: dt.date) -> tuple[int | None, ...]:
    if not any(level.of == region for level in diary.profile.usual):
        return (None,) * ((end - start).days + 1)
    # Asked only where it may change: between two such days it is the same.
    stated = {one.since for one in diary.profile.usual if one.of == region and one.since}
    changes = sorted({start, *(day for day in stated if start < day <= end)})
    levels: list[int | None] = []
    for first, after in pairwise((*changes, end + dt.timedelta(days=1))):
        level = diary.profile.usual_on(region, first)
        levels += [None if level is None else level.level] * (after - first).days
    return tuple(levels)


def _median(scores: Sequence[int | None]) -> tuple[float | None, ...]:
    # The dates do not matter here: only which days follow each other.
    medians = running_median(DaySeries.of(dt.date.min, scores), MEDIAN_DAYS, MEDIAN_AT_LEAST)
    return tuple(None if math.isnan(value) else value for value in medians.values.tolist())


def _cut(spells: Iterable[Spell], start: dt.date, end: dt.date) -> tuple[Spell, ...]:
    inside = [
        replace(spell, start=max(spell.start, start), end=min(spell.end, end))
        for spell in spells
        if spell.start <= end and spell.end >= start
    ]
    return tuple(sorted(inside, key=lambda spell: (spell.start, spell.end, spell.title)))
