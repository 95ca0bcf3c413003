"""The program over a real diary with a passphrase, used by the keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit

from diary.domain.entry import DayEntry
from diary.paths import AppPaths
from diary.services.open import open_services
from diary.ui.start import Session
from tests.store.quick import quick_keys
from tests.ui.fakes import NOON, TODAY

__all__ = ["quick_keys"]

WORDS = "four words that hold"
NOTE = "a note nobody else may read"


class Used:
    """A session, and what she does with it."""

    def __init__(self, session, qtbot):
        self.session, self.qtbot = session, qtbot

    @property
    def window(self):
        return self.session.window

    @property
    def cover(self):
        """What covers the window, None if nothing does."""
        return self.session.window.cover.page

    def rest(self):
        """Wait until all that was asked for is answered."""
        session = self.session

        def is_quiet():
            return not (session._tasks.busy or session.window.leaving.is_locking)

        self.qtbot.waitUntil(is_quiet, timeout=20_000)
        QApplication.processEvents()  # what was just made is shown
        self.qtbot.waitUntil(is_quiet, timeout=20_000)

    def key(self, which, modifier=Qt.KeyboardModifier.NoModifier):
        self.qtbot.keyClick(self.window.focusWidget() or self.window, which, modifier)
        self.rest()

    def type(self, text):
        """Type into whatever has the focus."""
        self.qtbot.keyClicks(self.window.focusWidget(), text)

    def tab_to(self, widget):
        for _ in range(200):
            if self.window.focusWidget() is widget:
                return
            self.qtbot.keyClick(self.window.focusWidget(), Qt.Key.Key_Tab)
        raise AssertionError(widget)

    def press(self, widget):
        """Go to a control by Tab, and press it."""
        self.tab_to(widget)
        self.key(Qt.Key.Key_Space)

    def lock(self):
        self.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    def wait(self):
        """Let the time pass that the next try has to wait."""
        self.session.bridge.protection._desk.tries._until = 0.0
        for _ in range(self.cover.seconds_left):
            self.cover._on_second()

    def unlock(self, text=WORDS):
        self.type(text)
        self.key(Qt.Key.Key_Return)

    def all_words(self):
        """Return every text any widget of the program holds now."""
        QApplication.sendPostedEvents()
        words = []
        for widget in QApplication.allWidgets():
            words += [widget.accessibleName(), widget.windowTitle()]
            if isinstance(widget, QLabel):
                words.append(widget.text())
            if isinstance(widget, QPlainTextEdit):
                words.append(widget.toPlainText())
        return "\n".join(words)


@pytest.fixture
def paths(tmp_path):
    return AppPaths(tmp_path / "data")


@pytest.fixture
def protected(paths):
    """Make a protected diary with one day."""
    services = open_services(paths, WORDS)
    services.journal.save(DayEntry(date=TODAY, pains=(), note=NOTE), NOON, TODAY)
    services.close()
    return paths


@pytest.fixture
def start(qapp, qtbot, paths):
    """Start sessions and end them."""
    made = []

    def start(**options):
        session = Session(qapp, paths, TODAY, **options)
        made.append(session)
        used = Used(session, qtbot)
        with qtbot.waitExposed(session.window):
            session.window.show()
        session.window.activateWindow()
        qtbot.waitUntil(lambda: session.log is not None)
        used.rest()
        return used

    yield start
    for session in made:
        session.window.close_for_good()
        session.stop_log()
        session.let_go()
