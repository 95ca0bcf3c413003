"""E3: spine pain with nerve signs.

What it watches: pain in the neck or back in the last two weeks, together with a new band-like or
two-sided spreading pain, new numbness of trunk or limb, new marked tingling, or new electric
shocks.
Why: guidance asks for contact at once.
When it speaks: on the first entry with such a feature; late entries count.
What it cannot know: worn discs do the same.
"""

from __future__ import annotations

from functools import partial

from diary.domain.places import PLACES, PlaceClass, places_of
from diary.domain.windows import Window
from diary.i18n import mark
from diary.rules.conditions.features import Feature
from diary.rules.conditions.spine_with_nerve import (
    SignFeature,
    both_sides_or_marked,
    spine_with_nerve,
)
from diary.rules.evidence import Number, because, our_choice
from diary.rules.families import Family
from diary.rules.model import Tier
from diary.rules.newness_numbers import ENOUGH_BASE_DAYS, KNOWN_DAYS
from diary.rules.rule import Cited, Rule, Words
from diary.rules.sources import SOURCES, Basis

RECENT = Number(
    mark("pain in neck or back within"),
    14,
    "days",
    our_choice(mark("the same two weeks in which a sign counts as new")),
)
PAIN = Number(
    mark("pain in neck or back of at least"),
    1,
    "points",
    because(SOURCES["L05"], Basis.STUDY, mark("any pain; its place need not match the sign")),
)
TINGLING = Number(
    mark("tingling of an arm or leg on one side from grade"),
    2,
    "grade",
    our_choice(mark("one-sided mild tingling is common with worn discs")),
)

BAND_PLACES = (*places_of(PlaceClass.SPINE), "ribs", "sternum", "chest", "abdomen_upper")
ANYWHERE = tuple(PLACES)

RULE = Rule(
    id="E3",
    name=mark("spine pain with nerve signs"),
    tier=Tier.EMERGENCY,
    family=Family.RADIATING,
    sentence=mark(
        "Speaks when you record pain in the neck or back within two weeks, and a new pain like a "
        "band or into both arms or legs, new numbness, marked tingling or electric shocks."
    ),
    numbers=(
        RECENT,
        PAIN,
        TINGLING,
        KNOWN_DAYS,
        ENOUGH_BASE_DAYS,
    ),
    sources=(
        Cited(source=SOURCES["L01"], basis=Basis.GUIDELINE),
        Cited(source=SOURCES["L02"], basis=Basis.CONVENTION),
        Cited(source=SOURCES["L03"], basis=Basis.CONVENTION),
        Cited(source=SOURCES["L05"], basis=Basis.STUDY),
    ),
    classes=(PlaceClass.SPINE,),
    choices=(
        mark(
            "Pain that spreads to one side only does not count here, because one-sided limb pain "
            "is common with worn discs; the guideline makes all radiating pain immediate."
        ),
        mark(
            "Pain that spreads counts wherever it was recorded, because the place of the pain "
            "need not match its origin: the reading that speaks earlier."
        ),
    ),
    words=Words(
        title=mark("Pain in {where} and {what}"),
        noticed=mark("You recorded {what}, and pain in {where} in the last two weeks."),
        worked_out=mark(
            "Days with neck or back pain in the last 14: {n}. With it, one entry of such a sign "
            "is enough, unless you said that it is not new or it was there before."
        ),
        ordinary="",
        kept_quiet=mark(
            "It would have stayed quiet without neck or back pain in the last two weeks, or if "
            "the sign had not been new."
        ),
    ),
    watch=partial(
        spine_with_nerve,
        features=(
            Feature("quality", "band_like", BAND_PLACES, mark("pain like a band")),
            Feature(
                "spreads_to", "around_chest", ANYWHERE, mark("pain that spreads around the chest")
            ),
            Feature("spreads_to", "both_arms", ANYWHERE, mark("pain that spreads to both arms")),
            Feature("spreads_to", "both_legs", ANYWHERE, mark("pain that spreads to both legs")),
        ),
        signs=(
            SignFeature("numbness_trunk"),
            SignFeature("numbness_limb"),
            SignFeature("tingling_limb", partial(both_sides_or_marked, grade=TINGLING.value)),
            SignFeature("electric_shocks"),
        ),
        pain=PAIN.value,
        window=Window("last14", RECENT.value - 1, 0),
    ),
)
