"""W13: upper belly pain or marked nausea on 60 % of two weeks, vomiting on 3 of 7 days."""

from __future__ import annotations

import pytest

from diary.rules.catalog.w13_belly import RULE
from tests.rules.catalog.counted import NEWNESS, last_verdict, line_of, new_on_day_0
from tests.rules.diaries import alert_of, pain, raised, steps, true_days

PLACES = pytest.mark.parametrize("place", ["abdomen_upper", "abdomen_upper_right"])


@PLACES
def test_pain_fires_when_eight_days_are_recorded(place):
    sketch = pain("3x10", place)
    assert raised(sketch, RULE) == [("W13", place, 7)]
    assert steps(alert_of(sketch, RULE)) == [("W13", "soon", 7)]


@PLACES
@pytest.mark.parametrize(
    ("line", "usual", "expected"),
    [
        ("3x6 0x4", 0, True),
        ("3x5 2x4", 0, False),
        ("3x7", 0, None),
        ("3x9 2x5", 2, True),
        ("3x8 2x6", 2, False),
        ("8x8", 3, False),
        ("3x6 _x6 0x2", 0, True),
        ("3x6 _x7 0x2", 0, None),
        ("3x5 0x3 0lx4", 0, True),
        ("3x5 0x3 !x2", 0, True),  # pain of unknown amount is no day without it
        ("3x5 0x2 !x2", 0, None),
    ],
)
def test_pain_on_three_fifths(place, line, usual, expected):
    assert last_verdict(pain(line, place).usual(place, usual), RULE, place) is expected


@pytest.mark.parametrize(
    ("grade", "line", "expected"),
    [
        (2, "++++++....", True),
        (2, "+++++....", False),
        (2, "+++++++", None),
        (2, "+++++...LL", True),
        (1, "++++++++", False),
        (None, "++++++++", False),
        (3, "++++++++", True),
    ],
)
def test_marked_nausea_on_three_fifths(grade, line, expected):
    sketch = line_of("nausea", line, new="yes", grade=grade)
    fires = last_verdict(sketch, RULE)
    assert (fires is True) is (expected is True)
    if grade == 2:
        assert fires is expected


def test_one_of_the_last_21_days_was_new():
    assert true_days(new_on_day_0("nausea", 30, grade=2), RULE) == list(range(7, 21))
    assert true_days(line_of("nausea", "+" * 9, new="yes", grade=2).usual("nausea", 2), RULE) == []


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("+++", [2]),
        ("++.", []),
        ("++____+", [6]),
        ("++_____+", []),
        ("++L+", [3]),  # the late one does not count
        ("++L", []),
        ("+?+?+", [4]),
    ],
)
def test_vomiting_on_three_days_of_a_week(line, days):
    assert true_days(line_of("vomiting", line, new="yes"), RULE) == days


@pytest.mark.parametrize(("new", "usual", "fires"), NEWNESS)
def test_new_and_usual_vomiting(new, usual, fires):
    sketch = line_of("vomiting", "+++", new=new).usual("vomiting", usual)
    assert raised(sketch, RULE) == ([("W13", "vomiting", 2)] if fires else [])


def test_lower_belly_pain_is_read_elsewhere():
    assert true_days(pain("6x20", "abdomen_lower"), RULE) == []
