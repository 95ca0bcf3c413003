"""W8: pain of 2 on five recorded days of a week, beside a sign of the whole body."""

from __future__ import annotations

import pytest

from diary.domain.places import PLACES, PlaceClass
from diary.rules.book import rule_of
from diary.rules.catalog.w8_with_body_signs import RULE
from tests.rules.catalog.counted import last_verdict, line_of, true_days_beside
from tests.rules.diaries import LOWER_BACK, Sketch, alerts_of, raised, steps, true_days

READ = tuple(map(rule_of, ("W9", "W10", "U11", "W11")))


def tired(line="+++++++", symptom="fatigue", grade=2, **details):
    """Return a week of symptoms."""
    return line_of(symptom, line, grade=grade, **details)


@pytest.mark.parametrize("place", PLACES)
def test_fires_in_the_spine_and_at_bones(place):
    watched = PLACES[place].place_class in {PlaceClass.SPINE, PlaceClass.BONE}
    sketch = tired().pain("2x7", place)
    assert raised(sketch, RULE) == ([("W8", place, 4)] if watched else [])


def test_its_tier_is_soon():
    (alert,) = alerts_of(tired().pain("2x7"), RULE)
    assert steps(alert) == [("W8", "soon", 4)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2x5 0x2", True),
        ("2x4 0x3", False),
        ("2x4 1x3", False),
        ("2x4", None),
        ("2x4 ?x3", None),
        ("2x4 2l 0x2", False),  # late
        ("2x3 _x2 2x2", True),
        ("2x2 _x3 2x2", None),
    ],
)
def test_five_days_of_pain(line, expected):
    sketch = tired().pain(line)
    assert last_verdict(sketch, RULE, LOWER_BACK) is expected


@pytest.mark.parametrize("symptom", ["fatigue", "appetite_loss"])
@pytest.mark.parametrize(
    ("line", "grade", "usual", "fires"),
    [
        ("+++++..", 2, 0, True),
        ("++++...", 2, 0, False),
        ("+++++..", 1, 0, False),
        ("+++++..", 3, 2, True),
        ("+++++..", 2, 2, False),
        ("++++L..", 2, 0, False),
        ("++_++_+", 2, 0, True),
        ("++_++__", 2, 0, False),
    ],
)
def test_tiredness_on_five_days(symptom, line, grade, usual, fires):
    sketch = tired(line, symptom, grade, new="no").usual(symptom, usual).pain("2x7")
    assert (6 in true_days(sketch, RULE)) is fires


def test_four_days_of_each_are_not_five():
    sketch = tired("++++...").symptom(range(3, 7), "appetite_loss", grade=2).pain("2x7")
    assert true_days(sketch, RULE) == []


@pytest.mark.parametrize(
    ("sign", "first"),
    [
        (Sketch().symptom(6, "lump", new="yes"), 6),  # W11
        (line_of("cough", "+" * 8, new="yes"), 7),  # W10
        (Sketch().symptom((5, 6), "breathlessness", grade=2, new="yes"), 6),  # U11
        (Sketch().symptom(6, "weight_loss", new="yes"), 6),  # W9, by the clothes
        (Sketch().symptom(6, "headache", new="yes"), None),
    ],
)
def test_the_other_rules_it_reads(sign, first):
    days = true_days_beside(sign.pain("2x8"), RULE, *READ)
    assert days[:1] == ([] if first is None else [first])
    assert true_days(sign, RULE) == []  # nothing without them


def test_the_sign_must_stand_on_the_same_day():
    sketch = Sketch().symptom(1, "lump", new="yes").pain("2x8")
    assert true_days_beside(sketch, RULE, *READ) == []


def test_evidence():
    sketch = tired().pain("2x5 0x2").symptom(range(7), "appetite_loss", grade=2)
    (alert,) = alerts_of(sketch, RULE)
    assert alert.evidence.numbers == {"whole_body_signs": 2}
    assert "5 of the 7 days" in alert.wording.noticed
