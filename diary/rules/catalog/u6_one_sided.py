"""U6: one-sided radiating pain.

What it watches: neck or back pain that newly spreads to one arm, one leg, hip or thigh, or ribs.
Why: guidance makes radiating pain immediate.
When it speaks: on two of the last three recorded days within a week, at 4 or more.
What it cannot know: worn discs do the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.places import PlaceClass, places_of
from diary.domain.windows import LAST7
from diary.i18n import mark
from diary.rules.conditions.features import Feature, feature_signals
from diary.rules.conditions.signals import (
    k_of_last,
)
from diary.rules.evidence import Number, our_choice
from diary.rules.families import Family
from diary.rules.model import Tier
from diary.rules.newness_numbers import ENOUGH_BASE_DAYS, KNOWN_DAYS
from diary.rules.rule import MANY_ORDINARY, Minimum, Rule, Words, cited
from diary.rules.shared_numbers import (
    LAST_THREE,
    PAIN_4,
    TWO_OF_7,
    TWO_OF_THREE,
    WITHIN_A_WEEK,
)
from diary.rules.sources import Basis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context
    from diary.rules.track import Track

DAYS_KNOWN_SPREAD = Number(
    mark("recorded days where bone is known to be affected"),
    1,
    "days",
    our_choice(mark("these people were given this advice beforehand; not calibrated")),
)
_SPINE = places_of(PlaceClass.SPINE)
FEATURES = (
    Feature("spreads_to", "one_arm", _SPINE, mark("spreads to one arm")),
    Feature("spreads_to", "one_leg", _SPINE, mark("spreads to one leg")),
    Feature("spreads_to", "hip_thigh", _SPINE, mark("spreads to hip or thigh")),
    Feature("spreads_to", "ribs", _SPINE, mark("spreads to the ribs")),
)


def _watch(context: Context) -> Iterator[Track]:
    days = DAYS_KNOWN_SPREAD if context.bone_metastases else TWO_OF_THREE
    for signal in feature_signals(context, FEATURES, PAIN_4.value):
        yield k_of_last(
            context,
            signal,
            k=days.value,
            last=LAST_THREE.value,
            within=WITHIN_A_WEEK.value,
            tier=Tier.URGENT,
        )


RULE = Rule(
    id="U6",
    name=mark("one-sided pain that spreads"),
    tier=Tier.URGENT,
    family=Family.RADIATING,
    sentence=mark(
        "Speaks when pain of 4 or more in the neck or back newly spreads to one side on 2 "
        "of your last 3 recorded days (1 where bone is known to be affected)."
    ),
    numbers=(
        PAIN_4,
        TWO_OF_THREE,
        LAST_THREE,
        DAYS_KNOWN_SPREAD,
        WITHIN_A_WEEK,
        KNOWN_DAYS,
        ENOUGH_BASE_DAYS,
    ),
    sources=cited(Basis.GUIDELINE, "L01"),
    classes=(PlaceClass.SPINE,),
    minimums=(TWO_OF_7,),
    minimums_with_spread=(Minimum(LAST7, DAYS_KNOWN_SPREAD.value),),
    choices=(
        mark(
            "The guideline says immediately; urgent here, because one-sided limb pain is common "
            "with worn discs."
        ),
    ),
    words=Words(
        title=mark("{what} that spreads"),
        noticed=mark(
            "You recorded {what} that spreads to an arm, a leg, the hip or the ribs, on {k} of "
            "the {n} days you recorded this week."
        ),
        worked_out=mark(
            "In the four weeks before the last two it spread so on one day at most, or the pain "
            "itself was not usual."
        ),
        ordinary=MANY_ORDINARY,
        kept_quiet=mark(
            "It would have stayed quiet if it had spread so before, or with pain below 4."
        ),
    ),
    watch=_watch,
)
