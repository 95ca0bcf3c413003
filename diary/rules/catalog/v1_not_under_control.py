"""V1: pain not under control.

What it watches: long-standing pain that stays at 4 or more, or holds back sleep or walking.
Why: pain that interferes can be treated better.
When it speaks: after a week in which it was true, where nothing more urgent speaks.
What it cannot know: how much is usual for her.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diary.domain.places import PlaceClass
from diary.i18n import mark
from diary.rules.conditions.uncontrolled import UncontrolledNumbers, uncontrolled
from diary.rules.evidence import Number, our_choice
from diary.rules.families import Family
from diary.rules.model import Tier
from diary.rules.newness_numbers import (
    ENOUGH_BASE_DAYS,
    LONG_FIRST,
    LONG_LAST,
)
from diary.rules.rule import MANY_ORDINARY, Rule, Words, cited
from diary.rules.shared_numbers import EIGHT_OF_14, PAIN_2, PAIN_4, SHARE_50
from diary.rules.sources import Basis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context
    from diary.rules.track import Track

OLD_SHARE = Number(
    mark("share of the days before that makes pain long-standing"),
    0.5,
    "share",
    our_choice(mark("half of the days, or a stated usual level of 2 or more")),
)
MEAN = replace(PAIN_4, name=mark("mean of two weeks of at least"))
HELD_BACK = Number(
    mark("sleep or walking held back, answer of at least"),
    2,
    "answer",
    our_choice(mark("quite a bit")),
)
HOLD = Number(
    mark("days it must be true"),
    7,
    "days",
    our_choice(mark("a week, because nothing is urgent here")),
)
READS = (
    *("U1", "U2", "U3", "U4", "U5", "U6", "U11", "U12", "U13", "U14", "U16", "U17"),
    *("W1", "W2", "W3", "W4", "W5", "W6", "W7", "W8", "W11", "W12", "W13", "W16"),
)


def _watch(context: Context) -> Iterator[Track]:
    return uncontrolled(
        context,
        tuple(PlaceClass),
        UncontrolledNumbers(
            pain=PAIN_2.value,
            old_share=OLD_SHARE.value,
            mean=MEAN.value,
            held_back=HELD_BACK.value,
            share=SHARE_50.value,
            needed=EIGHT_OF_14.needed,
        ),
        reads=READS,
        tier=Tier.NEXT_VISIT,
    )


RULE = Rule(
    id="V1",
    name=mark("pain not under control"),
    tier=Tier.NEXT_VISIT,
    family=Family.PAIN,
    sentence=mark(
        "Speaks when long-standing pain is 4 or more on average over two weeks, or sleep or "
        "walking is held back on half of the days."
    ),
    numbers=(
        MEAN,
        PAIN_2,
        OLD_SHARE,
        HELD_BACK,
        SHARE_50,
        HOLD,
        ENOUGH_BASE_DAYS,
        LONG_FIRST,
        LONG_LAST,
    ),
    sources=cited(Basis.STUDY, "L20"),
    classes=tuple(PlaceClass),
    minimums=(EIGHT_OF_14,),
    reads=READS,
    hold_days=HOLD.value,
    words=Words(
        title=mark("Long-standing pain in {where}"),
        noticed=mark(
            "Long-standing pain in {where} was {mean} on average on the {n} days you "
            "recorded in two weeks."
        ),
        worked_out=mark("It is 4 or more, or sleep or walking was held back on half of the days."),
        ordinary=MANY_ORDINARY,
        kept_quiet=mark(
            "It would have stayed quiet below 4, or with sleep and walking less held back."
        ),
    ),
    watch=_watch,
)
