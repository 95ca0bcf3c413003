from __future__ import annotations

import datetime as dt
import time

import pytest

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


@pytest.fixture
def berlin(monkeypatch):
    """Live in Berlin: an hour before UTC in winter, two in summer."""
    with monkeypatch.context() as zone:
        zone.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("berlin")
@pytest.mark.parametrize(("hour", "minute"), [(0, 30), (2, 30), (12, 0), (23, 30)])
@pytest.mark.parametrize("real_day", [dt.date(2026, 1, 10), dt.date(2026, 7, 10)])
@pytest.mark.parametrize(
    "day",
    [
        dt.date(2026, 1, 15),
        dt.date(2026, 3, 29),  # the clocks go forward
        dt.date(2026, 7, 15),
        dt.date(2026, 10, 25),  # and back
        None,
    ],
)
def test_near_midnight_and_over_summer_time_it_is_the_day_that_was_set(hour, minute, real_day, day):
    real = dt.datetime.combine(real_day, dt.time(hour, minute)).astimezone(dt.UTC)
    clock = Clock(day or real_day, real)
    assert clock.today() == (day or real_day)
    assert clock.now().astimezone().date() == clock.today()
    clock._fixed = real + dt.timedelta(days=1)
    assert clock.today() == (day or real_day) + dt.timedelta(days=1)


@pytest.mark.usefixtures("berlin")
def test_a_save_of_the_day_that_was_set_has_the_time_on_the_wall():
    real = dt.datetime(2026, 7, 10, 21, 30, tzinfo=dt.UTC)  # half past eleven at night
    assert Clock(dt.date(2026, 1, 15), real).now() == dt.datetime(
        2026, 1, 15, 22, 30, tzinfo=dt.UTC
    )
    assert Clock(dt.date(2026, 7, 10), real).now() == real
