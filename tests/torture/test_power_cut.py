"""What was confirmed is on the disk: a power cut at that moment loses none of it.

The work runs under strace, and a disk that keeps only what was synced is made from its calls.
``make torture`` does so with all kinds of work, and after other calls, too.
"""

from __future__ import annotations

import random

import pytest

from tests.torture.disk import Call, Disk
from tests.torture.power import cuts

# What is written in different ways: a log, a file for her, a swap of the diary and all copies.
QUICK = ("saving", "writing", "protecting")


@pytest.mark.parametrize("kind", QUICK)
def test_what_was_confirmed_survives_a_power_cut(server, tmp_path, kind):
    seed = random.randrange(1_000_000)
    found = list(cuts(server, kind, seed, tmp_path, most=2, confirmed_only=True))
    assert len(found) == 2 * 2  # with and without the names that were not synced
    assert [cut for cut in found if cut[1]] == [], seed


@pytest.fixture
def disk(tmp_path):
    """A disk with one file on it."""
    (tmp_path / "file").write_bytes(b"old")
    return Disk(tmp_path)


def test_a_name_without_what_is_in_the_file_is_lost_with_the_power(disk):
    part, file = bytes(disk.root / "part"), bytes(disk.root / "file")
    for call in (
        Call("openat", ("AT_FDCWD", part, "O_RDWR|O_CREAT", "0600"), 5),
        Call("write", ("5", b"new", "3"), 3),
        Call("rename", (part, file), 0),
    ):
        disk.after(call)
    assert disk.left(all_names=True)[disk.root / "file"] == b""
    assert disk.left(all_names=False)[disk.root / "file"] == b"old"
    assert disk.unsynced() == ["file"]


def test_what_was_synced_stays(disk):
    part, file = bytes(disk.root / "part"), bytes(disk.root / "file")
    for call in (
        Call("openat", ("AT_FDCWD", part, "O_RDWR|O_CREAT", "0600"), 5),
        Call("write", ("5", b"new", "3"), 3),
        Call("fsync", ("5",), 0),
        Call("close", ("5",), 0),
        Call("rename", (part, file), 0),
        Call("openat", ("AT_FDCWD", bytes(disk.root), "O_RDONLY|O_CLOEXEC"), 5),
        Call("fsync", ("5",), 0),
    ):
        disk.after(call)
    assert disk.unsynced() == []
    for all_names in (True, False):
        left = disk.left(all_names=all_names)
        assert left == {disk.root: None, disk.root / "file": b"new"}
