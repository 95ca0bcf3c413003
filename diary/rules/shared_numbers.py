"""Numbers that several rules share, each with its reason."""

from __future__ import annotations

from diary.domain.windows import LAST7, LAST14
from diary.i18n import mark
from diary.rules.evidence import Number, because, our_choice
from diary.rules.rule import Minimum
from diary.rules.sources import SOURCES, Basis

BASE_WEEKS = Number(
    mark("weeks of the own baseline, ending two weeks ago"),
    8,
    "weeks",
    our_choice(
        mark("a longer baseline is steadier; four weeks gave more false alerts when simulated")
    ),
)
NEW_WITHIN = Number(
    mark("new or worse within"),
    14,
    "days",
    because(SOURCES["L18"], Basis.GUIDELINE, mark("new or worse within the last 14 days")),
)
PAIN_2 = Number(
    mark("pain of at least"), 2, "points", our_choice(mark("0 and 1 are day-to-day noise"))
)
PAIN_3 = Number(
    mark("pain of at least"), 3, "points", our_choice(mark("above the noise of day to day"))
)
PAIN_4 = Number(
    mark("pain of at least"),
    4,
    "points",
    because(SOURCES["L20"], Basis.STUDY, mark("interference begins at a worst pain of 4")),
)
PAIN_7 = Number(
    mark("pain of at least"),
    7,
    "points",
    because(SOURCES["L19"], Basis.STUDY, mark("severe pain is 7 to 10")),
)
ABOVE_2 = Number(
    mark("points above usual of at least"),
    2,
    "points",
    because(SOURCES["L50"], Basis.STUDY, mark("2 points or 30 % is a change that matters")),
)
ABOVE_3 = Number(
    mark("points above usual of at least"),
    3,
    "points",
    our_choice(mark("above the 2 points that studies call a change that matters")),
)
MARKED = Number(mark("grade of at least"), 2, "grade", our_choice(mark("moderate: it interferes")))
SEVERE = Number(mark("grade of"), 3, "grade", our_choice(mark("severe, the highest grade")))
FEVER = Number(
    mark("temperature of at least"),
    38.0,
    "degrees",
    because(SOURCES["L89"], Basis.GUIDELINE, mark("fever begins at 38.0")),
)
TWO_DAYS = Number(
    mark("recorded days of the last 7"), 2, "days", our_choice(mark("not a single day"))
)
TWO_OF_THREE = Number(
    mark("of the last 3 recorded days"), 2, "days", our_choice(mark("not a single day"))
)
LAST_THREE = Number(
    mark("last recorded days looked at"), 3, "days", our_choice(mark("the present, not one day"))
)
WITHIN_A_WEEK = Number(
    mark("calendar days that hold them"), 7, "days", our_choice(mark("one week"))
)
WITHIN_FIVE_DAYS = Number(
    mark("calendar days that hold them"), 5, "days", our_choice(mark("allows two silent days"))
)
# More than half of two weeks, and as many of one week as the counts of it ask for.
EIGHT_OF_14 = Minimum(LAST14, 8)
TWO_OF_7 = Minimum(LAST7, TWO_DAYS.value)
SHARE_75 = Number(
    mark("share of the recorded days"),
    0.75,
    "share",
    our_choice(mark("most days, with room for a good one")),
)
SHARE_60 = Number(
    mark("share of the recorded days"),
    0.6,
    "share",
    our_choice(mark("more than half, with room for good days")),
)
SHARE_50 = Number(
    mark("share of the recorded days"), 0.5, "share", our_choice(mark("half of the days"))
)

# The answers to "what began it" that explain a pain.
TRIGGERS = frozenset({"injury", "strain", "fall"})
