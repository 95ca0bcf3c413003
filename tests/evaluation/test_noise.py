"""Noise, flares and gaps have about the moments they are meant to have."""

from __future__ import annotations

import numpy as np
import pytest

from diary.evaluation.noise import MEAN_GAP, Habit, flares, noise, recorded_days, scores

MANY = 20_000


@pytest.fixture
def rng():
    return np.random.default_rng(1)


@pytest.mark.parametrize("sd", [0.8, 1.5])
def test_noise_has_its_spread_and_is_correlated(rng, sd):
    values = noise(rng, MANY, sd)
    assert np.mean(values) == pytest.approx(0, abs=0.1)
    assert np.std(values) == pytest.approx(sd, rel=0.05)
    assert 0.15 < np.corrcoef(values[1:], values[:-1])[0, 1] < 0.65


def test_the_spread_differs_between_people(rng):
    spreads = [np.std(noise(rng, 400)) for _person in range(100)]
    assert np.median(spreads) == pytest.approx(1.15, abs=0.15)
    assert 0.35 < min(spreads) < max(spreads) < 2.8


def test_flares(rng):
    heights = flares(rng, MANY, 2.0)
    assert heights.min() == 0
    assert heights[heights > 0].mean() == pytest.approx(2.7, abs=0.3)
    # 2 in 42 days, a day each or 4.5 days for a quarter of them, now and then overlapping.
    assert np.mean(heights > 0) == pytest.approx(2 / 42 * (0.75 + 0.25 * 4.5), rel=0.15)
    assert not flares(rng, 400, 0.0).any()


def test_scores_are_whole_and_on_the_scale(rng):
    values = scores(rng, np.linspace(-3, 13, 500), 2.0)
    assert set(values.tolist()) <= set(range(11))
    assert (values[0], values[-1]) == (0, 10)


@pytest.mark.parametrize("recorded", MEAN_GAP)
def test_share_of_days_and_mean_gap(rng, recorded):
    flags = recorded_days(rng, np.full(MANY, 4.0), Habit(recorded))
    assert flags.mean() == pytest.approx(recorded, abs=0.02)
    gaps = np.count_nonzero(np.diff(flags.astype(int)) == -1)
    assert np.count_nonzero(~flags) / gaps == pytest.approx(MEAN_GAP[recorded], rel=0.1)


def test_bad_and_painless_days_are_missed_more_often(rng):
    habit = Habit(0.7, informative=True)
    shares = [recorded_days(rng, np.full(MANY, score), habit).mean() for score in (4.0, 0.0, 8.0)]
    assert shares == sorted(shares, reverse=True)
    assert shares[0] == pytest.approx(0.7, abs=0.02)
    assert shares[0] - shares[2] > 0.15


def test_some_stop(rng):
    habit = Habit(0.9, dropout=True)
    flags = [recorded_days(rng, np.full(365, 4.0), habit) for _each in range(400)]
    last = [np.flatnonzero(each).max(initial=0) for each in flags]
    assert np.mean(np.array(last) < 8) == pytest.approx(0.25, abs=0.08)
    assert np.mean(np.array(last) >= 37) == pytest.approx(0.75 * 0.9, abs=0.08)
