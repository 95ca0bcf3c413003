"""A long chart week by week, a very long one by four weeks: median and range. No drawing here.

Over more than a year a dot a day runs into its neighbours. What is shown then is said in words
wherever the chart is told.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.charts.data import ChartData

WEEK = 7
FOUR_WEEKS = 4 * WEEK
# Our choices: a year is still drawn day by day, and six years week by week.
MOST_DAYS, MOST_DAYS_BY_WEEKS = 400, 2200


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days or four weeks; the first of a chart may be shorter.

    Attributes:
        first: the position of its first day.
        last: the position of its last day.
        lowest: the lowest score entered in time, None where there is none.
        median: of these scores.
        highest: the highest of them.
        bad_nights: of the nights known, entered in time.
        nights: how many are known.
    """

    first: int
    last: int
    lowest: int | None
    median: float | None
    highest: int | None
    bad_nights: int
    nights: int

    @property
    def middle(self) -> float:
        """The position of its middle, in days, where it is drawn."""
        return (self.first + self.last) / 2


def is_by_weeks(data: ChartData) -> bool:
    """Return whether a chart is drawn by weeks, or by four weeks, and not day by day."""
    return len(data.answered) > MOST_DAYS


def drawn_as_one(days: int) -> int:
    """Return how many days of a chart one mark stands for: a day, a week, or four weeks."""
    return together(days) if days > MOST_DAYS else 1


def together(days: int) -> int:
    """Return how many days of a long chart are drawn as one."""
    return FOUR_WEEKS if days > MOST_DAYS_BY_WEEKS else WEEK


def count_weeks(days: int) -> int:
    """Return how many weeks, or four weeks, a long chart of so many days has."""
    return -(-days // together(days))


def weeks(data: ChartData) -> tuple[Week, ...]:
    """Return the weeks of a chart; the last one ends with its last day."""
    scores, nights = data.scores_on_time(), data.nights_on_time()
    return tuple(
        _week(first, last, scores[first : last + 1], nights[first : last + 1])
        for first, last in _spans(len(data.answered))
    )


def week_at(data: ChartData, position: int) -> Week:
    """Return the week of a chart that holds a day."""
    first, last = span_at(len(data.answered), position)
    return _week(first, last, data.scores_on_time(first, last), data.nights_on_time(first, last))


def span_at(days: int, position: int) -> tuple[int, int]:
    """Return the positions of the first and the last day of the week that holds a day."""
    length = together(days)
    last = days - 1 - (days - 1 - position) // length * length
    return max(0, last - length + 1), last


def any_in_week(days: Sequence[bool | None]) -> tuple[tuple[int, int, bool], ...]:
    """Return the weeks with an answer as (first, last, whether any day of it said yes)."""
    found = []
    for first, last in _spans(len(days)):
        known = [day for day in days[first : last + 1] if day is not None]
        if known:
            found.append((first, last, any(known)))
    return tuple(found)


def _spans(days: int) -> list[tuple[int, int]]:
    ends = range(days - 1, -1, -together(days))
    return [span_at(days, end) for end in reversed(ends)]


def _week(
    first: int, last: int, scores: Sequence[int | None], nights: Sequence[bool | None]
) -> Week:
    known = [score for score in scores if score is not None]
    slept = [night for night in nights if night is not None]
    return Week(
        first=first,
        last=last,
        lowest=min(known, default=None),
        median=median(known) if known else None,
        highest=max(known, default=None),
        bad_nights=slept.count(True),
        nights=len(slept),
    )
