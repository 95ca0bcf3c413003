"""W2: the mean of the week 2 above the own baseline, and the week before already 1 above."""

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


# Day 41 looks at days 0 to 27 (base28), 28 to 34 (prior7) and 35 to 41 (last7).
def weeks(base, prior, last):
    """Return six weeks of days."""
    return f"{base} {prior} {last}"


@pytest.mark.parametrize("place", PLACES)
def test_fires_in_the_spine_and_at_bones(place):
    watched = PLACES[place].place_class in {PlaceClass.SPINE, PlaceClass.BONE}
    sketch = pain(weeks("2x28", "3x7", "4x7"), place)
    assert raised(sketch, RULE) == ([("W2", place, 41)] if watched else [])


def test_its_tier_is_soon():
    assert tiers(pain(weeks("2x28", "3x7", "4x7")), RULE) == {41: Tier.SOON}


@pytest.mark.parametrize(
    ("base", "prior", "last", "fires"),
    [
        ("2x28", "3x7", "4x7", True),
        ("2x28", "3x7", "4x6 3", False),  # 13 points in 7 days are 1.86 above
        ("2x28", "3x6 2", "4x7", False),  # the week before only 0.86 above
        ("2x28", "2x7", "6x7", False),  # a rise in the last week only
        ("1x28", "2x7", "3x7", True),
        ("1x27 0", "3x7", "6x7", False),  # a baseline of 0.96
        ("1x27 2", "3x7", "4x7", True),
        ("2x14 0x14", "2x7", "3x7", True),  # a baseline of exactly 1
        ("2x13 0x15", "3x7", "5x7", False),
        ("1x28", "3x7", "3x6 2", False),  # the week at 2.86
        ("7x28", "8x7", "9x7", True),
        ("8x28", "9x7", "10x7", True),
        ("9x28", "10x7", "10x7", False),
    ],
)
def test_the_numbers(base, prior, last, fires):
    assert (41 in true_days(pain(weeks(base, prior, last)), RULE)) is fires


@pytest.mark.parametrize(
    ("base", "prior", "last"),
    [
        # 4.6 - 2.6 and 3.8 - 1.8: a machine makes it a little less than 2.
        ("_x18 3x6 2x4", "4x7", "_x2 5x3 4x2"),
        ("_x18 2x8 1x2", "3x7", "_x2 4x4 3"),
        # 2.8 - 1.8 and 13/3 - 10/3 in the week before: a little less than 1.
        ("_x18 2x8 1x2", "_x2 3x4 2", "4x7"),
        ("_x16 4x4 3x8", "_x4 5 4x2", "6x7"),
    ],
)
def test_a_rise_of_exactly_the_limit_is_enough(base, prior, last):
    assert 41 in true_days(pain(weeks(base, prior, last)), RULE)


def test_the_known_days_count_and_not_the_calendar_days():
    # Means of 2, 3 and 4 from ten, three and three days.
    sketch = pain(weeks("2x10 _x18", "3x2 _x4 3", "4 _x4 4x2"))
    assert true_days(sketch, RULE) == [41]


@pytest.mark.parametrize(
    ("base", "prior", "last", "window", "recorded", "needed"),
    [
        ("2x9 _x19", "3x7", "4x7", "base28", 9, 10),
        ("2x9 2l _x18", "3x7", "4x7", "base28", 9, 10),
        ("2x28", "3x2 _x5", "4x7", "prior7", 2, 3),
        ("2x28", "3x2 ?x5", "4x7", "prior7", 2, 3),
        ("2x28", "3x7", "_x5 4x2", "last7", 2, 3),
        ("2x28", "3x7", "!x5 4x2", "last7", 2, 3),
        ("2x9 _x19", "3x2 _x5", "4x7", "prior7", 2, 3),
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
    assert 41 in true_days(pain(weeks("2x20 10lx8", "3x7", "4x4 0lx2 4")), RULE)


def test_a_gap_before_the_fortnight_makes_it_wait():
    # After four weeks of silence the baseline has ten recorded days again on day 79.
    sketch = pain("2x28 _x28 2x10 4x20")
    assert not_enough_on(sketch, RULE)[-1] == 78
    assert true_days(sketch, RULE) == [79]


def test_usual_levels_and_known_bone_metastases_change_nothing():
    line = weeks("2x28", "3x7", "4x7")
    assert true_days(pain(line).usual(LOWER_BACK, 5).spread(), RULE) == [41]


def test_evidence_and_words():
    alert = alert_of(pain(weeks("2x20 _x8", "3x6 4", "4x3 5x3 _")).pain("5", first=41), RULE)
    assert alert.evidence.days_used == tuple(map(day, range(35, 42)))
    assert (alert.evidence.days_recorded, alert.evidence.days_in_window) == (7, 7)
    assert alert.evidence.numbers == {
        "mean_base28": 2,
        "mean_prior7": 3.14,
        "mean_last7": 4.57,
        "recorded_base28": 20,
    }
    assert alert.wording.noticed == (
        "Your pain in your lower back was 4.6 on average on the 7 days you recorded this week."
    )
    assert "3.1, and 2.0 on the 20 days" in alert.wording.worked_out
