"""The panel over the real services and a real file."""

from __future__ import annotations

import datetime as dt
import functools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from diary.domain.entry import DayEntry, Pain
from diary.paths import AppPaths
from diary.services.open import open_services
from diary.ui.bridge import Bridge
from diary.ui.clock import Clock
from diary.ui.facts import ArchiveLoaded
from diary.ui.history.panel import AT_ONCE, HistoryPanel
from diary.ui.history.when import moment_in_words
from diary.ui.tasks import Tasks
from diary.ui.widgets.text import Words
from tests.ui.fakes import NOON, TODAY

YESTERDAY = TODAY - dt.timedelta(days=1)
CLICK = Qt.MouseButton.LeftButton


@pytest.fixture
def paths(tmp_path):
    return AppPaths(tmp_path / "data")


@pytest.fixture
def filled(paths):
    """Return a function that fills the diary before it is opened."""

    def fill(do):
        services = open_services(paths)
        do(services)
        services.close()

    return fill


@pytest.fixture
def shown(qtbot, theme, paths):
    """Return a function that opens the diary and shows the panel."""
    made = []

    def show():
        bridge = Bridge(Tasks(), functools.partial(open_services, paths), Clock(TODAY, NOON))
        made.append(bridge)
        panel = HistoryPanel(bridge, theme)
        qtbot.addWidget(panel)
        with qtbot.waitSignal(bridge.opened):
            bridge.open_diary()
        with qtbot.waitSignal(bridge.archive.loaded):
            panel.show()
        return panel, bridge

    yield show
    for bridge in made:
        bridge.close()


def save(services, note, minutes=0, day=TODAY):
    entry = DayEntry(date=day, note=note, pains=(Pain(region="hip", worst=3),))
    services.journal.save(entry, NOON + dt.timedelta(minutes=minutes), TODAY)


def words(widget):
    """Return the words that are shown."""
    return {label.text() for label in widget.findChildren(Words) if label.isVisibleTo(widget)}


def test_nothing_is_said_to_be_empty_before_that_is_looked_up(bridge, theme, qtbot):
    panel = HistoryPanel(bridge, theme)
    qtbot.addWidget(panel)
    panel.show()
    assert not panel.bin_empty.isVisible()
    assert not panel.none_earlier.isVisible()
    bridge.archive.loaded.emit(ArchiveLoaded(deleted=(), changed=()))
    assert panel.bin_empty.isVisible()
    assert panel.none_earlier.isVisible()
    panel.hide()
    panel.show()
    assert not panel.bin_empty.isVisible()


def test_an_empty_diary_has_neither(shown):
    panel, _bridge = shown()
    assert panel.bin_empty.isVisible()
    assert panel.none_earlier.isVisible()
    assert not panel.more.isVisible()
    assert panel.deleted == panel.changed == []


def test_a_deleted_day_is_looked_at_and_put_back(shown, filled, qtbot):
    def fill(services):
        save(services, "a")
        services.archive.delete(TODAY, NOON)

    filled(fill)
    panel, bridge = shown()
    [row] = panel.deleted
    about = {
        "Friday 20 March 2026",
        "Deleted on 20 March 2026. It stays here until 19 April 2026.",
    }
    assert words(row) == about
    qtbot.mouseClick(row.button, CLICK)
    assert words(row) == {*about, "Hip: 3 of 10 at its worst", "Note: “a”"}
    qtbot.mouseClick(row.button, CLICK)
    assert words(row) == about
    with qtbot.waitSignals([bridge.archive.put_back, bridge.archive.loaded, bridge.opened]):
        qtbot.mouseClick(row.put_back, CLICK)
    assert panel.deleted == []
    assert panel.window().focusWidget() is panel.banner._action
    assert panel.banner.text == "Friday 20 March 2026 is put back."
    with qtbot.waitSignal(panel.day_requested) as wanted:
        qtbot.mouseClick(panel.banner._action, CLICK)
    assert wanted.args == [TODAY]


def test_a_version_is_told_by_what_is_different_and_put_back(shown, filled, qtbot):
    def fill(services):
        save(services, "a", -60)
        save(services, "b")

    filled(fill)
    panel, bridge = shown()
    [row] = panel.changed
    assert words(row) == {"Friday 20 March 2026", "1 earlier version"}
    with qtbot.waitSignal(bridge.archive.versions_loaded):
        qtbot.mouseClick(row.button, CLICK)
    [version] = row.versions
    saved = "Saved on " + moment_in_words(NOON - dt.timedelta(hours=1))
    assert words(version) == {saved, "Note. Then: “a”. Now: “b”."}
    qtbot.mouseClick(version.button, CLICK)
    assert "Note: “a”" in words(version)
    with qtbot.waitSignals([bridge.archive.loaded, bridge.opened, panel.told]):
        qtbot.mouseClick(version.put_back, CLICK)
    assert "2 earlier versions" in words(panel.changed[0])
    with qtbot.waitSignal(bridge.day_loaded) as loaded:
        bridge.load_day(TODAY)
    assert loaded.args[0].entry.note == "a"


def test_a_version_from_before_a_deletion_and_one_of_unknown_time_say_so(shown, filled, qtbot):
    def fill(services):
        with services._database.unit(writing=True) as unit:
            unit.entries.put(DayEntry(date=TODAY), NOON)
            unit.commit()
        services.archive.delete(TODAY, NOON)
        services.journal.save(DayEntry(date=TODAY), NOON, TODAY)

    filled(fill)
    panel, bridge = shown()
    with qtbot.waitSignal(bridge.archive.versions_loaded):
        panel.changed[0].toggle()
    [version] = panel.changed[0].versions
    assert words(version) == {
        "Saved at a time that is not known",
        "It says the same as the day says now.",
        "The day was deleted after this.",
    }
    version.toggle()
    assert "Nothing was answered." in words(version)


def test_many_changed_days_come_in_parts_and_each_can_be_opened(shown, filled, qtbot):
    def fill(services):
        for number in range(AT_ONCE + 2):
            day = TODAY - dt.timedelta(days=number)
            save(services, "a", day=day)
            save(services, "b", number, day=day)

    filled(fill)
    panel, _bridge = shown()
    assert len(panel.changed) == AT_ONCE
    assert panel.more.text() == "Show more (2 days)"
    qtbot.mouseClick(panel.more, CLICK)
    assert len(panel.changed) == AT_ONCE + 2
    assert not panel.more.isVisible()
    with qtbot.waitSignal(panel.day_requested) as wanted:
        qtbot.mouseClick(panel.changed[-1].open_day, CLICK)
    assert wanted.args == [panel.changed[-1].day]


def test_tab_goes_down_the_panel(shown, filled, qtbot):
    def fill(services):
        for day in (TODAY, YESTERDAY):
            save(services, "a", day=day)
            save(services, "b", day=day)
        save(services, "a", day=YESTERDAY - dt.timedelta(days=1))
        services.archive.delete(YESTERDAY - dt.timedelta(days=1), NOON)

    filled(fill)
    panel, bridge = shown()
    with qtbot.waitSignal(bridge.archive.versions_loaded):
        panel.changed[0].toggle()
    stops = [stop for row in (*panel.deleted, *panel.changed) for stop in row.tab_stops]
    qtbot.waitUntil(lambda: all(stop.isVisible() for stop in stops))
    panel.activateWindow()
    stops[0].setFocus()
    for stop in stops:
        assert panel.focusWidget() is stop
        qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Tab)
    tops = [stop.mapTo(panel, stop.rect().topLeft()).y() for stop in stops]
    assert tops == sorted(tops)


def test_every_button_says_what_it_is_about(shown, filled):
    def fill(services):
        save(services, "a")
        save(services, "b")
        save(services, "a", day=YESTERDAY)
        services.archive.delete(YESTERDAY, NOON)

    filled(fill)
    panel, _bridge = shown()
    rows = (*panel.deleted, *panel.changed)
    buttons = [button for row in rows for button in row.findChildren(QPushButton)]
    assert len(buttons) == 4
    assert all(button.text() and button.accessibleDescription() for button in buttons)


def test_it_looks_again_when_a_day_changes_and_only_while_it_is_seen(shown, filled, qtbot):
    filled(lambda services: save(services, "a"))
    panel, bridge = shown()
    with qtbot.waitSignal(bridge.archive.loaded):
        bridge.archive.delete(TODAY)
    assert len(panel.deleted) == 1
    panel.hide()
    with (
        qtbot.assertNotEmitted(bridge.archive.loaded),
        qtbot.waitSignals([bridge.archive.put_back, bridge.opened]),
    ):
        bridge.archive.take_out(TODAY)
    assert not panel.banner.isVisible()
