"""W1: two-week pain.

What it watches: pain at a bone or in the spine that stays.
Why: patient advice asks to report pain that lasts two weeks.
When it speaks: pain of 2 or more on three quarters of the recorded days of two weeks, that was
there two weeks ago and is not of old; or on two of five of them, where it began nine days ago or
earlier, the second week was worse by a point and no injury, strain or fall is named.
What it cannot know: unspecific by design, most ordinary acute back pain meets it. Falling pain
after a strain, and a mild ache of both limbs, speak a tier lower.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.places import PlaceClass
from diary.domain.windows import Window
from diary.i18n import mark
from diary.rules.conditions.lasting import BEGAN, LastingNumbers, SecondWeek, lasting
from diary.rules.evidence import Number, because, our_choice
from diary.rules.families import Family
from diary.rules.model import Tier
from diary.rules.rule import Cited, Rule, Words
from diary.rules.shared_numbers import TRIGGERS
from diary.rules.sources import SOURCES, Basis
from diary.rules.two_week_numbers import ALL, MINIMUMS, NUMBERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context
    from diary.rules.track import Track

SHARE_IF_WORSE = Number(
    mark("share of the recorded days of two weeks, if the second was worse"),
    0.4,
    "share",
    our_choice(mark("two of five days; waiting for more cost days when rising pain was simulated")),
)
BEGAN_BEFORE = Number(
    mark("days ago, or earlier, that it must have begun"),
    9,
    "days",
    our_choice(mark("a sudden pain is given more than a week to go away")),
)
WORSE = Number(
    mark("rise from the first week to the second of at least"),
    1,
    "points",
    because(SOURCES["L53"], Basis.STUDY, mark("deterioration begins at 1 to 2.3 points")),
)
SECOND_WEEK = SecondWeek(
    SHARE_IF_WORSE.value,
    Window("began_if_worse", BEGAN.first, BEGAN_BEFORE.value),
    WORSE.value,
    TRIGGERS,
)
CLASSES = (PlaceClass.SPINE, PlaceClass.BONE)


def watch(
    context: Context,
    numbers: LastingNumbers = NUMBERS,
    second_week: SecondWeek | None = SECOND_WEEK,
) -> Iterator[Track]:
    """Yield a track for each reported place; an evaluation may try other numbers.

    Args:
        context: the diary and what is known of it.
        numbers: what counts as lasting.
        second_week: what speaks earlier; None: nothing does.
    """
    # Where bone is known to be affected, lasting pain is no news; other rules have lower limits.
    if context.bone_metastases:
        return iter(())
    return lasting(context, CLASSES, numbers, MINIMUMS, second_week)


RULE = Rule(
    id="W1",
    name=mark("pain for two weeks"),
    tier=Tier.SOON,
    family=Family.PAIN,
    sentence=mark(
        "Speaks when pain of 2 or more at a bone or in the spine was there on three quarters of "
        "the days you recorded in two weeks, or on two of five if the second week was a point "
        "worse and no injury is named, and is not of old. Not used where bone is known to be "
        "affected."
    ),
    numbers=(*ALL, SHARE_IF_WORSE, BEGAN_BEFORE, WORSE),
    sources=(
        Cited(source=SOURCES["L43"], basis=Basis.CONVENTION),
        Cited(source=SOURCES["L44"], basis=Basis.CONVENTION),
        Cited(source=SOURCES["L45"], basis=Basis.CONVENTION),
        Cited(source=SOURCES["L46"], basis=Basis.CONVENTION),
        Cited(source=SOURCES["L47b"], basis=Basis.GUIDELINE),
        Cited(source=SOURCES["L53"], basis=Basis.STUDY),
    ),
    classes=CLASSES,
    minimums=MINIMUMS,
    minimums_with_spread=(),
    variants=(Tier.NEXT_VISIT,),
    words=Words(
        title=mark("Pain in {where} in the last two weeks"),
        noticed=mark(
            "You recorded pain of {pain} or more in {where} on {k} of the {n} days you recorded "
            "in the last two weeks."
        ),
        worked_out=mark(
            "On average it was {prior} in the first of these weeks and {week} in the second. You "
            "had not recorded it as long-standing."
        ),
        ordinary=mark("Most pain of this kind has an ordinary cause."),
        kept_quiet=mark(
            "It would have stayed quiet with pain on fewer of the days, or if the pain were usual "
            "for you and known to your team."
        ),
    ),
    watch=watch,
)
