"""U17: sudden loss of function.

What it watches: walking or daily tasks held back very much on days with bone or spine pain.
Why: any sudden change of function should be heard.
When it speaks: on two of the last three recorded days within a week, and hardly ever before.
What it cannot know: a bad flare does the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.places import PlaceClass
from diary.i18n import mark
from diary.rules.conditions.function import FIELDS, FunctionNumbers, held_back, sudden_loss
from diary.rules.evidence import Number, our_choice
from diary.rules.families import Family
from diary.rules.model import Tier
from diary.rules.rule import MANY_ORDINARY, Rule, Words
from diary.rules.shared_numbers import (
    LAST_THREE,
    PAIN_4,
    TWO_OF_7,
    TWO_OF_THREE,
    WITHIN_A_WEEK,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context
    from diary.rules.track import Track

HELD_BACK = Number(
    mark("held back, answer of"), 3, "answer", our_choice(mark("very much, the highest answer"))
)
BEFORE = Number(mark("such days before at most"), 1, "days", our_choice(mark("it must be sudden")))
CLASSES = (PlaceClass.SPINE, PlaceClass.BONE)


def _watch(context: Context) -> Iterator[Track]:
    numbers = FunctionNumbers(
        held_back=HELD_BACK.value,
        days=TWO_OF_THREE.value,
        last=LAST_THREE.value,
        within=WITHIN_A_WEEK.value,
        before=BEFORE.value,
        pain=PAIN_4.value,
    )
    return sudden_loss(context, CLASSES, numbers, Tier.URGENT)


RULE = Rule(
    id="U17",
    name=mark("sudden loss of function"),
    tier=Tier.URGENT,
    family=Family.PAIN,
    sentence=mark(
        "Speaks when walking or daily tasks are suddenly held back very much on 2 of your "
        "last 3 recorded days, with bone or spine pain of 4 or more."
    ),
    numbers=(
        HELD_BACK,
        TWO_OF_THREE,
        LAST_THREE,
        WITHIN_A_WEEK,
        BEFORE,
        PAIN_4,
    ),
    sources=(),
    classes=CLASSES,
    words=Words(
        title=mark("Walking or daily tasks suddenly held back"),
        noticed=mark(
            "Walking or daily tasks were held back very much on {k} of the {n} days you "
            "answered this week, with pain in {where}."
        ),
        worked_out=mark("It was so on one day at most in the four weeks before the last two."),
        ordinary=MANY_ORDINARY,
        kept_quiet=mark(
            "It would have stayed quiet on a single day, or if this had been so before."
        ),
    ),
    watch=_watch,
    minimums=(TWO_OF_7,),
    recorded=lambda context, _place: held_back(context, FIELDS),
    counted=mark("with walking or daily tasks answered"),
)
