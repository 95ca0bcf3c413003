"""W8: pain with whole-body signs.

What it watches: pain at a bone or in the spine beside weight loss, cough, breath, a lump,
tiredness or poor appetite.
Why: more flags together are more urgent.
When it speaks: pain of 2 or more on five recorded days of a week, with one such sign.
What it cannot know: a virus does the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.places import PlaceClass
from diary.domain.windows import (
    LAST7,
)
from diary.i18n import mark
from diary.rules.conditions.body_signs import TIRED, body_signs, pain_with_body_signs
from diary.rules.evidence import Number, our_choice
from diary.rules.families import Family
from diary.rules.model import Tier
from diary.rules.rule import MOST_ORDINARY, Minimum, Need, Rule, Words, cited
from diary.rules.shared_numbers import (
    MARKED,
    PAIN_2,
)
from diary.rules.sources import Basis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context
    from diary.rules.track import Track

DAYS = Number(
    mark("recorded days of the last 7"), 5, "days", our_choice(mark("most days of a week"))
)
CLASSES = (PlaceClass.SPINE, PlaceClass.BONE)
READS = ("W9", "W10", "U11", "W11")


def _watch(context: Context) -> Iterator[Track]:
    signs = body_signs(context, READS, grade=MARKED.value, days=DAYS.value)
    return pain_with_body_signs(
        context, CLASSES, pain=PAIN_2.value, days=DAYS.value, signs=signs, tier=Tier.SOON
    )


RULE = Rule(
    id="W8",
    name=mark("pain beside a sign of the whole body"),
    tier=Tier.SOON,
    family=Family.PAIN,
    sentence=mark(
        "Speaks when pain of 2 or more at a bone or in the spine on 5 days of a week comes "
        "with a sign of the whole body."
    ),
    numbers=(
        PAIN_2,
        DAYS,
        MARKED,
    ),
    sources=cited(Basis.CONVENTION, "L04b"),
    classes=CLASSES,
    minimums=(Minimum(LAST7, 5),),
    reads=READS,
    words=Words(
        title=mark("Pain in {where} beside another sign"),
        noticed=mark(
            "You recorded pain of 2 or more in {where} on {k} of the {n} days you recorded this "
            "week, beside a sign of the whole body."
        ),
        worked_out=mark(
            "Such signs are weight loss, a lasting cough, shortness of breath, a lump, or "
            "tiredness or poor appetite on 5 days."
        ),
        ordinary=MOST_ORDINARY,
        kept_quiet=mark(
            "It would have stayed quiet with pain on fewer days, or without the other sign."
        ),
    ),
    watch=_watch,
    also_needs=(Need(of=TIRED, minimums=(Minimum(LAST7, DAYS.value),)),),
)
