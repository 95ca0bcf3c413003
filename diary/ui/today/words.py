"""The questions of the Today page, as asked today and as asked about an earlier day."""

from __future__ import annotations

from dataclasses import dataclass

from diary.i18n import mark


@dataclass(frozen=True, slots=True)
class DayWords:
    """The questions and answers that name the time they are about, marked for translation."""

    pain: str
    no_pain: str
    worst: str
    average: str
    night: str
    signs: str


TODAY = DayWords(
    pain=mark("Pain in the last 24 hours"),
    no_pain=mark("No pain today"),
    worst=mark("Worst pain in the last 24 hours"),
    average=mark("Average pain in the last 24 hours"),
    night=mark("Last night"),
    signs=mark("Any of these in the last 24 hours?"),
)
EARLIER = DayWords(
    pain=mark("Pain on this day"),
    no_pain=mark("No pain on this day"),
    worst=mark("Worst pain on this day"),
    average=mark("Average pain on this day"),
    night=mark("The night before"),
    signs=mark("Any of these on this day?"),
)
LOWEST = mark("no pain")
HIGHEST = mark("worst pain")
SIGNS_ARE = mark(
    "Weak arms or legs, trouble walking, numbness or tingling, bladder or bowel trouble, "
    "electric shocks, clumsy or stiff hands."
)
HOW_STRONG = mark("How strong?")
NEW_OR_WORSE = mark("New or worse in the last 14 days?")
