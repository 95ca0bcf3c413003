"""One value a day, brought up to date where days changed."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.domain.day_vectors import Windowed, numbers_of, vector


def test_a_truth_value_a_day():
    found = vector(4, numbers_of([1, 3]), ["yes", "no"], lambda said: said == "yes", missing=False)
    assert found.values.dtype == np.bool_
    assert found.values.tolist() == [False, True, False, False]


def test_a_number_a_day_and_what_is_not_told_is_not_known():
    found = vector(3, numbers_of((0, 2)), (2, None), lambda said: said, missing=math.nan)
    np.testing.assert_array_equal(found.values, [2, math.nan, math.nan])
    assert vector(2, numbers_of([]), [], float, missing=-1.0).values.tolist() == [-1, -1]


def test_nobody_can_change_it():
    found = vector(2, numbers_of([0]), [1], float, missing=0.0)
    for one in (found, found.with_days(2, {})):
        with pytest.raises(ValueError, match="read-only"):
            one.values[0] = 5


def test_only_the_days_that_changed_are_asked_again():
    asked = []

    def tell(said):
        asked.append(said)
        return float(said)

    before = vector(3, numbers_of(range(3)), (1, 2, 3), tell, missing=math.nan)
    asked.clear()
    after = before.with_days(5, {1: None, 2: 7, 4: 8})
    assert asked == [7, 8]
    np.testing.assert_array_equal(after.values, [1, math.nan, 7, math.nan, 8])
    np.testing.assert_array_equal(before.values, [1, 2, 3])


def test_a_calendar_that_became_shorter_loses_its_last_days():
    before = vector(4, numbers_of({0: 1, 3: 2}), (1, 2), float, missing=0.0)
    assert before.with_days(2, {1: 9, 3: None}).values.tolist() == [1, 9]


# What is worked out from windows.

REACH = 3
VALUES = st.lists(st.sampled_from((math.nan, 0.0, 1.0, 2.0)), min_size=1, max_size=20)


def sums_of_four(values, flags):
    """Return, by day, the sum of the flagged values of the day and of three before it."""
    kept = np.where(flags & ~np.isnan(values), values, 0)
    return np.array([kept[max(0, day - REACH) : day + 1].sum() for day in range(len(kept))])


def inputs_of(values):
    """Return two vectors of values: themselves, and where they are known to be 1."""
    vector = np.array(values)
    return vector, vector == 1


@given(VALUES, VALUES, VALUES)
def test_what_rests_on_windows_is_the_same_worked_out_anew_or_in_part(before, middle, after):
    first = inputs_of(before)
    now = Windowed(first, sums_of_four(*first))
    for values in (middle, [*before[:5], *after], before, before[:2]):
        wanted = inputs_of(values)
        now = now.with_inputs(wanted, REACH, sums_of_four)
        np.testing.assert_array_equal(now.values, sums_of_four(*wanted))


def test_only_the_windows_with_a_changed_day_are_worked_out_anew():
    lengths = []

    def work(values):
        lengths.append(len(values))
        return values

    values = np.arange(100.0)
    known = Windowed((values,), values)
    other = values.copy()
    other[50] = math.nan
    assert known.with_inputs((other,), REACH, work).values[50:52].tolist()[1] == 51
    assert known.with_inputs((np.append(values, 7.0),), REACH, work).values[-1] == 7
    assert lengths == [2 * REACH + 1, REACH + 1]
    assert known.with_inputs((values.copy(),), REACH, work).values.tolist() == values.tolist()
    assert known.with_inputs((values[:40],), REACH, work).values.tolist() == list(range(40))
    assert len(lengths) == 2
