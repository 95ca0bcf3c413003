from __future__ import annotations

import functools

import pytest

from diary.services.open import open_services
from diary.ui.bridge import Bridge
from diary.ui.clock import Clock
from diary.ui.tasks import Tasks
from diary.ui.today.page import TodayPage
from tests.ui.fakes import NOON, TODAY
from tests.ui.today.telling import load


@pytest.fixture
def shown(qtbot):
    """Show a widget in a window of its own, in front."""

    def show(widget, width=900, height=700):
        qtbot.addWidget(widget)
        widget.resize(width, height)
        with qtbot.waitExposed(widget):
            widget.show()
        widget.activateWindow()
        return widget

    return show


@pytest.fixture
def press(qtbot):
    """Press keys on whatever has the focus; a text is typed."""

    def press(widget, *keys, modifier=None):
        for key in keys:
            target = widget.window().focusWidget()
            if isinstance(key, str):
                qtbot.keyClicks(target, key)
            elif modifier is None:
                qtbot.keyClick(target, key)
            else:
                qtbot.keyClick(target, key, modifier)

    return press


@pytest.fixture
def told(section):
    """Keep what a section says at each change."""
    told = []
    section.changed.connect(lambda: told.append(section.state()))
    return told


@pytest.fixture
def start(paths, theme, shown, qtbot):
    """Open the page over the file and close both at the end."""
    bridges = []

    def start():
        bridge = Bridge(Tasks(), functools.partial(open_services, paths), Clock(TODAY, NOON))
        bridges.append(bridge)
        page = shown(TodayPage(bridge, theme), 1000, 760)
        with qtbot.waitSignal(bridge.day_loaded):
            bridge.open_diary()
        return page

    yield start
    for bridge in bridges:
        bridge.close()


@pytest.fixture
def in_file(paths):
    """Read a day from the file, or write one into it."""

    def in_file(entry=None, day=TODAY):
        services = open_services(paths)
        if entry is not None:
            services.journal.save(entry, NOON, TODAY)
        found = services.journal.day(day)
        services.close()
        return found

    return in_file


@pytest.fixture
def page(bridge, theme, shown):
    return shown(TodayPage(bridge, theme), 1000, 760)


@pytest.fixture
def open_page(page, bridge, qtbot):
    """Return the page once the diary is open, the day not recorded, and every question there."""
    bridge.tell_opened(places=("lower_back", "hip"))
    load(bridge, None)
    qtbot.waitUntil(lambda: page.lower_half.is_complete)
    bridge.asked.clear()
    return page
