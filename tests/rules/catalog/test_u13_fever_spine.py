"""U13: a fever on a day with spine pain of 4 or more that is 2 above what it was."""

from __future__ import annotations

import pytest

from diary.domain.places import PLACES, PlaceClass
from diary.rules.catalog.u13_fever_spine import RULE
from diary.rules.model import Tier
from tests.rules.diaries import alert_of, day, pain, raised, true_days


@pytest.mark.parametrize("place", PLACES)
def test_fires_with_pain_in_the_spine(place):
    sketch = pain("0x3 4", place).symptom(3, "fever")
    spine = PLACES[place].place_class is PlaceClass.SPINE
    assert raised(sketch, RULE) == ([("U13", "fever", 3)] if spine else [])


@pytest.mark.parametrize(("degrees", "fires"), [(37.9, False), (38.0, True), (39.0, True)])
def test_fires_by_the_thermometer(degrees, fires):
    sketch = pain("4").tell(0, temperature_c=degrees)
    assert raised(sketch, RULE) == ([("U13", None, 0)] if fires else [])


@pytest.mark.parametrize("new", ["yes", "no", "not_sure", None])
def test_the_fever_need_not_be_new(new):
    assert raised(pain("4").symptom(0, "fever", new=new).usual("fever", 1), RULE)


@pytest.mark.parametrize(
    ("line", "usual", "fires"),
    [
        ("4", 0, True),
        ("3", 0, False),
        ("4", 2, True),
        ("4", 3, False),
        ("!", 0, False),
        # Day 34 with base28 on days 0 to 20: its median counts, not the usual level.
        ("2x21 0x13 4", 9, True),
        ("3x21 0x13 4", 0, False),
        ("3x21 0x13 5", 9, True),
        ("3x10 2x11 0x13 4", 9, True),
        ("3x11 2x10 0x13 4", 0, False),
        # Six recorded days in it: the usual level.
        ("0x6 _x15 0x13 4", 3, False),
        ("0x7 _x14 0x13 4", 3, True),
    ],
)
def test_pain_of_4_and_2_above(line, usual, fires):
    sketch = pain(line).usual("lower_back", usual)
    last = max(sketch.pains)
    assert (last in true_days(sketch.symptom(last, "fever"), RULE)) is fires


def test_one_place_must_have_both():
    # The neck is 2 above but at 3; the lower back is at 5, as ever.
    sketch = pain("5x35").pain("0x34 3", "neck").symptom(34, "fever")
    assert true_days(sketch, RULE) == []


def test_on_the_same_day():
    assert true_days(pain("4 0").symptom(1, "fever"), RULE) == []


def test_late_entries_count():
    assert raised(pain("4l").symptom(0, "fever"), RULE) == [("U13", "fever", 0)]


def test_gaps_and_known_bone_metastases_change_nothing():
    sketch = pain("0 _x29 4 _x29 0").spread().symptom((0, 30, 60), "fever")
    assert true_days(sketch, RULE) == [30]


def test_tier_evidence_and_words():
    alert = alert_of(pain("0 4").symptom(1, "fever"), RULE)
    assert alert.tier is Tier.URGENT
    assert alert.evidence.days_used == (day(1),)
    assert alert.wording.ordinary
