"""Condition: a slow, steady climb over eight weeks (Theil-Sen rise, Mann-Kendall score)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from diary.domain.sliding_trends import sliding_corrections, sliding_lines, sliding_z
from diary.domain.trends import theil_sen
from diary.domain.windows import LAST7, LAST56, medians
from diary.i18n import format_fixed
from diary.rules.conditions.shapes import (
    ROUNDING,
    enough_days,
    evidence,
    place_words,
    reach_of,
    verdicts,
)
from diary.rules.evidence import Finding
from diary.rules.track import Track

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.domain.places import PlaceClass
    from diary.domain.series import Counts, Flags, Floats
    from diary.rules.context import Context
    from diary.rules.model import Tier
    from diary.rules.rule import Minimum
    from diary.rules.track import Verdicts


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
    """Yield a track for each reported place of the classes.

    The statistics, with their sources, are those of :mod:`diary.domain.trends`.

    Args:
        context: the diary and what is known of it.
        classes: the classes of places that are looked at.
        numbers: how steep, steady and high; the rule gives each with its reason.
        minimums: recorded days each window needs before a place is judged.
        tier: of the alert.
    """

    def judged(scores: Floats, has_entry: Flags) -> Verdicts:
        enough = enough_days(scores, minimums)
        met = enough & has_entry
        # The level of the last week first: it is cheap, and most days end there.
        days = np.flatnonzero(met)
        met &= medians(scores, LAST7, days) >= numbers.week
        if met.any():
            met &= _climbs(scores, np.flatnonzero(met), numbers)
        return verdicts(met, enough, tier)

    record = context.record
    for place in context.reported(*classes):
        scores = context.scores(place)
        found = record.windowed(
            ("climb", place, classes, numbers, minimums, tier),
            (scores, record.has_entry),
            reach_of(minimums, LAST7, LAST56),
            judged,
        )
        yield Track(place, found, _Explain(context, scores, place))


def _climbs(scores: Floats, days: Counts, numbers: ClimbNumbers) -> Flags:
    """Return on which of these days the scores of last56 climb; the other days are False."""
    met = np.zeros(len(scores), dtype=np.bool_)
    # Uncorrected first: the correction can only lower it.
    z = sliding_z(scores, LAST56)
    days = days[z[days] > numbers.score]
    slopes, rises = sliding_lines(scores, LAST56, days)
    steep = rises >= numbers.rise - ROUNDING
    days, slopes = days[steep], slopes[steep]
    met[days] = z[days] / sliding_corrections(scores, LAST56, days, slopes) > numbers.score
    return met


def _window(scores: Floats, index: int) -> tuple[Floats, Floats]:
    span = LAST56.bounds(index, len(scores))
    values = scores[span]
    recorded = np.flatnonzero(~np.isnan(values))
    return recorded.astype(float), values[recorded]


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
                "rise": format_fixed(rise, 0),
                "n": found.days_recorded,
                "weeks": round((int(days[-1] - days[0]) + 1) / LAST7.length),
                "median": found.numbers["median_last7"],
            },
        )
