"""E2: one entry with new weakness or trouble walking is an emergency, with or without pain."""

from __future__ import annotations

import pytest

from diary.domain.signs import SIGNS
from diary.rules.catalog.e2_weakness import RULE
from diary.rules.model import Tier
from tests.rules.catalog.new_signs import ANSWERS, JUDGED, LEVELS, PASTS, sketch_with
from tests.rules.diaries import Sketch, alert_of, day, not_enough_on, pain, raised, tiers, true_days

WATCHED = ("leg_weakness", "arm_weakness", "trouble_walking", "heavy_legs")


@pytest.mark.parametrize("sign", WATCHED)
def test_fires_on_the_first_entry_with_a_new_sign(sign):
    assert raised(pain("0x3").sign(2, sign, new="yes"), RULE) == [("E2", sign, 2)]
    assert tiers(Sketch().sign(0, sign, new="yes"), RULE, sign) == {0: Tier.EMERGENCY}


@pytest.mark.parametrize("sign", [sign for sign in SIGNS if sign not in WATCHED])
def test_other_signs_are_for_other_rules(sign):
    assert raised(Sketch().sign(0, sign, grade=3, new="yes"), RULE) == []


@pytest.mark.parametrize(("new", "fires"), ANSWERS)
def test_every_answer_but_no_is_new(new, fires):
    assert bool(raised(Sketch().sign(0, "heavy_legs", new=new), RULE)) is fires


@pytest.mark.parametrize(("grade", "usual", "new", "fires"), LEVELS)
def test_usual_levels(grade, usual, new, fires):
    sketch = sketch_with("leg_weakness", grade=grade, new=new).usual("leg_weakness", usual)
    assert bool(true_days(sketch, RULE)) is fires


def test_a_usual_level_counts_from_its_day_on():
    sketch = sketch_with("leg_weakness", grade=2).usual("leg_weakness", 2, since=JUDGED + 1)
    assert true_days(sketch, RULE) == [JUDGED]
    assert true_days(sketch.usual("leg_weakness", 2, since=JUDGED), RULE) == []


@pytest.mark.parametrize(("past", "past_grade", "grade", "fires"), PASTS)
def test_unanswered_is_new_unless_the_sign_was_in_the_baseline(past, past_grade, grade, fires):
    sketch = sketch_with("arm_weakness", grade=grade)
    sketch.sign(past, "arm_weakness", grade=past_grade, new="no")
    assert bool(true_days(sketch, RULE)) is fires


def test_another_sign_in_the_baseline_does_not_make_this_one_old():
    sketch = sketch_with("arm_weakness").sign((20, 21), "leg_weakness", new="no")
    assert true_days(sketch, RULE) == [JUDGED]


def test_a_late_entry_counts():
    assert raised(Sketch().sign(0, "heavy_legs", new="yes").late(0), RULE)


def test_a_gap_before_and_after_changes_nothing():
    sketch = Sketch().no_signs(0).sign(30, "trouble_walking").no_signs(60)
    assert raised(sketch, RULE) == [("E2", "trouble_walking", 30)]


def test_an_entry_without_the_question_about_signs_cannot_be_judged():
    sketch = pain("0x2").no_signs(0).sign(0, "heavy_legs", new="no")
    assert not_enough_on(sketch, RULE) == [1]


def test_evidence_and_words():
    alert = alert_of(Sketch().sign(0, "leg_weakness", new="yes"), RULE)
    assert alert.evidence.days_used == (day(0),)
    assert alert.evidence.numbers == {"grade": 1, "usual": 0}
    assert alert.wording.noticed == "You recorded new weakness in your legs."
    assert alert.wording.title == "New: weakness in your legs"
    assert alert.wording.ordinary == ""
