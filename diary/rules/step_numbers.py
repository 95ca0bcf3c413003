"""A step up: its numbers and their reasons. Read by V2."""

from __future__ import annotations

from diary.domain.windows import BASE28, LAST7, PRIOR7
from diary.i18n import mark
from diary.rules.conditions.step import StepNumbers
from diary.rules.evidence import Number, because, our_choice
from diary.rules.rule import Minimum
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
MINIMUMS = (Minimum(LAST7, 3), Minimum(PRIOR7, 3), Minimum(BASE28, 10))
NUMBERS = StepNumbers(BASE28, BASE.value, RISE.value, RISE_BEFORE.value, WEEK.value)
ALL = (BASE, RISE, RISE_BEFORE, WEEK)
