"""U16: a step up or climb (W2, W3) at a weekly mean of 5, or new pain that rises to 4."""

from __future__ import annotations

import pytest

from diary.domain.places import PLACES, PlaceClass
from diary.rules.catalog.u16_progressive import RULE
from diary.rules.catalog.w2_step_up import RULE as W2
from diary.rules.catalog.w3_slow_climb import RULE as W3
from diary.rules.model import NotEnoughDays, Tier
from tests.rules.diaries import (
    LOWER_BACK,
    alert_of,
    day,
    not_enough_on,
    pain,
    raised,
    report_of,
    true_days,
)

# Days 0 to 20 without pain; the fortnight judged is days 21 to 34.
BEFORE = "0x21 "


@pytest.mark.parametrize("place", PLACES)
def test_fires_in_the_spine(place):
    spine = PLACES[place].place_class is PlaceClass.SPINE
    found = raised(pain(BEFORE + "3x7 4x7", place), RULE)
    assert found == ([("U16", place, 34)] if spine else [])


@pytest.mark.parametrize(
    ("line", "fires"),
    [
        ("3x7 4x7", True),
        ("3x7 4x6 3", False),  # a mean of 3.86
        ("3x6 4 4x7", False),  # only 0.86 above
        ("3x7 5x6 4", False),  # the last day below the middle value
        ("3x7 4x3 5x3 4", True),
        ("_x2 3x2 4x3 _x2 4x2 5x3", True),  # 18/5 and 23/5: a rise of exactly 1
        ("0x3 3x4 4x7", True),  # 11 of 14
        ("0x4 3x3 4x7", False),  # 10 of 14
        ("0x3 2x4 4x7", True),
        ("0x3 1 3x3 4x7", False),
        ("3x7 4 _x2 4 _ 4x2", True),
        ("3x7 4 _x3 4 _ 4", False),  # three recorded days: the gap
        ("3 _x4 3x2 4x7", True),
        ("3 _x5 3 4x7", False),
        ("3x7 4x6 4l", True),  # the late day is left out
        ("3x7 4x6 0l", True),
        ("3lx5 3x2 4x7", False),
        ("6x7 5x7", False),  # falling
    ],
)
def test_new_pain_that_rises(line, fires):
    sketch = pain(BEFORE + line)
    assert (34 in true_days(sketch, RULE)) is fires


@pytest.mark.parametrize(
    ("before", "usual", "fires"),
    [
        ("2x10 0x11", 9, True),
        ("2x11 0x10", 0, False),  # half of the days from day 0 to day 20: long-standing
        ("1x21", 0, True),
        ("_x15 0x6", 2, False),
        ("_x15 0x6", 1, True),
    ],
)
def test_long_standing_pain_is_for_other_rules(before, usual, fires):
    sketch = pain(before + " 3x7 4x7").usual(LOWER_BACK, usual)
    assert (34 in true_days(sketch, RULE)) is fires


def with_step(line, place=LOWER_BACK):
    """Return the days on which U16 joined, where it may read W2."""
    return [
        (step.on - day(0)).days
        for alert in report_of(pain(line, place), W2, RULE).alerts
        for step in alert.tiers
        if step.rule == "U16"
    ]


@pytest.mark.parametrize(
    ("line", "fires"),
    [("3x28 5x7 5x7", [41]), ("3x28 5x7 5x6 4", []), ("2x28 4x7 4x7", []), ("3x28 5x7", [])],
)
def test_a_step_up_to_5(line, fires):
    assert true_days(pain(line), RULE) == []
    assert with_step(line) == fires


def test_a_step_up_elsewhere_does_not_count():
    assert with_step("3x28 5x7 5x7", "hip") == []


def test_a_climb_is_told_after_a_silent_week():
    climb = "2x7 3x7 4x7 5x7 6x7 7x7 _x10 8x4"
    (alert,) = report_of(pain(climb), W3, RULE).alerts
    assert (alert.spoken_by, alert.tier) == ("U16", Tier.URGENT)
    assert alert.evidence.numbers == {"mean_last7": 8}
    assert alert.wording.noticed == (
        "Pain in your lower back was 8.0 on average this week, and not recorded the week before."
    )


def test_known_bone_metastases_change_nothing():
    assert true_days(pain(BEFORE + "3x7 4x7").spread(), RULE) == [34]
    assert true_days(pain(BEFORE + "3x7 4x6 3").spread(), RULE) == []


def test_too_few_days_are_a_result():
    assert not_enough_on(pain("3x10"), RULE) == list(range(9))
    assert report_of(pain("3x5"), RULE).not_enough_days == (
        NotEnoughDays("U16", LOWER_BACK, 0, 3, "prior7"),
    )


def test_evidence_and_words():
    alert = alert_of(pain(BEFORE + "3x7 4x7"), RULE)
    assert alert.tier is Tier.URGENT
    assert alert.evidence.numbers == {"mean_last7": 4, "mean_prior7": 3}
    assert (alert.evidence.days_recorded, alert.evidence.days_in_window) == (14, 14)
    assert alert.wording.noticed == (
        "Pain in your lower back was 4.0 on average this week, and 3.0 the week before."
    )
