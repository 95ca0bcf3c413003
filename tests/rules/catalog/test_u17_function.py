"""U17: walking or daily tasks at 3 on 2 of the last 3 recorded days, with pain of 4 or more."""

from __future__ import annotations

import pytest

from diary.domain.places import PLACES, PlaceClass
from diary.rules.catalog.u17_function import RULE
from diary.rules.model import Tier
from tests.rules.diaries import alert_of, day, not_enough_on, pain, raised, true_days


def held(line, on, place="hip", field="walking", answer=3):
    """Return a line of pain with walking or tasks held back on some days, and not on others."""
    sketch = pain(line, place)
    for number in set(sketch.pains):
        sketch.tell(number, **{field: answer if number in on else 0})
    return sketch


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("field", ["walking", "daily_tasks"])
def test_fires_on_the_second_day_in_spine_and_bone(place, field):
    watched = PLACES[place].place_class in {PlaceClass.SPINE, PlaceClass.BONE}
    sketch = held("0x3 4x2", (3, 4), place, field)
    assert raised(sketch, RULE) == ([("U17", place, 4)] if watched else [])


@pytest.mark.parametrize(
    ("line", "on", "fires"),
    [
        ("4x3", (0, 2), [2]),
        ("4x4", (0, 3), []),
        ("4 _x5 4", (0, 6), [6]),
        ("4 _x6 4", (0, 7), []),  # the gap is too long
        ("4 3", (0, 1), []),
        ("4 !", (0, 1), []),
        ("4 ?", (0, 1), []),
        ("4 4l", (0, 1), []),  # a late day
        ("4 0 0l 4", (0, 3), [3]),
        ("4x2 0x2", (0, 1), [1, 2]),
    ],
)
def test_two_of_the_last_three_recorded_days_within_seven(line, on, fires):
    assert true_days(held(line, on), RULE) == fires


@pytest.mark.parametrize("answer", [0, 1, 2])
def test_only_the_highest_answer_counts(answer):
    assert raised(held("9x5", range(5), answer=answer), RULE) == []


def test_a_day_on_which_neither_was_answered_is_not_recorded_for_it():
    sketch = held("4x5", (0, 4))
    for number in (1, 2):
        sketch.told[number] = {"sleep": 3}
    assert true_days(sketch, RULE) == [4]


def test_one_of_both_is_enough_on_each_day():
    sketch = pain("4x2", "hip").tell(0, walking=3, daily_tasks=0).tell(1, daily_tasks=3)
    assert true_days(sketch, RULE) == [1]


@pytest.mark.parametrize(
    ("base", "on", "fires"),
    [
        ("0x28", (), True),
        ("0x28", (5,), True),
        ("0x28", (5, 6), False),  # twice before, whatever the pain
        ("_x28", (), True),
    ],
)
def test_it_must_be_sudden(base, on, fires):
    sketch = held(base + " 0x12 4x2", (*on, 40, 41))
    assert (41 in true_days(sketch, RULE)) is fires


def test_a_late_day_before_does_not_make_it_usual():
    sketch = held("0x42 4x2", (15, 16, 42, 43)).late(16)
    assert 43 in true_days(sketch, RULE)


def test_pain_at_two_places_counts_together_and_the_worse_is_named():
    sketch = held("4 0", (0, 1)).pain("0 6", "neck")
    assert raised(sketch, RULE) == [("U17", "neck", 1)]


def test_pain_and_function_must_be_of_the_same_day():
    assert raised(held("4 0 4 0", (1, 3)), RULE) == []


def test_usual_levels_and_known_bone_metastases_change_nothing():
    assert raised(held("4x2", (0, 1)).usual("hip", 9), RULE)
    assert raised(held("4x2", (1,)).spread(), RULE) == []


def test_one_recorded_day_cannot_tell_two():
    assert not_enough_on(held("4 _x7 4x2", (0, 8, 9)), RULE) == [0, 8]


def test_tier_evidence_and_words():
    alert = alert_of(held("4 0 5", (0, 2)), RULE)
    assert alert.tier is Tier.URGENT
    assert alert.evidence.days_used == (day(0), day(2))
    assert alert.wording.noticed == (
        "Walking or daily tasks were held back very much on 2 of the 3 days you answered this "
        "week, with pain in your hip."
    )
