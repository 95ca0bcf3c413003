"""The Theil-Sen line and the Mann-Kendall score: meaning, edges, and other people's programs."""

from __future__ import annotations

import datetime as dt
import math
import statistics
from dataclasses import FrozenInstanceError
from fractions import Fraction
from itertools import combinations, pairwise

import numpy as np
import pymannkendall
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from diary.domain.trends import mann_kendall, theil_sen

START = dt.date(2026, 1, 1)
# A window of eight weeks as a diary fills it: whole scores, many ties, days nobody recorded.
windows = st.lists(st.none() | st.integers(0, 10), min_size=2, max_size=56)
known_windows = windows.filter(lambda values: sum(v is not None for v in values) > 1)
thorough = settings(deadline=None)


def recorded(values):
    return [(day, value) for day, value in enumerate(values) if value is not None]


def dates(days):
    return [START + dt.timedelta(days=day) for day in days]


class TestTheilSen:
    def test_one_point_every_second_day(self):
        line = theil_sen([0, 2, 4, 6], [3, 4, 5, 6])
        assert (line.slope, line.intercept, line.n) == (0.5, 3.0, 4)

    def test_one_wild_day_does_not_tilt_it(self):
        assert theil_sen(range(7), [1, 1, 1, 10, 1, 1, 1]).slope == 0.0

    def test_gaps_stretch_the_time_axis(self):
        assert theil_sen(range(5), [0, None, None, None, 4]).slope == 1.0
        assert theil_sen(range(5), [0, math.nan, math.nan, math.nan, 4]).slope == 1.0

    def test_the_two_intercepts_differ_and_the_slope_does_not(self):
        days, values = [1, 2, 3, 4, 10, 12, 18], [9, 15, 19, 20, 45, 55, 78]
        assert theil_sen(days, values).intercept == 4.0
        assert theil_sen(days, values, intercept="joint").intercept == 6.0

    @pytest.mark.parametrize(
        ("days", "values", "n"),
        [
            ([], [], 0),
            ([3], [5], 1),
            ([3, 4], [5, None], 1),
            ([3, 4], [None, None], 0),
            ([3, 3, 3], [1, 2, 3], 3),
        ],
    )
    def test_without_two_days_there_is_no_line(self, days, values, n):
        line = theil_sen(days, values)
        assert line.slope is None
        assert line.intercept is None
        assert line.n == n

    def test_pairs_of_one_day_are_left_out(self):
        line = theil_sen([0, 0, 2], [0, 4, 6])
        assert line.slope == statistics.median([6 / 2, 2 / 2])

    def test_it_is_frozen(self):
        line = theil_sen([0, 1], [0, 1])
        with pytest.raises(FrozenInstanceError):
            line.slope = 2.0

    @thorough
    @given(known_windows)
    def test_scipy_finds_the_same(self, values):
        days, known = zip(*recorded(values), strict=True)
        for method in ("separate", "joint"):
            line = theil_sen(range(len(values)), values, intercept=method)
            twin = stats.theilslopes(known, days, method=method)
            assert line.slope == pytest.approx(twin.slope, abs=1e-12)
            assert line.intercept == pytest.approx(twin.intercept, abs=1e-9)

    @thorough
    @given(known_windows)
    def test_pymannkendall_finds_the_same(self, values):
        twin = pymannkendall.sens_slope(np.array(values, dtype=float))
        line = theil_sen(range(len(values)), values)
        assert line.slope == pytest.approx(twin.slope, abs=1e-12)
        assert line.intercept == pytest.approx(twin.intercept, abs=1e-9)

    @thorough
    @given(st.lists(st.tuples(st.integers(0, 20), st.floats(-5, 5)), max_size=30))
    def test_it_is_the_median_of_the_slopes_in_any_order_and_with_several_values_a_day(
        self, points
    ):
        slopes = [
            (later - earlier) / (day - before)
            for (before, earlier), (day, later) in combinations(points, 2)
            if day != before
        ]
        line = theil_sen([day for day, _value in points], [value for _day, value in points])
        expected = statistics.median(slopes) if slopes else None
        assert line.slope == pytest.approx(expected, abs=1e-12)
        assert line.n == len(points)


class TestMannKendall:
    def test_a_steady_climb(self):
        score = mann_kendall(range(5), [1, 2, 3, 4, 5])
        assert (score.s, score.tau, score.n) == (10, 1.0, 5)
        assert score.var_s == pytest.approx(5 * 4 * 15 / 18)
        assert score.z == pytest.approx(9 / math.sqrt(score.var_s))
        assert score.can_tell

    def test_r1_is_none_unless_asked_for(self):
        assert mann_kendall(range(4), [1, 3, 2, 4]).r1 is None
        assert mann_kendall(range(4), [1, 3, 2, 4], lag1=True).r1 is not None

    def test_up_and_down_cancel_to_nothing_though_one_can_tell(self):
        score = mann_kendall(range(4), [1, 2, 2, 1])
        assert (score.s, score.z, score.tau) == (0, 0.0, 0.0)
        assert score.can_tell

    @pytest.mark.parametrize("values", [[], [4], [4, None], [None, None], [4, 4, 4], [0, None, 0]])
    @pytest.mark.parametrize("lag1", [False, True])
    def test_where_nothing_can_be_said_z_is_0_and_it_says_so(self, values, lag1):
        score = mann_kendall(range(len(values)), values, lag1=lag1)
        assert (score.s, score.var_s, score.z, score.tau) == (0, 0.0, 0.0, 0.0)
        assert not score.can_tell
        assert score.r1 == (0.0 if lag1 else None)

    def test_alternating_residuals_are_floored_at_no_correction(self):
        values = [0, 2, 1, 3, 2, 4, 3, 5]
        score = mann_kendall(range(8), values, lag1=True)
        assert score.r1 == 0.0
        assert score.z == mann_kendall(range(8), values).z

    def test_the_correction_by_hand(self):
        # The slope is 0, the residuals are the values; five 0 share rank 3, then 1, then two 3.
        values = [0, 0, 0, 0, 3, 3, 1, 0]
        assert theil_sen(range(8), values).slope == 0.0
        apart = [rank - 4.5 for rank in (3, 3, 3, 3, 7.5, 7.5, 6, 3)]
        squares = sum(a * a for a in apart)
        products = sum(a * b for a, b in pairwise(apart))
        assert products / squares == pytest.approx(3 / 7)
        score = mann_kendall(range(8), values, lag1=True)
        assert score.r1 == pytest.approx(3 / 7)
        assert score.z == pytest.approx(6 / math.sqrt(score.var_s) / math.sqrt(2.5))

    def test_the_variance_is_never_more_than_nine_times(self):
        # A long arch: the neighbours of the residuals are almost the same.
        values = [day * (400 - day) / 400 for day in range(300)]
        plain = mann_kendall(range(300), values)
        score = mann_kendall(range(300), values, lag1=True)
        assert score.r1 > 0.8
        assert score.z == pytest.approx(plain.z / 3)
        assert score.var_s == plain.var_s

    def test_neighbours_are_neighbours_across_a_gap(self):
        values = [0, 0, 0, 0, 3, 3, 1, 0]
        close = mann_kendall(range(8), values, lag1=True)
        apart = mann_kendall(range(0, 80, 10), values, lag1=True)
        silent = mann_kendall(range(9), [*values[:5], None, *values[5:]], lag1=True)
        assert close.r1 == apart.r1 == silent.r1 == pytest.approx(3 / 7)

    def test_any_order_of_the_days(self):
        days, values = [5, 1, 9, 3], [2.5, 1.0, 4.0, None]
        in_order = mann_kendall([1, 3, 5, 9], [1.0, None, 2.5, 4.0], lag1=True)
        assert mann_kendall(days, values, lag1=True) == in_order

    def test_two_values_on_one_day_have_no_order(self):
        with pytest.raises(ValueError, match="one value a day"):
            mann_kendall([1, 2, 2], [3, 4, 5])

    def test_a_day_twice_is_no_matter_where_nothing_is_known(self):
        assert mann_kendall([1, 2, 2], [3, 4, None]).n == 2

    def test_it_is_frozen(self):
        score = mann_kendall([0, 1], [0, 1])
        with pytest.raises(FrozenInstanceError):
            score.z = 9.0

    @thorough
    @given(known_windows)
    def test_pymannkendall_finds_the_same(self, values):
        twin = pymannkendall.original_test(np.array(values, dtype=float))
        score = mann_kendall(range(len(values)), values)
        assert score.s == twin.s
        assert score.var_s == pytest.approx(twin.var_s)
        assert score.z == pytest.approx(twin.z)
        assert score.tau == pytest.approx(twin.Tau)

    @thorough
    @given(known_windows)
    def test_scipy_finds_the_same(self, values):
        days, known = zip(*recorded(values), strict=True)
        score = mann_kendall(range(len(values)), values)
        pairs = math.comb(len(known), 2)
        untied = sum(a != b for a, b in combinations(known, 2))
        if not untied:
            assert not score.can_tell
            return
        tau_b = stats.kendalltau(days, known).statistic
        assert score.s == pytest.approx(tau_b * math.sqrt(pairs * untied))

    @thorough
    @given(known_windows)
    def test_the_lag_1_correction_equals_exact_fractions(self, values):
        score = mann_kendall(range(len(values)), values, lag1=True)
        plain = mann_kendall(range(len(values)), values)
        r1 = exact_r1(recorded(values))
        assert score.r1 == pytest.approx(float(r1), abs=1e-12)
        correction = min(Fraction(9), (1 + r1) / (1 - r1))
        assert score.z == pytest.approx(plain.z / math.sqrt(correction))
        assert (score.s, score.var_s, score.n) == (plain.s, plain.var_s, plain.n)

    @thorough
    @given(known_windows)
    def test_turned_upside_down_it_changes_its_sign_only(self, values):
        days = range(len(values))
        down = mann_kendall(days, [None if v is None else 10 - v for v in values], lag1=True)
        up = mann_kendall(days, values, lag1=True)
        assert (down.s, down.tau, down.var_s) == (-up.s, -up.tau, up.var_s)
        assert down.z == pytest.approx(-up.z)


@thorough
@given(known_windows, st.integers(-40_000, 40_000))
def test_dates_day_numbers_and_any_first_day_are_the_same(values, shift):
    days = range(len(values))
    numbers = [day + shift for day in days]
    line = theil_sen(days, values)
    assert theil_sen(dates(days), values).slope == line.slope
    assert theil_sen(numbers, values).slope == line.slope
    score = mann_kendall(days, values, lag1=True)
    assert mann_kendall(dates(days), values, lag1=True) == score
    assert mann_kendall(np.array(numbers), np.array(values, dtype=float), lag1=True) == score


@given(windows)
def test_what_is_given_is_not_changed(values):
    days, vector = np.arange(float(len(values))), np.array(values, dtype=float)
    mann_kendall(days, vector, lag1=True)
    theil_sen(days, vector)
    assert np.array_equal(days, np.arange(float(len(values))))
    assert np.array_equal(vector, np.array(values, dtype=float), equal_nan=True)


@pytest.mark.parametrize("function", [theil_sen, mann_kendall])
class TestRefused:
    @pytest.mark.parametrize(("days", "values"), [([1, 2], [1]), ([], [1]), (range(3), [1, 2])])
    def test_different_lengths(self, function, days, values):
        with pytest.raises(ValueError, match="as many days as values"):
            function(days, values)

    @pytest.mark.parametrize(
        ("days", "values"),
        [([0, 1], [0, math.inf]), ([0, -math.inf], [0, 1]), ([0, math.nan], [0, 1])],
    )
    def test_what_is_not_finite(self, function, days, values):
        with pytest.raises(ValueError, match="finite"):
            function(days, values)


def exact_r1(points):
    """Rank the residuals of the Theil-Sen line in fractions, and correlate neighbours."""
    slope = statistics.median(
        Fraction(later - earlier, day - before)
        for (before, earlier), (day, later) in combinations(points, 2)
    )
    residuals = [value - slope * day for day, value in points]
    ranks = [
        sum(r < own for r in residuals) + sum(r <= own for r in residuals) for own in residuals
    ]
    mean = Fraction(sum(ranks), len(ranks))
    squares = sum((rank - mean) ** 2 for rank in ranks)
    if not squares:
        return Fraction(0)
    products = sum((a - mean) * (b - mean) for a, b in pairwise(ranks))
    return max(Fraction(0), products / squares)


def test_a_date_stands_for_its_day():
    dates = [START + dt.timedelta(days=number) for number in (0, 1, 4, 6)]
    values = [1, 3, 2, 6]
    assert mann_kendall(dates, values) == mann_kendall([0, 1, 4, 6], values)
    assert theil_sen(dates, values).slope == theil_sen([0, 1, 4, 6], values).slope
