"""W17: a sign of E1 or E2 is recorded for the first time, and said not to be new."""

from __future__ import annotations

import pytest

from diary.domain.signs import SIGNS
from diary.rules.catalog.e1_bladder import RULE as E1
from diary.rules.catalog.w17_not_new import RULE
from diary.rules.model import Tier
from tests.rules.catalog.counted import line_of
from tests.rules.diaries import Sketch, alert_of, number_of, raised, steps, true_days

BLADDER = {
    *("bladder_difficulty", "bladder_leak", "bladder_feeling_lost"),
    *("bowel_control_lost", "saddle_numbness"),
}
WEAKNESS = {"leg_weakness", "arm_weakness", "trouble_walking", "heavy_legs"}
TIERS = {**dict.fromkeys(BLADDER, "urgent"), **dict.fromkeys(WEAKNESS, "soon")}
TWO = pytest.mark.parametrize("sign", ["saddle_numbness", "leg_weakness"])


@pytest.mark.parametrize("sign", SIGNS)
def test_fires_once_with_the_tier_of_the_sign(sign):
    sketch = line_of(sign, ".+++", new="no")
    if sign not in TIERS:
        assert raised(sketch, RULE) == []
        return
    assert raised(sketch, RULE) == [("W17", sign, 1)]
    assert steps(alert_of(sketch, RULE)) == [("W17", TIERS[sign], 1)]
    assert true_days(sketch, RULE) == [1]


@TWO
@pytest.mark.parametrize(
    ("new", "grade", "usual", "fires"),
    [
        ("no", 1, 0, True),
        ("no", None, 0, True),
        ("no", 2, 1, True),
        ("no", 1, 1, False),
        ("no", None, 1, False),
        ("yes", 1, 0, False),
        ("not_sure", 1, 0, False),
        (None, 1, 0, False),
    ],
)
def test_the_answer_and_the_usual_level(sign, new, grade, usual, fires):
    sketch = Sketch().sign(0, sign, new=new, grade=grade).usual(sign, usual)
    assert true_days(sketch, RULE) == ([0] if fires else [])


@TWO
def test_only_the_first_report_counts(sign):
    assert true_days(line_of(sign, "+", new="yes").sign(1, sign, new="no"), RULE) == []
    assert true_days(line_of(sign, "+", new=None).sign(40, sign, new="no"), RULE) == []


@TWO
def test_both_sides_must_be_said_not_to_be_new(sign):
    sketch = Sketch().sign(0, sign, side="left", new="no").sign(0, sign, side="right", new="yes")
    assert true_days(sketch, RULE) == []
    sketch = Sketch().sign(0, sign, side="left", new="no").sign(0, sign, side="right", new="no")
    assert true_days(sketch, RULE) == [0]


@TWO
def test_late_entries_count_and_a_gap_changes_nothing(sign):
    assert true_days(Sketch().sign(0, sign, new="no").late(0), RULE) == [0]
    assert true_days(line_of(sign, "." + "_" * 90 + "+", new="no"), RULE) == [91]


def test_a_usual_level_ends_it():
    sketch = line_of("heavy_legs", "+++", new="no")
    assert raised(sketch, RULE) == [("W17", "heavy_legs", 0)]
    assert raised(sketch.usual("heavy_legs", 1), RULE) == []


def ended(sketch):
    """Return the day on which the only alert ended, or None."""
    day = alert_of(sketch, RULE).ended_on
    return None if day is None else number_of(day)


@TWO
@pytest.mark.parametrize(
    ("line", "level", "since", "day"),
    [
        ("+" * 40, 0, 0, None),  # it goes on, and nobody said that it is usual
        ("+" * 40, 1, 10, 10),
        ("+" * 40, 1, 30, 30),
        ("+++___+", 1, 4, 6),  # a silent day ends nothing
        ("+++", 1, 10, None),
        ("+" + "." * 20, 0, 0, 14),
        ("+" + "." * 20, 1, 3, 3),
        ("+" + "." * 9 + "+" + "." * 20, 0, 0, 24),
        ("+" * 14 + "." * 13, 0, 0, None),
        ("+" * 14 + "." * 14, 0, 0, 27),
        ("+" + "?" * 20, 0, 0, None),
    ],
)
def test_it_stands_until_a_usual_level_is_set_or_the_sign_is_gone(sign, line, level, since, day):
    assert ended(line_of(sign, line, new="no").usual(sign, level, since)) == day


def test_a_lower_usual_level_does_not_settle_it():
    sketch = line_of("leg_weakness", "+" * 20, new="no", grade=2).usual("leg_weakness", 1, 3)
    assert ended(sketch) is None
    assert ended(sketch.usual("leg_weakness", 2, 5)) == 5


def test_an_emergency_that_joined_it_is_not_settled_so():
    sketch = line_of("bladder_leak", "+", new="no").sign(1, "bladder_leak", new="yes")
    sketch.sign(range(2, 20), "bladder_leak", new="no").usual("bladder_leak", 1, 3)
    alert = alert_of(sketch, RULE, E1)
    assert (alert.tier, alert.ended_on) == (Tier.EMERGENCY, None)


def test_each_sign_asks_for_itself():
    sketch = Sketch().sign(0, "leg_weakness", new="no").sign(5, "bladder_leak", new="no")
    assert [(place, day) for _rule, place, day in raised(sketch, RULE)] == [
        ("leg_weakness", 0),
        ("bladder_leak", 5),
    ]
