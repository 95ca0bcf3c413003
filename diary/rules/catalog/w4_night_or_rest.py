"""W4: night or rest pattern.

What it watches: pain at a bone or in the spine that keeps to night, early morning or rest, and
nights with milder pain.
Why: patient advice asks for such a pattern to be reported.
When it speaks: on five recorded days of a week and most of them so, where it was not so before;
or three bad nights.
What it cannot know: morning pain is also a sign of inflammation or of a medicine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.places import PlaceClass
from diary.domain.windows import BASE56, LAST7
from diary.i18n import mark
from diary.rules.conditions.patterns import PatternNumbers, night_or_rest
from diary.rules.evidence import Number, our_choice
from diary.rules.families import Family
from diary.rules.model import Tier
from diary.rules.newness_numbers import ENOUGH_BASE_DAYS
from diary.rules.rule import MOST_ORDINARY, Minimum, Rule, Words, cited
from diary.rules.shared_numbers import BASE_WEEKS, PAIN_2, SHARE_60
from diary.rules.sources import Basis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context
    from diary.rules.track import Track

DAYS = Number(
    mark("recorded days of the last 7 with pain"),
    5,
    "days",
    our_choice(mark("most days of a week")),
)
SHARE_BEFORE = Number(
    mark("share of the days before must be below"),
    0.33,
    "share",
    our_choice(mark("the pattern must be new: on fewer than a third of the days with pain")),
)
NIGHTS = Number(
    mark("bad nights of the last 7"),
    3,
    "days",
    our_choice(mark("repeated, and still within one week")),
)
NIGHT_PAIN = Number(
    mark("pain on the day of such a night of at least"),
    1,
    "points",
    our_choice(mark("any pain: that it spoils the night is what counts")),
)
NIGHTS_BEFORE = Number(
    mark("such nights a week before must be fewer than"),
    1,
    "days",
    our_choice(mark("the pattern must be new")),
)
NUMBERS = PatternNumbers(
    pain=PAIN_2.value,
    days=DAYS.value,
    timings=frozenset({"night", "early_morning", "better_by_day", "all_day"}),
    worse_with=frozenset({"resting"}),
    share=SHARE_60.value,
    baseline=BASE56,
    share_before=SHARE_BEFORE.value,
    nights=NIGHTS.value,
    night_lowest=NIGHT_PAIN.value,
    # However bad: nights at 4 or more in the spine speak at a higher tier, and mix with these.
    night_highest=None,
    nights_before=NIGHTS_BEFORE.value,
    usual_below=PAIN_2.value,
)


def watch(context: Context, numbers: PatternNumbers = NUMBERS) -> Iterator[Track]:
    """Yield a track for each reported place; an evaluation may try other numbers."""
    places = context.reported(PlaceClass.SPINE, PlaceClass.BONE)
    return night_or_rest(context, places, numbers, Tier.SOON)


RULE = Rule(
    id="W4",
    name=mark("pain at night or at rest"),
    tier=Tier.SOON,
    family=Family.PAIN,
    sentence=mark(
        "Speaks when pain of 2 or more at a bone or in the spine on 5 days of a week is "
        "newly worse at night or at rest, or newly wakes you on 3 nights."
    ),
    numbers=(
        PAIN_2,
        DAYS,
        SHARE_60,
        SHARE_BEFORE,
        NIGHTS,
        NIGHT_PAIN,
        NIGHTS_BEFORE,
        BASE_WEEKS,
        ENOUGH_BASE_DAYS,
    ),
    sources=cited(Basis.CONVENTION, "L43", "L44b", "L45"),
    classes=(PlaceClass.SPINE, PlaceClass.BONE),
    minimums=(Minimum(LAST7, 5),),
    words=Words(
        title=mark("Pain in {where} at night or at rest"),
        noticed=mark(
            "Pain in {where} was worse at night, in the early morning or at rest, or woke you, "
            "on {k} of the {n} days you recorded this week."
        ),
        worked_out=mark("{before}"),
        ordinary=MOST_ORDINARY,
        kept_quiet=mark(
            "It would have stayed quiet if this pattern had been there before, or on fewer days."
        ),
    ),
    watch=watch,
)
