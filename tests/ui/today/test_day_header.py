from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from diary.domain.entry import DayEntry
from diary.ui.today.day_header import DayHeader, saved_words
from tests.ui.fakes import TODAY

YESTERDAY = TODAY - dt.timedelta(days=1)
CLICK = Qt.MouseButton.LeftButton
EVENING = dt.datetime(2026, 3, 20, 20, 41).astimezone()


@pytest.fixture
def header(theme, shown):
    return shown(DayHeader(theme))


def test_today_has_no_day_after(header):
    header.show_day(TODAY, TODAY)
    assert "20 March 2026" in header.title.text()
    assert not header.after.isEnabled()
    assert not header.to_today.isVisible()


def test_the_arrows_ask_for_their_days(header, qtbot):
    header.show_day(YESTERDAY, TODAY)
    asked = []
    header.day_requested.connect(asked.append)
    for button in (header.before, header.after, header.to_today):
        qtbot.mouseClick(button, CLICK)
    assert asked == [YESTERDAY - dt.timedelta(days=1), TODAY, TODAY]


@pytest.mark.parametrize(
    ("day", "entry", "changed", "words"),
    [
        (TODAY, None, False, "Today, not yet recorded"),
        (TODAY, None, True, "Today, changed, not saved yet"),
        (TODAY, DayEntry(date=TODAY, entered_at=EVENING), False, "Today, saved at 20:41"),
        (TODAY, DayEntry(date=TODAY), False, "Today, recorded without a time"),
        (
            YESTERDAY,
            DayEntry(date=YESTERDAY, entered_at=EVENING),
            False,
            "Yesterday, saved today at 20:41",
        ),
        (dt.date(2026, 3, 1), None, False, "Not yet recorded"),
    ],
)
def test_it_says_how_the_day_stands(header, day, entry, changed, words):
    header.show_day(day, TODAY)
    header.show_status(entry, None, is_changed=changed)
    assert header.status.text() == words


@pytest.mark.parametrize(("day", "words"), [(TODAY, "Today"), (dt.date(2026, 3, 1), "")])
def test_it_does_not_say_that_a_day_is_not_recorded_before_that_is_known(header, day, words):
    header.show_day(day, TODAY)
    header.show_status(None, None, is_changed=False, is_loaded=False)
    assert header.status.text() == words


def test_a_later_save_is_the_one_that_is_said(header):
    header.show_day(TODAY, TODAY)
    first = dt.datetime(2026, 3, 20, 9, 0).astimezone()
    header.show_status(DayEntry(date=TODAY, entered_at=first), EVENING, is_changed=False)
    assert header.status.text() == "Today, saved at 20:41"


def test_the_time_is_that_of_this_computer():
    assert saved_words(TODAY, EVENING.astimezone(dt.UTC), TODAY) == "saved at 20:41"
    later = TODAY + dt.timedelta(days=1)
    assert saved_words(YESTERDAY, EVENING, later) == "saved on 20 March 2026"
