"""What the conditions share: the worst of a class, usual levels, what was ever reported."""

from __future__ import annotations

import math

import numpy as np
import pytest

from diary.domain.places import PlaceClass
from diary.domain.record import Record
from diary.rules.context import Context
from diary.rules.track import Track
from tests.rules.diaries import LOWER_BACK, Sketch, pain


def context_of(sketch):
    return Context(Record(sketch.diary()))


def plain(values):
    return [None if math.isnan(value) else value for value in values]


def test_places_that_were_never_reported_cost_nothing():
    context = context_of(pain("3").pain("2", "neck").pain("1", "knee"))
    assert context.reported(PlaceClass.SPINE) == ("neck", LOWER_BACK)
    assert context.reported(PlaceClass.BONE) == ()
    assert context.reported(PlaceClass.JOINT, PlaceClass.SPINE) == ("neck", LOWER_BACK, "knee")


def test_a_class_is_as_bad_as_its_worst_region():
    sketch = pain("3 0 ? _ 0 9l").pain("5 2 _ _ 0 9", "neck").pain("9x2", "hip")
    spine = context_of(sketch).class_scores(PlaceClass.SPINE)
    assert plain(spine) == [5, 2, None, None, 0, None]


def test_a_pain_of_unknown_amount_leaves_the_class_unknown_unless_another_place_hurts():
    sketch = pain("! ! !").pain("0 4 0", "neck")
    context = context_of(sketch)
    assert plain(context.class_scores(PlaceClass.SPINE)) == [None, 4, None]
    assert context.class_scores(PlaceClass.SPINE) is context.class_scores(PlaceClass.SPINE)


def test_a_class_without_a_report_is_free_of_pain_where_the_question_was_answered():
    assert plain(context_of(pain("3 ? 0")).class_scores(PlaceClass.SOFT)) == [0, None, 0]


@pytest.mark.parametrize(
    ("levels", "by_day"),
    [
        ([], [0, 0, 0, 0]),
        ([(3, None)], [3, 3, 3, 3]),
        ([(3, 2)], [0, 0, 3, 3]),
        ([(3, -40)], [3, 3, 3, 3]),
        ([(3, 4)], [0, 0, 0, 0]),
        ([(2, 1), (5, None)], [5, 2, 2, 2]),
        ([(4, 3), (2, 1)], [0, 2, 2, 4]),
        ([(4, 1), (0, 2)], [0, 4, 0, 0]),
        ([(4, None), (2, None)], [2, 2, 2, 2]),
        ([(4, 1), (2, 1)], [0, 2, 2, 2]),
    ],
)
def test_the_usual_level_is_the_last_that_began(levels, by_day):
    sketch = pain("0x4")
    for level, since in levels:
        sketch.usual(LOWER_BACK, level, since)
    assert context_of(sketch).usual(LOWER_BACK).tolist() == by_day


def test_the_highest_usual_level_of_a_class():
    sketch = pain("0x3").usual(LOWER_BACK, 2).usual("neck", 4, since=1).usual("hip", 9)
    sketch.usual("heavy_legs", 3)
    context = context_of(sketch)
    assert context.highest_usual(PlaceClass.SPINE).tolist() == [2, 4, 4]
    assert context.highest_usual(PlaceClass.SPINE, PlaceClass.BONE).tolist() == [9, 9, 9]
    assert context.highest_usual(PlaceClass.JOINT).tolist() == [0, 0, 0]


@pytest.mark.parametrize(("answer", "known"), [(True, True), (False, False), (None, False)])
def test_bone_metastases_are_known_only_where_she_said_yes(answer, known):
    assert context_of(Sketch().entry(0).spread(known=answer)).bone_metastases is known


def test_what_is_kept_is_made_once():
    made = []
    context = context_of(pain("3"))
    for _time in range(2):
        assert context.kept("key", lambda: made.append("made") or len(made)) == 1
    assert context.kept("other", lambda: 5) == 5
    assert made == ["made"]


def test_a_rule_is_heard_at_the_places_where_it_was_true():
    context = context_of(pain("3x3"))
    assert context.true_places("A") == ()
    assert context.true_days("A", "hip").tolist() == [False] * 3
    never, once = np.array([0, -1, 0], dtype=np.int8), np.array([0, 2, 0], dtype=np.int8)
    context.hear("A", [Track("neck", never, None), Track("hip", never, None)])
    context.hear("A", [Track("hip", once, None)])
    assert context.true_places("A") == ("hip",)
    assert context.true_days("A", "hip").tolist() == [False, True, False]
    assert context.true_days("A", "neck").tolist() == [False] * 3
    assert context.true_anywhere("A").tolist() == [False, True, False]


def test_nothing_stated_is_a_usual_level_of_0_shared_by_all():
    context = context_of(pain("3x2").usual("hip", 4))
    assert context.usual("neck") is context.usual("fatigue")
    assert context.usual("neck").tolist() == [0, 0]
    with pytest.raises(ValueError, match="read-only"):
        context.usual("hip")[0] = 9
