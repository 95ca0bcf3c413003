"""Windows of the rule book, held against plain lists of days."""

from __future__ import annotations

import datetime as dt
import math
import statistics

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diary.domain import windows as w
from diary.domain.series import DaySeries

START = dt.date(2026, 1, 1)
NAMED = (w.LAST3, w.LAST7, w.PRIOR7, w.LAST14, w.BASE28, w.LAST56)
EACH_WINDOW = pytest.mark.parametrize("window", NAMED, ids=lambda window: window.name)
SCORES = st.lists(st.none() | st.integers(0, 10), max_size=90)
MODEST = settings(max_examples=40, deadline=None)


def vector(values):
    return np.array([math.nan if value is None else value for value in values], dtype=float)


def plain(result):
    """Return a vector as a list, NaN as None."""
    return [None if math.isnan(value) else value for value in result]


def held_by(values, window, day):
    """Return the known values of the window of a day, from the words of the rule book."""
    days = range(day - window.first, day - window.last + 1)
    return [values[d] for d in days if 0 <= d < len(values) and values[d] is not None]


@pytest.mark.parametrize(
    ("window", "name", "first", "last", "length"),
    [
        (w.LAST3, "last3", 2, 0, 3),
        (w.LAST7, "last7", 6, 0, 7),
        (w.PRIOR7, "prior7", 13, 7, 7),
        (w.LAST14, "last14", 13, 0, 14),
        (w.BASE28, "base28", 41, 14, 28),
        (w.LAST56, "last56", 55, 0, 56),
    ],
)
def test_the_windows_are_those_of_the_rule_book(window, name, first, last, length):
    assert (window.name, window.first, window.last, window.length) == (name, first, last, length)


def test_week_fortnight_and_baseline_lie_side_by_side():
    assert w.PRIOR7.last == w.LAST7.first + 1
    assert w.BASE28.last == w.LAST14.first + 1
    assert w.PRIOR7.first == w.LAST14.first


@EACH_WINDOW
@given(values=SCORES)
@MODEST
def test_every_number_of_a_window_is_that_of_its_known_days(window, values):
    scores = vector(values)
    expected = [held_by(values, window, day) for day in range(len(values))]
    assert w.known(scores, window).tolist() == [len(held) for held in expected]
    assert w.sums(scores, window).tolist() == [sum(held) for held in expected]
    high = [sum(value >= 4 for value in held) for held in expected]
    assert w.counts(scores >= 4, window).tolist() == high
    means = [statistics.mean(held) if held else None for held in expected]
    assert plain(w.means(scores, window)) == pytest.approx(means)
    on_each = np.array([w.mean_on(scores, window, day) for day in range(len(scores))])
    assert plain(on_each) == pytest.approx(means)
    medians = [statistics.median(held) if held else None for held in expected]
    assert plain(w.medians(scores, window)) == medians


@EACH_WINDOW
@given(values=SCORES)
@MODEST
def test_bounds_give_the_same_days(window, values):
    for day in range(len(values) + 60):
        held = values[window.bounds(day, len(values))]
        assert [value for value in held if value is not None] == held_by(values, window, day)


@given(values=SCORES, data=st.data())
@MODEST
def test_medians_of_some_days_are_those_of_all(values, data):
    days = range(len(values))
    wanted = data.draw(st.lists(st.sampled_from(days), unique=True)) if values else []
    some = w.medians(vector(values), w.LAST7, np.array(wanted, dtype=np.int64))
    every = w.medians(vector(values), w.LAST7)
    assert plain(some) == [v if day in wanted else None for day, v in enumerate(plain(every))]


def test_an_extra_day_at_the_end_changes_no_earlier_day():
    values = vector([3, None, 5, 8, 0, None, 2] * 9)
    for function in (w.sums, w.known, w.means, w.medians):
        np.testing.assert_array_equal(
            function(values, w.BASE28)[:-1], function(values[:-1], w.BASE28)
        )


def test_the_running_median_breaks_where_a_day_is_silent_or_too_few_are_known():
    series = DaySeries.of(START, [4, None, 2, 8, None, 6, *[None] * 6, 1])
    median = w.running_median(series)
    assert median.start == START
    assert plain(median.values) == [None, None, None, 4, None, 5, *[None] * 6, None]


def test_the_running_median_is_of_seven_days():
    series = DaySeries.of(START, [9, 2, 4, *[None] * 4, 6])
    assert plain(w.running_median(series).values)[7] == 4


def test_the_running_median_of_other_spans():
    series = DaySeries.of(START, [4, 2, 9, None, 1])
    assert plain(w.running_median(series, days=2, at_least=1).values) == [4, 3, 5.5, None, 1]
    assert plain(w.running_median(series, days=3, at_least=2).values) == [None, 3, 4, None, 5]
    assert len(w.running_median(DaySeries.of(START, []))) == 0


@given(values=SCORES)
@MODEST
def test_what_was_counted_before_is_the_same_and_nobody_can_change_it(values):
    for function in (w.sums, w.known, w.means):
        once, again = (function(vector(values), w.LAST14) for _ in range(2))
        np.testing.assert_array_equal(once, again)
        assert not again.flags.writeable


def test_equal_days_of_other_windows_are_not_mixed_up():
    flags = np.ones(30, dtype=np.bool_)
    found = {window.name: int(w.counts(flags, window)[20]) for window in NAMED}
    assert found == {"last3": 3, "last7": 7, "prior7": 7, "last14": 14, "base28": 7, "last56": 21}


def test_neighbours_stand_side_by_side():
    rows = w.side_by_side(np.arange(10.0)[::2], 3)
    assert rows.tolist() == [[0, 2, 4], [2, 4, 6], [4, 6, 8]]
    assert w.side_by_side(np.arange(3), 3).tolist() == [[0, 1, 2]]
    with pytest.raises(ValueError, match="read-only"):
        rows[0, 0] = 9
