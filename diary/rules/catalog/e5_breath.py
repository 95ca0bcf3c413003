"""E5: breath.

What it watches: shortness of breath at rest or severe, with chest pain; severe chest pain; more
than streaks of blood coughed up.
Why: triage of people under treatment calls these red.
When it speaks: on the first such entry.
What it cannot know: whether it is the lung, the heart or fear.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diary.i18n import mark
from diary.rules.conditions.signals import new_signal, once, pain_signal, reported_signal
from diary.rules.evidence import Number, our_choice
from diary.rules.families import Family
from diary.rules.model import Tier
from diary.rules.newness_numbers import KNOWN_DAYS
from diary.rules.rule import QUIET_IF_USUAL, Rule, Words, cited
from diary.rules.shared_numbers import (
    ABOVE_2,
    ABOVE_3,
    NEW_WITHIN,
    PAIN_7,
    SEVERE,
)
from diary.rules.sources import Basis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context
    from diary.rules.track import Track

CHEST_WITH_BREATH = Number(
    mark("chest pain with new shortness of breath of at least"),
    4,
    "points",
    our_choice(mark("interference begins at 4")),
)
CHEST_ABOVE = replace(ABOVE_2, name=mark("that chest pain above usual by at least"))
CHEST = replace(PAIN_7, name=mark("chest pain of at least"))
BLOOD = Number(
    mark("blood coughed up, grade of at least"), 2, "grade", our_choice(mark("more than streaks"))
)


def _watch(context: Context) -> Iterator[Track]:
    breathless = new_signal(context, "breathlessness")
    chest = pain_signal(context, "chest", CHEST_WITH_BREATH.value, CHEST_ABOVE.value)
    signals = (
        new_signal(context, "breathless_at_rest"),
        new_signal(context, "breathlessness", least=SEVERE.value),
        replace(breathless, hits=breathless.hits & chest.hits),
        pain_signal(context, "chest", CHEST.value, ABOVE_3.value),
        reported_signal(context, "blood_in_sputum", least=BLOOD.value),
    )
    for signal in signals:
        if signal.ever:
            yield once(context, signal, Tier.EMERGENCY)


RULE = Rule(
    id="E5",
    name=mark("breath"),
    tier=Tier.EMERGENCY,
    family=Family.BREATH,
    sentence=mark(
        "Speaks when you record new shortness of breath at rest, severe, or with chest pain, "
        "severe chest pain, or more than streaks of blood coughed up. One entry is enough."
    ),
    numbers=(
        NEW_WITHIN,
        SEVERE,
        CHEST_WITH_BREATH,
        CHEST_ABOVE,
        CHEST,
        ABOVE_3,
        BLOOD,
        KNOWN_DAYS,
    ),
    sources=cited(Basis.CONVENTION, "L21"),
    words=Words(
        title=mark("You recorded {what}"),
        noticed=mark("You recorded {what}."),
        worked_out=mark("One entry is enough."),
        ordinary="",
        kept_quiet=QUIET_IF_USUAL,
    ),
    watch=_watch,
)
