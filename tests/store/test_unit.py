from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError

from diary.domain.care import AlertAction, Contact, Profile, Treatment
from diary.domain.diary import Diary
from diary.domain.entry import DayEntry, Medicine, Pain
from diary.errors import FileProblem
from diary.store import files
from tests.refusals import refused
from tests.store import by_hand
from tests.strategies import HOSTILE_TEXTS, diaries

# The file is emptied before each example, so one file serves all of them.
many_in_one_file = settings(
    deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def write(database, diary, now):
    """Make the file say what the diary says."""
    with database.unit(writing=True) as unit:
        for day in unit.entries.days():
            unit.entries.remove(day, now)
        unit.entries.put_all(diary.entries, now)
        unit.care.set_profile(diary.profile)
        unit.care.set_treatments(diary.treatments)
        unit.care.set_events(diary.events)
        unit.care.set_quiet_periods(diary.quiet_periods)
        unit.actions.set_all(diary.alert_actions)
        unit.commit()


def read(database):
    with database.unit() as unit:
        return unit.diary()


@settings(many_in_one_file, max_examples=60)
@given(diary=diaries())
def test_any_diary_comes_out_as_it_went_in(database, now, diary):
    write(database, diary, now)
    found = read(database)
    assert found == diary
    # Equal numbers of another kind would be equal, too, so the text is compared as well.
    assert found.model_dump_json() == diary.model_dump_json()


@settings(many_in_one_file, max_examples=20)
@given(first=diaries(), second=diaries(), day=st.integers(0, 3))
def test_what_is_written_over_leaves_nothing_behind(database, now, first, second, day):
    write(database, first, now)
    write(database, second, now)
    assert read(database) == second
    with database.unit() as unit:
        for entry in second.entries[day : day + 1]:
            assert unit.entries.get(entry.date) == entry


def test_hostile_texts_come_out_as_they_went_in(database, now):
    texts = [text for text in HOSTILE_TEXTS if text.strip()]
    entry = DayEntry(
        date=now.date(),
        note="".join(HOSTILE_TEXTS),
        could_do="",
        medicines=tuple(Medicine(name=text) for text in texts),
    )
    diary = Diary(
        profile=Profile(name=HOSTILE_TEXTS[4]),
        treatments=tuple(Treatment(kind="other", name=text) for text in HOSTILE_TEXTS),
        entries=(entry,),
    )
    write(database, diary, now)
    database.close()
    database.reopen()
    assert read(database) == diary


@pytest.mark.parametrize("question", ["pains", "signs", "symptoms", "medicines"])
def test_not_answered_and_nothing_to_report_stay_apart(database, now, question):
    for answer in (None, ()):
        entry = DayEntry(date=now.date(), **{question: answer})
        write(database, Diary(entries=(entry,)), now)
        (found,) = read(database).entries
        assert getattr(found, question) == answer
        assert type(getattr(found, question)) is type(answer)


def test_repeated_items_keep_their_order(database, now):
    pain = Pain(
        region="hip", timing=("night", "daytime", "night"), quality=("sharp", "dull", "sharp")
    )
    entry = DayEntry(date=now.date(), pains=(pain, Pain(region="ribs"), pain, pain))
    write(database, Diary(entries=(entry,)), now)
    assert read(database).entries == (entry,)


def test_an_empty_diary_is_a_diary(database):
    assert read(database) == Diary()


def test_what_is_not_committed_never_happened(database, now):
    with database.unit(writing=True) as unit:
        unit.entries.put(DayEntry(date=now.date(), pains=(Pain(region="hip"),)), now)
        unit.care.set_profile(Profile(name="x"))
    assert read(database) == Diary()


def test_an_error_takes_everything_back_and_passes(database, now):
    def write_and_fail():
        with database.unit(writing=True) as unit:
            unit.entries.put(DayEntry(date=now.date()), now)
            raise KeyError

    with pytest.raises(KeyError):
        write_and_fail()
    assert read(database) == Diary()


def test_only_what_came_before_the_commit_is_kept(database, now):
    with database.unit(writing=True) as unit:
        unit.care.set_profile(Profile(name="kept"))
        unit.commit()
        unit.entries.put(DayEntry(date=now.date()), now)
    assert read(database) == Diary(profile=Profile(name="kept"))


def test_a_reader_sees_one_state_while_another_writes(database, now):
    with database.unit() as reader:
        assert reader.entries.count() == 0
        write(database, Diary(entries=(DayEntry(date=now.date()),)), now)
        assert reader.entries.count() == 0
    assert len(read(database).entries) == 1


@pytest.fixture
def reopened(database, prepare):
    """Return a function that opens the diary again with one more pragma."""

    def reopen(pragma):
        database.close()
        prepare(pragma)
        database.reopen()
        return database

    return reopen


def test_no_order_is_left_to_chance(reopened, now):
    pains = tuple(
        Pain(region=region, timing=("night", "daytime", "night")) for region in ("hip", "ribs")
    )
    days = tuple(
        DayEntry(
            date=dt.date(2026, 3, number),
            pains=pains * 2,
            medicines=(Medicine(name="x"), Medicine(name="y")),
        )
        for number in (1, 2, 3)
    )
    contacts = (Contact(name="a"), Contact(name="b"))
    diary = Diary(
        profile=Profile(contacts=contacts),
        treatments=(Treatment(kind="other"), Treatment(kind="vaccine")),
        entries=days,
    )
    database = reopened("reverse_unordered_selects = ON")
    write(database, diary, now)
    for entry in days:
        for note in ("first", "second"):
            with database.unit(writing=True) as unit:
                unit.entries.put(entry.model_copy(update={"note": note}), now)
                unit.entries.put(entry, now)
                unit.commit()
    database.close()
    database.reopen()
    assert read(database) == diary
    with database.unit() as unit:
        assert unit.entries.all() == days
        assert unit.entries.days() == tuple(entry.date for entry in days)
        versions = unit.history.versions(days[0].date)
    assert [version.entry.note for version in versions] == [None, "first", None, "second"]


def test_a_full_disk_is_told_and_nothing_is_changed(reopened, now):
    entry = DayEntry(date=now.date(), note="x" * 50_000)
    database = reopened("max_page_count = 30")
    with (
        refused(FileProblem, "The disk is full") as caught,
        database.unit(writing=True) as unit,
    ):
        unit.entries.put(entry, now)
        unit.commit()
    assert "xxx" not in str(caught.value.__cause__)
    assert read(database) == Diary()
    with database.unit(writing=True) as unit:
        unit.entries.put(DayEntry(date=now.date()), now)
        unit.commit()
    assert len(read(database).entries) == 1


def test_a_file_that_may_only_be_read_is_read_but_not_written(reopened, now):
    database = reopened("query_only = ON")
    assert read(database) == Diary()
    with refused(FileProblem, "may only be read"):
        write(database, Diary(entries=(DayEntry(date=now.date()),)), now)


def test_another_writer_is_told_and_reading_goes_on(reopened, path, passphrase, now):
    database = reopened("busy_timeout = 0")
    with by_hand.opened(path, passphrase) as holder:
        holder.execute("BEGIN IMMEDIATE")
        with refused(FileProblem, "Another program is using diary.daymark"):
            write(database, Diary(), now)
        assert read(database) == Diary()
        holder.execute("ROLLBACK")
    write(database, Diary(profile=Profile(name="x")), now)


def test_a_mistake_of_the_program_is_no_problem_of_the_file(database):
    with pytest.raises(IntegrityError), database.unit(writing=True) as unit:
        unit._connection.exec_driver_sql("INSERT INTO entry (day) VALUES ('2026-03-01')")


def test_a_text_that_no_file_can_hold_never_gets_here():
    with pytest.raises(ValidationError):
        TypeAdapter(AlertAction).validate_python({"note": "\ud800"})


def count_statements(database, holds):
    statements = []

    def note(*about):
        statements.append(about[2])

    event.listen(database._engine, "before_cursor_execute", note)
    assert holds()
    event.remove(database._engine, "before_cursor_execute", note)
    return len(statements)


def test_a_long_diary_is_read_in_as_few_queries_as_a_short_one(database, now):
    pains = (Pain(region="hip", timing=("night",)),)
    days = tuple(
        DayEntry(date=now.date() - dt.timedelta(days=number), pains=pains)
        for number in reversed(range(100))
    )
    counts = []
    for entries in (days[-1:], days):
        write(database, Diary(entries=entries), now)
        database.close()
        database.reopen()
        counts.append(
            count_statements(database, lambda said=entries: read(database).entries == said)
        )
    assert counts[0] == counts[1] <= 20


def put_note(database, note, now):
    with database.unit(writing=True) as unit:
        unit.entries.put(DayEntry(date=now.date(), note=note), now)
        unit.commit()


@pytest.mark.parametrize("another", [False, True], ids=["gone", "another in its place"])
def test_nothing_is_written_to_a_file_that_is_not_in_its_place(database, path, now, another):
    put_note(database, "before", now)
    away = path.parent / "away"
    away.mkdir()
    moved = [one.rename(away / one.name) for one in (path, *files.beside(path)) if one.exists()]
    if another:
        path.write_bytes(b"another")
    with refused(FileProblem, "diary.daymark was moved, deleted or replaced while it was open"):
        put_note(database, "lost", now)
    path.unlink(missing_ok=True)
    for one in moved:
        one.rename(path.parent / one.name)
    put_note(database, "after", now)
    with database.unit() as unit:
        assert [version.entry.note for version in unit.history.all()] == ["before"]
        assert unit.entries.get(now.date()).note == "after"
