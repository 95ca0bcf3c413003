"""What several conditions are made of, edge by edge."""

from __future__ import annotations

import math

import numpy as np
import pytest

from diary.domain.record import Record
from diary.domain.windows import BASE28, LAST7
from diary.rules.conditions.shapes import (
    enough_days,
    evidence,
    last_recorded,
    lowest_of_last,
    place_words,
    reaches,
    rounded,
    verdicts,
)
from diary.rules.model import Tier
from diary.rules.rule import Minimum
from tests.rules.diaries import day, pain

NAN = math.nan


def flags(text):
    return np.array([mark == "1" for mark in text])


def test_a_verdict_is_met_not_met_or_not_enough_days():
    assert verdicts(flags("1100"), flags("1010"), Tier.URGENT).tolist() == [3, 3, 0, -1]


def test_every_window_needs_its_days():
    values = np.array([1.0] * 20 + [NAN] * 3)
    assert enough_days(values, ()).all()
    minimums = (Minimum(LAST7, 5), Minimum(BASE28, 2))
    assert np.flatnonzero(enough_days(values, minimums)).tolist() == [15, 16, 17, 18, 19, 20, 21]


def test_where_the_last_recorded_days_begin():
    values = np.array([4, NAN, 2, NAN, NAN, 7, 1.0])
    assert last_recorded(values, 2, 7).tolist() == [-1, -1, 0, 0, 0, 1, 2]
    assert last_recorded(values, 2, 3).tolist() == [-1, -1, 0, -1, -1, -1, 2]
    assert last_recorded(np.full(3, NAN), 1, 9).tolist() == [-1, -1, -1]


@pytest.mark.parametrize(
    ("count", "within", "lowest"),
    [
        (1, 1, [4, None, 2, None, None, 7, 1]),
        (2, 4, [None, None, 2, 2, None, 2, 1]),
        (3, 7, [None, None, None, None, None, 2, 1]),
        (9, 99, [None] * 7),
    ],
)
def test_the_lowest_of_the_last_recorded_days(count, within, lowest):
    values = np.array([4, NAN, 2, NAN, NAN, 7, 1.0])
    found = lowest_of_last(values, count, within).tolist()
    assert [None if math.isnan(value) else value for value in found] == lowest


def test_exactly_the_limit_is_reached_and_unknown_never():
    assert reaches(np.array([4.6 - 2.6, 2.0, 1.99, NAN]), 2).tolist() == [True, True, False, False]


@pytest.mark.parametrize(
    ("value", "shown"),
    [(3.0, 3), (2.345, 2.35), (0.1 + 0.2, 0.3), (7, 7), (np.int64(4), 4)],
)
def test_numbers_are_shown_whole_or_with_two_decimals(value, shown):
    assert rounded(value) == shown
    assert type(rounded(value)) is type(shown)


def test_evidence_holds_the_days_of_the_window_only():
    record = Record(pain("3x5 _ 4 ? 5").diary())
    scores = record.scores_on_time("lower_back")
    found = evidence(record, scores, LAST7, 8, used=scores >= 4, numbers={"mean": 3.5})
    assert found.days_used == (day(6), day(8))
    assert (found.days_recorded, found.days_in_window) == (5, 7)
    assert found.numbers == {"mean": 3.5}


def test_a_place_has_its_words():
    assert place_words("sacrum") == "the base of your spine"
