"""Numbers, windows and tiers of the rule book in words."""

from __future__ import annotations

import pytest

from diary.domain.windows import BASE28, LAST7
from diary.rules.book import rule_of
from diary.rules.labels import quantity, tiers_in_words, window_in_words, windows_of


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (0.75, "share", "75 %"),
        (3, "answer", "3 (very much)"),
        (2, "grade", "2 (moderate)"),
        (1, "days", "1 day"),
        (14, "days", "14 days"),
        (1, "points", "1 point"),
        (2, "points", "2 points"),
        (3.1, "score", "3.1"),
        (38.0, "degrees", "38"),
    ],
)
def test_quantities(value, unit, words):
    assert quantity(value, unit) == words


@pytest.mark.parametrize(
    ("window", "words"),
    [
        (LAST7, "the day judged and the 6 days before it"),
        (BASE28, "the 28 days that end 14 days before the day judged"),
    ],
)
def test_windows(window, words):
    assert window_in_words(window) == words


def test_every_window_a_rule_needs_days_of_is_explained():
    assert windows_of()["last7"] == LAST7
    assert windows_of((rule_of("E1"),)) == {}


@pytest.mark.parametrize(
    ("rule", "words"),
    [("E1", "call now"), ("W17", "this week, or today or tomorrow")],
)
def test_tiers(rule, words):
    assert tiers_in_words(rule_of(rule)) == words
