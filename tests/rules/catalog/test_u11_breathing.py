"""U11: breath on 2 days of a week; new pain on breathing in, streaks of blood, chest pain once."""

from __future__ import annotations

import pytest

from diary.domain.places import PLACES
from diary.rules.catalog.u11_breathing import RULE
from diary.rules.model import Tier
from tests.rules.catalog.new_symptoms import JUDGED, NEWNESS, PASTS, on_day, with_past
from tests.rules.diaries import Sketch, alert_of, day, not_enough_on, pain, raised, true_days

BREATHING_IN = {"worse_with": ("breathing_in",)}
WATCHED = ("chest", "ribs", "sternum", "breast_chest_wall", "shoulder_blade", "upper_back")


def breathless(on, grade=2, new="yes", *, without=(), late=()):
    """Return shortness of breath on some days."""
    sketch = Sketch().symptom(on, "breathlessness", grade=grade, new=new)
    return sketch.no_symptoms(without).late(*late)


@pytest.mark.parametrize(
    ("sketch", "fires"),
    [
        (breathless((1, 3), without=(0, 2)), [3]),
        (breathless((0, 6)), [6]),
        (breathless((0, 7)), []),  # the gap is too long
        (breathless((0, 1), grade=1), []),
        (breathless((0, 1), grade=None), []),
        (breathless((0, 1), new="no"), []),
        (breathless((0, 1), new="not_sure"), [1]),
        (breathless((0, 1), new=None), [1]),
        (breathless((0, 1), late=(1,)), []),  # a late day
        (breathless((0, 1)).usual("breathlessness", 2), []),
        (breathless((0, 1), grade=3).usual("breathlessness", 2), [1]),
        (breathless(0, without=(1,)), []),
    ],
)
def test_fires_for_breath_on_two_recorded_days_of_seven(sketch, fires):
    assert true_days(sketch, RULE) == fires


@pytest.mark.parametrize("place", PLACES)
def test_fires_for_new_pain_on_breathing_in(place):
    found = raised(pain("0 4", place, **BREATHING_IN).usual("chest", 3), RULE)
    assert found == ([("U11", place, 1)] if place in WATCHED else [])


@pytest.mark.parametrize(
    ("line", "usual", "fires"),
    [
        ("4", 0, True),
        ("3", 0, False),
        ("!", 0, False),
        ("4", 4, False),
        ("5", 4, True),
        ("4l", 0, True),
        ("3x2 0x38 4", 0, False),  # there in the baseline
        ("3 0x39 4", 0, True),
        ("3 _x39 4", 0, True),  # a gap
    ],
)
def test_pain_on_breathing_in_is_new_and_4(line, usual, fires):
    sketch = pain(line, "ribs", **BREATHING_IN).usual("ribs", usual)
    assert (max(sketch.pains) in true_days(sketch, RULE)) is fires


@pytest.mark.parametrize(("there", "other", "fires"), [("3", 4, [0]), ("3", 3, []), ("!", 4, [0])])
def test_the_pain_of_a_day_is_the_highest_at_its_place(there, other, fires):
    sketch = pain(f"{other}", "ribs", side="right").pain(there, "ribs", side="left", **BREATHING_IN)
    assert true_days(sketch, RULE) == fires


@pytest.mark.parametrize("worse_with", ["movement", "straining"])
def test_other_things_that_make_it_worse_are_for_other_rules(worse_with):
    assert raised(pain("9", "ribs", worse_with=(worse_with,)), RULE) == []


@pytest.mark.parametrize("new", ["yes", "no", "not_sure", None])
@pytest.mark.parametrize("grade", [None, 1])
def test_fires_for_streaks_of_blood(grade, new):
    sketch = Sketch().no_symptoms(0).symptom(1, "blood_in_sputum", grade=grade, new=new)
    assert raised(sketch, RULE) == [("U11", "blood_in_sputum", 1)]
    assert raised(sketch.late(1), RULE)


@pytest.mark.parametrize(
    ("line", "usual", "fires"),
    [("4", 0, True), ("4", 2, True), ("4", 3, False), ("3", 0, False), ("4l", 0, True)],
)
def test_fires_for_chest_pain_2_above_usual(line, usual, fires):
    sketch = pain(line, "chest").usual("chest", usual)
    assert raised(sketch, RULE) == ([("U11", "chest", 0)] if fires else [])


@pytest.mark.parametrize(("grade", "usual", "new", "fires"), NEWNESS)
def test_new_and_usual_levels(grade, usual, new, fires):
    sketch = on_day("breathlessness", grade=grade, new=new).usual("breathlessness", usual)
    sketch.symptom(JUDGED - 1, "breathlessness", grade=3, new="yes").usual("breathlessness", usual)
    assert (JUDGED in true_days(sketch, RULE)) is (fires and usual < 3)


@pytest.mark.parametrize(("past", "fires"), PASTS)
def test_unanswered_is_new_unless_it_was_in_the_baseline(past, fires):
    sketch = with_past("breathlessness", past)
    sketch.symptom(JUDGED - 1, "breathlessness", grade=3, new="yes")
    assert (JUDGED in true_days(sketch, RULE)) is fires


def test_known_bone_metastases_change_nothing():
    assert raised(breathless(0).spread(), RULE) == []


def test_one_recorded_day_cannot_tell_two():
    assert not_enough_on(breathless((0, 1)), RULE) == [0]


def test_tier_evidence_and_words():
    alert = alert_of(breathless((0, 2), without=(1,)), RULE)
    assert alert.tier is Tier.URGENT
    assert alert.evidence.days_used == (day(0), day(2))
    assert "on 2 of the 3 days" in alert.wording.noticed
