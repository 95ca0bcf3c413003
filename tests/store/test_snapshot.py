from __future__ import annotations

import datetime as dt
import os

import pytest

from diary.errors import FileProblem, RequestError
from diary.paths import AppPaths
from diary.store import files, identity, snapshot
from diary.store.database import Database
from diary.store.identity import PassphraseError
from diary.store.problems import UnusableFile
from diary.store.snapshot import Snapshot
from diary.store.soundness import verify
from tests.refusals import refused
from tests.store import by_hand
from tests.store.copied import names, turn_bytes

LATER = dt.datetime(2026, 3, 20, 12, tzinfo=dt.UTC)


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
    found = snapshot.listing(home.backups)
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


def test_the_copies_are_listed_with_the_newest_first(tmp_path):
    backups = tmp_path / "a" / "backups"
    assert snapshot.listing(backups) == ()
    backups.mkdir(parents=True)
    sizes = {"diary-2026-03-01T200400Z.daymark": 3, "diary-2026-03-02T000000Z-2.daymark": 1}
    for name, size in sizes.items():
        (backups / name).write_bytes(b"x" * size)
    by_hand_made = backups / "before my holiday.daymark"
    by_hand_made.touch()
    os.utime(by_hand_made, (0, dt.datetime(2026, 3, 1, 23, tzinfo=dt.UTC).timestamp()))
    for other in ("diary-2026-03-03T000000Z.damaged", "notes.txt", "diary.daymark.abc.part"):
        (backups / other).touch()
    newest, middle, oldest = snapshot.listing(backups)
    moment = dt.datetime(2026, 3, 2, tzinfo=dt.UTC)
    assert newest == Snapshot(backups / "diary-2026-03-02T000000Z-2.daymark", moment, 1)
    assert middle.path == by_hand_made
    assert oldest.size == 3


def test_only_our_own_old_copies_are_thinned_out(tmp_path):
    backups = tmp_path / "a" / "backups"
    backups.mkdir(parents=True)
    staying = ["before.daymark", "diary-2026-01-09T100000Z.daymark", "notes.txt"]
    for name in (*staying, "diary-2026-01-09T080000Z.daymark"):
        (backups / name).touch()
    os.utime(backups / "before.daymark", (0, 0))
    snapshot.thin(backups, LATER)
    assert names(backups) == staying


def test_the_copies_of_another_diary_in_the_same_folder_stay(tmp_path):
    january = ["2026-01-09T080000Z", "2026-01-09T100000Z"]
    ours, theirs = "0123abcd", "99999999"
    for stamp in january:
        for mark in ("", f"of-{ours}-", f"of-{theirs}-"):
            (tmp_path / f"diary-{mark}{stamp}.daymark").touch()
    assert [one.path.name for one in snapshot.listing(tmp_path, ours)] == [
        f"diary-of-{ours}-{stamp}.daymark" for stamp in reversed(january)
    ]
    before = names(tmp_path)
    snapshot.thin(tmp_path, LATER, ours)
    assert set(before) - set(names(tmp_path)) == {f"diary-of-{ours}-{january[0]}.daymark"}
    snapshot.thin(tmp_path, LATER)
    assert len(names(tmp_path)) == 4


def test_of_the_copies_before_an_upgrade_the_last_one_stays(tmp_path):
    staying = [
        "diary-before-0001.daymark",
        "diary-before-0002-10.daymark",
        "diary-before-x.daymark",
    ]
    for name in (*staying, "diary-before-0002.daymark", "diary-before-0002-9.daymark"):
        (tmp_path / name).touch()
    snapshot.thin(tmp_path, LATER)
    assert names(tmp_path) == staying


def test_what_is_no_file_is_no_copy(tmp_path):
    (tmp_path / "diary-2026-03-01T200400Z.daymark").mkdir()
    (tmp_path / "gone.daymark").symlink_to(tmp_path / "nowhere")
    assert snapshot.listing(tmp_path) == ()


def test_a_copy_elsewhere_says_of_which_diary_it_is(tmp_path):
    made = tmp_path / "diary-2026-03-01T200400Z-2.daymark"
    assert snapshot.name_elsewhere(made, "0123abcd") == (
        "diary-of-0123abcd-2026-03-01T200400Z-2.daymark"
    )


def test_a_copy_before_an_upgrade_says_so(home):
    made, again = (
        snapshot.take_before("0002", home.path, home.backups, home.passphrase) for _ in range(2)
    )
    assert made == home.backups / "diary-before-0002.daymark"
    assert again == home.backups / "diary-before-0002-2.daymark"
    assert identity.kind_of(made) is identity.kind_of(home.path)
