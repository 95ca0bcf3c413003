"""U15: high-calcium pattern.

What it watches: thirst, passing more water, constipation, feeling sick and drowsiness together.
Why: a high calcium level shows so and can be treated.
When it speaks: three of the five new on each of two recorded days of the last seven.
What it cannot know: medicines do the same.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from diary.domain.windows import (
    LAST7,
)
from diary.i18n import mark
from diary.rules.conditions.signals import (
    k_of_window,
    new_signal,
)
from diary.rules.evidence import Number, our_choice
from diary.rules.families import Family
from diary.rules.model import Tier
from diary.rules.newness_numbers import KNOWN_DAYS
from diary.rules.rule import MANY_ORDINARY, QUIET_IF_FEWER, Need, Rule, Words, cited
from diary.rules.shared_numbers import NEW_WITHIN, TWO_DAYS, TWO_OF_7
from diary.rules.sources import Basis
from diary.rules.track import Track

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context

TOGETHER = Number(
    mark("of the five on one day"),
    3,
    "complaints",
    our_choice(mark("one or two are common with many medicines")),
)
SYMPTOMS = ("thirst", "passing_more_urine", "constipation", "nausea", "drowsiness")


def _watch(context: Context) -> Iterator[Track]:
    signals = [new_signal(context, symptom) for symptom in SYMPTOMS]
    number = np.sum([signal.hits for signal in signals], axis=0)
    together = replace(signals[0], hits=number >= TOGETHER.value)
    if not together.ever:
        return
    track = k_of_window(context, together, LAST7, TWO_DAYS.value, Tier.URGENT)

    def first_new(index: int) -> str:
        window = LAST7.bounds(index, context.record.size)
        named = zip(SYMPTOMS, signals, strict=True)
        return next(symptom for symptom, signal in named if signal.hits[window].any())

    yield Track(None, track.verdicts, track.explain, first_new)


RULE = Rule(
    id="U15",
    name=mark("thirst and other complaints together"),
    tier=Tier.URGENT,
    family=Family.CALCIUM,
    sentence=mark(
        "Speaks when 3 of thirst, passing more water, constipation, feeling sick and "
        "drowsiness are new on 2 of the last 7 days."
    ),
    numbers=(
        NEW_WITHIN,
        TOGETHER,
        TWO_DAYS,
        KNOWN_DAYS,
    ),
    sources=cited(Basis.CONVENTION, "L43", "L44b"),
    choices=(
        mark(
            "Three of the five must be new on the same day, on two days: the reading that "
            "speaks later."
        ),
    ),
    words=Words(
        title=mark("Several complaints together"),
        noticed=mark(
            "You recorded three or more of thirst, passing more water, constipation, feeling "
            "sick and drowsiness on {k} of the {n} days you recorded this week."
        ),
        worked_out=mark(
            "On these days each of them was more than is set as usual for you, and you did not say "
            "that it is not new."
        ),
        ordinary=MANY_ORDINARY,
        kept_quiet=QUIET_IF_FEWER,
    ),
    watch=_watch,
    also_needs=(Need(of=SYMPTOMS, minimums=(TWO_OF_7,)),),
)
