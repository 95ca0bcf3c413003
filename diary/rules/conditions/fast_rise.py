"""Condition: the last recorded days are all high and well above the own baseline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from diary.domain.windows import LAST7, PRIOR7, Window, known, means, medians
from diary.rules.conditions.both_limbs import aches_on_both_sides
from diary.rules.conditions.shapes import (
    enough_days,
    evidence,
    lowest_of_last,
    place_words,
    reach_of,
    reaches,
    verdicts,
)
from diary.rules.conditions.treatments import running_days
from diary.rules.evidence import Finding
from diary.rules.model import Tier
from diary.rules.track import Track

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.domain.places import PlaceClass
    from diary.domain.series import Flags, Floats
    from diary.rules.conditions.both_limbs import LimbNumbers
    from diary.rules.context import Context
    from diary.rules.rule import Minimum
    from diary.rules.track import Verdicts


@dataclass(frozen=True, slots=True)
class RiseNumbers:
    """How high, how far above the baseline, and on how many days.

    Attributes:
        pain: the least score on each of the last days.
        baseline: the days of the own baseline.
        rise: points each of them is above the median of the baseline.
        days: how many last recorded days.
        within: calendar days that may hold them.
        week_rise: points above the median that make a day of last7 count.
        week_days: how many such days last7 must hold.
        week_share: the least share of its recorded days.
        prior_rise: points the mean of prior7 must lie above the median already; None: any.
        limbs: where pain on both sides is mostly of muscle or drug; None: nowhere.
        limb_drug: the treatment that must run for that.
        limb_pain: least score of the days looked at for that.
    """

    pain: int
    baseline: Window
    rise: int
    days: int
    within: int
    week_rise: int
    week_days: int
    week_share: float
    prior_rise: int | None
    limbs: LimbNumbers | None
    limb_drug: str
    limb_pain: int


def fast_rise(
    context: Context,
    classes: tuple[PlaceClass, ...],
    numbers: RiseNumbers,
    minimums: tuple[Minimum, ...],
    tier: Tier,
) -> Iterator[Track]:
    """Yield a track for each reported place of the classes.

    The tier is SOON where it is an ache of both limbs that leaves the nights alone, on a drug that
    is known for it.

    Args:
        context: the diary and what is known of it.
        classes: the classes of places that are looked at.
        numbers: how high and how fast; the rule gives each with its reason.
        minimums: recorded days each window needs before a place is judged.
        tier: of the alert, but for such an ache.
    """

    def judged(scores: Floats) -> Verdicts:
        enough = enough_days(scores, minimums)
        lowest = lowest_of_last(scores, numbers.days, numbers.within)
        high = enough & (lowest >= numbers.pain)
        median = medians(scores, numbers.baseline, np.flatnonzero(high))
        met = high & (lowest >= median + numbers.rise)
        if numbers.prior_rise is not None:
            met &= reaches(means(scores, PRIOR7) - median, numbers.prior_rise)
        recorded = known(scores, LAST7)
        for index in np.flatnonzero(met):
            days = _week_days(scores, median, int(index), numbers)
            met[index] = days >= max(numbers.week_days, numbers.week_share * recorded[index])
        return verdicts(met, enough, tier)

    last = Window("last", numbers.within - 1, 0)
    reach = reach_of(minimums, numbers.baseline, PRIOR7, LAST7, last)
    for place in context.reported(*classes):
        scores = context.scores(place)
        key = ("fast rise", place, numbers, minimums, tier)
        result = context.record.windowed(key, (scores,), reach, judged)
        if numbers.limbs is not None:
            hurts = scores >= numbers.limb_pain
            on_drug = running_days(context.record, numbers.limb_drug)
            on_days = np.flatnonzero((result == tier) & on_drug)
            result = result.copy()
            for day in on_days.tolist():
                if aches_on_both_sides(context.record, place, hurts, day, numbers.limbs):
                    result[day] = Tier.SOON
        yield Track(
            place,
            result,
            _Explain(context, scores, numbers, place),
        )


def _raised(scores: Floats, median: float, numbers: RiseNumbers) -> Flags:
    return np.asarray(scores >= median + numbers.week_rise, dtype=np.bool_)


def _week_days(scores: Floats, median: Floats, index: int, numbers: RiseNumbers) -> int:
    window = LAST7.bounds(index, len(scores))
    return int(np.count_nonzero(_raised(scores[window], float(median[index]), numbers)))


class _Explain:
    def __init__(self, context: Context, scores: Floats, numbers: RiseNumbers, place: str) -> None:
        self._record = context.record
        self._scores = scores
        self._numbers = numbers
        self._place = place

    def __call__(self, index: int, _place: str | None) -> Finding:
        median = float(medians(self._scores, self._numbers.baseline, np.array([index]))[index])
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
                f"median_{self._numbers.baseline.name}": median,
            },
        )
        return Finding(
            found,
            {
                "where": place_words(self._place),
                "lowest": found.numbers["lowest_of_last_days"],
                "before": found.numbers[f"median_{self._numbers.baseline.name}"],
                "days": self._numbers.days,
                "pain": self._numbers.pain,
                "rise": self._numbers.rise,
            },
        )
