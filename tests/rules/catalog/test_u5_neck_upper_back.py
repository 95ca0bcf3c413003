"""U5: neck or upper-back pain that went up (W2, W3), or is new and at 4 on 5 days of a week."""

from __future__ import annotations

import pytest

from diary.domain.places import PLACES
from diary.rules.catalog.u5_neck_upper_back import RULE
from diary.rules.catalog.w2_step_up import RULE as W2
from diary.rules.catalog.w3_slow_climb import RULE as W3
from diary.rules.model import NotEnoughDays, Tier
from tests.rules.diaries import alert_of, day, not_enough_on, pain, raised, report_of, true_days

SPINE = ("neck", "upper_back", "lower_back", "sacrum")
STEP = "2x28 4x7 4x7"
CLIMB = "1 2 1 2 1 2 1 2 2 2 2 3 2 3 2 3 2 3 2 3 3 3 3 4 3"


@pytest.mark.parametrize("place", PLACES)
def test_fires_on_the_fifth_day_of_neck_and_upper_back(place):
    found = raised(pain("0x2 4x5", place), RULE)
    assert found == ([("U5", place, 6)] if place in {"neck", "upper_back"} else [])


@pytest.mark.parametrize(
    ("line", "fires"),
    [
        ("4x5", [4]),
        ("4x4 3", []),
        ("4x4 !", []),
        ("4x4 4l", []),  # a late day
        ("4x4 0x2 4", [6]),
        ("4x3 0x3 4x2", []),
        ("4x3 _x2 4x2", [6]),
        ("4x3 _x3 4x2", []),  # the gap is too long
    ],
)
def test_five_recorded_days_of_seven(line, fires):
    assert true_days(pain(line, "neck"), RULE) == fires


@pytest.mark.parametrize(
    ("base", "usual", "fires"),
    [
        ("3x28", 9, True),
        ("4 0x27", 0, False),
        ("4l 0x27", 0, True),
        ("0x6 _x22", 3, True),
        ("0x6 _x22", 4, False),
        ("4 0x5 _x22", 0, True),
        ("4 0x6 _x21", 0, False),
    ],
)
def test_none_of_them_before(base, usual, fires):
    sketch = pain(base + " 0x9 4x5", "neck").usual("neck", usual)
    assert (41 in true_days(sketch, RULE)) is fires


@pytest.mark.parametrize("trigger", ["injury", "strain", "fall"])
def test_an_injury_strain_or_fall_explains_it(trigger):
    one = pain("4x2", "neck").pain("4", "neck", 2, trigger=trigger).pain("4x2", "neck", 3)
    assert true_days(one, RULE) == []
    lower = pain("4x5", "neck").pain("2", "neck", 5, trigger=trigger)
    assert true_days(lower, RULE) == [4, 5]


def test_another_trigger_does_not():
    assert true_days(pain("4x5", "neck", trigger="none_known"), RULE) == [4]


@pytest.mark.parametrize(("rule", "line"), [(W2, STEP), (W3, CLIMB)])
def test_it_reads_the_step_and_the_climb(rule, line):
    sketch = pain(line, "neck", trigger="strain")
    last = len(sketch.pains) - 1
    assert last not in true_days(sketch, RULE, "neck")
    assert ("U5", "neck", last) in raised_alone(sketch, rule)
    assert raised_alone(pain(line), rule) == []
    lower = pain(line, trigger="strain").spread()
    assert ("U5", "lower_back", last) in raised_alone(lower, rule)


def raised_alone(sketch, rule):
    """Return what U5 adds, beside the rule it reads."""
    return [
        (step.rule, alert.place, (step.on - day(0)).days)
        for alert in report_of(sketch, rule, RULE).alerts
        for step in alert.tiers
        if step.rule == "U5"
    ]


@pytest.mark.parametrize("place", PLACES)
def test_known_bone_metastases_make_it_all_of_the_spine(place):
    found = raised(pain("4x5", place).spread(), RULE)
    assert found == ([("U5", place, 4)] if place in SPINE else [])


def test_too_few_days_are_a_result():
    assert not_enough_on(pain("4x5 _x3 4x2", "neck"), RULE) == [0, 1, 2, 3, 8, 9]
    assert report_of(pain("4x4", "neck"), RULE).not_enough_days[0] == NotEnoughDays(
        "U5", "neck", 4, 5, "last7"
    )


def test_evidence_and_words():
    alert = alert_of(pain("0 4x4 _ 5", "neck"), RULE)
    assert alert.tier is Tier.URGENT
    assert alert.evidence.days_used == (*map(day, range(1, 5)), day(6))
    assert alert.evidence.numbers == {"days_high_last7": 5, "days_high_base28": 0}
    assert alert.wording.noticed == (
        "Pain in your neck was 4 or more on 5 of the 6 days you recorded this week."
    )
