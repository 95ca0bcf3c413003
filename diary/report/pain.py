"""The main pain: which place it is, and its numbers."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from statistics import fmean, median
from typing import TYPE_CHECKING

from diary.charts.data import place_data
from diary.charts.lanes import lanes
from diary.charts.text import chart_text
from diary.domain.places import PLACES
from diary.i18n import format_day, format_number, join_words, plural, translate
from diary.report.alerts import asking
from diary.report.history import history, sides
from diary.report.model import Fact, MainPain, Week, Weekly
from diary.report.nights import late_nights, of_nights
from diary.report.spells import sign_spells, spells
from diary.report.weight import WEIGHTLESS, weights
from diary.report.words import days, fact, of_days, tally

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.charts.data import ChartData
    from diary.domain.diary import Diary
    from diary.rules.model import Alert

_WEEK = 7
_MOST_WEEKS = 8
_MODERATE, _SEVERE = 4, 7  # where interference and severe pain begin: shared_numbers.py
_MOST_OTHERS = 3
_FEW_OTHERS = 2  # where page 1 is full
_MANY_UNKNOWN = 3
_NO_VALUE = "\u2013"


def main_pain(
    diary: Diary, alerts: Sequence[Alert], start: dt.date, end: dt.date
) -> MainPain | None:
    """Return the main pain of these days; None where no pain was recorded.

    It is the place of the highest alert she brings, of several as high the one that hurts most;
    else the place that hurts most.

    Args:
        diary: the diary; earlier days say since when.
        alerts: those of these days.
        start: the first day.
        end: the last day, included.
    """
    charts = {
        place: place_data(diary, place, start, end, spells(alerts, place, end))
        for place in _places(diary, alerts, start, end)
    }
    if not charts:
        return None
    weight = weights(diary, start, end)
    brought = [alert.place for alert in asking(alerts, weight) if alert.place in charts]
    ranked = sorted(
        charts.values(), key=lambda chart: weight.get(chart.place, WEIGHTLESS), reverse=True
    )
    chart = charts[brought[0]] if brought and brought[0] is not None else ranked[0]
    others = [one for one in ranked if one.place != chart.place]
    chart = replace(chart, lanes=lanes(diary, start, end, noticed=sign_spells(alerts, end)))
    side = sides(diary, chart)
    numbers, tender = _numbers(chart), _tender(diary, start, end)
    return MainPain(
        heading=translate("Main pain: {place}").format(
            place=chart.label if side is None else f"{chart.label}, {side}"
        ),
        place=chart.label,
        facts=_known_first(history(diary, chart)),
        numbers=(*numbers, *_others(others), *tender),
        numbers_short=(*numbers, *_others_in_short(others), *tender),
        weekly=_weekly(chart),
        chart=chart,
        chart_text=chart_text(chart),
    )


def _known_first(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return what is known; what she never answered is told in one line."""
    unknown = [one for one in facts if not one.known]
    if len(unknown) < _MANY_UNKNOWN:
        return tuple(facts)
    words = join_words([one.label for one in unknown])
    told = Fact(translate("Not recorded"), words, known=False)
    return (*(one for one in facts if one.known), told)


def _places(diary: Diary, alerts: Sequence[Alert], start: dt.date, end: dt.date) -> tuple[str, ...]:
    hurting = {
        pain.region
        for entry in diary.entries
        if start <= entry.date <= end
        for pain in entry.pains or ()
        if pain.worst != 0
    }
    hurting |= {alert.place for alert in asking(alerts) if alert.place is not None}
    return tuple(place for place in PLACES if place in hurting)


def _known(scores: Sequence[int | None]) -> list[int]:
    return [score for score in scores if score is not None]


def _numbers(chart: ChartData) -> tuple[Fact, ...]:
    scores = chart.scores_on_time()
    week = _known(scores[-_WEEK:])
    period = _known(scores)
    return (
        fact(
            translate("Last 7 days"),
            translate("worst {worst}, median {median}, least {least} on {days}").format(
                worst=max(week),
                median=format_number(median(week)),
                least=min(week),
                days=days(len(week)),
            )
            if week
            else None,
        ),
        fact(translate("4 or more"), _share(period, _MODERATE)),
        fact(translate("7 or more"), _share(period, _SEVERE)),
        fact(
            translate("Woken or awake"),
            _woken(chart),
        ),
    )


def _woken(chart: ChartData) -> str | None:
    on_time = chart.nights_on_time()
    counted = zip(on_time, chart.answered, chart.late, strict=True)
    nights = [bad for bad, answered, is_late in counted if answered and not is_late]
    if all(bad is None for bad in nights):
        return None
    last = [bad for bad in on_time[-_WEEK:] if bad is not None]
    words = translate("{nights}; last 7: {last} of {known}").format(
        nights=of_nights(nights), last=last.count(True), known=len(last)
    )
    late = chart.bad_night.count(True) - nights.count(True)
    return f"{words}; {late_nights(late)}" if late else words


def _share(scores: Sequence[int], limit: int) -> str | None:
    if not scores:
        return None
    count = sum(1 for score in scores if score >= limit)
    return translate("{days} scored ({share} %)").format(
        days=of_days(count, len(scores)), share=round(100 * count / len(scores))
    )


def _others(charts: Sequence[ChartData]) -> tuple[Fact, ...]:
    """Return the other places that hurt: those of the last week, and those that no longer do."""
    now, before = [], []
    for chart in charts[:_MOST_OTHERS]:
        week = _known(chart.scores_on_time()[-_WEEK:])
        if week and not any(week):
            before.append(f"{chart.label} ({_worst_before(chart)})")
        else:
            now.append(f"{chart.label} ({_last_week(week) if week else _last_score(chart)})")
    told = []
    if now:
        told.append(translate("last 7 days: {places}").format(places="; ".join(now)))
    if before:
        told.append(translate("before the last 7 days: {places}").format(places="; ".join(before)))
    rest = len(charts) - len(now) - len(before)
    if rest:
        told.append(plural("{n} more place", "{n} more places", rest))
    return (Fact(translate("Elsewhere"), "; ".join(told)),) if told else ()


def _others_in_short(charts: Sequence[ChartData]) -> tuple[Fact, ...]:
    """Return the other places by name, worst first, in about a line."""
    told = [chart.label for chart in charts[:_FEW_OTHERS]]
    rest = len(charts) - len(told)
    if rest:
        told.append(plural("{n} more place", "{n} more places", rest))
    return (Fact(translate("Elsewhere"), "; ".join(told)),) if told else ()


def _worst_before(chart: ChartData) -> str:
    """Return the worst of a place that no longer hurts, and when it last did."""
    hurt = [
        (chart.start + dt.timedelta(days=n), score)
        for n, score in enumerate(chart.scores_on_time())
        if score
    ]
    if not hurt:
        return translate("no score")
    return translate("worst {worst}, last on {day}").format(
        worst=max(score for _, score in hurt), day=format_day(hurt[-1][0])
    )


def _last_week(scores: Sequence[int]) -> str:
    """Return the numbers of a last week, and its days where they are fewer than seven."""
    words = translate("worst {worst}, median {median}").format(
        worst=max(scores), median=format_number(median(scores))
    )
    if len(scores) == _WEEK:
        return words
    return translate("{numbers} on {days}").format(numbers=words, days=days(len(scores)))


def _last_score(chart: ChartData) -> str:
    """Say when a place without a score in the last week had its last one."""
    scores = chart.scores_on_time()
    last = max((n for n, score in enumerate(scores) if score is not None), default=None)
    if last is None:
        return translate("no score")
    day = format_day(chart.start + dt.timedelta(days=last))
    return translate("no score, the last on {day}").format(day=day)


def _tender(diary: Diary, start: dt.date, end: dt.date) -> tuple[Fact, ...]:
    """Return the places that were tender to touch; no rule reads them, a doctor does."""
    said = [
        region
        for entry in diary.entries
        if start <= entry.date <= end
        for region in {pain.region for pain in entry.pains or () if "tender" in pain.quality}
    ]
    told = tally(said, {id_: translate(place.label) for id_, place in PLACES.items()})
    return () if told is None else (Fact(translate("Tender to touch"), told),)


def _weekly(chart: ChartData) -> Weekly:
    scores = chart.scores_on_time()
    ends = range(len(scores), 0, -_WEEK)[:_MOST_WEEKS]
    return Weekly(
        heading=translate("Week by week"),
        ends=translate("week to"),
        mean=translate("mean"),
        median=translate("median"),
        scores=translate("days"),
        weeks=tuple(_week(chart, scores, end) for end in reversed(ends)),
    )


def _week(chart: ChartData, scores: Sequence[int | None], end: int) -> Week:
    known = _known(scores[max(0, end - _WEEK) : end])
    return Week(
        ends=format_day(chart.start + dt.timedelta(days=end - 1), "d MMM"),
        mean=format_number(fmean(known)) if known else _NO_VALUE,
        median=format_number(median(known)) if known else _NO_VALUE,
        scores=str(len(known)),
    )
