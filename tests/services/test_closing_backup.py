from __future__ import annotations

import datetime as dt
import errno
import os
import shutil

import pytest

from diary.domain.entry import DayEntry
from diary.errors import FileProblem, RequestError
from diary.services import backup_notes
from diary.services.backup_notes import Notes, read_notes, write_notes
from diary.services.closing_backup import ClosingBackup
from diary.services.journal import Journal
from diary.services.second_folder import Place, choose_folder, second_folder
from diary.settings import look_up_settings
from diary.store import copy_folder, snapshot
from diary.store.database import Database
from diary.store.files import written_aside
from diary.store.identity import Kind, kind_of
from diary.store.soundness import verify
from tests.refusals import refused

NOW = dt.datetime(2026, 3, 20, 20, 41, tzinfo=dt.UTC)
TODAY = NOW.date()


class Used:
    """A diary that is opened, written to, and closed with a backup."""

    def __init__(self, paths, passphrase):
        self.paths, self.passphrase = paths, passphrase

    def close(self, note=None, *, now=NOW, asked=False):
        database = Database.open(self.paths.diary, self.passphrase)
        if note is not None:
            Journal(database).save(DayEntry(date=TODAY, note=note), now, TODAY)
        return ClosingBackup(self.paths, database).keep(now, asked=asked)

    def backups(self):
        return [one.path.name for one in copy_folder.listing(self.paths.backups)]


@pytest.fixture(params=[None, "secret"], ids=["plain", "protected"])
def used(request, paths):
    """A diary."""
    return Used(paths, request.param)


@pytest.fixture
def stick(used, tmp_path):
    """The second folder of the diary."""
    folder = tmp_path / "stick"
    folder.mkdir()
    choose_folder(used.paths, folder)
    return folder


def names(folder):
    return sorted(path.name for path in folder.iterdir())


class TestAtClosing:
    def test_a_changed_diary_is_backed_up_and_checked(self, used):
        notes = used.close("today")
        assert notes.told is None
        assert used.backups() == ["diary-2026-03-20T204100Z.daymark"]
        assert verify(used.paths.backups / notes.newest, used.passphrase).days == 1

    def test_an_unchanged_one_is_not(self, used):
        used.close("today")
        for _ in range(2):
            assert used.close().told is None
        assert len(used.backups()) == 1

    def test_whatever_the_clock_says(self, used):
        used.close("today")
        back = NOW - dt.timedelta(days=3000)
        used.close("a change", now=back)
        assert len(used.backups()) == 2
        used.close(now=back)
        assert len(used.backups()) == 2

    def test_one_that_was_taken_away_is_made_again(self, used):
        used.close("today")
        shutil.rmtree(used.paths.backups)
        used.close()
        assert len(used.backups()) == 1

    def test_one_that_was_asked_for_is_made_in_any_case(self, used):
        used.close("today")
        used.close(asked=True)
        assert len(used.backups()) == 2

    def test_an_empty_diary_needs_none(self, used):
        assert used.close() == Notes()
        assert not used.paths.backups.exists()

    def test_while_another_program_has_the_diary_the_next_closing_backs_it_up_again(self, used):
        other = Database.open(used.paths.diary, used.passphrase)
        used.close("today")
        Journal(other).save(DayEntry(date=TODAY, note="theirs"), NOW, TODAY)
        assert len(used.backups()) == 1
        assert not ClosingBackup(used.paths, other).is_kept()
        other.close()
        used.close()
        assert len(used.backups()) == 2

    def test_a_diary_that_was_taken_away_is_not_kept(self, used):
        used.close("today")
        database = Database.open(used.paths.diary, used.passphrase)
        backup = ClosingBackup(used.paths, database)
        database.close()
        assert backup.is_kept()
        used.paths.diary.unlink()
        assert not backup.is_kept()

    def test_old_ones_are_thinned(self, used):
        for hour in (1, 2):
            used.close(str(hour), now=NOW - dt.timedelta(days=100, hours=hour))
        used.close("now")
        assert len(used.backups()) == 2


class TestFailing:
    def test_it_is_noted_and_told_until_one_works(self, used):
        used.paths.backups.write_text("in the way")
        notes = used.close("today")
        assert "The last time the diary was closed, no backup was made." in notes.told
        assert read_notes(used.paths) == notes
        used.paths.backups.unlink()
        assert used.close().told is None
        assert read_notes(used.paths).told is None
        assert len(used.backups()) == 1

    def test_a_damaged_diary_is_not_backed_up_and_nothing_thinned(self, used, monkeypatch):
        for hour in (1, 2):
            used.close(str(hour), now=NOW - dt.timedelta(days=100, hours=hour))
        before = used.backups()
        monkeypatch.setattr(snapshot, "has_faults", lambda *_: True)
        assert "is damaged" in used.close("now").told
        assert used.backups() == before

    def test_a_note_that_cannot_be_kept_is_told_at_least_now(self, used):
        used.paths.backup_notes.mkdir()
        assert "backups.json is a folder" in used.close("today").told
        assert len(used.backups()) == 1

    def test_on_a_full_disk_the_note_is_written_over_the_old_one(self, paths, monkeypatch):
        write_notes(Notes(newest="x"), paths)
        size = paths.backup_notes.stat().st_size

        def full(*_):
            raise FileProblem("The disk is full.")

        monkeypatch.setattr(backup_notes, "write_output", full)
        write_notes(Notes(newest="y", failed="z" * 500), paths)
        assert read_notes(paths) == Notes(newest="y", failed="z" * 500)
        assert paths.backup_notes.stat().st_size == size
        paths.backup_notes.unlink()
        with refused(FileProblem, "The disk is full."):
            write_notes(Notes(), paths)

    @pytest.mark.parametrize("content", [b"", b"{", b'{"newest": 5}', b"\xff"])
    def test_notes_that_cannot_be_read_are_none(self, paths, content):
        paths.backup_notes.write_bytes(content)
        assert read_notes(paths) == Notes()


class TestSecondFolder:
    def test_the_backup_is_copied_there_under_the_name_of_this_diary(self, used, stick):
        assert used.close("today").told is None
        mark = look_up_settings(used.paths.settings).backup_mark
        [name] = names(stick)
        assert name == f"diary-of-{mark}-2026-03-20T204100Z.daymark"
        assert verify(stick / name, used.passphrase).days == 1
        used.close()
        assert names(stick) == [name]

    def test_one_that_is_away_is_told_kindly_and_tried_again(self, used, stick):
        stick.rename(stick.with_name("pulled out"))
        notes = used.close("today")
        assert "was not there when the diary was closed" in notes.told
        assert len(used.backups()) == 1
        assert not stick.exists()
        stick.with_name("pulled out").rename(stick)
        assert used.close().told is None
        assert len(names(stick)) == len(used.backups()) == 1

    def test_only_copies_of_this_diary_are_thinned_there(self, used, stick):
        others = [
            "diary-2025-01-01T100000Z.daymark",
            "diary-2025-01-01T110000Z.daymark",
            "diary-of-ffffffff-2025-01-01T100000Z.daymark",
            "diary-of-ffffffff-2025-01-01T110000Z.daymark",
            "holiday.jpg",
        ]
        for name in others:
            (stick / name).write_text("theirs")
        for hour in (1, 2):
            used.close(str(hour), now=NOW - dt.timedelta(days=100, hours=hour))
        used.close("now")
        place = second_folder(used.paths)
        assert len(place.copies()) == 2
        assert set(others) <= set(names(stick))
        assert len(names(stick)) == len(others) + 2

    @pytest.mark.parametrize(
        ("number", "words"), [(errno.ENOSPC, "The disk is full"), (errno.EROFS, "only be read")]
    )
    def test_a_full_or_write_protected_one_is_told(self, used, stick, monkeypatch, number, words):
        def aside(target):
            if target.parent == stick:
                raise OSError(number, "no")
            return written_aside(target)

        monkeypatch.setattr(snapshot.files, "written_aside", aside)
        notes = used.close("today")
        assert f"could not be copied to the second folder {stick}" in notes.told
        assert words in notes.told
        assert "was not there" not in notes.told
        assert (len(used.backups()), names(stick)) == (1, [])
        monkeypatch.undo()
        assert used.close().told is None
        assert len(names(stick)) == 1

    def test_one_that_fails_in_the_middle_is_told_and_no_half_file_stays(
        self, used, stick, monkeypatch
    ):
        real, halves = os.fsync, []

        def fail(handle):
            half = [
                one for one in stick.iterdir() if os.path.samestat(one.stat(), os.fstat(handle))
            ]
            halves.extend(one.stat().st_size for one in half)
            if half:
                raise OSError(errno.EIO, "no")
            real(handle)

        monkeypatch.setattr(os, "fsync", fail)
        notes = used.close("today")
        monkeypatch.undo()
        assert f"could not be copied to the second folder {stick}" in notes.told
        assert "The disk did not read or write" in notes.told
        assert halves[0] > 0
        assert names(stick) == []
        self.check_first_backup(used)
        assert used.close().told is None
        assert len(names(stick)) == 1

    def test_one_that_is_pulled_out_in_the_middle_is_told_and_tried_again(
        self, used, stick, monkeypatch
    ):
        away, real = stick.with_name("pulled out"), snapshot._copy_pages

        def pull_out(source, part, *rest):
            real(source, part, *rest)
            if part.parent == stick:
                assert part.stat().st_size > 0
                stick.rename(away)

        monkeypatch.setattr(snapshot, "_copy_pages", pull_out)
        notes = used.close("today")
        monkeypatch.undo()
        assert f"could not be copied to the second folder {stick}" in notes.told
        assert not stick.exists()
        self.check_first_backup(used)
        away.rename(stick)
        [half] = stick.iterdir()  # nobody could take it away
        os.utime(half, (0, 0))
        assert second_folder(used.paths).copies() == ()
        assert used.close().told is None
        assert not half.exists()
        [copy] = second_folder(used.paths).copies()
        assert names(stick) == [copy.path.name]
        assert verify(copy.path, used.passphrase).days == 1

    @staticmethod
    def check_first_backup(used):
        [first] = copy_folder.listing(used.paths.backups)
        assert verify(first.path, used.passphrase).days == 1
        assert names(used.paths.backups) == [first.path.name]

    def test_a_newest_backup_that_is_gone_is_not_copied(self, used, stick):
        used.close("today")
        shutil.rmtree(used.paths.backups)
        used.paths.backups.write_text("in the way")
        for path in stick.iterdir():
            path.unlink()
        assert "no backup was made" in used.close("more").told
        assert names(stick) == []

    def test_it_can_be_forgotten_and_what_is_there_stays(self, used, stick):
        used.close("today")
        mark = look_up_settings(used.paths.settings).backup_mark
        choose_folder(used.paths, None)
        assert second_folder(used.paths) is None
        used.close("more")
        assert len(names(stick)) == 1
        choose_folder(used.paths, stick)
        assert second_folder(used.paths) == Place(stick, mark)

    def test_a_folder_that_is_not_there_or_is_the_diarys_own_is_refused(self, paths, tmp_path):
        with refused(RequestError, "is not a folder that is there"):
            choose_folder(paths, tmp_path / "nowhere")
        paths.backups.mkdir()
        for own in (paths.folder, paths.backups):
            with refused(RequestError, "where the diary itself is kept"):
                choose_folder(paths, own)
        assert second_folder(paths) is None

    def test_a_folder_that_cannot_be_asked_is_not_there(self, tmp_path, monkeypatch):
        def broken(*_, **__):
            raise OSError(errno.EIO, "pulled out")

        place = Place(tmp_path, "0123abcd")
        monkeypatch.setattr(type(tmp_path), "is_dir", broken)
        monkeypatch.setattr(type(tmp_path), "glob", broken)
        assert not place.is_there
        assert place.copies() == ()


class TestReadableCopies:
    """Of a diary that has a passphrase by now."""

    @pytest.fixture
    def copy(self, paths):
        """A backup from before it had one."""
        used = Used(paths, None)
        notes = used.close("then")
        copy = paths.folder / "kept"
        (paths.backups / notes.newest).rename(copy)
        for path in (paths.diary, paths.backup_notes):
            path.unlink()
        return copy

    @pytest.fixture
    def used(self, paths, copy):
        assert copy.exists()  # made first: there it is without a passphrase
        return Used(paths, "secret")

    def place(self, used, stick, content, hour=1):
        mark = look_up_settings(used.paths.settings).backup_mark
        path = stick / f"diary-of-{mark}-2026-03-20T0{hour}0000Z.daymark"
        path.write_bytes(content)
        return path

    def test_one_that_was_left_beside_the_diary_is_protected(self, used, copy):
        left = used.paths.backups / "diary-2026-03-20T010000Z.daymark"
        used.close("today")
        copy.rename(left)
        assert used.close().told is None
        assert kind_of(left) is Kind.PROTECTED
        assert verify(left, "secret").days == 1
        before = used.backups()
        assert used.close().told is None
        assert used.backups() == before

    def test_those_that_cannot_be_changed_are_told_each_time(self, used, stick, copy):
        used.close("today")
        good = self.place(used, stick, copy.read_bytes(), 1)
        bad = self.place(used, stick, copy.read_bytes()[:-5], 2)
        for _ in range(3):
            told = used.close().told
            assert told.startswith("1 backup could not be given the passphrase")
            assert bad.name in told
        assert kind_of(good) is Kind.PROTECTED
        assert len(used.backups()) == 1
        self.place(used, stick, b"SQLite format 3\0", 3)
        assert used.close().told.startswith("2 backups could not be given the passphrase")
        assert read_notes(used.paths).told is not None
        for path in stick.glob("*T0[23]*"):
            path.unlink()
        assert used.close().told is None
        assert len(used.backups()) == 1

    def test_they_are_told_beside_what_else_failed(self, used, stick, copy):
        left = used.paths.backups / "diary-2026-03-20T010000Z.daymark"
        used.close("today")
        left.write_bytes(copy.read_bytes()[:-5])
        stick.rename(stick.with_name("pulled out"))
        told = used.close().told
        assert left.name in told
        assert "was not there when the diary was closed" in told


def test_what_the_notes_tell(paths):
    backup = ClosingBackup(paths, None)
    assert backup.told() is None
    write_notes(Notes(failed="A.", elsewhere_failed="B."), paths)
    assert backup.told() == "A. B."
