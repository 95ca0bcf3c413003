"""U9: yellow skin, dark urine.

What it watches: yellow skin or eyes, dark urine or pale stool.
Why: the liver or the bile ducts may be involved.
When it speaks: on the first entry above usual.
What it cannot know: gallstones and infections do the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.i18n import mark
from diary.rules.conditions.signals import (
    above_usual_signal,
    once,
)
from diary.rules.evidence import Number, our_choice
from diary.rules.families import Family
from diary.rules.model import Tier
from diary.rules.rule import MANY_ORDINARY, QUIET_IF_USUAL, Rule, Words, cited
from diary.rules.sources import Basis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context
    from diary.rules.track import Track

SYMPTOMS = ("jaundice", "dark_urine_pale_stool")
ABOVE = Number(
    mark("grade above usual of at least"),
    1,
    "grade",
    our_choice(mark("any, because it is seldom harmless")),
)


def _watch(context: Context) -> Iterator[Track]:
    for symptom in SYMPTOMS:
        signal = above_usual_signal(context, symptom)
        if signal.ever:
            yield once(context, signal, Tier.URGENT)


RULE = Rule(
    id="U9",
    name=mark("yellow skin or dark urine"),
    tier=Tier.URGENT,
    family=Family.BELLY,
    sentence=mark(
        "Speaks when you record yellow skin or eyes, dark urine or pale stool. One entry is enough."
    ),
    numbers=(ABOVE,),
    sources=cited(Basis.CONVENTION, "L44b"),
    words=Words(
        title=mark("You recorded {what}"),
        noticed=mark("You recorded {what}."),
        worked_out=mark("One entry is enough: {above}."),
        ordinary=MANY_ORDINARY,
        kept_quiet=QUIET_IF_USUAL,
    ),
    watch=_watch,
)
