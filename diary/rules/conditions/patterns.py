"""Condition: pain that keeps to the night or to rest, and did not before (W4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from diary.domain.choices import BAD_NIGHTS
from diary.domain.windows import LAST7, counts, known
from diary.i18n import mark, translate
from diary.rules.conditions.shapes import FEW_BEFORE, evidence, place_words, verdicts
from diary.rules.evidence import Finding
from diary.rules.newness_numbers import ENOUGH_BASE_DAYS
from diary.rules.track import Track

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from diary.domain.series import Flags
    from diary.domain.windows import Window
    from diary.rules.context import Context
    from diary.rules.model import Tier

SELDOM = mark("In the eight weeks before the last two it was seldom so.")


@dataclass(frozen=True, slots=True)
class PatternNumbers:
    """What counts as the pattern, how often, and what counts as such a night.

    Attributes:
        pain: the least score of a day with pain.
        days: how many days with pain last7 must hold.
        timings: times of day that make the pattern.
        worse_with: what makes it worse in the pattern.
        share: least share of the days with pain.
        baseline: the days of the own baseline.
        share_before: the same share of the baseline must be below this.
        nights: how many bad nights of last7 are enough by themselves.
        night_lowest: least score of such a night, by place.
        night_highest: highest score of such a night, by place; None: any.
        nights_before: such nights a week in the baseline must be fewer.
        usual_below: with too few days in the baseline the usual level must be below this.
    """

    pain: int
    days: int
    timings: frozenset[str]
    worse_with: frozenset[str]
    share: float
    baseline: Window
    share_before: float
    nights: int
    night_lowest: int
    night_highest: Callable[[str], int] | None
    nights_before: int
    usual_below: int


def night_or_rest(
    context: Context, places: tuple[str, ...], numbers: PatternNumbers, tier: Tier
) -> Iterator[Track]:
    """Yield a track for each of the reported places.

    Args:
        context: the diary and what is known of it.
        places: ids of the places that are looked at; each was reported.
        numbers: what counts as the pattern or such a night; the rule gives each with its reason.
        tier: of the alert.
    """
    for place in places:
        yield _Watcher(context, place, numbers).track(tier)


class _Watcher:
    def __init__(self, context: Context, place: str, numbers: PatternNumbers) -> None:
        self._context = context
        self._record = context.record
        self._place = place
        self._numbers = numbers
        self._scores = context.scores(place)
        self._hurts: Flags = self._scores >= numbers.pain
        self._pattern = self._with_pattern() & self._hurts
        self._bad = self._record.with_value(place, "night", BAD_NIGHTS) & (
            self._scores >= numbers.night_lowest
        )
        self._few = counts(self._record.pains_recorded, numbers.baseline) < ENOUGH_BASE_DAYS.value
        if numbers.night_highest is not None:
            self._bad &= self._scores <= numbers.night_highest(place)

    def _with_pattern(self) -> Flags:
        flags = np.zeros(self._record.size, dtype=np.bool_)
        n = self._numbers
        for field, values in (("timing", n.timings), ("worse_with", n.worse_with)):
            for value in values:
                flags[list(self._record.pains_with(field, value, self._place))] = True
        return flags

    def track(self, tier: Tier) -> Track:
        n, base = self._numbers, self._numbers.baseline
        usual = self._context.usual(self._place) < n.usual_below
        hurting = counts(self._hurts, LAST7)
        before = counts(self._pattern, base) < n.share_before * counts(self._hurts, base)
        # No pain at all before: the pattern is new with the pain.
        before |= counts(self._hurts, base) == 0
        keeps = (
            (hurting >= n.days)
            & (counts(self._pattern, LAST7) >= n.share * hurting)
            & np.where(self._few, usual, before)
        )
        quiet = counts(self._bad, base) * LAST7.length < n.nights_before * known(self._scores, base)
        nights = (counts(self._bad, LAST7) >= n.nights) & np.where(self._few, usual, quiet)
        enough = known(self._scores, LAST7) >= n.days
        return Track(self._place, verdicts(keeps | nights, enough, tier), self._explain)

    def _explain(self, index: int, _place: str | None) -> Finding:
        used = self._pattern | self._bad
        found = evidence(
            self._record,
            self._scores,
            LAST7,
            index,
            used=used,
            numbers={
                "days_with_pain": int(counts(self._hurts, LAST7)[index]),
                "days_with_pattern": int(counts(self._pattern, LAST7)[index]),
                "bad_nights": int(counts(self._bad, LAST7)[index]),
            },
        )
        return Finding(
            found,
            {
                "where": place_words(self._place),
                "k": len(found.days_used),
                "n": found.days_recorded,
                "before": translate(FEW_BEFORE if self._few[index] else SELDOM),
            },
        )
