"""U3: fast worsening of bone or spine pain.

What it watches: the last three recorded days against the own baseline of eight weeks.
Why: pain that worsens fast is asked to be heard soon; a rise of 3 is above any noise of the scale.
When it speaks: each of the three days at 6 or more and 3 above the baseline, within five days,
most of the week above it, and the week before already a point. While an aromatase
inhibitor runs, an ache of both limbs that leaves the nights alone speaks a tier lower.
What it cannot know: most acute flares last under a day, some a week.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.places import PlaceClass
from diary.domain.windows import BASE56, LAST7, PRIOR7
from diary.i18n import mark
from diary.rules.conditions.fast_rise import RiseNumbers, fast_rise
from diary.rules.evidence import Number, because, our_choice
from diary.rules.families import Family
from diary.rules.model import Tier
from diary.rules.rule import Cited, Minimum, Rule, Words
from diary.rules.shared_numbers import BASE_WEEKS, PAIN_2
from diary.rules.sources import SOURCES, Basis
from diary.rules.two_week_numbers import LIMB_SHARE, LIMBS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context
    from diary.rules.track import Track

PAIN = Number(
    mark("pain on each of the last days of at least"),
    6,
    "points",
    our_choice(mark("the upper half of moderate pain; severe begins at 7")),
)
RISE = Number(
    mark("rise above the own baseline of at least"),
    3,
    "points",
    our_choice(mark("above the 2 points that studies call a change that matters")),
)
KNOWN_SPREAD_PAIN = Number(
    mark("pain where bone is known to be affected"),
    5,
    "points",
    our_choice(mark("these people were given this advice beforehand; not calibrated")),
)
KNOWN_SPREAD_RISE = Number(
    mark("rise where bone is known to be affected"),
    2,
    "points",
    our_choice(mark("these people were given this advice beforehand; not calibrated")),
)
DAYS = Number(
    mark("last recorded days"),
    3,
    "days",
    because(SOURCES["L23"], Basis.STUDY, mark("75 % of acute flares last under a day")),
)
WITHIN = Number(
    mark("calendar days that hold them"), 5, "days", our_choice(mark("allows two silent days"))
)
WEEK_RISE = Number(
    mark("rise on the days of the week of at least"),
    2,
    "points",
    because(SOURCES["L50"], Basis.STUDY, mark("2 points or 30 % is a change that matters")),
)
WEEK_DAYS = Number(
    mark("such days in the last 7"), 4, "days", our_choice(mark("more than half of a week"))
)
WEEK_SHARE = Number(
    mark("share of the recorded days of the last 7"),
    0.8,
    "share",
    our_choice(mark("nearly the whole week: most acute flares are shorter"), SOURCES["L23"]),
)
PRIOR_RISE = Number(
    mark("rise of the week before of at least"),
    1,
    "points",
    because(SOURCES["L53"], Basis.STUDY, mark("deterioration begins at 1 to 2.3 points")),
)
CLASSES = (PlaceClass.SPINE, PlaceClass.BONE)
MINIMUMS = (Minimum(LAST7, 4), Minimum(PRIOR7, 3), Minimum(BASE56, 7))


def numbers_for(*, known_spread: bool) -> RiseNumbers:
    """Return the numbers of the rule, which are lower where bone is known to be affected."""
    return RiseNumbers(
        pain=(KNOWN_SPREAD_PAIN if known_spread else PAIN).value,
        baseline=BASE56,
        rise=(KNOWN_SPREAD_RISE if known_spread else RISE).value,
        days=DAYS.value,
        within=WITHIN.value,
        week_rise=WEEK_RISE.value,
        week_days=WEEK_DAYS.value,
        week_share=WEEK_SHARE.value,
        prior_rise=PRIOR_RISE.value,
        # Where bone is known to be affected, nothing lowers the tier.
        limbs=None if known_spread else LIMBS,
        limb_drug="aromatase_inhibitor",
        limb_pain=PAIN_2.value,
    )


def watch(
    context: Context,
    numbers: RiseNumbers | None = None,
    minimums: tuple[Minimum, ...] = MINIMUMS,
) -> Iterator[Track]:
    """Yield a track for each reported place; an evaluation may try other numbers.

    Args:
        context: the diary and what is known of it.
        numbers: how high and how fast; None: the rule's own.
        minimums: recorded days each window needs.
    """
    own = numbers_for(known_spread=context.bone_metastases)
    return fast_rise(context, CLASSES, numbers or own, minimums, Tier.URGENT)


RULE = Rule(
    id="U3",
    name=mark("fast worsening of bone or spine pain"),
    tier=Tier.URGENT,
    family=Family.PAIN,
    sentence=mark(
        "Speaks when pain at a bone or in the spine was 6 or more on your last 3 recorded days, "
        "at least 3 points above what it was before (5 and 2 where bone is known to be affected), "
        "and up for more than a week. While an aromatase inhibitor runs, an ache of both limbs "
        "that leaves the nights alone speaks a tier lower."
    ),
    numbers=(
        PAIN,
        RISE,
        KNOWN_SPREAD_PAIN,
        KNOWN_SPREAD_RISE,
        DAYS,
        WITHIN,
        WEEK_RISE,
        WEEK_DAYS,
        WEEK_SHARE,
        PRIOR_RISE,
        BASE_WEEKS,
        PAIN_2,
        LIMB_SHARE,
    ),
    variants=(Tier.SOON,),
    sources=(
        Cited(source=SOURCES["L50"], basis=Basis.STUDY),
        Cited(source=SOURCES["L51"], basis=Basis.STUDY),
        Cited(source=SOURCES["L23"], basis=Basis.STUDY),
        Cited(source=SOURCES["L53"], basis=Basis.STUDY),
        Cited(source=SOURCES["L03"], basis=Basis.CONVENTION),
    ),
    classes=CLASSES,
    minimums=MINIMUMS,
    words=Words(
        title=mark("Pain in {where} rose fast"),
        noticed=mark(
            "Pain in {where} was {lowest} or more on each of your last {days} recorded days."
        ),
        worked_out=mark(
            "Each of them was {pain} or more and at least {rise} points above {before}, the middle "
            "value of the eight weeks that ended two weeks ago. The week before this one was "
            "already higher."
        ),
        ordinary=mark("Many people with this have an ordinary cause."),
        kept_quiet=mark(
            "It would have stayed quiet if one of these days had been lower, or closer to what "
            "was usual before."
        ),
    ),
    watch=watch,
)
