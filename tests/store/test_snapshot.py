from __future__ import annotations

import os

import pytest

from diary.errors import FileProblem, RequestError
from diary.paths import AppPaths
from diary.store import copy_folder, files, identity, snapshot
from diary.store.database import Database
from diary.store.identity import PassphraseError
from diary.store.problems import UnusableFile
from diary.store.soundness import verify
from tests.refusals import refused
from tests.store import by_hand
from tests.store.copied import names, turn_bytes


def test_a_copy_holds_what_was_saved_a_moment_ago(home):
    home.save("just now")
    assert files.has_unfolded_writes(home.path)
    made = home.take()
    assert made == home.backups / "diary-2026-03-01T200400Z.daymark"
    assert made.stat().st_mode & 0o777 == 0o600
    assert home.backups.stat().st_mode & 0o777 == 0o700
    assert verify(made, home.passphrase).days == 1
    assert names(home.backups) == [made.name]
    assert home.note_in(made) == "just now"


def test_what_a_crash_left_of_earlier_copies_is_cleared(home):
    home.backups = AppPaths(home.path.parent).backups
    home.backups.mkdir(parents=True)
    stem = "diary-2026-02-01T100000Z.daymark"
    left = [f"{stem}.ab_1z9xy.part", f"{stem}.ab_1z9xy.part-journal"]
    staying = [f"{stem}.new_1234.part", "film.mp4.abcd1234.part", "diary-notes.part"]
    for name in left + staying:
        (home.backups / name).write_text("x")
        if "new" not in name:
            os.utime(home.backups / name, (0, 0))
    made = home.take()
    assert names(home.backups) == sorted([made.name, *staying])


def test_a_copy_is_protected_like_its_diary(home):
    home.save("a secret")
    assert (b"a secret" in home.take().read_bytes()) is (home.passphrase is None)


def test_a_copy_is_one_file_that_needs_nothing_beside_it(home):
    home.save("x")
    assert by_hand.run(home.take(), home.passphrase, "PRAGMA journal_mode") == [("delete",)]


def test_copies_of_one_second_do_not_meet(home):
    notes = [str(number) for number in range(12)]
    for note in notes:
        home.save(note)
        home.take()
    found = copy_folder.listing(home.backups)
    assert [home.note_in(one.path) for one in found] == notes[::-1]


def test_a_name_that_another_program_takes_meanwhile_is_left_to_it(home, monkeypatch):
    real = snapshot._copy_pages

    def take_first(*given):
        real(*given)
        (home.backups / "diary-2026-03-01T200400Z.daymark").write_text("theirs")
        (home.backups / "diary-2026-03-01T200400Z-2.daymark").symlink_to("nowhere")

    monkeypatch.setattr(snapshot, "_copy_pages", take_first)
    home.save("mine")
    assert home.take().name == "diary-2026-03-01T200400Z-3.daymark"
    assert (home.backups / "diary-2026-03-01T200400Z.daymark").read_text() == "theirs"


@pytest.mark.parametrize("part", ["_copy_pages", "_counts"])
def test_no_copy_stays_of_a_diary_that_gets_another_passphrase_meanwhile(home, monkeypatch, part):
    """Neither one that could be read without it, nor a wrong word about the diary."""
    home.save("a secret")
    home.database.close()
    other = home.path.with_name("other.daymark")
    Database.open(other, "another").close()
    real = getattr(snapshot, part)

    def change(*given):
        found = real(*given)
        if other.exists():
            other.replace(home.path)
            if part == "_counts":
                found = {}  # as of a file that another program wiped
        return found

    monkeypatch.setattr(snapshot, part, change)
    with refused(FileProblem, "Another program is using diary.daymark"):
        home.take()
    assert names(home.backups) == []


def test_a_copy_is_never_put_over_a_file(home, tmp_path):
    target = tmp_path / "mine.daymark"
    target.write_text("precious")
    with refused(RequestError, "There is already a file mine.daymark"):
        snapshot.copy(home.path, target, home.passphrase)
    assert target.read_text() == "precious"


def test_nothing_is_made_of_a_damaged_diary(home):
    home.database.close()
    turn_bytes(home.path)
    with refused(UnusableFile, "diary.daymark is damaged"):
        home.take()
    assert names(home.backups) == []


def test_a_copy_that_lost_rows_is_no_copy(home, monkeypatch):
    counts = iter([{"entry": 1}, {"entry": 0}])
    monkeypatch.setattr(snapshot, "_counts", lambda _: next(counts))
    with refused(UnusableFile, "no copy was made"):
        home.take()
    assert names(home.backups) == []


def test_nothing_is_made_of_nothing(home):
    home.database.close()
    home.path.unlink()
    with refused(FileProblem, "diary.daymark cannot be opened"):
        home.take()
    assert names(home.backups) == []


def test_a_full_disk_leaves_no_half_made_copy(home, prepare):
    prepare("max_page_count = 3")
    with refused(FileProblem, "The disk is full"):
        home.take()
    assert names(home.backups) == []


def test_a_folder_that_cannot_be_made_is_told(home):
    home.backups.parent.touch()
    with refused(FileProblem, "backups cannot be opened"):
        home.take()


def test_a_wrong_passphrase_makes_no_copy(home):
    home.passphrase = "wrong"
    with refused(PassphraseError, "passphrase"):
        home.take()
    assert names(home.backups) == []


def test_a_copy_before_an_upgrade_says_so(home):
    made, again = (
        snapshot.take_before("0002", home.path, home.backups, home.passphrase) for _ in range(2)
    )
    assert made == home.backups / "diary-before-0002.daymark"
    assert again == home.backups / "diary-before-0002-2.daymark"
    assert identity.kind_of(made) is identity.kind_of(home.path)
