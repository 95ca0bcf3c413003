from __future__ import annotations

import os

import pytest

from diary.store.files import (
    beside,
    bring_back,
    change_identity,
    clear_old_parts,
    has_unfolded_writes,
    keep_aside,
    move_away,
    place_new,
    set_aside,
    swap_in,
    written_aside,
)

FULL_MODE = 0o777


@pytest.fixture
def target(tmp_path):
    return tmp_path / "diary.daymark"


def no_links(*_):
    raise PermissionError("no links here")


def test_what_is_written_aside_is_for_its_owner_only(target):
    with written_aside(target) as part:
        assert part.parent == target.parent
        assert part.name.endswith(".part")
        assert part.stat().st_mode & FULL_MODE == 0o600


@pytest.mark.parametrize("name", ["x" * 255, "\u8170" * 85, "x" * 233])
def test_a_long_name_is_cut_where_what_is_added_would_not_fit(tmp_path, name):
    target = tmp_path / name
    with written_aside(target) as part:
        assert name.startswith(part.name.split(".")[0])
        for path in beside(part):
            path.write_text("x")
        place_new(part, target)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_what_a_crash_left_of_a_long_name_is_cleared(tmp_path):
    target = tmp_path / ("x" * 255)
    with written_aside(target) as part:
        left = tmp_path / part.name
        os.link(part, tmp_path / "kept")
    (tmp_path / "kept").rename(left)
    os.utime(left, (0, 0))
    target.touch()
    clear_old_parts(target)
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


def test_what_is_left_aside_is_removed_with_all_beside_it(target):
    with written_aside(target) as part:
        for path in (part, *beside(part)):
            path.write_text("x")
    assert list(target.parent.iterdir()) == []


@pytest.mark.parametrize("links", [True, False])
def test_a_new_file_gets_its_name(target, monkeypatch, links):
    if not links:
        monkeypatch.setattr(os, "link", no_links)
    with written_aside(target) as part:
        part.write_text("new")
        place_new(part, target)
    assert [path.name for path in target.parent.iterdir()] == [target.name]
    assert target.read_text() == "new"


@pytest.mark.parametrize("links", [True, False])
def test_a_new_file_is_never_put_over_another(target, monkeypatch, links):
    if not links:
        monkeypatch.setattr(os, "link", no_links)
    target.write_text("old")
    with written_aside(target) as part, pytest.raises(FileExistsError):
        place_new(part, target)
    assert target.read_text() == "old"


def test_a_file_is_swapped_in_one_step(target):
    target.write_text("old")
    with written_aside(target) as part:
        part.write_text("new")
        swap_in(part, target)
    assert target.read_text() == "new"
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize("links", [True, False])
def test_a_file_to_be_replaced_is_kept_aside_and_stays_until_then(target, monkeypatch, links):
    if not links:
        monkeypatch.setattr(os, "link", no_links)
    target.write_text("main")
    beside(target)[0].write_text("log")
    aside = target.with_name("kept.damaged")
    keep_aside(target, aside)
    assert target.read_text() == aside.read_text() == "main"
    assert beside(aside)[0].read_text() == "log"
    assert not beside(target)[0].exists()


def test_what_was_kept_aside_comes_back(target):
    target.write_text("main")
    beside(target)[0].write_text("log")
    aside = target.with_name("kept.damaged")
    keep_aside(target, aside)
    bring_back(target, aside)
    left = {path.name: path.read_text() for path in target.parent.iterdir()}
    assert left == {"diary.daymark": "main", "diary.daymark-wal": "log"}


def test_what_was_moved_away_comes_back(target):
    target.mkdir()
    away = target.with_name("kept.damaged")
    move_away(target, away)
    bring_back(target, away)
    assert [path.name for path in target.parent.iterdir()] == ["diary.daymark"]


def test_a_finished_file_set_aside_is_removed_as_one_in_the_making(target):
    target.write_text("main")
    made = target.with_name("diary-new.daymark")
    made.write_text("made")
    part = set_aside(made)
    assert part.read_text() == "made"
    assert not made.exists()
    os.utime(part, (1, 1))
    clear_old_parts(target, target.parent)
    assert [path.name for path in target.parent.iterdir()] == ["diary.daymark"]


def test_what_waits_beside_a_file_that_is_gone_is_kept_aside(target):
    beside(target)[0].write_text("log")
    aside = target.with_name("kept.damaged")
    keep_aside(target, aside)
    assert [path.name for path in target.parent.iterdir()] == ["kept.damaged-wal"]


@pytest.mark.parametrize("put", [place_new, swap_in])
def test_what_is_put_in_its_place_is_on_the_disk_before_it_has_the_name(target, put, monkeypatch):
    done = []
    for name in ("fsync", "link", "replace"):
        real = getattr(os, name)

        def noted(*arguments, real=real, name=name):
            done.append(name)
            return real(*arguments)

        monkeypatch.setattr(os, name, noted)
    with written_aside(target) as part:
        put(part, target)
    assert done == ["fsync", "link" if put is place_new else "replace", "fsync"]


OF_FINISHED = ("out.json.abcd_123.part", "out.json.abcd_123.part-wal")
OF_DIARY = (
    "diary.daymark.abcd_123.part",
    "diary.daymark.abcd_123.part-journal",
    "diary-2026-03-01T200400Z.daymark.abcd_123.part-wal",
    "settings.json.abcd_123.part",
    "backups.json.abcd_123.part",
)
OTHERS = (
    "out.json.part",
    "else.json.abcd_123.part",
    "diary.daymark",
    "my diary.abcd_123.part",
    "hers.daymark.abcd_123.part",
)
DAY = 24 * 60 * 60


def left_by_a_crash(folder, names, age):
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).write_text("x")
        old = (folder / name).stat().st_mtime - age
        os.utime(folder / name, (old, old))


@pytest.mark.parametrize(("age", "is_old"), [(DAY + 60, True), (DAY - 60, False)])
def test_only_what_a_crash_left_a_day_ago_is_cleared(tmp_path, age, is_old):
    finished, own = tmp_path / "out.json", tmp_path / "own"
    names = {*OF_FINISHED, *OF_DIARY, *OTHERS}
    for folder in (tmp_path, own):
        left_by_a_crash(folder, names, age)
    finished.write_text("whole")
    clear_old_parts(finished, own)
    gone_here, gone_there = (set(OF_FINISHED), set(OF_DIARY)) if is_old else (set(), set())
    assert {path.name for path in tmp_path.iterdir()} == names - gone_here | {"out.json", "own"}
    assert {path.name for path in own.iterdir()} == names - gone_there


def test_beside_a_copy_for_a_stick_only_copies_of_its_own_diary_are_cleared(tmp_path):
    finished = tmp_path / "diary-of-0a1b2c3d-2026-03-02T200400Z.daymark"
    mine = "diary-of-0a1b2c3d-2026-03-01T200400Z.daymark.abcd_123.part"
    of_another = "diary-of-ffffffff-2026-03-01T200400Z.daymark.abcd_123.part"
    left_by_a_crash(tmp_path, (mine, of_another), DAY + 60)
    finished.write_text("whole")
    clear_old_parts(finished)
    assert {path.name for path in tmp_path.iterdir()} == {finished.name, of_another}


def test_what_has_its_name_already_is_cleared_at_once(target):
    target.write_text("whole")
    part = target.with_name("diary.daymark.abcd_123.part")
    os.link(target, part)
    clear_old_parts(target)
    assert list(target.parent.iterdir()) == [target]


def test_a_file_gets_another_identity_and_stays_as_it_was(target, tmp_path, monkeypatch):
    target.write_text("whole")
    link = tmp_path / "link.daymark"
    link.symlink_to(target)
    before = target.stat().st_ino
    with target.open() as held:
        change_identity(link)
        assert os.fstat(held.fileno()).st_ino == before
    assert target.stat().st_ino != before
    assert target.read_text() == "whole"
    assert link.is_symlink()
    now = target.stat().st_ino
    monkeypatch.setattr("shutil.copyfile", no_links)
    change_identity(target)
    assert target.stat().st_ino == now
    assert len(list(tmp_path.iterdir())) == 2


def test_a_folder_that_cannot_be_cleared_is_left(target, tmp_path):
    target.write_text("whole")
    clear_old_parts(target, tmp_path / "missing")
    assert target.exists()


@pytest.mark.parametrize(("log", "waiting"), [(None, False), ("", False), ("x", True)])
def test_writes_wait_beside_the_file_only_in_a_log_that_is_not_empty(target, log, waiting):
    if log is not None:
        beside(target)[0].write_text(log)
    assert has_unfolded_writes(target) is waiting
