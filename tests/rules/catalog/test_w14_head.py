"""W14: a new headache or change of sight on half of the recorded days of two weeks."""

from __future__ import annotations

import pytest

from diary.rules.catalog.w14_head import RULE
from diary.rules.model import Tier
from tests.rules.catalog.counted import NEWNESS, last_verdict, line_of, new_on_day_0
from tests.rules.diaries import alert_of, day, raised, steps, true_days

BOTH = pytest.mark.parametrize("symptom", ["headache", "vision_change"])


@BOTH
def test_fires_when_eight_days_are_recorded(symptom):
    sketch = line_of(symptom, "+" * 10, new="yes")
    assert raised(sketch, RULE) == [("W14", symptom, 7)]
    assert steps(alert_of(sketch, RULE)) == [("W14", "soon", 7)]
    assert RULE.tier is Tier.SOON


@BOTH
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("." * 7 + "+" * 7, True),
        ("." * 8 + "+" * 6, False),
        ("++++....", True),
        ("+++.....", False),
        ("+++++++", None),
        ("++++______....", True),
        ("++++_______....", None),  # the first day has left the window
        ("++++___???....", True),
        ("++++LLL...", None),  # late
        ("++++....LL", True),
        ("+++LLL.....", False),
        ("++++llll....", True),
    ],
)
def test_half_of_the_recorded_days(symptom, line, expected):
    assert last_verdict(line_of(symptom, line, new="yes"), RULE) is expected


@BOTH
@pytest.mark.parametrize(("new", "usual", "fires"), NEWNESS)
def test_new_and_usual(symptom, new, usual, fires):
    sketch = line_of(symptom, "+" * 8, new=new).usual(symptom, usual)
    assert bool(last_verdict(sketch, RULE)) is fires


def test_above_the_usual_level_counts():
    assert last_verdict(line_of("headache", "+" * 8, new="yes", grade=2).usual("headache", 1), RULE)


@BOTH
def test_one_of_the_last_21_days_was_new(symptom):
    assert true_days(new_on_day_0(symptom, 30), RULE) == list(range(7, 21))


def test_the_two_are_not_added():
    sketch = line_of("vision_change", "....+++...", line_of("headache", "+++.......", new="yes"))
    assert last_verdict(sketch, RULE) is False


def test_evidence_and_words():
    alert = alert_of(line_of("headache", "..++__++++", new="yes"), RULE)
    assert alert.evidence.days_used == tuple(map(day, (2, 3, 6, 7, 8, 9)))
    assert (alert.evidence.days_recorded, alert.evidence.days_in_window) == (8, 14)
    assert "6 of the 8 days" in alert.wording.noticed
