from __future__ import annotations

import datetime as dt

import pytest

from diary.domain.care import Event, QuietPeriod, Treatment
from diary.domain.entry import DayEntry, Pain
from diary.domain.glance import DayGlance
from diary.services.looking_back import MOST_HITS, FoundNotes, LookingBack, Stretch

TODAY = dt.date(2026, 3, 20)
NOW = dt.datetime(2026, 3, 20, 20, 41, tzinfo=dt.UTC)
VISIT = Event(date=TODAY, kind="appointment")
LETROZOLE = Treatment(kind="aromatase_inhibitor", start=dt.date(2025, 9, 1))
HOLIDAY = QuietPeriod(start=TODAY, end=TODAY)


@pytest.fixture
def write(database):
    """Return a function that keeps days."""

    def write(*entries):
        with database.unit(writing=True) as unit:
            unit.entries.put_all(entries, NOW)
            unit.commit()

    return write


@pytest.fixture
def looking_back(database):
    return LookingBack(database)


def ago(days):
    return TODAY - dt.timedelta(days=days)


def test_an_empty_diary_has_nothing_to_look_at(looking_back):
    assert looking_back.stretch(TODAY, TODAY) == Stretch(())
    assert looking_back.at_a_glance(ago(365), TODAY) == ()
    assert looking_back.search("walk", TODAY) == FoundNotes((), 0)


def test_a_stretch_has_its_days_and_all_that_may_lie_on_them(looking_back, write, database):
    with database.unit(writing=True) as unit:
        unit.care.set_treatments((LETROZOLE,))
        unit.care.set_events((VISIT,))
        unit.care.set_quiet_periods((HOLIDAY,))
        unit.commit()
    inside, outside = DayEntry(date=ago(1), pains=()), DayEntry(date=ago(9), pains=())
    write(inside, outside)
    assert looking_back.stretch(ago(5), TODAY) == Stretch(
        (inside,), (LETROZOLE,), (VISIT,), (HOLIDAY,)
    )


def test_a_year_at_a_glance_has_the_worst_of_each_day(looking_back, write):
    write(DayEntry(date=ago(300), pains=(Pain(region="hip", worst=4),)), DayEntry(date=ago(2)))
    assert looking_back.at_a_glance(ago(365), TODAY) == (
        DayGlance(date=ago(300), worst=4),
        DayGlance(date=ago(2), worst=None),
    )


def test_words_are_found_in_notes_and_in_what_she_could_do_the_newest_first(looking_back, write):
    write(
        DayEntry(date=ago(9), note="A walk to the café"),
        DayEntry(date=ago(3), could_do="Walk upstairs"),
        DayEntry(date=ago(1), note="Tea"),
    )
    found = looking_back.search("WALK", TODAY)
    assert [(hit.day, hit.snippet) for hit in found.hits] == [
        (ago(3), "Walk upstairs"),
        (ago(9), "A walk to the café"),
    ]
    assert found.count == 2
    assert looking_back.search(" ", TODAY) == FoundNotes((), 0)


def test_many_hits_are_counted_and_the_newest_shown(looking_back, write):
    write(*(DayEntry(date=ago(number), note="walk") for number in range(MOST_HITS + 20)))
    found = looking_back.search("walk", TODAY)
    assert found.count == MOST_HITS + 20
    assert len(found.hits) == MOST_HITS
    assert found.hits[0].day == TODAY
