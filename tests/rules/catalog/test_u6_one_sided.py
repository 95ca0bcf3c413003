"""U6: spine pain of 4 or more that newly spreads to one side, on 2 of the last 3 recorded days."""

from __future__ import annotations

import pytest

from diary.domain.places import PLACES, PlaceClass
from diary.rules.catalog.u6_one_sided import RULE
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

LEG = {"spreads_to": ("one_leg",)}


@pytest.mark.parametrize("place", PLACES)
def test_fires_on_the_second_day_in_the_spine(place):
    spine = PLACES[place].place_class is PlaceClass.SPINE
    found = raised(pain("0x3 4x2", place, **LEG), RULE)
    assert found == ([("U6", place, 4)] if spine else [])


@pytest.mark.parametrize(
    ("to", "fires"),
    [
        ("one_arm", True),
        ("one_leg", True),
        ("hip_thigh", True),
        ("ribs", True),
        ("both_legs", False),
        ("around_chest", False),
    ],
)
def test_where_it_spreads_to(to, fires):
    assert bool(raised(pain("4x2", spreads_to=(to,)), RULE)) is fires


@pytest.mark.parametrize(
    ("line", "fires"),
    [
        ("4x2", [1]),
        ("4 3", []),
        ("4 !", []),
        ("4 0 4", [2]),
        ("4 0x2 4", []),
        ("4 _x5 4", [6]),
        ("4 _x6 4", []),  # the gap is too long
        ("4 0 _x4 4", [6]),
        ("4 4l", []),  # a late day
        ("4 0 0l 4", [3]),
        ("4x2 0 0", [1, 2]),
        ("4x2 ! 0", [1, 2, 3]),  # pain of unknown amount is not pain below 4
    ],
)
def test_two_of_the_last_three_recorded_days_within_seven(line, fires):
    assert true_days(pain(line, **LEG), RULE) == fires


@pytest.mark.parametrize(("there", "other", "fires"), [("3", 4, [1]), ("3", 3, []), ("!", 4, [1])])
def test_the_pain_of_a_day_is_the_highest_at_its_place(there, other, fires):
    sketch = pain(f"{other}x2", side="right").pain(f"{there}x2", side="left", **LEG)
    assert true_days(sketch, RULE) == fires


@pytest.mark.parametrize(
    ("base", "usual", "fires"),
    [
        ("0x28", 0, True),
        ("4 0x27", 0, True),
        ("4x2 0x26", 0, False),
        ("4 4l 0x26", 0, True),
        ("0x7 _x21", 9, True),
        ("0x6 _x22", 3, True),
        ("0x6 _x22", 4, False),
    ],
)
def test_the_feature_is_new(base, usual, fires):
    sketch = pain(base + " 0x12 4x2", **LEG).usual(LOWER_BACK, usual)
    assert (41 in true_days(sketch, RULE)) is fires


def test_known_bone_metastases_need_one_day():
    assert raised(pain("0x2 4", **LEG).spread(), RULE) == [("U6", LOWER_BACK, 2)]
    assert raised(pain("3", **LEG).spread(), RULE) == []
    assert raised(pain("4", **LEG).spread(known=False), RULE) == []


def test_too_few_days_are_a_result():
    assert not_enough_on(pain("4 _x7 4x2", **LEG), RULE) == [0, 8]
    assert report_of(pain("4", **LEG), RULE).not_enough_days == (
        NotEnoughDays("U6", LOWER_BACK, 1, 2, "last7"),
    )


def test_evidence_and_words():
    alert = alert_of(pain("4 0 _ 5", **LEG), RULE)
    assert (alert.tier, alert.family) == (Tier.URGENT, RULE.family.value)
    assert alert.evidence.days_used == (day(0), day(3))
    assert "on 2 of the 3 days you recorded this week" in alert.wording.noticed
