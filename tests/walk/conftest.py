"""The whole program in one person's hands: one folder, its window by keys, its commands."""

from __future__ import annotations

import contextlib
import functools
import json
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt

from diary.app import main
from diary.paths import AppPaths
from diary.ui import contents, start
from diary.ui.clock import Clock
from diary.ui.pages import PAGES
from diary.ui.start import Session
from diary.ui.visit.page import VisitPage
from tests.store.quick import quick_diaries
from tests.ui.fakes import NOON
from tests.ui.leftovers import own_themes

__all__ = ["own_themes", "quick_diaries"]

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
PLAIN = Qt.KeyboardModifier.NoModifier
MOST_TABS = 60
LONGEST = 20_000  # milliseconds; a busy machine is no fault


class Hands:
    """An open window, and keys pressed on whatever has the focus."""

    def __init__(self, qtbot, session):
        self.qtbot = qtbot
        self.bridge, self.window = session.bridge, session.window
        self.today = session.window.today

    def press(self, *keys, modifier=PLAIN):
        for key in keys:
            self.qtbot.keyClick(self.window.focusWidget(), key, modifier)

    def write(self, text):
        self.qtbot.keyClicks(self.window.focusWidget(), text)

    def tab_into(self, widget, key=Qt.Key.Key_Tab):
        """Go on with Tab until a widget or a part of it has the focus."""
        for _ in range(MOST_TABS):
            focused = self.window.focusWidget()
            if focused is widget or widget.isAncestorOf(focused):
                return
            self.press(key)
        pytest.fail(f"Tab does not come to {widget.accessibleName()!r}")

    def go_to(self, digit, answer):
        """Open a page by its key; return it, and the fact it waits for."""
        with self.until(answer) as told:
            self.press(digit, modifier=CTRL)
        (page,) = (page for page in self.window.pages.values() if page.isVisible())
        return page, told.args[0]

    def save_the_sheet(self):
        """Go to the page for the visit and save; return what it says of the days."""
        page, _ = self.go_to(Qt.Key.Key_5, self.bridge.days_loaded)
        count = page.days.count.text()
        self.tab_into(page.making.save)
        with self.until(self.bridge.sheets.written):
            self.press(Qt.Key.Key_Space)
        return count

    def until(self, answer, **options):
        """Wait at the end of the block until the program has answered."""
        return self.qtbot.waitSignal(answer, timeout=LONGEST, **options)

    def see(self, widget):
        """Wait until a widget is really in view."""
        self.qtbot.waitUntil(lambda: not widget.visibleRegion().isEmpty(), timeout=LONGEST)

    def see_picture(self, chart):
        """Wait until a chart is drawn."""
        self.qtbot.waitUntil(lambda: not chart.pixmap().isNull(), timeout=LONGEST)

    def skip_the_first_screens(self):
        """Go on to the page Today, if this diary is opened for the first time."""
        guide = self.window.contents.guide.page
        if guide is not None and guide.isVisible():
            self.tab_into(guide.skip)
            self.press(Qt.Key.Key_Space)
            self.rest()

    def rest(self):
        """Wait until everything that was asked for is answered."""
        self.qtbot.waitUntil(lambda: not self.bridge.busy, timeout=LONGEST)


@pytest.fixture
def paths(tmp_path):
    return AppPaths(tmp_path / "data")


@pytest.fixture
def sheet(tmp_path, monkeypatch):
    """Return where the sheet is saved: the system's file dialog is answered with it."""
    out = tmp_path / "sheet.pdf"
    make = functools.partial(VisitPage, ask=lambda _parent, _suggested, chosen: chosen(str(out)))
    pages = [one._replace(make=make) if one.id == "visit" else one for one in PAGES]
    monkeypatch.setattr(contents, "PAGES", tuple(pages))
    return out


@pytest.fixture
def evening(qapp, qtbot, paths, sheet, monkeypatch):  # noqa: ARG001  pages are made with the sheet
    """Return a function that opens the window on a day, and closes it at the end of the block."""
    # A test that runs over midnight would otherwise find itself on another day.
    monkeypatch.setattr(start, "Clock", lambda today: Clock(today, NOON))

    @contextlib.contextmanager
    def evening(day):
        session = Session(qapp, paths, day)
        qtbot.addWidget(session.window)
        try:
            hands = Hands(qtbot, session)
            with hands.until(session.bridge.alerts_changed):
                session.window.show()
            session.window.activateWindow()
            hands.rest()
            hands.skip_the_first_screens()
            yield hands
            hands.rest()
            assert session.window.close(), "answers were left unsaved"
        finally:
            session.bridge.close()

    return evening


@dataclass(frozen=True)
class Ran:
    """How a command ended and what it wrote."""

    status: int
    out: str

    @property
    def data(self):
        return json.loads(self.out)


@pytest.fixture
def daymark(paths, monkeypatch, capsysbinary):
    """Return a function that runs a command on the same folder on some day."""

    def run(day, *arguments):
        monkeypatch.setenv("DAYMARK_TODAY", day.isoformat())
        capsysbinary.readouterr()
        status = main(["--data-dir", str(paths.folder), *map(str, arguments)])
        return Ran(status, capsysbinary.readouterr().out.decode("utf-8"))

    return run
