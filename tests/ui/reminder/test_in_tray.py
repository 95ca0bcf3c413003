"""Closing into the tray, coming back, and leaving for good."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtWidgets import QSystemTrayIcon

from diary.paths import AppPaths
from diary.services.open import open_services
from diary.settings import Settings, load_settings, save_settings
from diary.ui import start as start_module
from diary.ui.clock import Clock
from diary.ui.reminder import autostart
from diary.ui.reminder import in_tray as in_tray_module
from diary.ui.start import Session
from diary.ui.stylesheet import TARGET
from tests.ui.fakes import NOON, TODAY
from tests.ui.reminder.fakes import FakeTray

ON = Settings(reminder_on=True, reminder_at="23:59")

SWITCH_ON, SWITCH_OFF = ("reminder_on", True), ("reminder_on", False)
START, START_NOT = ("reminder_starts", True), ("reminder_starts", False)


class HereOrNot(FakeTray):
    """A tray of a computer that has one or not."""

    has_tray = True

    def is_available(self):
        return self.has_tray


@pytest.fixture
def paths(tmp_path):
    return AppPaths(tmp_path / "data")


@pytest.fixture
def quits(qapp, monkeypatch):
    """Count how often the program was told to quit, and let the tests go on."""
    asked = []
    monkeypatch.setattr(qapp, "quit", lambda: asked.append(True), raising=False)
    yield asked
    qapp.setQuitOnLastWindowClosed(True)


@pytest.fixture
def make(qapp, qtbot, paths, quits, monkeypatch):  # noqa: ARG001
    """Start sessions that have a tray, or have none, and end them."""
    monkeypatch.setenv("HOME", str(paths.folder.parent))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    given = {"make_tray": HereOrNot, "parent": None}
    monkeypatch.setattr(in_tray_module.InTray.__init__, "__kwdefaults__", given)
    made = []

    def make(settings=ON, *, has_tray=True, in_tray=False, **more):
        monkeypatch.setattr(HereOrNot, "has_tray", has_tray)
        save_settings(settings, paths.settings)
        session = Session(qapp, paths, TODAY, **more)
        made.append(session)
        qtbot.addWidget(session.window)
        with qtbot.waitSignal(session.bridge.alerts_changed):
            session.show(in_tray=in_tray)
        qtbot.waitUntil(lambda: not session.bridge.busy)
        return session

    yield make
    for session in made:
        session.window.stays = False
        session.window.leaving.was_asked = True
        session.window.close()
        session.bridge.close()


def idle(qtbot, session):
    qtbot.waitUntil(lambda: not session.bridge.busy)


def test_without_the_reminder_closing_ends_the_program(make, qapp):
    session = make(Settings())
    assert session._in_tray is None
    assert qapp.quitOnLastWindowClosed()
    assert session.window.close()
    assert session.bridge._tasks._closed


def test_with_it_closing_leaves_the_program_in_the_tray(make, qapp, quits):
    session = make()
    assert session._in_tray.tray.shown
    assert not qapp.quitOnLastWindowClosed()
    session.window.close()
    assert not session.window.isVisible()
    assert not session.bridge._tasks._closed
    assert quits == []


def test_its_menu_looks_like_the_window_at_any_size_of_the_text(make, qapp):
    session = make()
    menu = session._in_tray.tray.menu
    low = menu.sizeHint().height()
    session.theme.set_text_size(200)
    assert menu.sizeHint().height() > 1.4 * low
    assert low > 2 * TARGET
    assert qapp.styleSheet() == ""


def test_it_comes_back_from_the_tray_on_the_day_it_is_then(make, qtbot):
    session = make()
    session.window.show_page("calendar")
    session.window.close()
    session._in_tray.tray.open_wanted.emit()
    assert session.window.isVisible()
    assert session.window.pages["calendar"].isVisible()
    session.window.close()
    tomorrow = TODAY + dt.timedelta(days=1)
    session.bridge.clock = Clock(tomorrow, NOON + dt.timedelta(days=1))
    session._in_tray.tray.open_wanted.emit()
    assert session.window.today.isVisible()
    assert session.window.today.day == tomorrow
    idle(qtbot, session)


def test_quit_in_its_menu_ends_the_program(make, quits, paths):
    session = make()
    session.window.close()
    session._in_tray.tray.quit_wanted.emit()
    assert quits == [True]
    assert session.bridge._tasks._closed
    assert not session._in_tray.tray.shown
    open_services(paths).close()


def test_a_window_that_has_to_ask_before_it_closes_is_shown(make, quits, monkeypatch):
    session = make()
    session.window.close()
    monkeypatch.setattr(session.window.leaving, "_waits", lambda: True)
    session._in_tray.tray.quit_wanted.emit()
    assert session.window.isVisible()
    assert quits == []


def test_an_end_of_the_session_lets_the_diary_go(make, qapp):
    session = make()
    session.window.close()
    qapp.aboutToQuit.emit()
    assert session.bridge._tasks._closed


def test_it_is_switched_on_and_off_while_it_runs(make, qapp, qtbot, paths):
    session = make(Settings())
    session.window.option_changed.emit(*SWITCH_ON)
    idle(qtbot, session)
    assert session.window.stays
    session.window.option_changed.emit("reminder_at", "21:30")
    idle(qtbot, session)
    assert session._in_tray.reminder._at == dt.time(21, 30)
    session.window.option_changed.emit(*SWITCH_OFF)
    idle(qtbot, session)
    assert not session.window.stays
    assert not session._in_tray.tray.shown
    assert qapp.quitOnLastWindowClosed()
    assert load_settings(paths.settings).settings.reminder_on is False


def test_without_a_tray_closing_ends_the_program(make):
    session = make(has_tray=False)
    assert not session.window.stays
    assert not session._in_tray.tray.shown


def test_the_sample_stays_in_no_tray(make):
    assert make(demo=True)._in_tray is None


def test_a_start_with_the_session_shows_no_window(make):
    session = make(in_tray=True)
    assert not session.window.isVisible()
    assert session._in_tray.tray.shown
    session._in_tray.tray.open_wanted.emit()
    assert session.window.isVisible()


def test_a_start_with_the_session_shows_the_window_where_the_reminder_is_off(make):
    assert make(Settings(), in_tray=True).window.isVisible()


def test_a_tray_that_comes_late_is_waited_for(make, qtbot, monkeypatch):
    monkeypatch.setattr(start_module, "_LOOK_MS", 10)
    session = make(in_tray=True, has_tray=False)
    assert not session.window.isVisible()
    monkeypatch.setattr(HereOrNot, "has_tray", True)
    qtbot.waitUntil(lambda: session._in_tray.tray.shown)
    assert not session.window.isVisible()


def test_a_tray_that_never_comes_is_not_waited_for_for_ever(make, qtbot, monkeypatch):
    monkeypatch.setattr(start_module, "_LOOK_MS", 1)
    session = make(in_tray=True, has_tray=False)
    qtbot.waitUntil(session.window.isVisible)


def test_a_diary_that_does_not_open_in_the_tray_is_told_in_the_window(qapp, qtbot, paths):
    paths.folder.mkdir()
    paths.diary.write_text("no diary")
    session = Session(qapp, paths, TODAY)
    qtbot.addWidget(session.window)
    session.show(in_tray=True)
    qtbot.waitUntil(session.window.isVisible)
    qtbot.waitUntil(lambda: bool(session.window.banner.text))
    session.window.leaving.was_asked = True
    session.window.close()
    session.bridge.close()


def test_the_entry_that_starts_with_the_session_is_written_and_taken_away(make, qtbot):
    session = make()
    entry = autostart.this_entry()
    session.window.option_changed.emit(*START)
    idle(qtbot, session)
    assert autostart.is_there(entry)
    session.window.option_changed.emit(*START_NOT)
    idle(qtbot, session)
    assert not autostart.is_there(entry)


def test_an_entry_that_cannot_be_written_is_told(make, qtbot, paths):
    session = make()
    (paths.folder.parent / ".config").write_text("not a folder")
    session.window.option_changed.emit(*START)
    qtbot.waitUntil(lambda: "could not be changed" in session.window.banner.text)


def test_the_real_tray_of_tests_is_none():
    assert not QSystemTrayIcon.isSystemTrayAvailable()
