"""Numbers of the life of an alert, each with its reason (docs/rule-book.md)."""

from __future__ import annotations

from diary.i18n import mark
from diary.rules.evidence import Number, because, our_choice
from diary.rules.sources import SOURCES, Basis

CLEAR_DAYS = Number(
    mark("days without a true day after which an alert ends"),
    14,
    "days",
    our_choice(mark("two weeks is the time in which advice asks for persistence")),
)
CLEAR_RECORDED = Number(
    mark("recorded days among them"),
    5,
    "days",
    our_choice(mark("silence ends nothing; five ratings already agree well with a week")),
)
LAPSE_DAYS = Number(
    mark("silent days after which a rule that waits begins anew"),
    7,
    "days",
    our_choice(mark("after a week of silence it is not known whether it went on")),
)
AFRESH_DAYS = Number(
    mark("days after an alert was raised before the same one is raised afresh"),
    28,
    "days",
    our_choice(mark("four weeks, so that what comes and goes does not tire; urgent ones at once")),
)
SPEAK_AGAIN_DAYS = Number(
    mark("days after which an alert speaks again if nobody was told"),
    14,
    "days",
    our_choice(mark("two weeks, as long as it takes to end")),
)
SPEAK_AGAIN_RISE = Number(
    mark("rise of the mean of a week after which an alert speaks again"),
    1.0,
    "points",
    because(SOURCES["L53"], Basis.STUDY, mark("deterioration begins at 1 to 2.3 points")),
)
CARDS_A_DAY = Number(
    mark("new calm cards shown in a day"),
    1,
    "times",
    our_choice(mark("the highest; more at once would tire and be read less")),
)
RINGS_FOR = Number(
    mark("days after which an emergency no longer interrupts"),
    14,
    "days",
    our_choice(mark("years that are imported must not ring")),
)
NUMBERS = (
    CLEAR_DAYS,
    CLEAR_RECORDED,
    LAPSE_DAYS,
    AFRESH_DAYS,
    SPEAK_AGAIN_DAYS,
    SPEAK_AGAIN_RISE,
    CARDS_A_DAY,
    RINGS_FOR,
)
