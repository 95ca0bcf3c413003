"""What is told of a file that does not open: whether days may be in it, and where it is put."""

from __future__ import annotations

import datetime as dt

import pytest

from diary.errors import FileProblem
from diary.store import snapshot, unusable
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
        assert unusable.newest_sound(backups, passphrase).path == taken[1]

    def test_where_there_is_none_nothing_is_told(self, backups, passphrase):
        assert unusable.newest_sound(backups, passphrase) is None


class TestFreePlace:
    def test_a_free_place_is_free(self, path, passphrase, backups, now):
        assert unusable.free_place(path, passphrase, backups, now) is None

    def test_a_diary_that_opens_and_one_that_is_damaged_stay(self, diary, passphrase, backups, now):
        assert unusable.free_place(diary, passphrase, backups, now) is None
        spoil(diary)
        assert unusable.free_place(diary, passphrase, backups, now) is None
        assert diary.exists()

    def test_what_no_passphrase_opens_is_moved_away(self, diary, backups, now, passphrase):
        before = diary.read_bytes()
        moved = unusable.free_place(diary, "another" if passphrase else "one", backups, now)
        assert moved.read_bytes() == before
        assert (moved.parent, moved.suffix) == (backups, ".damaged")
        assert not diary.exists()

    def test_what_another_program_has_open_stays(self, diary, backups, now, passphrase):
        with by_hand.kept_by_another_program(diary, passphrase):
            before = by_hand.contents(diary.parent)
            with refused(FileProblem, "Another program is using diary.daymark"):
                unusable.free_place(diary, "another" if passphrase else "one", backups, now)
            assert by_hand.contents(diary.parent) == before

    def test_a_folder_is_moved_away_with_all_that_is_in_it(self, path, passphrase, backups, now):
        path.mkdir()
        (path / "letter").write_text("Dear doctor,")
        moved = unusable.free_place(path, passphrase, backups, now)
        assert (moved / "letter").read_text() == "Dear doctor,"

    def test_where_the_disk_does_not_allow_it_that_is_told(self, path, tmp_path, now):
        path.mkdir()
        (path / "letter").write_text("Dear doctor,")
        in_the_way = tmp_path / "backups"
        in_the_way.write_text("no folder")
        with refused(FileProblem, "The disk did not read or write"):
            unusable.free_place(path, None, in_the_way, now)
        assert (path / "letter").exists()
