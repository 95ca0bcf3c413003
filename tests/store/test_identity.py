"""Every file that is refused: one sentence, and not a byte of it or beside it changed."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from pathlib import Path

import pytest

from diary.errors import FileProblem
from diary.store import identity
from diary.store.connection import Begin, connect
from diary.store.database import Database
from diary.store.files import beside, has_unfolded_writes
from diary.store.identity import Kind, PassphraseError, check_passphrase, kind_of
from diary.store.problems import NotADatabase, UnusableFile
from tests.refusals import refused
from tests.store import by_hand

NEWER = "UPDATE alembic_version SET version_num = '0999'"


@contextmanager
def refused_and_left_alone(kind, words, path):
    before = by_hand.contents(path.parent)
    with refused(kind, words) as caught:
        yield caught
    assert by_hand.contents(path.parent) == before


@pytest.fixture
def diary(path, passphrase):
    Database.open(path, passphrase).close()
    return path


def test_where_nothing_is_there_is_no_diary_yet(path):
    assert kind_of(path) is Kind.ABSENT


def test_a_diary_shows_whether_it_is_protected(diary, passphrase):
    assert kind_of(diary) is (Kind.PLAIN if passphrase is None else Kind.PROTECTED)


def test_a_diary_carries_our_mark_and_version(diary, passphrase):
    found = by_hand.run(diary, passphrase, "PRAGMA application_id")
    assert found == [(int.from_bytes(b"Daym", "big"),)]
    found = by_hand.run(diary, passphrase, "SELECT version_num FROM alembic_version")
    assert found == [(identity.HEAD,)]


@pytest.mark.parametrize(
    "content",
    [b"", b"Dear diary, today my back hurt.\n", b"{}", b"\0" * 4096, bytes(range(256)) * 16],
    ids=["empty", "text", "short", "zeros", "page"],
)
def test_other_files_are_refused(path, passphrase, content):
    path.write_bytes(content)
    protected_looking = content.startswith(bytes(range(256)))
    if not protected_looking:
        words = "is empty" if not content else "is not a Daymark diary"
        with refused_and_left_alone(UnusableFile, words, path):
            Database.open(path, passphrase)
        return
    # Nobody can tell a protected file from noise without its passphrase.
    words = "is protected" if passphrase is None else "does not fit"
    with refused_and_left_alone(PassphraseError, words, path):
        Database.open(path, passphrase)


def test_an_empty_file_is_not_taken_for_a_new_diary(path):
    path.touch()
    with refused_and_left_alone(UnusableFile, "Put a backup in its place", path):
        Database.open(path)


@pytest.mark.parametrize("start", [b"PK\x03\x04", b"%PDF-1.7", b"\x1f\x8b\x08"])
def test_a_packed_file_is_not_asked_for_a_passphrase(path, start):
    path.write_bytes(start + bytes(range(256))[len(start) :] + bytes(range(256)) * 15)
    with refused_and_left_alone(UnusableFile, "is not a Daymark diary", path):
        Database.open(path)


def test_a_link_round_in_a_circle_is_not_an_empty_place(path):
    path.symlink_to(path)
    with refused(UnusableFile, "leads to a file that is not there"):
        Database.open(path)
    assert path.is_symlink()


def test_a_link_to_a_stick_that_is_gone_is_not_an_empty_place(path):
    path.symlink_to(path.with_name("stick") / "diary.daymark")
    with refused(UnusableFile, "plug it in and try again"):
        Database.open(path)
    assert path.is_symlink()


def test_a_pipe_is_not_waited_for(path, passphrase):
    os.mkfifo(path)
    with refused(UnusableFile, "is not a Daymark diary"):
        Database.open(path, passphrase)


@pytest.mark.parametrize("ending", ["-wal", "-shm", "-journal"])
def test_a_pipe_beside_it_is_not_waited_for(diary, passphrase, ending):
    os.mkfifo(diary.with_name(diary.name + ending))
    with refused(UnusableFile, "is not a Daymark diary"):
        Database.open(diary, passphrase)


def test_a_folder_is_refused(path, passphrase):
    path.mkdir()
    with refused(UnusableFile, "is not a Daymark diary"):
        Database.open(path, passphrase)


def test_a_pipe_is_refused_and_not_waited_for(path):
    os.mkfifo(path)
    with refused(UnusableFile, "is not a Daymark diary"):
        Database.open(path)


def test_a_file_that_may_not_be_read_is_told(path, monkeypatch):
    path.write_bytes(b"x")

    def no_reading(*_args, **_more):
        raise PermissionError(13, "no")

    monkeypatch.setattr(type(path), "open", no_reading)
    with refused(FileProblem, "cannot be opened"):
        Database.open(path)


@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_the_database_of_another_program_is_refused(path, journal):
    by_hand.run(
        path,
        None,
        f"PRAGMA journal_mode = {journal}",
        "CREATE TABLE alembic_version (version_num TEXT)",
        "INSERT INTO alembic_version VALUES ('0001')",
    )
    with refused_and_left_alone(UnusableFile, "is not a Daymark diary", path):
        Database.open(path)


@pytest.mark.parametrize("statement", ["DELETE FROM alembic_version", "DROP TABLE alembic_version"])
def test_a_diary_without_its_version_is_refused(diary, passphrase, statement):
    by_hand.run(diary, passphrase, statement)
    with refused_and_left_alone(UnusableFile, "is not a Daymark diary", diary):
        Database.open(diary, passphrase)


def test_a_header_of_another_time_is_refused(path):
    Database.open(path).close()
    content = bytearray(path.read_bytes())
    content[18:20] = b"\x09\x09"  # the file format, which SQLite would have to know
    path.write_bytes(content)
    with refused_and_left_alone(NotADatabase, "is not a Daymark diary", path):
        Database.open(path)


@pytest.mark.parametrize("mark", ["7", "'2026-03-05'", "x'ff'"])
def test_a_version_mark_that_is_none_is_damage(diary, passphrase, mark):
    by_hand.run(diary, passphrase, f"UPDATE alembic_version SET version_num = {mark}")
    with refused_and_left_alone(UnusableFile, "is damaged", diary):
        Database.open(diary, passphrase)


def test_a_newer_diary_is_refused(diary, passphrase):
    by_hand.run(diary, passphrase, NEWER)
    with refused_and_left_alone(UnusableFile, "newer version of Daymark", diary):
        Database.open(diary, passphrase)


@pytest.mark.parametrize("asked", ["exists", "stat"])
def test_what_goes_from_beside_it_at_that_moment_is_no_fault(diary, passphrase, monkeypatch, asked):
    """Another program closes the diary, and SQLite takes away what it kept there."""
    log = beside(diary)[0]
    real = getattr(Path, asked)

    def goes(path, **options):
        found = real(path, **options)
        if path == log:
            path.unlink(missing_ok=True)
        return found

    log.write_bytes(b"")
    monkeypatch.setattr(Path, asked, goes)
    kind = Kind.PLAIN if passphrase is None else Kind.PROTECTED
    assert check_passphrase(diary, passphrase) is kind
    log.write_bytes(b"")
    assert not has_unfolded_writes(diary)


def test_a_newer_diary_keeps_the_writes_that_wait_beside_it(diary, passphrase):
    by_hand.leave_unfolded(diary, passphrase, NEWER)
    with refused_and_left_alone(UnusableFile, "newer version of Daymark", diary):
        Database.open(diary, passphrase)
    assert any(name.endswith("-wal") for name in by_hand.contents(diary.parent))


@pytest.mark.parametrize("size", [1, 15, 100, 4095, 4096, 50_000, 12 * 4096, -1, -4096])
def test_a_truncated_diary_is_refused(diary, passphrase, size):
    with diary.open("r+b") as file:
        file.truncate(size if size > 0 else diary.stat().st_size + size)
    kind = kind_and_words(diary, passphrase)
    with refused_and_left_alone(*kind, diary):
        Database.open(diary, passphrase)


def kind_and_words(path, passphrase):
    if path.stat().st_size % 4096 == 0 and passphrase is not None:
        return UnusableFile, "is damaged"
    if path.stat().st_size < 16 or passphrase is not None:
        return UnusableFile, "is not a Daymark diary"
    return UnusableFile, "is damaged"


def test_a_passphrase_is_asked_for_and_not_taken_where_none_is_needed(path):
    Database.open(path).close()
    with refused_and_left_alone(PassphraseError, "has no passphrase", path):
        Database.open(path, "x")
    path.unlink()
    Database.open(path, "x").close()
    with refused_and_left_alone(PassphraseError, "opens only with its passphrase", path):
        Database.open(path)
    with refused_and_left_alone(PassphraseError, "does not fit", path):
        Database.open(path, "y")


@pytest.mark.parametrize("passphrase", ["", "a\0b"])
def test_a_passphrase_that_cannot_be_is_refused(path, passphrase):
    with refused(PassphraseError, "at least one character"):
        Database.open(path, passphrase)
    assert not path.exists()


def test_nothing_is_asked_of_a_file_that_is_not_there(path):
    assert check_passphrase(path, "x") is Kind.ABSENT
    assert check_passphrase(path, None) is Kind.ABSENT


def test_while_another_program_writes_it_is_not_looked_at_as_a_copy(diary, passphrase, monkeypatch):
    """A copy made meanwhile may be no whole one; and SQLite reads past who writes."""
    copy_readable = identity.copy_readable

    def copied_too_late(source, target):
        copy_readable(source, target)
        statement = "INSERT INTO preference VALUES ('first_run_done', 'true')"
        assert by_hand.as_another_program(source, passphrase, statement)

    monkeypatch.setattr(identity, "copy_readable", copied_too_late)
    with by_hand.kept_by_another_program(diary, passphrase):
        assert preferences_seen(diary, passphrase) == 1


def preferences_seen(path, passphrase):
    """Return how many preferences a look at the diary finds."""
    with (
        identity.looking(path, passphrase) as engine,
        connect(engine, Begin.READING) as connection,
    ):
        return connection.exec_driver_sql("SELECT count(*) FROM preference").scalar()


def test_what_is_written_within_a_tick_of_the_clock_makes_a_copy_no_whole_one(
    diary, passphrase, monkeypatch
):
    before, about = diary.read_bytes(), diary.stat()
    by_hand.run(diary, passphrase, "INSERT INTO preference VALUES ('first_run_done', 'true')")
    after = diary.read_bytes()
    assert len(before) == len(after)
    diary.write_bytes(before)
    beside(diary)[0].touch()
    copy_readable = identity.copy_readable

    def copied_too_early(source, target):
        copy_readable(source, target)
        source.write_bytes(after)
        os.utime(source, ns=(about.st_atime_ns, about.st_mtime_ns))

    os.utime(diary, ns=(about.st_atime_ns, about.st_mtime_ns))
    monkeypatch.setattr(identity, "copy_readable", copied_too_early)
    assert preferences_seen(diary, passphrase) == 1


@pytest.mark.parametrize("step", ["copyfile", "copy_readable"])
def test_what_another_program_closes_meanwhile_is_looked_at_in_place(
    diary, passphrase, monkeypatch, step
):
    """The last to close takes away what waits beside it: before it is copied, or afterwards."""
    by_hand.leave_unfolded(
        diary, passphrase, "INSERT INTO preference VALUES ('first_run_done', 'true')"
    )
    of = {"copyfile": shutil, "copy_readable": identity}[step]
    usual = getattr(of, step)

    def closed_meanwhile(source, target):
        monkeypatch.undo()
        if of is identity:
            usual(source, target)
        assert by_hand.as_another_program(diary, passphrase, "SELECT count(*) FROM preference")
        assert not beside(diary)[0].exists()
        if of is shutil:
            usual(source, target)

    monkeypatch.setattr(of, step, closed_meanwhile)
    assert preferences_seen(diary, passphrase) == 1
