from __future__ import annotations

import os

import pytest

from diary.store import wiping
from diary.store.wiping import swap_and_wipe, wipe


@pytest.fixture
def part(tmp_path):
    part = tmp_path / "part"
    part.write_bytes(b"new")
    return part


@pytest.fixture
def target(tmp_path):
    target = tmp_path / "diary.daymark"
    target.write_bytes(b"a secret")
    return target


def test_a_wiped_file_is_overwritten_before_it_goes(target, monkeypatch):
    monkeypatch.setattr(wiping, "_AT_ONCE", 3)
    with target.open("rb") as still_open:
        wipe(target)
        assert not target.exists()
        left = still_open.read()
    assert len(left) == len(b"a secret")
    assert left != b"a secret"


def test_a_file_with_a_second_name_loses_only_this_one(target, tmp_path):
    os.link(target, tmp_path / "hers")
    wipe(target)
    assert not target.exists()
    assert (tmp_path / "hers").read_bytes() == b"a secret"


def test_what_is_not_there_is_wiped_already(tmp_path):
    wipe(tmp_path / "nothing")


def test_what_had_the_place_is_overwritten(part, target, tmp_path):
    with target.open("rb") as still_open:
        swap_and_wipe(part, target)
        assert still_open.read() != b"a secret"
    assert target.read_bytes() == b"new"
    assert [one.name for one in tmp_path.iterdir()] == ["diary.daymark"]


def test_a_disk_without_links_swaps_all_the_same(part, target, tmp_path, monkeypatch):
    def no_links(*_):
        raise OSError(1, "no links here")

    monkeypatch.setattr(wiping.os, "link", no_links)
    swap_and_wipe(part, target)
    assert target.read_bytes() == b"new"
    assert [one.name for one in tmp_path.iterdir()] == ["diary.daymark"]


def test_a_swap_that_fails_leaves_what_was_there(tmp_path, target):
    with pytest.raises(FileNotFoundError):
        swap_and_wipe(tmp_path / "not there", target)
    assert target.read_bytes() == b"a secret"
    assert [one.name for one in tmp_path.iterdir()] == ["diary.daymark"]


def test_what_cannot_be_removed_after_the_swap_is_overwritten_and_no_reason_to_fail(
    part, target, tmp_path, monkeypatch
):
    def fail(*_, **__):
        raise PermissionError(13, "the file is open")

    monkeypatch.setattr(type(target), "unlink", fail)
    swap_and_wipe(part, target)
    assert target.read_bytes() == b"new"
    [left] = [one for one in tmp_path.iterdir() if one != target]
    assert left.read_bytes() != b"a secret"
