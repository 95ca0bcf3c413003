"""How the days of an alert, and the rules that could not judge, read. No Qt."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.domain import windows
from diary.domain.subjects import subject_phrase
from diary.i18n import format_day, join_words, mark, sentence_case, translate
from diary.report.spells import names_before
from diary.rules.model import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diary.domain.care import AlertAction
    from diary.rules.model import Alert, NotEnoughDays

DISCUSSED, ON_VISIT_LIST, REOPENED = "discussed", "on_visit_list", "reopened"

_WINDOWS = {
    windows.LAST3.name: mark("the last 3 days"),
    windows.LAST7.name: mark("the last 7 days"),
    windows.PRIOR7.name: mark("the 7 days before the last week"),
    windows.LAST14.name: mark("the last 14 days"),
    windows.BASE28.name: mark("the 28 days before the last two weeks"),
    windows.LAST56.name: mark("the last 56 days"),
    # Windows of single rules: U2, W15 and W9.
    "last5": mark("the last 5 days"),
    "before14": mark("the 14 days before the last two weeks"),
    "last15": mark("the last 15 days"),
    "days_21_to_60": mark("the days 3 to 9 weeks ago"),
    "days_60_to_180": mark("the days 2 to 6 months ago"),
}
SHORTEST_RUN = 3


@dataclass(frozen=True, slots=True)
class Unjudged:
    """What could not be judged for want of days, as one calm line.

    Attributes:
        rules: the rules, in the order of the rule book's report.
        text: the line.
    """

    rules: tuple[str, ...]
    text: str


def days_in_words(days: Sequence[dt.date]) -> str:
    """Return days as "7, 9 to 12 and 14 March 2026": runs together, each month named once."""
    months: dict[tuple[int, int], list[dt.date]] = {}
    for day in sorted(set(days)):
        months.setdefault((day.year, day.month), []).append(day)
    parts = []
    for in_month in months.values():
        numbers = join_words([_run_in_words(run) for run in _runs(in_month)])
        parts.append(f"{numbers} {format_day(in_month[0], 'MMMM y')}")
    return "; ".join(parts)


def _runs(days: Iterable[dt.date]) -> list[list[dt.date]]:
    runs: list[list[dt.date]] = []
    for day in days:
        if runs and day - runs[-1][-1] == dt.timedelta(days=1):
            runs[-1].append(day)
        else:
            runs.append([day])
    # Two days in a row read better as two days than as "12 to 13".
    return [
        part
        for run in runs
        for part in ([run] if len(run) >= SHORTEST_RUN else [[day] for day in run])
    ]


def _run_in_words(run: list[dt.date]) -> str:
    if len(run) == 1:
        return str(run[0].day)
    return translate(mark("{first} to {last}")).format(first=run[0].day, last=run[-1].day)


def unjudged_lines(items: Iterable[NotEnoughDays]) -> tuple[Unjudged, ...]:
    """Return one line for each window and number of recorded days, places and rules together.

    Most rules wait for the same few windows: told one by one they would be a wall of the same
    sentence, so what reads the same is said once.
    """
    groups: dict[tuple[str, int, str], list[NotEnoughDays]] = {}
    for item in items:
        groups.setdefault((item.window, item.recorded, item.counted), []).append(item)
    return tuple(map(_line, groups.values()))


def _line(group: list[NotEnoughDays]) -> Unjudged:
    text = translate(
        mark("{places}: {recorded} of {window} {counted}, {needed} needed. Not enough to tell.")
    )
    first = group[0]
    places = join_words(list(dict.fromkeys(subject_phrase(item.place) for item in group)))
    words = text.format(
        places=sentence_case(places),
        recorded=first.recorded,
        window=translate(_WINDOWS.get(first.window, first.window)),
        counted=translate(first.counted),
        needed=max(item.needed for item in group),
    )
    return Unjudged(tuple(dict.fromkeys(item.rule for item in group)), words)


def time_in_words(alert: Alert) -> str:
    """Return from when to when an alert stood, or since when, and how it was named before."""
    if alert.ended_on is not None:
        text = translate(mark("Noticed on {raised}. Ended on {ended}."))
        said = text.format(raised=format_day(alert.raised_on), ended=format_day(alert.ended_on))
    else:
        text = translate(mark("Noticed on {raised}. Last true on {last}."))
        said = text.format(raised=format_day(alert.raised_on), last=format_day(alert.last_true_on))
    before = names_before(alert) if alert.place else ""
    if not before:
        return said
    named = translate(mark("Its earlier days are named on the chart: {names}."))
    return f"{said} {named.format(names=before)}"


def actions_in_words(alert: Alert) -> tuple[str, ...]:
    """Return what she did about an alert, one line for each talk, and whether it is on the list."""
    lines = [_talk_in_words(action) for action in alert.actions if action.action == DISCUSSED]
    if alert.state is State.ON_VISIT_LIST:
        lines.append(translate(mark("On your visit list.")))
    return tuple(lines)


def _talk_in_words(action: AlertAction) -> str:
    if action.with_:
        text = translate(mark("Discussed on {day} with {whom}."))
    else:
        text = translate(mark("Discussed on {day}."))
    line = text.format(day=format_day(action.on), whom=action.with_)
    return f"{line} {action.note}" if action.note else line


def fault_in_words(rule: str) -> str:
    """Return what to say of a rule that could not be worked out because of a fault of ours."""
    text = mark("Rule {rule} did not work because of a fault in the program. It cannot tell.")
    return translate(text).format(rule=rule)
