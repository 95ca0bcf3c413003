"""W11: a new lump, gland, change of breast, nipple or testicle, swelling. One entry is enough."""

from __future__ import annotations

import pytest

from diary.domain.places import PLACES
from diary.rules.catalog.w11_lump import RULE
from tests.rules.catalog.counted import NEWNESS, line_of
from tests.rules.diaries import Sketch, alert_of, pain, raised, steps, true_days

SYMPTOMS = ("lump", "swollen_nodes", "breast_change", "nipple_change", "testicular_change")
GLANDS = {
    *("armpit", "shoulder_upper_arm", "forearm", "hand_wrist_fingers"),
    *("breast_chest_wall", "testicle"),
}
EACH = pytest.mark.parametrize("symptom", SYMPTOMS)


@EACH
def test_fires_on_the_first_entry(symptom):
    sketch = Sketch().symptom(0, symptom)
    assert raised(sketch, RULE) == [("W11", symptom, 0)]
    assert steps(alert_of(sketch, RULE)) == [("W11", "soon", 0)]


@EACH
@pytest.mark.parametrize(("new", "usual", "fires"), NEWNESS)
def test_new_and_usual(symptom, new, usual, fires):
    sketch = Sketch().symptom(0, symptom, new=new).usual(symptom, usual)
    assert true_days(sketch, RULE) == ([0] if fires else [])


@pytest.mark.parametrize(("days", "new"), [((20,), True), ((20, 21), False), ((5, 37), True)])
def test_without_an_answer_the_own_baseline_decides(days, new):
    sketch = line_of("lump", "." * 51).symptom(days, "lump", new="no").symptom(50, "lump")
    assert true_days(sketch, RULE) == ([50] if new else [])


def test_above_the_usual_level_is_new():
    sketch = Sketch().symptom(0, "lump", grade=2, new="yes").usual("lump", 1)
    assert true_days(sketch, RULE) == [0]


@pytest.mark.parametrize("where", [None, *PLACES])
def test_where_a_swelling_counts(where):
    sketch = Sketch().symptom(3, "swelling", where=where, new="yes")
    assert raised(sketch, RULE) == ([("W11", "swelling", 3)] if where in GLANDS else [])


@pytest.mark.parametrize(("usual", "fires"), [(0, [1]), (1, [])])
def test_any_pain_of_a_testicle_where_none_is_usual(usual, fires):
    sketch = pain("0 1 _ 0", "testicle").usual("testicle", usual)
    assert true_days(sketch, RULE) == fires
    assert raised(sketch, RULE) == [("W11", "testicle", number) for number in fires]


def test_late_entries_count():
    assert true_days(Sketch().symptom(0, "lump").late(0), RULE) == [0]
    assert true_days(pain("1l", "testicle"), RULE) == [0]


def test_a_gap_changes_nothing():
    assert raised(line_of("lump", "." + "_" * 60 + "+"), RULE) == [("W11", "lump", 61)]


def test_other_symptoms_say_nothing():
    assert true_days(Sketch().symptom(0, "night_sweats", new="yes"), RULE) == []
