from __future__ import annotations

import pytest
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon

from diary.resources import resource
from diary.ui.reminder.tray import Tray

Reason = QSystemTrayIcon.ActivationReason


@pytest.fixture
def tray(qapp):  # noqa: ARG001  Qt objects need the application first
    return Tray(QIcon(str(resource("icons/app/daymark.svg"))), "Daymark")


def test_its_menu_opens_and_quits(tray, qtbot):
    assert [action.text() for action in tray.menu.actions()] == ["Open Daymark", "Quit"]
    with qtbot.waitSignal(tray.open_wanted):
        tray.open.trigger()
    with qtbot.waitSignal(tray.quit_wanted):
        tray.quit.trigger()


@pytest.mark.parametrize("reason", [Reason.Trigger, Reason.DoubleClick])
def test_a_click_opens(tray, qtbot, reason):
    with qtbot.waitSignal(tray.open_wanted):
        tray.icon.activated.emit(reason)


def test_a_click_for_the_menu_does_not_open(tray, qtbot):
    with qtbot.assertNotEmitted(tray.open_wanted):
        tray.icon.activated.emit(Reason.Context)


def test_a_click_on_the_note_opens(tray, qtbot):
    with qtbot.waitSignal(tray.open_wanted):
        tray.icon.messageClicked.emit()


def test_a_note_has_the_name_of_the_program_and_the_words_alone(tray, monkeypatch):
    shown = []
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _icon, *what: shown.append(what[:2]))
    tray.note("Half a minute.")
    assert shown == [("Daymark", "Half a minute.")]


def test_it_is_shown_and_hidden(tray, monkeypatch):
    visible = []
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda _icon: visible.append(True))
    monkeypatch.setattr(QSystemTrayIcon, "hide", lambda _icon: visible.append(False))
    tray.show()
    tray.hide()
    assert visible == [True, False]


def test_the_platform_of_tests_has_no_tray(tray):
    assert tray.is_available() is False
