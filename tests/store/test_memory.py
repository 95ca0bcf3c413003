from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diary.domain.care import AlertAction, Event, Profile, QuietPeriod, Treatment
from diary.domain.diary import Diary
from diary.domain.entry import DayEntry
from diary.domain.preferences import Preferences
from diary.store import memory
from diary.store.database import Database
from diary.store.memory import Memory
from tests.store import by_hand

DAY = dt.date(2026, 3, 1)
NOW = dt.datetime(2026, 3, 1, 20, 4, tzinfo=dt.UTC)


@pytest.fixture
def other(database):
    """The same diary in a second program."""
    other = Database.open(database.path, database.passphrase)
    yield other
    other.close()


def read(database):
    with database.unit() as unit:
        return unit.diary()


def read_from_file(database):
    """Return the diary as a program that remembers nothing reads it."""
    fresh = Database.open(database.path, database.passphrase)
    diary = read(fresh)
    fresh.close()
    return diary


def put(number, note):
    return lambda unit: unit.entries.put(
        DayEntry(date=DAY + dt.timedelta(days=number), note=note), NOW
    )


def put_many(number, note):
    days = tuple(
        DayEntry(date=DAY + dt.timedelta(days=number + more), note=note) for more in range(10)
    )
    return lambda unit: unit.entries.put_all(days, NOW)


def remove(number, _):
    return lambda unit: unit.entries.remove(DAY + dt.timedelta(days=number), NOW)


def set_care(_, note):
    def write(unit):
        unit.care.set_profile(Profile(name=note))
        unit.care.set_treatments((Treatment(kind="other", name=note),))
        unit.care.set_events((Event(date=DAY, kind="scan", title=note),))
        unit.care.set_quiet_periods((QuietPeriod(start=DAY, end=DAY, reason=note),))

    return write


def act(_, note):
    action = AlertAction(rule="W1", raised_on=DAY, action="seen", on=DAY, note=note)
    return lambda unit: unit.actions.add(action)


writes = st.builds(
    lambda kind, number, note: kind(number, note),
    st.sampled_from([put, put, put_many, remove, set_care, act]),
    st.integers(0, 4),
    st.sampled_from("abc"),
)
steps = st.tuples(st.booleans(), st.lists(writes, max_size=2), st.booleans(), st.booleans())


@settings(
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # one file serves all examples
)
@given(st.lists(steps, max_size=6))
def test_what_is_remembered_is_always_what_the_file_says(database, other, steps):
    for use_other, changes, commit, look_before in steps:
        writer = other if use_other else database
        if look_before:
            read(writer)
        with writer.unit(writing=True) as unit:
            for change in changes:
                change(unit)
            if changes:
                unit.diary()
            if commit:
                unit.commit()
        wanted = read_from_file(database)
        assert read(database) == wanted
        assert read(other) == wanted


def test_a_diary_nobody_wrote_to_is_read_once(database):
    assert read(database) is read(database)


def test_after_a_save_only_that_day_is_read_again(database):
    with database.unit(writing=True) as unit:
        put_many(0, "x")(unit)
        unit.commit()
    before = read(database)
    with database.unit(writing=True) as unit:
        put(1, "y")(unit)
        unit.commit()
    after = read(database)
    same = [old is new for old, new in zip(before.entries, after.entries, strict=True)]
    assert same == [True, False, *[True] * 8]


def test_what_is_no_part_of_the_diary_leaves_it_remembered(database):
    before = read(database)
    with database.unit(writing=True) as unit:
        unit.preferences.set(Preferences(own_symptoms=("itching",)))
        unit.commit()
    assert read(database) is before


@pytest.mark.parametrize("write", [set_care, act])
def test_what_surrounds_the_days_is_read_again_and_the_days_are_not(database, write):
    with database.unit(writing=True) as unit:
        put_many(0, "x")(unit)
        unit.commit()
    before = read(database)
    with database.unit(writing=True) as unit:
        write(0, "y")(unit)
        unit.commit()
    after = read(database)
    assert after == read_from_file(database) != before
    assert all(old is new for old, new in zip(before.entries, after.entries, strict=True))


def test_what_is_not_committed_is_seen_inside_and_forgotten_outside(database):
    before = read(database)
    with database.unit(writing=True) as unit:
        put(0, "x")(unit)
        assert len(unit.diary().entries) == 1
    assert read(database) is before


def test_two_commits_in_one_unit_are_both_remembered(database):
    read(database)
    with database.unit(writing=True) as unit:
        for number in range(2):
            put(number, "x")(unit)
            unit.commit()
            assert len(unit.diary().entries) == number + 1
    assert read(database) == read_from_file(database)


def test_a_commit_without_changes_changes_nothing(database):
    before = read(database)
    with database.unit(writing=True) as unit:
        unit.commit()
    assert read(database) is before
    assert by_hand.run(database.path, database.passphrase, "PRAGMA user_version") == [(0,)]


def test_a_file_put_in_the_place_of_the_diary_is_read(database, tmp_path):
    another = Database.open(tmp_path / "another.daymark", database.passphrase)
    for diary, note in ((database, "mine"), (another, "yours")):
        with diary.unit(writing=True) as unit:
            put(0, note)(unit)
            unit.commit()
    assert read(database).entries[0].note == "mine"
    another.close()
    database.close()
    another.path.replace(database.path)
    database.reopen()
    assert read(database).entries[0].note == "yours"


def test_the_number_begins_again_before_it_is_too_large(database):
    largest = memory._LARGEST
    by_hand.run(database.path, database.passphrase, f"PRAGMA user_version = {largest}")
    read(database)
    with database.unit(writing=True) as unit:
        put(0, "x")(unit)
        unit.commit()
    assert by_hand.run(database.path, database.passphrase, "PRAGMA user_version") == [(1,)]
    assert read(database) == read_from_file(database)


def test_only_the_last_state_is_remembered():
    remembered = Memory()
    assert remembered.at(0) is None
    first, second = Diary(), Diary(profile=Profile(name="x"))
    remembered.keep(0, first)
    assert remembered.at(0) is first
    assert remembered.at(1) is None
    remembered.keep(1, second)
    assert (remembered.at(0), remembered.at(1)) == (None, second)


def test_what_another_program_wrote_is_noticed_and_what_was_written_here_is_not(tmp_path):
    here = Database.open(tmp_path / "diary.daymark")
    there = Database.open(tmp_path / "diary.daymark")
    try:
        assert not here.is_changed_beside()
        _save(here, 1)
        assert not here.is_changed_beside()
        _save(there, 2)
        _save(there, 3)
        assert here.is_changed_beside()
        _save(here, 4)  # written over it, and still not looked at
        assert here.is_changed_beside()
        assert here.look_for_changes()
        assert not here.look_for_changes()
        assert not here.is_changed_beside()
        _save(here, 5)
        assert not here.is_changed_beside()
    finally:
        here.close()
        there.close()


def _save(database, day):
    with database.unit(writing=True) as unit:
        unit.entries.put(
            DayEntry(date=dt.date(2026, 3, day)), dt.datetime(2026, 3, 20, tzinfo=dt.UTC)
        )
        unit.commit()
