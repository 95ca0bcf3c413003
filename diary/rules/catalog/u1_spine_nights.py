"""U1: new night pain in the spine.

What it watches: nights in which pain of the neck or back woke her or kept her awake.
Why: guidance asks for contact within 24 hours when spinal pain prevents sleep.
When it speaks: three such nights in the last seven days, and fewer than one a week before.
What it cannot know: night pain was common and harmless in a back-pain clinic; in hospital
patients who have had cancer it was a strong sign. Hence only where it is new and repeated.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from diary.domain.places import PlaceClass
from diary.domain.windows import LAST7
from diary.i18n import mark
from diary.rules.conditions.nights import NightNumbers, known_nights, spine_nights
from diary.rules.evidence import Number, because, our_choice
from diary.rules.families import Family
from diary.rules.model import Tier
from diary.rules.newness_numbers import ENOUGH_BASE_DAYS
from diary.rules.rule import Cited, Minimum, Rule, Words
from diary.rules.sources import SOURCES, Basis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context
    from diary.rules.track import Track

PAIN = Number(
    mark("pain on such a day of at least"),
    4,
    "points",
    because(SOURCES["L20"], Basis.STUDY, mark("interference begins at a worst pain of 4")),
)
NIGHTS = Number(
    mark("such nights in the last 7 days"),
    3,
    "days",
    our_choice(mark("repeated, and still within one week")),
)
NIGHTS_KNOWN_SPREAD = Number(
    mark("such nights where bone is known to be affected"),
    2,
    "days",
    our_choice(mark("these people were given this advice beforehand; not calibrated")),
)
BEFORE = Number(
    mark("such nights a week before must be fewer than"),
    1,
    "days",
    our_choice(mark("the pattern must be new for you")),
)


def _watch(context: Context) -> Iterator[Track]:
    nights = NIGHTS_KNOWN_SPREAD if context.bone_metastases else NIGHTS
    numbers = NightNumbers(PAIN.value, nights.value, BEFORE.value)
    return spine_nights(context, numbers, Tier.URGENT)


RULE = Rule(
    id="U1",
    name=mark("new night pain in the spine"),
    tier=Tier.URGENT,
    family=Family.PAIN,
    sentence=mark(
        "Speaks when pain of 4 or more in the neck or back woke you or kept you awake on 3 of "
        "the last 7 days (2 where bone is known to be affected), and on fewer than one night a "
        "week before."
    ),
    numbers=(
        PAIN,
        NIGHTS,
        NIGHTS_KNOWN_SPREAD,
        BEFORE,
        ENOUGH_BASE_DAYS,
    ),
    sources=(
        Cited(source=SOURCES["L01"], basis=Basis.GUIDELINE),
        Cited(source=SOURCES["L03"], basis=Basis.CONVENTION),
        Cited(source=SOURCES["L20"], basis=Basis.STUDY),
        Cited(source=SOURCES["L14"], basis=Basis.STUDY),
        Cited(source=SOURCES["L15"], basis=Basis.STUDY),
    ),
    classes=(PlaceClass.SPINE,),
    minimums=(Minimum(LAST7, NIGHTS.value),),
    minimums_with_spread=(Minimum(LAST7, NIGHTS_KNOWN_SPREAD.value),),
    words=Words(
        title=mark("Night pain in {where}"),
        noticed=mark(
            "Pain in {where} woke you or kept you awake on {k} of the {n} nights you recorded "
            "this week."
        ),
        worked_out=mark(
            "Before, it was {before} of the {n_before} nights you recorded in the four weeks "
            "that ended two weeks ago."
        ),
        ordinary=mark("Many people with this have an ordinary cause."),
        kept_quiet=mark(
            "It would have stayed quiet with fewer such nights this week, or if such nights had "
            "been usual before."
        ),
    ),
    watch=_watch,
    recorded=partial(known_nights, pain=PAIN.value),
    counted=mark("with the night answered"),
)
