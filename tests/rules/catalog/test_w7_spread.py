"""W7: two places more than in the fullest week before, or milder pain that newly spreads.

Day 41 looks at days 0 to 27 (base28) and 35 to 41 (last7).
"""

from __future__ import annotations

import pytest

from diary.rules.catalog.w7_spread import RULE
from tests.rules.catalog.counted import last_verdict
from tests.rules.diaries import LOWER_BACK, alert_of, pain, raised, steps, true_days


def places(**lines):
    """Return a sketch with a line for each place."""
    sketch = pain("0x42")
    for place, line in lines.items():
        sketch.pain(line, place)
    return sketch


QUIET = "0x35 3x7"


def test_fires_with_the_third_day_at_two_new_places_and_names_the_newest():
    sketch = places(hip="0x35 3x7", ribs="0x36 3x6")
    assert raised(sketch, RULE) == [("W7", "ribs", 38)]
    alert = alert_of(sketch, RULE)
    assert steps(alert) == [("W7", "soon", 38)]
    assert alert.evidence.numbers == {"places": 2, "places_before": 0}
    assert "fever" in alert.wording.worked_out


@pytest.mark.parametrize(
    ("lines", "fires"),
    [
        ({"hip": QUIET, "ribs": QUIET}, True),
        ({"hip": QUIET}, False),
        ({"hip": QUIET, "ribs": "0x35 2x7"}, False),
        ({"hip": QUIET, "ribs": "0x35 3x2 0x5"}, False),
        ({"hip": QUIET, "ribs": "0x35 3x3 0x4"}, True),
        ({"hip": QUIET, "knee": QUIET}, False),
        ({"hip": QUIET, "flank": QUIET}, False),
        ({"hip": QUIET, "ribs": QUIET, "neck": "3x42"}, True),  # 3 against 1
        ({"hip": QUIET, "ribs": "3x3 0x32 3x7"}, False),  # one of them was there in a week
        ({"hip": QUIET, "ribs": "3x2 0x33 3x7"}, True),
        ({"hip": QUIET, "ribs": QUIET, "neck": "3x3 0x39"}, False),
        ({"hip": QUIET, "ribs": QUIET, "neck": "0x25 3x3 0x14"}, False),
        ({"hip": QUIET, "ribs": QUIET, "neck": "0x26 3x3 0x13"}, True),  # not within base28
    ],
)
def test_how_many_places_against_the_fullest_week_before(lines, fires):
    assert (41 in true_days(places(**lines), RULE)) is fires


def test_weeks_are_counted_each_for_itself():
    # One place in one week and another in the next: the fullest week holds one.
    lines = {"neck": "3x3 0x39", "sacrum": "0x14 3x3 0x25"}
    assert 41 not in true_days(places(hip=QUIET, ribs=QUIET, **lines), RULE)
    assert 41 in true_days(places(hip=QUIET, ribs=QUIET, skull=QUIET, **lines), RULE)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("0x10 _x25 3x4", True),
        ("0x9 _x26 3x4", None),
        ("0x9 0l _x25 3x4", None),  # late
        ("0x28 _x7 3x3", None),
        ("0x28 _x7 3x3 _ 3", True),
        ("0x28 _x7 3x3 ?", None),
    ],
)
def test_minimums(line, expected):
    assert last_verdict(pain(line, "hip").pain(line, "ribs"), RULE) is expected


# Milder pain that newly spreads to hip, thigh or ribs.
@pytest.mark.parametrize(
    ("place", "line", "to", "fires"),
    [
        (LOWER_BACK, "3", "hip_thigh", True),
        (LOWER_BACK, "3", "ribs", True),
        (LOWER_BACK, "1", "ribs", True),
        (LOWER_BACK, "4", "ribs", False),  # from 4 on it is U6
        (LOWER_BACK, "3", "one_leg", False),
        (LOWER_BACK, "!", "ribs", False),
        (LOWER_BACK, "3l", "ribs", False),
        ("hip", "2", "hip_thigh", True),
        ("knee", "2", "hip_thigh", False),
    ],
)
def test_a_milder_pain_that_spreads(place, line, to, fires):
    sketch = pain(line, place, spreads_to=(to,))
    assert raised(sketch, RULE) == ([("W7", place, 0)] if fires else [])
    if fires:
        assert steps(alert_of(sketch, RULE)) == [("W7", "soon", 0)]


@pytest.mark.parametrize(("there", "other", "fires"), [("3", 4, []), ("3", 3, [0]), ("!", 3, [0])])
def test_the_pain_of_a_day_is_the_highest_at_its_place(there, other, fires):
    sketch = pain(f"{other}", side="right").pain(there, side="left", spreads_to=("ribs",))
    assert true_days(sketch, RULE) == fires


@pytest.mark.parametrize(("days", "fires"), [((), True), ((5,), True), ((5, 6), False)])
def test_the_spreading_must_be_new(days, fires):
    sketch = pain("0x42")
    for number in (*days, 41):
        sketch.pain("3", first=number, spreads_to=("ribs",))
    assert (41 in true_days(sketch, RULE)) is fires


@pytest.mark.parametrize(("usual", "fires"), [(2, True), (3, False)])
def test_with_a_short_baseline_the_usual_level_decides(usual, fires):
    sketch = pain("3", spreads_to=("ribs",)).usual(LOWER_BACK, usual)
    assert true_days(sketch, RULE) == ([0] if fires else [])
