"""W10: a new cough of two weeks (visit) or three (this week), or chest infections that return."""

from __future__ import annotations

import pytest

from diary.rules.catalog.w10_cough import RULE
from diary.rules.model import Tier
from tests.rules.catalog.counted import NEWNESS, last_verdict, line_of, new_on_day_0
from tests.rules.diaries import Sketch, alert_of, day, raised, steps, tiers, true_days


def test_a_cough_is_raised_for_the_visit_and_grows_for_this_week():
    sketch = line_of("cough", "+" * 20, new="yes")
    assert raised(sketch, RULE) == [("W10", "cough", 7)]
    assert steps(alert_of(sketch, RULE)) == [("W10", "next_visit", 7), ("W10", "soon", 11)]


@pytest.mark.parametrize(
    ("line", "tier"),
    [
        ("++++++..", Tier.NEXT_VISIT),
        ("+++++...", None),
        ("+++++++", None),
        ("+++++++____??", None),
        ("+++++++L", None),  # late
        ("++++++..LLll", Tier.NEXT_VISIT),
        ("..+++++++++", Tier.NEXT_VISIT),  # 11 recorded, 12 needed for three weeks
        ("...+++++++++", Tier.SOON),
        ("....++++++++++++", Tier.SOON),  # 12 of 16
        ("." * 6 + "+" * 15, Tier.NEXT_VISIT),  # 15 of 21 are 71 %; 14 of 14
        ("." * 5 + "+" * 16, Tier.SOON),  # 16 of 21 are 76 %
        ("+" * 12 + "_" * 8 + "+", Tier.SOON),  # 13 of 13 in three weeks, 6 in two
        ("+" * 12 + "_" * 13 + "+", None),
    ],
)
def test_the_shares(line, tier):
    sketch = line_of("cough", line, new="yes")
    assert tiers(sketch, RULE, "cough").get(len(line) - 1) == tier


@pytest.mark.parametrize(("new", "usual", "fires"), NEWNESS)
def test_new_and_usual(new, usual, fires):
    sketch = line_of("cough", "+" * 8, new=new).usual("cough", usual)
    assert bool(last_verdict(sketch, RULE)) is fires


def test_one_of_the_last_21_days_was_new():
    assert true_days(new_on_day_0("cough", 30), RULE) == list(range(7, 21))


def infections(*days):
    """Return 140 days of answers with chest infections on some of them."""
    return line_of("chest_infection", "." * 140).symptom(days, "chest_infection")


@pytest.mark.parametrize(
    ("days", "fires"),
    [
        ((10,), []),
        ((10, 24), [24]),
        ((10, 23), []),  # one spell
        ((10, 100), [100]),
        ((10, 101), []),
        ((10, 11, 12, 30, 31), [30, 31]),
        ((10, 22, 34), []),  # never 14 days apart
        ((10, 24, 130), [24]),
    ],
)
def test_two_chest_infections_within_90_days(days, fires):
    sketch = infections(*days)
    assert true_days(sketch, RULE) == fires
    assert raised(sketch, RULE) == [("W10", "chest_infection", day) for day in fires[:1]]
    assert set(tiers(sketch, RULE, "chest_infection").values()) <= {Tier.SOON}


def test_three_infections_speak_twice():
    assert true_days(infections(10, 24, 60), RULE) == [24, 60]


def test_it_needs_no_other_day_than_the_two():
    assert true_days(Sketch().symptom((0, 40), "chest_infection", new="no"), RULE) == [40]


def test_evidence():
    evidence = alert_of(line_of("cough", "+" * 8, new="yes"), RULE).evidence
    assert evidence.days_used == tuple(map(day, range(8)))
    assert (evidence.days_recorded, evidence.days_in_window) == (8, 14)
    evidence = alert_of(line_of("cough", "+" * 14, new="yes"), RULE).evidence
    assert (evidence.days_recorded, evidence.days_in_window) == (14, 21)
