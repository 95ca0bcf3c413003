"""Condition: long-standing pain that stays high or holds back sleep or walking (V1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from diary.domain.windows import LAST14, counts, known, means
from diary.i18n import format_fixed
from diary.rules.conditions.function import held_back
from diary.rules.conditions.lasting import long_standing
from diary.rules.conditions.shapes import evidence, place_words, verdicts
from diary.rules.evidence import Finding
from diary.rules.track import Track

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.domain.places import PlaceClass
    from diary.domain.series import Floats
    from diary.rules.context import Context
    from diary.rules.model import Tier

FIELDS = ("sleep", "walking")


@dataclass(frozen=True, slots=True)
class UncontrolledNumbers:
    """How high, and how much is held back.

    Attributes:
        pain: the least score of a day with pain.
        old_share: share of the days before that makes pain long-standing.
        mean: the least mean of last14.
        held_back: answer about sleep or walking that counts.
        share: least share of the days on which it was answered.
        needed: recorded days of last14.
    """

    pain: int
    old_share: float
    mean: int
    held_back: int
    share: float
    needed: int


def uncontrolled(
    context: Context,
    classes: tuple[PlaceClass, ...],
    numbers: UncontrolledNumbers,
    *,
    reads: tuple[str, ...],
    tier: Tier,
) -> Iterator[Track]:
    """Yield a track for each reported place where no rule that is read is true.

    Args:
        context: the diary and what is known of it.
        classes: the classes of places that are looked at.
        numbers: how high, and how much is held back; the rule gives each with its reason.
        reads: ids of the rules that must not be true at the place.
        tier: of the alert.
    """
    function = held_back(context, FIELDS)
    answered = known(function, LAST14)
    often = (answered > 0) & (
        counts(function >= numbers.held_back, LAST14) >= numbers.share * answered
    )
    for place in context.reported(*classes):
        scores = context.scores(place)
        enough = known(scores, LAST14) >= numbers.needed
        high = means(scores, LAST14) >= numbers.mean
        # Held back by this pain: it must be there.
        hurts = counts(scores >= numbers.pain, LAST14) > 0
        met = enough & (high | (often & hurts))
        if met.any():
            met &= long_standing(context, place, numbers.pain, numbers.old_share)
        for rule_id in reads:
            met &= ~context.true_days(rule_id, place)
        yield Track(place, verdicts(met, enough, tier), _Explain(context, place, scores))


class _Explain:
    def __init__(self, context: Context, place: str, scores: Floats) -> None:
        self._record = context.record
        self._place = place
        self._scores = scores

    def __call__(self, index: int, _place: str | None) -> Finding:
        mean = float(means(self._scores, LAST14)[index])
        found = evidence(
            self._record,
            self._scores,
            LAST14,
            index,
            used=~np.isnan(self._scores),
            numbers={"mean_last14": mean},
        )
        return Finding(
            found,
            {
                "where": place_words(self._place),
                "mean": format_fixed(mean),
                "n": found.days_recorded,
            },
        )
