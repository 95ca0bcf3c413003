"""Nothing touched for some minutes: told by either clock, put off by keys and the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit

from diary.ui.lock.idle import IdleWatch


class Clocks:
    """Two clocks: one stands still while the computer sleeps, the other can be set."""

    def __init__(self):
        self.running = self.wall = 1_000.0

    def __call__(self):
        return self.running, self.wall

    def pass_by(self, seconds):
        self.running += seconds
        self.wall += seconds


@pytest.fixture
def clocks():
    return Clocks()


@pytest.fixture
def field(qtbot):
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)
    return field


@pytest.fixture
def watch(qapp, clocks):
    watch = IdleWatch(qapp, clocks)
    watch.told = []
    watch.idle.connect(lambda: watch.told.append(clocks.running))
    yield watch
    watch.watch(None)


def touch(widget):
    QTest.keyClick(widget.windowHandle(), Qt.Key.Key_A)


def test_it_is_told_after_the_minutes(watch, clocks):
    watch.watch(5)
    assert watch.is_on
    clocks.pass_by(299)
    watch.look()
    assert watch.told == []
    clocks.pass_by(1)
    watch.look()
    assert len(watch.told) == 1


def test_a_touch_puts_it_off(watch, clocks, field):
    watch.watch(5)
    clocks.pass_by(200)
    touch(field)
    assert field.text() == "a"
    clocks.pass_by(299)
    watch.look()
    assert watch.told == []
    clocks.pass_by(1)
    watch.look()
    assert watch.told != []


def test_a_touch_in_a_dialog_counts_as_well(watch, clocks, field, qtbot):
    watch.watch(5)
    dialog = QDialog(field)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    clocks.pass_by(200)
    QTest.mouseMove(dialog.windowHandle())
    touch(dialog)
    clocks.pass_by(200)
    watch.look()
    assert watch.told == []


def test_the_first_touch_after_a_long_sleep_comes_late(watch, clocks, field):
    watch.watch(5)
    clocks.wall += 3_600  # asleep: the other clock stood still
    touch(field)
    watch.look()
    assert watch.told != []


def test_a_clock_set_back_keeps_nothing_open(watch, clocks):
    watch.watch(5)
    clocks.pass_by(300)
    clocks.wall -= 86_400
    watch.look()
    assert watch.told != []


def test_told_the_same_again_it_goes_on_and_otherwise_begins_anew(watch, clocks):
    watch.watch(5)
    clocks.pass_by(200)
    watch.watch(5)
    clocks.pass_by(100)
    watch.look()
    assert len(watch.told) == 1
    watch.watch(15)
    watch.look()
    assert len(watch.told) == 1


def test_switched_off_it_tells_nothing(watch, clocks, field):
    watch.watch(5)
    watch.watch(None)
    assert not watch.is_on
    clocks.pass_by(1_000)
    touch(field)
    watch.look()
    assert watch.told == []
