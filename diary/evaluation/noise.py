"""The day-to-day noise, the flares and the gaps of a simulated diary.

Everything here is assumed or taken from groups; it tests arithmetic, not people.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from diary.domain.series import Flags, Floats

# Within-person SD of a week 1.2, n = 140 (Page 2022); daily worst 1.0 to 1.4: our choice.
SD_MEDIAN, SD_SIGMA, SD_LOWEST, SD_HIGHEST = 1.15, 0.3, 0.5, 2.3
# Lag-1 correlation of daily pain: not found in print, assumed.
CORRELATION = (0.2, 0.6)
# Flares of low-back pain: 75 % under a day, +2.7 (Suri 2011).
FLARE_HEIGHT, FLARE_SPREAD, FLARE_ONE_DAY, FLARE_LONGEST = 2.7, 0.7, 0.75, 7
FLARE_PER_DAYS = 42
# How many begin in six weeks: in chronic pain, without pain, in joints and bone: assumed.
CHRONIC_FLARES, PAIN_FREE_FLARES, OTHER_FLARES = 2.0, 0.5, 1.0
# Mean gap in days for a share of days recorded: our choice.
MEAN_GAP = {0.9: 1.5, 0.7: 2.5, 0.5: 4.0}
SEVERE_MISSED, NONE_MISSED = 2.0, 1.3
SEVERE_FROM = 8
# Who stops: a quarter in the first week, then a tenth a month.
STOP_IN_WEEK_1, STAY_A_MONTH = 0.25, 0.9


@dataclass(frozen=True, slots=True)
class Habit:
    """How a person records.

    Attributes:
        recorded: share of days recorded.
        informative: whether bad and pain-free days are missed more often.
        dropout: whether the person may stop: 25 % in week 1, 10 % a month.
        late: share of the entries made more than 48 h late.
        new: how a sign or symptom that is new is answered; ``"mixed"`` is drawn anew each day.
        declared: whether long-standing levels were declared as usual.
        quiet: whether the whole year is a declared quiet period.
        sign_usual: usual level declared for every sign of the person, known or new.
    """

    recorded: float
    informative: bool = False
    dropout: bool = False
    late: float = 0.0
    new: str | None = "yes"
    declared: bool = True
    quiet: bool = False
    sign_usual: int | None = None


def noise(rng: np.random.Generator, days: int, sd: float | None = None) -> Floats:
    """Return AR(1) noise of a person, one value a day, in points of pain.

    Args:
        rng: draws; one call draws for one person.
        days: how many.
        sd: its standard deviation in points; None: drawn as that of a person.
    """
    drawn = float(np.clip(rng.lognormal(np.log(SD_MEDIAN), SD_SIGMA), SD_LOWEST, SD_HIGHEST))
    scale = drawn if sd is None else sd
    correlation = rng.uniform(*CORRELATION)
    shocks = rng.normal(0.0, scale * np.sqrt(1 - correlation**2), days)
    values = np.empty(days)
    last = rng.normal(0.0, scale)
    for day in range(days):
        last = correlation * last + shocks[day]
        values[day] = last
    return values


def flares(rng: np.random.Generator, days: int, rate: float) -> Floats:
    """Return the height of flares in points of pain, one value a day; 0 where there is none.

    Args:
        rng: draws.
        days: how many.
        rate: how many begin in six weeks.
    """
    values = np.zeros(days)
    for start in np.flatnonzero(rng.random(days) < rate / FLARE_PER_DAYS):
        short = rng.random() < FLARE_ONE_DAY
        length = 1 if short else int(rng.integers(2, FLARE_LONGEST + 1))
        height = max(0.0, rng.normal(FLARE_HEIGHT, FLARE_SPREAD))
        values[start : start + length] = np.maximum(values[start : start + length], height)
    return values


def scores(rng: np.random.Generator, mean: Floats, rate: float, sd: float | None = None) -> Floats:
    """Return whole daily scores 0 to 10 around a mean course, with noise and flares.

    Args:
        rng: draws.
        mean: the course in points of pain, one value a day; it may lie outside 0 to 10.
        rate: how many flares begin in six weeks.
        sd: standard deviation of the noise in points; None: drawn as that of a person.
    """
    days = len(mean)
    # A flare lifts pain that is there; where nothing hurts it starts from nothing.
    drawn = mean + noise(rng, days, sd) + flares(rng, days, rate)
    return np.clip(np.round(drawn), 0, 10)


def recorded_days(rng: np.random.Generator, worst: Floats, habit: Habit) -> Flags:
    """Return which days are recorded: a two-state chain with the habit's share and mean gap.

    Args:
        rng: draws.
        worst: the worst pain of each day, which some habits let decide.
        habit: how she keeps her diary.
    """
    gap = MEAN_GAP[habit.recorded]
    leave = 1.0 / gap
    enter = leave * (1 - habit.recorded) / habit.recorded
    flags = np.zeros(len(worst), dtype=np.bool_)
    recording = True
    for day, score in enumerate(worst):
        miss = enter if recording else 1 - leave
        if habit.informative:
            miss *= SEVERE_MISSED if score >= SEVERE_FROM else NONE_MISSED if score == 0 else 1.0
        recording = rng.random() >= min(miss, 1.0)
        flags[day] = recording
    if habit.dropout:
        flags[_dropout_day(rng, len(worst)) :] = False
    return flags


def _dropout_day(rng: np.random.Generator, days: int) -> int:
    if rng.random() < STOP_IN_WEEK_1:
        return int(rng.integers(1, 8))
    return int(min(days, 7 + rng.geometric(1 - STAY_A_MONTH ** (1 / 30))))
