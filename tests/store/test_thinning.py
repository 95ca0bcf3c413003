from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diary.store.thinning import kept

TODAY = dt.date(2026, 3, 20)


def times(*written):
    return [dt.datetime.fromisoformat(f"{text}:00Z") for text in written]


@pytest.mark.parametrize(
    ("taken", "staying"),
    [
        # All of today and yesterday, and of a clock that ran ahead.
        (
            ["2026-03-25T10:00", "2026-03-20T09:00", "2026-03-20T08:00", "2026-03-19T00:00"],
            ["2026-03-25T10:00", "2026-03-20T09:00", "2026-03-20T08:00", "2026-03-19T00:00"],
        ),
        # Then the last one of each day,
        (
            ["2026-03-18T23:00", "2026-03-18T08:00", "2026-03-17T08:00", "2026-03-06T01:00"],
            ["2026-03-18T23:00", "2026-03-17T08:00", "2026-03-06T01:00"],
        ),
        # of each week from Monday to Sunday,
        (
            ["2026-03-05T08:00", "2026-03-02T08:00", "2026-03-01T08:00", "2026-02-23T08:00"],
            ["2026-03-05T08:00", "2026-03-01T08:00"],
        ),
        # and of each month, in whatever year.
        (
            ["2026-01-10T08:00", "2026-01-02T08:00", "2025-12-31T08:00", "2025-01-01T08:00"],
            ["2026-01-10T08:00", "2025-12-31T08:00", "2025-01-01T08:00"],
        ),
        ([], []),
    ],
)
def test_copies_grow_fewer_with_age(taken, staying):
    assert kept(times(*taken), TODAY) == frozenset(times(*staying))


@settings(deadline=None, max_examples=50)
@given(st.sets(st.datetimes(timezones=st.just(dt.UTC)), max_size=30), st.dates())
def test_the_newest_always_stays_and_thinning_twice_is_thinning_once(taken, today):
    once = kept(taken, today)
    assert once <= taken
    assert kept(once, today) == once
    assert not taken or max(taken) in once


def test_a_copy_a_day_for_ten_years_leaves_a_few_dozen_a_year_at_most():
    staying: frozenset[dt.datetime] = frozenset()
    for number in range(3650):
        day = dt.datetime(2026, 1, 1, 20, tzinfo=dt.UTC) + dt.timedelta(days=number)
        staying = kept([*staying, day], day.date())
    assert len(staying) < 10 * 12 + 30
    assert min(staying) < dt.datetime(2026, 2, 1, tzinfo=dt.UTC)
