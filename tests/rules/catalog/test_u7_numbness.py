"""U7: new numbness or tingling, on 2 of the last 3 recorded days or once at grade 2."""

from __future__ import annotations

import pytest

from diary.domain.signs import SIGNS
from diary.rules.catalog.u7_numbness import RULE
from diary.rules.model import Tier
from tests.rules.catalog.new_symptoms import JUDGED, NEWNESS, PASTS, on_day, with_past
from tests.rules.diaries import Sketch, alert_of, day, not_enough_on, raised, true_days

WATCHED = (
    "numbness_hand_foot",
    "tingling_hand_foot",
    "numbness_limb",
    "tingling_limb",
    "numbness_trunk",
)
TINGLING = "tingling_hand_foot"


def weak(with_sign, without=(), late=()):
    """Return tingling of grade 1 on some days and none on others."""
    sketch = Sketch().sign(with_sign, TINGLING, grade=1, new="yes").no_signs(*without)
    return sketch.late(*late)


@pytest.mark.parametrize("sign", WATCHED)
def test_fires_on_the_second_day_or_once_at_grade_2(sign):
    twice = Sketch().no_signs(0).sign((1, 2), sign, new="yes")
    assert raised(twice, RULE) == [("U7", sign, 2)]
    assert raised(Sketch().sign(0, sign, grade=2, new="yes"), RULE) == [("U7", sign, 0)]
    assert raised(Sketch().sign(0, sign, grade=1, new="yes"), RULE) == []


@pytest.mark.parametrize("grade", [None, 1, 3])
def test_fires_once_for_lost_sexual_feeling(grade):
    sketch = Sketch().sign(0, "sexual_feeling_lost", grade=grade, new="yes")
    assert raised(sketch, RULE) == [("U7", "sexual_feeling_lost", 0)]


@pytest.mark.parametrize("sign", sorted(set(SIGNS) - {*WATCHED, "sexual_feeling_lost"}))
def test_other_signs_are_for_other_rules(sign):
    assert raised(Sketch().sign(range(3), sign, grade=3, new="yes"), RULE) == []


@pytest.mark.parametrize(
    ("sketch", "fires"),
    [
        (weak((0, 2), (1,)), [2]),
        (weak((0, 3), (1, 2)), []),
        (weak((0, 6)), [6]),
        (weak((0, 7)), []),  # the gap is too long
        (weak((0, 1), late=(1,)), []),  # a late day
        (weak((0, 3), (1, 2), late=(2,)), [3]),
        (weak((0, 1), (2, 3)), [1, 2]),
    ],
)
def test_two_of_the_last_three_recorded_days_within_seven(sketch, fires):
    assert true_days(sketch, RULE) == fires


def test_one_day_of_each_of_two_signs_is_not_two_days_of_one():
    sketch = weak(0, (1,)).sign(1, "numbness_limb", new="yes")
    assert true_days(sketch, RULE) == []


@pytest.mark.parametrize("sign", [TINGLING, "sexual_feeling_lost"])
@pytest.mark.parametrize(("grade", "usual", "new", "fires"), NEWNESS)
def test_new_and_usual_levels(sign, grade, usual, new, fires):
    sketch = on_day(sign, grade=grade, new=new).usual(sign, usual)
    assert true_days(sketch, RULE) == ([JUDGED] if fires else [])


@pytest.mark.parametrize(("past", "fires"), PASTS)
def test_unanswered_is_new_unless_it_was_in_the_baseline(past, fires):
    assert (JUDGED in true_days(with_past(TINGLING, past), RULE)) is fires


def test_usual_tingling_that_grows_to_grade_2_fires():
    sketch = Sketch().sign(range(5), TINGLING, grade=1, new="yes").usual(TINGLING, 1)
    assert true_days(sketch.sign(5, TINGLING, grade=2, new="yes"), RULE) == [5]


def test_a_single_late_entry_of_grade_2_counts():
    assert raised(Sketch().sign(0, TINGLING, grade=2).late(0), RULE)
    assert raised(Sketch().sign(0, "sexual_feeling_lost").late(0), RULE)


def test_known_bone_metastases_change_nothing():
    assert raised(weak(0).spread(), RULE) == []
    assert raised(weak((0, 1)).spread(), RULE)


def test_an_entry_without_the_question_cannot_be_judged():
    assert not_enough_on(weak((1, 2)).entry(0), RULE) == [0]


def test_tier_evidence_and_words():
    alert = alert_of(weak((0, 2), (1,)), RULE)
    assert alert.tier is Tier.URGENT
    assert alert.evidence.days_used == (day(0), day(2))
    assert alert.wording.noticed.startswith("You recorded new ")
    assert "2 of the 3 days" in alert.wording.worked_out
