from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible

from diary.charts.look import Look, Picture
from diary.ui.charts.view import ChartView

DAYS = 10


def picture(width=400, height=300, color=b"\xff\x00\x00\xff"):
    return Picture(
        width=width,
        height=height,
        rgba=color * (width * height),
        left=0.1,
        right=0.9,
        panels=((0.2, 0.8),),
    )


@pytest.fixture
def view(theme, qtbot):
    view = ChartView(theme)
    qtbot.addWidget(view)
    view.resize(414, 314)
    view.show()
    view.show_days(DAYS, 4)
    view.show_picture(picture())
    return view


def test_it_says_how_a_picture_has_to_look(view, theme):
    expected = Look(theme="light", width=400, height=300, ratio=1.0, text_scale=1.0)
    assert view.look == expected
    theme.set_choice("dark")
    assert view.look.theme == "dark"
    theme.set_choice("light")


def test_before_the_first_picture_it_says_that_it_is_drawing(theme, qtbot):
    view = ChartView(theme)
    qtbot.addWidget(view)
    view.show()
    assert view.text() == "Drawing the chart."
    qtbot.mouseMove(view, QPoint(20, 20))
    assert view.position == 0
    assert not view.grab().isNull()


def test_a_screen_reader_finds_a_graphic(view):
    assert QAccessible.queryAccessibleInterface(view).role() == QAccessible.Role.Graphic


@pytest.mark.parametrize(
    ("keys", "position"),
    [
        ([Qt.Key.Key_Left], 3),
        ([Qt.Key.Key_Right], 5),
        ([Qt.Key.Key_Home], 0),
        ([Qt.Key.Key_Home, Qt.Key.Key_Left], 0),
        ([Qt.Key.Key_End], 9),
        ([Qt.Key.Key_PageUp], 0),
        ([Qt.Key.Key_Home, Qt.Key.Key_PageDown], 7),
        ([Qt.Key.Key_A], 4),
    ],
)
def test_keys_move_the_line_from_day_to_day(view, qtbot, keys, position):
    view.setFocus()
    for key in keys:
        qtbot.keyClick(view, key)
    assert view.position == position


@pytest.mark.parametrize(
    ("days", "keys", "position"),
    [
        (500, [Qt.Key.Key_Left], 492),
        (500, [Qt.Key.Key_Home, Qt.Key.Key_Right], 7),
        (500, [Qt.Key.Key_PageUp], 471),
        (3000, [Qt.Key.Key_Left, Qt.Key.Key_Right], 2999),
        (3000, [Qt.Key.Key_Left], 2971),
        (3000, [Qt.Key.Key_PageUp], 2635),
    ],
)
def test_where_weeks_are_drawn_the_line_goes_from_week_to_week(view, qtbot, days, keys, position):
    view.show_days(days, days - 1)
    view.setFocus()
    for key in keys:
        qtbot.keyClick(view, key)
    assert view.position == position


def test_the_line_stands_in_the_middle_of_its_week(view):
    view.clearFocus()
    view.resize(714, 314)
    view.show_days(700, 699)
    before = view.grab().toImage()
    view.show_days(700, 693)  # the first day of the same week
    assert view.grab().toImage() == before
    view.show_days(700, 692)
    assert view.grab().toImage() != before


def test_the_pointer_moves_the_line_and_stays_inside(view, qtbot):
    pointed = []
    view.pointed.connect(pointed.append)
    # The first day begins at 7 + 0.1 * 400 and each is 32 wide.
    qtbot.mouseMove(view, QPoint(47 + 2 * 32 + 5, 100))
    qtbot.mouseMove(view, QPoint(47 + 2 * 32 + 9, 100))
    qtbot.mouseMove(view, QPoint(3, 100))
    qtbot.mouseMove(view, QPoint(410, 100))
    assert pointed == [2, 0, 9]


def test_a_tap_moves_the_line_though_no_pointer_moved(view, qtbot):
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(47 + 2 * 32 + 5, 100))
    assert view.position == 2


def test_the_focus_says_the_day_of_the_line(view, qtbot):
    view.clearFocus()
    with qtbot.waitSignal(view.pointed) as told:
        view.setFocus()
    assert told.args == [4]


def test_it_paints_the_picture_the_line_and_the_ring_of_the_focus(view, theme):
    view.clearFocus()
    image = view.grab().toImage()
    assert image.pixelColor(60, 20).name() == "#ff0000"
    line = {image.pixelColor(47 + int(4.5 * 32), y).name() for y in range(80, 240)}
    assert len(line) > 1
    view.setFocus()
    assert view.grab().toImage().pixelColor(2, 150).name() == theme.colors.accent


def test_a_chart_without_days_has_no_line(view):
    view.show_days(0, 0)
    assert not view.grab().isNull()


def test_it_can_shrink_again_and_grows_with_the_text(view, theme):
    small = view.minimumSizeHint()
    assert view.sizeHint() == small
    theme.set_text_size(200)
    assert view.minimumSizeHint().height() > 2 * small.height()
    theme.set_text_size(100)
