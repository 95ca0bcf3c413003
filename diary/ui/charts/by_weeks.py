"""The weeks of a long chart in words: the rows of the table and the read-out of one. No Qt.

A chart over more than a year is drawn by weeks, or by four weeks; what stands beside it then
tells the same weeks, with the days behind each number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.charts.lanes import PAINKILLER_LANE, SIGNS_LANE
from diary.charts.text import period_text
from diary.charts.weeks import WEEK, together
from diary.i18n import format_day, format_number, mark, plural, translate
from diary.ui.charts.days import NOT_RECORDED, answers_of, running

if TYPE_CHECKING:
    import datetime as dt

    from diary.charts.data import ChartData
    from diary.charts.weeks import Week

_SPAN = {True: mark("Week"), False: mark("Four weeks")}
_MEDIAN = {True: mark("Median of the week"), False: mark("Median of four weeks")}
_REST = (
    mark("Lowest to highest"),
    mark("Woken or kept awake"),
    SIGNS_LANE,
    PAINKILLER_LANE,
    mark("In these days too"),
    mark("Entered late"),
)
_NO_NUMBER = mark("no number entered in time")
_SCORES = mark("{low} to {high} ({days})")
_ONE_SCORE = mark("{score} ({days})")


def week_head(data: ChartData, told: int) -> str:
    """Return the head of a column of the weeks."""
    of_one = together(len(data.answered)) == WEEK
    return translate((_SPAN[of_one], _MEDIAN[of_one], *_REST)[told])


def week_cell(data: ChartData, week: Week, told: int) -> str:
    """Return a cell of the table: one week, one of the things told of it."""
    return _COLUMNS[told](data, week)


def week_in_words(data: ChartData, week: Week) -> str:
    """Return one week of the chart as sentences."""
    parts = [f"{period_text(*_ends(data, week))}: {_scores_in_words(data, week)}."]
    if week.nights:
        words = translate(mark("Pain woke or kept awake on {bad} of {known} recorded."))
        parts.append(words.format(bad=week.bad_nights, known=_nights_in_words(week.nights)))
    for label in (SIGNS_LANE, PAINKILLER_LANE):
        said = _of_days(data, week, label)
        if said:
            words = translate(mark("{lane} on {count}."))
            parts.append(words.format(lane=translate(label), count=said))
    also = _also(data, week)
    if also:
        parts.append(f"{also}.")
    late = _late(data, week)
    if late:
        words = translate(mark("{days} entered late and not counted."))
        parts.append(words.format(days=late))
    return " ".join(parts)


def _scores_in_words(data: ChartData, week: Week) -> str:
    if week.median is None:
        return _silence(data, week)
    words = translate(mark("median {median}, lowest {low}, highest {high}, on {days}"))
    return words.format(
        median=format_number(week.median),
        low=week.lowest,
        high=week.highest,
        days=_scored(data, week),
    )


def _ends(data: ChartData, week: Week) -> tuple[dt.date, dt.date]:
    return data.day(week.first), data.day(week.last)


def _span(data: ChartData, week: Week) -> str:
    first, last = _ends(data, week)
    start = format_day(first, "d MMM" if first.year == last.year else "d MMM y")
    words = translate(mark("{start} to {end}"))
    return words.format(start=start, end=format_day(last, "d MMM y"))


def _median(data: ChartData, week: Week) -> str:
    return _silence(data, week) if week.median is None else format_number(week.median)


def _range(data: ChartData, week: Week) -> str:
    if week.median is None:
        return ""
    words = translate(_ONE_SCORE if week.lowest == week.highest else _SCORES)
    return words.format(
        score=week.lowest, low=week.lowest, high=week.highest, days=_scored(data, week)
    )


def _scored(data: ChartData, week: Week) -> str:
    known = data.scores_on_time(week.first, week.last)
    return _days(sum(score is not None for score in known))


def _silence(data: ChartData, week: Week) -> str:
    answered = any(data.answered[week.first : week.last + 1])
    return translate(_NO_NUMBER if answered else NOT_RECORDED)


def _nights(_data: ChartData, week: Week) -> str:
    if not week.nights:
        return ""
    words = translate(mark("{count} of {nights}"))
    return words.format(count=week.bad_nights, nights=_nights_in_words(week.nights))


def _nights_in_words(count: int) -> str:
    return plural("{n} night", "{n} nights", count)


def _of_days(data: ChartData, week: Week, label: str) -> str:
    known = [day for day in answers_of(data, label)[week.first : week.last + 1] if day is not None]
    if not known:
        return ""
    words = translate(mark("{count} of {days}"))
    return words.format(count=known.count(True), days=_days(len(known)))


def _signs(data: ChartData, week: Week) -> str:
    return _of_days(data, week, SIGNS_LANE)


def _painkillers(data: ChartData, week: Week) -> str:
    return _of_days(data, week, PAINKILLER_LANE)


def _also(data: ChartData, week: Week) -> str:
    return running(data, *_ends(data, week))


def _late(data: ChartData, week: Week) -> str:
    late = sum(data.late[week.first : week.last + 1])
    return _days(late) if late else ""


def _days(count: int) -> str:
    return plural("{n} day", "{n} days", count)


_COLUMNS = (_span, _median, _range, _nights, _signs, _painkillers, _also, _late)
