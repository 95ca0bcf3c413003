"""U15: three of five complaints new on 2 recorded days of the last 7."""

from __future__ import annotations

from itertools import combinations

import pytest

from diary.rules.catalog.u15_calcium import RULE
from diary.rules.model import Tier
from tests.rules.diaries import Sketch, alert_of, day, not_enough_on, raised, true_days

FIVE = ("thirst", "passing_more_urine", "constipation", "nausea", "drowsiness")


def complaints(on, symptoms=FIVE[:3], *, without=(), late=(), **details):
    """Return several complaints on some days."""
    sketch = Sketch().no_symptoms((*on, *without)).late(*late)
    for symptom in symptoms:
        sketch.symptom(on, symptom, **{"new": "yes", **details})
    return sketch


@pytest.mark.parametrize("three", list(combinations(FIVE, 3)))
def test_fires_on_the_second_day_for_any_three(three):
    assert raised(complaints((1, 2), three, without=(0,)), RULE) == [("U15", three[0], 2)]


@pytest.mark.parametrize("two", list(combinations(FIVE, 2)))
def test_two_are_too_few(two):
    assert raised(complaints(range(5), (*two, "fatigue", "headache")), RULE) == []


@pytest.mark.parametrize(
    ("on", "without", "late", "fires"),
    [
        ((0, 6), (), (), [6]),
        ((0, 7), (), (), []),  # the gap is too long
        ((0, 6), range(1, 6), (), [6]),
        ((0, 1), (), (1,), []),  # a late day
        ((0, 1, 2), (), (1,), [2]),
        ((0,), (1,), (), []),
    ],
)
def test_two_recorded_days_of_seven(on, without, late, fires):
    assert true_days(complaints(on, without=without, late=late), RULE) == fires


@pytest.mark.parametrize(
    ("new", "fires"), [("yes", True), ("not_sure", True), (None, True), ("no", False)]
)
def test_each_must_be_new(new, fires):
    assert bool(raised(complaints((0, 1), new=new), RULE)) is fires
    one_old = complaints((0, 1), FIVE[:2]).symptom((0, 1), FIVE[2], new=new)
    assert bool(raised(one_old, RULE)) is fires


@pytest.mark.parametrize(("usual", "grade", "fires"), [(1, 1, False), (1, 2, True), (2, 2, False)])
def test_above_usual(usual, grade, fires):
    sketch = complaints((0, 1), grade=grade).usual("thirst", usual)
    assert bool(raised(sketch, RULE)) is fires


def test_known_bone_metastases_change_nothing():
    assert raised(complaints((0,)).spread(), RULE) == []


def test_one_recorded_day_cannot_tell_two():
    assert not_enough_on(complaints((0, 1)), RULE) == [0]


def test_tier_evidence_and_words():
    alert = alert_of(complaints((0, 2), without=(1,)), RULE)
    assert alert.tier is Tier.URGENT
    assert alert.evidence.days_used == (day(0), day(2))
    assert "on 2 of the 3 days you recorded this week" in alert.wording.noticed
