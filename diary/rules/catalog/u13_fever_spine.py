"""U13: fever with spine pain.

What it watches: a fever on a day with new pain of the neck or back.
Why: an infection of the spine begins so.
When it speaks: on one entry with both.
What it cannot know: aches of a flu do the same.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from diary.domain.places import PlaceClass
from diary.i18n import mark
from diary.rules.conditions.fever import fever_signals
from diary.rules.conditions.signals import (
    once,
)
from diary.rules.conditions.unremitting import usual_before
from diary.rules.families import Family
from diary.rules.model import Tier
from diary.rules.newness_numbers import ENOUGH_BASE_DAYS
from diary.rules.rule import MANY_ORDINARY, Rule, Words, cited
from diary.rules.shared_numbers import ABOVE_2, FEVER, PAIN_4
from diary.rules.sources import Basis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context
    from diary.rules.track import Track


def _watch(context: Context) -> Iterator[Track]:
    fevers = [signal for signal in fever_signals(context, FEVER.value) if signal.ever]
    if not fevers:
        return
    hurts = np.zeros(context.record.size, dtype=np.bool_)
    for place in context.reported(PlaceClass.SPINE):
        scores = context.record.scores(place)
        high = scores >= PAIN_4.value
        above = scores - usual_before(context, place, np.flatnonzero(high)) >= ABOVE_2.value
        hurts |= high & above
    for signal in fevers:
        both = replace(signal, hits=signal.hits & hurts)
        if both.ever:
            yield once(context, both, Tier.URGENT)


RULE = Rule(
    id="U13",
    name=mark("fever with spine pain"),
    tier=Tier.URGENT,
    family=Family.FEVER,
    sentence=mark(
        "Speaks when you record a fever or 38.0 degrees or more together with neck or back "
        "pain of 4 or more that is 2 above usual."
    ),
    numbers=(
        FEVER,
        PAIN_4,
        ABOVE_2,
        ENOUGH_BASE_DAYS,
    ),
    sources=cited(Basis.CONVENTION, "L18c"),
    words=Words(
        title=mark("Fever with neck or back pain"),
        noticed=mark("You recorded a fever on a day with neck or back pain of 4 or more."),
        worked_out=mark("The pain was 2 points or more above what it was before."),
        ordinary=MANY_ORDINARY,
        kept_quiet=mark(
            "It would have stayed quiet without fever, or with pain less than 2 above usual."
        ),
    ),
    watch=_watch,
)
