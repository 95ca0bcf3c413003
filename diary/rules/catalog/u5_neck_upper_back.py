"""U5: lasting neck or upper-back pain.

What it watches: new pain in the neck or upper back.
Why: guidance asks for contact within 24 hours for any such pain.
When it speaks: when it steps up (W2) or climbs (W3), or is at 4 or more on five recorded days of
a week and was on none before, without injury, strain or fall.
What it cannot know: stiff necks do the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.places import PlaceClass, places_of
from diary.domain.windows import LAST7
from diary.i18n import mark
from diary.rules.conditions.neck_and_upper_back import NewWeekNumbers, new_for_a_week
from diary.rules.evidence import Number, our_choice
from diary.rules.families import Family
from diary.rules.model import Tier
from diary.rules.newness_numbers import ENOUGH_BASE_DAYS
from diary.rules.rule import MANY_ORDINARY, Minimum, Need, Rule, Words, cited
from diary.rules.shared_numbers import PAIN_4, TRIGGERS
from diary.rules.sources import Basis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context
    from diary.rules.track import Track

DAYS = Number(
    mark("recorded days of the last 7"), 5, "days", our_choice(mark("most days of a week"))
)
PLACES = ("neck", "upper_back")
_SPINE = places_of(PlaceClass.SPINE)
# Read only where bone is known to be affected.
_ELSEWHERE = tuple(place for place in _SPINE if place not in PLACES)
READS = ("W2", "W3")
MINIMUMS = (Minimum(LAST7, 5),)


def _watch(context: Context) -> Iterator[Track]:
    places = _SPINE if context.bone_metastases else PLACES
    numbers = NewWeekNumbers(PAIN_4.value, DAYS.value, TRIGGERS)
    return new_for_a_week(
        context, places, numbers, minimums=MINIMUMS, reads=READS, tier=Tier.URGENT
    )


RULE = Rule(
    id="U5",
    name=mark("lasting neck or upper-back pain"),
    tier=Tier.URGENT,
    family=Family.PAIN,
    sentence=mark(
        "Speaks when pain in the neck or upper back has gone up, or was 4 or more on 5 days "
        "of a week and is new; the same anywhere in the neck and back where bone is known to be "
        "affected."
    ),
    numbers=(
        PAIN_4,
        DAYS,
        ENOUGH_BASE_DAYS,
    ),
    sources=cited(Basis.GUIDELINE, "L01"),
    classes=(PlaceClass.SPINE,),
    also_needs=(
        Need(of=PLACES, minimums=MINIMUMS),
        Need(of=_ELSEWHERE, minimums=MINIMUMS, concerns=lambda context, _: context.bone_metastases),
    ),
    choices=(
        mark(
            "The guideline sends any such pain within 24 hours; here it must rise or last, "
            "because in a daily diary it is too common."
        ),
    ),
    reads=READS,
    words=Words(
        title=mark("Lasting pain in {where}"),
        noticed=mark(
            "Pain in {where} was {pain} or more on {k} of the {n} days you recorded this week."
        ),
        worked_out=mark("{before} You named no injury, strain or fall."),
        ordinary=MANY_ORDINARY,
        kept_quiet=mark(
            "It would have stayed quiet on fewer than 5 days, or with an injury, strain or fall "
            "named."
        ),
    ),
    watch=_watch,
)
