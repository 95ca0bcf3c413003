"""Condition: pain that is new at a place and there on most days of a week (U5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from diary.domain.windows import BASE28, LAST7, counts, means
from diary.i18n import format_fixed, mark, translate
from diary.rules.conditions.shapes import (
    FEW_BEFORE,
    enough_days,
    evidence,
    place_words,
    verdicts,
)
from diary.rules.evidence import Finding, Says
from diary.rules.newness_numbers import ENOUGH_BASE_DAYS
from diary.rules.track import Track

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.domain.series import Flags, Floats
    from diary.rules.context import Context
    from diary.rules.model import Tier
    from diary.rules.rule import Minimum

NOT_BEFORE = mark("It was not so in the four weeks before the last two.")
# Where a step up or a climb makes it true, whatever began it.
GONE_UP = Says(
    title=mark("Pain in {where} has gone up"),
    noticed=mark("Pain in {where} was {week} on average on the {n} days you recorded this week."),
    worked_out=mark("It has gone up over weeks, which is asked to be heard sooner at this place."),
)


@dataclass(frozen=True, slots=True)
class NewWeekNumbers:
    """How high, on how many days of the week, and what explains it.

    Attributes:
        pain: the least score of a day that counts.
        days: how many such days last7 must hold; none may be in base28.
        triggers: triggers that explain it.
    """

    pain: int
    days: int
    triggers: frozenset[str]


def new_for_a_week(
    context: Context,
    places: tuple[str, ...],
    numbers: NewWeekNumbers,
    *,
    minimums: tuple[Minimum, ...],
    reads: tuple[str, ...],
    tier: Tier,
) -> Iterator[Track]:
    """Yield a track for each reported one of the places.

    True where a rule that is read is true there, or where the pain itself is new and lasts.

    Args:
        context: the diary and what is known of it.
        places: ids of the places that are looked at.
        numbers: how high and on how many days; the rule gives each with its reason.
        minimums: recorded days each window needs before a place is judged.
        reads: ids of the rules that make it true wherever they are.
        tier: of the alert.
    """
    for place in places:
        if place not in context.record.pain_items:
            continue
        scores = context.scores(place)
        enough = enough_days(scores, minimums)
        met = _lasts(context, place, scores, numbers)
        for rule_id in reads:
            met |= context.true_days(rule_id, place)
        yield Track(
            place, verdicts(met & enough, enough, tier), _Explain(context, place, scores, numbers)
        )


def _lasts(context: Context, place: str, scores: Floats, numbers: NewWeekNumbers) -> Flags:
    high: Flags = scores >= numbers.pain
    none_before = np.where(
        context.base_days < ENOUGH_BASE_DAYS.value,
        context.usual(place) < numbers.pain,
        counts(high, BASE28) == 0,
    )
    explained = high & context.record.with_value(place, "trigger", numbers.triggers)
    lasts = (counts(high, LAST7) >= numbers.days) & (counts(explained, LAST7) == 0)
    return np.asarray(lasts & none_before, dtype=np.bool_)


class _Explain:
    def __init__(
        self, context: Context, place: str, scores: Floats, numbers: NewWeekNumbers
    ) -> None:
        self._context = context
        self._record = context.record
        self._place = place
        self._scores = scores
        self._numbers = numbers

    def __call__(self, index: int, _place: str | None) -> Finding:
        high = self._scores >= self._numbers.pain
        found = evidence(
            self._record,
            self._scores,
            LAST7,
            index,
            used=high,
            numbers={
                "days_high_last7": int(counts(high, LAST7)[index]),
                "days_high_base28": int(counts(high, BASE28)[index]),
            },
        )
        few = self._context.base_days[index] < ENOUGH_BASE_DAYS.value
        lasts = bool(_lasts(self._context, self._place, self._scores, self._numbers)[index])
        return Finding(
            found,
            {
                "where": place_words(self._place),
                "k": len(found.days_used),
                "n": found.days_recorded,
                "pain": self._numbers.pain,
                "week": format_fixed(means(self._scores, LAST7)[index]),
                "before": translate(FEW_BEFORE if few else NOT_BEFORE),
            },
            None if lasts else GONE_UP,
        )
