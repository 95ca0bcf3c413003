"""W3: a slow climb.

What it watches: eight weeks of pain at a bone or in the spine.
Why: pain that grows slowly is easily put up with; a line through eight weeks shows it.
When it speaks: the line rises by 2 points or more, steadily, and the last week is at 3 or more.
What it cannot know: judged every day its score is a rule and not a statistical test.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.places import PlaceClass
from diary.domain.windows import LAST7, LAST56
from diary.i18n import mark
from diary.rules.conditions.climb import ClimbNumbers, slow_climb
from diary.rules.evidence import Number, because, our_choice
from diary.rules.families import Family
from diary.rules.model import Tier
from diary.rules.rule import Cited, Minimum, Rule, Words
from diary.rules.sources import SOURCES, Basis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context
    from diary.rules.track import Track

RISE = Number(
    mark("rise of the line over the recorded span of at least"),
    2,
    "points",
    because(SOURCES["L50"], Basis.STUDY, mark("2 points or 30 % is a change that matters")),
)
SCORE = Number(
    mark("steadiness, Mann-Kendall score above"),
    3.1,
    "score",
    our_choice(mark("calibrated on simulated diaries; corrected for day-to-day correlation")),
)
WEEK = Number(
    mark("middle value of the last week of at least"),
    3,
    "points",
    our_choice(mark("calibrated on simulated diaries; below it a climb is not yet troubling")),
)
CLASSES = (PlaceClass.SPINE, PlaceClass.BONE)
MINIMUMS = (Minimum(LAST56, 24), Minimum(LAST7, 3))

NUMBERS = ClimbNumbers(RISE.value, SCORE.value, WEEK.value)


def watch(context: Context, numbers: ClimbNumbers = NUMBERS) -> Iterator[Track]:
    """Yield a track for each reported place; an evaluation may try other numbers."""
    return slow_climb(context, CLASSES, numbers, MINIMUMS, Tier.SOON)


RULE = Rule(
    id="W3",
    name=mark("a slow climb"),
    tier=Tier.SOON,
    family=Family.PAIN,
    sentence=mark(
        "Speaks when pain at a bone or in the spine climbed steadily by 2 points or more over "
        "eight weeks."
    ),
    numbers=(RISE, SCORE, WEEK),
    sources=(
        Cited(source=SOURCES["L50"], basis=Basis.STUDY),
        Cited(source=SOURCES["L55"], basis=Basis.STUDY),
    ),
    classes=CLASSES,
    minimums=MINIMUMS,
    words=Words(
        title=mark("Pain in {where} climbs slowly"),
        noticed=mark(
            "Pain in {where} shows a steady climb of about {rise} points in {weeks} weeks."
        ),
        worked_out=mark(
            "A line through the {n} days you recorded in the last 8 weeks rises; the middle "
            "value of the last week is {median}."
        ),
        ordinary=mark("Most pain of this kind has an ordinary cause."),
        kept_quiet=mark(
            "It would have stayed quiet with a rise of less than 2 points, or with ups and downs "
            "instead of a steady climb."
        ),
    ),
    watch=watch,
)
