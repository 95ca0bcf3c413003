"""Every published case of Theil-Sen, Mann-Kendall and Kendall's S in ``trend_reference.json``.

Variants that the program does not offer (pre-whitening, other corrections, seasons, limits of a
slope) are put together here from its two functions, so that their published outputs check the
slope, S and its variance too.
"""

from __future__ import annotations

import itertools
import json
import math
from pathlib import Path
from statistics import NormalDist

import numpy as np
import pytest

from diary.domain.trends import mann_kendall, theil_sen

REFERENCE = Path(__file__).parents[1] / "data" / "trend_reference.json"
CASES = {case["id"]: case for case in json.loads(REFERENCE.read_text("utf-8"))["cases"]}
EXACT = {
    int(n): {int(s): p for s, p in table.items()}
    for n, table in CASES["exact_null_distribution_of_S"]["expected"]["P_S_ge_s"].items()
}
ROUNDING = 1e-12


def close(expected, rel=ROUNDING):
    return pytest.approx(expected, rel=rel, abs=ROUNDING)


def data(case):
    """Return the case's days and values; days are positions where the source gives none."""
    given = case["input"]
    if "ramp" in given:
        values = [given["ramp"] * position for position in range(given["n"])]
    elif "constant" in given:
        values = [given["constant"]] * given["n"]
    else:
        values = given["y"]
    return given.get("x", list(range(len(values)))), values


def two_sided(z):
    return math.erfc(abs(z) / math.sqrt(2))


def z_of(s, var_s):
    return (s - math.copysign(1, s)) / math.sqrt(var_s) if s else 0.0


def pair_slopes(days, values):
    pairs = itertools.combinations(zip(days, values, strict=True), 2)
    slopes = [theil_sen(*zip(*pair, strict=True)).slope for pair in pairs]
    return sorted(slope for slope in slopes if slope is not None)


def limits(slopes, var_s, confidence):
    """Sen's limits of the slope, between order statistics as Gilbert 1987 has them."""
    half = NormalDist().inv_cdf((1 + confidence) / 2) * math.sqrt(var_s) / 2
    ranks = (len(slopes) / 2 - half, len(slopes) / 2 + half + 1)
    return np.interp(ranks, range(1, len(slopes) + 1), slopes)


def autocorrelations(values):
    apart = np.asarray(values) - np.mean(values)
    return np.correlate(apart, apart, "full")[len(apart) - 1 :] / (apart @ apart)


@pytest.mark.parametrize("name", ["sen1968", "scipy_011", "scipy_masked"])
def test_the_line_of_unevenly_spaced_and_missing_days(name):
    expected = CASES[name]["expected"]
    days, values = data(CASES[name])
    line = theil_sen(days, values)
    assert line.slope == close(expected["slope"])
    assert line.intercept == close(expected["intercept_separate"])
    assert line.n == sum(value is not None for value in values)
    if "intercept_joint" in expected:
        joint = theil_sen(days, values, intercept="joint")
        assert joint.slope == line.slope
        assert joint.intercept == close(expected["intercept_joint"])


def test_true_dates_and_not_positions_make_sens_slope():
    case = CASES["sen1968"]
    _days, values = data(case)
    by_position = theil_sen(range(len(values)), values).slope
    assert by_position == close(case["expected"]["by_index_slope_would_be"])


def test_sens_own_limits_follow_from_the_variance():
    case = CASES["sen1968"]
    days, values = data(case)
    slopes = pair_slopes(days, values)
    half = NormalDist().inv_cdf((1 + case["confidence"]) / 2)
    half *= math.sqrt(mann_kendall(days, values).var_s)
    low = slopes[round((len(slopes) - half) / 2) - 1]
    high = slopes[round((len(slopes) + half) / 2)]
    expected = case["expected"]
    assert low == pytest.approx(expected["slope_low"], abs=expected["ci_tolerance"])
    assert high == pytest.approx(expected["slope_high"], abs=expected["ci_tolerance"])


def test_equal_times_have_no_slope_and_do_not_crash():
    case = CASES["scipy_degenerate"]
    line = theil_sen(*data(case))
    assert line.slope is case["expected"]["slope"] is None
    assert line.intercept is None


def test_cloud_seeding():
    expected = CASES["hollander_wolfe_9_1"]["expected"]
    days, values = data(CASES["hollander_wolfe_9_1"])
    score = mann_kendall(days, values)
    assert score.s == expected["S"]
    assert theil_sen(days, values).slope == close(expected["slope"])
    assert pair_slopes(days, values) == pytest.approx(expected["all_slopes_sorted"], abs=5e-7)
    assert 2 * EXACT[score.n][-score.s] == close(expected["exact_two_sided_p"])


class TestOneLongSeries:
    case = CASES["pymannkendall_arbitrary_1d"]

    def expect(self, method, s, var_s, pairs=None):
        expected = self.case["expected"][method]
        z = z_of(s, var_s)
        assert var_s == close(expected["var_S"], rel=1e-9)
        assert z == close(expected["z"], rel=1e-9)
        assert two_sided(z) == close(expected["p"], rel=1e-8)
        if "S" in expected:
            assert s == expected["S"]
        if "tau" in expected:
            assert s / pairs == close(expected["tau"])

    def detrended(self):
        """The known values one after the other, less the slope of the true days."""
        days, values = data(self.case)
        known = np.array([value for value in values if value is not None])
        steps = theil_sen(days, values).slope * np.arange(1, len(known) + 1)
        return known, steps

    def test_the_original(self):
        expected = self.case["expected"]["original_test"]
        score = mann_kendall(*data(self.case))
        assert score.s == expected["S"]
        assert score.var_s == close(expected["var_S"])
        assert score.z == close(expected["z"])
        assert score.tau == close(expected["tau"])
        assert two_sided(score.z) == close(expected["p"])
        assert expected["trend"] == "no trend"
        assert two_sided(score.z) > 0.05

    def test_the_slope_keeps_the_gaps(self):
        expected = self.case["expected"]["sens_slope"]
        line = theil_sen(*data(self.case))
        assert line.slope == close(expected["slope"])
        assert line.intercept == close(expected["intercept"])

    @pytest.mark.parametrize(("method", "lags"), [("hamed_rao", None), ("hamed_rao_lag3", 3)])
    def test_hamed_rao(self, method, lags):
        known, steps = self.detrended()
        n = len(known)
        residuals = known - steps
        ranks = np.array([np.sum(residuals < r) + np.sum(residuals <= r) + 1 for r in residuals])
        correlations = autocorrelations(ranks)
        limit = NormalDist().inv_cdf(0.975) / math.sqrt(n)
        total = sum(
            (n - lag) * (n - lag - 1) * (n - lag - 2) * correlations[lag]
            for lag in range(1, (lags or n - 1) + 1)
            if abs(correlations[lag]) > limit
        )
        score = mann_kendall(*data(self.case))
        self.expect(method, score.s, score.var_s * (1 + 2 * total / (n * (n - 1) * (n - 2))))

    def test_yue_wang(self):
        known, steps = self.detrended()
        n = len(known)
        correlations = autocorrelations(known - steps)
        total = sum((1 - lag / n) * correlations[lag] for lag in range(1, n))
        score = mann_kendall(*data(self.case))
        self.expect("yue_wang", score.s, score.var_s * (1 + 2 * total))

    def test_pre_whitening(self):
        known, _steps = self.detrended()
        whitened = known[1:] - autocorrelations(known)[1] * known[:-1]
        score = mann_kendall(range(len(whitened)), whitened)
        self.expect("pre_whitening", score.s, score.var_s, math.comb(score.n, 2))

    def test_trend_free_pre_whitening(self):
        known, steps = self.detrended()
        residuals = known - steps
        whitened = residuals[1:] - autocorrelations(residuals)[1] * residuals[:-1] + steps[:-1]
        score = mann_kendall(range(len(whitened)), whitened)
        self.expect("trend_free_pre_whitening", score.s, score.var_s, math.comb(score.n, 2))

    def test_twelve_seasons(self):
        days, values = data(self.case)
        scores = [mann_kendall(days[month::12], values[month::12]) for month in range(12)]
        s = sum(score.s for score in scores)
        pairs = sum(math.comb(score.n, 2) for score in scores)
        self.expect("seasonal_period12", s, sum(score.var_s for score in scores), pairs)


def test_all_values_equal_say_nothing_and_do_not_divide_by_zero():
    expected = CASES["pymannkendall_constant"]["expected"]
    days, values = data(CASES["pymannkendall_constant"])
    for score in (mann_kendall(days, values), mann_kendall(days, values, lag1=True)):
        assert (score.s, score.var_s) == (expected["S"], expected["var_S"])
        assert (score.z, score.tau) == (expected["z"], expected["tau"])
        assert two_sided(score.z) == expected["p"]
        assert not score.can_tell
    assert theil_sen(days, values).slope == expected["slope"]


def test_a_ramp():
    expected = CASES["pymannkendall_ramp"]["expected"]
    days, values = data(CASES["pymannkendall_ramp"])
    score = mann_kendall(days, values)
    assert (score.s, score.tau) == (expected["S"], expected["tau"])
    assert theil_sen(days, values).slope == expected["slope"]
    assert expected["trend"] == "increasing"
    assert score.z > NormalDist().inv_cdf(0.975)


def test_sulfate():
    case = CASES["usepa2009_17_6_sulfate"]
    expected = case["expected"]
    days, values = data(case)
    score = mann_kendall(days, values)
    line = theil_sen(days, values)
    assert score.n == line.n == expected["n"]
    assert score.z == close(expected["z_with_continuity_correction"], rel=1e-6)
    assert two_sided(score.z) == close(expected["p_two_sided"], rel=1e-6)
    assert line.slope == close(expected["slope"], rel=1e-8)
    assert line.intercept == close(expected["intercept_conover"], rel=1e-8)
    assert score.tau == close(expected["tau"], rel=1e-6)
    found = limits(pair_slopes(days, values), score.var_s, case["confidence"])
    assert found == close(expected["slope_ci_gilbert"], rel=1e-6)


def test_seasons_of_a_well():
    case = CASES["usepa2009_14_8_seasonal"]
    expected = case["expected"]
    years, months = case["input"]["years"], case["input"]["months"]
    scores = [mann_kendall(years, month) for month in months]
    s, var_s = sum(score.s for score in scores), sum(score.var_s for score in scores)
    assert sum(score.tau for score in scores) / len(scores) == close(expected["tau"], rel=1e-6)
    assert z_of(s, var_s) == close(expected["z"], rel=1e-7)
    assert two_sided(z_of(s, var_s)) == close(expected["p"], rel=1e-6)
    plain = [score.s / math.sqrt(score.var_s) for score in scores]
    spread = sum(z * z for z in plain) - sum(plain) ** 2 / len(plain)
    assert spread == close(expected["chi2_het"], rel=1e-6)
    slopes = sorted(itertools.chain.from_iterable(pair_slopes(years, m) for m in months))
    assert float(np.median(slopes)) == close(expected["slope_per_year"])
    assert limits(slopes, var_s, 0.95) == close(expected["slope_ci"], rel=1e-6)


def test_sodium():
    case = CASES["usepa2009_17_7_sodium"]
    expected = case["expected"]
    score = mann_kendall(*data(case))
    assert (score.s, score.var_s) == (expected["S"], expected["var_S"])
    assert score.z == close(expected["z"])
    assert score.tau == close(expected["tau"])
    assert two_sided(score.z) == close(expected["p_normal"])
    assert 2 * EXACT[score.n][score.s] == close(expected["p_exact_if_no_ties"])
    assert theil_sen(*data(case)).slope == close(expected["slope"])


def test_precipitation():
    case = CASES["kendall_precipgl"]
    expected = case["expected"]
    score = mann_kendall(*data(case))
    assert (score.n, score.s) == (expected["n"], expected["S"])
    assert score.var_s == close(expected["var_S"])
    assert score.z == close(expected["z"])
    assert score.tau == close(expected["tau_a"])
    assert two_sided(score.z) == close(expected["p"])
    assert theil_sen(*data(case)).slope == close(expected["slope_per_step"])


@pytest.mark.parametrize("n", [3, 4, 5, 6])
def test_s_over_all_orders_has_the_exact_distribution(n):
    found = [mann_kendall(range(n), order).s for order in itertools.permutations(range(n))]
    for s, probability in EXACT[n].items():
        assert sum(score >= s for score in found) / len(found) == close(probability)


@pytest.mark.parametrize("n", sorted(EXACT))
def test_the_variance_is_that_of_the_exact_distribution(n):
    table = sorted(EXACT[n].items(), reverse=True)
    above = [0.0, *(p for _s, p in table)]
    # The table holds s >= 0; the distribution is the same on both sides of 0.
    parts = ((s, p - before) for (s, p), before in zip(table, above, strict=False))
    variance = 2 * sum(s * s * p for s, p in parts)
    highest = mann_kendall(range(n), range(n))
    assert highest.s == max(EXACT[n])
    assert highest.var_s == close(variance)
    assert mann_kendall(range(n), range(n, 0, -1)).s == -max(EXACT[n])


def test_three_days_can_never_be_a_trend():
    assert min(EXACT[3].values()) > 0.16
    assert mann_kendall(range(3), range(3)).z < NormalDist().inv_cdf(0.95)
