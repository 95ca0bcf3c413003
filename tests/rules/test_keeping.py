"""Q3: how the days behind a claim were kept."""

from __future__ import annotations

import pytest

from diary.domain.record import Record
from diary.rules.keeping import (
    FILLED_IN_LATER,
    NUMBERS,
    SENTENCE,
    is_filled_in_later,
    keeping,
    keeping_in_words,
    keeping_lines,
)
from diary.rules.model import Keeping
from tests.rules.diaries import alert_of, day, pain
from tests.rules.each_rule import FORBIDDEN

KEPT = Keeping(missing=0, copied=0, late=0, quiet=0, filled_in_later=False)


def kept(sketch, index, days=14, copied=()):
    """Return how the days up to a day were kept."""
    diary = sketch.diary()
    entries = tuple(
        entry.model_copy(update={"copied_from": day(0)})
        if entry.date in {day(number) for number in copied}
        else entry
        for entry in diary.entries
    )
    return keeping(Record(diary.model_copy(update={"entries": entries})), index, days)


def test_every_day_in_time():
    assert kept(pain("3x14"), 13) == KEPT


def test_missing_copied_late_and_quiet_days_of_the_window():
    sketch = pain("3x4 _x3 3l 3x6").quiet_period(-9, 1).quiet_period(1, 1).quiet_period(13, 20)
    expected = Keeping(missing=3, copied=2, late=1, quiet=3, filled_in_later=False)
    assert kept(sketch, 13, copied=(2, 9)) == expected
    # Only the days of the window, and the days before the first entry are not missing.
    assert kept(sketch, 13, days=3, copied=(2, 9)) == Keeping(0, 0, 0, 1, filled_in_later=False)
    first = kept(sketch, 3, days=7, copied=(2, 9))
    assert (first.missing, first.before) == (0, 3)


@pytest.mark.parametrize(
    ("line", "later"),
    [
        ("3x12 3lx4", True),  # 4 of 14
        ("3x9 3lx3", True),  # 3 of 12: a quarter exactly
        ("3x10 3lx3", False),
        ("3lx4 3x14", False),  # before the two weeks
        ("3l", True),
        ("3x3", False),
        ("3x4 _x13 3l", True),
    ],
)
def test_a_quarter_of_two_weeks_entered_late_is_filled_in_later(line, later):
    sketch = pain(line)
    index = Record(sketch.diary()).size - 1
    assert kept(sketch, index, days=7).filled_in_later is later


def test_nothing_is_not_filled_in_later():
    assert not is_filled_in_later([])


@pytest.mark.parametrize(
    ("keeping", "words"),
    [
        (KEPT, ""),
        (Keeping(1, 0, 0, 0, filled_in_later=False), "1 day missing."),
        (Keeping(2, 1, 0, 0, filled_in_later=False), "2 days missing and 1 copied."),
        (
            Keeping(2, 1, 3, 4, filled_in_later=True),
            "2 days missing, 1 copied, 3 entered late and 4 in a quiet period.",
        ),
        (
            Keeping(2, 0, 0, 0, filled_in_later=False, before=1),
            "2 days missing and 1 day before the diary began.",
        ),
        (Keeping(0, 0, 0, 0, filled_in_later=False, before=9), "9 days before the diary began."),
    ],
)
def test_in_words(keeping, words):
    assert keeping_in_words(keeping) == words
    lines = keeping_lines(keeping)
    assert lines[: bool(words)] == ((words,) if words else ())
    assert (FILLED_IN_LATER in lines) is keeping.filled_in_later


def test_nothing_is_said_where_it_is_not_known():
    assert keeping_lines(None) == ()


def test_it_stands_beside_the_claim_of_an_alert():
    alert = alert_of(pain("0x20 3x5 3lx4 _ 3x5"))
    assert alert.evidence.days_in_window == 14
    assert alert.evidence.keeping == Keeping(1, 0, 4, 0, filled_in_later=True)


def test_late_days_of_later_do_not_mark_an_earlier_claim():
    assert kept(pain("0x20 3x13 _x2 0lx9"), 32) == kept(pain("0x20 3x13"), 32)
    assert kept(pain("0x20 3x13 _x2 0lx9"), 43).filled_in_later


def test_its_number_and_words():
    for text in (SENTENCE, FILLED_IN_LATER, *(number.name for number in NUMBERS)):
        assert not FORBIDDEN.search(text)
    assert all(number.reason.note for number in NUMBERS)
