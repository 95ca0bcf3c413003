"""W2: a step up from the own baseline.

What it watches: weekly means against the own baseline of four weeks.
Why: studies call 2 points a change that matters.
When it speaks: the last week 2 above the baseline, the week before already 1 above, at 3 or more.
What it cannot know: below a baseline of 1 the pain is new, and W1 decides.
"""

from __future__ import annotations

from functools import partial

from diary.domain.places import PlaceClass
from diary.domain.windows import BASE28, LAST7, PRIOR7
from diary.i18n import mark
from diary.rules.conditions.step import StepNumbers, step_up
from diary.rules.evidence import Number, because, our_choice
from diary.rules.model import Tier
from diary.rules.rule import Cited, Family, Minimum, Rule, Words
from diary.rules.sources import SOURCES, Basis

BASE = Number(
    mark("mean of the own baseline of at least"),
    1,
    "points",
    our_choice(mark("below it the pain is new, and a strain would speak after a week")),
)
RISE = Number(
    mark("rise of the last week of at least"),
    2,
    "points",
    because(SOURCES["L50"], Basis.STUDY, mark("2 points or 30 % is a change that matters")),
)
RISE_BEFORE = Number(
    mark("rise of the week before of at least"),
    1,
    "points",
    because(SOURCES["L53"], Basis.STUDY, mark("deterioration begins at 1 to 2.3 points")),
)
WEEK = Number(
    mark("mean of the last week of at least"),
    3,
    "points",
    our_choice(mark("a baseline of 1 and a rise of 2")),
)
CLASSES = (PlaceClass.SPINE, PlaceClass.BONE)
MINIMUMS = (Minimum(LAST7, 3), Minimum(PRIOR7, 3), Minimum(BASE28, 10))

RULE = Rule(
    id="W2",
    tier=Tier.SOON,
    family=Family.PAIN,
    sentence=mark(
        "Speaks when the mean of the last week lies 2 points or more above the four weeks that "
        "ended two weeks ago, and the week before already lay 1 above."
    ),
    numbers=(BASE, RISE, RISE_BEFORE, WEEK),
    sources=(
        Cited(source=SOURCES["L50"], basis=Basis.STUDY),
        Cited(source=SOURCES["L51"], basis=Basis.STUDY),
        Cited(source=SOURCES["L53"], basis=Basis.STUDY),
        Cited(source=SOURCES["L54"], basis=Basis.STUDY),
        Cited(source=SOURCES["L37"], basis=Basis.STUDY),
    ),
    classes=CLASSES,
    minimums=MINIMUMS,
    words=Words(
        title=mark("Pain in {where} has gone up"),
        noticed=mark(
            "Your pain in {where} was {week} on average on the {n} days you recorded this week."
        ),
        worked_out=mark(
            "The week before it was {prior}, and {base} on the {n_base} days you recorded in the "
            "four weeks before that."
        ),
        ordinary=mark("Most pain of this kind has an ordinary cause."),
        kept_quiet=mark(
            "It would have stayed quiet with a rise of less than 2 points, or a rise in the last "
            "week only."
        ),
    ),
    watch=partial(
        step_up,
        classes=CLASSES,
        numbers=StepNumbers(BASE.value, RISE.value, RISE_BEFORE.value, WEEK.value),
        minimums=MINIMUMS,
        tier=Tier.SOON,
    ),
)
