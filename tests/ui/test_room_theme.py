"""Another look is worn at once by the page that is seen, and by the others when they are shown."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QLabel, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from diary.ui.room_theme import RoomTheme
from tests.ui.every_page import PAGES, sample, session, settle
from tests.ui.layout_walk import widgets_of
from tests.ui.leftovers import delete_what_was_closed

__all__ = ["sample", "session"]

SILENT_DAY = dt.date(2026, 3, 5)  # the sample has no entry for it


class Page(QWidget):
    """A page with a line to write in."""

    def __init__(self, theme, parent):
        super().__init__(parent)
        theme.dress(self)
        self.heard = []
        self.words, self.line = QLabel("words", self), QLineEdit(self)
        column = QVBoxLayout(self)
        column.addWidget(self.words)
        column.addWidget(self.line)
        for told in ("changing", "changed", "settled"):
            getattr(theme, told).connect(lambda told=told: self.heard.append(told))

    def text_pixels(self):
        self.words.ensurePolished()
        return QFontInfo(self.words.font()).pixelSize()


@pytest.fixture
def stack(theme, qtbot):
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    for _ in range(2):
        stack.addWidget(Page(RoomTheme(theme), stack))
    with qtbot.waitExposed(stack):
        stack.show()
    return stack


def test_the_page_that_is_seen_changes_at_once_and_the_other_when_it_is_shown(stack, theme):
    seen, other = stack.widget(0), stack.widget(1)
    stack.setCurrentWidget(other)
    stack.setCurrentWidget(seen)
    theme.set_text_size(200)
    assert (seen.text_pixels(), other.text_pixels()) == (32, 16)
    assert seen.heard == ["changing", "changed", "settled"]
    assert other.heard == []
    stack.setCurrentWidget(other)
    assert other.text_pixels() == 32
    assert other.heard == ["changing", "changed", "settled"]


def test_a_page_that_is_as_it_should_be_is_shown_as_it_is(stack, theme):
    theme.set_text_size(150)
    stack.setCurrentIndex(1)
    stack.setCurrentIndex(0)
    stack.setCurrentIndex(1)
    assert len(stack.widget(0).heard) == len(stack.widget(1).heard) == 3


def test_many_steps_are_one_for_the_page_that_is_not_seen(stack, theme):
    for text_size in (110, 120, 130):
        theme.set_text_size(text_size)
    theme.set_choice("dark")
    stack.setCurrentIndex(1)
    assert len(stack.widget(1).heard) == 3
    assert stack.widget(1).styleSheet() == stack.widget(0).styleSheet() == theme.worn.sheet


def test_a_window_in_the_tray_is_ready_when_it_comes_back(stack, theme):
    stack.hide()
    theme.set_text_size(120)
    stack.show()
    assert stack.widget(0).text_pixels() == 19


def test_what_was_written_stays_and_so_does_the_focus(stack, theme):
    page = stack.widget(0)
    page.line.setText("half a sen")
    page.line.setFocus()
    theme.set_text_size(180)
    theme.set_choice("dark")
    assert page.line.text() == "half a sen"
    assert stack.focusWidget() is page.line


def test_the_theme_of_a_page_goes_with_it(stack, theme):
    page = stack.widget(1)
    gone = []
    page.findChild(RoomTheme).destroyed.connect(lambda: gone.append(True))
    stack.removeWidget(page)
    page.deleteLater()
    del page
    delete_what_was_closed()
    assert gone == [True]
    theme.set_text_size(110)


class Count(QObject):
    """How often each widget was dressed."""

    def __init__(self):
        super().__init__()
        self.of = Counter()

    def eventFilter(self, watched, event):  # noqa: N802  Qt's name
        if event.type() == QEvent.Type.StyleChange and isinstance(watched, QWidget):
            self.of[watched] += 1
        return False


def test_a_step_dresses_a_widget_once_and_none_that_is_not_seen(session, qtbot, qapp):
    window, theme = session.window, session.theme
    for page in PAGES:
        window.show_page(page)
        settle(qtbot, session)
    for change in (lambda: theme.set_text_size(110), lambda: theme.set_choice("dark")):
        count = Count()
        qapp.installEventFilter(count)
        change()
        qapp.removeEventFilter(count)
        assert max(count.of.values()) <= 2  # Qt begins with a page, and with what stands in it
        dressed = {page: sum(map(window.pages[page].isAncestorOf, count.of)) for page in PAGES}
        assert dressed.pop("help") > 50
        assert set(dressed.values()) == {0}
    assert qapp.styleSheet() == ""


def shape_of(page):
    """Return where each widget of a page stands, how large its words are and in what colour."""
    return [
        (
            type(widget).__name__,
            widget.geometry(),
            widget.font().pixelSize(),
            widget.palette().text().color().name(),
        )
        for widget in widgets_of(page)
    ]


def shapes(qtbot, session):
    found = {}
    for page in PAGES:
        session.window.rail.buttons[page].setFocus()  # or Qt gives it to what stands on the page
        session.window.show_page(page)
        settle(qtbot, session)
        found[page] = shape_of(session.window.pages[page])
    return found


def test_pages_look_as_if_nothing_had_been_switched(session, qtbot):
    window, theme = session.window, session.theme
    window.resize(1366, 768)
    theme.set_choice("light")
    fresh = shapes(qtbot, session)
    theme.set_choice("dark")
    for text_size in (150, 200):
        theme.set_text_size(text_size)
    large = shapes(qtbot, session)
    assert all(large[page] != fresh[page] for page in PAGES)
    theme.set_text_size(130)
    theme.set_choice("light")
    theme.set_text_size(100)
    assert shapes(qtbot, session) == fresh


def test_a_day_half_told_is_still_there_after_steps_on_another_page(session, qtbot):
    window, today = session.window, session.window.today
    window.resize(1024, 640)
    settle(qtbot, session)
    today.show_day(SILENT_DAY)
    settle(qtbot, session)
    today.pain.no_pain.click()
    today.extras.note.show_open(is_open=True)
    bar = today.column.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    draft, place = today.draft, bar.value()
    assert draft.is_changed
    assert place > 0
    window.rail.buttons["settings"].setFocus()  # or Qt gives it to what stands on the page
    window.show_page("settings")
    settle(qtbot, session)
    steps = window.pages["settings"].options["look"].controls["text_size"]
    for button in (steps.larger, steps.larger, steps.smaller, steps.smaller):
        button.click()
        session.theme.set_choice("dark" if session.theme.choice != "dark" else "light")
    window.show_page("today")
    settle(qtbot, session)
    assert today.draft == draft
    assert today.pain.no_pain.isChecked()
    assert abs(bar.value() - place) <= 2


def test_a_line_above_the_page_is_dressed_when_it_is_first_told(session):
    window, theme = session.window, session.theme
    assert window.banner.styleSheet() == ""
    window.tell_problem("The disk is full.")
    assert window.banner.styleSheet() == theme.worn.sheet
    theme.set_text_size(150)
    assert window.banner.styleSheet() == theme.worn.sheet
    assert window.crash_notice.styleSheet() == ""
