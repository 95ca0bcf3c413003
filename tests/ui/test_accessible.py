"""Every page as a screen reader has it and as Tab goes round it: full and empty, all unfolded."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QPushButton, QScrollArea, QWidget

import diary.ui
from diary.paths import AppPaths
from diary.ui.start import Session
from diary.ui.widgets.buttons import Chip
from diary.ui.widgets.group import Group
from diary.ui.widgets.one_of import OneOfRow
from diary.ui.widgets.scroll_column import ScrollColumn
from tests.ui import accessible_walk as walk
from tests.ui.every_page import PAGES, sample, session, settle, states_of

__all__ = ["sample", "session"]  # pytest looks for fixtures here

# What would move by itself, or scroll a while after the key.
MOVES = re.compile(
    r"\b(Q(Property|Variant|Sequential|Parallel)Animation\w*|QTimeLine|QMovie|QScroller"
    r"|ScrollPerPixelAnimated|setKineticScroll\w*|setCursorFlashTime)\b"
)


@pytest.fixture
def empty(qapp, qtbot, tmp_path):
    """The window on a diary without entries, its first questions skipped."""
    from tests.ui.fakes import TODAY  # noqa: PLC0415

    session = Session(qapp, AppPaths(tmp_path / "data"), TODAY)
    qtbot.addWidget(session.window)
    with qtbot.waitSignal(session.bridge.alerts_changed):
        session.window.show()
    session.window.activateWindow()
    yield session
    session.window.leaving.was_asked = True
    session.window.close()
    session.bridge.close()


def look_at_all(session, qtbot):
    """Return all that is wrong with the pages of a window in each of their states."""
    window = session.window
    window.resize(1366, 768)
    found = {}
    for name in PAGES:
        window._on_page_key(name)
        for state in states_of(name, window.pages[name]):
            settle(qtbot, session)
            page = window.pages[name]
            wrong = [*walk.misread(page), *walk.misread(window.rail)]
            stops = walk.tab_round(window)
            wrong += [*walk.not_reached(page, stops), *walk.not_reached(window.rail, stops)]
            found[state] = wrong + walk.out_of_order(page, stops)
    assert len(found) > len(PAGES)
    return {state: wrong for state, wrong in found.items() if wrong}


def test_every_control_of_the_sample_is_read_rightly_and_reached(session, qtbot):
    assert look_at_all(session, qtbot) == {}


def test_every_control_of_an_empty_diary_is_read_rightly_and_reached(empty, qtbot):
    assert look_at_all(empty, qtbot) == {}


def test_every_page_opens_at_its_head_in_a_small_window_with_large_letters(session, qtbot):
    window = session.window
    session.theme.set_text_size(200)
    window.resize(1024, 640)
    tops, without_focus = {}, []
    for name in (*PAGES[1:], PAGES[0]):  # Today is shown at the start
        settle(qtbot, session)
        window._on_page_key(name)
        settle(qtbot, session)
        page = window.pages[name]
        column = page if isinstance(page, QScrollArea) else page.findChild(ScrollColumn)
        tops[name] = column.verticalScrollBar().value()
        focused = QApplication.focusWidget()
        if page is not focused and not page.isAncestorOf(focused):
            without_focus.append(name)
    assert tops == dict.fromkeys(PAGES, 0)
    assert without_focus == []


def test_the_window_opens_at_the_head_of_today(session, qtbot):
    session.theme.set_text_size(200)
    session.window.resize(1024, 640)
    settle(qtbot, session)
    session.window.hide()
    session.window.show()
    session.window.activateWindow()
    settle(qtbot, session)
    assert session.window.today.column.verticalScrollBar().value() == 0


def test_what_has_a_picture_has_words_and_keys(session, qtbot):
    """The body map and the charts are named, described, and used with the keys."""
    window = session.window
    window.resize(1366, 768)
    settle(qtbot, session)
    body = QAccessible.queryAccessibleInterface(window.today.pain.body_map)
    assert body.text(QAccessible.Text.Name)
    assert body.text(QAccessible.Text.Description)
    assert body.childCount() > 60
    window._on_page_key("charts")
    settle(qtbot, session)
    view = window.pages["charts"].view
    chart = QAccessible.queryAccessibleInterface(view)
    assert "worst" in chart.text(QAccessible.Text.Name)
    before = chart.text(QAccessible.Text.Description)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert chart.text(QAccessible.Text.Description) != before


def test_what_is_said_raises_an_event(session, qtbot, monkeypatch):
    """Saved, and not saved, are announced; `make a11y` hears the same over the bus."""
    heard = []

    def hear(event):
        assert event.type() == QAccessible.Event.Announcement
        heard.append(event.message())

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    today = session.window.today
    today.pain.quick.no_pain.click()
    today.bar.button.click()
    settle(qtbot, session)
    assert any(words.startswith("Saved at") for words in heard)
    session.window.tell_problem("The disk is full.")
    assert heard[-1] == "The disk is full."


def test_nothing_moves_by_itself():
    """No animation, and no scrolling that goes on after the key: only the caret blinks."""
    source = Path(diary.ui.__file__).parent
    found = {
        path.name: moving.group()
        for path in source.rglob("*.py")
        if (moving := MOVES.search(path.read_text(encoding="utf-8")))
    }
    assert found == {}


class TestTheWalk:
    """It finds what it looks for."""

    @pytest.fixture
    def page(self, qtbot, theme):  # noqa: ARG002  the style makes the sizes
        window = QWidget()
        scrolled = QScrollArea(window)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.resize(400, 400)
        page = QWidget()
        scrolled.setWidget(page)
        qtbot.addWidget(window)
        window.resize(400, 400)
        page.resize(400, 400)
        window.show()
        window.activateWindow()
        yield page
        window.close()

    @staticmethod
    def put(widget, x, y):
        widget.setGeometry(x, y, 60, 60)
        widget.show()
        return widget

    def test_no_name_and_two_alike(self, page):
        self.put(QPushButton("", page), 0, 0)
        self.put(QPushButton("Open", page), 100, 0)
        self.put(QPushButton("Open", page), 200, 0)
        assert [line.split(":")[0] for line in walk.misread(page)] == ["no name", "2 alike"]

    def test_alike_in_two_groups_is_no_trouble(self, page):
        for number in (1, 2):
            group = self.put(Group(f"Group {number}", page), 100 * number, 0)
            self.put(QPushButton("Open", group), 0, 0)
        assert walk.misread(page) == []

    def test_a_choice_without_a_question(self, page):
        chip = self.put(Chip("a", parent=page), 0, 0)
        chip.setAutoExclusive(True)
        assert [line.split(":")[0] for line in walk.misread(page)] == ["no question"]
        row = self.put(OneOfRow("Which?", [("b", "b")], page), 100, 0)
        assert len(walk.misread(page)) == 1
        assert walk.read_controls(row)[0].group == "Which?"

    def test_a_list_and_a_menu_have_their_roles(self, page):
        combo = self.put(QComboBox(page), 0, 0)
        combo.setAccessibleName("Which?")
        odd = self.put(QPushButton("Open", page), 100, 0)
        odd.setMenu(QMenu(odd))
        assert walk.misread(page) == []

    def test_what_tab_leaves_out_and_where_it_goes_up(self, page):
        low = self.put(QPushButton("low", page), 0, 200)
        high = self.put(QPushButton("high", page), 0, 0)
        top = self.put(QPushButton("top", page), 0, 100)
        top.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        stops = walk.tab_round(page.window())
        assert set(stops) == {low, high}
        assert walk.not_reached(page, [low]) == [f"Tab does not come to: {walk.say(high)}"]
        third = self.put(QPushButton("third", page), 0, 300)
        fourth = self.put(QPushButton("fourth", page), 0, 360)
        assert len(walk.out_of_order(page, [high, third, low, fourth])) == 1
        assert walk.out_of_order(page, [low, third, fourth, high]) == []  # begun in the middle
