"""E1: one entry with a new bladder, bowel or saddle sign is an emergency, with or without pain."""

from __future__ import annotations

import pytest

from diary.domain.signs import SIGNS
from diary.rules.catalog.e1_bladder import RULE
from diary.rules.model import Tier
from tests.rules.catalog.new_signs import ANSWERS, JUDGED, LEVELS, PASTS, sketch_with
from tests.rules.diaries import (
    Sketch,
    alert_of,
    day,
    not_enough_on,
    pain,
    raised,
    report_of,
    tiers,
    true_days,
)

WATCHED = (
    "bladder_difficulty",
    "bladder_leak",
    "bladder_feeling_lost",
    "bowel_control_lost",
    "saddle_numbness",
)


@pytest.mark.parametrize("sign", WATCHED)
def test_fires_on_the_first_entry_with_a_new_sign(sign):
    assert raised(pain("0x3 ").sign(2, sign, new="yes"), RULE) == [("E1", sign, 2)]
    assert tiers(Sketch().sign(0, sign, new="yes"), RULE, sign) == {0: Tier.EMERGENCY}


@pytest.mark.parametrize("sign", [sign for sign in SIGNS if sign not in WATCHED])
def test_other_signs_are_for_other_rules(sign):
    assert raised(Sketch().sign(0, sign, grade=3, new="yes"), RULE) == []


def test_lost_sexual_feeling_alone_is_no_emergency():
    assert raised(Sketch().sign(0, "sexual_feeling_lost", grade=3, new="yes"), RULE) == []


@pytest.mark.parametrize(("new", "fires"), ANSWERS)
def test_every_answer_but_no_is_new(new, fires):
    assert bool(raised(Sketch().sign(0, "bladder_leak", new=new), RULE)) is fires


@pytest.mark.parametrize(("grade", "usual", "new", "fires"), LEVELS)
def test_usual_levels(grade, usual, new, fires):
    sketch = sketch_with("saddle_numbness", grade=grade, new=new).usual("saddle_numbness", usual)
    assert bool(true_days(sketch, RULE)) is fires


def test_a_usual_level_counts_from_its_day_on():
    sketch = sketch_with("bladder_leak", grade=1).usual("bladder_leak", 1, since=JUDGED + 1)
    assert true_days(sketch, RULE) == [JUDGED]
    sketch = sketch_with("bladder_leak", grade=1).usual("bladder_leak", 1, since=JUDGED)
    assert true_days(sketch, RULE) == []


def test_the_usual_level_of_another_sign_does_not_count():
    sketch = sketch_with("bladder_leak", grade=1).usual("bladder_difficulty", 3)
    assert true_days(sketch, RULE) == [JUDGED]


@pytest.mark.parametrize(("past", "past_grade", "grade", "fires"), PASTS)
def test_unanswered_is_new_unless_the_sign_was_in_the_baseline(past, past_grade, grade, fires):
    sketch = sketch_with("bladder_leak", grade=grade)
    sketch.sign(past, "bladder_leak", grade=past_grade, new="no")
    assert bool(true_days(sketch, RULE)) is fires


def test_late_days_of_the_baseline_are_not_recorded_days():
    sketch = sketch_with("bladder_leak").sign((20, 21), "bladder_leak", new="no").late(21)
    assert true_days(sketch, RULE) == [JUDGED]


def test_a_late_entry_counts():
    assert raised(Sketch().sign(0, "bladder_leak", new="yes").late(0, hours=900), RULE)


def test_a_sign_reported_twice_is_new_if_one_of_them_is():
    sketch = Sketch().sign(0, "saddle_numbness", side="left", new="no")
    assert true_days(sketch, RULE) == []
    assert true_days(sketch.sign(0, "saddle_numbness", side="right", new="yes"), RULE) == [0]


def test_pain_and_improvement_change_nothing():
    with_pain = pain("9x10 2x10").sign(15, "bladder_leak", new="yes")
    assert raised(with_pain, RULE) == [("E1", "bladder_leak", 15)]


def test_a_gap_before_and_after_changes_nothing():
    sketch = Sketch().no_signs(0).sign(30, "bladder_leak", new="yes").no_signs(60)
    assert raised(sketch, RULE) == [("E1", "bladder_leak", 30)]
    assert true_days(sketch, RULE) == [30]


def test_an_entry_without_the_question_about_signs_cannot_be_judged():
    sketch = Sketch().sign(0, "bladder_leak", new="yes").entry(1).no_signs(2)
    assert not_enough_on(sketch, RULE) == [1]
    assert report_of(Sketch().entry(0, 1), RULE).not_enough_days == ()


def test_known_bone_metastases_change_nothing():
    assert raised(Sketch().spread().sign(0, "bladder_leak", new="yes"), RULE)


def test_evidence_and_words():
    sketch = Sketch().sign(3, "bladder_leak", grade=2, new="yes").usual("bladder_leak", 1)
    alert = alert_of(sketch, RULE)
    assert alert.evidence.days_used == (day(3),)
    assert (alert.evidence.days_recorded, alert.evidence.days_in_window) == (1, 1)
    assert alert.evidence.numbers == {"grade": 2, "usual": 1}
    assert alert.wording.noticed == "You recorded new leaking urine without feeling it."
    assert alert.wording.ordinary == ""
    assert "now" in alert.wording.what_to_do
