from __future__ import annotations

import datetime as dt

import pytest

from diary.domain.entry import DayEntry, SignReport
from diary.errors import RequestError
from diary.services.archive import IN_BIN_FOR, Archive, DeletedDay, Version, is_over
from diary.services.drafts import Drafts
from diary.services.journal import Journal
from diary.services.monitoring import Monitoring
from tests.refusals import refused

TODAY = dt.date(2026, 3, 20)
YESTERDAY = TODAY - dt.timedelta(days=1)
NOW = dt.datetime(2026, 3, 20, 20, 41, tzinfo=dt.UTC)
SECOND = dt.timedelta(seconds=1)


def after(minutes):
    return NOW + dt.timedelta(minutes=minutes)


@pytest.fixture
def journal(database):
    return Journal(database)


@pytest.fixture
def archive(database):
    return Archive(database)


@pytest.fixture
def save(journal):
    """Return a function that saves a note on a day."""

    def save(note, minutes=0, day=TODAY):
        journal.save(DayEntry(date=day, note=note), after(minutes), TODAY)
        return journal.day(day)

    return save


@pytest.fixture
def write_later(journal):
    """Return a function that saves another day, each so many days after the present one."""

    def write(*later):
        for number, days in enumerate(later, 1):
            day, moment = TODAY - dt.timedelta(days=9 + number), NOW + dt.timedelta(days=days)
            journal.save(DayEntry(date=day, note="x"), moment, moment.date())

    return write


def test_a_diary_begins_with_an_empty_bin_and_no_history(archive):
    assert archive.deleted_days() == archive.changed_days() == archive.versions(TODAY) == ()
    assert archive.empty(NOW) == ()


def test_a_deleted_day_lies_in_the_bin_and_comes_back_as_it_was(archive, journal, save):
    entry = save("a")
    assert archive.delete(TODAY, after(5) + dt.timedelta(microseconds=7)) is True
    assert journal.day(TODAY) is None
    assert archive.deleted_days() == (DeletedDay(TODAY, entry, after(5), after(5) + IN_BIN_FOR),)
    archive.put_back(TODAY, after(9))
    assert journal.day(TODAY) == entry
    assert archive.deleted_days() == archive.changed_days() == ()


def test_the_last_deleted_day_comes_first(archive, save):
    save("a", day=YESTERDAY)
    save("b")
    archive.delete(TODAY, after(1))
    archive.delete(YESTERDAY, after(2))
    assert [deleted.day for deleted in archive.deleted_days()] == [YESTERDAY, TODAY]
    archive.put_back(TODAY, after(3))
    assert [deleted.day for deleted in archive.deleted_days()] == [YESTERDAY]


def test_to_delete_a_day_that_is_not_recorded_does_nothing(archive):
    assert archive.delete(TODAY, NOW) is False
    assert archive.deleted_days() == ()


def test_a_deleted_day_takes_its_draft_along_and_no_other(archive, database, save):
    drafts = Drafts(database)
    save("a")
    for day in (YESTERDAY, TODAY):
        drafts.keep(day, "{}", NOW)
    archive.delete(TODAY, NOW)
    assert drafts.days() == (YESTERDAY,)


def test_what_is_not_in_the_bin_cannot_be_taken_out(archive, journal, save):
    entry = save("a")
    for day in (TODAY, YESTERDAY):
        with refused(RequestError, "not there any more"):
            archive.put_back(day, NOW)
    archive.delete(TODAY, NOW)
    again = save("b", 3)
    with refused(RequestError, "not there any more"):
        archive.put_back(TODAY, after(4))
    assert journal.day(TODAY) == again != entry


def test_rules_do_not_see_a_deleted_day(archive, database, journal):
    weak = (SignReport(sign="leg_weakness", grade=2, new="yes"),)
    journal.save(DayEntry(date=TODAY, signs=weak), NOW, TODAY)
    monitoring = Monitoring(database)
    standing = monitoring.standing(TODAY)
    assert standing.alerts
    archive.delete(TODAY, NOW)
    assert monitoring.standing(TODAY).alerts == ()
    archive.put_back(TODAY, NOW)
    assert monitoring.standing(TODAY) == standing


def test_versions_come_with_the_time_of_their_save_and_the_present_first(archive, save):
    first, second, third = save("a"), save("b", 5), save("c", 9)
    present, later, earlier = archive.versions(TODAY)
    assert present == Version(None, third, after(9))
    assert (later.entry, later.saved_at) == (second, after(5))
    assert (earlier.entry, earlier.saved_at) == (first, NOW)
    assert archive.changed_days() == ((TODAY, 2),)


def test_a_day_that_was_deleted_and_recorded_again_tells_both(archive, save):
    save("a")
    save("b", 2)
    archive.delete(TODAY, after(5))
    save("c", 9)
    told = [(one.entry.note, one.saved_at, one.was_deleted) for one in archive.versions(TODAY)]
    assert told == [("c", after(9), False), ("b", after(2), True), ("a", NOW, False)]


def test_a_day_in_the_bin_has_its_versions_but_no_present(archive, save):
    save("a")
    archive.delete(TODAY, after(5))
    [only] = archive.versions(TODAY)
    assert (only.entry.note, only.was_deleted) == ("a", True)


def test_the_time_of_a_save_is_unknown_where_nobody_knows(archive, database):
    with database.unit(writing=True) as unit:
        unit.entries.put(DayEntry(date=TODAY), NOW)
        unit.commit()
    assert archive.versions(TODAY) == (Version(None, DayEntry(date=TODAY), None),)


def test_an_earlier_version_is_put_back_and_the_present_is_kept(archive, journal, save):
    first, second = save("a"), save("b", 5)
    number = archive.versions(TODAY)[1].number
    archive.restore(TODAY, number, after(9))
    assert journal.day(TODAY) == first
    assert [one.entry for one in archive.versions(TODAY)] == [first, second, first]
    assert archive.versions(TODAY)[0].saved_at == after(9)


def test_a_version_from_before_a_deletion_keeps_the_first_save_of_the_present(
    archive, journal, save
):
    save("a")
    archive.delete(TODAY, after(5))
    save("b", 9)
    archive.restore(TODAY, archive.versions(TODAY)[1].number, after(10))
    assert journal.day(TODAY) == DayEntry(date=TODAY, note="a", entered_at=after(9))


def test_a_version_of_a_day_in_the_bin_can_be_put_back(archive, journal, save):
    first = save("a")
    save("b", 2)
    archive.delete(TODAY, after(5))
    archive.restore(TODAY, archive.versions(TODAY)[1].number, after(7))
    assert journal.day(TODAY) == first
    assert archive.deleted_days() == ()


@pytest.mark.parametrize("day", [TODAY, YESTERDAY])
def test_a_version_that_is_not_there_is_refused(archive, save, day):
    save("a")
    save("b", 1)
    number = archive.versions(TODAY)[1].number + (day == TODAY)
    with refused(RequestError, "not there any more"):
        archive.restore(day, number, NOW)


@pytest.mark.parametrize(
    ("since", "over"),
    [
        (-dt.timedelta(days=3), False),  # a clock that was wrong
        (dt.timedelta(), False),
        (dt.timedelta(days=29, hours=23), False),
        (dt.timedelta(days=30), False),
        (dt.timedelta(days=30) + SECOND, True),
        (dt.timedelta(days=4000), True),
    ],
)
def test_a_day_stays_in_the_bin_for_thirty_days(archive, save, write_later, since, over):
    assert is_over(NOW, NOW + since) is over
    save("a")
    save("b")
    archive.delete(TODAY, NOW)
    write_later(31, 32)
    assert archive.empty(NOW + since) == ((TODAY,) if over else ())
    assert bool(archive.deleted_days()) is not over
    assert bool(archive.versions(TODAY)) is not over


@pytest.mark.parametrize(
    ("later", "over"), [((), False), ((29, 31), False), ((31, 31), False), ((31, 40), True)]
)
def test_a_clock_far_ahead_takes_nothing_out_of_the_bin(archive, save, write_later, later, over):
    save("a")
    archive.delete(TODAY, NOW)
    write_later(*later)
    assert archive.empty(NOW + 1_000 * IN_BIN_FOR) == ((TODAY,) if over else ())
    assert archive.empty(NOW + 1_000 * IN_BIN_FOR) == ()
    assert bool(archive.deleted_days()) is not over


def test_earlier_versions_of_a_recorded_day_stay_for_ever(archive, save):
    save("a")
    save("b")
    archive.delete(TODAY, NOW)
    save("c")
    before = archive.versions(TODAY)
    assert archive.empty(NOW + 100 * IN_BIN_FOR) == ()
    assert archive.versions(TODAY) == before
    assert len(before) == 3
