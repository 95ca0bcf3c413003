"""The sliding trend is, for every day, the trend of its window to the last bit."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diary.domain.sliding_trends import sliding_corrections, sliding_lines, sliding_z
from diary.domain.trends import mann_kendall, theil_sen
from diary.domain.windows import LAST7, LAST56

SCORES = st.lists(st.none() | st.integers(0, 10), min_size=1, max_size=80)
exhaustive = settings(max_examples=60, deadline=None)


def vector(values):
    return np.array([math.nan if value is None else value for value in values], dtype=float)


def windows_of(scores, window):
    """Yield, for every day, the days and the values of its window."""
    for day in range(len(scores)):
        span = window.bounds(day, len(scores))
        yield np.arange(span.start, span.stop), scores[span]


@pytest.mark.parametrize("window", [LAST7, LAST56])
@given(values=SCORES)
@exhaustive
def test_the_score_is_that_of_the_window(window, values):
    scores = vector(values)
    expected = [mann_kendall(*one).z for one in windows_of(scores, window)]
    assert sliding_z(scores, window).tolist() == expected


@pytest.mark.parametrize("window", [LAST7, LAST56])
@given(values=SCORES)
@exhaustive
def test_the_line_is_that_of_the_window(window, values):
    scores = vector(values)
    slopes, rises = sliding_lines(scores, window, np.arange(len(scores)))
    for day, (days, told) in enumerate(windows_of(scores, window)):
        slope = theil_sen(days, told).slope
        if slope is None:
            assert math.isnan(slopes[day])
            assert math.isnan(rises[day])
            continue
        known = days[~np.isnan(told)]
        assert slopes[day] == slope
        assert rises[day] == slope * float(known[-1] - known[0])


@pytest.mark.parametrize("window", [LAST7, LAST56])
@given(values=SCORES)
@exhaustive
def test_the_corrected_score_is_that_of_the_window(window, values):
    scores = vector(values)
    every = np.arange(len(scores))
    slopes, _rises = sliding_lines(scores, window, every)
    some = every[~np.isnan(slopes)]
    corrected = sliding_z(scores, window)[some] / sliding_corrections(
        scores, window, some, slopes[some]
    )
    each = list(windows_of(scores, window))
    assert corrected.tolist() == [mann_kendall(*each[day], lag1=True).z for day in some]


def test_more_windows_than_are_laid_side_by_side_at_once():
    scores = np.tile([1.0, 3.0, 2.0, 5.0, math.nan], 60)
    days = np.arange(20, len(scores))
    slopes, _rises = sliding_lines(scores, LAST56, days)
    corrections = sliding_corrections(scores, LAST56, days, slopes)
    # Once the windows are full, every fifth one holds the same values.
    assert slopes[40:].tolist() == pytest.approx(np.tile(slopes[40:45], 48).tolist())
    assert corrections[40:].tolist() == pytest.approx(np.tile(corrections[40:45], 48).tolist())


def test_no_day_wanted():
    none = np.arange(0)
    slopes, rises = sliding_lines(np.arange(9.0), LAST7, none)
    assert (len(slopes), len(rises)) == (0, 0)
    assert len(sliding_corrections(np.arange(9.0), LAST7, none, slopes)) == 0


def test_a_steady_line_scores_and_nothing_that_changes_does_not():
    assert sliding_z(np.arange(8.0), LAST56).tolist()[4:] == [
        mann_kendall(range(n), range(n)).z for n in (5, 6, 7, 8)
    ]
    assert not sliding_z(np.full(60, math.nan), LAST56).any()
    assert not sliding_z(np.full(60, 5.0), LAST56).any()
