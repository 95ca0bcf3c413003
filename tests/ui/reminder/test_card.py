from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from diary.settings import Settings
from diary.ui.reminder import autostart
from diary.ui.reminder.card import ReminderCard

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def her(tmp_path, monkeypatch):
    """A home of her own."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)


@pytest.fixture
def make(bridge, theme, qtbot):
    def make(*, has_tray=True, **options):
        card = ReminderCard(bridge, theme, has_tray=lambda: has_tray)
        qtbot.addWidget(card)
        card.resize(700, 500)
        card.show()
        bridge.whole.settings_loaded.emit(Settings(**options))
        return card

    return make


def press(qtbot, box):
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)


def test_it_is_off_by_default_and_the_rest_waits(make):
    card = make()
    assert not card.on.isChecked()
    assert not card.at.isEnabled()
    assert not card.starts.isEnabled()
    assert not card.no_tray.isVisible()
    assert not card.place.isVisible()


def test_it_is_switched_on_with_a_time(make, qtbot):
    card = make()
    told = []
    card.option_changed.connect(lambda *option: told.append(option))
    press(qtbot, card.on)
    card.at.setFocus()
    qtbot.keyClick(card.at, Qt.Key.Key_Down)
    assert told == [("reminder_on", True), ("reminder_at", "20:30")]


def test_a_time_set_by_hand_is_shown(make):
    assert make(reminder_on=True, reminder_at="20:41").at.currentText() == "20:41"


def test_the_start_with_the_session_is_what_the_system_says(make, qtbot):
    card = make(reminder_on=True)
    assert not card.starts.isChecked()
    with qtbot.waitSignal(card.option_changed) as told:
        press(qtbot, card.starts)
    assert told.args == ["reminder_starts", True]
    assert card.place.text().startswith("The entry that starts Daymark: ")
    assert ".config/autostart/daymark.desktop" in card.place.text().replace("\u200b", "")
    autostart.put(autostart.this_entry())
    card.hide()
    card.show()
    assert card.starts.isChecked()
    Path(autostart.this_entry().place).unlink()  # she removed it there
    card.hide()
    card.show()
    assert not card.starts.isChecked()


def test_switched_off_it_does_not_start_with_the_session_either(make, qtbot):
    autostart.put(autostart.this_entry())
    card = make(reminder_on=True)
    told = []
    card.option_changed.connect(lambda *option: told.append(option))
    press(qtbot, card.on)
    assert told == [("reminder_on", False), ("reminder_starts", False)]
    assert not card.starts.isEnabled()


def test_without_a_tray_it_says_so_and_cannot_be_switched_on(make):
    card = make(has_tray=False)
    assert card.no_tray.isVisible()
    assert not card.on.isEnabled()


def test_without_a_tray_it_can_still_be_switched_off(make):
    assert make(has_tray=False, reminder_on=True).on.isEnabled()


def test_every_part_has_a_name(make):
    card = make()
    assert card.accessibleName() == "Reminder"
    assert card.at.accessibleName() == "Time of the reminder"
    assert card.on.text()
    assert card.starts.text()
