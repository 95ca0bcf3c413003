"""Condition: the last recorded days are all severe, without a break or without relief (U2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from diary.domain.windows import BASE28, Window, medians
from diary.rules.conditions.shapes import (
    evidence,
    last_recorded,
    lowest_of_last,
    place_words,
    verdicts,
)
from diary.rules.evidence import Finding
from diary.rules.newness_numbers import ENOUGH_BASE_DAYS
from diary.rules.track import Track

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.domain.places import PlaceClass
    from diary.domain.series import Counts, Floats
    from diary.rules.context import Context
    from diary.rules.model import Tier

CONSTANT = frozenset({"constant"})
NOT_HELPED = frozenset({"none", "little"})


@dataclass(frozen=True, slots=True)
class UnremittingNumbers:
    """How severe, on how many days.

    Attributes:
        pain: the least score on each of the last days.
        days: how many last recorded days.
        within: calendar days that may hold them.
        marked: on how many of them it must be constant or hardly relieved.
        usual_below: median of base28, or the usual level, must be below this.
    """

    pain: int
    days: int
    within: int
    marked: int
    usual_below: int


def unremitting(
    context: Context, classes: tuple[PlaceClass, ...], numbers: UnremittingNumbers, tier: Tier
) -> Iterator[Track]:
    """Yield a track for each reported place of the classes.

    Args:
        context: the diary and what is known of it.
        classes: the classes of places that are looked at.
        numbers: how severe, on how many days; the rule gives each with its reason.
        tier: of the alert.
    """

    def lowest_of(scores: Floats) -> Floats:
        return lowest_of_last(scores, numbers.days, numbers.within)

    for place in context.reported(*classes):
        scores = context.scores(place)
        key = ("lowest", place, numbers)
        lowest = context.record.windowed(key, (scores,), numbers.within - 1, lowest_of)
        enough = ~np.isnan(lowest)
        met = enough & (lowest >= numbers.pain)
        if met.any():
            met &= usual_before(context, place, np.flatnonzero(met)) < numbers.usual_below
        if met.any():
            met &= _marked_days(context, place, numbers) >= numbers.marked
        yield Track(place, verdicts(met, enough, tier), _Explain(context, place, scores, numbers))


def usual_before(context: Context, place: str, days: np.ndarray) -> Floats:
    """Return what was usual at a place before each of these days.

    Args:
        context: the diary and what is known of it.
        place: the id of the place.
        days: positions of the days that are wanted, counted from the first of the record.

    Returns:
        By day, the median of base28; with too few recorded days the stated usual level; NaN on the
        other days that have enough.
    """
    own = medians(context.scores(place), BASE28, days)
    return np.where(context.base_days < ENOUGH_BASE_DAYS.value, context.usual(place), own)


def _marked_days(context: Context, place: str, numbers: UnremittingNumbers) -> Counts:
    """Return, by day, on how many of its last recorded days pain was constant or not relieved."""
    scores = context.scores(place)
    marked = context.record.with_value(place, "pattern", CONSTANT) | context.record.with_value(
        place, "relief", NOT_HELPED
    )
    first = last_recorded(scores, numbers.days, numbers.within)
    totals = np.concatenate(([0], np.cumsum(marked[~np.isnan(scores)], dtype=np.int64)))
    some = first >= 0
    days = np.zeros(len(scores), dtype=np.int64)
    days[some] = totals[first[some] + numbers.days] - totals[first[some]]
    return days


class _Explain:
    def __init__(
        self, context: Context, place: str, scores: Floats, numbers: UnremittingNumbers
    ) -> None:
        self._context = context
        self._place = place
        self._scores = scores
        self._numbers = numbers

    def __call__(self, index: int, _place: str | None) -> Finding:
        n = self._numbers
        lowest = float(lowest_of_last(self._scores, n.days, n.within)[index])
        marked = int(_marked_days(self._context, self._place, n)[index])
        found = evidence(
            self._context.record,
            self._scores,
            Window("last", n.within - 1, 0),
            index,
            used=~np.isnan(self._scores),
            numbers={"lowest_of_last_days": lowest, "constant_or_not_helped_days": marked},
        )
        return Finding(
            found,
            {
                "where": place_words(self._place),
                "days": n.days,
                "lowest": found.numbers["lowest_of_last_days"],
                "k": marked,
            },
        )
