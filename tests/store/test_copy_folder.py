"""The copies in a folder: listed, thinned out, and told apart by their names."""

from __future__ import annotations

import datetime as dt
import os

from diary.store import copy_folder
from diary.store.copy_folder import Snapshot
from tests.store.copied import names

LATER = dt.datetime(2026, 3, 20, 12, tzinfo=dt.UTC)


def test_the_copies_are_listed_with_the_newest_first(tmp_path):
    backups = tmp_path / "a" / "backups"
    assert copy_folder.listing(backups) == ()
    backups.mkdir(parents=True)
    sizes = {"diary-2026-03-01T200400Z.daymark": 3, "diary-2026-03-02T000000Z-2.daymark": 1}
    for name, size in sizes.items():
        (backups / name).write_bytes(b"x" * size)
    by_hand_made = backups / "before my holiday.daymark"
    by_hand_made.touch()
    os.utime(by_hand_made, (0, dt.datetime(2026, 3, 1, 23, tzinfo=dt.UTC).timestamp()))
    for other in ("diary-2026-03-03T000000Z.damaged", "notes.txt", "diary.daymark.abc.part"):
        (backups / other).touch()
    newest, middle, oldest = copy_folder.listing(backups)
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
    copy_folder.thin(backups, LATER)
    assert names(backups) == staying


def test_the_copies_of_another_diary_in_the_same_folder_stay(tmp_path):
    january = ["2026-01-09T080000Z", "2026-01-09T100000Z"]
    ours, theirs = "0123abcd", "99999999"
    for stamp in january:
        for mark in ("", f"of-{ours}-", f"of-{theirs}-"):
            (tmp_path / f"diary-{mark}{stamp}.daymark").touch()
    assert [one.path.name for one in copy_folder.listing(tmp_path, ours)] == [
        f"diary-of-{ours}-{stamp}.daymark" for stamp in reversed(january)
    ]
    before = names(tmp_path)
    copy_folder.thin(tmp_path, LATER, ours)
    assert set(before) - set(names(tmp_path)) == {f"diary-of-{ours}-{january[0]}.daymark"}
    copy_folder.thin(tmp_path, LATER)
    assert len(names(tmp_path)) == 4


def test_of_the_copies_before_an_upgrade_the_last_one_stays(tmp_path):
    staying = [
        "diary-before-0001.daymark",
        "diary-before-0002-10.daymark",
        "diary-before-x.daymark",
    ]
    for name in (*staying, "diary-before-0002.daymark", "diary-before-0002-9.daymark"):
        (tmp_path / name).touch()
    copy_folder.thin(tmp_path, LATER)
    assert names(tmp_path) == staying


def test_what_is_no_file_is_no_copy(tmp_path):
    (tmp_path / "diary-2026-03-01T200400Z.daymark").mkdir()
    (tmp_path / "gone.daymark").symlink_to(tmp_path / "nowhere")
    assert copy_folder.listing(tmp_path) == ()


def test_a_copy_elsewhere_says_of_which_diary_it_is(tmp_path):
    made = tmp_path / "diary-2026-03-01T200400Z-2.daymark"
    assert copy_folder.name_elsewhere(made, "0123abcd") == (
        "diary-of-0123abcd-2026-03-01T200400Z-2.daymark"
    )
