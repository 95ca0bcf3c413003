"""E6: a fever during chemotherapy, up to 42 days after it, or with weak defences."""

from __future__ import annotations

import pytest

from diary.rules.catalog.e6_fever import RULE
from diary.rules.model import Tier
from tests.rules.diaries import Sketch, alert_of, pain, raised, true_days


def hot(number=50, degrees=38.0):
    """Return one entry with a temperature."""
    return Sketch().tell(number, temperature_c=degrees)


@pytest.mark.parametrize(
    ("degrees", "fires"), [(37.9, False), (38.0, True), (40.1, True), (36.5, False)]
)
def test_fires_from_38_0_on(degrees, fires):
    sketch = hot(degrees=degrees).treatment("chemotherapy", 40)
    assert raised(sketch, RULE) == ([("E6", None, 50)] if fires else [])


@pytest.mark.parametrize("new", ["yes", "no", "not_sure", None])
@pytest.mark.parametrize("grade", [None, 1, 3])
def test_fires_on_the_symptom_new_or_not(new, grade):
    sketch = Sketch().symptom(50, "fever", new=new, grade=grade).treatment("chemotherapy", 40)
    assert raised(sketch, RULE) == [("E6", "fever", 50)]


@pytest.mark.parametrize(
    ("start", "end", "fires"),
    [
        (50, 50, True),
        (51, None, False),
        (50, None, True),
        (0, 8, True),  # ended 42 days ago
        (0, 7, False),
        (-300, None, True),
    ],
)
def test_chemotherapy_now_or_up_to_42_days_ago(start, end, fires):
    sketch = hot().treatment("chemotherapy", start, end)
    assert (50 in true_days(sketch, RULE)) is fires


@pytest.mark.parametrize("kind", ["aromatase_inhibitor", "radiotherapy", "bone_medicine"])
def test_other_treatments_do_not_count(kind):
    assert raised(hot().treatment(kind, 0), RULE) == []


@pytest.mark.parametrize(("answer", "fires"), [(True, True), (False, False), (None, False)])
def test_weak_defences(answer, fires):
    assert bool(raised(hot().profile(immunosuppressed=answer), RULE)) is fires


def test_usual_levels_and_known_bone_metastases_change_nothing():
    sketch = Sketch().symptom(0, "fever", grade=1).profile(immunosuppressed=True)
    assert raised(sketch.usual("fever", 3).spread(), RULE)
    assert raised(Sketch().symptom(0, "fever").spread(), RULE) == []


def test_late_entries_count():
    assert raised(hot().late(50).profile(immunosuppressed=True), RULE)


def test_a_gap_changes_nothing():
    sketch = pain("0 _x80 0").tell(50, temperature_c=38.5).treatment("chemotherapy", 0, 20)
    assert true_days(sketch, RULE) == [50]


def test_other_symptoms_are_no_fever():
    sketch = Sketch().symptom(0, "night_sweats", grade=3).profile(immunosuppressed=True)
    assert raised(sketch, RULE) == []


def test_tier_and_words():
    alert = alert_of(hot().profile(immunosuppressed=True), RULE)
    assert alert.tier is Tier.EMERGENCY
    assert alert.wording.ordinary == ""
    assert "now" in alert.wording.what_to_do
