"""How far the record can be relied on: days recorded, late, copied, gaps, quiet periods."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import TYPE_CHECKING

from diary.charts.text import period_text
from diary.domain.subjects import subject_label
from diary.domain.windows import LAST14
from diary.i18n import format_day, translate
from diary.report.model import Fact, Section
from diary.report.words import days, of_days, own_words
from diary.rules.keeping import is_filled_in_later

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diary.domain.diary import Diary
    from diary.domain.entry import DayEntry

_ONE_DAY = dt.timedelta(days=1)
_TWO_WEEKS = dt.timedelta(days=LAST14.length)


def data_quality(
    diary: Diary, entries: Sequence[DayEntry], start: dt.date, end: dt.date
) -> Section:
    """Return what is known about the record of these days.

    Args:
        diary: where quiet periods and the usual levels stand.
        entries: those of these days.
        start: the first day.
        end: the last day, included.
    """
    total = (end - start).days + 1
    facts = [
        Fact(translate("Recorded"), _recorded(entries, total)),
        Fact(
            translate("Entered late"),
            translate("{days} (drawn hollow, left out of the numbers)").format(
                days=days(sum(entry.is_late for entry in entries))
            ),
        ),
        Fact(
            translate("Copied from another day"),
            days(sum(entry.copied_from is not None for entry in entries)),
        ),
        Fact(translate("Longest gap"), _longest_gap(entries, start, end)),
        Fact(translate("Quiet periods"), _quiet(diary, start, end)),
    ]
    lately = [entry for entry in entries if entry.date > end - _TWO_WEEKS]
    if is_filled_in_later(lately):
        facts.insert(2, Fact(translate("Filled in later"), _filled_in_later(lately)))
    return Section(translate("About these records"), (*facts, *_unconfirmed(diary, end)))


def _filled_in_later(lately: Sequence[DayEntry]) -> str:
    late = sum(entry.is_late for entry in lately)
    return translate("{late} of {days} recorded in the last two weeks were entered late").format(
        late=late, days=days(len(lately))
    )


def _recorded(entries: Sequence[DayEntry], total: int) -> str:
    return translate("{recorded} (pain {pains}, nerve signs {signs}, symptoms {symptoms})").format(
        recorded=of_days(len(entries), total),
        pains=sum(entry.pains is not None for entry in entries),
        signs=sum(entry.signs is not None for entry in entries),
        symptoms=sum(entry.symptoms is not None for entry in entries),
    )


def _longest_gap(entries: Sequence[DayEntry], start: dt.date, end: dt.date) -> str:
    edges = [start - _ONE_DAY, *(entry.date for entry in entries), end + _ONE_DAY]
    length, first = max(
        ((later - earlier).days - 1, -(earlier - start).days) for earlier, later in pairwise(edges)
    )
    if length == 0:
        return translate("none")
    begins = start + dt.timedelta(days=1 - first)
    return f"{days(length)}, {period_text(begins, begins + dt.timedelta(days=length - 1))}"


def _quiet(diary: Diary, start: dt.date, end: dt.date) -> str:
    told = [
        period_text(quiet.start, quiet.end)
        + (f" ({own_words(quiet.reason)})" if quiet.reason else "")
        for quiet in diary.quiet_periods
        if quiet.start <= end and quiet.end >= start
    ]
    return "; ".join(told) or translate("none")


def _unconfirmed(diary: Diary, end: dt.date) -> Iterator[Fact]:
    """Yield the usual levels that were not confirmed for long: they hold some rules back."""
    by_limit: dict[int, list[str]] = {}
    for subject in dict.fromkeys(level.of for level in diary.profile.usual):
        level = diary.profile.usual_on(subject, end)
        if level is None or level.level == 0:
            continue
        confirmed, limit = level.confirmed_on, level.ask_again_after
        if confirmed is None or end - confirmed > limit:
            words = own_words(subject_label(subject))
            told = words if confirmed is None else f"{words} ({format_day(confirmed)})"
            by_limit.setdefault(limit.days, []).append(told)
    for limit_days, labels in sorted(by_limit.items(), reverse=True):
        label = translate("Usual level not confirmed in {n} days").format(n=limit_days)
        yield Fact(label, ", ".join(labels))
