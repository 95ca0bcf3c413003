"""E4: one entry with a new sign of the brain is an emergency."""

from __future__ import annotations

import pytest

from diary.domain.symptoms import SYMPTOMS
from diary.rules.catalog.e4_brain import RULE
from diary.rules.model import Tier
from tests.rules.catalog.new_symptoms import JUDGED, NEWNESS, PASTS, on_day, with_past
from tests.rules.diaries import Sketch, alert_of, day, not_enough_on, pain, raised, tiers, true_days

WATCHED = ("seizure", "vision_lost", "face_or_speech", "confusion", "double_vision")


@pytest.mark.parametrize("symptom", WATCHED)
@pytest.mark.parametrize("grade", [None, 1, 3])
def test_fires_on_the_first_entry(symptom, grade):
    sketch = pain("0x4").symptom(3, symptom, grade=grade, new="yes")
    assert raised(sketch, RULE) == [("E4", symptom, 3)]
    assert tiers(sketch, RULE, symptom) == {3: Tier.EMERGENCY}


@pytest.mark.parametrize("symptom", [s for s in SYMPTOMS if s not in {*WATCHED, "drowsiness"}])
def test_other_symptoms_are_for_other_rules(symptom):
    assert raised(Sketch().symptom(0, symptom, grade=3, new="yes"), RULE) == []


@pytest.mark.parametrize(("grade", "fires"), [(None, False), (1, False), (2, True), (3, True)])
def test_mild_drowsiness_follows_many_painkillers(grade, fires):
    assert bool(raised(Sketch().symptom(0, "drowsiness", grade=grade), RULE)) is fires


@pytest.mark.parametrize("symptom", ["confusion", "drowsiness"])
@pytest.mark.parametrize(("grade", "usual", "new", "fires"), NEWNESS)
def test_new_and_usual_levels(symptom, grade, usual, new, fires):
    sketch = on_day(symptom, grade=grade, new=new).usual(symptom, usual)
    assert true_days(sketch, RULE) == ([JUDGED] if fires else [])


@pytest.mark.parametrize(("past", "fires"), PASTS)
def test_unanswered_is_new_unless_it_was_in_the_baseline(past, fires):
    assert (JUDGED in true_days(with_past("confusion", past), RULE)) is fires


def test_a_late_entry_counts():
    assert raised(Sketch().symptom(0, "seizure").late(0, hours=900), RULE)


def test_a_gap_before_and_after_changes_nothing():
    sketch = pain("0 _x29 0 _x29 0").symptom(30, "seizure", new="yes")
    assert true_days(sketch, RULE) == [30]


def test_an_entry_without_the_question_cannot_be_judged():
    sketch = Sketch().symptom(0, "seizure").entry(1).no_symptoms(2)
    assert not_enough_on(sketch, RULE) == [1]


def test_known_bone_metastases_change_nothing():
    assert raised(Sketch().spread().symptom(0, "seizure"), RULE) == [("E4", "seizure", 0)]


def test_evidence_and_words():
    alert = alert_of(Sketch().symptom(3, "seizure", new="yes"), RULE)
    assert alert.evidence.days_used == (day(3),)
    assert (alert.evidence.days_recorded, alert.evidence.days_in_window) == (1, 1)
    assert alert.wording.noticed.endswith(", new or worse.")
    assert alert.wording.ordinary == ""
    assert "now" in alert.wording.what_to_do
