"""The diary and its copies written anew: all of them or none, and nothing readable left."""

from __future__ import annotations

import resource
from contextlib import contextmanager

import pytest

from diary.errors import FileProblem
from diary.store import anew, files, identity, protecting, remains, snapshot, wiping
from diary.store.identity import Kind, PassphraseError, kind_of
from diary.store.keys import salt_of
from diary.store.problems import UnusableFile
from diary.store.recovery_code import written
from diary.store.soundness import verify
from tests.refusals import refused
from tests.store import by_hand
from tests.store.closed import MARK


@pytest.mark.parametrize("new", [None, "another"], ids=["to-plain", "to-protected"])
def test_the_diary_and_its_copies_open_only_with_the_new_passphrase(closed_home, new):
    old = closed_home.passphrase
    assert closed_home.write_anew(new) == []
    assert closed_home.note_in(closed_home.path) == "now"
    assert closed_home.note_in(closed_home.copy) == "then"
    if new != old:
        with pytest.raises(PassphraseError):
            closed_home.note_in(closed_home.path, old)
        with pytest.raises(PassphraseError):
            closed_home.note_in(closed_home.copy, old)
    kept = {closed_home.path.name, closed_home.copy.name}
    assert closed_home.readable() == (kept if new is None else set())
    assert {one.name for one in closed_home.path.parent.rglob("*") if one.is_file()} == kept
    assert verify(closed_home.path, new).sound
    assert closed_home.path.stat().st_mode & 0o777 == 0o600


def test_the_same_passphrase_again_makes_another_key(protected):
    before = salt_of(protected.path)
    protected.write_anew("secret")
    assert salt_of(protected.path) != before
    assert salt_of(protected.copy) == salt_of(protected.path)


def test_one_recovery_code_opens_the_diary_and_each_copy(plain):
    plain.write_anew("secret")
    code = written(identity.keys.key_of(plain.path, "secret").raw)
    after = snapshot.take(plain.path, plain.backups, "secret", plain.now)
    assert [plain.note_in(one, code) for one in (plain.path, plain.copy, after)] == [
        "now",
        "then",
        "now",
    ]


def test_the_progress_is_told_file_by_file(plain):
    told = []
    plain.write_anew("secret", progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


@pytest.mark.parametrize("new", ["", " \t ", "\0", "\ud800", written(bytes(32))])
def test_what_cannot_be_a_passphrase_changes_nothing(closed_home, new):
    before = closed_home.state()
    with pytest.raises(PassphraseError):
        closed_home.write_anew(new)
    assert closed_home.state() == before


def test_a_wrong_passphrase_changes_nothing(protected):
    before = protected.bytes()
    protected.passphrase = "wrong"
    with refused(PassphraseError, "does not fit"):
        protected.write_anew("another")
    assert protected.bytes() == before


@pytest.mark.usefixtures("impatient")
def test_nothing_is_changed_while_another_program_has_the_diary(closed_home):
    before = closed_home.state()
    with (
        by_hand.kept_by_another_program(closed_home.path, closed_home.passphrase),
        refused(FileProblem, "Another program is using diary.daymark"),
    ):
        closed_home.write_anew("another")
    assert closed_home.state() == before


def test_nobody_else_gets_the_diary_meanwhile(closed_home):
    tried = []

    def progress(*_):
        look = "SELECT count(*) FROM entry"
        tried.append(by_hand.as_another_program(closed_home.path, closed_home.passphrase, look))

    with protecting.ready(
        closed_home.path,
        closed_home.passphrase,
        "another",
        backups=closed_home.backups,
        progress=progress,
    ):
        assert tried == [False]


def test_nobody_saves_into_the_diary_before_the_new_one_has_its_place(closed_home):
    statement = "UPDATE entry SET note = 'beside'"
    with protecting.ready(
        closed_home.path, closed_home.passphrase, "another", backups=closed_home.backups
    ) as ready:
        assert not by_hand.as_another_program(closed_home.path, closed_home.passphrase, statement)
        ready.swap_diary()
        ready.swap_copies()
    assert [
        closed_home.note_in(one, "another") for one in (closed_home.path, closed_home.copy)
    ] == ["now", "then"]


@pytest.mark.usefixtures("impatient")
def test_what_is_being_written_anew_is_no_remains(closed_home):
    with (
        by_hand.kept_by_another_program(closed_home.path, closed_home.passphrase, alone=True),
        files.written_aside(closed_home.copy, wiping.SWAP) as part,
    ):
        part.write_bytes(b"x" * 8192)
        remains.settle(closed_home.path, closed_home.passphrase, [closed_home.backups])
        assert part.stat().st_size == 8192
        part.unlink()
        remains.settle(closed_home.path, closed_home.passphrase, [closed_home.backups])


@pytest.mark.parametrize("name", ["x" * 300, "absent"])
def test_a_folder_that_cannot_be_looked_at_is_named(plain, tmp_path, name):
    folder = tmp_path / name
    assert plain.write_anew("secret", elsewhere=[(folder, MARK)]) == [folder]
    assert plain.note_in(plain.path, "secret") == "now"


@contextmanager
def room(size):
    """Let no file grow beyond this many bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_disk_that_takes_no_more_changes_nothing(closed_home):
    before = closed_home.state()
    with room(40_000), pytest.raises(FileProblem):
        closed_home.write_anew("another")
    assert closed_home.state() == before


def test_a_full_folder_of_backups_changes_nothing(closed_home, monkeypatch):
    before = closed_home.state()
    real = files.written_aside

    def full(target, *rest):
        if target.parent == closed_home.backups:
            raise OSError(28, "no room")
        return real(target, *rest)

    monkeypatch.setattr(files, "written_aside", full)
    with refused(FileProblem, "The disk is full"):
        closed_home.write_anew("another")
    assert closed_home.state() == before


def test_what_came_out_otherwise_is_not_used(closed_home, monkeypatch):
    before = closed_home.state()
    monkeypatch.setattr(anew, "fingerprint", lambda _: object())
    with refused(UnusableFile, "could not be written anew"):
        closed_home.write_anew("another")
    assert closed_home.state() == before


def test_a_diary_that_cannot_be_swapped_is_as_it_was(closed_home, monkeypatch):
    before = closed_home.state()

    def fail(*_):
        raise PermissionError(13, "the file is open")

    monkeypatch.setattr(wiping, "swap_in", fail)
    with refused(FileProblem, "diary.daymark cannot be opened"):
        closed_home.write_anew("another")
    assert closed_home.state() == before


def test_what_cannot_be_wiped_is_no_reason_to_stop_and_goes_at_the_next_opening(
    closed_home, monkeypatch
):
    folders = (closed_home.path.parent, closed_home.backups)

    def left():
        return [one.name for folder in folders for one in folder.glob("*.swap")]

    def fail(*_):
        raise PermissionError(13, "the file is open")

    monkeypatch.setattr(wiping, "wipe", fail)
    assert closed_home.write_anew("another") == []
    assert len(left()) == 2
    monkeypatch.undo()
    assert closed_home.note_in(closed_home.path, "another") == "now"
    assert left() == []
    assert closed_home.note_in(closed_home.copy, "another") == "then"


def test_a_link_to_the_diary_stays_one(plain, tmp_path):
    real = tmp_path / "synced" / "diary.daymark"
    real.parent.mkdir()
    plain.path.rename(real)
    plain.path.symlink_to(real)
    plain.write_anew("secret")
    assert plain.path.is_symlink()
    assert kind_of(real) is Kind.PROTECTED
    assert [one.name for one in real.parent.iterdir()] == ["diary.daymark"]
