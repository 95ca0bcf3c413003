"""The whole window over a real diary, and what a person does there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from diary.ui.start import Session
from tests.ui.fakes import TODAY

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def start(qapp, qtbot, paths):
    """Start sessions and end them."""
    made = []

    def start(**options):
        session = Session(qapp, paths, TODAY, **options)
        made.append(session)
        qtbot.addWidget(session.window)
        with qtbot.waitSignal(session.bridge.alerts_changed):
            session.window.show()
        session.window.activateWindow()
        return session

    yield start
    for session in made:
        session.window.leaving.was_asked = True
        session.window.close()
        qtbot.waitUntil(lambda: not session.window.finishing.is_on, timeout=20_000)  # noqa: B023  waited for at once


@pytest.fixture
def session(start):
    return start()


@pytest.fixture
def window(session):
    return session.window


def idle(qtbot, session):
    # The first chart brings matplotlib, which takes its time on a busy machine.
    qtbot.waitUntil(lambda: not session.bridge.busy, timeout=30_000)


def key(qtbot, window, which, modifier=CTRL):
    qtbot.keyClick(window.focusWidget() or window, which, modifier)


def say_no_pain(qtbot, window):
    qtbot.keyClick(window.today.pain.no_pain, Qt.Key.Key_Space)


def shown_page(window):
    return next(page for page, widget in window.pages.items() if widget.isVisible())
