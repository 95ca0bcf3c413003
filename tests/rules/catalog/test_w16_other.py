"""W16: any other new thing on 75 % of two weeks, and soft parts by the test of W1."""

from __future__ import annotations

import pytest

from diary.domain.places import PLACES
from diary.rules.catalog.w16_other import RULE
from diary.rules.model import Tier
from tests.rules.catalog.counted import NEWNESS, last_verdict, line_of, new_on_day_0
from tests.rules.diaries import alert_of, pain, raised, steps, tiers, true_days

SYMPTOMS = ["custom:itch", "night_sweats", "stiffness", "thirst", "passing_more_urine", "swelling"]
EACH = pytest.mark.parametrize("symptom", SYMPTOMS)
# Read by U18 (legs) and W11 (arm, chest, testicle).
READ_ELSEWHERE = {
    *("lower_leg", "thigh", "ankle_foot", "armpit", "shoulder_upper_arm", "forearm"),
    *("hand_wrist_fingers", "breast_chest_wall", "testicle"),
}
SOFT = {"forearm", "lower_leg", "armpit", "flank", "all_over"}


@EACH
def test_fires_when_eight_days_are_recorded(symptom):
    sketch = line_of(symptom, "+" * 10, new="yes")
    assert raised(sketch, RULE) == [("W16", symptom, 7)]
    assert steps(alert_of(sketch, RULE)) == [("W16", "soon", 7)]


@EACH
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("++++++..", True),
        ("+++++...", False),
        ("...+++++++++++", True),
        ("....++++++++++", False),
        ("+++++++", None),
        ("+++++++______+", True),
        ("+++++++_______+", None),
        ("+++++++L", None),  # late
        ("++++++..ll", True),
        ("+++++++?", None),
    ],
)
def test_three_quarters_of_the_recorded_days(symptom, line, expected):
    assert last_verdict(line_of(symptom, line, new="yes"), RULE) is expected


@EACH
@pytest.mark.parametrize(("new", "usual", "fires"), NEWNESS)
def test_new_and_usual(symptom, new, usual, fires):
    sketch = line_of(symptom, "+" * 8, new=new).usual(symptom, usual)
    assert bool(last_verdict(sketch, RULE)) is fires


@EACH
def test_one_of_the_last_21_days_was_new(symptom):
    assert true_days(new_on_day_0(symptom, 30), RULE) == list(range(7, 21))


@pytest.mark.parametrize("where", [None, *PLACES])
def test_swelling_elsewhere(where):
    sketch = line_of("swelling", "+" * 8, where=where, new="yes")
    assert raised(sketch, RULE) == ([] if where in READ_ELSEWHERE else [("W16", "swelling", 7)])


def test_every_symptom_is_an_alert_of_its_own():
    sketch = line_of("custom:itch", "+" * 8, new="yes")
    sketch = line_of("thirst", "+" * 9, line_of("custom:ache", "+" * 8, sketch, new="yes"))
    assert {place for _rule, place, _day in raised(sketch, RULE)} == {
        *("custom:itch", "custom:ache", "thirst")
    }


@pytest.mark.parametrize("place", PLACES)
def test_soft_parts_by_the_test_of_w1(place):
    expected = [("W16", place, 32)] if place in SOFT else []
    assert raised(pain("0x20 3x13", place), RULE) == expected


@pytest.mark.parametrize(
    ("line", "usual", "expected"),
    [
        ("0x20 2x13", 0, True),
        ("0x20 1x13", 0, False),
        ("0x20 2x12", 0, False),
        ("0x20 2x10 0x3", 0, False),  # 10 of 14
        ("2x9 _x6 2x5", 0, True),
        ("2x14", 2, False),  # long-standing
        ("2x14", 1, True),
        ("3x80", 0, False),
        ("2x7", 0, None),
    ],
)
def test_near_misses_of_soft_parts(line, usual, expected):
    assert last_verdict(pain(line, "flank").usual("flank", usual), RULE, "flank") is expected


def test_falling_pain_of_a_soft_part_is_for_the_visit_as_in_w1():
    sketch = pain("0x20 6x7 2x6", "flank")
    assert tiers(sketch, RULE, "flank") == {32: Tier.NEXT_VISIT}
    assert Tier.NEXT_VISIT in RULE.variants


def test_other_symptoms_say_nothing():
    assert true_days(line_of("headache", "+" * 20, new="yes"), RULE) == []
