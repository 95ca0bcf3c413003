from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from diary.store.copy_folder import Snapshot
from diary.ui.backup_facts import Copy
from diary.ui.backups.words import made, names

DAY = "Friday 20 March 2026"


def at(hour, minute, second):
    """Return a moment of the day where this computer is."""
    return dt.datetime(2026, 3, 20, hour, minute, second).astimezone().astimezone(dt.UTC)


def copy(*time, is_elsewhere=False):
    about = Snapshot(Path("x.daymark"), at(*time), 10)
    return Copy(about, is_elsewhere=is_elsewhere, is_protected=False)


def test_a_copy_is_named_by_the_minute():
    assert made(at(20, 41, 5)) == f"{DAY} at 20:41"
    assert made(at(20, 41, 5), exactly=True) == f"{DAY} at 20:41:05"


@pytest.mark.parametrize(
    ("moments", "expected"),
    [
        ([], []),
        ([(20, 41, 5), (20, 40, 5)], ["20:41", "20:40"]),
        ([(20, 41, 50), (20, 41, 5), (9, 0, 0)], ["20:41:50", "20:41:05", "09:00"]),
        (
            [(20, 41, 5), (20, 41, 5), (20, 41, 5), (20, 41, 1)],
            ["20:41:05 (3)", "20:41:05 (2)", "20:41:05", "20:41:01"],
        ),
    ],
)
def test_no_two_copies_read_alike(moments, expected):
    told = names([copy(*moment) for moment in moments])
    assert told == [f"{DAY} at {time}" for time in expected]


def test_the_same_copy_in_the_second_folder_needs_no_second():
    both = [copy(20, 41, 5), copy(20, 41, 5, is_elsewhere=True)]
    assert names(both) == [f"{DAY} at 20:41"] * 2
