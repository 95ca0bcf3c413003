"""U3: the last 3 recorded days at 6 or more and 3 above the own baseline, within 5 days."""

from __future__ import annotations

import dataclasses

import pytest

from diary.domain.places import PLACES, PlaceClass, places_of
from diary.domain.record import Record
from diary.rules.catalog.u3_fast_worsening import RULE, numbers_for, watch
from diary.rules.context import Context
from diary.rules.model import NotEnoughDays, Tier
from tests.rules.diaries import (
    LOWER_BACK,
    alert_of,
    day,
    not_enough_on,
    pain,
    raised,
    report_of,
    tiers,
    true_days,
)

# Day 37 looks at days 0 to 23 (base56), 24 to 30 (prior7) and 31 to 37 (last7).
QUIET = "2x24 3x7 "
WEEK = "4x3 4 6x3"


@pytest.mark.parametrize("place", PLACES)
def test_fires_in_the_spine_and_at_bones_on_the_day_the_last_number_is_reached(place):
    watched = PLACES[place].place_class in {PlaceClass.SPINE, PlaceClass.BONE}
    sketch = pain(QUIET + WEEK + " 6", place)
    assert raised(sketch, RULE) == ([("U3", place, 37)] if watched else [])


def test_its_tier_is_urgent():
    assert alert_of(pain(QUIET + WEEK), RULE).tier is Tier.URGENT


@pytest.mark.parametrize(
    "week",
    [
        "4x3 4 6 5 6",  # one of the three days below 6
        "4x3 4 5 6 6",
        "4x3 4 6 6 5",
        "4x2 3x2 6x3",  # five of seven days 2 above the baseline are less than 0.8
        "4x3 6 6 0 6",
        "4x4 0 6 6",  # only two days
    ],
)
def test_near_misses(week):
    assert true_days(pain(QUIET + week), RULE) == []


@pytest.mark.parametrize(
    ("base", "prior", "week", "fires"),
    [
        ("3x24", "4x7", "5x4 6x3", True),
        ("3x24", "4x7", "5x2 4x2 6x3", False),
        ("4x24", "5x7", "6x4 6x3", False),
        ("4x24", "5x7", "6x4 7x3", True),
        ("4x24", "5x7", "6x4 7 6 7", False),
        # Days 0 to 23: half at 3 and half at 4 is a middle value of 3.5.
        ("3x12 4x12", "5x7", "7x4 6x3", False),
        ("3x12 4x12", "5x7", "6x4 7x3", True),
        # The middle value, not the mean: a few bad days change nothing.
        ("0x14 10x10", "1x7", "2x4 6x3", True),
        ("0x11 4x13", "5x7", "7x4 6x3", False),
    ],
)
def test_the_rise_is_held_against_the_middle_value_of_the_baseline(base, prior, week, fires):
    assert (37 in true_days(pain(f"{base} {prior} {week}"), RULE)) is fires


@pytest.mark.parametrize(
    ("prior", "fires"),
    [("3x7", True), ("3x6 2", False), ("2x7", False), ("2x3 4x4", True), ("_x4 3x3", True)],
)
def test_the_week_before_must_lie_a_point_above_the_baseline_already(prior, fires):
    assert (37 in true_days(pain(f"2x24 {prior} {WEEK}"), RULE)) is fires


def test_the_baseline_is_eight_weeks():
    # Day 69 looks back to day 0: four weeks of 2 before four of 4 have a middle value of 3.
    assert 69 in true_days(pain("2x28 4x28 4x7 5x4 6x3"), RULE)
    assert 69 not in true_days(pain("_x28 4x28 4x7 5x4 6x3"), RULE)


def test_a_gap_is_bridged_if_three_recorded_days_lie_within_five_and_not_six():
    assert true_days(pain(QUIET + "4x3 6 6 _ 6 _ 6"), RULE) == [37, 39]
    assert true_days(pain(QUIET + "4x2 _ 6 _ 6 6"), RULE) == [37]
    assert true_days(pain(QUIET + "4x2 5 6 _ _ 6 _ 6"), RULE) == []


def test_four_recorded_days_of_the_last_seven():
    assert true_days(pain(QUIET + "_x2 6 _ 6 _ 6"), RULE) == []
    assert not_enough_on(pain(QUIET + "_x2 6 _ 6 _ 6"), RULE)[-1] == 37
    assert true_days(pain(QUIET + "6 _ 6 _ 6 _ 6"), RULE) == [37]


@pytest.mark.parametrize(("base", "enough"), [("2x7 _x17", True), ("2x6 _x18", False)])
def test_seven_recorded_days_of_the_baseline(base, enough):
    sketch = pain(f"{base} 3x7 {WEEK}")
    assert true_days(sketch, RULE) == ([37] if enough else [])
    assert (37 in not_enough_on(sketch, RULE)) is not enough


@pytest.mark.parametrize(("prior", "enough"), [("3x3 _x4", True), ("3x2 _x5", False)])
def test_three_recorded_days_of_the_week_before(prior, enough):
    sketch = pain(f"2x24 {prior} {WEEK}")
    assert (37 in true_days(sketch, RULE)) is enough
    assert (37 in not_enough_on(sketch, RULE)) is not enough


def test_the_usual_level_does_not_stand_in_for_the_baseline():
    assert true_days(pain(f"2x6 _x18 3x7 {WEEK}").usual(LOWER_BACK, 0), RULE) == []
    assert true_days(pain(QUIET + WEEK).usual(LOWER_BACK, 9), RULE) == [37]


def test_unanswered_days_are_neither_high_nor_low():
    assert true_days(pain(QUIET + "4x4 6 6 ? 6"), RULE) == [38]


def test_a_score_that_is_not_known_is_no_recorded_day():
    assert true_days(pain(QUIET + "4x4 6 6 ! 6"), RULE) == [38]
    assert true_days(pain(QUIET + "4x4 6 6 !"), RULE) == []


def test_late_days_count_on_neither_side():
    assert true_days(pain(QUIET + "4x4 6 6 6l"), RULE) == []
    assert true_days(pain(QUIET + "4x4 6 6 0l 6"), RULE) == [38]
    assert true_days(pain(f"9lx7 2x17 3x7 {WEEK}"), RULE) == [37]


def test_pain_elsewhere_is_an_explicit_zero_here():
    assert true_days(pain(QUIET + "4x4 6 6 0 6x2").pain("9", "hip", 37), RULE) == []


def test_known_bone_metastases_lower_the_limits():
    assert true_days(pain(QUIET + "4x4 5x3").spread(), RULE) == [37]
    assert true_days(pain(QUIET + "4x4 5 4 5").spread(), RULE) == []
    assert true_days(pain("3x24 4x7 5x7").spread(), RULE) == [37]
    assert true_days(pain("3x24 4x7 5x2 4x2 5x3").spread(), RULE) == []
    assert true_days(pain("4x24 5x7 6x4 5x3").spread(), RULE) == []
    assert true_days(pain("3x24 4x7 5x7").spread(known=False), RULE) == []
    assert true_days(pain("3x24 4x7 5x7"), RULE) == []


@pytest.mark.parametrize("place", places_of(PlaceClass.SPINE, PlaceClass.BONE))
def test_an_ache_of_both_limbs_on_an_aromatase_inhibitor_speaks_a_tier_lower(place):
    limbs = {"thigh", "shoulder_upper_arm", "hip", "buttock"}
    sketch = pain(QUIET + WEEK, place, side="both").treatment("aromatase_inhibitor", 0, None)
    found = tiers(sketch, RULE, place)
    assert found == {37: Tier.SOON if place in limbs else Tier.URGENT}


@pytest.mark.parametrize(
    "sketch",
    [
        pain(QUIET + WEEK, "hip", side="left").treatment("aromatase_inhibitor", 0, None),
        pain(QUIET + WEEK, "hip").treatment("aromatase_inhibitor", 0, None),
        pain(QUIET + "4x4 6n 6x2", "hip", side="both").treatment("aromatase_inhibitor", 0, None),
        pain(QUIET + WEEK, "hip", side="both").treatment("aromatase_inhibitor", 0, None).spread(),
        pain(QUIET + WEEK, "hip", side="both"),
        pain(QUIET + WEEK, "hip", side="both").treatment("tamoxifen", 0, None),
        pain(QUIET + WEEK, "hip", side="both").treatment("aromatase_inhibitor", 0, 36),
    ],
)
def test_one_side_a_bad_night_known_bone_metastases_or_no_such_drug_leave_the_tier(sketch):
    assert tiers(sketch, RULE, "hip")[37] is Tier.URGENT


def test_not_enough_days_is_a_result():
    assert report_of(pain("6x3"), RULE).not_enough_days == (
        NotEnoughDays("U3", LOWER_BACK, 3, 4, "last7"),
    )
    assert report_of(pain("6x9"), RULE).not_enough_days == (
        NotEnoughDays("U3", LOWER_BACK, 2, 3, "prior7"),
    )
    assert report_of(pain("6x14"), RULE).not_enough_days == (
        NotEnoughDays("U3", LOWER_BACK, 0, 7, "base56"),
    )


def test_evidence_and_words():
    alert = alert_of(pain("2x17 3x14 5 5 5 7 _ 6 8"), RULE)
    assert alert.evidence.days_used == tuple(map(day, (31, 32, 33, 34, 36, 37)))
    assert (alert.evidence.days_recorded, alert.evidence.days_in_window) == (6, 7)
    assert alert.evidence.numbers == {"lowest_of_last_days": 6, "median_base56": 2}
    assert alert.wording.noticed == (
        "Pain in your lower back was 6 or more on each of your last 3 recorded days."
    )
    assert alert.wording.worked_out == (
        "Each of them was 6 or more and at least 3 points above 2, the middle value of the eight "
        "weeks that ended two weeks ago. The week before this one was already higher."
    )


def test_an_evaluation_may_ask_nothing_of_the_week_before():
    sketch = pain("2x24 2x7 " + WEEK)
    numbers = dataclasses.replace(numbers_for(known_spread=False), prior_rise=None)
    (track,) = watch(Context(Record(sketch.diary())), numbers)
    assert track.verdicts[-1] > 0
    assert true_days(sketch, RULE) == []
