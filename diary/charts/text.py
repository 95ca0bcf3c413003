"""A chart in words, for screen readers and for the alternative text in the PDF. No matplotlib."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.charts.weeks import WEEK, is_by_weeks, together
from diary.i18n import format_day, format_number, join_words, mark, plural, translate

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from diary.charts.data import ChartData
    from diary.charts.lanes import Lane

_BY_WEEKS = mark(
    "Drawn week by week: the line is the median of the week, the bars go from its lowest to its "
    "highest day."
)
_BY_FOUR_WEEKS = mark(
    "Drawn by four weeks: the line is their median, the bars go from their lowest to their "
    "highest day."
)
# Shorter gaps are counted, not told one by one.
_TOLD_GAP = 3
# Over many years a listener could not hold more of them in mind.
_MOST_GAPS = _MOST_SPELLS = 10


def period_text(start: dt.date, end: dt.date) -> str:
    """Return a period in words: "26 January to 22 March 2026", the year once where it is one."""
    if start == end:
        return format_day(end)
    first = format_day(start, "d MMMM" if start.year == end.year else "long")
    return translate("{start} to {end}").format(start=first, end=format_day(end))


def chart_text(data: ChartData) -> str:
    """Return what the chart shows, in sentences; every number comes with its days."""
    title = translate("{place}, {period}").format(
        place=data.label, period=period_text(data.start, data.end)
    )
    return f"{title}: {' '.join(_sentences(data))}"


def by_weeks_text(data: ChartData) -> str:
    """Return how a long chart is drawn."""
    week = together(len(data.answered)) == WEEK
    return translate(_BY_WEEKS if week else _BY_FOUR_WEEKS)


def _sentences(data: ChartData) -> Iterator[str]:
    if any(data.answered):
        yield translate("pain answered on {recorded} of {days}.").format(
            recorded=sum(data.answered), days=_days(len(data.answered))
        )
        if is_by_weeks(data):
            yield by_weeks_text(data)
        yield from _scores(data)
        yield from _nights(data)
    else:
        yield translate("no pain scores were recorded on these days.")
    yield from _usual(data)
    for lane in data.lanes:
        yield _lane(lane)
    yield from _gaps(data)
    for spell in data.spells[:_MOST_SPELLS]:
        yield translate("Shaded: {title}, {period}.").format(
            title=spell.title, period=period_text(spell.start, spell.end)
        )
    more = len(data.spells) - _MOST_SPELLS
    if more > 0:
        yield plural("{n} more shaded stretch.", "{n} more shaded stretches.", more)


def _scores(data: ChartData) -> Iterator[str]:
    scores = [score for score in data.worst if score is not None]
    if scores:
        words = translate("Worst pain of a day from {low} to {high}, where 10 is worst.")
        if min(scores) == max(scores):
            words = translate("Worst pain of each day {high}, where 10 is worst.")
        yield words.format(low=min(scores), high=max(scores))
        if 0 in scores:
            yield translate("No pain on {days}.").format(days=_days(scores.count(0)))
    known = [(position, value) for position, value in enumerate(data.median) if value is not None]
    if len(known) == 1:
        ((only, value),) = known
        yield translate("7-day median {value} on {day}.").format(
            value=format_number(value), day=format_day(data.day(only))
        )
    elif known:
        (first, early), (last, latest) = known[0], known[-1]
        yield translate("7-day median {early} on {first} and {latest} on {last}.").format(
            early=format_number(early),
            first=format_day(data.day(first)),
            latest=format_number(latest),
            last=format_day(data.day(last)),
        )
    if any(data.late):
        yield translate("{days} entered late, drawn hollow and not counted.").format(
            days=_days(sum(data.late))
        )
    if data.unscored():
        yield translate("{days} with pain but no score.").format(days=_days(len(data.unscored())))


def _nights(data: ChartData) -> Iterator[str]:
    known = [night for night in data.nights_on_time() if night is not None]
    if known:
        yield translate("Pain woke or kept awake on {bad} of {known} recorded.").format(
            bad=known.count(True), known=plural("{n} night", "{n} nights", len(known))
        )


def _usual(data: ChartData) -> Iterator[str]:
    levels = list(dict.fromkeys(level for _, _, level in data.usual_runs()))
    if levels:
        yield translate("Stated as usual: {levels}.").format(
            levels=join_words([str(level) for level in levels])
        )


def _lane(lane: Lane) -> str:
    if lane.spans:
        told = [
            # What ran all through says so itself.
            span.words if span.is_through else f"{span.words} {period_text(span.start, span.end)}"
            for span in lane.spans[:_MOST_GAPS]
        ]
        more = len(lane.spans) - len(told)
        if more > 0:
            told.append(plural("{n} more", "{n} more", more))
        return translate("{lane}: {spans}.").format(lane=lane.label, spans=join_words(told))
    known = [day for day in lane.days if day is not None]
    return translate("{lane} on {count} of {days} asked.").format(
        lane=lane.label, count=known.count(True), days=_days(len(known))
    )


def _gaps(data: ChartData) -> Iterator[str]:
    gaps = data.gaps(at_least=_TOLD_GAP)
    told = [period_text(data.day(first), data.day(last)) for first, last in gaps[:_MOST_GAPS]]
    more = len(gaps) - len(told)
    if more > 0:
        told.append(plural("{n} more gap", "{n} more gaps", more))
    if told and any(data.answered):
        yield translate("Not recorded: {periods}.").format(periods=join_words(told))


def _days(count: int) -> str:
    return plural("{n} day", "{n} days", count)
