from __future__ import annotations

import datetime as dt

import pytest

from diary.domain.entry import DayEntry, Pain, SignReport
from diary.domain.glance import DayGlance
from diary.domain.note_search import Writing
from diary.store.problems import UnusableFile
from tests.refusals import refused

FIRST, LAST = dt.date(1900, 1, 1), dt.date(2026, 3, 31)


def day(number):
    return dt.date(2026, 3, number)


@pytest.fixture
def unit(database):
    """A transaction that is rolled back."""
    with database.unit(writing=True) as unit:
        yield unit


@pytest.fixture
def recorded(unit, now):
    """Days of every kind."""
    unit.entries.put_all(
        (
            DayEntry(date=FIRST, note="long ago"),
            DayEntry(date=day(1), pains=()),
            DayEntry(
                date=day(2), pains=(Pain(region="hip", worst=3), Pain(region="neck", worst=7))
            ),
            DayEntry(date=day(4), pains=(Pain(region="hip"),), note=""),
            DayEntry(
                date=day(5),
                pains=(Pain(region="hip", worst=0), Pain(region="neck")),
                could_do="tea",
            ),
            DayEntry(date=day(6), signs=(SignReport(sign="heavy_legs"),), note="a", could_do="b"),
        ),
        now,
    )


@pytest.mark.usefixtures("recorded")
def test_each_recorded_day_has_its_worst_and_the_others_are_absent(unit):
    assert unit.glance.days(day(1), day(5)) == (
        DayGlance(date=day(1), worst=0),
        DayGlance(date=day(2), worst=7),
        DayGlance(date=day(4), worst=None),
        DayGlance(date=day(5), worst=None),
    )
    assert unit.glance.days(day(6), LAST) == (DayGlance(date=day(6), worst=None),)
    assert unit.glance.days(day(7), LAST) == ()


@pytest.mark.usefixtures("recorded")
def test_what_was_written_comes_newest_first_and_without_empty_texts(unit):
    assert unit.glance.writings(day(31)) == (
        Writing(day(6), ("a", "b")),
        Writing(day(5), ("tea",)),
        Writing(FIRST, ("long ago",)),
    )
    assert unit.glance.writings(day(5))[0].day == day(5)


@pytest.mark.usefixtures("recorded")
@pytest.mark.parametrize(
    "statement", ["UPDATE pain SET worst = 99", "UPDATE entry SET day = day || 'x'"]
)
def test_what_the_program_never_writes_is_damage(unit, statement):
    unit._connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    unit._connection.exec_driver_sql(statement)
    with refused(UnusableFile, "cannot have written"):
        unit.glance.days(FIRST, LAST)


@pytest.mark.usefixtures("recorded")
def test_a_writing_on_no_day_is_damage(unit):
    unit._connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    unit._connection.exec_driver_sql("UPDATE entry SET day = day || 'x'")
    with refused(UnusableFile, "cannot have written"):
        unit.glance.writings(LAST)
