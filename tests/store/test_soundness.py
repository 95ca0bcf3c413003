from __future__ import annotations

import datetime as dt

import pytest

from diary.domain.care import Profile
from diary.domain.entry import DayEntry, Pain
from diary.errors import FileProblem
from diary.store import identity
from diary.store.connection import make_engine
from diary.store.database import Database
from diary.store.identity import PassphraseError
from diary.store.problems import UnusableFile
from diary.store.soundness import Soundness, check_pages, examine, glance, verify
from tests.refusals import refused
from tests.store import by_hand

FIRST, LAST = dt.date(2026, 2, 1), dt.date(2026, 3, 1)


@pytest.fixture
def diary(path, passphrase, now):
    """A closed diary with two recorded days."""
    database = Database.open(path, passphrase)
    with database.unit(writing=True) as unit:
        pains = (Pain(region="hip", worst=3),)
        days = tuple(DayEntry(date=day, pains=pains, note="x" * 9000) for day in (FIRST, LAST))
        unit.entries.put_all(days, now)
        unit.care.set_profile(Profile(birth_year=1968))
        unit.commit()
    database.close()
    return path


def test_a_diary_in_order_says_what_it_holds(diary, passphrase):
    before = by_hand.contents(diary.parent)
    found = verify(diary, passphrase)
    assert found == Soundness(diary, None, 2, FIRST, LAST)
    assert found.sound
    assert by_hand.contents(diary.parent) == before


def test_an_empty_diary_is_in_order(path, passphrase):
    Database.open(path, passphrase).close()
    assert verify(path, passphrase) == Soundness(path, None)


def test_an_open_diary_is_read_with_the_writes_that_wait_beside_it(diary, passphrase, now):
    database = Database.open(diary, passphrase)
    with database.unit(writing=True) as unit:
        unit.entries.put(DayEntry(date=now.date() + dt.timedelta(days=1)), now)
        unit.commit()
    assert verify(diary, passphrase).days == 3
    database.close()


@pytest.mark.parametrize("shared_memory", [True, False])
def test_what_waits_beside_a_closed_diary_is_read_and_left_as_it_was(
    diary, passphrase, shared_memory
):
    by_hand.leave_unfolded(diary, passphrase, "UPDATE entry SET sleep = 1")
    if not shared_memory:
        diary.with_name(diary.name + "-shm").unlink()
    before = everything(diary.parent)
    assert verify(diary, passphrase).sound
    assert everything(diary.parent) == before


def test_so_it_is_beside_a_damaged_one(diary, passphrase):
    by_hand.leave_unfolded(diary, passphrase, "DELETE FROM entry")
    content = bytearray(diary.read_bytes())
    content[2 * 4096 :] = bytes(255 - byte for byte in content[2 * 4096 :])
    diary.write_bytes(content)
    before = everything(diary.parent)
    assert "is damaged" in verify(diary, passphrase).problem
    assert everything(diary.parent) == before


def everything(folder):
    """Return bytes and time of change of each file, of SQLite's shared memory, too."""
    return {one.name: (one.read_bytes(), one.stat().st_mtime_ns) for one in folder.iterdir()}


@pytest.mark.parametrize(
    ("statements", "words"),
    [
        (["PRAGMA foreign_keys = OFF", "DELETE FROM entry"], "is damaged"),
        (["UPDATE pain SET worst = 77"], "cannot have written"),
        (["UPDATE profile SET birth_year = 'x'"], "cannot have written"),
        (["UPDATE alembic_version SET version_num = '0999'"], "newer version"),
        (["PRAGMA application_id = 1"], "is not a Daymark diary"),
    ],
)
def test_a_diary_changed_past_the_program_is_told(diary, passphrase, statements, words):
    by_hand.run(diary, passphrase, *statements)
    found = verify(diary, passphrase)
    assert not found.sound
    assert words in found.problem
    assert (found.days, found.first_day) == (0, None)


def test_damage_in_the_middle_of_the_file_is_told(diary, passphrase):
    content = bytearray(diary.read_bytes())
    # From the third page on: the first two hold the header and the list of tables.
    content[2 * 4096 :] = bytes(255 - byte for byte in content[2 * 4096 :])
    diary.write_bytes(content)
    assert "is damaged" in verify(diary, passphrase).problem


def test_an_index_that_does_not_fit_its_table_is_told(diary):
    # Only a plain file can be changed so finely.
    if identity.kind_of(diary) is identity.Kind.PROTECTED:
        assert b"2026-02-01" not in diary.read_bytes()
        return
    content = diary.read_bytes()
    last = content.rindex(b"2026-02-01")
    diary.write_bytes(content[:last] + b"2026-02-02" + content[last + 10 :])
    assert "is damaged" in verify(diary, None).problem


def test_a_file_that_is_no_diary_is_told(path):
    path.write_text("hello")
    assert "is not a Daymark diary" in verify(path, None).problem


def test_a_passphrase_that_does_not_fit_is_refused(diary, passphrase):
    wrong = "x" if passphrase is None else None
    words = "has no passphrase" if passphrase is None else "opens only with its passphrase"
    with pytest.raises(PassphraseError, match=words):
        verify(diary, wrong)


def test_what_is_not_there_cannot_be_read(path, passphrase):
    with refused(FileProblem, "cannot be opened"):
        verify(path, passphrase)


@pytest.mark.usefixtures("impatient")
def test_what_another_program_holds_cannot_be_read(diary, passphrase):
    with by_hand.opened(diary, passphrase) as holder:
        holder.execute("PRAGMA journal_mode = DELETE")
        holder.execute("BEGIN EXCLUSIVE")
        with refused(FileProblem, "Another program is using"):
            verify(diary, passphrase)


def test_an_older_diary_is_checked_without_todays_models(diary, passphrase, monkeypatch):
    by_hand.run(diary, passphrase, "UPDATE pain SET worst = 77")
    monkeypatch.setattr(identity, "HEAD", "9999")
    assert examine(diary, passphrase, diary) == Soundness(diary, None, 2, FIRST, LAST)


def test_a_glance_sees_a_row_that_belongs_to_no_day(diary, passphrase):
    assert glance(diary, passphrase).sound
    lost = "INSERT INTO pain (day, region) VALUES ('2026-03-05', 'hip')"
    by_hand.run(diary, passphrase, "PRAGMA foreign_keys = OFF", lost)
    assert not glance(diary, passphrase).sound


def test_what_is_no_diary_is_told(path):
    path.write_bytes(b"Dear doctor,")
    told = "The file diary.daymark is not a Daymark diary."
    assert (verify(path, None).problem, glance(path, None).problem) == (told, told)


@pytest.mark.parametrize("passphrase", [None], indirect=True)
def test_every_page_is_looked_at_before_anything_is_written(diary):
    (root,) = by_hand.run(diary, None, "SELECT rootpage FROM sqlite_master WHERE name = 'draft'")
    content = bytearray(diary.read_bytes())
    content[(root[0] - 1) * 4096 : root[0] * 4096] = bytes(4096)
    diary.write_bytes(content)
    engine = make_engine(diary, None)
    with refused(UnusableFile, "diary.daymark is damaged"):
        check_pages(engine, diary)
    engine.dispose()
