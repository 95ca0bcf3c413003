"""Condition: new pain that rises in its second week, or a climb that is already high (U16)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from diary.domain.windows import LAST7, LAST14, PRIOR7, counts, known, means, medians
from diary.i18n import format_fixed, mark, translate
from diary.rules.conditions.lasting import long_standing
from diary.rules.conditions.shapes import enough_days, evidence, place_words, reaches, verdicts
from diary.rules.evidence import Finding
from diary.rules.track import Track

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.domain.places import PlaceClass
    from diary.domain.series import Flags, Floats
    from diary.rules.context import Context
    from diary.rules.model import Tier
    from diary.rules.rule import Minimum


NOT_RECORDED = mark("not recorded")


@dataclass(frozen=True, slots=True)
class RisingNumbers:
    """How high and how lasting.

    Attributes:
        high: the least mean of last7 where a rule that is read is true.
        pain: the least score of a day with pain.
        share: least share of the recorded days of last14 with pain.
        week: the least mean of last7 of new pain.
        rise: points it lies above the mean of prior7.
        old_share: share of the days before that makes pain long-standing.
    """

    high: int
    pain: int
    share: float
    week: int
    rise: int
    old_share: float


def rising(
    context: Context,
    classes: tuple[PlaceClass, ...],
    numbers: RisingNumbers,
    *,
    minimums: tuple[Minimum, ...],
    reads: tuple[str, ...],
    tier: Tier,
) -> Iterator[Track]:
    """Yield a track for each reported place of the classes.

    Args:
        context: the diary and what is known of it.
        classes: the classes of places that are looked at.
        numbers: how high and how lasting; the rule gives each with its reason.
        minimums: recorded days each window needs before a place is judged.
        reads: ids of the rules that, with a week that is high, make it true at their place.
        tier: of the alert.
    """
    for place in context.reported(*classes):
        scores = context.scores(place)
        enough = enough_days(scores, minimums)
        week = means(scores, LAST7)
        high = reaches(week, numbers.high)
        read = np.zeros(len(scores), dtype=np.bool_)
        for rule_id in reads:
            read |= context.true_days(rule_id, place)
        met = (read & high) | (enough & _rises(context, place, numbers, week))
        yield Track(place, verdicts(met, enough, tier), _Explain(context, place, scores))


def _rises(context: Context, place: str, numbers: RisingNumbers, week: Floats) -> Flags:
    scores = context.scores(place)
    met = (
        (counts(scores >= numbers.pain, LAST14) >= numbers.share * known(scores, LAST14))
        & reaches(week, numbers.week)
        & reaches(week - means(scores, PRIOR7), numbers.rise)
    )
    if not met.any():
        return met
    met &= ~long_standing(context, place, numbers.pain, numbers.old_share)
    last = _last_known(scores)
    days = np.flatnonzero(met)
    return met & (last - medians(scores, LAST7, days) >= 0)


def _last_known(scores: Floats) -> Floats:
    """Return, by day, the last known score up to it."""
    days = np.where(np.isnan(scores), -1, np.arange(len(scores)))
    last = np.maximum.accumulate(days)
    return np.where(last >= 0, scores[np.maximum(last, 0)], np.nan)


class _Explain:
    def __init__(self, context: Context, place: str, scores: Floats) -> None:
        self._record = context.record
        self._place = place
        self._scores = scores

    def __call__(self, index: int, _place: str | None) -> Finding:
        week = float(means(self._scores, LAST7)[index])
        prior = float(means(self._scores, PRIOR7)[index])
        found = evidence(
            self._record,
            self._scores,
            LAST14,
            index,
            used=~np.isnan(self._scores),
            numbers={"mean_last7": week, "mean_prior7": prior},
        )
        return Finding(
            found,
            {
                "where": place_words(self._place),
                "n": found.days_recorded,
                "week": format_fixed(week),
                # A climb of weeks may be read after a week of silence.
                "prior": translate(NOT_RECORDED) if np.isnan(prior) else format_fixed(prior),
            },
        )
