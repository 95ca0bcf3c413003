"""W4: pain that newly keeps to night, morning or rest, or newly wakes her.

Day 41 looks at days 0 to 27 (base56) and 35 to 41 (last7).
"""

from __future__ import annotations

import dataclasses

import pytest

from diary.domain.places import PLACES, PlaceClass
from diary.domain.record import Record
from diary.rules.catalog import w4_night_or_rest as w4
from diary.rules.catalog.w4_night_or_rest import RULE
from diary.rules.context import Context
from tests.rules.catalog.counted import last_verdict
from tests.rules.diaries import LOWER_BACK, alert_of, day, pain, raised, steps, true_days

WATCHED = {PlaceClass.SPINE, PlaceClass.BONE}
AT_NIGHT = {"timing": ("night",)}


def patterned(line, plain="", first=0, place=LOWER_BACK, **details):
    """Return a line of days with the pattern, after or beside a line without."""
    return pain(plain, place).pain(line, place, first, **(details or AT_NIGHT))


@pytest.mark.parametrize("place", PLACES)
def test_fires_in_the_spine_and_at_bones(place):
    expected = [("W4", place, 4)] if PLACES[place].place_class in WATCHED else []
    assert raised(patterned("2x5", place=place), RULE) == expected


def test_its_tier_is_soon():
    alert = alert_of(patterned("2x5"), RULE)
    assert steps(alert) == [("W4", "soon", 4)]
    assert alert.evidence.days_used == tuple(map(day, range(5)))


@pytest.mark.parametrize(
    ("field", "value", "counts"),
    [
        *(("timing", each, True) for each in ("night", "early_morning", "better_by_day")),
        ("timing", "all_day", True),
        ("timing", "daytime", False),
        ("timing", "evening", False),
        ("worse_with", "resting", True),
        ("worse_with", "lying_flat", False),
        ("worse_with", "movement", False),
    ],
)
def test_what_makes_the_pattern(field, value, counts):
    sketch = patterned("2x5", **{field: ("movement", value) if field == "worse_with" else (value,)})
    assert last_verdict(sketch, RULE) is counts


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2x5", True),
        ("2x4 0", False),
        ("2x4 1", False),
        ("2x4", None),
        ("2x4 2l", None),  # late
        ("2x4 ?", None),
        ("2x3 _x2 2x2", True),
        ("2x3 _x3 2x2", None),
    ],
)
def test_five_days_of_pain(line, expected):
    assert last_verdict(patterned(line), RULE) is expected


@pytest.mark.parametrize(
    ("patterns", "plain", "fires"), [(3, 2, True), (2, 3, False), (4, 3, False), (5, 2, True)]
)
def test_three_fifths_of_the_days_with_pain(patterns, plain, fires):
    sketch = patterned(f"3x{patterns}", f"_x{patterns} 3x{plain}")
    assert last_verdict(sketch, RULE) is fires


@pytest.mark.parametrize(
    ("before", "patterns_before", "fires"),
    [
        ("3x28", 9, True),
        ("3x28", 10, False),  # a third
        ("3x7 _x21", 2, True),
        ("3x7 _x21", 3, False),
        ("0x28", 0, True),
        ("3x3 0x25", 1, False),  # a third of the days with pain, however few
        ("3x4 0x24", 1, True),
    ],
)
def test_the_pattern_must_be_new(before, patterns_before, fires):
    sketch = pain("")
    for number, each in enumerate(pain(before).entries()):
        if each.pains:
            details = AT_NIGHT if number < patterns_before else {}
            sketch.pain("3", first=number, **details)
        else:
            sketch.pain("0", first=(each.date - day(0)).days)
    sketch.pain("0x7", first=28).pain("3x7", first=35, **AT_NIGHT)
    assert (41 in true_days(sketch, RULE)) is fires


def test_the_baseline_is_eight_weeks():
    # Day 69 looks back to day 0.
    before = patterned("3x14", "_x14 3x28 _x14", first=0)
    assert 69 not in true_days(before.pain("3x14", first=56, **AT_NIGHT), RULE)
    assert 83 in true_days(
        patterned("3x14", "_x14 3x56", first=0).pain("3x14", first=70, **AT_NIGHT), RULE
    )


@pytest.mark.parametrize(("usual", "fires"), [(0, True), (1, True), (2, False)])
def test_with_a_short_baseline_the_usual_level_decides(usual, fires):
    sketch = patterned("5x7", "0x6 _x29", first=35).usual(LOWER_BACK, usual)
    assert (41 in true_days(sketch, RULE)) is fires
    longer = patterned("5x7", "0x7 _x28", first=35).usual(LOWER_BACK, usual)
    assert 41 in true_days(longer, RULE)


@pytest.mark.parametrize(
    ("place", "line", "expected"),
    [
        (LOWER_BACK, "1nx3", True),
        (LOWER_BACK, "3nx3", True),
        (LOWER_BACK, "3nx2 0", None),
        (LOWER_BACK, "3nx2 0x3", False),
        (LOWER_BACK, "4nx3", True),
        (LOWER_BACK, "3nx2 4n 0x2", True),
        ("hip", "1nx3", True),
        ("hip", "9nx3", True),
        ("hip", "9gx5", False),
        ("knee", "9nx3", False),
        (LOWER_BACK, "3nx2 3nl 0x3", False),
        (LOWER_BACK, "3nx2 _x4 3n", True),
        (LOWER_BACK, "3nx2 _x5 3n", None),
    ],
)
def test_three_bad_nights_however_bad_the_pain(place, line, expected):
    assert last_verdict(pain(line, place), RULE, place if place != "knee" else None) is expected


@pytest.mark.parametrize(
    ("before", "usual", "fires"),
    [
        ("2nx3 0x25", 0, True),
        ("2nx4 0x24", 0, False),  # one of 7
        ("2n 0x6 _x21", 0, False),
        ("2n 0x7 _x20", 0, True),
        ("2n 0x5 _x22", 0, True),  # too few days: the usual level
        ("2n 0x5 _x22", 2, False),
        ("8nx4 0x24", 0, False),  # usual nights are usual however bad
    ],
)
def test_the_nights_must_be_new(before, usual, fires):
    sketch = pain(f"{before} 0x7 2nx3").usual(LOWER_BACK, usual)
    assert (37 in true_days(sketch, RULE)) is fires


@pytest.mark.parametrize(("most", "fires"), [(3, False), (4, True)])
def test_an_evaluation_may_leave_the_worst_nights_out(most, fires):
    context = Context(Record(pain("0x2 4nx3").diary()))
    numbers = dataclasses.replace(w4.NUMBERS, night_highest=lambda _place: most)
    (track,) = w4.watch(context, numbers)
    assert bool(track.verdicts[-1] > 0) is fires
