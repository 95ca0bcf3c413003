"""Condition: pain at a place on most days of two weeks, and not of old (W1 and its variants)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from diary.domain.windows import (
    LAST7,
    LAST14,
    PRIOR7,
    Window,
    counts,
    known,
    mean_on,
    means,
    medians,
)
from diary.i18n import format_fixed
from diary.rules.conditions.both_limbs import aches_on_both_sides, had_bad_night
from diary.rules.conditions.shapes import (
    enough_days,
    evidence,
    place_words,
    reach_of,
    reaches,
    verdicts,
)
from diary.rules.evidence import Finding
from diary.rules.model import NOT_ENOUGH_DAYS, NOT_MET, Tier
from diary.rules.newness_numbers import (
    BEGAN_FIRST,
    BEGAN_LAST,
    ENOUGH_BASE_DAYS,
    LONG_FIRST,
    LONG_LAST,
)
from diary.rules.track import Track

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.domain.places import PlaceClass
    from diary.domain.series import Flags, Floats
    from diary.rules.conditions.both_limbs import LimbNumbers
    from diary.rules.context import Context
    from diary.rules.rule import Minimum
    from diary.rules.track import Verdicts

BEGAN = Window("began", BEGAN_FIRST.value, BEGAN_LAST.value)
LONG_BEFORE = Window("long_before", LONG_FIRST.value, LONG_LAST.value)


@dataclass(frozen=True, slots=True)
class SecondWeek:
    """What makes pain speak before it has lasted two full weeks: a second week that is worse.

    Attributes:
        share: least share of the recorded days of last14 with pain.
        began: a day with pain must be recorded here, so that a sudden pain waits.
        rise: points the mean of last7 lies above that of prior7.
        triggers: triggers that explain it, on any day of last14.
    """

    share: float
    began: Window
    rise: int
    triggers: frozenset[str]


@dataclass(frozen=True, slots=True)
class LastingNumbers:
    """What counts as pain, how often, and what lowers the tier.

    Attributes:
        pain: the least score of a day with pain.
        share: least share of the recorded days of last14.
        old_share: share of the recorded days before that makes pain long-standing.
        spell_gap: days without pain after which a spell begins anew.
        spell_days: first recorded days of a spell that are searched for a trigger.
        triggers: triggers that explain a falling pain.
        fall_after_trigger: fall of the weekly median that lowers the tier after a trigger.
        fall_of_itself: fall of the weekly median that lowers it whatever began it.
        nearly_gone: highest last score for that.
        patience: days after which a pain that only falls is raised all the same.
        limbs: where pain on both sides is mostly of muscle or drug.
        limb_below: the weekly median must be below this.
    """

    pain: int
    share: float
    old_share: float
    spell_gap: int
    spell_days: int
    triggers: frozenset[str]
    fall_after_trigger: int
    fall_of_itself: int
    nearly_gone: int
    patience: int
    limbs: LimbNumbers
    limb_below: int


def long_standing(context: Context, place: str, pain: int, share: float) -> Flags:
    """Return the days on which pain at a place is long-standing.

    It was there on enough of the recorded days of the weeks before; with too few of these, the
    stated usual level says so.

    Args:
        context: the diary and what is known of it.
        place: the id of the place.
        pain: the least score of a day with pain, 0 to 10.
        share: of the recorded days before, 0 to 1.
    """
    scores = context.scores(place)
    recorded = known(scores, LONG_BEFORE)
    hurting = counts(scores >= pain, LONG_BEFORE)
    own = hurting >= share * recorded
    return np.where(recorded < ENOUGH_BASE_DAYS.value, context.usual(place) >= pain, own)


def lasting(
    context: Context,
    classes: tuple[PlaceClass, ...],
    numbers: LastingNumbers,
    minimums: tuple[Minimum, ...],
    second_week: SecondWeek | None = None,
) -> Iterator[Track]:
    """Yield a track for each reported place of the classes.

    The tier is SOON; NEXT_VISIT where the pain is falling fast, or is a mild ache of both limbs.

    Args:
        context: the diary and what is known of it.
        classes: the classes of places that are looked at.
        numbers: what counts as lasting; the rule gives each with its reason.
        minimums: recorded days each window needs before a place is judged.
        second_week: what speaks earlier; None: nothing does.
    """
    for place in context.reported(*classes):
        yield _Watcher(context, place, numbers, minimums, second_week).track()


class _Watcher:
    def __init__(
        self,
        context: Context,
        place: str,
        numbers: LastingNumbers,
        minimums: tuple[Minimum, ...],
        second_week: SecondWeek | None,
    ) -> None:
        self._context = context
        self._record = context.record
        self._place = place
        self._numbers = numbers
        self._minimums = minimums
        self._second_week = second_week
        self._scores = context.scores(place)
        self._hurts: Flags = self._scores >= numbers.pain
        self._items = self._record.pain_items[place]

    def track(self) -> Track:
        n = self._numbers
        found = self._record.windowed(
            ("lasting", self._place, n, self._minimums),
            (self._scores,),
            reach_of(self._minimums, LAST14, BEGAN),
            self._judged,
        )
        enough, met = found > NOT_ENOUGH_DAYS, found > NOT_MET
        worse = self._worse(enough & ~met)
        if met.any() or worse.any():
            new = ~long_standing(self._context, self._place, n.pain, n.old_share)
            met, worse = met & new, worse & new
        if self._second_week is not None and worse.any():
            # Last, because at first it looks at every report of the place.
            met |= worse & self._unexplained(self._second_week.triggers)
        result = verdicts(met, enough, Tier.SOON)
        if met.any():
            self._lower(result)
        return Track(self._place, result, self._explain)

    def _judged(self, scores: Floats) -> Verdicts:
        """Return what the scores of two weeks say of each day, whatever was before."""
        hurts = scores >= self._numbers.pain
        enough = enough_days(scores, self._minimums)
        lasts = counts(hurts, LAST14) >= self._numbers.share * known(scores, LAST14)
        return verdicts(enough & lasts & (counts(hurts, BEGAN) > 0), enough, Tier.SOON)

    def _worse(self, among: Flags) -> Flags:
        """Return on which of these days the second week is worse than the first."""
        second = self._second_week
        if second is None:
            return self._context.no_days
        worse = self._record.windowed(
            ("worse", self._place, self._numbers, second),
            (self._scores,),
            reach_of((), LAST14, PRIOR7, LAST7, second.began),
            partial(_grows, second, self._numbers.pain),
        )
        return np.asarray(among & worse, np.bool_)

    def _unexplained(self, triggers: frozenset[str]) -> Flags:
        """Return the days with none of these triggers in last14, late days included."""
        explained = self._record.with_value(self._place, "trigger", triggers)
        return np.asarray(counts(explained, LAST14) == 0, np.bool_)

    def _lower(self, result: Verdicts) -> None:
        """Set NEXT_VISIT where the pain falls fast or is a mild ache of both limbs."""
        days = np.flatnonzero((result == Tier.SOON) & self._record.has_entry)
        now, before = medians(self._scores, LAST7, days), medians(self._scores, PRIOR7, days)
        # The judged days up to each on which it is not met: with one more, falling begins anew.
        denied = np.cumsum((result == NOT_MET) & self._record.has_entry)
        falling_since: int | None = None
        for index in days.tolist():
            if self._falls(index, float(now[index]), float(before[index])):
                if falling_since is None or denied[index] > denied[falling_since]:
                    falling_since = index
                patient = index - falling_since < self._numbers.patience
            else:
                patient = False
            # An ache of both limbs stays one while it gets better: falling never raises it.
            if patient or self._is_limb_ache(index, float(now[index])):
                result[index] = Tier.NEXT_VISIT

    def _falls(self, index: int, now: float, before: float) -> bool:
        n = self._numbers
        if now <= before - n.fall_after_trigger and self._had_trigger(index):
            return True
        return (
            now <= before - n.fall_of_itself
            and self._last_score(index) <= n.nearly_gone
            and not had_bad_night(self._record, self._place, index)
        )

    def _last_score(self, index: int) -> float:
        recorded = np.flatnonzero(~np.isnan(self._scores[: index + 1]))
        return float(self._scores[recorded[-1]])

    def _had_trigger(self, index: int) -> bool:
        start = self._spell_start(index)
        recorded = np.flatnonzero(~np.isnan(self._scores[start : index + 1])) + start
        return any(
            pain.trigger in self._numbers.triggers
            for day in recorded[: self._numbers.spell_days]
            for pain in self._items.get(int(day), ())
        )

    def _spell_start(self, index: int) -> int:
        """The first recorded day with pain after ``spell_gap`` days without one."""
        days = np.flatnonzero(self._hurts[: index + 1])
        breaks = np.flatnonzero(np.diff(days) > self._numbers.spell_gap)
        return int(days[breaks[-1] + 1] if len(breaks) else days[0])

    def _is_limb_ache(self, index: int, now: float) -> bool:
        n = self._numbers
        return now < n.limb_below and aches_on_both_sides(
            self._record, self._place, self._hurts, index, n.limbs
        )

    def _explain(self, index: int, _place: str | None) -> Finding:
        day = np.array([index])
        span = LAST14.bounds(index, self._record.size)
        recorded = int(np.count_nonzero(~np.isnan(self._scores[span])))
        week = mean_on(self._scores, LAST7, index)
        prior = mean_on(self._scores, PRIOR7, index)
        found = evidence(
            self._record,
            self._scores,
            LAST14,
            index,
            used=self._hurts,
            numbers={
                "share": int(np.count_nonzero(self._hurts[span])) / recorded,
                "median_last7": float(medians(self._scores, LAST7, day)[index]),
                "median_prior7": float(medians(self._scores, PRIOR7, day)[index]),
                "mean_last7": week,
                "mean_prior7": prior,
            },
        )
        return Finding(
            found,
            {
                "where": place_words(self._place),
                "k": len(found.days_used),
                "n": found.days_recorded,
                "pain": self._numbers.pain,
                "week": format_fixed(week),
                "prior": format_fixed(prior),
            },
        )


def _grows(second: SecondWeek, pain: int, scores: Floats) -> Flags:
    """Return the days on which pain of enough points lasts and grows, by these scores alone."""
    hurts = scores >= pain
    rise = means(scores, LAST7) - means(scores, PRIOR7)
    often = counts(hurts, LAST14) >= second.share * known(scores, LAST14)
    return np.asarray(
        often & (counts(hurts, second.began) > 0) & reaches(rise, second.rise), np.bool_
    )
