from __future__ import annotations

import datetime as dt

import pytest

from diary.ui.backups.words import made, names

DAY = "Friday 20 March 2026"


def at(hour, minute, second):
    """Return a moment of the day where this computer is."""
    return dt.datetime(2026, 3, 20, hour, minute, second).astimezone().astimezone(dt.UTC)


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
    told = names([at(*moment) for moment in moments])
    assert told == [f"{DAY} at {time}" for time in expected]
