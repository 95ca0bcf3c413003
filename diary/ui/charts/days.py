"""The days of a chart in words: the rows of the table and the read-out of one day. No Qt."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from diary.i18n import format_day, format_number, mark, translate

if TYPE_CHECKING:
    from diary.charts.data import ChartData

HEADS = (
    mark("Day"),
    mark("Worst pain"),
    mark("7-day median"),
    mark("Night"),
    mark("Entered"),
)
_NOT_RECORDED = mark("not recorded")
_NO_SCORE = mark("pain, no number")
_WOKEN, _NOT_WOKEN = mark("woken or kept awake"), mark("not woken")
_LATE = mark("late")


def cell(data: ChartData, position: int, column: int) -> str:
    """Return a cell of the table: one day, one of the columns of ``HEADS``."""
    return _COLUMNS[column](data, position)


def day_in_words(data: ChartData, position: int) -> str:
    """Return one day of the chart as sentences."""
    day = format_day(_date(data, position), "EEEE d MMMM y")
    parts = [f"{day}: {_score_in_words(data, position)}."]
    if data.median[position] is not None:
        words = translate(mark("7-day median {value}."))
        parts.append(words.format(value=_median(data, position)))
    if data.bad_night[position]:
        parts.append(translate(mark("Pain woke you or kept you awake.")))
    if data.late[position]:
        parts.append(translate(mark("Entered late.")))
    return " ".join(parts)


def last_recorded(data: ChartData) -> int:
    """Return the position of the last answered day, or of the last day if there is none."""
    answered = [position for position, there in enumerate(data.answered) if there]
    return answered[-1] if answered else len(data.answered) - 1


def _score_in_words(data: ChartData, position: int) -> str:
    worst = data.worst[position]
    if worst is None:
        return _worst(data, position)
    if worst == 0:
        return translate(mark("no pain here"))
    return translate(mark("worst pain {score} of 10")).format(score=worst)


def _date(data: ChartData, position: int) -> dt.date:
    # Counted, and not looked up in the list of all days, which is made anew on every call.
    return data.start + dt.timedelta(days=position)


def _day(data: ChartData, position: int) -> str:
    return format_day(_date(data, position), "EEE d MMM y")


def _worst(data: ChartData, position: int) -> str:
    worst = data.worst[position]
    if worst is not None:
        return str(worst)
    return translate(_NO_SCORE if data.answered[position] else _NOT_RECORDED)


def _median(data: ChartData, position: int) -> str:
    value = data.median[position]
    return "" if value is None else format_number(value)


def _night(data: ChartData, position: int) -> str:
    night = data.bad_night[position]
    if night is None:
        return ""
    return translate(_WOKEN if night else _NOT_WOKEN)


def _entered(data: ChartData, position: int) -> str:
    return translate(_LATE) if data.late[position] else ""


_COLUMNS = (_day, _worst, _median, _night, _entered)
