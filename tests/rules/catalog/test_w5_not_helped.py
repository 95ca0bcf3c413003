"""W5: pain of 4 on 75 % of two weeks that painkillers or physiotherapy hardly help."""

from __future__ import annotations

import pytest

from diary.domain.places import PLACES, PlaceClass
from diary.rules.catalog.w5_not_helped import RULE
from tests.rules.catalog.counted import last_verdict
from tests.rules.diaries import LOWER_BACK, alert_of, pain, raised, steps, true_days


def treated(line="4x14", little=8, some=0, place=LOWER_BACK, **details):
    """Return a line of days with a painkiller on the first of them, of little and of some help."""
    sketch = pain(line, place)
    sketch.medicine(range(little), "paracetamol", **{"relief": "little", **details})
    return sketch.medicine(range(little, little + some), "paracetamol", relief="some")


@pytest.mark.parametrize("place", PLACES)
def test_fires_in_the_spine_and_at_bones(place):
    watched = PLACES[place].place_class in {PlaceClass.SPINE, PlaceClass.BONE}
    assert raised(treated(place=place), RULE) == ([("W5", place, 7)] if watched else [])


def test_its_tier_is_soon():
    alert = alert_of(treated(), RULE)
    assert steps(alert) == [("W5", "soon", 7)]
    assert alert.evidence.numbers == {"painkiller_days": 8, "not_helped_days": 8}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("4x11 3x3", True),
        ("4x10 3x4", False),  # 10 of 14
        ("4x7", None),
        ("4x6 _x6 0x2", True),
        ("4x6 _x7 0x1", None),
        ("4x6 3x2 9lx6", True),  # late
        ("4x6 3x3 9lx5", False),
        ("4x8 ?x6", True),
    ],
)
def test_three_quarters_of_the_recorded_days(line, expected):
    assert last_verdict(treated(line, little=6), RULE, LOWER_BACK) is expected


@pytest.mark.parametrize(
    ("little", "some", "fires"),
    [(6, 0, True), (5, 0, False), (3, 3, True), (3, 4, False), (0, 8, False), (5, 5, True)],
)
def test_six_painkiller_days_and_half_without_help(little, some, fires):
    assert last_verdict(treated(little=little, some=some), RULE, LOWER_BACK) is fires


@pytest.mark.parametrize(
    ("details", "fires"),
    [
        ({"relief": "none"}, True),
        ({"relief": "little"}, True),
        ({"relief": "some"}, False),
        ({"relief": "good"}, False),
        ({"relief": None}, False),  # counts neither way
        ({"doses": 0}, False),
        ({"doses": None}, False),
    ],
)
def test_relief_and_doses(details, fires):
    assert last_verdict(treated(**details), RULE, LOWER_BACK) is fires


@pytest.mark.parametrize(("kind", "fires"), [("opioid", True), ("steroid", False), (None, False)])
def test_what_is_a_painkiller(kind, fires):
    sketch = pain("4x14").medicine(range(14), kind, relief="none")
    assert last_verdict(sketch, RULE, LOWER_BACK) is fires


def test_untold_relief_is_left_out_of_the_share():
    sketch = treated(little=1, some=1).medicine(range(2, 8), "paracetamol")
    assert last_verdict(sketch, RULE, LOWER_BACK) is True


def test_painkiller_days_are_among_the_days_with_pain():
    sketch = pain("4x11 3x3").medicine((0, 1, 2, 11, 12, 13), "paracetamol", relief="none")
    assert last_verdict(sketch, RULE, LOWER_BACK) is False


@pytest.mark.parametrize(
    ("start", "end", "fires"),
    [
        (0, None, [14, 15]),
        (1, None, [15]),
        (2, None, []),
        (-50, None, list(range(7, 16))),
        (-50, 9, [7, 8, 9]),
        (0, 13, []),
    ],
)
def test_two_weeks_of_physiotherapy(start, end, fires):
    sketch = pain("4x16").treatment("physiotherapy", start, end)
    assert true_days(sketch, RULE) == fires


def test_other_treatments_say_nothing():
    assert true_days(pain("4x40").treatment("radiotherapy", 0), RULE) == []
