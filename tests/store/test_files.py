from __future__ import annotations

import os

import pytest

from diary.store.files import (
    beside,
    has_unfolded_writes,
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


def test_a_file_is_set_aside_with_what_is_beside_it(target):
    target.write_text("main")
    beside(target)[0].write_text("log")
    aside = target.with_name("kept.damaged")
    set_aside(target, aside)
    assert sorted(path.name for path in target.parent.iterdir()) == [
        "kept.damaged",
        "kept.damaged-wal",
    ]
    assert aside.read_text() == "main"
    assert beside(aside)[0].read_text() == "log"


@pytest.mark.parametrize(("log", "waiting"), [(None, False), ("", False), ("x", True)])
def test_writes_wait_beside_the_file_only_in_a_log_that_is_not_empty(target, log, waiting):
    if log is not None:
        beside(target)[0].write_text(log)
    assert has_unfolded_writes(target) is waiting
