"""E5: breath and the chest, by one entry."""

from __future__ import annotations

import pytest

from diary.rules.catalog.e5_breath import RULE
from diary.rules.model import Tier
from tests.rules.catalog.new_symptoms import JUDGED, NEWNESS, PASTS, on_day, with_past
from tests.rules.diaries import Sketch, alert_of, day, pain, raised, tiers, true_days


@pytest.mark.parametrize(
    ("symptom", "grade", "fires"),
    [
        ("breathless_at_rest", None, True),
        ("breathless_at_rest", 1, True),
        ("breathlessness", 3, True),
        ("breathlessness", 2, False),
        ("breathlessness", None, False),
        ("blood_in_sputum", 3, True),
        ("blood_in_sputum", 2, True),
        ("blood_in_sputum", 1, False),
        ("blood_in_sputum", None, False),
        ("cough", 3, False),
        ("chest_infection", 3, False),
    ],
)
def test_fires_on_one_entry(symptom, grade, fires):
    sketch = pain("0x4").symptom(3, symptom, grade=grade, new="yes")
    assert raised(sketch, RULE) == ([("E5", symptom, 3)] if fires else [])


def test_its_tier_is_emergency():
    sketch = Sketch().symptom(0, "breathless_at_rest")
    assert tiers(sketch, RULE, "breathless_at_rest") == {0: Tier.EMERGENCY}


@pytest.mark.parametrize(
    ("chest", "usual", "grade", "new", "fires"),
    [
        ("4", 0, 1, "yes", True),
        ("4", 2, 1, "yes", True),
        ("4", 3, 1, "yes", False),
        ("3", 0, 1, "yes", False),
        ("6", 4, None, None, True),
        ("6", 0, 1, "no", False),
        ("!", 0, 1, "yes", False),
        ("0", 0, 2, "yes", False),
    ],
)
def test_shortness_of_breath_with_chest_pain(chest, usual, grade, new, fires):
    sketch = pain(chest, "chest").symptom(0, "breathlessness", grade=grade, new=new)
    assert bool(true_days(sketch.usual("chest", usual), RULE)) is fires


def test_chest_pain_on_another_day_is_not_together():
    assert true_days(pain("5 0", "chest").symptom(1, "breathlessness"), RULE) == []


@pytest.mark.parametrize(
    ("line", "usual", "fires"),
    [("7", 0, True), ("7", 4, True), ("7", 5, False), ("6", 0, False), ("10", 7, True)],
)
def test_severe_chest_pain(line, usual, fires):
    sketch = pain(line, "chest").usual("chest", usual)
    assert raised(sketch, RULE) == ([("E5", "chest", 0)] if fires else [])


@pytest.mark.parametrize("place", ["ribs", "sternum", "upper_back"])
def test_pain_elsewhere_is_for_other_rules(place):
    assert raised(pain("10", place).symptom(0, "breathlessness"), RULE) == []


@pytest.mark.parametrize(("grade", "usual", "new", "fires"), NEWNESS)
def test_new_and_usual_levels(grade, usual, new, fires):
    sketch = on_day("breathless_at_rest", grade=grade, new=new).usual("breathless_at_rest", usual)
    assert true_days(sketch, RULE) == ([JUDGED] if fires else [])


@pytest.mark.parametrize(("past", "fires"), PASTS)
def test_unanswered_is_new_unless_it_was_in_the_baseline(past, fires):
    assert (JUDGED in true_days(with_past("breathless_at_rest", past), RULE)) is fires


@pytest.mark.parametrize("new", ["yes", "no", "not_sure", None])
def test_blood_counts_whatever_was_before(new):
    assert raised(Sketch().symptom(0, "blood_in_sputum", grade=2, new=new), RULE)


def test_late_entries_count():
    assert raised(pain("7l", "chest"), RULE) == [("E5", "chest", 0)]
    assert raised(pain("4l", "chest").symptom(0, "breathlessness"), RULE)


def test_gaps_and_known_bone_metastases_change_nothing():
    sketch = pain("0 _x29 0 _x29 0").spread().symptom(30, "breathless_at_rest")
    assert true_days(sketch, RULE) == [30]


def test_evidence_and_words():
    alert = alert_of(pain("2 8", "chest"), RULE)
    assert alert.evidence.days_used == (day(1),)
    assert alert.wording.noticed == "You recorded pain in your chest."
    assert alert.wording.ordinary == ""
