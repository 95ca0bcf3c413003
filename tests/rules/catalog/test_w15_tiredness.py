"""W15: tiredness or poor appetite that interferes, on 75 % of both last fortnights."""

from __future__ import annotations

import pytest

from diary.rules.catalog.w15_tiredness import RULE
from tests.rules.catalog.counted import last_verdict, line_of
from tests.rules.diaries import alert_of, raised, steps, true_days

BOTH = pytest.mark.parametrize("symptom", ["fatigue", "appetite_loss"])


@BOTH
def test_fires_when_both_fortnights_have_eight_days(symptom):
    sketch = line_of(symptom, "+" * 30, grade=2)
    assert raised(sketch, RULE) == [("W15", symptom, 21)]
    assert steps(alert_of(sketch, RULE)) == [("W15", "soon", 21)]


# The last line of each ends on day 27: days 0 to 13, and days 14 to 27.
@BOTH
@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ("+" * 14, "+" * 14, True),
        ("." * 3 + "+" * 11, "+" * 11 + "." * 3, True),
        ("." * 4 + "+" * 10, "+" * 14, False),  # 10 of 14 are 71 %
        ("+" * 14, "+" * 10 + "." * 4, False),
        ("_" * 6 + "+" * 8, "+" * 8 + "_" * 5 + "+", True),
        ("_" * 7 + "+" * 7, "+" * 14, None),
        ("+" * 14, "+" * 6 + "_" * 7 + "+", None),
        ("+" * 7 + "L" * 7, "+" * 14, None),  # late
        ("+" * 8 + "l" * 6, "+" * 14, True),
        ("+" * 8 + "?" * 6, "+" * 14, True),
        ("+++++++.._____", "+" * 14, True),  # 7 of 9 are 78 %
        ("++++++.._____+", "++++++...____+", False),  # 7 of 9, then 7 of 10
    ],
)
def test_three_quarters_of_each(symptom, before, now, expected):
    assert last_verdict(line_of(symptom, before + now, grade=2), RULE) is expected


@BOTH
@pytest.mark.parametrize(
    ("grade", "usual", "fires"),
    [(2, 0, True), (3, 0, True), (1, 0, False), (None, 0, False), (2, 1, True), (2, 2, False)],
)
def test_grade_and_usual_level(symptom, grade, usual, fires):
    sketch = line_of(symptom, "+" * 28, grade=grade).usual(symptom, usual)
    assert bool(last_verdict(sketch, RULE)) is fires


def test_it_need_not_be_called_new():
    assert true_days(line_of("fatigue", "+" * 23, grade=2, new="no"), RULE) == [21, 22]


def test_the_two_are_not_added():
    sketch = line_of("fatigue", "+" * 14 + "." * 14, grade=2)
    assert true_days(line_of("appetite_loss", "." * 14 + "+" * 14, sketch, grade=2), RULE) == []


def test_other_symptoms_say_nothing():
    assert true_days(line_of("poor_sleep", "+" * 40, grade=3), RULE) == []
