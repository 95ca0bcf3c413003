"""U4: spine pain on straining or lying flat.

What it watches: neck or back pain that is newly worse on coughing, sneezing or straining, or on
lying flat.
Why: guidance asks for contact within 24 hours.
When it speaks: on two recorded days of the last seven, at 3 or more.
What it cannot know: discs do the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.places import PlaceClass, places_of
from diary.domain.windows import LAST7
from diary.i18n import mark
from diary.rules.conditions.features import Feature, feature_signals
from diary.rules.conditions.signals import (
    k_of_window,
)
from diary.rules.evidence import Number, our_choice
from diary.rules.families import Family
from diary.rules.model import Tier
from diary.rules.newness_numbers import ENOUGH_BASE_DAYS, KNOWN_DAYS
from diary.rules.rule import MANY_ORDINARY, Minimum, Rule, Words, cited
from diary.rules.shared_numbers import PAIN_3, TWO_DAYS, TWO_OF_7
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
    Feature("worse_with", "straining", _SPINE, mark("worse on straining")),
    Feature("worse_with", "lying_flat", _SPINE, mark("worse on lying flat")),
)


def _watch(context: Context) -> Iterator[Track]:
    days = DAYS_KNOWN_SPREAD if context.bone_metastases else TWO_DAYS
    for signal in feature_signals(context, FEATURES, PAIN_3.value):
        yield k_of_window(context, signal, LAST7, days.value, Tier.URGENT)


RULE = Rule(
    id="U4",
    name=mark("spine pain on straining or lying flat"),
    tier=Tier.URGENT,
    family=Family.PAIN,
    sentence=mark(
        "Speaks when pain of 3 or more in the neck or back is newly worse on straining or "
        "lying flat on 2 of the last 7 days (1 where bone is known to be affected)."
    ),
    numbers=(
        PAIN_3,
        TWO_DAYS,
        DAYS_KNOWN_SPREAD,
        KNOWN_DAYS,
        ENOUGH_BASE_DAYS,
    ),
    sources=cited(Basis.GUIDELINE, "L01") + cited(Basis.CONVENTION, "L03", "L24"),
    classes=(PlaceClass.SPINE,),
    minimums=(TWO_OF_7,),
    minimums_with_spread=(Minimum(LAST7, DAYS_KNOWN_SPREAD.value),),
    words=Words(
        title=mark("{what} on straining or lying flat"),
        noticed=mark(
            "You recorded {what} that is worse on straining or lying flat, on {k} of the {n} "
            "days you recorded this week."
        ),
        worked_out=mark(
            "In the four weeks before the last two it was there on one day at most, or the pain "
            "itself was not usual."
        ),
        ordinary=MANY_ORDINARY,
        kept_quiet=mark(
            "It would have stayed quiet if this had been so before, or with pain below 3."
        ),
    ),
    watch=_watch,
)
