"""Conditions about painkillers: pain that they do not help (W5), and more of them (W6)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from diary.domain.choices import RELIEFS
from diary.domain.windows import BASE28, LAST7, LAST14, counts, known, means, sums
from diary.i18n import format_fixed, mark
from diary.rules.conditions.shapes import (
    ROUNDING,
    enough_days,
    evidence,
    place_words,
    reaches,
    verdicts,
)
from diary.rules.conditions.treatments import running_days
from diary.rules.conditions.unremitting import NOT_HELPED
from diary.rules.evidence import Finding, Says
from diary.rules.track import Track

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from diary.domain.entry import Medicine
    from diary.domain.places import PlaceClass
    from diary.domain.record import Record
    from diary.domain.series import Flags, Floats
    from diary.domain.windows import Window
    from diary.rules.context import Context
    from diary.rules.model import Tier
    from diary.rules.rule import Minimum
    from diary.rules.track import Explain

# A medicine whose kind was not said counts neither way.
PAINKILLERS = frozenset({"paracetamol", "anti_inflammatory", "opioid", "nerve_pain"})
HELPED = frozenset(RELIEFS) - NOT_HELPED
STRONG = frozenset({"opioid", "steroid"})
EXERCISED = Says(
    title=mark("Pain in {where} goes on"),
    noticed=mark(
        "You recorded pain of 4 or more in {where} on {k} of the {n} days you recorded in the "
        "last two weeks."
    ),
    worked_out=mark("Physiotherapy has run for two weeks."),
)
FIRST_STRONG = Says(
    title=mark("A first opioid or steroid beside pain in {where}"),
    noticed=mark(
        "You recorded an opioid or a steroid on {k} of the {n} days you answered this week."
    ),
    worked_out=mark(
        "You recorded none in the four weeks before the last two. Pain in {where} did not fall "
        "meanwhile."
    ),
)


class Taken:
    """The medicines of a diary as daily vectors; only recorded days are known."""

    def __init__(self, record: Record) -> None:
        self._record = record

    def _flag(self, name: str, holds: Callable[[Medicine], bool]) -> Flags:
        """Return the recorded days with such a medicine; the name stands for what it must be."""

        def has(taken: tuple[Medicine, ...]) -> bool:
            return any(map(holds, taken))

        return self._record.flags("medicines", name, has) & ~self._record.late

    @cached_property
    def doses(self) -> Floats:
        """Doses of painkillers by day; NaN too where one was taken in an amount not told."""
        doses = self._record.values("medicines", "doses of painkillers", _doses)
        return np.where(self._record.late, math.nan, doses)

    @cached_property
    def strong(self) -> Flags:
        """Recorded days with at least one dose of an opioid or steroid."""
        return self._flag("strong", lambda m: m.kind in STRONG and _is_taken(m))

    @cached_property
    def strong_perhaps(self) -> Flags:
        """The same, with the days on which the amount was not told."""
        return self._flag("strong perhaps", lambda m: m.kind in STRONG and m.doses != 0)

    @cached_property
    def opioids(self) -> Flags:
        """Recorded days with at least one dose of an opioid."""
        return self._flag("opioid", lambda m: m.kind == "opioid" and _is_taken(m))

    @cached_property
    def days(self) -> Flags:
        """Recorded days with at least one dose of a painkiller."""
        return self._flag("painkiller", lambda m: m.kind in PAINKILLERS and _is_taken(m))

    @cached_property
    def relief_told(self) -> Flags:
        """Days with a painkiller whose relief was told."""
        return self._flag("relief told", lambda m: _relief_of(m) is not None)

    @cached_property
    def not_helped(self) -> Flags:
        """Days on which every painkiller whose relief was told gave none or little."""
        return self.relief_told & ~self._flag("helped", lambda m: _relief_of(m) in HELPED)


def taken_in(context: Context) -> Taken:
    """Return the medicines of a diary; worked out once for all rules."""
    return context.kept(Taken, lambda: Taken(context.record))


def _doses(taken: tuple[Medicine, ...]) -> float:
    """Return the doses of painkillers of a day; NaN where an amount was not told."""
    return sum(math.nan if m.doses is None else m.doses for m in taken if m.kind in PAINKILLERS)


def _relief_of(medicine: Medicine) -> str | None:
    """Return how a painkiller that was taken helped, None where nothing says so."""
    return medicine.relief if medicine.kind in PAINKILLERS and _is_taken(medicine) else None


def _is_taken(medicine: Medicine) -> bool:
    return medicine.doses is not None and medicine.doses >= 1


@dataclass(frozen=True, slots=True)
class NotHelpedNumbers:
    """How much pain, on how many days, and what did not help.

    Attributes:
        pain: the least score of a day that counts.
        share: least share of the recorded days of last14.
        days: on how many of them a painkiller was taken.
        not_helped: least share of those with no or little relief.
        physiotherapy: days that it must have run.
    """

    pain: int
    share: float
    days: int
    not_helped: float
    physiotherapy: int


def not_helped(
    context: Context,
    classes: tuple[PlaceClass, ...],
    numbers: NotHelpedNumbers,
    minimums: tuple[Minimum, ...],
    tier: Tier,
) -> Iterator[Track]:
    """Yield a track for each reported place of the classes.

    True where pain lasts though painkillers were taken, with little relief, or physiotherapy ran.

    Args:
        context: the diary and what is known of it.
        classes: the classes of places that are looked at.
        numbers: how much pain on how many days; the rule gives each with its reason.
        minimums: recorded days each window needs before a place is judged.
        tier: of the alert.
    """
    taken = taken_in(context)
    exercised = running_days(context.record, "physiotherapy", since=numbers.physiotherapy)
    for place in context.reported(*classes):
        scores = context.scores(place)
        high: Flags = scores >= numbers.pain
        enough = enough_days(scores, minimums)
        lasts = counts(high, LAST14) >= numbers.share * known(scores, LAST14)
        told = counts(high & taken.relief_told, LAST14)
        without = counts(high & taken.not_helped, LAST14)
        medicine = (
            (counts(high & taken.days, LAST14) >= numbers.days)
            & (told > 0)
            & (without >= numbers.not_helped * told)
        )
        met = enough & lasts & (medicine | exercised)
        yield Track(
            place,
            verdicts(met, enough, tier),
            _explain_not_helped(context, place, scores, high, medicine),
        )


def _explain_not_helped(
    context: Context, place: str, scores: Floats, high: Flags, medicine: Flags
) -> Explain:
    taken = taken_in(context)

    def explain(index: int, _place: str | None) -> Finding:
        found = evidence(
            context.record,
            scores,
            LAST14,
            index,
            used=high,
            numbers={
                "painkiller_days": int(counts(high & taken.days, LAST14)[index]),
                "not_helped_days": int(counts(high & taken.not_helped, LAST14)[index]),
            },
        )
        return Finding(
            found,
            {"where": place_words(place), "k": len(found.days_used), "n": found.days_recorded},
            None if medicine[index] else EXERCISED,
        )

    return explain


@dataclass(frozen=True, slots=True)
class ClimbOfDosesNumbers:
    """How many more painkillers, beside pain that did not fall.

    Attributes:
        days: painkiller days a week more than in base28.
        doses: doses a week more than in base28.
        doses_share: and this share more.
        fall: the pain may be this far below its mean of base28, not more.
        pain: the least mean of last7 at the place that is named.
    """

    days: int
    doses: int
    doses_share: float
    fall: int
    pain: int


def more_painkillers(
    context: Context,
    classes: tuple[PlaceClass, ...],
    numbers: ClimbOfDosesNumbers,
    minimums: tuple[Minimum, ...],
    tier: Tier,
) -> Iterator[Track]:
    """Yield one track for the classes, if pain was ever reported there.

    True where she takes more than before, or a first opioid or steroid, and the pain did not fall.

    Args:
        context: the diary and what is known of it.
        classes: the classes of places of which the one that hurts most is named.
        numbers: how many more days and doses a week; the rule gives each with its reason.
        minimums: days each window needs on which the medicines were answered, with every amount.
        tier: of the alert.
    """
    places = context.reported(*classes)
    if not places:
        return
    taken = taken_in(context)
    enough = enough_days(taken.doses, minimums)
    rise = _weekly(taken, LAST7, days=True) - _weekly(taken, BASE28, days=True)
    more = reaches(rise, numbers.days) | _more_doses(taken, numbers)
    first = (counts(taken.strong, LAST7) > 0) & (counts(taken.strong_perhaps, BASE28) == 0)
    met = enough & (more | first)
    weekly = np.array([means(context.scores(place), LAST7) for place in places])
    # The first of the places with the highest mean; one without a known day comes last.
    worst = np.where(np.isnan(weekly), -1.0, weekly).argmax(axis=0)
    if met.any():
        every = np.arange(context.record.size)
        now = weekly[worst, every]
        before = np.array([means(context.scores(place), BASE28) for place in places])[worst, every]
        met &= (now >= numbers.pain) & ~(now < before - numbers.fall - ROUNDING)

    def worst_place(index: int) -> str:
        return places[int(worst[index])]

    yield Track(
        None,
        verdicts(met, enough, tier),
        _explain_doses(context, worst_place, more),
        worst_place,
    )


def _weekly(taken: Taken, window: Window, *, days: bool) -> Floats:
    """Painkiller days, or doses, per seven recorded days of the window; NaN where none is."""
    # A day with one known dose is a painkiller day, whatever else was taken.
    told = np.where(taken.days, 1.0, taken.doses) if days else taken.doses
    recorded = known(told, window)
    total = counts(taken.days, window) if days else sums(taken.doses, window)
    weekly = np.full(len(recorded), np.nan)
    np.divide(LAST7.length * total, recorded, out=weekly, where=recorded > 0)
    return weekly


def _more_doses(taken: Taken, numbers: ClimbOfDosesNumbers) -> Flags:
    now, before = _weekly(taken, LAST7, days=False), _weekly(taken, BASE28, days=False)
    share = (1 + numbers.doses_share) * before
    return reaches(now - before, numbers.doses) & reaches(now - share, 0)


def _explain_doses(context: Context, worst_place: Callable[[int], str], more: Flags) -> Explain:
    taken = taken_in(context)

    def explain(index: int, place: str | None) -> Finding:
        named = worst_place(index) if place is None else place
        found = evidence(
            context.record,
            taken.doses,
            LAST7,
            index,
            used=taken.days if more[index] else taken.strong,
            numbers={
                "painkiller_days_a_week": float(_weekly(taken, LAST7, days=True)[index]),
                "painkiller_days_a_week_before": float(_weekly(taken, BASE28, days=True)[index]),
                "doses_a_week": float(_weekly(taken, LAST7, days=False)[index]),
                "doses_a_week_before": float(_weekly(taken, BASE28, days=False)[index]),
            },
        )
        return Finding(
            found,
            {
                "where": place_words(named),
                "k": len(found.days_used),
                "n": found.days_recorded,
                "before": format_fixed(_weekly(taken, BASE28, days=True)[index]),
                "doses": format_fixed(_weekly(taken, LAST7, days=False)[index], 0),
                "doses_before": format_fixed(_weekly(taken, BASE28, days=False)[index], 0),
            },
            None if more[index] else FIRST_STRONG,
        )

    return explain
