"""Short ways to write small diaries; day 0 is 1 March 2026."""

from __future__ import annotations

import datetime as dt

from diary.domain.diary import Diary
from diary.domain.entry import DayEntry, Pain

FIRST = dt.date(2026, 3, 1)


def day(number):
    return FIRST + dt.timedelta(days=number)


def entry(number, **fields):
    return DayEntry(date=day(number), **fields)


def late(number, **fields):
    entered = dt.datetime.combine(day(number), dt.time(12), dt.UTC) + dt.timedelta(days=6)
    return entry(number, entered_at=entered, **fields)


def back(worst, **fields):
    return Pain(region="lower_back", worst=worst, **fields)


def back_days(scores):
    """Return a diary of lower-back scores from day 0 on; None is a silent day, 0 "no pain"."""
    return Diary(
        entries=tuple(
            entry(number, pains=(back(score),) if score else ())
            for number, score in enumerate(scores)
            if score is not None
        )
    )
