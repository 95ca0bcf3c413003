"""A series keeps every calendar day in its place, and what is not known not known."""

from __future__ import annotations

import datetime as dt

import pytest

from diary.domain.series import DaySeries

START = dt.date(2026, 2, 26)


def day(number):
    return START + dt.timedelta(days=number)


@pytest.fixture
def series():
    """Five days over the end of a month: 3, silence, 0, silence, 10."""
    return DaySeries.of(START, [3, None, 0, None, 10.0])


def test_silence_and_zero_stay_apart(series):
    assert len(series) == 5
    assert [value for _, value in series.items()] == [3.0, None, 0.0, None, 10.0]


def test_days_follow_the_calendar(series):
    assert [when for when, _ in series.items()] == [
        dt.date(2026, 2, 26),
        dt.date(2026, 2, 27),
        dt.date(2026, 2, 28),
        dt.date(2026, 3, 1),
        dt.date(2026, 3, 2),
    ]
    assert series.day(4) == dt.date(2026, 3, 2)


@pytest.mark.parametrize(("number", "value"), [(-1, None), (0, 3), (1, None), (2, 0), (5, None)])
def test_the_value_of_a_day(series, number, value):
    assert series.at(day(number)) == value


@pytest.mark.parametrize(
    ("first", "last", "values"),
    [
        (0, 4, [3, None, 0, None, 10]),
        (2, 2, [0]),
        (1, 3, [None, 0, None]),
        (-2, 1, [None, None, 3, None]),
        (4, 6, [10, None, None]),
        (-1, 5, [None, 3, None, 0, None, 10, None]),
        (-9, -8, [None, None]),
        (7, 8, [None, None]),
    ],
)
def test_a_part_of_it_is_as_long_as_asked_for(series, first, last, values):
    part = series.between(day(first), day(last))
    assert part.start == day(first)
    assert [value for _, value in part.items()] == values


def test_a_part_is_a_copy(series):
    series.between(day(0), day(4)).values[0] = 9
    assert series.at(day(0)) == 3


def test_a_part_that_ends_before_it_begins_is_refused(series):
    with pytest.raises(ValueError, match="last day before first"):
        series.between(day(2), day(1))


def test_no_days_at_all():
    empty = DaySeries.of(START, [])
    assert len(empty) == 0
    assert list(empty.items()) == []
    assert empty.at(START) is None
    assert list(empty.between(day(0), day(1)).items()) == [(day(0), None), (day(1), None)]
