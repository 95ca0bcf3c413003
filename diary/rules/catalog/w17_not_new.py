"""W17: sign said not to be new.

What it watches: a sign of bladder, bowel, saddle or weakness that is recorded for the first time
and said not to be new.
Why: the answer stops the emergency though nobody said that the team knows.
When it speaks: once for each sign.
What it cannot know: whether the team knows; a usual level says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.i18n import mark
from diary.rules.conditions.first_not_new import first_not_new
from diary.rules.evidence import Number, our_choice
from diary.rules.families import Family
from diary.rules.groups import BLADDER_SIGNS, WEAKNESS_SIGNS
from diary.rules.model import Tier
from diary.rules.rule import ASK_TEAM, Rule, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context
    from diary.rules.track import Track

ONCE = Number(
    mark("times for each sign"), 1, "times", our_choice(mark("a question, not a reminder"))
)


def _watch(context: Context) -> Iterator[Track]:
    for sign in BLADDER_SIGNS:
        yield from first_not_new(context, sign, Family.BLADDER, Tier.URGENT)
    for sign in WEAKNESS_SIGNS:
        yield from first_not_new(context, sign, Family.WEAKNESS, Tier.SOON)


RULE = Rule(
    id="W17",
    name=mark("a sign said not to be new"),
    tier=Tier.SOON,
    family=Family.WEAKNESS,
    sentence=mark(
        "Speaks when weakness, trouble walking or a sign of bladder, bowel or feeling between "
        "the legs is first recorded as not new and no usual level is set for it; "
        "once for each sign."
    ),
    numbers=(ONCE,),
    sources=(),
    variants=(Tier.URGENT,),
    words=Words(
        title=mark("Does your team know of {what}?"),
        noticed=mark("You recorded {what} and said that it is not new."),
        worked_out=mark("It was recorded for the first time, and no usual level is set for it."),
        ordinary=ASK_TEAM,
        kept_quiet=mark("It would have stayed quiet if it were set as usual for you."),
    ),
    watch=_watch,
)
