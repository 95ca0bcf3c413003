from __future__ import annotations

import datetime as dt

from diary.ui.clock import Clock

REAL = dt.datetime(2026, 11, 21, 12, 30, tzinfo=dt.UTC)


def test_today_is_what_was_set():
    clock = Clock(dt.date(2026, 3, 20), REAL)
    assert clock.today() == dt.date(2026, 3, 20)


def test_now_is_the_real_time_of_that_day():
    clock = Clock(dt.date(2026, 3, 20), REAL)
    assert clock.now() == dt.datetime(2026, 3, 20, 12, 30, tzinfo=dt.UTC)


def test_without_shift_it_is_the_present():
    before = dt.datetime.now(dt.UTC)
    clock = Clock(before.astimezone().date())
    assert before <= clock.now() <= dt.datetime.now(dt.UTC)


def test_the_day_goes_on_at_midnight():
    clock = Clock(dt.date(2026, 3, 20), REAL)
    clock._fixed = REAL + dt.timedelta(days=1)
    assert clock.today() == dt.date(2026, 3, 21)
