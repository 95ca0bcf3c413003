"""Condition: joint pain that lasts or steps up, and stiffness that lasts (V2)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from diary.domain.choices import SIDES, TREATMENT_KINDS
from diary.domain.places import PlaceClass
from diary.domain.symptoms import SYMPTOMS
from diary.domain.windows import LAST7, LAST14, counts, known, means
from diary.i18n import mark, translate
from diary.rules.conditions.function import held_back
from diary.rules.conditions.lasting import LastingNumbers, lasting
from diary.rules.conditions.newness import above_usual_words
from diary.rules.conditions.signals import lasting_signal, phrase_of, share_of_window
from diary.rules.conditions.step import StepNumbers, step_up
from diary.rules.conditions.treatments import running_days
from diary.rules.evidence import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.domain.series import Flags
    from diary.rules.context import Context
    from diary.rules.model import Tier
    from diary.rules.rule import Minimum
    from diary.rules.track import Explain, Track

STIFF = ("hand_stiffness", "stiffness")
FIELDS = ("sleep", "daily_tasks")
TREATMENT = "aromatase_inhibitor"
# One side, the other, and what is neither.
SIDED = tuple(map(frozenset, ({"left"}, {"right"}, frozenset(SIDES) - {"left", "right"})))
WHILE = mark(" You are taking: {treatment}.")


@dataclass(frozen=True, slots=True)
class JointNumbers:
    """The tests it borrows, and what makes it sooner.

    Attributes:
        lasting: numbers of the test of two-week pain, with its minimums.
        lasting_minimums: recorded days that test needs.
        step: numbers of the test of a step up.
        step_minimums: recorded days that test needs.
        share: least share of the recorded days of last14 with stiffness.
        needed: recorded days of last14 for stiffness.
        high: mean of last14 that makes it sooner.
        held_back: answer about sleep or daily tasks that makes it sooner.
        held_share: least share of the answered days of last7 for that.
        long: days true that make it sooner.
    """

    lasting: LastingNumbers
    lasting_minimums: tuple[Minimum, ...]
    step: StepNumbers
    step_minimums: tuple[Minimum, ...]
    share: float
    needed: int
    high: int
    held_back: int
    held_share: float
    long: int


def joints(context: Context, numbers: JointNumbers, tier: Tier, sooner: Tier) -> Iterator[Track]:
    """Yield a track for each reported joint, and for stiffness.

    Args:
        context: the diary and what is known of it.
        numbers: the tests it borrows; the rule gives each number with its reason.
        tier: of the alert.
        sooner: its tier where it is high, one-sided, long, or holds back sleep or daily tasks.
    """
    classes = (PlaceClass.JOINT,)
    stepped = {
        track.place: track
        for track in step_up(context, classes, numbers.step, numbers.step_minimums, tier)
    }
    for track in lasting(context, classes, numbers.lasting, numbers.lasting_minimums):
        step = stepped[track.place]
        met = (track.verdicts > 0) | (step.verdicts > 0)
        verdicts = np.where(met, tier, np.maximum(track.verdicts, step.verdicts)).astype(np.int8)
        high = means(context.scores(str(track.place)), LAST14)
        one_sided = _one_sided(context, str(track.place))
        soon = (high >= numbers.high) | one_sided | _for_all(context, met, numbers)
        verdicts[met & soon] = sooner
        yield replace(track, verdicts=verdicts, explain=_with_words(context, track))
    for name in STIFF:
        signal = lasting_signal(context, name)
        if signal.ever:
            stiff = share_of_window(
                context, signal, LAST14, share=numbers.share, needed=numbers.needed, tier=tier
            )
            met = stiff.verdicts > 0
            soon = _one_sided(context, name) | _for_all(context, met, numbers)
            stiff.verdicts[met & soon] = sooner
            yield replace(stiff, explain=_with_words(context, stiff))


def _for_all(context: Context, met: Flags, numbers: JointNumbers) -> Flags:
    """Return the days on which it asks for this week, whatever it is about."""
    function = held_back(context, FIELDS)
    answered = known(function, LAST7)
    held = (answered > 0) & (
        counts(function >= numbers.held_back, LAST7) >= numbers.held_share * answered
    )
    return held | _long(context, met, numbers.long)


def _one_sided(context: Context, of: str) -> Flags:
    """Return the days whose last two weeks told only left, or only right."""
    if of in SYMPTOMS:
        return context.no_days  # of a symptom no side is told
    record = context.record
    left, right, other = (
        counts(record.with_value(of, "side", sides) & ~record.late, LAST14) > 0 for sides in SIDED
    )
    return np.asarray((left ^ right) & ~other, dtype=np.bool_)


def _long(context: Context, met: Flags, long: int) -> Flags:
    """Return the days on which it has been true on every judged day for so long."""
    days = np.zeros(len(met), dtype=np.bool_)
    judged = np.flatnonzero(context.record.has_entry)
    true = met[judged]
    begins = true & ~np.concatenate(([False], true[:-1]))
    since = np.maximum.accumulate(np.where(begins, judged, 0))
    days[judged] = true & (judged - since >= long)
    return days


def _with_words(context: Context, track: Track) -> Explain:
    running = running_days(context.record, TREATMENT)

    def explain(index: int, place: str | None) -> Finding:
        found = track.explain(index, place)
        label = translate(TREATMENT_KINDS[TREATMENT].label).lower()
        taking = translate(WHILE).format(treatment=label) if running[index] else ""
        words: dict[str, str | int | float] = {
            "what": phrase_of(track.place),
            "k": len(found.evidence.days_used),
            "n": found.evidence.days_recorded,
            "treatment": taking,
            "above": above_usual_words(context, track.place, index),
        }
        return Finding(found.evidence, words)

    return explain
