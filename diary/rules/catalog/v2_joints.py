"""V2: joints.

What it watches: pain of hands, elbows, knees or feet that lasts or steps up, and stiffness that
lasts.
Why: common and early on some treatments, and it can be treated.
When it speaks: by the tests of two-week pain and step up; sooner on one side only, at 5 or more,
when it holds back very much, or after 56 days.
What it cannot know: whether a treatment or the joint itself is behind it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.places import PlaceClass
from diary.i18n import mark
from diary.rules import step_numbers, two_week_numbers
from diary.rules.conditions.joints import JointNumbers, joints
from diary.rules.evidence import Number, our_choice
from diary.rules.families import Family
from diary.rules.model import Tier
from diary.rules.newness_numbers import KNOWN_DAYS, NEW_LATELY
from diary.rules.rule import MANY_ORDINARY, QUIET_IF_FEWER, Need, Rule, Words, cited
from diary.rules.shared_numbers import EIGHT_OF_14, SHARE_75
from diary.rules.sources import Basis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context
    from diary.rules.track import Track

HIGH = Number(
    mark("mean of two weeks that makes it sooner"),
    5,
    "points",
    our_choice(mark("moderate pain begins at 5")),
)
HELD_BACK = Number(
    mark("sleep or daily tasks held back, answer of"), 3, "answer", our_choice(mark("very much"))
)
HELD_SHARE = Number(
    mark("share of the answered days of a week held back so"),
    0.5,
    "share",
    our_choice(mark("half of the days")),
)
LONG = Number(mark("days true that make it sooner"), 56, "days", our_choice(mark("eight weeks")))
NUMBERS = JointNumbers(
    lasting=two_week_numbers.NUMBERS,
    lasting_minimums=two_week_numbers.MINIMUMS,
    step=step_numbers.NUMBERS,
    step_minimums=step_numbers.MINIMUMS,
    share=SHARE_75.value,
    needed=EIGHT_OF_14.needed,
    high=HIGH.value,
    held_back=HELD_BACK.value,
    held_share=HELD_SHARE.value,
    long=LONG.value,
)


def _watch(context: Context) -> Iterator[Track]:
    return joints(context, NUMBERS, Tier.NEXT_VISIT, Tier.SOON)


RULE = Rule(
    id="V2",
    name=mark("joints"),
    tier=Tier.NEXT_VISIT,
    family=Family.JOINT,
    sentence=mark(
        "Speaks when joint pain lasts two weeks or steps up, or stiffness lasts two weeks."
    ),
    numbers=(
        *two_week_numbers.ALL,
        *step_numbers.ALL,
        SHARE_75,
        NEW_LATELY,
        KNOWN_DAYS,
        HIGH,
        HELD_BACK,
        HELD_SHARE,
        LONG,
    ),
    sources=cited(Basis.STUDY, "L25", "L26", "L27"),
    classes=(PlaceClass.JOINT,),
    minimums=two_week_numbers.MINIMUMS,
    variants=(Tier.SOON,),
    words=Words(
        title=mark("Joints: {what}"),
        noticed=mark(
            "You recorded {what} on {k} of the {n} days you recorded in the last two "
            "weeks.{treatment}"
        ),
        worked_out=mark("It lasts, and {above}."),
        ordinary=MANY_ORDINARY,
        kept_quiet=QUIET_IF_FEWER,
    ),
    watch=_watch,
    also_needs=(Need(of=("hand_stiffness", "stiffness"), minimums=(EIGHT_OF_14,)),),
)
