"""On which days a sign or symptom was recorded, for its small chart; no drawing here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.charts.data import runs
from diary.charts.day_entries import days_of
from diary.charts.text import period_text
from diary.domain.signs import SIGNS
from diary.domain.subjects import subject_label
from diary.i18n import plural, translate

if TYPE_CHECKING:
    import datetime as dt

    from diary.domain.diary import Diary
    from diary.domain.entry import DayEntry


@dataclass(frozen=True, slots=True)
class SubjectDays:
    """A sign or symptom over a range of days.

    Attributes:
        label: what it is, translated.
        start: the first day.
        end: the last day.
        days: yes, no or None (not answered), one a calendar day.
    """

    label: str
    start: dt.date
    end: dt.date
    days: tuple[bool | None, ...]

    def gaps(self, at_least: int) -> tuple[tuple[int, int], ...]:
        """Return the runs of so many unanswered days or more as (first, last) positions."""
        return tuple(
            (first, last)
            for answer, first, last in runs(self.days)
            if answer is None and last - first + 1 >= at_least
        )


def subject_days(diary: Diary, subject: str, start: dt.date, end: dt.date) -> SubjectDays:
    """Return whether a sign or symptom was recorded on each day; None where that is not known.

    Args:
        diary: the diary.
        subject: the id of the sign or symptom.
        start: the first day.
        end: the last day, included.
    """
    answers = tuple(_answer(entry, subject) for entry in days_of(diary, start, end))
    return SubjectDays(subject_label(subject), start, end, answers)


def subject_text(data: SubjectDays) -> str:
    """Return what the chart shows, in sentences."""
    asked = [day for day in data.days if day is not None]
    words = translate("{place}, {period}: recorded on {count} of {days} with an answer.")
    return words.format(
        place=data.label,
        period=period_text(data.start, data.end),
        count=asked.count(True),
        days=plural("{n} day", "{n} days", len(asked)),
    )


def _answer(entry: DayEntry | None, subject: str) -> bool | None:
    if entry is None:
        return None
    if subject in SIGNS:
        return None if entry.signs is None else any(one.sign == subject for one in entry.signs)
    if entry.symptoms is None:
        return None
    return any(one.symptom == subject for one in entry.symptoms)
