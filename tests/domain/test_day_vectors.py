"""One value a day, brought up to date where days changed."""

from __future__ import annotations

import math

import numpy as np
import pytest

from diary.domain.day_vectors import vector


def test_a_truth_value_a_day():
    found = vector(4, {1: "yes", 3: "no"}, lambda said: said == "yes", missing=False)
    assert found.values.dtype == np.bool_
    assert found.values.tolist() == [False, True, False, False]


def test_a_number_a_day_and_what_is_not_told_is_not_known():
    found = vector(3, {0: 2, 2: None}, lambda said: said, missing=math.nan)
    np.testing.assert_array_equal(found.values, [2, math.nan, math.nan])
    assert vector(2, {}, float, missing=-1.0).values.tolist() == [-1, -1]


def test_nobody_can_change_it():
    found = vector(2, {0: 1}, float, missing=0.0)
    for one in (found, found.with_days(2, {})):
        with pytest.raises(ValueError, match="read-only"):
            one.values[0] = 5


def test_only_the_days_that_changed_are_asked_again():
    asked = []

    def tell(said):
        asked.append(said)
        return float(said)

    before = vector(3, {0: 1, 1: 2, 2: 3}, tell, missing=math.nan)
    asked.clear()
    after = before.with_days(5, {1: None, 2: 7, 4: 8})
    assert asked == [7, 8]
    np.testing.assert_array_equal(after.values, [1, math.nan, 7, math.nan, 8])
    np.testing.assert_array_equal(before.values, [1, 2, 3])


def test_a_calendar_that_became_shorter_loses_its_last_days():
    before = vector(4, {0: 1, 3: 2}, float, missing=0.0)
    assert before.with_days(2, {1: 9, 3: None}).values.tolist() == [1, 9]
