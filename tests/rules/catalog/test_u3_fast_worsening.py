"""U3: the last 3 recorded days at 6 or more and 3 above the own baseline, within 5 days."""

from __future__ import annotations

import pytest

from diary.domain.places import PLACES, PlaceClass
from diary.rules.catalog.u3_fast_worsening import RULE
from diary.rules.model import NotEnoughDays, Tier
from tests.rules.diaries import (
    LOWER_BACK,
    alert_of,
    day,
    not_enough_on,
    pain,
    raised,
    report_of,
    true_days,
)

# A day 37 that is judged looks at days 0 to 23 (base28) and 31 to 37 (last7).
QUIET = "2x34 "


@pytest.mark.parametrize("place", PLACES)
def test_fires_in_the_spine_and_at_bones_on_the_day_the_last_number_is_reached(place):
    watched = PLACES[place].place_class in {PlaceClass.SPINE, PlaceClass.BONE}
    sketch = pain(QUIET + "4 6x4", place)
    assert raised(sketch, RULE) == ([("U3", place, 37)] if watched else [])


def test_its_tier_is_urgent():
    assert alert_of(pain(QUIET + "4 6x3"), RULE).tier is Tier.URGENT


@pytest.mark.parametrize(
    "week",
    [
        "4 6 5 6",  # one of the three days below 6
        "4 5 6 6",
        "4 6 6 5",
        "3 6 6 6",  # only three days of the week 2 above the baseline
        "6 6 0 6",
        "0 0 6 6",  # only two days
    ],
)
def test_near_misses(week):
    assert true_days(pain(QUIET + week), RULE) == []


@pytest.mark.parametrize(
    ("base", "week", "fires"),
    [
        ("3x34", "5 6x3", True),
        ("3x34", "4 6x3", False),
        ("4x34", "6 6x3", False),
        ("4x34", "6 7x3", True),
        ("4x34", "6 7 6 7", False),
        # Days 0 to 23: half at 3 and half at 4 is a middle value of 3.5.
        ("3x12 4x22", "7 6x3", False),
        ("3x12 4x22", "6 7x3", True),
        # The middle value, not the mean: a few bad days change nothing.
        ("0x14 10x10 0x10", "2 6x3", True),
        ("0x11 4x13 0x10", "7 6x3", False),
    ],
)
def test_the_rise_is_held_against_the_middle_value_of_the_baseline(base, week, fires):
    assert (37 in true_days(pain(f"{base} {week}"), RULE)) is fires


def test_a_gap_is_bridged_if_three_recorded_days_lie_within_five_and_not_six():
    assert true_days(pain(QUIET + "6 6 _ 6 _ 6"), RULE) == [39]
    assert true_days(pain("2x30 _x4 6 6 _ 6 _ 6"), RULE) == [39]
    assert true_days(pain("2x30 _x4 6 6 _ 6 _ _ 6"), RULE) == []


def test_four_recorded_days_of_the_last_seven():
    assert true_days(pain("2x30 _x5 6 _ 6 _ 6"), RULE) == []
    assert not_enough_on(pain("2x30 _x5 6 _ 6 _ 6"), RULE)[-1] == 39
    assert true_days(pain("2x30 _x3 6 _ 6 _ 6 _ 6"), RULE) == [39]


@pytest.mark.parametrize(("base", "enough"), [("2x7 _x27", True), ("2x6 _x28", False)])
def test_seven_recorded_days_of_the_baseline(base, enough):
    sketch = pain(f"{base} 6x4")
    assert true_days(sketch, RULE) == ([37] if enough else [])
    assert (37 in not_enough_on(sketch, RULE)) is not enough


def test_the_usual_level_does_not_stand_in_for_the_baseline():
    assert true_days(pain("2x6 _x28 6x4").usual(LOWER_BACK, 0), RULE) == []
    assert true_days(pain(QUIET + "4 6x3").usual(LOWER_BACK, 9), RULE) == [37]


def test_unanswered_days_are_neither_high_nor_low():
    assert true_days(pain(QUIET + "4 6 6 ? 6"), RULE) == [38]


def test_a_score_that_is_not_known_is_no_recorded_day():
    assert true_days(pain(QUIET + "4 6 6 ! 6"), RULE) == [38]
    assert true_days(pain(QUIET + "4 6 6 !"), RULE) == []


def test_late_days_count_on_neither_side():
    assert true_days(pain(QUIET + "4 6 6 6l"), RULE) == []
    assert true_days(pain(QUIET + "4 6 6 0l 6"), RULE) == [38]
    assert true_days(pain("9lx10 2x24 4 6x3"), RULE) == [37]


def test_pain_elsewhere_is_an_explicit_zero_here():
    assert true_days(pain(QUIET + "4 6 6 0 6x2").pain("9", "hip", 37), RULE) == []


def test_known_bone_metastases_lower_the_limits():
    assert true_days(pain(QUIET + "4 5x3").spread(), RULE) == [37]
    assert true_days(pain(QUIET + "4 5 4 5").spread(), RULE) == []
    assert true_days(pain("3x34 5x4").spread(), RULE) == [37]
    assert true_days(pain("3x34 4 5x3").spread(), RULE) == []
    assert true_days(pain("4x34 6 5x3").spread(), RULE) == []
    assert true_days(pain("3x34 5x4").spread(known=False), RULE) == []
    assert true_days(pain("3x34 5x4"), RULE) == []


def test_not_enough_days_is_a_result():
    assert report_of(pain("6x3"), RULE).not_enough_days == (
        NotEnoughDays("U3", LOWER_BACK, 3, 4, "last7"),
    )
    assert report_of(pain("6x9"), RULE).not_enough_days == (
        NotEnoughDays("U3", LOWER_BACK, 0, 7, "base28"),
    )


def test_evidence_and_words():
    alert = alert_of(pain("2x17 3x17 5 7 _ 6 8"), RULE)
    assert alert.evidence.days_used == (day(34), day(35), day(37), day(38))
    assert (alert.evidence.days_recorded, alert.evidence.days_in_window) == (6, 7)
    assert alert.evidence.numbers == {"lowest_of_last_days": 6, "median_before": 2}
    assert alert.wording.noticed == (
        "Pain in your lower back was 6 or more on each of your last 3 recorded days."
    )
    assert alert.wording.worked_out.endswith("was 2.")
