"""U2: severe, unremitting spine pain.

What it watches: the last three recorded days of pain in the neck or back.
Why: guidance asks for contact within 24 hours when spinal pain is severe and does not let up.
When it speaks: each of the three days at 7 or more within five days, constant or hardly relieved
on two of them, where such pain was not usual.
What it cannot know: a flare of old pain does the same; where 6 or more was usual it stays quiet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.places import PlaceClass
from diary.domain.windows import Window
from diary.i18n import mark
from diary.rules.conditions.unremitting import UnremittingNumbers, unremitting
from diary.rules.evidence import Number, our_choice
from diary.rules.families import Family
from diary.rules.model import Tier
from diary.rules.newness_numbers import ENOUGH_BASE_DAYS
from diary.rules.rule import MANY_ORDINARY, Minimum, Rule, Words, cited
from diary.rules.shared_numbers import PAIN_7, WITHIN_FIVE_DAYS
from diary.rules.sources import Basis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context
    from diary.rules.track import Track

DAYS = Number(
    mark("last recorded days"), 3, "days", our_choice(mark("75 % of acute flares last under a day"))
)
DAYS_KNOWN_SPREAD = Number(
    mark("last recorded days where bone is known to be affected"),
    2,
    "days",
    our_choice(mark("these people were given this advice beforehand; not calibrated")),
)
MARKED_DAYS = Number(
    mark("days on which it is constant or hardly relieved"),
    2,
    "days",
    our_choice(mark("most of the three")),
)
USUAL_BELOW = Number(
    mark("usual pain must be below"),
    6,
    "points",
    our_choice(
        mark("severe pain that is usual is no news; it alone spoke too often in simulated diaries")
    ),
)
LAST5 = Window("last5", WITHIN_FIVE_DAYS.value - 1, 0)


def _watch(context: Context) -> Iterator[Track]:
    days = DAYS_KNOWN_SPREAD if context.bone_metastases else DAYS
    numbers = UnremittingNumbers(
        pain=PAIN_7.value,
        days=days.value,
        within=WITHIN_FIVE_DAYS.value,
        marked=MARKED_DAYS.value,
        usual_below=USUAL_BELOW.value,
    )
    return unremitting(context, (PlaceClass.SPINE,), numbers, Tier.URGENT)


RULE = Rule(
    id="U2",
    name=mark("severe spine pain that does not let go"),
    tier=Tier.URGENT,
    family=Family.PAIN,
    sentence=mark(
        "Speaks when pain in the neck or back was 7 or more on your last 3 recorded days "
        "(2 where bone is known to be affected), constant or hardly relieved on 2 of them, and "
        "this was not usual."
    ),
    numbers=(
        PAIN_7,
        DAYS,
        DAYS_KNOWN_SPREAD,
        WITHIN_FIVE_DAYS,
        MARKED_DAYS,
        USUAL_BELOW,
        ENOUGH_BASE_DAYS,
    ),
    sources=cited(Basis.GUIDELINE, "L01") + cited(Basis.STUDY, "L19"),
    classes=(PlaceClass.SPINE,),
    minimums=(Minimum(LAST5, DAYS.value),),
    minimums_with_spread=(Minimum(LAST5, DAYS_KNOWN_SPREAD.value),),
    words=Words(
        title=mark("Severe pain in {where}"),
        noticed=mark(
            "Pain in {where} was {lowest} or more on each of your last {days} recorded days."
        ),
        worked_out=mark(
            "On {k} of these days it was there all the time, or relief was little or none."
        ),
        ordinary=MANY_ORDINARY,
        kept_quiet=mark(
            "It would have stayed quiet if one of these days had been below 7, or if pain of 6 "
            "or more had been usual before."
        ),
    ),
    watch=_watch,
)
