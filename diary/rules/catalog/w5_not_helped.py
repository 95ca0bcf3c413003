"""W5: not helped.

What it watches: lasting pain of 4 or more at a bone or in the spine that painkillers or
physiotherapy do not help.
Why: patient advice asks for it to be reported.
When it speaks: on three quarters of two weeks, with little relief on half of the painkiller days
or two weeks of physiotherapy.
What it cannot know: some ordinary pain resists too.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diary.domain.places import PlaceClass
from diary.i18n import mark
from diary.rules.conditions.painkillers import (
    NotHelpedNumbers,
    not_helped,
)
from diary.rules.evidence import Number, our_choice
from diary.rules.families import Family
from diary.rules.model import Tier
from diary.rules.rule import MOST_ORDINARY, Rule, Words, cited
from diary.rules.shared_numbers import (
    EIGHT_OF_14,
    PAIN_4,
    SHARE_50,
    SHARE_75,
)
from diary.rules.sources import Basis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context
    from diary.rules.track import Track

DAYS = Number(
    mark("painkiller days among them"),
    6,
    "days",
    our_choice(mark("most of the eight recorded days it needs")),
)
HARDLY = replace(SHARE_50, name=mark("share of the painkiller days with little or no relief"))
PHYSIOTHERAPY = Number(
    mark("days that physiotherapy has run"),
    14,
    "days",
    our_choice(mark("two weeks, the span of the rule")),
)
CLASSES = (PlaceClass.SPINE, PlaceClass.BONE)
MINIMUMS = (EIGHT_OF_14,)


def _watch(context: Context) -> Iterator[Track]:
    numbers = NotHelpedNumbers(
        pain=PAIN_4.value,
        share=SHARE_75.value,
        days=DAYS.value,
        not_helped=HARDLY.value,
        physiotherapy=PHYSIOTHERAPY.value,
    )
    return not_helped(context, CLASSES, numbers, MINIMUMS, Tier.SOON)


RULE = Rule(
    id="W5",
    name=mark("pain that is hardly relieved"),
    tier=Tier.SOON,
    family=Family.PAIN,
    sentence=mark(
        "Speaks when pain of 4 or more on most days of two weeks is hardly relieved by "
        "painkillers, or goes on during two weeks of physiotherapy."
    ),
    numbers=(
        PAIN_4,
        SHARE_75,
        DAYS,
        HARDLY,
        PHYSIOTHERAPY,
    ),
    sources=cited(Basis.CONVENTION, "L43", "L44b", "L03"),
    classes=CLASSES,
    minimums=MINIMUMS,
    words=Words(
        title=mark("Pain in {where} is hardly relieved"),
        noticed=mark(
            "You recorded pain of 4 or more in {where} on {k} of the {n} days you recorded in "
            "the last two weeks."
        ),
        worked_out=mark(
            "On at least half of the painkiller days you recorded little or no relief."
        ),
        ordinary=MOST_ORDINARY,
        kept_quiet=mark(
            "It would have stayed quiet with pain below 4 on more days, or with more relief."
        ),
    ),
    watch=_watch,
)
