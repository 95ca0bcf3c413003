from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from diary.ui.widgets.bottom_bar import BottomBar
from diary.ui.widgets.card import Card, Line
from diary.ui.widgets.group import Group
from diary.ui.widgets.scroll_column import COLUMN_WIDTH, ScrollColumn
from diary.ui.widgets.text import Words

MARGIN = 24


def block(height):
    widget = QWidget()
    widget.setFixedHeight(height)
    return widget


@pytest.fixture
def column(theme, qtbot):
    column = ScrollColumn(theme)
    qtbot.addWidget(column)
    column.resize(1300, 400)
    with qtbot.waitExposed(column):
        column.show()
    return column


def is_in_view(column, widget):
    top = widget.mapTo(column.viewport(), widget.rect().topLeft()).y()
    return top >= 0 and top + min(widget.height(), 300) <= column.viewport().height()


def test_the_column_keeps_a_readable_width_that_grows_with_the_text(column, theme, qtbot):
    inner = block(100)
    column.body.addWidget(inner)
    qtbot.waitUntil(lambda: inner.width() == COLUMN_WIDTH)
    theme.set_text_size(130)
    qtbot.waitUntil(lambda: inner.width() == COLUMN_WIDTH * 1.3)
    theme.set_text_size(100)


def test_what_has_the_focus_is_brought_into_view(column, qtbot):
    first, last = QLineEdit(), QLineEdit()
    for widget in (first, block(2000), last):
        column.body.addWidget(widget)
    column.activateWindow()
    last.setFocus()
    qtbot.waitUntil(lambda: is_in_view(column, last))
    first.setFocus()
    qtbot.waitUntil(lambda: is_in_view(column, first))


def test_what_was_just_added_is_brought_into_view(column, qtbot):
    column.body.addWidget(block(2000))
    late = block(200)
    column.body.addWidget(late)
    late.show()
    column.bring_into_view(late)
    qtbot.waitUntil(lambda: is_in_view(column, late))


def test_of_something_too_high_the_head_is_shown(column, qtbot):
    column.body.addWidget(block(1000))
    high = block(900)
    column.body.addWidget(high)
    column.bring_into_view(high)
    qtbot.waitUntil(lambda: is_in_view(column, high))


def test_what_is_gone_or_elsewhere_moves_nothing(column, qtbot):
    column.body.addWidget(block(2000))
    gone, stranger = block(10), block(10)
    qtbot.addWidget(stranger)
    column.body.addWidget(gone)
    column.bring_into_view(gone)
    gone.setParent(None)
    gone.deleteLater()
    with qtbot.waitSignal(gone.destroyed):
        pass
    column.bring_into_view(stranger)
    qtbot.waitUntil(lambda: column._wanted is None)
    assert column.verticalScrollBar().value() == 0


def test_a_bar_stands_below_the_column(theme, qtbot):
    inner = block(40)
    bar = BottomBar(inner, theme)
    qtbot.addWidget(bar)
    bar.resize(1300, 60)
    with qtbot.waitExposed(bar):
        bar.show()
    assert inner.width() == COLUMN_WIDTH


def test_a_card_has_a_title_only_if_it_is_given_one(qtbot):
    plain, titled = Card(), Card("Lower back", "emergency")
    for card in (plain, titled):
        qtbot.addWidget(card)
    plain.body.addWidget(Line(plain))
    assert plain.findChildren(Words) == []
    assert [words.text() for words in titled.findChildren(Words)] == ["Lower back"]
    assert titled.accessibleName() == "Lower back"
    assert titled.property("kind") == "emergency"


def test_words_of_the_diary_are_never_read_as_markup(qtbot):
    words = Words("<b>bold</b> & more")
    qtbot.addWidget(words)
    assert words.text() == "<b>bold</b> & more"
    assert words.textFormat().name == "PlainText"


def test_a_row_of_answers_is_brought_into_view_as_one(column, qtbot):
    row = Group("How bad?")
    room = QVBoxLayout(row)
    first, rest = QLineEdit(), block(200)
    room.addWidget(first)
    room.addWidget(rest)
    column.body.addWidget(block(2000))
    column.body.addWidget(row)
    column.activateWindow()
    first.setFocus()
    qtbot.waitUntil(lambda: is_in_view(column, rest))


@pytest.fixture
def opened(theme, qtbot):
    """A long page in a window beside a field: the head, a control near it, and one far down."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 400)
    beside = QLineEdit(window)
    column = ScrollColumn(theme, parent=window)
    column.resize(500, 400)
    for _ in range(20):
        column.body.addWidget(QPushButton("one of many", column))
    window.show()
    window.activateWindow()
    beside.setFocus()
    qtbot.waitUntil(beside.hasFocus)
    yield column
    window.close()


def buttons_of(column):
    return [column.body.itemAt(number).widget() for number in range(column.body.count())]


def test_a_page_hands_the_focus_to_its_first_control_and_shows_its_head(opened, qtbot):
    near = buttons_of(opened)[2]
    opened.begin_with(near)
    opened.verticalScrollBar().setValue(100)
    opened.setFocus()
    assert near.hasFocus()
    qtbot.wait(0)
    assert opened.verticalScrollBar().value() == 0


def test_a_page_without_a_first_control_shows_its_head_too(opened, qtbot):
    """Its stack has just given the focus to what had it when the page was left."""
    opened.verticalScrollBar().setValue(100)
    buttons_of(opened)[-1].setFocus()
    opened.setFocus()
    qtbot.wait(0)
    assert opened.verticalScrollBar().value() == 0


def test_a_control_that_is_not_seen_at_the_head_does_not_get_the_focus(opened, qtbot):
    far = buttons_of(opened)[-1]
    opened.begin_with(far)
    opened.setFocus()
    qtbot.wait(0)
    assert not far.hasFocus()
    assert opened.verticalScrollBar().value() == 0


def test_tab_comes_to_what_stands_above_the_first_control(opened, qtbot):
    buttons = buttons_of(opened)
    opened.begin_with(buttons[2])
    qtbot.keyClick(opened.window().focusWidget(), Qt.Key.Key_Tab)
    assert buttons[0].hasFocus()


def test_a_window_that_is_in_front_again_leaves_the_page_as_it_stood(opened, qtbot):
    far = buttons_of(opened)[-1]
    far.setFocus()
    qtbot.waitUntil(lambda: opened.verticalScrollBar().value() > 0)
    opened.verticalScrollBar().setValue(0)
    opened._on_focus_changed(None, far)
    qtbot.wait(0)
    assert opened.verticalScrollBar().value() == 0


@pytest.fixture
def scrolled(column, qtbot):
    """A page of forty controls, somewhat scrolled, the tenth with the focus."""
    buttons = [QPushButton("one of many", column) for _ in range(40)]
    for button in buttons:
        column.body.addWidget(button)
    column.activateWindow()
    qtbot.waitUntil(lambda: column.verticalScrollBar().maximum() > 0)
    buttons[0].setFocus()
    qtbot.waitUntil(buttons[0].hasFocus)
    buttons[9].setFocus()
    qtbot.waitUntil(lambda: column._wanted is None and is_in_view(column, buttons[9]))
    return buttons


def middle(widget):
    return widget.mapTo(widget.window(), widget.rect().center()).y()


def test_what_has_the_focus_stays_where_it_is_when_the_text_grows(scrolled, theme):
    place = middle(scrolled[9])
    for text_size in (110, 150, 200, 100):
        theme.set_text_size(text_size)
        assert abs(middle(scrolled[9]) - place) <= 1


def test_at_the_head_of_the_page_there_is_room_made_for_what_is_pressed_until_it_is_out_of_sight(
    column, scrolled, theme, qtbot
):
    theme.set_text_size(200)
    bar = column.verticalScrollBar()
    column.to_top()
    scrolled[1].setFocus()
    qtbot.waitUntil(lambda: column._wanted is None)
    bar.setValue(0)
    place = middle(scrolled[1])
    qtbot.mouseMove(scrolled[1])
    qtbot.waitUntil(scrolled[1].underMouse)
    theme.set_text_size(100)
    assert abs(middle(scrolled[1]) - place) <= 1
    assert scrolled[0].mapTo(column._page, scrolled[0].rect().topLeft()).y() > MARGIN
    bar.setValue(bar.maximum() // 2)
    qtbot.waitUntil(
        lambda: scrolled[0].mapTo(column._page, scrolled[0].rect().topLeft()).y() == MARGIN
    )


def test_at_the_foot_of_the_page_there_is_room_made_for_what_is_pressed_until_she_goes_back_up(
    column, theme, qtbot
):
    last = QPushButton("the only one", column)
    for widget in (Words("one line", column), last):
        column.body.addWidget(widget)
    column.body.addStretch(1)
    column.activateWindow()
    last.setFocus()
    qtbot.waitUntil(last.hasFocus)
    place, bar = middle(last), column.verticalScrollBar()
    qtbot.mouseMove(last)
    qtbot.waitUntil(last.underMouse)
    theme.set_text_size(200)
    assert abs(middle(last) - place) <= 1
    assert bar.maximum() > 0
    bar.setValue(0)
    qtbot.waitUntil(lambda: bar.maximum() == 0)


def test_no_room_is_made_for_what_is_not_under_the_pointer(column, scrolled, theme, qtbot):
    theme.set_text_size(200)
    bar = column.verticalScrollBar()
    scrolled[1].setFocus()
    qtbot.waitUntil(lambda: column._wanted is None)
    bar.setValue(0)
    theme.set_text_size(100)
    assert bar.value() == 0
    assert scrolled[0].mapTo(column._page, scrolled[0].rect().topLeft()).y() == MARGIN


def test_at_the_head_of_a_page_it_stays_there_as_far_as_she_sees_where_she_is(
    column, scrolled, theme, qtbot
):
    bar = column.verticalScrollBar()
    for number in (1, 4):
        scrolled[number].setFocus()
        qtbot.waitUntil(lambda: column._wanted is None)
        bar.setValue(0)
        theme.set_text_size(200)
        qtbot.waitUntil(lambda: column._wanted is None)
        assert is_in_view(column, scrolled[number])
        assert (bar.value() == 0) is (number == 1)
        theme.set_text_size(100)


@pytest.mark.usefixtures("scrolled")
def test_without_a_focus_in_sight_the_page_keeps_its_part(column, theme):
    bar = column.verticalScrollBar()
    bar.setValue(bar.maximum())
    theme.set_text_size(150)
    assert bar.value() > bar.maximum() * 0.9
    bar.setValue(0)
    theme.set_text_size(100)
    assert bar.value() == 0


def test_what_goes_with_the_old_look_is_not_looked_for(column, scrolled, theme):
    theme.changed.connect(lambda: shiboken6.delete(scrolled[9]))
    theme.set_text_size(150)
    assert column._held is None


def test_it_shows_what_stands_below_a_list_that_was_closed_deep_in_the_page(theme, qtbot):
    column = ScrollColumn(theme)
    qtbot.addWidget(column)
    column.resize(600, 400)
    outer = column.body
    for _ in range(6):
        inside = QWidget()
        outer.addWidget(inside)
        outer = QVBoxLayout(inside)
    tall, wanted, rest = QWidget(), QWidget(), QWidget()
    for widget, height in ((tall, 900), (wanted, 50), (rest, 900)):
        widget.setMinimumHeight(height)
        outer.addWidget(widget)
    with qtbot.waitExposed(column):
        column.show()
    column.bring_into_view(wanted)
    tall.hide()
    column._on_turn()
    QCoreApplication.processEvents()
    top = wanted.mapTo(column, QPoint(0, 0)).y()
    assert 0 <= top <= column.height() - wanted.height()
