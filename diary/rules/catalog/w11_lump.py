"""W11: lump, gland, breast.

What it watches: a new lump, swollen glands, changes of breast, nipple or testicle, swelling of an
arm.
Why: a lump does not come and go.
When it speaks: on the first entry.
What it cannot know: an infection swells glands too.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diary.i18n import mark
from diary.rules.conditions.signals import (
    new_signal,
    once,
    pain_signal,
)
from diary.rules.evidence import Number, our_choice
from diary.rules.families import Family
from diary.rules.groups import GLAND_SWELLING
from diary.rules.model import Tier
from diary.rules.newness_numbers import KNOWN_DAYS
from diary.rules.rule import MANY_ORDINARY, ONE_ENTRY, QUIET_IF_USUAL, Rule, Words, cited
from diary.rules.shared_numbers import NEW_WITHIN
from diary.rules.sources import Basis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context
    from diary.rules.track import Track

TESTICLE = Number(
    mark("pain of a testicle of at least"),
    1,
    "points",
    our_choice(mark("any, where none is usual")),
)
SYMPTOMS = ("lump", "swollen_nodes", "breast_change", "nipple_change", "testicular_change")


def _watch(context: Context) -> Iterator[Track]:
    signals = [new_signal(context, symptom) for symptom in SYMPTOMS]
    signals.append(new_signal(context, "swelling", where=GLAND_SWELLING))
    pain = pain_signal(context, "testicle", TESTICLE.value)
    signals.append(replace(pain, hits=pain.hits & (context.usual("testicle") == 0)))
    for signal in signals:
        if signal.ever:
            yield once(context, signal, Tier.SOON)


RULE = Rule(
    id="W11",
    name=mark("lump, gland or breast"),
    tier=Tier.SOON,
    family=Family.LUMP,
    sentence=mark(
        "Speaks when you record a new lump, swollen glands, a change of breast, nipple or "
        "testicle, or swelling of the arm or chest. One entry is enough."
    ),
    numbers=(
        NEW_WITHIN,
        TESTICLE,
        KNOWN_DAYS,
    ),
    sources=cited(Basis.CONVENTION, "L40", "L43", "L44b"),
    words=Words(
        title=mark("{heading}"),
        noticed=mark("You recorded {marked}.{unsaid}"),
        worked_out=ONE_ENTRY,
        ordinary=MANY_ORDINARY,
        kept_quiet=QUIET_IF_USUAL,
    ),
    watch=_watch,
)
