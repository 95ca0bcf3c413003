"""W6: more painkillers than before, beside pain that did not fall; and W2, which reads it.

Day 41 looks at days 0 to 27 (base28) and 35 to 41 (last7).
"""

from __future__ import annotations

import pytest

from diary.domain.places import PLACES, PlaceClass
from diary.rules.catalog.w2_step_up import RULE as W2
from diary.rules.catalog.w6_more_painkillers import RULE
from tests.rules.catalog.counted import last_verdict, true_days_beside
from tests.rules.diaries import LOWER_BACK, alerts_of, pain, raised, steps, true_days


def taken(before, now, line="3x42", kind="paracetamol", answered=42):
    """Return six weeks of pain, with the doses of some days of base28 and of last7."""
    sketch = pain(line)
    for first, doses in ((0, before), (35, now)):
        for number, each in enumerate(doses, first):
            if each:
                sketch.medicine(number, kind, doses=each)
    return sketch.no_medicines(range(answered))


def test_fires_with_the_third_day():
    sketch = taken([], [0, 1, 1, 1, 1, 1, 1])
    assert raised(sketch, RULE) == [("W6", LOWER_BACK, 38)]
    (alert,) = alerts_of(sketch, RULE)
    assert steps(alert) == [("W6", "soon", 38)]
    assert alert.evidence.numbers["painkiller_days_a_week"] == 6
    assert alert.evidence.numbers["painkiller_days_a_week_before"] == 0


@pytest.mark.parametrize(
    ("before", "now", "fires"),
    [
        ([], [1] * 3, True),
        ([], [1] * 2, False),
        ([1] * 4, [1] * 4, True),  # one a week, then four
        ([1] * 5, [1] * 4, False),
        # Doses: 7 a week before.
        ([1] * 28, [2] * 5 + [1] * 2, True),  # 12 a week
        ([1] * 28, [2] * 4 + [1] * 3, False),
        ([2] * 28, [3] * 7, True),  # 14, then 21
        ([2] * 28, [3] * 6 + [2], False),  # 20: 6 more, but not by half
        ([1] * 28, [1] * 7, False),
    ],
)
def test_days_and_doses(before, now, fires):
    assert last_verdict(taken(before, now), RULE) is fires


def test_exactly_half_as_many_doses_again():
    # 24 doses in 10 days, then 18 in 5: 16.8 and 25.2 a week.
    sketch = pain("3x42")
    sketch.medicine(range(10), "paracetamol", doses=2).medicine(range(4), "paracetamol")
    sketch.medicine(range(37, 42), "paracetamol", doses=3).medicine((39, 40, 41), "paracetamol")
    assert last_verdict(sketch, RULE) is True


@pytest.mark.parametrize("kind", ["opioid", "steroid"])
@pytest.mark.parametrize(
    ("before", "now", "fires"),
    [
        ([], [1], True),
        ([1], [1], False),
        ([0] * 28 + [1] * 7, [1], True),  # begun within the last fortnight
    ],
)
def test_a_first_strong_one(kind, before, now, fires):
    sketch = taken(before, [0] * 6 + now, kind=kind)
    assert last_verdict(sketch, RULE) is fires


@pytest.mark.parametrize(
    ("kind", "fires"),
    [("anti_inflammatory", True), ("nerve_pain", True), ("other", False), (None, False)],
)
def test_what_is_a_painkiller(kind, fires):
    sketch = taken([], [])
    sketch.medicine(range(35, 42), kind)
    assert last_verdict(sketch, RULE) is fires


def test_a_medicine_with_no_dose_is_not_taken():
    sketch = taken([], []).medicine(range(35, 42), "opioid", doses=0)
    assert last_verdict(sketch, RULE) is False


def test_a_week_of_amounts_that_were_not_told_cannot_be_judged():
    sketch = taken([], []).medicine(range(35, 42), "opioid", doses=None)
    assert last_verdict(sketch, RULE) is None


@pytest.mark.parametrize(("days", "expected"), [(18, True), (19, None)])
def test_an_amount_that_was_not_told_is_not_read_as_none(days, expected):
    sketch = taken([], []).medicine(range(35, 42), "paracetamol")
    assert last_verdict(sketch.medicine(range(days), "paracetamol", doses=None), RULE) is expected


@pytest.mark.parametrize(("doses", "expected"), [(None, False), (0, True), (1, False)])
def test_an_opioid_in_an_amount_that_was_not_told_was_there_before(doses, expected):
    sketch = taken([], []).medicine(41, "opioid").medicine(5, "opioid", doses=doses)
    assert last_verdict(sketch, RULE) is expected


def test_a_day_with_a_known_dose_is_a_painkiller_day_whatever_else_was_taken():
    sketch = taken([], [1] * 3).medicine(range(35, 38), "nerve_pain", doses=None)
    assert last_verdict(sketch, RULE) is True


@pytest.mark.parametrize(
    ("line", "fires"),
    [
        ("5x28 4x14", True),
        ("5x28 4x13 3", False),
        ("2x42", True),
        ("2x41 1", False),
        ("4 5x11 _x16 _x11 4 4 3", False),  # from 4.92 to 3.67
        ("4x4 5x8 _x16 _x11 4 4 3", True),  # from 4.67 to 3.67: exactly 1
        ("_x38 3x4", True),  # nothing to have fallen from
        ("3x35 _x7", False),
    ],
)
def test_the_pain_did_not_fall(line, fires):
    assert last_verdict(taken([], [1] * 7, line), RULE) is fires


@pytest.mark.parametrize(
    ("unknown", "late", "expected"),
    [
        ((), (), True),
        (range(18), (), True),
        (range(19), (), None),
        (range(36, 39), (), True),
        (range(35, 39), (), None),
        ((), range(19), None),
        ((), range(35, 39), None),
    ],
)
def test_minimums(unknown, late, expected):
    sketch = taken([], [1] * 7)
    for number in unknown:
        del sketch.medicines[number]
    assert last_verdict(sketch.late(*late), RULE) is expected


@pytest.mark.parametrize("place", PLACES)
def test_places_of_spine_and_bone(place):
    watched = PLACES[place].place_class in {PlaceClass.SPINE, PlaceClass.BONE}
    sketch = taken([], [1] * 3, "0x42").pain("9x42", place)
    assert raised(sketch, RULE) == ([("W6", place, 37)] if watched else [])


def test_it_names_the_place_that_hurts_most():
    sketch = taken([], [1] * 7).pain("4x42", "hip").pain("9x42", "knee")
    assert [place for _rule, place, _day in raised(sketch, RULE)] == ["hip"]


# W2: from a baseline of 7 on, a rise of 1 is enough where W6 is true.
@pytest.mark.parametrize(
    ("line", "fires"),
    [
        ("7x35 8x7", True),
        ("7x35 8x6 7", False),
        ("7x27 6 7x7 9x7", False),
        ("7x9 9 _x18 7x7 8x4 9 _x2", True),  # 72/10 and 41/5: a rise of exactly 1
    ],
)
def test_w2_with_a_high_baseline(line, fires):
    sketch = taken([], [1] * 7, line)
    days = true_days_beside(sketch, W2, RULE, place=LOWER_BACK)
    assert (41 in days) is fires
    assert 41 not in true_days(sketch, W2)


def test_w2_needs_w6_at_the_same_place_and_its_own_minimums():
    sketch = taken([], [1] * 7, "7x35 8x7").pain("9x42", "hip")
    assert true_days_beside(sketch, W2, RULE, place=LOWER_BACK) == []
    sketch = taken([], [1] * 7, "7x28 _x7 8x7")
    assert 41 not in true_days_beside(sketch, W2, RULE)
    assert true_days_beside(taken([], [1] * 2, "7x35 8x7"), W2, RULE) == []
