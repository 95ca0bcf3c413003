"""U10: a new headache with a pattern on 2 of the last 7 days, or a severe new one once."""

from __future__ import annotations

import pytest

from diary.rules.catalog.e4_brain import RULE as E4
from diary.rules.catalog.u10_headache import RULE
from diary.rules.model import Tier
from tests.rules.catalog.new_symptoms import JUDGED, NEWNESS, PASTS, on_day, with_past
from tests.rules.diaries import Sketch, alert_of, day, not_enough_on, raised, true_days

BESIDE = ("vomiting", "vision_change")


def both(on, beside="vomiting", *, without=(), late=()):
    """Return a new headache with something beside it on some days."""
    sketch = Sketch().symptom(on, "headache", new="yes").symptom(on, beside)
    return sketch.no_symptoms(without).late(*late)


@pytest.mark.parametrize("beside", BESIDE)
def test_fires_on_the_second_day_with_vomiting_or_a_change_of_sight(beside):
    assert raised(both((1, 3), beside, without=(0, 2)), RULE) == [("U10", "headache", 3)]


def test_fires_on_the_second_day_on_waking():
    sketch = Sketch().symptom((1, 2), "headache_on_waking", new="yes")
    assert raised(sketch, RULE) == [("U10", "headache_on_waking", 2)]


def test_a_headache_of_later_days_does_not_rename_it():
    sketch = Sketch().symptom((1, 2), "headache_on_waking", new="yes")
    sketch.symptom(20, "headache", new="yes")
    assert raised(sketch, RULE) == [("U10", "headache_on_waking", 2)]


def test_it_joins_another_alert_of_the_head_under_its_own_name():
    sketch = Sketch().symptom(0, "confusion", new="yes")
    sketch.symptom((1, 2), "headache_on_waking", new="yes")
    steps = alert_of(sketch, E4, RULE).tiers
    assert [(step.rule, step.place) for step in steps] == [
        ("E4", "confusion"),
        ("U10", "headache_on_waking"),
    ]


@pytest.mark.parametrize(
    ("grade", "new", "fires"),
    [(3, "yes", True), (3, None, True), (3, "no", False), (2, "yes", False), (None, "yes", False)],
)
def test_fires_once_if_severe_and_new(grade, new, fires):
    sketch = Sketch().no_symptoms(0).symptom(1, "headache", grade=grade, new=new)
    assert raised(sketch, RULE) == ([("U10", "headache", 1)] if fires else [])


@pytest.mark.parametrize("other", ["nausea", "double_vision", "drowsiness"])
def test_other_things_beside_a_headache_do_not_count(other):
    assert raised(both(range(5), other), RULE) == []


def test_without_each_other_they_do_not_count():
    assert raised(Sketch().symptom(range(9), "headache", grade=2, new="yes"), RULE) == []
    assert raised(Sketch().symptom(range(9), "vomiting", grade=3, new="yes"), RULE) == []
    apart = Sketch().symptom((0, 2), "headache", new="yes").symptom((1, 3), "vomiting")
    assert raised(apart, RULE) == []


@pytest.mark.parametrize(
    ("sketch", "fires"),
    [
        (both((0, 6)), [6]),
        (both((0, 7)), []),  # the gap is too long
        (both((0, 6), without=range(1, 6)), [6]),
        (both((0, 1), late=(1,)), []),  # a late day
        (both((0, 1, 2), late=(1,)), [2]),
        (both(0, without=(1,)), []),
    ],
)
def test_two_recorded_days_of_seven(sketch, fires):
    assert true_days(sketch, RULE) == fires


@pytest.mark.parametrize(("_grade", "usual", "new", "_fires"), NEWNESS)
def test_new_and_usual_levels_of_a_severe_headache(_grade, usual, new, _fires):
    sketch = on_day("headache", grade=3, new=new).usual("headache", usual)
    fires = new != "no" and usual < 3
    assert true_days(sketch, RULE) == ([JUDGED] if fires else [])


def test_migraine_set_as_usual_is_quiet():
    assert raised(both((0, 1)).usual("headache", 1), RULE) == []
    waking = Sketch().symptom((0, 1), "headache_on_waking", new="yes")
    assert raised(waking.usual("headache_on_waking", 1), RULE) == []


@pytest.mark.parametrize(("past", "fires"), PASTS)
def test_unanswered_is_new_unless_it_was_in_the_baseline(past, fires):
    sketch = with_past("headache_on_waking", past)
    sketch.symptom(JUDGED - 1, "headache_on_waking", grade=2, new="yes")
    assert (JUDGED in true_days(sketch, RULE)) is fires


def test_a_severe_late_entry_counts():
    sketch = Sketch().symptom(0, "headache", grade=3, new="yes").late(0)
    assert raised(sketch, RULE) == [("U10", "headache", 0)]


def test_an_entry_without_the_question_cannot_be_judged():
    assert not_enough_on(both((1, 2)).entry(0), RULE) == [0]


def test_known_bone_metastases_change_nothing():
    assert raised(both(0).spread(), RULE) == []


def test_tier_evidence_and_words():
    alert = alert_of(both((0, 2), without=(1,)), RULE)
    assert alert.tier is Tier.URGENT
    assert alert.evidence.days_used == (day(0), day(2))
    assert "on 2 of the 3 days you recorded" in alert.wording.noticed
