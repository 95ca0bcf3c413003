from __future__ import annotations

import pytest

from diary.domain.choices import QUALITIES
from diary.report.model import Fact
from diary.report.words import (
    days,
    fact,
    named,
    of_days,
    own_words,
    short_period,
    tally,
    yes_no,
)
from tests.report.small import day


@pytest.mark.parametrize("text", ["Ruth", "12 #let *b*", "Привет", "腰", "😀", ""])
def test_words_from_left_to_right_stay_as_they_are(text):
    assert own_words(text) == text


def test_words_from_right_to_left_are_set_apart():
    assert own_words("أحمد 12") == "\u2068أحمد 12\u2069"


def test_words_cannot_end_their_own_setting_apart():
    assert own_words("א\u2069 12") == "\u2068א[U+2069] 12\u2069"


@pytest.mark.parametrize(("value", "words"), [(True, "yes"), (False, "no"), (None, "not answered")])
def test_not_answered_is_not_no(value, words):
    assert yes_no(value) == words


def test_days_are_counted():
    assert days(1) == "1 day"
    assert days(0) == "0 days"
    assert of_days(1, 13) == "1 of 13 days"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (None, None, "not recorded"),
        (0, None, "since 1 March 2026"),
        (None, 1, "until 2 March 2026"),
        (0, 1, "1 March to 2 March 2026"),
        (0, 0, "1 March 2026"),
    ],
)
def test_a_period_may_be_open(start, end, words):
    first = None if start is None else day(start)
    last = None if end is None else day(end)
    assert short_period(first, last) == words


def test_what_is_not_known_is_said_in_words():
    assert fact("Onset", None) == Fact("Onset", "not recorded", known=False)
    assert fact("Onset", "sudden") == Fact("Onset", "sudden")


def test_a_tally_tells_most_days_first_and_then_in_the_order_of_the_catalogue():
    said = ["burning", "sharp", "dull", "burning", "electric", "tender", "shooting"]
    assert tally(said, QUALITIES) == "burning (2 days), dull (1), sharp (1), shooting (1), 2 more"
    assert tally(said[:1], QUALITIES) == "burning (1 day)"
    assert tally([], QUALITIES) is None


def test_an_answer_that_never_changed_needs_no_days():
    assert named(["dull", "dull"], QUALITIES) == "dull"
    assert named(["dull", "sharp"], {"dull": "dull", "sharp": "sharp"}) == "dull (1 day), sharp (1)"
    assert named([], QUALITIES) is None
