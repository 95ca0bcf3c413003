"""What is new, what is long-standing, and from when the own baseline tells: of many conditions."""

from __future__ import annotations

from diary.i18n import mark
from diary.rules.evidence import Number, our_choice

ENOUGH_BASE_DAYS = Number(
    mark("recorded days from which your own baseline replaces your usual level"),
    7,
    "days",
    our_choice(mark("one week; fewer say little about what is usual")),
)
KNOWN_DAYS = Number(
    mark("recorded days of the own baseline on which it was there, so that it is not new"),
    2,
    "days",
    our_choice(mark("one day alone does not make it known")),
)
LONG_FIRST = Number(
    mark("days back from which pain is looked for that is long-standing"),
    60,
    "days",
    our_choice(mark("about two months: seven weeks beside the last two")),
)
LONG_LAST = Number(
    mark("days back up to which pain is looked for that is long-standing"),
    14,
    "days",
    our_choice(mark("two weeks of pain must not count as old themselves")),
)
BEGAN_FIRST = Number(
    mark("days back at most to a day with pain that shows when it began"),
    16,
    "days",
    our_choice(mark("two weeks, and room for two silent days")),
)
BEGAN_LAST = Number(
    mark("days back at least to a day with pain that shows when it began"),
    12,
    "days",
    our_choice(mark("two weeks, less two days that may be silent")),
)
NEW_LATELY = Number(
    mark("one of the last days was new or worse"),
    21,
    "days",
    our_choice(mark("two weeks that are counted, and one more")),
)
