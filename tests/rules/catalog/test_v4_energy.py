"""V4: tiredness, poor appetite or poor sleep that interferes, on 75 % of two weeks."""

from __future__ import annotations

import pytest

from diary.rules.catalog.v4_energy import RULE
from diary.rules.catalog.w15_tiredness import RULE as W15
from tests.rules.catalog.counted import last_verdict, line_of
from tests.rules.diaries import alert_of, raised, steps, true_days

EACH = pytest.mark.parametrize("symptom", ["fatigue", "appetite_loss", "poor_sleep"])


@EACH
def test_fires_when_eight_days_are_recorded(symptom):
    sketch = line_of(symptom, "+" * 10, grade=2)
    assert raised(sketch, RULE) == [("V4", symptom, 7)]
    assert steps(alert_of(sketch, RULE)) == [("V4", "next_visit", 7)]


@EACH
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("++++++..", True),
        ("+++++...", False),
        ("...+++++++++++", True),  # 11 of 14
        ("....++++++++++", False),
        ("+++++++", None),
        ("++++++______++", True),
        ("+++++++______+", True),
        ("+++++++_______+", None),
        ("++++++.L", None),  # late
        ("++++++..LL", True),
        ("++++++..ll", True),
        ("+++++++?", None),
    ],
)
def test_three_quarters_of_the_recorded_days(symptom, line, expected):
    assert last_verdict(line_of(symptom, line, grade=2), RULE) is expected


@EACH
@pytest.mark.parametrize(
    ("grade", "usual", "fires"),
    [(2, 0, True), (3, 2, True), (1, 0, False), (None, 0, False), (2, 2, False)],
)
def test_grade_and_usual_level(symptom, grade, usual, fires):
    sketch = line_of(symptom, "+" * 8, grade=grade, new="no").usual(symptom, usual)
    assert bool(last_verdict(sketch, RULE)) is fires


def test_it_grows_into_w15():
    alert = alert_of(line_of("fatigue", "+" * 25, grade=2), RULE, W15)
    assert steps(alert) == [("V4", "next_visit", 7), ("W15", "soon", 21)]


def test_other_symptoms_say_nothing():
    assert true_days(line_of("cough", "+" * 20, grade=3), RULE) == []
