"""What a crash leaves while the passphrase changes: finished or wiped at the next opening."""

from __future__ import annotations

import os
import shutil

import pytest

from diary.store import copy_folder, protecting, remains, snapshot, wiping
from diary.store.database import Database
from diary.store.identity import Kind, kind_of
from diary.store.remains import settle


@pytest.fixture
def diary(path, now):
    """A plain diary with two copies; open nowhere."""
    Database.open(path).close()
    for _ in range(2):
        snapshot.take(path, path.parent / "backups", None, now)
    return path


@pytest.fixture
def backups(diary):
    return diary.parent / "backups"


def names(*folders):
    return sorted(one.name for folder in folders for one in folder.iterdir() if one.is_file())


@pytest.fixture
def cut(diary, backups, tmp_path):
    """Return a function that protects the diary until the power goes, and says what is there."""

    def protect(present, new, *, swaps):
        kept = tmp_path / "as after the cut"
        with protecting.ready(diary, present, new, backups=backups) as ready:
            if swaps:
                ready.swap_diary()
            if swaps > 1:
                part, copy = ready.copies.pop(0)
                os.link(copy, copy.with_name(f"{copy.name}.abcd1234{wiping.SWAP}"))
                part.replace(copy)
            shutil.copytree(diary.parent, kept, ignore=lambda *_: [kept.name])
        shutil.copytree(kept, diary.parent, dirs_exist_ok=True)
        shutil.rmtree(kept)

    return protect


@pytest.mark.parametrize("swaps", [0, 1, 2])
def test_protecting_is_undone_or_finished(cut, diary, backups, swaps):
    before = names(diary.parent, backups)
    cut(None, "secret", swaps=swaps)
    assert names(diary.parent, backups) != before
    Database.open(diary, "secret" if swaps else None).close()
    assert names(diary.parent, backups) == before
    kinds = {kind_of(one) for one in (diary, *backups.iterdir())}
    assert kinds == {Kind.PROTECTED if swaps else Kind.PLAIN}


@pytest.mark.parametrize("swaps", [0, 1, 2])
def test_taking_the_passphrase_away_is_undone_or_finished(cut, diary, backups, swaps):
    with protecting.ready(diary, None, "secret", backups=backups) as ready:
        ready.swap_diary()
        ready.swap_copies()
    before = names(diary.parent, backups)
    cut("secret", None, swaps=swaps)
    Database.open(diary, None if swaps else "secret").close()
    assert names(diary.parent, backups) == before
    kinds = {kind_of(one) for one in (diary, *backups.iterdir())}
    assert kinds == {Kind.PLAIN if swaps else Kind.PROTECTED}


def test_a_second_name_of_the_diary_itself_goes_and_the_diary_stays(diary):
    content = diary.read_bytes()
    os.link(diary, diary.with_name("diary.daymark.abcd1234.swap"))
    Database.open(diary).close()
    assert names(diary.parent) == ["diary.daymark"]
    assert diary.read_bytes() == content


def test_readable_parts_beside_a_protected_diary_are_wiped(tmp_path, diary):
    other = tmp_path / "protected.daymark"
    Database.open(other, "secret").close()
    for name in ("a.daymark.abcd1234.part", "b.daymark.abcd1234.part-journal"):
        shutil.copy(diary, tmp_path / name)
    (tmp_path / "a.daymark.abcd1234.part-journal").write_bytes(b"x")
    settle(other, "secret", [tmp_path])
    assert names(tmp_path) == ["diary.daymark", "protected.daymark"]


def test_what_is_in_the_making_stays(diary, backups, tmp_path):
    Database.open(tmp_path / "other", "secret").close()
    staying = {
        "diary-1.daymark.abcd1234.part": diary.read_bytes(),
        "diary-2.daymark.abcd1234.part": b"",
        "diary-3.daymark.abcd1234.part": (tmp_path / "other").read_bytes(),
        "diary-1.daymark.abcd1234.part-journal": b"x",
        "notes.part": b"x",
    }
    for name, content in staying.items():
        (backups / name).write_bytes(content)
    before = names(backups)
    settle(diary, None, [backups])
    assert names(backups) == before


def test_a_damaged_file_takes_no_place(cut, diary, backups):
    cut(None, "secret", swaps=1)
    parts = sorted(backups.glob("*.swap"))
    for part in parts:
        content = bytearray(part.read_bytes())
        content[2 * 4096 :] = bytes(len(content) - 2 * 4096)
        part.write_bytes(content)
    Database.open(diary, "secret").close()
    assert [kind_of(one) for one in backups.glob("*.daymark")] == [Kind.PLAIN] * 2


def test_a_part_with_faults_takes_no_place(cut, diary, backups, monkeypatch):
    cut(None, "secret", swaps=1)
    monkeypatch.setattr(remains, "has_faults", lambda *_: True)
    Database.open(diary, "secret").close()
    assert [kind_of(one) for one in backups.glob("*.daymark")] == [Kind.PLAIN] * 2


def test_what_cannot_be_removed_does_not_keep_the_diary_shut(cut, diary, monkeypatch):
    cut(None, "secret", swaps=1)

    def fail(*_):
        raise PermissionError(13, "no")

    monkeypatch.setattr(wiping, "swap_and_wipe", fail)
    monkeypatch.setattr(wiping, "wipe", fail)
    Database.open(diary, "secret").close()


def test_in_a_shared_folder_only_what_is_of_this_diary_is_settled(diary, tmp_path):
    shared = tmp_path / "shared"
    shared.mkdir()
    Database.open(tmp_path / "other.daymark", "secret").close()
    for mark in ("0123abcd", "ffffffff"):
        name = copy_folder.name_elsewhere(tmp_path / "diary-x.daymark", mark)
        shutil.copy(tmp_path / "other.daymark", shared / f"{name}.abcd1234.swap")
    before = names(shared)
    settle(diary, None, [shared], "diary-of-0123abcd-")
    assert names(shared) == [one for one in before if "ffffffff" in one]


def test_nothing_is_settled_by_a_diary_that_was_replaced_meanwhile(cut, diary, monkeypatch):
    """Another program has just put it in its place; what it writes aside is not left by a crash."""
    cut(None, "secret", swaps=0)
    before = names(diary.parent, diary.parent / "backups")
    real = remains.connect

    def replaced(*given):
        shutil.copy(diary, diary.with_name("new"))
        diary.with_name("new").replace(diary)
        return real(*given)

    monkeypatch.setattr(remains, "connect", replaced)
    settle(diary, None, [diary.parent, diary.parent / "backups"])
    assert names(diary.parent, diary.parent / "backups") == before


def test_a_part_that_is_wiped_cannot_take_its_place_any_more(diary, tmp_path, monkeypatch):
    """Whoever still writes it must not give noise the name of a backup."""
    part = diary.with_name("diary-1.daymark.abcd1234.part")
    shutil.copy(diary, part)
    Database.open(tmp_path / "other.daymark", "secret").close()
    real = wiping._overwrite

    def overwrite(path):
        real(path)
        with pytest.raises(FileNotFoundError):
            part.rename(diary.with_name("diary-1.daymark"))

    monkeypatch.setattr(wiping, "_overwrite", overwrite)
    settle(tmp_path / "other.daymark", "secret", [tmp_path])
    assert names(tmp_path) == ["diary.daymark", "other.daymark"]
