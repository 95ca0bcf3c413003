"""Condition: a slow, steady climb over eight weeks (Theil-Sen rise, Mann-Kendall score)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from diary.domain.trends import mann_kendall, theil_sen
from diary.domain.windows import LAST7, LAST56, counts, known, medians
from diary.rules.conditions.shapes import ROUNDING, enough_days, evidence, place_words, verdicts
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
class ClimbNumbers:
    """How steep, how steady, how high.

    Attributes:
        rise: points of the Theil-Sen line over the recorded span.
        score: what the corrected Mann-Kendall z must exceed.
        week: the least median of last7.
    """

    rise: float
    score: float
    week: float


def slow_climb(
    context: Context,
    classes: tuple[PlaceClass, ...],
    numbers: ClimbNumbers,
    minimums: tuple[Minimum, ...],
    tier: Tier,
) -> Iterator[Track]:
    """Yield a track for each reported place of the classes."""
    for place in context.reported(*classes):
        scores = context.scores(place)
        enough = enough_days(scores, minimums)
        met = enough & context.record.has_entry
        # Cheap necessary tests first: the level of the last week, then the score before its
        # correction, which can only lower it.
        days = np.flatnonzero(met)
        met &= np.nan_to_num(medians(scores, LAST7, days), nan=-1.0) >= numbers.week
        if met.any():
            met &= _scores_above(scores, numbers.score)
        for index in np.flatnonzero(met):
            met[index] = _climbs(scores, int(index), numbers)
        yield Track(place, verdicts(met, enough, tier), _Explain(context, scores, place))


def _scores_above(scores: Floats, limit: float) -> Flags:
    """Return the days on which the uncorrected z of last56 exceeds ``limit``, all at once.

    S is a sum of signs over pairs of days at most 55 apart: for each distance a running sum. The
    tie correction counts each score from 0 to 10, which is why scores must be whole numbers.
    """
    size, window = len(scores), LAST56
    s = np.zeros(size)
    days = np.arange(size)
    for distance in range(1, min(window.length, size)):
        signs = np.zeros(size)
        signs[distance:] = np.nan_to_num(np.sign(scores[distance:] - scores[:-distance]))
        totals = np.concatenate(([0.0], np.cumsum(signs)))
        first = np.clip(days - window.first + distance, 0, size)
        s += totals[days + 1] - totals[np.minimum(first, days + 1)]
    n = known(scores, window).astype(float)
    variance = n * (n - 1) * (2 * n + 5)
    for score in range(11):
        t = counts(scores == score, window).astype(float)
        variance -= t * (t - 1) * (2 * t + 5)
    deviation = np.sqrt(np.maximum(variance, 0.0) / 18)
    return np.asarray((variance > 0) & (s - 1 > limit * deviation), dtype=np.bool_)


def _window(scores: Floats, index: int) -> tuple[Floats, Floats]:
    span = LAST56.bounds(index, len(scores))
    values = scores[span]
    recorded = np.flatnonzero(~np.isnan(values))
    return recorded.astype(float), values[recorded]


def _climbs(scores: Floats, index: int, numbers: ClimbNumbers) -> bool:
    if _rise(scores, index) < numbers.rise - ROUNDING:
        return False
    days, values = _window(scores, index)
    return bool(mann_kendall(days, values, lag1=True).z > numbers.score)


def _rise(scores: Floats, index: int) -> float:
    days, values = _window(scores, index)
    slope = theil_sen(days, values).slope
    return 0.0 if slope is None else slope * float(days[-1] - days[0])


class _Explain:
    def __init__(self, context: Context, scores: Floats, place: str) -> None:
        self._record = context.record
        self._scores = scores
        self._place = place

    def __call__(self, index: int, _place: str | None) -> Finding:
        rise = _rise(self._scores, index)
        days, values = _window(self._scores, index)
        found = evidence(
            self._record,
            self._scores,
            LAST56,
            index,
            used=~np.isnan(self._scores),
            numbers={
                "rise": rise,
                "span_days": int(days[-1] - days[0]),
                "median_last7": float(medians(self._scores, LAST7, np.array([index]))[index]),
                "mean_last56": float(values.mean()),
            },
        )
        return Finding(
            found,
            {
                "where": place_words(self._place),
                "rise": f"{rise:.0f}",
                "n": found.days_recorded,
                "weeks": round((int(days[-1] - days[0]) + 1) / 7),
                "median": found.numbers["median_last7"],
            },
        )
