from __future__ import annotations

import datetime as dt

import pytest

from diary.settings import Settings
from diary.ui.clock import Clock
from diary.ui.reminder.reminder import Reminder
from tests.ui.fakes import TODAY, FakeBridge
from tests.ui.reminder.fakes import FakeFront, FakeTray

YESTERDAY = TODAY - dt.timedelta(days=1)
NOTE = "Half a minute for today, if you like."


def local(hour, day=TODAY):
    return dt.datetime.combine(day, dt.time(hour)).astimezone(dt.UTC)


@pytest.fixture
def tray(qapp):  # noqa: ARG001  Qt objects need the application first
    return FakeTray()


@pytest.fixture
def front():
    return FakeFront()


@pytest.fixture
def reminder(bridge, front, tray):
    reminder = Reminder(bridge, front, tray)
    yield reminder
    reminder.stop()


def start(reminder, bridge, hour=20, day=TODAY, **options):
    bridge.clock = Clock(day, local(hour, day))
    reminder.start(Settings(reminder_on=True, **options))


def test_it_does_nothing_until_it_is_started(reminder, bridge, tray):
    bridge.tell_opened(last_day=YESTERDAY)
    assert tray.notes == []
    assert not tray.shown
    assert not reminder.is_on


def test_a_day_without_an_entry_gets_one_note(reminder, bridge, tray, qtbot):
    with qtbot.waitSignal(reminder.option_changed) as kept:
        start(reminder, bridge)
        assert bridge.asked_for("open") == [()]
        bridge.tell_opened(last_day=YESTERDAY)
    assert kept.args == ["reminder_shown_on", "2026-03-20"]
    assert tray.notes == [NOTE]
    reminder.look()
    bridge.tell_opened(last_day=YESTERDAY)
    assert tray.notes == [NOTE]
    assert bridge.asked_for("open") == []


def test_an_empty_diary_gets_a_note_too(reminder, bridge, tray):
    start(reminder, bridge)
    bridge.tell_opened(last_day=None)
    assert tray.notes == [NOTE]


def test_a_recorded_day_gets_none(reminder, bridge, tray):
    start(reminder, bridge)
    bridge.tell_opened(last_day=TODAY)
    assert tray.notes == []


def test_before_the_time_nothing_is_asked(reminder, bridge, tray):
    start(reminder, bridge, hour=19)
    assert bridge.asked_for("open") == []
    bridge.tell_opened(last_day=YESTERDAY)
    assert tray.notes == []
    bridge.clock = Clock(TODAY, local(20))
    reminder.look()
    bridge.tell_opened(last_day=YESTERDAY)
    assert tray.notes == [NOTE]


def test_a_note_shown_before_a_restart_is_not_shown_again(reminder, bridge, tray):
    start(reminder, bridge, reminder_shown_on=TODAY.isoformat())
    bridge.tell_opened(last_day=YESTERDAY)
    assert tray.notes == []


def test_the_next_day_has_its_own(reminder, bridge, tray):
    start(reminder, bridge, reminder_shown_on=YESTERDAY.isoformat())
    bridge.tell_opened(last_day=YESTERDAY)
    assert tray.notes == [NOTE]


def test_whoever_sits_before_the_window_at_that_time_needs_no_note(reminder, bridge, front, tray):
    front.here = True
    start(reminder, bridge)
    front.here = False
    reminder.look()
    bridge.tell_opened(last_day=YESTERDAY)
    assert tray.notes == []


def test_a_window_that_came_to_the_front_meanwhile_keeps_the_note_away(
    reminder, bridge, front, tray
):
    start(reminder, bridge)
    front.here = True
    bridge.tell_opened(last_day=YESTERDAY)
    assert tray.notes == []


def test_its_own_clock_makes_it_look(reminder, bridge, tray):
    start(reminder, bridge, hour=19)
    bridge.clock = Clock(TODAY, local(20))
    reminder._timer.timeout.emit()
    bridge.tell_opened(last_day=YESTERDAY)
    assert tray.notes == [NOTE]


def test_stopped_it_is_silent_and_out_of_the_tray(reminder, bridge, tray):
    start(reminder, bridge)
    assert tray.shown
    reminder.stop()
    bridge.tell_opened(last_day=YESTERDAY)
    assert tray.notes == []
    assert not tray.shown


class TestLocked:
    """A locked diary is reminded of as of what it said when it was locked."""

    @pytest.mark.parametrize(("last_day", "notes"), [(YESTERDAY, [NOTE]), (TODAY, [])])
    def test_it_remembers_the_last_day(self, reminder, bridge, tray, last_day, notes):
        bridge.tell_opened(last_day=last_day)
        start(reminder, bridge)
        bridge.protection.locked.emit()
        assert tray.notes == notes

    def test_never_opened_it_reminds(self, reminder, bridge, tray):
        start(reminder, bridge)
        bridge.protection.locked.emit()
        assert tray.notes == [NOTE]

    def test_it_goes_on_with_the_window_that_takes_the_place(self, reminder, bridge, tray):
        other, here = FakeBridge(), FakeFront()
        bridge.tell_opened(last_day=YESTERDAY)
        other.clock = Clock(TODAY, local(20))
        reminder.take(other, here)
        reminder.start(Settings(reminder_on=True))
        assert other.asked_for("open") == [()]
        other.protection.locked.emit()
        assert tray.notes == [NOTE]
