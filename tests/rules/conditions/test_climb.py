"""The cheap necessary test of the slow climb lets through exactly the days it should.

It works on all days at once; a day it wrongly left out would never be looked at again.
"""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diary.domain.trends import mann_kendall
from diary.domain.windows import LAST56
from diary.rules.conditions.climb import _scores_above

SCORES = st.lists(st.none() | st.integers(0, 10), min_size=1, max_size=80)


@pytest.mark.parametrize("limit", [-1.0, 0.5, 1.2, 2.58])
@given(values=SCORES)
@settings(max_examples=40, deadline=None, derandomize=True)
def test_the_score_before_its_correction_is_that_of_the_window(limit, values):
    scores = np.array([math.nan if value is None else value for value in values], dtype=float)
    expected = []
    for day in range(len(scores)):
        window = scores[LAST56.bounds(day, len(scores))]
        found = mann_kendall(np.arange(len(window)), window)
        # Only a rise is looked for: the continuity correction is that of a positive S.
        rises = found.can_tell and found.s - 1 > limit * math.sqrt(found.var_s)
        expected.append(rises)
    assert _scores_above(scores, limit).tolist() == expected


def test_a_steady_line_is_let_through_from_the_fifth_day_on():
    assert np.flatnonzero(_scores_above(np.arange(8.0), 2.0)).tolist() == [4, 5, 6, 7]


def test_nothing_known_and_nothing_that_changes_is_not():
    assert not _scores_above(np.full(60, math.nan), 0).any()
    assert not _scores_above(np.full(60, 5.0), -9).any()
