"""Condition: the last week is well above the own baseline, and the week before it already was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from diary.domain.windows import LAST7, PRIOR7, known, mean_on, means
from diary.i18n import format_fixed
from diary.rules.conditions.shapes import (
    enough_days,
    evidence,
    place_words,
    reach_of,
    reaches,
    verdicts,
)
from diary.rules.evidence import Finding
from diary.rules.track import Track

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.domain.places import PlaceClass
    from diary.domain.series import Floats
    from diary.domain.windows import Window
    from diary.rules.context import Context
    from diary.rules.model import Tier
    from diary.rules.rule import Minimum
    from diary.rules.track import Verdicts


@dataclass(frozen=True, slots=True)
class StepNumbers:
    """How far the weekly means must lie above the baseline.

    Attributes:
        baseline: the days of the own baseline.
        base: the least mean of the baseline; below it pain is new and another rule decides.
        rise: points the mean of last7 lies above it.
        rise_before: points the mean of prior7 already lay above it.
        week: the least mean of last7.
    """

    baseline: Window
    base: int
    rise: int
    rise_before: int
    week: int


def step_up(
    context: Context,
    classes: tuple[PlaceClass, ...],
    numbers: StepNumbers,
    minimums: tuple[Minimum, ...],
    tier: Tier,
) -> Iterator[Track]:
    """Yield a track for each reported place of the classes.

    Args:
        context: the diary and what is known of it.
        classes: the classes of places that are looked at.
        numbers: how far above the baseline; the rule gives each with its reason.
        minimums: recorded days each window needs before a place is judged.
        tier: of the alert.
    """

    def judged(scores: Floats) -> Verdicts:
        enough = enough_days(scores, minimums)
        base, prior, week = (means(scores, window) for window in (numbers.baseline, PRIOR7, LAST7))
        # A mean of no days is NaN, every comparison with it is false, and the rule stays silent.
        met = (
            enough
            & reaches(base, numbers.base)
            & reaches(week - base, numbers.rise)
            & reaches(prior - base, numbers.rise_before)
            & reaches(week, numbers.week)
        )
        return verdicts(met, enough, tier)

    for place in context.reported(*classes):
        scores = context.scores(place)
        found = context.record.windowed(
            ("step up", place, numbers, minimums, tier),
            (scores,),
            reach_of(minimums, numbers.baseline, PRIOR7, LAST7),
            judged,
        )
        yield Track(place, found, _Explain(context, scores, place, numbers.baseline))


class _Explain:
    def __init__(self, context: Context, scores: Floats, place: str, baseline: Window) -> None:
        self._record = context.record
        self._scores = scores
        self._place = place
        self._baseline = baseline

    def __call__(self, index: int, _place: str | None) -> Finding:
        base, prior, week = (
            mean_on(self._scores, window, index) for window in (self._baseline, PRIOR7, LAST7)
        )
        found = evidence(
            self._record,
            self._scores,
            LAST7,
            index,
            used=~np.isnan(self._scores),
            numbers={
                f"mean_{self._baseline.name}": base,
                "mean_prior7": prior,
                "mean_last7": week,
                f"recorded_{self._baseline.name}": int(known(self._scores, self._baseline)[index]),
            },
        )
        return Finding(
            found,
            {
                "where": place_words(self._place),
                "n": found.days_recorded,
                "week": format_fixed(week),
                "prior": format_fixed(prior),
                "base": format_fixed(base),
                "n_base": found.numbers[f"recorded_{self._baseline.name}"],
            },
        )
