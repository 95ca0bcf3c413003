"""U18: a new swelling of a leg, on one entry."""

from __future__ import annotations

import pytest

from diary.domain.places import PLACES
from diary.rules.catalog.u18_leg import RULE
from diary.rules.model import Tier
from tests.rules.catalog.new_symptoms import JUDGED, NEWNESS, PASTS, on_day, with_past
from tests.rules.diaries import Sketch, alert_of, pain, raised, true_days

LEG = ("lower_leg", "thigh", "ankle_foot")


@pytest.mark.parametrize("where", [*PLACES, None])
def test_fires_for_a_leg_only(where):
    sketch = Sketch().symptom(2, "swelling", where=where, new="yes")
    assert raised(sketch, RULE) == ([("U18", "swelling", 2)] if where in LEG else [])


def test_other_symptoms_at_a_leg_are_for_other_rules():
    assert raised(Sketch().symptom(0, "lump", where="thigh", new="yes"), RULE) == []


@pytest.mark.parametrize(("grade", "usual", "new", "fires"), NEWNESS)
def test_new_and_usual_levels(grade, usual, new, fires):
    sketch = on_day("swelling", grade=grade, new=new, where="thigh").usual("swelling", usual)
    assert true_days(sketch, RULE) == ([JUDGED] if fires else [])


@pytest.mark.parametrize(("past", "fires"), PASTS)
def test_unanswered_is_new_unless_it_was_in_the_baseline(past, fires):
    assert (JUDGED in true_days(with_past("swelling", past, where="thigh"), RULE)) is fires


def test_a_new_swelling_of_the_arm_beside_an_old_one_of_the_leg_does_not_count():
    sketch = Sketch().symptom(0, "swelling", where="forearm", new="yes")
    assert raised(sketch.symptom(0, "swelling", where="thigh", new="no"), RULE) == []


def test_a_late_entry_counts():
    assert raised(Sketch().symptom(0, "swelling", where="thigh").late(0), RULE)


def test_gaps_and_known_bone_metastases_change_nothing():
    sketch = pain("0 _x29 0 _x29 0").spread().symptom(30, "swelling", where="lower_leg")
    assert true_days(sketch, RULE) == [30]


@pytest.mark.parametrize("kind", ["tamoxifen", "chemotherapy"])
def test_treatments_change_nothing(kind):
    sketch = Sketch().symptom(5, "swelling", where="thigh").treatment(kind, 0)
    assert alert_of(sketch, RULE).tier is Tier.URGENT


def test_its_words_name_no_cause():
    alert = alert_of(Sketch().symptom(0, "swelling", where="thigh", new="yes"), RULE)
    assert alert.wording.noticed == "You recorded new swelling of a leg."
