"""Condition: the last recorded days are all high and well above the own baseline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from diary.domain.windows import BASE28, LAST7, medians
from diary.rules.conditions.shapes import (
    enough_days,
    evidence,
    lowest_of_last,
    place_words,
    verdicts,
)
from diary.rules.evidence import Finding
from diary.rules.track import Track

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.domain.places import PlaceClass
    from diary.domain.series import Flags, Floats
    from diary.rules.context import Context
    from diary.rules.model import Tier
    from diary.rules.rule import Minimum


@dataclass(frozen=True, slots=True)
class RiseNumbers:
    """How high, how far above the baseline, and on how many days.

    Attributes:
        pain: the least score on each of the last days.
        rise: points each of them is above the median of base28.
        days: how many last recorded days.
        within: calendar days that may hold them.
        week_rise: points above the median that make a day of last7 count.
        week_days: how many such days last7 must hold.
    """

    pain: int
    rise: int
    days: int
    within: int
    week_rise: int
    week_days: int


def fast_rise(
    context: Context,
    classes: tuple[PlaceClass, ...],
    numbers: RiseNumbers,
    minimums: tuple[Minimum, ...],
    tier: Tier,
) -> Iterator[Track]:
    """Yield a track for each reported place of the classes."""
    for place in context.reported(*classes):
        scores = context.scores(place)
        enough = enough_days(scores, minimums)
        lowest = lowest_of_last(scores, numbers.days, numbers.within)
        high = enough & (np.nan_to_num(lowest, nan=-1.0) >= numbers.pain)
        median = medians(scores, BASE28, np.flatnonzero(high))
        met = high & (lowest >= median + numbers.rise)
        for index in np.flatnonzero(met):
            met[index] = _week_days(scores, median, int(index), numbers) >= numbers.week_days
        yield Track(
            place,
            verdicts(met, enough, tier),
            _Explain(context, scores, median, numbers, place),
        )


def _raised(scores: Floats, median: float, numbers: RiseNumbers) -> Flags:
    return np.asarray(scores >= median + numbers.week_rise, dtype=np.bool_)


def _week_days(scores: Floats, median: Floats, index: int, numbers: RiseNumbers) -> int:
    window = LAST7.bounds(index, len(scores))
    return int(np.count_nonzero(_raised(scores[window], float(median[index]), numbers)))


class _Explain:
    def __init__(
        self, context: Context, scores: Floats, median: Floats, numbers: RiseNumbers, place: str
    ) -> None:
        self._record = context.record
        self._scores = scores
        self._median = median
        self._numbers = numbers
        self._place = place

    def __call__(self, index: int, _place: str | None) -> Finding:
        median = float(self._median[index])
        found = evidence(
            self._record,
            self._scores,
            LAST7,
            index,
            used=_raised(self._scores, median, self._numbers),
            numbers={
                "lowest_of_last_days": float(
                    lowest_of_last(self._scores, self._numbers.days, self._numbers.within)[index]
                ),
                "median_before": median,
            },
        )
        return Finding(
            found,
            {
                "where": place_words(self._place),
                "lowest": found.numbers["lowest_of_last_days"],
                "before": found.numbers["median_before"],
                "days": self._numbers.days,
            },
        )
