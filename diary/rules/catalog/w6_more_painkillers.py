"""W6: painkiller climb.

What it watches: more painkillers while pain at a bone or in the spine does not fall.
Why: scores alone hide a worsening behind painkillers.
When it speaks: three painkiller days a week more, half as many doses again, or a first opioid or
steroid, beside pain of 2 or more.
What it cannot know: a new prescription does the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.places import PlaceClass
from diary.domain.windows import (
    BASE28,
    LAST7,
)
from diary.i18n import mark
from diary.rules.conditions.painkillers import (
    ClimbOfDosesNumbers,
    more_painkillers,
    taken_in,
)
from diary.rules.evidence import Number, our_choice
from diary.rules.families import Family
from diary.rules.model import Tier
from diary.rules.rule import MOST_ORDINARY, Minimum, Rule, Words
from diary.rules.shared_numbers import (
    PAIN_2,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context
    from diary.rules.track import Track

DAYS = Number(
    mark("painkiller days a week more"), 3, "days", our_choice(mark("nearly half of a week more"))
)
DOSES = Number(
    mark("doses a week more"), 5, "doses", our_choice(mark("more than one on most days"))
)
DOSES_SHARE = Number(
    mark("share of doses more"), 0.5, "share", our_choice(mark("half as many again"))
)
FALL = Number(
    mark("the pain may have fallen by at most"), 1, "points", our_choice(mark("day-to-day noise"))
)
CLASSES = (PlaceClass.SPINE, PlaceClass.BONE)
MINIMUMS = (Minimum(LAST7, 4), Minimum(BASE28, 10))


def _watch(context: Context) -> Iterator[Track]:
    numbers = ClimbOfDosesNumbers(
        days=DAYS.value,
        doses=DOSES.value,
        doses_share=DOSES_SHARE.value,
        fall=FALL.value,
        pain=PAIN_2.value,
    )
    return more_painkillers(context, CLASSES, numbers, MINIMUMS, Tier.SOON)


RULE = Rule(
    id="W6",
    name=mark("more painkillers"),
    tier=Tier.SOON,
    family=Family.PAIN,
    sentence=mark(
        "Speaks when you took painkillers on 3 more days a week than before, or many more "
        "doses, or a first opioid or steroid, and pain did not fall."
    ),
    numbers=(
        DAYS,
        DOSES,
        DOSES_SHARE,
        FALL,
        PAIN_2,
    ),
    sources=(),
    classes=CLASSES,
    minimums=MINIMUMS,
    recorded=lambda context, _place: taken_in(context).doses,
    counted=mark("with medicines answered"),
    words=Words(
        title=mark("More painkillers beside pain in {where}"),
        noticed=mark("You took painkillers on {k} of the {n} days you answered this week."),
        worked_out=mark(
            "Doses a week: {doses}, before that {doses_before}. Days with painkillers a week "
            "before: {before}. Pain in {where} did not fall meanwhile."
        ),
        ordinary=MOST_ORDINARY,
        kept_quiet=mark(
            "It would have stayed quiet with fewer additional doses, or if the pain had fallen."
        ),
    ),
    watch=_watch,
)
