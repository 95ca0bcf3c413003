"""U4: spine pain of 3 or more, newly worse on straining or lying flat, on 2 of the last 7 days."""

from __future__ import annotations

import pytest

from diary.domain.places import PLACES, PlaceClass
from diary.rules.catalog.u4_strain_or_lying import RULE
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

STRAINING = {"worse_with": ("straining",)}


@pytest.mark.parametrize("place", PLACES)
def test_fires_on_the_second_day_in_the_spine(place):
    spine = PLACES[place].place_class is PlaceClass.SPINE
    found = raised(pain("0x3 3 0 3", place, **STRAINING), RULE)
    assert found == ([("U4", place, 5)] if spine else [])


@pytest.mark.parametrize(
    ("worse_with", "fires"),
    [
        (("straining",), True),
        (("lying_flat",), True),
        (("movement", "straining"), True),
        (("movement",), False),
        (("resting",), False),
        ((), False),
    ],
)
def test_what_makes_it_worse(worse_with, fires):
    assert bool(raised(pain("5x2", worse_with=worse_with), RULE)) is fires


def test_one_day_of_each_makes_two():
    sketch = pain("4", worse_with=("straining",)).pain("4", first=1, worse_with=("lying_flat",))
    assert true_days(sketch, RULE) == [1]


@pytest.mark.parametrize(
    ("line", "fires"),
    [
        ("3x2", [1]),
        ("3 2", []),
        ("3 !", []),
        ("3 0x5 3", [6]),
        ("3 0x6 3", []),
        ("3 _x5 3", [6]),
        ("3 _x6 3", []),  # the gap is too long
        ("3 3l", []),  # a late day is not recorded
        ("3 3l 3", [2]),
    ],
)
def test_two_recorded_days_of_seven(line, fires):
    assert true_days(pain(line, **STRAINING), RULE) == fires


@pytest.mark.parametrize(("there", "other", "fires"), [("2", 3, [1]), ("2", 2, []), ("!", 3, [1])])
def test_the_pain_of_a_day_is_the_highest_at_its_place(there, other, fires):
    sketch = pain(f"{other}x2", side="right").pain(f"{there}x2", side="left", **STRAINING)
    assert true_days(sketch, RULE) == fires


@pytest.mark.parametrize(
    ("base", "usual", "fires"),
    [
        ("0x28", 0, True),
        ("3 0x27", 0, True),
        ("3x2 0x26", 0, False),
        ("1x2 0x26", 0, False),  # the feature was there, whatever the pain
        ("3 3l 0x26", 0, True),
        ("0x7 _x21", 9, True),
        ("0x6 _x22", 2, True),
        ("0x6 _x22", 3, False),
        ("3x3 0x3 _x22", 0, True),
    ],
)
def test_the_feature_is_new(base, usual, fires):
    # Both days, 40 and 41, have days 0 to 26 as their baselines; day 27 is only of one.
    sketch = pain(base + " 0x12 3x2", **STRAINING).usual(LOWER_BACK, usual)
    assert (41 in true_days(sketch, RULE)) is fires


def test_places_of_the_class_are_one_for_what_is_new():
    sketch = pain("3x2 0x38 3x2", "neck", **STRAINING).pain("0x40 3x2", **STRAINING)
    assert 41 not in true_days(sketch, RULE)


def test_known_bone_metastases_need_one_day():
    assert raised(pain("0x2 3", **STRAINING).spread(), RULE) == [("U4", LOWER_BACK, 2)]
    assert raised(pain("2", **STRAINING).spread(), RULE) == []
    assert raised(pain("3", **STRAINING).spread(known=False), RULE) == []


def test_too_few_days_are_a_result():
    assert not_enough_on(pain("3 _x7 3x2", **STRAINING), RULE) == [0, 8]
    assert report_of(pain("3", **STRAINING), RULE).not_enough_days == (
        NotEnoughDays("U4", LOWER_BACK, 1, 2, "last7"),
    )


def test_evidence_and_words():
    alert = alert_of(pain("3 0 _ 5", **STRAINING), RULE)
    assert alert.tier is Tier.URGENT
    assert alert.evidence.days_used == (day(0), day(3))
    assert (alert.evidence.days_recorded, alert.evidence.days_in_window) == (3, 7)
    assert "on 2 of the 3 days you recorded this week" in alert.wording.noticed
