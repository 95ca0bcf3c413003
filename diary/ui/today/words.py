"""The questions of the Today page, as asked today and as asked about an earlier day."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diary.domain.choices import FUNCTION
from diary.i18n import mark

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping


class DayWords(NamedTuple):
    """The questions and answers that name the time they are about, marked for translation."""

    pain: str
    where: str
    no_pain: str
    worst: str
    average: str
    night: str
    signs: str
    symptoms: str
    medicines: str
    weight: str
    temperature: str
    function: Mapping[str, str]


TODAY = DayWords(
    pain=mark("Pain in the last 24 hours"),
    where=mark("Where does it hurt?"),
    no_pain=mark("No pain today"),
    worst=mark("Worst pain in the last 24 hours"),
    average=mark("Average pain in the last 24 hours"),
    night=mark("Did it disturb you last night?"),
    signs=mark("Any of these in the last 24 hours?"),
    symptoms=mark("Anything else in the last 24 hours?"),
    medicines=mark("Medicines in the last 24 hours"),
    weight=mark("Weight today"),
    temperature=mark("Highest temperature in the last 24 hours"),
    function=FUNCTION,
)
EARLIER = DayWords(
    pain=mark("Pain on this day"),
    where=mark("Where did it hurt?"),
    no_pain=mark("No pain on this day"),
    worst=mark("Worst pain on this day"),
    average=mark("Average pain on this day"),
    night=mark("Did it disturb you the night before?"),
    signs=mark("Any of these on this day?"),
    symptoms=mark("Anything else on this day?"),
    medicines=mark("Medicines on this day"),
    weight=mark("Weight on this day"),
    temperature=mark("Highest temperature on this day"),
    function={
        "sleep": mark("Did pain or symptoms disturb your sleep the night before?"),
        "walking": mark("Did they hold back your walking on this day?"),
        "daily_tasks": mark("Did they hold back your daily tasks on this day?"),
    },
)


class DayAsked(NamedTuple):
    """Which day is asked about.

    Attributes:
        day: the day.
        today: what today is.
    """

    day: dt.date
    today: dt.date

    @property
    def words(self) -> DayWords:
        """The questions about this day."""
        return TODAY if self.day == self.today else EARLIER


LOWEST = mark("no pain")
HIGHEST = mark("worst pain")
SIGNS_ARE = mark(
    "Weak arms or legs, trouble walking, numbness or tingling, bladder or bowel trouble, "
    "electric shocks, clumsy or stiff hands."
)
HOW_STRONG = mark("How strong?")
NEW_OR_WORSE = mark("New or worse in the last 14 days?")
