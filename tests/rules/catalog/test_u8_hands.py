"""U8: newly clumsy or stiff hands together with neck pain or another new sign of the hands."""

from __future__ import annotations

import pytest

from diary.rules.catalog.u8_hands import RULE
from diary.rules.model import Tier
from tests.rules.catalog.new_symptoms import JUDGED, NEWNESS, on_day
from tests.rules.diaries import Sketch, alert_of, day, pain, raised, true_days

CLUMSY, STIFF, NUMB = "clumsy_hands", "hand_stiffness", "numbness_hand_foot"


def neck(line, first=0):
    """Return a line of neck pain."""
    return pain(line, "neck", first)


@pytest.mark.parametrize(
    ("line", "on", "fires"),
    [
        ("3", 0, True),
        ("2", 0, False),
        ("!", 0, False),
        ("3 0x6", 6, True),
        ("3 0x7", 7, False),
        ("3 _x5 0", 6, True),  # a gap
        ("3l 0", 1, False),  # a late day is not recorded
    ],
)
def test_fires_for_clumsy_hands_with_neck_pain_in_the_week(line, on, fires):
    sketch = neck(line).sign(on, CLUMSY, new="yes")
    assert raised(sketch, RULE) == ([("U8", CLUMSY, on)] if fires else [])


@pytest.mark.parametrize("first", [CLUMSY, STIFF, NUMB])
@pytest.mark.parametrize("second", [CLUMSY, STIFF, NUMB])
def test_fires_for_two_signs_of_the_hands(first, second):
    sketch = Sketch().sign(0, first, new="yes").sign(0, second, new="yes")
    fires = CLUMSY in {first, second} and first != second
    assert bool(raised(sketch, RULE)) is fires


def test_two_signs_on_two_days_are_not_together():
    sketch = Sketch().sign(0, NUMB, new="yes").sign(1, CLUMSY, new="yes")
    assert true_days(sketch, RULE) == []


@pytest.mark.parametrize(
    ("line", "usual", "fires"),
    [
        ("3", 0, True),
        ("2", 0, False),
        ("3", 3, False),
        ("4", 3, True),
        ("0x34 3", 9, True),
        ("3x10 0x24 3", 0, False),  # there in the baseline
        ("3 0x33 3", 0, True),
        ("3x2 0x32 3", 0, False),
    ],
)
def test_fires_for_stiff_hands_with_new_neck_pain(line, usual, fires):
    sketch = neck(line).usual("neck", usual)
    last = max(sketch.pains)
    assert (last in true_days(sketch.sign(last, STIFF, new="yes"), RULE)) is fires


def test_neck_pain_of_yesterday_is_not_enough_for_stiff_hands():
    assert true_days(neck("5 0").sign(1, STIFF, new="yes"), RULE) == []


@pytest.mark.parametrize("place", ["upper_back", "hand_wrist_fingers", "lower_back"])
def test_pain_elsewhere_does_not_count(place):
    sketch = pain("8", place).sign(0, CLUMSY, new="yes").sign(0, STIFF, new="no")
    assert raised(sketch, RULE) == []


@pytest.mark.parametrize("sign", [CLUMSY, STIFF])
@pytest.mark.parametrize(("grade", "usual", "new", "fires"), NEWNESS)
def test_new_and_usual_levels(sign, grade, usual, new, fires):
    sketch = on_day(sign, grade=grade, new=new).usual(sign, usual).pain("0x50 5", "neck")
    assert true_days(sketch, RULE) == ([JUDGED] if fires else [])


def test_the_other_sign_must_be_new_too():
    assert raised(Sketch().sign(0, CLUMSY, new="yes").sign(0, NUMB, new="no"), RULE) == []
    assert raised(Sketch().sign(0, STIFF, new="yes").sign(0, CLUMSY, new="no"), RULE) == []


def test_late_entries_count():
    sketch = Sketch().sign(0, CLUMSY, new="yes").sign(0, NUMB, new="yes").late(0)
    assert raised(sketch, RULE) == [("U8", CLUMSY, 0)]
    assert raised(neck("3l").sign(0, STIFF, new="yes"), RULE) == [("U8", STIFF, 0)]


def test_known_bone_metastases_change_nothing():
    assert raised(Sketch().spread().sign(0, CLUMSY, new="yes"), RULE) == []
    assert raised(neck("3").spread().sign(0, CLUMSY, new="yes"), RULE)


def test_tier_evidence_and_words():
    alert = alert_of(neck("0 3").sign(1, CLUMSY, new="yes"), RULE)
    assert alert.tier is Tier.URGENT
    assert alert.evidence.days_used == (day(1),)
    assert "together with neck pain" in alert.wording.noticed
