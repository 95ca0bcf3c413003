"""U8: hand cluster.

What it watches: clumsy or stiff hands together with neck pain or numb hands.
Why: a pressed neck cord shows in the hands.
When it speaks: on one entry with the cluster.
What it cannot know: stiff hands alone on both sides are mostly from treatment, and are no part of
this rule.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diary.domain.windows import (
    LAST7,
    counts,
)
from diary.i18n import mark
from diary.rules.conditions.signals import (
    new_signal,
    once,
)
from diary.rules.families import Family
from diary.rules.model import Tier
from diary.rules.newness_numbers import ENOUGH_BASE_DAYS, KNOWN_DAYS
from diary.rules.rule import MANY_ORDINARY, ONE_ENTRY, QUIET_IF_USUAL, Rule, Words, cited
from diary.rules.shared_numbers import NEW_WITHIN, PAIN_3
from diary.rules.sources import Basis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.domain.entry import Pain
    from diary.rules.context import Context
    from diary.rules.track import Track


def _watch(context: Context) -> Iterator[Track]:
    clumsy = new_signal(context, "clumsy_hands")
    stiff = new_signal(context, "hand_stiffness")
    numb = new_signal(context, "numbness_hand_foot")
    neck_week = counts(context.scores("neck") >= PAIN_3.value, LAST7) > 0
    new_neck = context.new_feature_days(_hurts, ("neck",))
    for signal in (
        replace(clumsy, hits=clumsy.hits & (neck_week | numb.hits)),
        replace(stiff, hits=stiff.hits & (new_neck | clumsy.hits)),
    ):
        if signal.ever:
            yield once(context, signal, Tier.URGENT)


def _hurts(pain: Pain) -> bool:
    return pain.worst is not None and pain.worst >= PAIN_3.value


RULE = Rule(
    id="U8",
    name=mark("clumsy or stiff hands"),
    tier=Tier.URGENT,
    family=Family.FEELING,
    sentence=mark(
        "Speaks when you record newly clumsy hands with neck pain or numb hands, or newly "
        "stiff hands with new neck pain or clumsy hands."
    ),
    numbers=(
        NEW_WITHIN,
        PAIN_3,
        KNOWN_DAYS,
        ENOUGH_BASE_DAYS,
    ),
    sources=cited(Basis.CONVENTION, "L18b"),
    words=Words(
        title=mark("{heading}"),
        noticed=mark(
            "You recorded {newly}, together with neck pain or another sign of the hands.{unsaid}"
        ),
        worked_out=ONE_ENTRY,
        ordinary=MANY_ORDINARY,
        kept_quiet=QUIET_IF_USUAL,
    ),
    watch=_watch,
)
