from __future__ import annotations

import datetime as dt

import pytest

from diary.ui.charts.ranges import FIRST_RANGE, RANGES

TODAY = dt.date(2026, 3, 20)


def test_the_ranges_are_those_of_the_brief_and_start_with_the_eight_weeks_of_the_sheet():
    assert [one.label for one in RANGES] == [
        "2 weeks",
        "4 weeks",
        "8 weeks",
        "6 months",
        "Year",
        "All",
    ]
    assert FIRST_RANGE.first_day(TODAY, None) == dt.date(2026, 1, 24)


def test_a_range_counts_today():
    assert RANGES[0].first_day(TODAY, None) == dt.date(2026, 3, 7)


@pytest.mark.parametrize(
    ("first_recorded", "expected"),
    [
        (dt.date(2016, 5, 4), dt.date(2016, 5, 4)),
        (dt.date(2026, 3, 19), dt.date(2026, 3, 7)),
        (None, dt.date(2026, 3, 7)),
        (dt.date(2026, 3, 21), dt.date(2026, 3, 7)),
    ],
)
def test_everything_starts_with_the_first_recorded_day_and_is_never_a_single_dot(
    first_recorded, expected
):
    assert RANGES[-1].first_day(TODAY, first_recorded) == expected
