"""U9: yellow skin, dark urine or pale stool above usual, on one entry."""

from __future__ import annotations

import pytest

from diary.rules.catalog.u9_jaundice import RULE
from diary.rules.model import Tier
from tests.rules.diaries import Sketch, alert_of, day, not_enough_on, pain, raised, true_days

WATCHED = ("jaundice", "dark_urine_pale_stool")


@pytest.mark.parametrize("symptom", WATCHED)
@pytest.mark.parametrize("grade", [None, 1, 3])
def test_fires_on_the_first_entry(symptom, grade):
    assert raised(pain("0x3").symptom(2, symptom, grade=grade), RULE) == [("U9", symptom, 2)]


@pytest.mark.parametrize("symptom", ["nausea", "vomiting", "constipation"])
def test_other_symptoms_are_for_other_rules(symptom):
    assert raised(Sketch().symptom(0, symptom, grade=3, new="yes"), RULE) == []


@pytest.mark.parametrize("new", ["yes", "no", "not_sure", None])
def test_it_need_not_be_new(new):
    assert raised(Sketch().symptom(0, "jaundice", new=new), RULE)


@pytest.mark.parametrize(
    ("grade", "usual", "fires"),
    [(1, 0, True), (1, 1, False), (None, 1, False), (2, 1, True), (3, 3, False)],
)
def test_above_usual(grade, usual, fires):
    sketch = Sketch().symptom(0, "jaundice", grade=grade, new="yes").usual("jaundice", usual)
    assert bool(raised(sketch, RULE)) is fires


def test_a_usual_level_counts_from_its_day_on():
    sketch = Sketch().symptom(range(4), "jaundice").usual("jaundice", 1, since=2)
    assert true_days(sketch, RULE) == [0, 1]


def test_a_late_entry_counts():
    assert raised(Sketch().symptom(0, "jaundice").late(0), RULE)


def test_gaps_and_known_bone_metastases_change_nothing():
    sketch = pain("0 _x29 0 _x29 0").spread().symptom(30, "jaundice")
    assert true_days(sketch, RULE) == [30]
    assert not_enough_on(sketch, RULE) == [0, 60]


def test_tier_evidence_and_words():
    alert = alert_of(Sketch().symptom(3, "jaundice"), RULE)
    assert alert.tier is Tier.URGENT
    assert alert.evidence.days_used == (day(3),)
    assert "weekends" in alert.wording.what_to_do
    assert alert.wording.ordinary
