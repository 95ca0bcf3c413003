"""Condition: walking or daily tasks suddenly held back very much, with bone or spine pain (U17)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from diary.domain.windows import BASE28, counts
from diary.rules.conditions.shapes import place_words
from diary.rules.conditions.signals import Signal, k_of_last
from diary.rules.evidence import Finding
from diary.rules.track import Track

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.domain.places import PlaceClass
    from diary.domain.series import Floats
    from diary.rules.context import Context
    from diary.rules.model import Tier

FIELDS = ("walking", "daily_tasks")


@dataclass(frozen=True, slots=True)
class FunctionNumbers:
    """How much is held back, on how many days, with how much pain.

    Attributes:
        held_back: the answer that counts, 0 to 3.
        days: on how many of the last days.
        last: how many last recorded days.
        within: calendar days that may hold them.
        before: at most this many such days in base28.
        pain: the least pain of the classes on those days.
    """

    held_back: int
    days: int
    last: int
    within: int
    before: int
    pain: int


def held_back(context: Context, fields: tuple[str, ...]) -> Floats:
    """Return the highest answer of the fields by recorded day, NaN where none was answered."""
    answers = [context.kept(("answers", name), partial(_answers, context, name)) for name in fields]
    highest: Floats = np.fmax.reduce(answers)
    return highest


def _answers(context: Context, field: str) -> Floats:
    return np.where(context.record.late, math.nan, context.record.answers(field))


def sudden_loss(
    context: Context, classes: tuple[PlaceClass, ...], numbers: FunctionNumbers, tier: Tier
) -> Iterator[Track]:
    """Yield one track for the classes, if pain was ever reported there.

    Args:
        context: the diary and what is known of it.
        classes: the classes of places of which the one that hurts most is named.
        numbers: how much is held back, and how often; the rule gives each with its reason.
        tier: of the alert.
    """
    places = context.reported(*classes)
    if not places:
        return
    record = context.record
    function = held_back(context, FIELDS)
    severe = function >= numbers.held_back
    hurts = context.class_scores(*classes) >= numbers.pain
    signal = Signal(None, severe & hurts, ~np.isnan(function), np.zeros_like(record.late))
    track = k_of_last(
        context,
        signal,
        k=numbers.days,
        last=numbers.last,
        within=numbers.within,
        tier=tier,
    )
    often = counts(severe, BASE28) > numbers.before
    track.verdicts[often & (track.verdicts > 0)] = 0

    def worst(index: int) -> str:
        week = slice(max(0, index - numbers.within + 1), index + 1)

        def score(place: str) -> float:
            return float(np.nan_to_num(context.scores(place)[week], nan=-1.0).max())

        return max(places, key=score)

    def explain(index: int, place: str | None) -> Finding:
        found = track.explain(index, place)
        named = worst(index) if place is None else place
        return Finding(found.evidence, {**found.words, "where": place_words(named)})

    yield Track(None, track.verdicts, explain, worst)
