"""What was said of a day is kept while another is shown."""

from __future__ import annotations

import datetime as dt

import pytest

from diary.domain.entry import DayEntry
from diary.ui.facts import DayLoaded
from diary.ui.today.begun_days import BegunDays, filled
from diary.ui.today.draft import Draft
from tests.ui.fakes import TODAY

YESTERDAY = TODAY - dt.timedelta(days=1)


@pytest.fixture
def begun(bridge):
    return BegunDays(bridge)


def test_only_what_says_something_is_kept(begun):
    begun.keep(Draft(TODAY))
    assert TODAY not in begun
    begun.keep(Draft(TODAY, note="a"))
    begun.keep(Draft(YESTERDAY, note="b"))
    assert [draft.note for draft in begun] == ["a", "b"]


def test_a_day_that_is_taken_is_kept_no_more_and_one_that_was_not_begun_is_empty(begun):
    begun.keep(Draft(TODAY, note="a"))
    assert begun.take(TODAY).note == "a"
    assert begun.take(TODAY) == Draft(TODAY)


def test_days_may_be_taken_while_all_are_looked_through(begun):
    for day in (YESTERDAY, TODAY):
        begun.keep(Draft(day, note="x"))
    assert [begun.take(draft.day).note for draft in begun] == ["x", "x"]


def test_what_was_typed_before_the_day_was_known_stays_over_what_the_file_holds():
    entry = DayEntry(date=TODAY, note="of the file", sleep=2)
    form = filled(Draft(TODAY, note="typed"), DayLoaded(day=TODAY, entry=entry))
    assert (form.note, form.base, form.is_loaded) == ("typed", entry, True)
