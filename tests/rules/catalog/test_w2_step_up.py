"""W2: the means of both last weeks 2 above the own baseline of eight weeks."""

from __future__ import annotations

import pytest

from diary.domain.places import PLACES, PlaceClass
from diary.rules.catalog.w2_step_up import RULE
from diary.rules.model import NotEnoughDays, Tier
from tests.rules.diaries import (
    LOWER_BACK,
    alert_of,
    day,
    not_enough_on,
    pain,
    raised,
    report_of,
    tiers,
    true_days,
)


# Day 41 looks at days 0 to 27 (base56), 28 to 34 (prior7) and 35 to 41 (last7).
def weeks(base, prior, last):
    """Return six weeks of days."""
    return f"{base} {prior} {last}"


@pytest.mark.parametrize("place", PLACES)
def test_fires_in_the_spine_and_at_bones(place):
    watched = PLACES[place].place_class in {PlaceClass.SPINE, PlaceClass.BONE}
    sketch = pain(weeks("2x28", "4x7", "4x7"), place)
    assert raised(sketch, RULE) == ([("W2", place, 41)] if watched else [])


def test_its_tier_is_soon():
    assert tiers(pain(weeks("2x28", "4x7", "4x7")), RULE) == {41: Tier.SOON}


@pytest.mark.parametrize(
    ("base", "prior", "last", "fires"),
    [
        ("2x28", "4x7", "4x7", True),
        ("2x28", "4x7", "4x6 3", False),  # 13 points in 7 days are 1.86 above
        ("2x28", "4x6 3", "4x7", False),  # the same in the week before
        ("2x28", "3x7", "6x7", False),  # a rise in the last week only
        ("1x28", "3x7", "3x7", True),
        ("1x27 0", "3x7", "6x7", False),  # a baseline of 0.96
        ("1x27 2", "4x7", "4x7", True),
        ("2x14 0x14", "3x7", "3x7", True),  # a baseline of exactly 1
        ("2x13 0x15", "3x7", "5x7", False),
        ("1x28", "3x7", "3x6 2", False),  # the week at 2.86
        ("7x28", "9x7", "9x7", True),
        ("8x28", "10x7", "10x7", True),
        ("9x28", "10x7", "10x7", False),
    ],
)
def test_the_numbers(base, prior, last, fires):
    assert (41 in true_days(pain(weeks(base, prior, last)), RULE)) is fires


@pytest.mark.parametrize(
    ("base", "prior", "last"),
    [
        # 4.6 - 2.6 and 3.8 - 1.8: a machine makes it a little less than 2.
        ("_x18 3x6 2x4", "5x7", "_x2 5x3 4x2"),
        ("_x18 2x8 1x2", "4x7", "_x2 4x4 3"),
        # The same in the week before.
        ("_x18 3x6 2x4", "_x2 5x3 4x2", "5x7"),
        ("_x18 2x8 1x2", "_x2 4x4 3", "4x7"),
    ],
)
def test_a_rise_of_exactly_the_limit_is_enough(base, prior, last):
    assert 41 in true_days(pain(weeks(base, prior, last)), RULE)


def test_the_known_days_count_and_not_the_calendar_days():
    # Means of 2, 4 and 4 from ten, three and three days.
    sketch = pain(weeks("2x10 _x18", "4x2 _x4 4", "4 _x4 4x2"))
    assert true_days(sketch, RULE) == [41]


@pytest.mark.parametrize(
    ("base", "prior", "last", "window", "recorded", "needed"),
    [
        ("2x9 _x19", "4x7", "4x7", "base56", 9, 10),
        ("2x9 2l _x18", "4x7", "4x7", "base56", 9, 10),
        ("2x28", "4x2 _x5", "4x7", "prior7", 2, 3),
        ("2x28", "4x2 ?x5", "4x7", "prior7", 2, 3),
        ("2x28", "4x7", "_x5 4x2", "last7", 2, 3),
        ("2x28", "4x7", "!x5 4x2", "last7", 2, 3),
        ("2x9 _x19", "4x2 _x5", "4x7", "prior7", 2, 3),
    ],
)
def test_minimums(base, prior, last, window, recorded, needed):  # noqa: PLR0917  a table
    sketch = pain(weeks(base, prior, last))
    assert true_days(sketch, RULE) == []
    assert 41 in not_enough_on(sketch, RULE)
    assert report_of(sketch, RULE).not_enough_days == (
        NotEnoughDays("W2", LOWER_BACK, recorded, needed, window),
    )


def test_late_days_are_left_out():
    assert 41 in true_days(pain(weeks("2x20 10lx8", "4x7", "4x4 0lx2 4")), RULE)


def test_a_gap_before_the_fortnight_makes_it_wait():
    # After nine weeks of silence the baseline has ten recorded days again on day 114.
    sketch = pain("2x28 _x63 2x10 4x20")
    assert not_enough_on(sketch, RULE)[-1] == 113
    assert true_days(sketch, RULE) == [114]


def test_the_baseline_is_eight_weeks():
    # Day 69 counts day 0: four weeks of 1 and four of 3 are 2 on average.
    assert 69 in true_days(pain("1x28 3x28 4x14"), RULE)
    assert 69 not in true_days(pain("_x28 3x28 4x14"), RULE)
    assert 70 not in true_days(pain("1x28 3x28 4x15"), RULE)


def test_usual_levels_and_known_bone_metastases_change_nothing():
    line = weeks("2x28", "4x7", "4x7")
    assert true_days(pain(line).usual(LOWER_BACK, 5).spread(), RULE) == [41]


def test_evidence_and_words():
    alert = alert_of(pain(weeks("2x20 _x8", "4x6 5", "4x3 5x3 _")).pain("5", first=41), RULE)
    assert alert.evidence.days_used == tuple(map(day, range(35, 42)))
    assert (alert.evidence.days_recorded, alert.evidence.days_in_window) == (7, 7)
    assert alert.evidence.numbers == {
        "mean_base56": 2,
        "mean_prior7": 4.14,
        "mean_last7": 4.57,
        "recorded_base56": 20,
    }
    assert alert.wording.noticed == (
        "Pain in your lower back was 4.6 on average on the 7 days you recorded this week."
    )
    assert "4.1, and 2.0 on the 20 days" in alert.wording.worked_out
