"""A copy put in the place of the diary: the present is kept, and nobody else has it open."""

from __future__ import annotations

import datetime as dt
import os
from contextlib import nullcontext

import pytest

from diary.errors import FileProblem, RequestError
from diary.store import alone, copy_folder, files, remains, snapshot
from diary.store.database import Database
from diary.store.identity import PassphraseError
from diary.store.problems import UnusableFile
from diary.store.soundness import verify
from tests.refusals import refused
from tests.store import by_hand
from tests.store.copied import Home, names, turn_bytes

NOW = dt.datetime(2026, 3, 1, 20, 4, tzinfo=dt.UTC)


def leave_orphans(path):
    """Take away the days of what is reported."""
    by_hand.run(path, None, "DELETE FROM entry")


@pytest.fixture
def then(home):
    """A copy of the diary as it was then; since, it says something else and was closed."""
    home.save("then")
    copy = home.take()
    home.save("now")
    home.database.close()
    return copy


def test_a_copy_is_put_back_and_the_present_is_kept(home, then):
    content = then.read_bytes()
    present = home.restore(then)
    assert present == home.backups / "diary-2026-03-01T200400Z-2.daymark"
    assert home.note_in(present) == "now"
    assert then.read_bytes() == content
    assert names(home.path.parent) == ["diary.daymark", "folder"]
    assert home.path.stat().st_mode & 0o777 == 0o600
    assert home.note_in(home.path) == "then"


def test_a_copy_is_put_where_nothing_is(home, then):
    home.path.unlink()
    assert home.restore(then) is None
    assert home.note_in(home.path) == "then"


def test_a_protected_diary_is_not_replaced_without_its_passphrase(tmp_path):
    present, copy = tmp_path / "diary.daymark", tmp_path / "copy.daymark"
    Database.open(present, "secret").close()
    Database.open(copy).close()
    before = present.read_bytes()
    with pytest.raises(PassphraseError):
        snapshot.restore(copy, present, tmp_path / "backups", None, NOW, present_passphrase=None)
    assert present.read_bytes() == before


def test_nothing_readable_is_written_beside_a_protected_diary(tmp_path, monkeypatch):
    """Not even for a moment: another program that opens the diary then would wipe it."""
    copy, present = tmp_path / "copy.daymark", tmp_path / "home" / "diary.daymark"
    present.parent.mkdir()
    Database.open(copy).close()
    Database.open(present, "secret").close()
    looked_at = []

    def look(*_):
        remains.settle(present, "secret", [present.parent])
        looked_at.append([one.read_bytes()[:15] for one in present.parent.iterdir()])

    monkeypatch.setattr(snapshot.migrations, "upgrade", look)
    for passphrase, like in ((None, None), ("secret", (present, "secret"))):
        arguments = {"present_passphrase": passphrase, "like": like}
        with pytest.raises(PassphraseError) if like is None else nullcontext():
            snapshot.restore(copy, present, tmp_path / "backups", None, NOW, **arguments)
    assert [len(found) for found in looked_at] == [2]
    assert b"SQLite format 3" not in looked_at[0]
    assert verify(present, "secret").sound


@pytest.mark.parametrize("damage", [turn_bytes, leave_orphans])
def test_a_damaged_copy_is_not_protected_and_put_back(tmp_path, now, damage):
    copy, present = tmp_path / "copy.daymark", tmp_path / "diary.daymark"
    other = Home(copy, None, now)
    other.save("then")
    other.database.close()
    Database.open(present, "secret").close()
    damage(copy)
    before = present.read_bytes()
    with pytest.raises(UnusableFile):
        snapshot.restore(
            copy,
            present,
            tmp_path / "backups",
            None,
            NOW,
            present_passphrase="secret",
            like=(present, "secret"),
        )
    assert present.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"not a diary", None])
def test_a_damaged_diary_is_moved_aside_as_it_is(home, then, content):
    if content is None:
        by_hand.run(home.path, home.passphrase, "PRAGMA application_id = 7")
        by_hand.leave_unfolded(home.path, home.passphrase, "DELETE FROM entry")
    else:
        home.path.write_bytes(content)
    before = by_hand.contents(home.path.parent)
    present = home.restore(then)
    assert present == home.backups / "diary-2026-03-01T200400Z.damaged"
    after = {
        name.replace(present.name, home.path.name): kept
        for name, kept in by_hand.contents(home.backups).items()
        if name.startswith(present.name)
    }
    assert after == before
    assert [one.path for one in copy_folder.listing(home.backups)] == [then]
    assert home.note_in(home.path) == "then"


def test_a_diary_that_is_replaced_while_it_is_looked_at_is_not_taken_for_damaged(
    home, then, monkeypatch
):
    real, there = snapshot.examine, []

    def examine(path, *rest):
        if path == home.path and not there:
            there.append(path.read_bytes())
            new = path.with_name("new")
            new.write_bytes(there[0])
            new.replace(path)
            raise UnusableFile("what was there until now was wiped")
        return real(path, *rest)

    monkeypatch.setattr(snapshot, "examine", examine)
    with refused(FileProblem, "Another program is using diary.daymark"):
        home.restore(then)
    assert home.path.read_bytes() == there[0]
    assert names(home.backups) == [then.name]


def test_a_damaged_diary_that_another_program_has_open_stays(home, then):
    with by_hand.kept_by_another_program(home.path, home.passphrase):
        with home.path.open("r+b") as file:
            file.seek(-4_096, os.SEEK_END)
            file.write(bytes(4_096))
        before = by_hand.contents(home.path.parent)
        with refused(FileProblem, "Another program is using diary.daymark"):
            home.restore(then)
        assert by_hand.contents(home.path.parent) == before
        assert names(home.backups) == [then.name]
    home.restore(then)
    assert home.note_in(home.path) == "then"


def test_a_damaged_copy_is_not_put_back(home, then):
    by_hand.run(then, home.passphrase, "UPDATE pain SET worst = 77")
    before = by_hand.contents(home.path.parent)
    with refused(UnusableFile, "cannot have written"):
        home.restore(then)
    assert by_hand.contents(home.path.parent) == before
    assert names(home.backups) == [then.name]


def test_a_copy_with_another_passphrase_is_not_put_back(home, tmp_path):
    other = tmp_path / "other.daymark"
    Database.open(other, None if home.passphrase else "x").close()
    with refused(PassphraseError, "passphrase"):
        home.restore(other)
    assert not home.backups.exists()


@pytest.mark.usefixtures("impatient")
def test_nothing_is_put_in_the_place_of_an_open_diary(home, then):
    home.database.reopen()
    with refused(FileProblem, "Another program is using diary.daymark"):
        home.restore(then)
    assert names(home.backups) == [then.name]
    home.database.close()
    assert home.note_in(home.path) == "now"


@pytest.mark.parametrize("closes_first", [False, True])
def test_nobody_saves_between_the_copy_of_the_present_and_the_swap(
    home, then, monkeypatch, closes_first
):
    monkeypatch.setattr(alone, "_CLOSES_FIRST", closes_first)
    real, let = snapshot.take, []

    def take(*rest, **more):
        made = real(*rest, **more)
        statement = "UPDATE entry SET note = 'beside'"
        let.append(by_hand.as_another_program(home.path, home.passphrase, statement))
        return made

    monkeypatch.setattr(snapshot, "take", take)
    present = home.restore(then)
    assert let == [False]
    assert names(home.path.parent) == ["diary.daymark", "folder"]
    assert [home.note_in(one) for one in (present, home.path)] == ["now", "then"]


def test_what_a_crash_left_beside_the_diary_is_in_the_copy_of_the_present(home, then):
    by_hand.leave_unfolded(home.path, home.passphrase, "UPDATE entry SET note = 'last'")
    present = home.restore(then)
    assert names(home.path.parent) == ["diary.daymark", "folder"]
    assert [home.note_in(one) for one in (present, home.path)] == ["last", "then"]


def test_a_diary_of_a_newer_version_is_not_replaced(home, then):
    by_hand.run(home.path, home.passphrase, "UPDATE alembic_version SET version_num = '0999'")
    before = by_hand.contents(home.path.parent)
    with refused(RequestError, "Install that version"):
        home.restore(then)
    assert by_hand.contents(home.path.parent) == before
    assert names(home.backups) == [then.name]


def test_a_swap_that_fails_leaves_the_present(home, then, monkeypatch):
    def fail(*_):
        raise PermissionError(13, "the file is open")

    monkeypatch.setattr(files, "swap_in", fail)
    with refused(FileProblem, "diary.daymark cannot be opened"):
        home.restore(then)
    assert names(home.path.parent) == ["diary.daymark", "folder"]
    assert home.note_in(home.path) == "now"


def test_what_waits_beside_a_diary_that_is_gone_is_kept_aside(tmp_path):
    gone = tmp_path / "diary.daymark"
    waiting = gone.with_name("diary.daymark-wal")
    waiting.write_bytes(b"what was saved last")
    snapshot.clear_place(gone, tmp_path / "backups")
    assert not waiting.exists()
    (kept,) = (tmp_path / "backups").iterdir()
    assert kept.read_bytes() == b"what was saved last"
    assert kept.name.startswith("diary-gone.damaged")
