"""W12: a new change of the bowel on 60 % of two weeks, or blood in the stool once."""

from __future__ import annotations

import pytest

from diary.rules.catalog.w12_bowel import RULE
from tests.rules.catalog.counted import NEWNESS, last_verdict, line_of, new_on_day_0
from tests.rules.diaries import Sketch, alert_of, pain, raised, steps, true_days

EACH = pytest.mark.parametrize("symptom", ["bowel_change", "diarrhoea", "constipation", "cramps"])


@EACH
def test_fires_when_eight_days_are_recorded(symptom):
    sketch = line_of(symptom, "+" * 10, new="yes")
    assert raised(sketch, RULE) == [("W12", symptom, 7)]
    assert steps(alert_of(sketch, RULE)) == [("W12", "soon", 7)]


@EACH
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("++++++....", True),
        ("+++++....", False),  # 5 of 9 are 56 %
        ("....." + "+" * 9, True),
        ("......" + "+" * 8, False),
        ("+++++++", None),
        ("++++++______..", True),
        ("++++++_______..", None),
        ("+++++++L", None),
        ("+++++...LL", True),  # 5 of 8 on time
    ],
)
def test_three_fifths_of_the_recorded_days(symptom, line, expected):
    assert last_verdict(line_of(symptom, line, new="yes"), RULE) is expected


@EACH
@pytest.mark.parametrize(("new", "usual", "fires"), NEWNESS)
def test_new_and_usual(symptom, new, usual, fires):
    sketch = line_of(symptom, "+" * 8, new=new).usual(symptom, usual)
    assert bool(last_verdict(sketch, RULE)) is fires


@EACH
def test_one_of_the_last_21_days_was_new(symptom):
    assert true_days(new_on_day_0(symptom, 30), RULE) == list(range(7, 21))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("3x6 0x4", True),
        ("3x6 2x4", True),
        ("3x5 2x4", False),
        ("3x7", None),
        ("3x6 _x6 0x2", True),
        ("3x5 0x3 3lx2", True),
        ("3x5 0x3 ?x2 0", False),
        ("3x5 0x3 !x2", True),  # pain of unknown amount is no day without it
        ("3x5 0x2 !x2", None),
    ],
)
def test_lower_belly_pain_of_3(line, expected):
    assert last_verdict(pain(line, "abdomen_lower"), RULE, "abdomen_lower") is expected


def test_other_parts_of_the_belly_are_read_elsewhere():
    assert true_days(pain("6x20", "abdomen_upper"), RULE) == []


@pytest.mark.parametrize(
    ("details", "usual", "late", "fires"),
    [
        ({}, 0, False, True),
        ({"new": "no"}, 0, False, True),  # blood once, whatever she says of its age
        ({"grade": 1}, 1, False, False),
        ({"grade": 2}, 1, False, True),
        ({}, 0, True, True),
    ],
)
def test_blood_once(details, usual, late, fires):
    sketch = Sketch().symptom(0, "blood_in_stool", **details).usual("blood_in_stool", usual)
    if late:
        sketch.late(0)
    assert raised(sketch, RULE) == ([("W12", "blood_in_stool", 0)] if fires else [])
