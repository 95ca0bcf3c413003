from __future__ import annotations

import datetime as dt

import pytest

from diary.ui.reminder.due import due, offered_times, read_time, write_time

DAY = dt.date(2026, 3, 20)
YESTERDAY = DAY - dt.timedelta(days=1)
AT = dt.time(20, 0)


def at(hour, minute=0):
    return dt.datetime.combine(DAY, dt.time(hour, minute))


@pytest.mark.parametrize(
    ("now", "last_shown_on", "recorded", "in_front", "expected"),
    [
        (at(19, 59), None, False, False, False),
        (at(20), None, False, False, True),
        (at(20), YESTERDAY, False, False, True),
        (at(23, 59), None, False, False, True),  # the computer slept at eight
        (at(0), YESTERDAY, False, False, False),  # a new day, and not its evening yet
        (at(20), DAY, False, False, False),  # once a day
        (at(20), None, True, False, False),  # today is recorded
        (at(20), None, None, False, False),  # not known: the diary is not open
        (at(20), None, False, True, False),  # she has the window before her
        (at(20), DAY + dt.timedelta(days=1), False, False, True),  # the clock was put back
    ],
)
def test_when_a_note_is_due(now, last_shown_on, recorded, in_front, expected):
    assert due(now, AT, last_shown_on, recorded, in_front=in_front) is expected


@pytest.mark.parametrize("text", ["00:00", "07:30", "23:59"])
def test_a_time_is_written_as_it_is_read(text):
    assert write_time(read_time(text)) == text


def test_a_text_that_is_no_time_is_refused():
    with pytest.raises(ValueError, match="time data"):
        read_time("25:00")


def test_every_half_hour_is_offered():
    times = list(offered_times())
    assert len(times) == 48
    assert times[0] == dt.time(0, 0)
    assert times[-1] == dt.time(23, 30)
