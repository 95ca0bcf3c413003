"""The simpler ways to warn, on series made by hand."""

from __future__ import annotations

import numpy as np
import pytest

from diary.evaluation.comparators import (
    COMPARATORS,
    cusum,
    spike,
    spoken,
    two_weeks,
    week_over_month,
)
from tests.rules.diaries import days


def series(line):
    """Return the scores of a line of days."""
    return np.array([np.nan if m.worst is None else m.worst for m in days(line)], dtype=float)


@pytest.mark.parametrize(
    ("speaks", "line", "expected"),
    [
        (spike, "2x3 4 4 3", [3]),
        (spike, "2x3 3 4", []),
        (spike, "2 _x5 4", [6]),
        (spike, "6 7 7", [1, 2]),
        (spike, "7", [0]),
        (spike, "6", []),
        (week_over_month, "2x21 5x7", [27]),  # 5 over 2.75 first on the last day
        (week_over_month, "2x21 4x7", []),
        (week_over_month, "0 5x6", []),  # 7 recorded
        (two_weeks, "2x8", [7]),
        (two_weeks, "2x7", []),
        (two_weeks, "2x7 1 2x3", []),
        (two_weeks, "1 2x14", [14]),
        (two_weeks, "2x4 _x6 2x4", [13]),
        (cusum, "2x42 2x9", []),
        (cusum, "2x28 _x13 5 5 5", [43]),  # 2.25 a day: 6.75 on the third
        (cusum, "2x28 _x13 5 0 5 5", []),
        (cusum, "2x14 9x10", [14, 15, 16, 17, 18, 19, 20, 21, 22, 23]),
        (cusum, "9x14", []),  # no baseline
    ],
)
def test_when_each_speaks(speaks, line, expected):
    assert np.flatnonzero(speaks(series(line))).tolist() == expected


def test_none_speaks_of_an_empty_or_painless_series():
    for speaks in COMPARATORS.values():
        assert not speaks(series("_x60")).any()
        assert not speaks(series("0x60")).any()


def test_none_speaks_again_within_28_days():
    flags = np.zeros(100, dtype=bool)
    flags[[3, 4, 30, 31, 40, 59, 60]] = True
    assert spoken(flags) == [3, 31, 59]
