"""When the first screens are shown, in the whole window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from diary.domain.entry import DayEntry
from diary.paths import AppPaths
from diary.services.open import open_services
from diary.ui.start import Session
from tests.ui.fakes import NOON, TODAY, begun


@pytest.fixture
def paths(tmp_path):
    return AppPaths(tmp_path / "data")


@pytest.fixture
def start(qapp, qtbot, paths):
    made = []

    def start(touch=None):
        session = Session(qapp, paths, TODAY)
        made.append(session)
        qtbot.addWidget(session.window)
        if touch is not None:
            touch(session.window)
        with qtbot.waitSignal(session.bridge.alerts_changed):
            session.window.show()
        session.window.activateWindow()
        return session.window

    yield start
    for session in made:
        session.window.close_for_good()


def is_guided(window):
    page = window.contents.guide.page
    return page is not None and page.isVisible()


def test_a_new_diary_begins_with_them_and_goes_on_with_today(start, qtbot):
    window = start()
    assert is_guided(window)
    assert window.contents.guide.page.next.hasFocus()
    qtbot.keyClick(window.contents.guide.page.skip, Qt.Key.Key_Space)
    assert window.today.isVisible()
    assert window.today.isAncestorOf(window.focusWidget())
    qtbot.waitUntil(lambda: not window._bridge.busy)
    window.close()
    assert not is_guided(start())


@pytest.mark.parametrize("is_new", [True, False])
def test_nothing_to_fill_in_is_seen_before_them(qapp, qtbot, paths, is_new):
    """To make a diary takes a moment, in which Today stood there with its button to save."""
    if not is_new:
        open_services(paths).close()
    seen = []
    session = Session(qapp, paths, TODAY)
    qtbot.addWidget(session.window)
    session.window.painted.connect(lambda: seen.append(session.window.today.isVisible()))
    with qtbot.waitSignal(session.bridge.alerts_changed):
        session.window.show()
    assert seen == [not is_new]
    assert is_guided(session.window)
    session.window.close_for_good()


def test_where_a_diary_cannot_be_made_the_window_does_not_stay_empty(qapp, qtbot, paths):
    paths.folder.write_text("in the way")
    session = Session(qapp, paths, TODAY)
    qtbot.addWidget(session.window)
    with qtbot.waitSignal(session.bridge.failed):
        session.window.show()
    assert session.window.today.isVisible()
    session.window.close_for_good()


def test_they_come_again_only_when_neither_ended_nor_used(start, qtbot):
    window = start()
    qtbot.mouseClick(window.rail.buttons["today"], Qt.MouseButton.LeftButton)
    assert window.today.isVisible()
    window.close()
    again = start()
    assert is_guided(again)


def test_text_size_changes_at_once(start):
    window = start()
    window.contents.guide.page.follow.steps.larger.click()
    assert window._theme.text_size == 110


def test_a_diary_with_a_day_has_none(start, paths):
    services = open_services(paths)
    services.journal.save(DayEntry(date=TODAY, pains=()), NOON, TODAY)
    services.close()
    window = start()
    assert window.contents.guide.page is None


def test_a_diary_that_was_begun_has_none(start, paths):
    begun(paths)
    assert start().contents.guide.page is None


def test_what_she_began_to_answer_is_not_covered(start):
    window = start(touch=lambda window: window.today.pain.no_pain.click())
    assert window.contents.guide.page is None
    assert window.today.isVisible()
