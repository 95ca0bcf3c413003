"""U2: spine pain of 7 or more on the last 3 recorded days, constant or hardly relieved on 2."""

from __future__ import annotations

import pytest

from diary.domain.places import PLACES, PlaceClass
from diary.rules.catalog.u2_severe_unremitting import RULE
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

CONSTANT = {"pattern": "constant"}


@pytest.mark.parametrize("place", PLACES)
def test_fires_on_the_third_day_in_the_spine(place):
    spine = PLACES[place].place_class is PlaceClass.SPINE
    found = raised(pain("0x4 7x3", place, **CONSTANT), RULE)
    assert found == ([("U2", place, 6)] if spine else [])


@pytest.mark.parametrize(
    ("line", "fires"),
    [
        ("7x3", True),
        ("7x2 6", False),
        ("6 7x2", False),
        ("7x2", False),
        ("7 _ 7 _ 7", True),
        ("7 _x2 7 _ 7", False),  # six calendar days
        ("7 0l 7x2", True),
        ("7x2 7l", False),
        ("7x2 ! 7", True),
        ("7x2 ? 7", True),
    ],
)
def test_each_of_the_last_three_recorded_days_within_five(line, fires):
    assert bool(raised(pain(line, **CONSTANT), RULE)) is fires


@pytest.mark.parametrize(
    ("details", "fires"),
    [
        ({"pattern": "constant"}, True),
        ({"pattern": "comes_and_goes"}, False),
        ({"relief": "none"}, True),
        ({"relief": "little"}, True),
        ({"relief": "some"}, False),
        ({}, False),
    ],
)
def test_constant_or_hardly_relieved(details, fires):
    assert bool(raised(pain("8x3", **details), RULE)) is fires


def test_on_two_of_the_three_days():
    assert true_days(pain("8x2").pain("8", first=2, **CONSTANT), RULE) == []
    mixed = pain("8").pain("8", first=1, relief="none").pain("8", first=2, **CONSTANT)
    assert true_days(mixed, RULE) == [2]


@pytest.mark.parametrize(
    ("base", "usual", "fires"),
    [
        ("5x28", 10, True),
        ("6x28", 0, False),
        ("5x14 6x14", 0, True),  # a middle value of 5.5
        ("6x6 _x22", 5, True),
        ("0x6 _x22", 6, False),
        ("0x7 _x21", 6, True),
        ("6x20 0lx8", 0, False),
    ],
)
def test_such_pain_must_not_be_usual(base, usual, fires):
    # Day 41 has days 0 to 27 as its baseline.
    sketch = pain(f"{base} 0x11 8x3", **CONSTANT).usual(LOWER_BACK, usual)
    assert (41 in true_days(sketch, RULE)) is fires


def test_known_bone_metastases_need_two_days():
    assert raised(pain("7x2", **CONSTANT).spread(), RULE) == [("U2", LOWER_BACK, 1)]
    assert raised(pain("7x2", **CONSTANT).spread(known=False), RULE) == []
    assert raised(pain("6 7", **CONSTANT).spread(), RULE) == []
    assert raised(pain("7 _x3 7", **CONSTANT).spread(), RULE)
    assert raised(pain("7 _x4 7", **CONSTANT).spread(), RULE) == []


def test_too_few_days_are_a_result():
    assert not_enough_on(pain("3x4 _x3 3x2"), RULE) == [0, 1, 7, 8]
    assert report_of(pain("8x2"), RULE).not_enough_days == (
        NotEnoughDays("U2", LOWER_BACK, 2, 3, "last5"),
    )


def test_a_gap_and_a_late_day_make_it_wait():
    assert true_days(pain("7x2 _x5 7x3", **CONSTANT), RULE) == [9]
    assert true_days(pain("7 7lx2 7x2", **CONSTANT), RULE) == [4]


def test_evidence_and_words():
    alert = alert_of(pain("0 7 9 8", **CONSTANT), RULE)
    assert alert.tier is Tier.URGENT
    assert alert.evidence.days_used[-3:] == (day(1), day(2), day(3))
    assert alert.evidence.numbers == {"lowest_of_last_days": 7, "constant_or_not_helped_days": 3}
    assert alert.wording.noticed == (
        "Pain in your lower back was 7 or more on each of your last 3 recorded days."
    )
