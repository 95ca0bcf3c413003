"""Files to be taken in, and what is there afterwards."""

from __future__ import annotations

import datetime as dt

from tests.strategies import LAST_DAY

TODAY = LAST_DAY
NOW = dt.datetime(2026, 3, 20, 20, 41, tzinfo=dt.UTC)
DAY = dt.date(2026, 3, 1)
HEAD = {"format": "daymark-diary", "version": 1}
HEADER = "date,item,place,side,value,detail\n"


def diary_of(database):
    with database.unit() as unit:
        return unit.diary()


def backups_of(paths):
    return list(paths.backups.glob("*.daymark"))


def entry(day=DAY, **answers):
    return {"date": day.isoformat(), **answers}
