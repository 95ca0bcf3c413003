"""What is told of a file that does not open: whether days may be in it, and where it is put."""

from __future__ import annotations

import datetime as dt
import errno

import pytest

from diary.errors import FileProblem
from diary.store import files, snapshot, soundness, unusable
from diary.store.database import Database
from tests.refusals import refused
from tests.store import by_hand

NEWER = "UPDATE alembic_version SET version_num = '0999'"


@pytest.fixture
def diary(path, passphrase):
    Database.open(path, passphrase).close()
    return path


@pytest.fixture
def backups(tmp_path):
    folder = tmp_path / "backups"
    folder.mkdir()
    return folder


def spoil(path):
    """Make noise of the second half of a file."""
    content = bytearray(path.read_bytes())
    half = len(content) // 2
    content[half:] = bytes(255 - byte for byte in content[half:])
    path.write_bytes(content)


class TestWasDiary:
    def test_a_sound_one_and_a_damaged_one_were(self, diary, passphrase):
        assert unusable.was_diary(diary, passphrase)
        spoil(diary)
        assert unusable.was_diary(diary, passphrase)

    def test_a_protected_one_looks_like_nothing_without_its_passphrase(self, diary, passphrase):
        spoil(diary)
        assert unusable.was_diary(diary, None) is (passphrase is None)

    def test_a_newer_one_is_for_the_newer_program(self, diary, passphrase):
        by_hand.run(diary, passphrase, NEWER)
        assert not unusable.was_diary(diary, passphrase)

    def test_nothing_a_folder_and_a_letter_were_none(self, path, passphrase):
        assert not unusable.was_diary(path, passphrase)
        path.mkdir()
        assert not unusable.was_diary(path, passphrase)
        path.rmdir()
        path.write_text("Dear doctor,")
        assert not unusable.was_diary(path, None)

    def test_of_one_that_the_disk_does_not_give_nothing_can_be_saved(self, diary, monkeypatch):
        def broken(*_arguments, **_options):
            raise OSError(5, "broken")

        monkeypatch.setattr(type(diary), "open", broken)
        assert not unusable.was_diary(diary, None)


class TestNewestSound:
    def test_it_is_the_newest_that_can_be_read_to_its_end(self, diary, passphrase, backups, now):
        taken = [
            snapshot.take(diary, backups, passphrase, now + dt.timedelta(days=day))
            for day in range(3)
        ]
        spoil(taken[2])
        found, about = unusable.newest_sound(backups, passphrase)
        assert (found.path, about.path) == (taken[1], taken[1])
        assert about.sound
        assert about.days == soundness.verify(diary, passphrase).days

    def test_where_there_is_none_nothing_is_told(self, backups, passphrase):
        assert unusable.newest_sound(backups, passphrase) is None


class TestInTheWay:
    def test_nothing_is_not(self, path, passphrase):
        assert not unusable.is_in_the_way(path, passphrase)

    def test_a_diary_that_opens_and_one_that_is_damaged_are_not(self, diary, passphrase):
        assert not unusable.is_in_the_way(diary, passphrase)
        spoil(diary)
        assert not unusable.is_in_the_way(diary, passphrase)

    def test_what_the_passphrase_does_not_open_and_a_folder_are(self, diary, passphrase):
        assert unusable.is_in_the_way(diary, "another" if passphrase else "one")
        diary.unlink()
        diary.mkdir()
        assert unusable.is_in_the_way(diary, passphrase)


class TestPutOver:
    @pytest.fixture
    def made(self, diary):
        made = diary.with_name("diary-new.daymark")
        made.write_bytes(b"new")
        return made

    @pytest.fixture
    def interrupted(self, made, path, monkeypatch):
        """Interrupt what puts the new file in its place; gives what was there at that moment."""
        seen = []

        def replace(_part, _target):
            seen.append(path.read_bytes() if path.is_file() else None)
            raise KeyboardInterrupt

        monkeypatch.setattr(type(made), "replace", replace)
        return seen

    def test_what_was_there_is_kept(self, made, diary, backups, now):
        before = diary.read_bytes()
        kept = unusable.put_over(made, diary, backups, now)
        assert kept.read_bytes() == before
        assert (kept.parent, kept.suffix) == (backups, ".damaged")
        assert diary.read_bytes() == b"new"
        assert not made.exists()

    def test_a_file_stays_until_the_other_has_its_place(
        self, made, diary, backups, interrupted, now
    ):
        waiting, *_ = files.beside(diary)
        waiting.write_bytes(b"waits")
        before = by_hand.contents(diary.parent)
        with pytest.raises(KeyboardInterrupt):
            unusable.put_over(made, diary, backups, now)
        assert interrupted == [before[diary.name]]
        assert by_hand.contents(diary.parent) == before
        assert list(backups.iterdir()) == []

    def test_a_folder_is_kept_with_all_that_is_in_it(self, made, diary, backups, now):
        diary.unlink()
        diary.mkdir()
        (diary / "letter").write_text("Dear doctor,")
        kept = unusable.put_over(made, diary, backups, now)
        assert (kept / "letter").read_text() == "Dear doctor,"
        assert diary.read_bytes() == b"new"

    @pytest.mark.usefixtures("interrupted")
    def test_a_folder_comes_back_where_nothing_takes_its_place(self, made, diary, backups, now):
        diary.unlink()
        diary.mkdir()
        (diary / "letter").write_text("Dear doctor,")
        with pytest.raises(KeyboardInterrupt):
            unusable.put_over(made, diary, backups, now)
        assert (diary / "letter").read_text() == "Dear doctor,"
        assert list(backups.iterdir()) == []

    def test_what_is_kept_stays_where_the_other_has_its_place(
        self, made, diary, backups, now, monkeypatch
    ):
        before = diary.read_bytes()

        def broken(_folder):
            if not made.exists():
                raise OSError(errno.EIO, "broken")

        monkeypatch.setattr(files, "sync_folder", broken)
        with refused(FileProblem, "The disk did not read or write"):
            unusable.put_over(made, diary, backups, now)
        assert diary.read_bytes() == b"new"
        assert [one.read_bytes() for one in backups.iterdir()] == [before]

    def test_what_another_program_has_open_stays(self, made, diary, backups, now, passphrase):
        with by_hand.kept_by_another_program(diary, passphrase):
            before = by_hand.contents(diary.parent)
            with refused(FileProblem, "Another program is using diary.daymark"):
                unusable.put_over(made, diary, backups, now)
            assert by_hand.contents(diary.parent) == before

    def test_where_the_disk_does_not_allow_it_that_is_told(self, made, diary, tmp_path, now):
        in_the_way = tmp_path / "backups"
        in_the_way.write_text("no folder")
        before = by_hand.contents(diary.parent)
        with refused(FileProblem, "The disk did not read or write"):
            unusable.put_over(made, diary, in_the_way, now)
        assert by_hand.contents(diary.parent) == before
