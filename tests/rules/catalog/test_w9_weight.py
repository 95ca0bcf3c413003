"""W9: weight that fell by 5 % in half a year or 3 kg in two months, and was not meant to."""

from __future__ import annotations

import pytest

from diary.rules.catalog.w9_weight import RULE
from tests.rules.catalog.counted import NEWNESS, last_verdict
from tests.rules.diaries import Sketch, alert_of, day, raised, steps, true_days

# The last two weights, on days 199 and 200: 60 to 180 days ago are days 20 to 140, 21 to 60 days
# ago are days 140 to 179.
LAST = 200


def weighed(weights, sketch=None):
    """Return a sketch with some weights, by day."""
    sketch = Sketch() if sketch is None else sketch
    for number, kilograms in weights.items():
        sketch.tell(number, weight_kg=kilograms)
    return sketch


def lost(earlier, now):
    """Return a sketch with earlier weights, and the last two."""
    return weighed({**earlier, LAST - 1: now, LAST: now})


def test_fires_with_the_second_light_weight():
    sketch = weighed({30: 70, 31: 70, 190: 66, 200: 66})
    assert raised(sketch, RULE) == [("W9", None, 200)]
    assert steps(alert_of(sketch, RULE)) == [("W9", "soon", 200)]
    evidence = alert_of(sketch, RULE).evidence
    assert evidence.days_used == tuple(map(day, (30, 31, 190, 200)))
    assert evidence.numbers == {"weight_now": 66, "weight_before": 70}


@pytest.mark.parametrize(
    ("earlier", "now", "expected"),
    [
        ({20: 70, 139: 70}, 66.5, True),  # exactly 95 %
        ({20: 70, 139: 70}, 66.6, False),
        ({20: 66, 139: 66}, 62.7, True),  # exactly 95 %, which a machine makes a little less
        ({19: 70, 139: 70}, 66.5, None),  # 181 days ago
        ({20: 70, 180: 70}, 60, None),  # 20 days ago
        ({20: 72, 60: 70, 100: 68}, 66.5, True),  # the middle one
        ({20: 72, 60: 69, 100: 68}, 66.5, False),
        ({141: 70, 179: 70}, 67, True),  # exactly 3 kg
        ({141: 70, 179: 70}, 67.1, False),
        ({141: 67.4, 179: 67.4}, 64.4, True),
        ({141: 70, 180: 70}, 60, None),
        ({141: 100, 179: 100}, 97, True),
        ({20: 100, 139: 100}, 96, False),  # 4 kg, but long ago
        ({20: 70, 139: 70, 150: 66, 160: 66}, 66, True),
        ({20: 66, 139: 66, 150: 70, 160: 70}, 66, True),
        ({}, 40, None),
        ({30: 70}, 40, None),
    ],
)
def test_how_much_against_when(earlier, now, expected):
    assert last_verdict(lost(earlier, now), RULE) is expected


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        ({200: 60}, None),
        ({186: 60, 200: 60}, True),  # 14 days apart
        ({185: 60, 200: 60}, None),
        ({199: 60, 200: 72}, True),  # their middle value is 66
        ({199: 61, 200: 73}, False),
        ({198: 90, 199: 66, 200: 66}, True),  # only the last two
    ],
)
def test_the_last_two_weights(weights, expected):
    assert last_verdict(weighed({30: 70, 31: 70, **weights}), RULE) is expected


def test_late_weights_are_left_out():
    assert last_verdict(lost({30: 70, 31: 70}, 60).late(30), RULE) is None
    sketch = lost({30: 70, 31: 70, 197: 70, 198: 70}, 60).late(199, 200).tell(201, sleep=0)
    assert last_verdict(sketch, RULE) is False


@pytest.mark.parametrize(("on", "fires"), [(200, False), (20, False), (19, True), (201, True)])
def test_a_meant_loss_holds_it_back_for_180_days(on, fires):
    sketch = lost({30: 70, 31: 70}, 60).event("intended_weight_loss", on).event("scan", 200)
    assert last_verdict(sketch, RULE) is fires


def test_a_meant_loss_before_the_first_entry():
    sketch = weighed({0: 70, 1: 70, 70: 60, 71: 60}).event("intended_weight_loss", -100)
    assert true_days(sketch, RULE) == []
    sketch = weighed({0: 70, 1: 70, 70: 60, 71: 60}).event("intended_weight_loss", -400)
    assert true_days(sketch, RULE) == [71]


@pytest.mark.parametrize(("new", "usual", "fires"), NEWNESS)
def test_without_weights_clothes_that_are_looser_are_for_the_visit(new, usual, fires):
    sketch = Sketch().symptom(3, "weight_loss", new=new).usual("weight_loss", usual)
    assert raised(sketch, RULE) == ([("W9", "weight_loss", 3)] if fires else [])
    if fires:
        assert steps(alert_of(sketch, RULE)) == [("W9", "next_visit", 3)]


def test_the_scales_speak_before_the_clothes():
    sketch = lost({30: 70, 31: 70}, 70).symptom(LAST, "weight_loss", new="yes")
    assert true_days(sketch, RULE) == []
    sketch = weighed({LAST: 60}).symptom(LAST, "weight_loss", new="yes")
    assert true_days(sketch, RULE) == [LAST]


def test_a_meant_loss_holds_back_the_clothes_too():
    sketch = Sketch().symptom(3, "weight_loss", new="yes").event("intended_weight_loss", 0)
    assert true_days(sketch, RULE) == []
