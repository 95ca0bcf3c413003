"""W3: a line through eight weeks that rises by 2 or more, steadily, to 3 or more.

The rise and the steadiness beside each line of days were worked out by hand-written fractions.
"""

from __future__ import annotations

import pytest

from diary.domain.places import PLACES, PlaceClass
from diary.rules.catalog.w3_slow_climb import RULE
from diary.rules.model import NotEnoughDays, Tier
from tests.rules.conditions.slow import rise, steadiness
from tests.rules.diaries import (
    LOWER_BACK,
    alert_of,
    day,
    days,
    not_enough_on,
    pain,
    raised,
    report_of,
    tiers,
    true_days,
)

# Rise 2.25 over 28 days, steadiness 4.8.
CLIMB = "1 2 1 2 1 2 1 2 2 2 2 3 2 3 2 3 2 3 2 3 3 3 3 4 3 4 3 4"
# 23 days that climb steeply: one more is enough.
STEEP = "1 2 1 2 1 2 2 3 2 3 2 3 3 4 3 4 3 4 4 5 4 5 4"


def points(line):
    """Return the recorded days of a line with their scores."""
    return [
        (number, mark.worst) for number, mark in enumerate(days(line)) if mark.worst is not None
    ]


def last_true(line):
    """Return whether the rule is true on the last day of a line."""
    return len(days(line)) - 1 in true_days(pain(line), RULE)


@pytest.mark.parametrize("place", PLACES)
def test_fires_in_the_spine_and_at_bones(place):
    watched = PLACES[place].place_class in {PlaceClass.SPINE, PlaceClass.BONE}
    assert raised(pain(CLIMB, place), RULE) == ([("W3", place, 24)] if watched else [])


def test_its_tier_is_soon():
    assert set(tiers(pain(CLIMB), RULE).values()) == {Tier.SOON}


@pytest.mark.parametrize(
    ("line", "rises_by", "steady", "fires"),
    [
        (CLIMB, 2.25, 4.84, True),
        # A rise of exactly 2.
        ("0 2x3 0 2 1 2x2 1 2x2 4 3 2 3x4 4x2 3x4", 2.0, 3.68, True),
        # A rise just below 2, however steady.
        ("1x5 0 1 2x2 1 2x3 1 3 2 1 2 3x2 2 1 2x2 3x2 2x2 3 2 3 2 3x2 4 3", 1.97, 4.59, False),
        # Not steady enough, and just steady enough.
        ("1 0x2 3x2 2 3 1x2 3 2 3x2 2 3x2 4 3x2 4 2x3 4 3 5 4", 2.17, 2.99, False),
        ("3 0 2 3 0 1x2 2 4 2x3 1 3 2 1 2x2 3x2 2 4 3x2 4 2 4 3 4 3", 2.23, 3.12, True),
        # Falling.
        ("9 8 9 8 8 7 8 7 7 6 7 6 6 5 6 5 5 4 5 4 4 3 4 3 4 3", -6.25, -6.03, False),
    ],
)
def test_the_rise_and_the_steadiness(line, rises_by, steady, fires):
    assert float(rise(points(line))) == pytest.approx(rises_by, abs=0.006)
    assert steadiness(points(line)) == pytest.approx(steady, abs=0.006)
    assert last_true(line) is fires


def test_a_rise_of_exactly_2_is_enough_where_a_machine_makes_it_a_little_less():
    line = (
        "2 3 3 _ _ 3 3 _ 5 2 1 _ 1 _ 3 _ 4 3 _ 4 3 _ _ 4 3 _ 5 _ _ 3 _ _ 4 _ _ 5 3 4 4 5 5 _ 3 _ "
        "5 _ 4 4 6 4"
    )
    assert rise(points(line)) == 2
    assert last_true(line)


@pytest.mark.parametrize(("week", "fires"), [("3 2 3 2 3 3 2", True), ("3 2 3 2 3 2 2", False)])
def test_the_middle_value_of_the_last_week_is_3(week, fires):
    # Both rise by more than 2, and more steadily than 4.
    assert last_true("0 1 0 1 0 1 1 2 1 2 1 2 2 3 2 3 2 3 2 3 " + week) is fires


def test_a_level_that_does_not_change_says_nothing():
    assert true_days(pain("5x60"), RULE) == []


def test_one_step_is_no_steady_climb_until_it_is_half_of_the_time():
    assert true_days(pain("2x50 6x3"), RULE) == []


# Recorded days: 24 of last56, 3 of last7.


@pytest.mark.parametrize(
    ("line", "window", "recorded", "needed"),
    [
        (STEEP + " 5", None, 24, 24),
        (STEEP, "last56", 23, 24),
        (STEEP + " 5l", "last56", 23, 24),
        (STEEP + " ! ?", "last56", 23, 24),
        (STEEP + " _x4 5x3", None, 26, 24),
        (STEEP + " 5 _x5 5x2", "last7", 2, 3),
        ("1 _x32 " + STEEP, None, 24, 24),
        ("1 _x33 " + STEEP, "last56", 23, 24),
    ],
)
def test_minimums(line, window, recorded, needed):
    sketch = pain(line)
    last = len(days(line)) - 1
    enough = window is None
    assert (last in not_enough_on(sketch, RULE)) is not enough
    assert (last in true_days(sketch, RULE)) is enough
    rows = () if enough else (NotEnoughDays("W3", LOWER_BACK, recorded, needed, window),)
    assert report_of(sketch, RULE).not_enough_days == rows


def test_a_gap_keeps_its_place_on_the_time_axis():
    # Ten silent days make the line of the same scores flatter: it rises by 1.85 only.
    early, late = CLIMB[:27], CLIMB[28:]
    assert rise(points(f"{early} _x10 {late}")) == pytest.approx(1.85)
    assert not last_true(f"{early} _x10 {late}")
    steeper = f"{early} _x10 2 3 2 3 3 3 3 4 3 4 3 4 4 4"
    assert last_true(steeper)
    alert = alert_of(pain(steeper), RULE)
    assert alert.evidence.numbers["span_days"] == 37
    assert alert.evidence.days_recorded == 28


def test_late_and_unanswered_days_are_left_out():
    with_late = CLIMB.replace("3 4 3 4", "3 4 9l ? 3 4")
    assert true_days(pain(with_late), RULE)[:3] == [26, 27, 28]
    assert alert_of(pain(with_late), RULE).evidence.days_recorded == 28


def test_usual_levels_and_known_bone_metastases_change_nothing():
    sketch = pain(CLIMB).usual(LOWER_BACK, 5).spread()
    assert true_days(sketch, RULE) == true_days(pain(CLIMB), RULE)


def test_evidence_and_words():
    alert = alert_of(pain(CLIMB), RULE)
    assert alert.evidence.days_used == tuple(map(day, range(28)))
    assert (alert.evidence.days_recorded, alert.evidence.days_in_window) == (28, 56)
    assert alert.evidence.numbers == {
        "rise": 2.25,
        "span_days": 27,
        "median_last7": 3,
        "mean_last56": 2.43,
    }
    assert alert.wording.noticed == (
        "Pain in your lower back shows a steady climb of about 2 points in 4 weeks."
    )
    assert "the 28 days" in alert.wording.worked_out
