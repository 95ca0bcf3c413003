"""Condition: pain at more places of spine and bone than in any week before (W7)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from diary.domain.windows import BASE28, LAST7, counts, side_by_side
from diary.rules.conditions.shapes import enough_days, evidence, place_words, verdicts
from diary.rules.evidence import Finding
from diary.rules.track import Track

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.domain.places import PlaceClass
    from diary.domain.series import Counts
    from diary.rules.context import Context
    from diary.rules.model import Tier
    from diary.rules.rule import Minimum


@dataclass(frozen=True, slots=True)
class SpreadNumbers:
    """What counts as a place, and how many more there must be.

    Attributes:
        pain: the least score at a place.
        days: recorded days of a week with it.
        more: how many more places than in the fullest week of base28.
    """

    pain: int
    days: int
    more: int


def more_places(
    context: Context,
    classes: tuple[PlaceClass, ...],
    numbers: SpreadNumbers,
    minimums: tuple[Minimum, ...],
    tier: Tier,
) -> Iterator[Track]:
    """Yield one track for the classes, if pain was ever reported there.

    Args:
        context: the diary and what is known of it.
        classes: the classes of places that are counted together.
        numbers: what counts as a place, and how many more; the rule gives each with its reason.
        minimums: recorded days each window needs before the classes are judged.
        tier: of the alert.
    """
    places = context.reported(*classes)
    if len(places) < numbers.more:
        return
    hurting = {
        place: counts(context.scores(place) >= numbers.pain, LAST7) >= numbers.days
        for place in places
    }
    number: Counts = np.sum(list(hurting.values()), axis=0)
    scores = context.class_scores(*classes)
    enough = enough_days(scores, minimums)
    met = enough & (number - _fullest_before(number) >= numbers.more)

    def newest(index: int) -> str:
        def since(place: str) -> int:
            quiet = np.flatnonzero(~hurting[place][: index + 1])
            return int(quiet[-1]) if len(quiet) else -1

        return max((place for place in places if hurting[place][index]), key=since)

    def explain(index: int, place: str | None) -> Finding:
        named = newest(index) if place is None else place
        found = evidence(
            context.record,
            scores,
            LAST7,
            index,
            used=scores >= numbers.pain,
            numbers={
                "places": int(number[index]),
                "places_before": int(_fullest_before(number)[index]),
            },
        )
        return Finding(
            found,
            {
                "where": place_words(named),
                "k": int(number[index]),
                "before": int(_fullest_before(number)[index]),
                "n": found.days_recorded,
            },
        )

    yield Track(None, verdicts(met, enough, tier), explain, newest)


def _fullest_before(number: Counts) -> Counts:
    """Return, by day, the highest number of places in a week that lies within base28."""
    size = len(number)
    first, last = BASE28.first - LAST7.first, BASE28.last
    padded = np.concatenate((np.zeros(first, dtype=number.dtype), number))
    rows = side_by_side(padded, first - last + 1)[:size]
    highest: Counts = rows.max(axis=1)
    return highest
