"""U16: progressive spinal pain.

What it watches: neck or back pain that keeps rising.
Why: guidance asks for contact within 24 hours when spinal pain progresses.
When it speaks: a step up or climb that reached a weekly mean of 5, or new pain that lasts two
weeks at 4 and still rises.
What it cannot know: not calibrated; harmless new pain falls in its second week.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.places import PlaceClass
from diary.domain.windows import (
    LAST7,
    PRIOR7,
)
from diary.i18n import mark
from diary.rules.conditions.rising import RisingNumbers, rising
from diary.rules.evidence import Number, because, our_choice
from diary.rules.families import Family
from diary.rules.model import Tier
from diary.rules.newness_numbers import (
    ENOUGH_BASE_DAYS,
    LONG_FIRST,
    LONG_LAST,
)
from diary.rules.rule import MANY_ORDINARY, Minimum, Rule, Words, cited
from diary.rules.shared_numbers import PAIN_2, SHARE_75
from diary.rules.sources import SOURCES, Basis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context
    from diary.rules.track import Track

HIGH = Number(
    mark("weekly mean of a step up or climb of at least"),
    5,
    "points",
    because(SOURCES["L19"], Basis.STUDY, mark("moderate pain begins at 5")),
)
WEEK = Number(
    mark("weekly mean of new pain of at least"),
    4,
    "points",
    our_choice(mark("interference begins at 4")),
)
RISE = Number(
    mark("rise above the week before of at least"),
    1,
    "points",
    our_choice(mark("harmless new pain falls in its second week")),
)
OLD_SHARE = Number(
    mark("share of the days before that makes pain long-standing"),
    0.5,
    "share",
    our_choice(mark("half of the days, or a stated usual level of 2 or more")),
)
READS = ("W2", "W3")
MINIMUMS = (Minimum(LAST7, 4), Minimum(PRIOR7, 3))


def _watch(context: Context) -> Iterator[Track]:
    numbers = RisingNumbers(
        high=HIGH.value,
        pain=PAIN_2.value,
        share=SHARE_75.value,
        week=WEEK.value,
        rise=RISE.value,
        old_share=OLD_SHARE.value,
    )
    return rising(
        context,
        (PlaceClass.SPINE,),
        numbers,
        minimums=MINIMUMS,
        reads=READS,
        tier=Tier.URGENT,
    )


RULE = Rule(
    id="U16",
    name=mark("spine pain that keeps rising"),
    tier=Tier.URGENT,
    family=Family.PAIN,
    sentence=mark(
        "Speaks when neck or back pain has gone up to 5 or more on average, or is new, "
        "lasts two weeks and still rises at 4 or more."
    ),
    numbers=(
        HIGH,
        PAIN_2,
        SHARE_75,
        WEEK,
        RISE,
        OLD_SHARE,
        ENOUGH_BASE_DAYS,
        LONG_FIRST,
        LONG_LAST,
    ),
    sources=cited(Basis.GUIDELINE, "L01") + cited(Basis.STUDY, "L19", "L23"),
    classes=(PlaceClass.SPINE,),
    minimums=MINIMUMS,
    reads=READS,
    words=Words(
        title=mark("Pain in {where} keeps rising"),
        noticed=mark(
            "Pain in {where} was {week} on average this week, and {prior} the week before."
        ),
        worked_out=mark("It lasts and it has gone up; {n} of the last 14 days were recorded."),
        ordinary=MANY_ORDINARY,
        kept_quiet=mark(
            "It would have stayed quiet below 4 on average, or if the last week had not been "
            "higher."
        ),
    ),
    watch=_watch,
)
