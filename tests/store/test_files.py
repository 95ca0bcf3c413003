from __future__ import annotations

import os

import pytest

from diary.store.files import (
    beside,
    clear_old_parts,
    has_unfolded_writes,
    keep_aside,
    place_new,
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


PARTS = (
    "out.json.abcd_123.part",
    "diary.daymark.abcd_123.part",
    "diary.daymark.abcd_123.part-journal",
    "diary-2026-03-01T200400Z.daymark.abcd_123.part-wal",
    "on a stick.daymark.abcd_123.part",
    "settings.json.abcd_123.part",
    "backups.json.abcd_123.part",
)
OTHERS = ("out.json.part", "else.json.abcd_123.part", "diary.daymark", "my diary.abcd_123.part")
DAY = 24 * 60 * 60


@pytest.mark.parametrize(("age", "stay"), [(DAY + 60, OTHERS), (DAY - 60, OTHERS + PARTS)])
def test_only_what_a_crash_left_a_day_ago_is_cleared(tmp_path, age, stay):
    finished, also = tmp_path / "out.json", tmp_path / "also"
    also.mkdir()
    finished.write_text("whole")
    old = finished.stat().st_mtime - age
    for folder in (tmp_path, also):
        for name in PARTS + OTHERS:
            (folder / name).write_text("x")
            os.utime(folder / name, (old, old))
    clear_old_parts(finished, also)
    assert {path.name for path in also.iterdir()} == set(stay)
    assert {path.name for path in tmp_path.iterdir()} == {*stay, "out.json", "also"}


def test_what_has_its_name_already_is_cleared_at_once(target):
    target.write_text("whole")
    part = target.with_name("diary.daymark.abcd_123.part")
    os.link(target, part)
    clear_old_parts(target)
    assert list(target.parent.iterdir()) == [target]


def test_a_folder_that_cannot_be_cleared_is_left(target, tmp_path):
    target.write_text("whole")
    clear_old_parts(target, tmp_path / "missing")
    assert target.exists()


@pytest.mark.parametrize(("log", "waiting"), [(None, False), ("", False), ("x", True)])
def test_writes_wait_beside_the_file_only_in_a_log_that_is_not_empty(target, log, waiting):
    if log is not None:
        beside(target)[0].write_text(log)
    assert has_unfolded_writes(target) is waiting
