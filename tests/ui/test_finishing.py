"""The end of the window over a real file: gone at once, and the backup behind it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from diary.domain.entry import DayEntry
from diary.paths import AppPaths
from diary.services.backup_notes import Notes, read_notes, write_notes
from diary.services.open import open_services
from diary.ui.start import Session
from tests.ui.fakes import NOON, TODAY, begun


@pytest.fixture
def paths(tmp_path):
    paths = begun(AppPaths(tmp_path / "data"))
    services = open_services(paths)
    services.journal.save(DayEntry(date=TODAY, note="private"), NOON, TODAY)
    services.close()
    return paths


@pytest.fixture
def start(qapp, paths, qtbot):
    """Return a function that shows the window and waits until it is at rest."""
    sessions = []

    def start():
        session = Session(qapp, paths, TODAY)
        sessions.append(session)
        with qtbot.waitExposed(session.window):
            session.show()
        qtbot.waitUntil(lambda: session.window.today.is_loaded, timeout=20_000)
        qtbot.waitUntil(lambda: not session.bridge.busy, timeout=20_000)
        return session

    yield start
    for session in sessions:
        session.window.close_for_good()
        session.bridge.close()
        session.let_go()


def backups(paths):
    return sorted(path.name for path in paths.backups.glob("*.daymark"))


def test_the_window_is_gone_at_once_and_the_backup_made_behind_it(start, paths, qtbot):
    session = start()
    quits = QGuiApplication.quitOnLastWindowClosed()
    seen = []

    def close():
        session.window.close()
        seen.append((session.window.isVisible(), QGuiApplication.quitOnLastWindowClosed()))

    QTimer.singleShot(0, session.window, close)
    with qtbot.waitSignal(session.window.closed, timeout=20_000):
        pass
    assert seen == [(False, False)]
    assert QGuiApplication.quitOnLastWindowClosed() is quits
    assert len(backups(paths)) == 1
    assert session.window.finishing.notice is None


def test_without_a_loop_it_is_made_before_the_window_is_closed(start, paths):
    assert start().window.close()
    assert len(backups(paths)) == 1


def test_what_takes_long_is_said(start, qtbot):
    session = start()
    finishing = session.window.finishing
    QTimer.singleShot(0, session.window, session.window.close)
    QTimer.singleShot(0, session.window, finishing._on_too_long)
    shown = []
    finishing.finished.connect(lambda: shown.append(finishing.notice))
    with qtbot.waitSignal(finishing.finished, timeout=20_000):
        pass
    assert shown == [None]


def test_who_comes_back_before_the_end_goes_on_writing(start, paths, qtbot):
    session = start()
    window = session.window

    def close_and_come_back():
        window.close()
        window.come_back()

    QTimer.singleShot(0, window, close_and_come_back)
    with qtbot.assertNotEmitted(window.closed), qtbot.waitSignal(session.bridge.opened):
        pass
    qtbot.waitUntil(lambda: not session.bridge.busy, timeout=20_000)
    assert window.isVisible()
    assert len(backups(paths)) == 1
    with qtbot.waitSignal(session.bridge.saved):
        session.bridge.save(DayEntry(date=TODAY, note="more"))


def test_an_end_of_everything_makes_no_backup(start, paths):
    start().window.close_for_good()
    assert backups(paths) == []


def test_a_backup_that_failed_is_told_at_the_next_start_and_leads_to_the_backups(
    start, paths, qtbot
):
    write_notes(Notes(failed="No backup was made."), paths)
    session = start()
    banner = session.window.messages.backups
    qtbot.waitUntil(banner.isVisible, timeout=20_000)
    assert banner.text == "No backup was made."
    banner.acted.emit()
    page = session.window.pages["settings"]
    assert page.backups.isVisibleTo(page)
    qtbot.waitUntil(lambda: page.backups.problem.text() == "No backup was made.")
    with qtbot.waitSignal(session.bridge.backups.made, timeout=20_000):
        page.backups.now.click()
    assert not banner.isVisible()
    assert read_notes(paths).told is None
    qtbot.waitUntil(lambda: not page.backups.problem.isVisible(), timeout=20_000)


def test_closing_into_the_tray_makes_one_too(start, paths, qtbot):
    session = start()
    session.window.stays = True
    with qtbot.waitSignal(session.bridge.backups.told, timeout=20_000):
        session.window.close()
    assert len(backups(paths)) == 1
    session.window.stays = False
