"""W1c: a mild ache of both limbs is for the next visit."""

from __future__ import annotations

import pytest

from diary.domain.places import PLACES, PlaceClass
from diary.rules.catalog.w1_two_weeks import RULE
from diary.rules.model import Tier
from tests.rules.diaries import pain, tiers

SOON, NEXT_VISIT = Tier.SOON, Tier.NEXT_VISIT
BEFORE = "0x20 "  # why twenty days: test_w1_two_weeks.py
LIMBS = ("thigh", "shoulder_upper_arm", "hip", "buttock")


@pytest.mark.parametrize("place", [p for p in PLACES if PLACES[p].place_class is PlaceClass.BONE])
def test_an_ache_of_both_limbs_is_for_the_next_visit(place):
    expected = NEXT_VISIT if place in LIMBS else SOON
    sketch = pain(BEFORE + "4x13", place, side="both", trigger="strain")
    assert tiers(sketch, RULE, place) == {32: expected}


@pytest.mark.parametrize(
    ("line", "tier"),
    [("4x13", NEXT_VISIT), ("5x13", SOON), ("4x9 5x4", SOON), ("4x10 5x3", NEXT_VISIT)],
)
def test_the_middle_value_of_the_week_is_below_5(line, tier):
    assert tiers(pain(BEFORE + line, "hip", side="both"), RULE, "hip")[32] is tier


@pytest.mark.parametrize(
    ("both", "left", "tier"),
    [(12, 0, NEXT_VISIT), (9, 3, NEXT_VISIT), (8, 4, SOON), (0, 12, SOON)],
)
def test_both_sides_on_three_quarters_of_the_days(both, left, tier):
    # Day 33 counts twelve of its fourteen days.
    sketch = pain(f"0x20 3x{both}" if both else "0x20", "thigh", side="both")
    sketch.pain(f"3x{left}" if left else "", "thigh", 20 + both, side="left")
    sketch.pain("0x2", "thigh", 32)
    assert tiers(sketch, RULE, "thigh")[33] is tier


def test_left_and_right_on_one_day_are_both_sides():
    sketch = pain(BEFORE + "3x13", "hip", side="left").pain("3x13", "hip", 20, side="right")
    assert tiers(sketch, RULE, "hip")[32] is NEXT_VISIT
    assert tiers(pain(BEFORE + "3x13", "hip", side="right"), RULE, "hip")[32] is SOON


def test_a_side_not_answered_counts_neither_way():
    assert tiers(pain(BEFORE + "3x13", "hip"), RULE, "hip")[32] is SOON
    sketch = pain(BEFORE + "3x6", "hip").pain("3x7", "hip", 26, side="both")
    assert tiers(sketch, RULE, "hip")[32] is NEXT_VISIT


def test_a_bad_night_in_the_week_is_no_mild_ache():
    assert tiers(pain(BEFORE + "3x12 3n", "hip", side="both"), RULE, "hip")[32] is SOON
    assert tiers(pain(BEFORE + "3x5 3n 3x7", "hip", side="both"), RULE, "hip")[32] is NEXT_VISIT


def test_an_ache_of_both_limbs_that_also_falls_is_not_raised_for_falling():
    line = BEFORE + "4x8 3x7 2x9"
    found = tiers(pain(line, "hip", side="both", trigger="strain"), RULE, "hip")
    assert set(found.values()) == {NEXT_VISIT}
    assert 39 in found
