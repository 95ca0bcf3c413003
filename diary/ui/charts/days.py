"""The days of a chart in words: the rows of the table and the read-out of one day. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.charts.lanes import PAINKILLER_LANE, SIGNS_LANE
from diary.i18n import format_day, format_number, mark, sentence_case, translate

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from diary.charts.data import ChartData

_HEADS = (
    mark("Day"),
    mark("Worst pain"),
    mark("7-day median"),
    mark("Night"),
    SIGNS_LANE,
    PAINKILLER_LANE,
    mark("On this day too"),
    mark("Entered"),
)
# What is told of every chart; the day, and what holds for the whole day, are told once where all
# have the same days.
_DAY = 0
_OF_EACH = (1, 2, 3)
_OF_THE_DAY = (4, 5, 6, 7)
NOT_RECORDED = mark("not recorded")
_NO_SCORE = mark("pain, no number")
_WOKEN, _NOT_WOKEN = mark("woken or kept awake"), mark("not woken")
_LATE = mark("late")
_YES, _NO = mark("yes"), mark("no")


def columns(charts: Sequence[ChartData]) -> tuple[tuple[int, int], ...]:
    """Return the columns of the table as (number of the chart, number of what is told)."""
    found = []
    for number, chart in enumerate(charts):
        is_own = number == 0 or chart.start != charts[0].start
        is_last = number == len(charts) - 1 or charts[number + 1].start != chart.start
        found += [(number, _DAY)] if is_own else []
        found += [(number, told) for told in _OF_EACH]
        found += [(number, told) for told in _OF_THE_DAY] if is_last else []
    return tuple(found)


def head(charts: Sequence[ChartData], chart: int, told: int, words: str = "") -> str:
    """Return the head of a column; it names its place where there are several.

    Args:
        charts: the charts of the table.
        chart: the number of the chart.
        told: what is told in the column.
        words: its name; the one of a table of days if not given.
    """
    words = words or translate(_HEADS[told])
    places = {data.place for data in charts}
    if told not in _OF_EACH or len(places) == 1:
        return words
    return f"{charts[chart].label}\n{words}"


def cell(data: ChartData, position: int, told: int) -> str:
    """Return a cell of the table: one day, one of the things told of it."""
    return _COLUMNS[told](data, position)


def day_in_words(data: ChartData, position: int) -> str:
    """Return one day of the chart as sentences."""
    day = sentence_case(format_day(data.day(position), "EEEE d MMMM y"))
    parts = [f"{day}: {_score_in_words(data, position)}."]
    if data.median[position] is not None:
        words = translate(mark("7-day median {value}."))
        parts.append(words.format(value=_median(data, position)))
    if data.bad_night[position]:
        parts.append(translate(mark("Pain woke you or kept you awake.")))
    parts += [
        f"{translate(label)}."
        for label in (SIGNS_LANE, PAINKILLER_LANE)
        if _lane(data, position, label)
    ]
    also = _also(data, position)
    if also:
        parts.append(f"{also}.")
    if data.late[position]:
        parts.append(translate(mark("Entered late.")))
    return " ".join(parts)


def last_recorded(data: ChartData) -> int:
    """Return the position of the last answered day, or of the last day if there is none."""
    last = len(data.answered) - 1
    return next((position for position in range(last, -1, -1) if data.answered[position]), last)


def _score_in_words(data: ChartData, position: int) -> str:
    worst = data.worst[position]
    if worst is None:
        return _worst(data, position)
    if worst == 0:
        return translate(mark("no pain here"))
    return translate(mark("worst pain {score} of 10")).format(score=worst)


def _day(data: ChartData, position: int) -> str:
    return sentence_case(format_day(data.day(position), "EEE d MMM y"))


def _worst(data: ChartData, position: int) -> str:
    worst = data.worst[position]
    if worst is not None:
        return str(worst)
    return translate(_NO_SCORE if data.answered[position] else NOT_RECORDED)


def _median(data: ChartData, position: int) -> str:
    value = data.median[position]
    return "" if value is None else format_number(value)


def _night(data: ChartData, position: int) -> str:
    night = data.bad_night[position]
    if night is None:
        return ""
    return translate(_WOKEN if night else _NOT_WOKEN)


def answers_of(data: ChartData, label: str) -> tuple[bool | None, ...]:
    """Return the answers a lane shows, one a day; empty where there is no such lane."""
    words = translate(label)
    return next((lane.days for lane in data.lanes if lane.days and lane.label == words), ())


def running(data: ChartData, first: dt.date, last: dt.date) -> str:
    """Return what ran on these days: treatments, events, quiet periods, and what was noticed."""
    spans = [span for lane in data.lanes for span in lane.spans]
    told = [span.words for span in spans if span.start <= last and span.end >= first]
    told += [spell.title for spell in data.spells if spell.start <= last and spell.end >= first]
    return "; ".join(dict.fromkeys(told))


def _lane(data: ChartData, position: int, label: str) -> bool | None:
    """Return the answer a lane shows for a day; None where there is none."""
    answers = answers_of(data, label)
    return answers[position] if answers else None


def _yes_or_no(data: ChartData, position: int, label: str) -> str:
    answer = _lane(data, position, label)
    if answer is None:
        return ""
    return translate(_YES if answer else _NO)


def _signs(data: ChartData, position: int) -> str:
    return _yes_or_no(data, position, SIGNS_LANE)


def _painkillers(data: ChartData, position: int) -> str:
    return _yes_or_no(data, position, PAINKILLER_LANE)


def _also(data: ChartData, position: int) -> str:
    day = data.day(position)
    return running(data, day, day)


def _entered(data: ChartData, position: int) -> str:
    return translate(_LATE) if data.late[position] else ""


_COLUMNS = (_day, _worst, _median, _night, _signs, _painkillers, _also, _entered)
