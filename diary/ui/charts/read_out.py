"""What the line of a chart stands on, in words: a day, or the week of a long chart. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.charts.weeks import is_by_weeks, week_at
from diary.ui.charts.by_weeks import week_in_words
from diary.ui.charts.days import day_in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.charts.data import ChartData


def read_out(charts: Sequence[ChartData], position: int) -> str:
    """Return a day of several charts in words, each with its place; a week where one is drawn."""
    if len(charts) == 1:
        return _told(charts[0], position)
    return "\n".join(
        f"{data.label}: {_told(data, min(position, len(data.answered) - 1))}" for data in charts
    )


def _told(data: ChartData, position: int) -> str:
    if is_by_weeks(data):
        return week_in_words(data, week_at(data, position))
    return day_in_words(data, position)
