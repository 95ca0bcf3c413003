from __future__ import annotations

import datetime as dt

import pytest

from diary.domain.entry import DayEntry
from diary.store.history import EarlierVersion
from diary.store.problems import UnusableFile
from diary.store.soundness import verify
from tests.refusals import refused
from tests.store import by_hand

DAYS = tuple(dt.date(2026, 3, number) for number in (1, 2, 3))


@pytest.fixture
def unit(database):
    """A transaction that is rolled back."""
    with database.unit(writing=True) as unit:
        yield unit


@pytest.fixture
def later(now):
    """Return a function for a moment so many minutes after the first."""
    return lambda minutes: now + dt.timedelta(minutes=minutes)


def say(unit, day, note, moment):
    unit.entries.put(DayEntry(date=day, note=note), moment)


def said(day, note, moment, action="changed"):
    return EarlierVersion(day, moment, action, DayEntry(date=day, note=note))


def test_a_diary_begins_without_history(unit):
    history = unit.history
    assert history.versions(DAYS[0]) == history.all() == history.removed() == ()
    assert history.counts() == ()


def test_versions_of_a_day_and_of_all_come_in_the_order_of_the_changes(unit, later):
    for minute, (day, note) in enumerate(
        [(DAYS[0], "a"), (DAYS[1], "b"), (DAYS[0], "c"), (DAYS[1], "d"), (DAYS[0], "e")]
    ):
        say(unit, day, note, later(minute))
    first = said(DAYS[0], "a", later(2)), said(DAYS[0], "c", later(4))
    other = said(DAYS[1], "b", later(3))
    assert unit.history.versions(DAYS[0]) == first
    assert unit.history.all() == (first[0], other, first[1])
    numbers = [version.number for version in unit.history.all()]
    assert numbers == sorted(set(numbers))
    assert unit.history.counts() == ((DAYS[0], 2), (DAYS[1], 1))


def test_removed_days_come_with_what_they_said_last_and_the_last_removed_first(unit, later):
    for day in DAYS:
        say(unit, day, "a", later(0))
        say(unit, day, "b", later(1))
    for minute, day in enumerate((DAYS[2], DAYS[0], DAYS[1]), start=2):
        unit.entries.remove(day, later(minute))
    say(unit, DAYS[0], "again", later(9))
    assert unit.history.removed() == (
        said(DAYS[1], "b", later(4), "removed"),
        said(DAYS[2], "b", later(2), "removed"),
    )
    assert unit.history.counts() == ((DAYS[0], 2),)


def test_one_version_or_all_of_some_days_are_forgotten(unit, later):
    for day in DAYS:
        say(unit, day, "a", later(0))
        say(unit, day, "b", later(1))
        say(unit, day, "c", later(2))
    unit.history.forget(unit.history.versions(DAYS[0])[0].number)
    unit.history.forget_days(DAYS[1:2])
    unit.history.forget_days(())
    assert unit.history.all() == (
        said(DAYS[0], "b", later(2)),
        said(DAYS[2], "a", later(1)),
        said(DAYS[2], "b", later(2)),
    )


@pytest.mark.parametrize("change", ["day = 'x'", "saved_at = 'x'", "entry = '{}'"])
def test_what_the_program_never_writes_is_damage(database, path, passphrase, now, change):
    with database.unit(writing=True) as unit:
        say(unit, DAYS[0], "a", now)
        say(unit, DAYS[0], "b", now)
        unit.commit()
    database.close()
    by_hand.run(path, passphrase, f"UPDATE entry_history SET {change}")
    assert "cannot have written" in verify(path, passphrase).problem


def test_a_count_of_no_day_is_damage(unit, now):
    say(unit, DAYS[0], "a", now)
    say(unit, DAYS[0], "b", now)
    for table in ("entry", "entry_history"):
        unit.history._connection.exec_driver_sql(f"UPDATE {table} SET day = 'x'")
    with refused(UnusableFile, "cannot have written"):
        unit.history.counts()


def test_the_time_of_the_last_change_is_known_only_while_the_day_stands(unit, later):
    history = unit.history
    say(unit, DAYS[0], "a", later(0))
    assert history.changed_at(DAYS[0]) is None
    for minute, note in ((1, "b"), (2, "c")):
        say(unit, DAYS[0], note, later(minute))
    assert history.changed_at(DAYS[0]) == later(2)
    assert history.changed_at(DAYS[1]) is None
    unit.entries.remove(DAYS[0], later(3))
    say(unit, DAYS[0], "d", later(4))
    assert history.changed_at(DAYS[0]) is None


def test_a_time_that_cannot_be_read_is_not_known(unit, later):
    for minute, note in enumerate("ab"):
        say(unit, DAYS[0], note, later(minute))
    unit.history._connection.exec_driver_sql("UPDATE entry_history SET saved_at = 'never'")
    assert unit.history.changed_at(DAYS[0]) is None
