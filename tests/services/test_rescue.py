"""The ways out of a diary file that does not open: found, gone, and nothing lost."""

from __future__ import annotations

import datetime as dt
import errno
import os

import pytest

from diary.domain.entry import DayEntry
from diary.errors import FileProblem, RequestError
from diary.paths import AppPaths
from diary.services.open import open_services
from diary.services.rescue import Rescue
from diary.store import files
from diary.store.identity import Kind, PassphraseError, kind_of
from tests.refusals import refused
from tests.store import by_hand

NOW = dt.datetime(2026, 3, 1, 20, 4, tzinfo=dt.UTC)
TODAY = NOW.date()
PAGE = 4_096
ONLY_PROTECTED = pytest.mark.parametrize("passphrase", ["correct horse"], ids=["protected"])


@pytest.fixture(params=[None, "correct horse"], ids=["plain", "protected"])
def passphrase(request):
    return request.param


@pytest.fixture
def paths(tmp_path, passphrase):
    """A diary of two days, with a backup of the first."""
    paths = AppPaths(tmp_path / "diary")
    services = open_services(paths, passphrase)
    services.journal.save(DayEntry(date=TODAY - dt.timedelta(days=1), pains=()), NOW, TODAY)
    services.safekeeping.backup(NOW)
    services.journal.save(DayEntry(date=TODAY, pains=()), NOW, TODAY)
    services.close()
    return paths


def spoil(path, *pages):
    """Fill pages with noise; the first one is 1."""
    content = bytearray(path.read_bytes())
    for page in pages:
        content[(page - 1) * PAGE : page * PAGE] = os.urandom(PAGE)
    path.write_bytes(content)


def days(paths, passphrase):
    """Return the recorded days."""
    services = open_services(paths, passphrase)
    try:
        return [entry.date for entry in services.journal.recorded(dt.date.min, dt.date.max)]
    finally:
        services.close()


def test_the_newest_sound_backup_is_offered(paths, passphrase):
    spoil(paths.diary, 8)
    newer = paths.backups / "diary-2026-03-02T000000Z.daymark"
    newer.write_bytes(paths.diary.read_bytes())
    ways = Rescue(paths, passphrase).ways_out()
    assert ways.can_salvage
    assert ways.folder == paths.folder
    assert ways.backup.taken_at == NOW
    assert (ways.backup.days, ways.backup.last_day) == (1, TODAY - dt.timedelta(days=1))


def test_where_no_backup_is_sound_none_is_offered(paths, passphrase):
    for backup in paths.backups.iterdir():
        spoil(backup, 8)
    assert Rescue(paths, passphrase).ways_out().backup is None


def test_looking_for_the_ways_out_changes_nothing(paths, passphrase):
    spoil(paths.diary, 8)
    before = by_hand.contents(paths.folder), by_hand.contents(paths.backups)
    Rescue(paths, passphrase).ways_out()
    assert (by_hand.contents(paths.folder), by_hand.contents(paths.backups)) == before


def test_a_backup_takes_the_place_and_the_damaged_file_is_kept(paths, passphrase):
    spoil(paths.diary, 8)
    damaged = paths.diary.read_bytes()
    rescue = Rescue(paths, passphrase)
    kept = rescue.put_back(rescue.ways_out().backup.path, NOW)
    assert kept.suffix == ".damaged"
    assert kept.read_bytes() == damaged
    assert days(paths, passphrase) == [TODAY - dt.timedelta(days=1)]


def test_what_can_be_read_takes_the_place(paths, passphrase):
    spoil(paths.diary, 20)
    damaged = paths.diary.read_bytes()
    rescue = Rescue(paths, passphrase)
    found = rescue.salvage()
    assert paths.diary.read_bytes() == damaged
    kept = rescue.take(found, NOW)
    assert kept.read_bytes() == damaged
    assert not found.path.exists()
    assert days(paths, passphrase) == [TODAY - dt.timedelta(days=1), TODAY]


def test_what_she_does_not_take_is_let_go(paths, passphrase):
    spoil(paths.diary, 20)
    rescue = Rescue(paths, passphrase)
    found = rescue.salvage()
    rescue.leave(found)
    assert not found.path.exists()


def test_what_was_saved_once_before_is_read_and_left_as_it_is(paths, passphrase):
    left = paths.folder / "diary-salvaged.daymark"
    paths.diary.rename(left)
    before = left.read_bytes()
    rescue = Rescue(paths, passphrase)
    rescue.take(rescue.salvage(left), NOW)
    assert left.read_bytes() == before
    assert days(paths, passphrase) == [TODAY - dt.timedelta(days=1), TODAY]


@pytest.mark.parametrize("passphrase", [None], ids=["plain"])
def test_what_a_crash_left_of_saving_is_not_readable_once_the_diary_is_protected(paths, passphrase):
    content = paths.diary.read_bytes()
    spoil(paths.diary, 20)
    left = Rescue(paths, passphrase).salvage().path
    paths.diary.write_bytes(content)
    services = open_services(paths)
    try:
        assert left.exists()
        services.protection.turn_on("correct horse", NOW)
    finally:
        services.close()
    assert [one.name for one in paths.folder.iterdir() if one.is_file()] == [paths.diary.name]


def test_what_is_let_go_is_overwritten(paths, passphrase):
    spoil(paths.diary, 20)
    rescue = Rescue(paths, passphrase)
    found = rescue.salvage()
    before = found.path.read_bytes()
    with found.path.open("rb") as still_open:
        rescue.leave(found)
        content = still_open.read()
    assert len(content) == len(before)
    assert not any(content[at : at + 64] in before for at in range(0, len(content), PAGE))


def test_a_damaged_file_elsewhere_is_read_too(paths, passphrase, tmp_path):
    other = tmp_path / "other.daymark"
    other.write_bytes(paths.diary.read_bytes())
    assert Rescue(paths, passphrase).salvage(other).days == 2


@pytest.mark.parametrize("make", ["folder", "circle", "text", "nothing"])
def test_whatever_stands_in_its_place_is_kept(paths, passphrase, make):
    paths.diary.unlink()
    if make == "folder":
        paths.diary.mkdir()
    elif make == "circle":
        paths.diary.symlink_to(paths.diary)
    elif make == "text":
        paths.diary.write_text("Dear diary")
    rescue = Rescue(paths, passphrase)
    ways = rescue.ways_out()
    assert ways.can_salvage is (make == "text" and passphrase is not None)
    kept = rescue.put_back(ways.backup.path, NOW)
    assert days(paths, passphrase) == [TODAY - dt.timedelta(days=1)]
    assert (kept is None) == (make == "nothing")
    if make == "text":
        assert kept.read_text() == "Dear diary"
    elif kept is not None:
        assert os.path.lexists(kept)


@ONLY_PROTECTED
def test_a_diary_that_no_passphrase_opens_is_moved_away(paths, passphrase):
    spoil(paths.diary, 1)
    noise = paths.diary.read_bytes()
    rescue = Rescue(paths, passphrase)
    kept = rescue.put_back(rescue.ways_out().backup.path, NOW)
    assert kept.read_bytes() == noise
    assert days(paths, passphrase) == [TODAY - dt.timedelta(days=1)]


@ONLY_PROTECTED
def test_where_it_cannot_be_put_back_the_file_stays(paths, passphrase, monkeypatch):
    spoil(paths.diary, 1)
    before = by_hand.contents(paths.folder), by_hand.contents(paths.backups)

    def full(*_arguments, **_options):
        raise OSError(errno.ENOSPC, "full")

    rescue = Rescue(paths, passphrase)
    backup = rescue.ways_out().backup.path
    monkeypatch.setattr(files, "swap_in", full)
    with refused(FileProblem, "The disk is full, so nothing was changed"):
        rescue.put_back(backup, NOW)
    assert (by_hand.contents(paths.folder), by_hand.contents(paths.backups)) == before


@pytest.fixture
def readable(tmp_path):
    """A copy without a passphrase, of a diary of one day."""
    other = AppPaths(tmp_path / "other")
    services = open_services(other)
    services.journal.save(DayEntry(date=TODAY, pains=()), NOW, TODAY)
    services.close()
    return other.diary


def tear(path):
    """Cut a file off in the middle of a page."""
    os.truncate(path, path.stat().st_size - PAGE // 2)


@pytest.mark.parametrize(
    "damaged", [lambda path: spoil(path, 1), lambda path: spoil(path, 8), tear, os.unlink]
)
def test_a_protected_diary_stays_one_whatever_was_damaged(paths, passphrase, readable, damaged):
    code = code_of(paths, passphrase)
    damaged(paths.diary)
    content = readable.read_bytes()
    rescue = Rescue(paths, passphrase)
    # One without a passphrase whose first page is noise looks as if it had one.
    assert passphrase is None or not rescue.loses_protection(readable)
    rescue.put_back(readable, NOW)
    assert (kind_of(paths.diary) is Kind.PROTECTED) is (passphrase is not None)
    assert days(paths, passphrase) == [TODAY]
    assert code_of(paths, passphrase) == code
    assert readable.read_bytes() == content


def code_of(paths, passphrase):
    """Return the recovery code, None where there is no passphrase."""
    if passphrase is None:
        return None
    services = open_services(paths, passphrase)
    try:
        return services.protection.code(passphrase)
    finally:
        services.close()


def test_where_nothing_tells_the_passphrase_it_is_said_before(paths, passphrase, readable):
    for given in ("not the words", None):
        rescue = Rescue(paths, given if passphrase else None)
        assert rescue.loses_protection(readable) is (passphrase is not None)
        assert not rescue.loses_protection(next(paths.backups.iterdir()))
    rescue.put_back(readable, NOW)
    assert days(paths, None) == [TODAY]


@ONLY_PROTECTED
@pytest.mark.parametrize("given", [None, "not the words"])
def test_no_other_file_is_read_for_a_diary_that_what_was_given_does_not_open(
    paths, passphrase, readable, given
):
    before = by_hand.contents(paths.folder)
    with refused(PassphraseError, "diary.daymark"):
        Rescue(paths, given).salvage(readable)
    spoil(paths.diary, 8)
    with refused(PassphraseError, "diary.daymark"):
        Rescue(paths, given).salvage(readable)
    assert by_hand.contents(paths.folder).keys() == before.keys()
    assert Rescue(paths, passphrase).salvage(readable).days == 1


@ONLY_PROTECTED
def test_what_is_saved_of_a_readable_file_is_protected_as_a_backup_was(paths, passphrase, readable):
    code = code_of(paths, passphrase)
    spoil(paths.diary, 1)
    rescue = Rescue(paths, passphrase)
    rescue.take(rescue.salvage(readable), NOW)
    assert days(paths, passphrase) == [TODAY]
    assert code_of(paths, passphrase) == code


def test_a_newer_diary_is_not_taken_apart(paths, passphrase):
    by_hand.run(paths.diary, passphrase, "UPDATE alembic_version SET version_num = '9999'")
    assert not Rescue(paths, passphrase).ways_out().can_salvage


def test_a_damaged_backup_is_refused_and_nothing_changes(paths, passphrase):
    spoil(paths.diary, 8)
    backup = next(paths.backups.iterdir())
    spoil(backup, 8)
    before = by_hand.contents(paths.folder)
    with pytest.raises(FileProblem, match=r"SQLite|damaged"):
        Rescue(paths, passphrase).put_back(backup, NOW)
    assert by_hand.contents(paths.folder) == before


def test_a_file_that_is_not_there_is_refused(paths, passphrase, tmp_path):
    with pytest.raises(RequestError, match="no file"):
        Rescue(paths, passphrase).put_back(tmp_path / "nowhere", NOW)


def test_a_file_put_in_its_place_later_is_told_from_the_one_that_did_not_open(paths, passphrase):
    spoil(paths.diary, 8)
    rescue = Rescue(paths, passphrase)
    ways = rescue.ways_out()
    assert ways.state == rescue.state()
    rescue.put_back(ways.backup.path, NOW)
    assert rescue.state() not in (ways.state, None)
    paths.diary.unlink()
    assert rescue.state() is None
