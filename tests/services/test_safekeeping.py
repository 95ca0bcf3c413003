from __future__ import annotations

import datetime as dt
import shutil
import sqlite3
from pathlib import Path

import pytest

from diary.domain.entry import DayEntry
from diary.errors import RequestError
from diary.paths import AppPaths
from diary.services.journal import Journal
from diary.services.safekeeping import Safekeeping
from diary.store.database import Database
from diary.store.identity import Kind, PassphraseError, kind_of
from diary.store.keys import salt_of
from diary.store.problems import UnusableFile
from tests.refusals import refused

NOW = dt.datetime(2026, 3, 20, 20, 41, tzinfo=dt.UTC)
TODAY = NOW.date()


@pytest.fixture(params=[None, "secret"], ids=["plain", "protected"])
def database(request, paths):
    """A new, open diary."""
    database = Database.open(paths.diary, request.param)
    yield database
    database.close()


@pytest.fixture
def safekeeping(paths, database):
    """The backups of the open diary."""
    return Safekeeping(paths, database.passphrase, database)


@pytest.fixture
def save(database):
    """Return a function that writes today's note."""

    def put(note):
        Journal(database).save(DayEntry(date=TODAY, note=note), NOW, TODAY)

    return put


def note(database):
    return Journal(database).day(TODAY).note


def test_a_backup_goes_into_its_folder_and_old_ones_are_thinned_out(safekeeping, paths, save):
    save("x")
    moments = [NOW - dt.timedelta(days=100, hours=hours) for hours in (1, 0)] + [NOW]
    made = [safekeeping.backup(moment) for moment in moments]
    assert [one.path for one in safekeeping.backups()] == [made[2], made[1]]
    assert made[2] == paths.backups / "diary-2026-03-20T204100Z.daymark"


def test_a_backup_goes_to_the_file_that_is_named(safekeeping, save, tmp_path, database):
    save("x")
    out = tmp_path / "stick.daymark"
    assert safekeeping.backup(NOW, out) == out
    assert safekeeping.backups() == ()
    copy = Database.open(out, database.passphrase)
    assert note(copy) == "x"
    copy.close()
    with refused(RequestError, "There is already a file stick.daymark"):
        safekeeping.backup(NOW, out)


def test_a_backup_of_a_long_name_can_be_put_back(safekeeping, save, tmp_path, database):
    save("before")
    out = tmp_path / ("x" * 239 + ".daymark")  # with what SQLite keeps beside it, 255
    safekeeping.backup(NOW, out)
    save("after")
    safekeeping.restore(out, NOW)
    assert note(database) == "before"


def test_a_name_too_long_to_be_put_back_is_refused(safekeeping, tmp_path):
    with refused(RequestError, "The name of the file is too long for this disk"):
        safekeeping.backup(NOW, tmp_path / ("x" * 240 + ".daymark"))
    assert [path.name for path in tmp_path.iterdir()] == ["home"]


def test_a_backup_goes_into_the_folder_that_is_named(safekeeping, tmp_path):
    made = safekeeping.backup(NOW, tmp_path)
    assert made == tmp_path / "diary-2026-03-20T204100Z.daymark"


def test_a_backup_never_replaces_the_diary_itself(safekeeping, paths, save, database):
    save("x")
    with refused(RequestError, "is the diary itself"):
        safekeeping.backup(NOW, paths.diary)
    assert note(database) == "x"


def test_a_folder_that_is_not_there_is_told(safekeeping, tmp_path):
    with refused(RequestError, "/missing does not exist"):
        safekeeping.backup(NOW, tmp_path / "missing" / "stick.daymark")


def test_the_open_diary_is_verified(safekeeping, save):
    save("x")
    found = safekeeping.verify()
    assert found.sound
    assert (found.days, found.first_day, found.last_day) == (1, TODAY, TODAY)


def test_a_backup_is_put_back_and_the_open_diary_goes_on(safekeeping, database, save):
    save("then")
    copy = safekeeping.backup(NOW)
    save("now")
    present = safekeeping.restore(copy, NOW)
    assert note(database) == "then"
    assert present in [one.path for one in safekeeping.backups()]
    safekeeping.restore(present, NOW)
    assert note(database) == "now"


def test_a_file_that_is_not_there_is_refused(safekeeping, tmp_path, database, save):
    save("now")
    with refused(RequestError, "There is no file gone.daymark"):
        safekeeping.restore(tmp_path / "gone.daymark", NOW)
    assert note(database) == "now"


@pytest.mark.parametrize("content", [b"", b"not a diary"])
def test_a_file_that_is_no_backup_is_refused(safekeeping, tmp_path, database, save, content):
    save("now")
    file = tmp_path / "other.daymark"
    file.write_bytes(content)
    with refused(RequestError, "other.daymark"):
        safekeeping.restore(file, NOW)
    assert note(database) == "now"
    assert safekeeping.backups() == ()


def test_the_database_of_another_program_is_no_backup(safekeeping, tmp_path, database, save):
    save("now")
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE a (b)")
    connection.close()
    with refused(RequestError, "other.db"):
        safekeeping.restore(other, NOW)
    assert note(database) == "now"


def test_a_backup_cut_short_is_told(safekeeping, tmp_path, database, save):
    save("now")
    copy = tmp_path / "copy.daymark"
    shutil.copy(safekeeping.backup(NOW), copy)
    copy.write_bytes(copy.read_bytes()[:-7])
    # What is left of a protected one looks like no diary at all.
    kind = UnusableFile if database.passphrase is None else RequestError
    with refused(kind, "copy.daymark"):
        safekeeping.restore(copy, NOW)
    assert note(database) == "now"


def test_a_folder_is_refused(safekeeping, tmp_path):
    (tmp_path / "backups").mkdir()
    with refused(RequestError, "backups is a folder, not a file."):
        safekeeping.restore(tmp_path / "backups", NOW)
    with refused(RequestError, ". is a folder, not a file."):
        safekeeping.restore(Path(), NOW)


def test_a_backup_with_another_passphrase_is_refused(safekeeping, tmp_path, database, save):
    save("now")
    other = tmp_path / "other.daymark"
    Database.open(other, "another").close()
    with refused(PassphraseError, "other.daymark"):
        safekeeping.restore(other, NOW)
    assert note(database) == "now"


def test_a_diary_that_cannot_be_opened_is_told_and_put_right(safekeeping, paths, database, save):
    save("then")
    copy = safekeeping.backup(NOW)
    database.close()
    paths.diary.write_bytes(b"a virus was here")
    alone = Safekeeping(paths, database.passphrase)
    assert "is not a Daymark diary" in alone.verify().problem
    with refused(UnusableFile, "is not a Daymark diary"):
        alone.backup(NOW)
    kept = alone.restore(copy, NOW)
    assert kept.read_bytes() == b"a virus was here"
    database.reopen()
    assert note(database) == "then"


def test_a_copy_is_looked_into_once(safekeeping, save, monkeypatch):
    save("x")
    copy = safekeeping.backup(NOW)
    found = safekeeping.look_at(copy)
    assert (found.sound, found.days, found.last_day) == (True, 1, TODAY)
    monkeypatch.setattr("diary.store.soundness.glance", None)
    assert safekeeping.look_at(copy) is found


def test_what_putting_a_copy_back_would_change(safekeeping, database, save):
    save("then")
    copy = safekeeping.backup(NOW)
    tomorrow = TODAY + dt.timedelta(days=1)
    Journal(database).save(DayEntry(date=tomorrow), NOW, tomorrow)
    found = safekeeping.compare(copy)
    assert (found.copy.days, found.lacking) == (1, (tomorrow,))
    assert found.is_protected is found.is_protected_now is (database.passphrase is not None)
    assert found.same_key


def test_a_copy_with_another_passphrase_is_put_back_with_that_one_and_undone(
    safekeeping, database, save, tmp_path
):
    save("now")
    other = tmp_path / "other.daymark"
    Database.open(other, "another").close()
    with pytest.raises(PassphraseError) as caught:
        safekeeping.compare(other)
    assert safekeeping.is_wrong_passphrase(caught.value)
    # Only one that was tried was refused.
    assert safekeeping.may_be_damage(caught.value) is (database.passphrase is not None)
    found = safekeeping.compare(other, "another")
    assert (found.lacking, found.is_protected, found.same_key) == ((TODAY,), True, False)
    before = database.passphrase
    kept = safekeeping.restore_with(other, "another", NOW)
    assert database.passphrase == "another"
    assert Journal(database).day(TODAY) is None
    safekeeping.restore_with(kept, before, NOW, as_it_is=True)
    assert (database.passphrase, note(database)) == (before, "now")


@pytest.fixture(params=[True, False], ids=["open", "closed"])
def is_open(request):
    return request.param


def test_a_protected_diary_stays_so_with_a_copy_that_is_not(paths, database, tmp_path, is_open):
    safekeeping = Safekeeping(paths, database.passphrase, database)
    Journal(database).save(DayEntry(date=TODAY, note="now"), NOW, TODAY)
    code = salt_of(paths.diary)
    other = AppPaths(tmp_path / "other")
    other.create()
    plain = Database.open(other.diary)
    Journal(plain).save(DayEntry(date=TODAY, note="then"), NOW, TODAY)
    plain.close()
    before = other.diary.read_bytes()
    if not is_open:
        database.close()
        safekeeping = Safekeeping(paths, database.passphrase)
    kept = safekeeping.restore(other.diary, NOW)
    if not is_open:
        database.reopen()
    assert note(database) == "then"
    is_protected = database.passphrase is not None
    for file in (paths.diary, kept):
        assert (kind_of(file) is Kind.PROTECTED) is is_protected
        assert not is_protected or b"note" not in file.read_bytes()
    assert not is_protected or salt_of(paths.diary) == salt_of(kept) == code
    assert other.diary.read_bytes() == before
    left = {one.name for one in paths.folder.iterdir()} - {"diary.daymark-wal", "diary.daymark-shm"}
    assert left == {"backups", "diary.daymark"} | ({"logs"} & left)


def test_a_copy_that_cannot_be_protected_leaves_the_diary_as_it_was(
    safekeeping, database, save, tmp_path, monkeypatch
):
    save("now")
    plain = tmp_path / "plain.daymark"
    Database.open(plain).close()
    monkeypatch.setattr("diary.store.anew.fingerprint", lambda _connection: object())
    if database.passphrase is None:
        safekeeping.restore(plain, NOW)  # nothing is written anew for it
        assert Journal(database).day(TODAY) is None
    else:
        with refused(UnusableFile, "could not be written anew"):
            safekeeping.restore(plain, NOW)
        assert note(database) == "now"


def test_a_damaged_diary_lacks_nothing_the_copy_has(safekeeping, paths, database, save):
    save("then")
    copy = safekeeping.backup(NOW)
    database.close()
    paths.diary.write_bytes(b"a virus was here")
    found = Safekeeping(paths, database.passphrase).compare(copy)
    assert found.lacking == ()
    assert found.is_protected_now is found.is_protected


def test_the_diary_and_its_newest_backup_are_checked(safekeeping, save):
    save("x")
    found = safekeeping.check(TODAY)
    assert (found.faults, found.newest, found.diary.days) == ((), None, 1)
    copy = safekeeping.backup(NOW)
    found = safekeeping.check(TODAY)
    assert (found.faults, found.newest.path, found.backup_problem) == ((), copy, None)
    copy.write_bytes(b"not a diary any more" * 300)
    found = safekeeping.check(TODAY)
    [fault] = found.faults
    assert copy.name in fault
    copy.unlink()
    Database.open(copy, "another").close()
    assert "passphrase" in safekeeping.check(TODAY).backup_problem
