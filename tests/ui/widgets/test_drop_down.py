from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent

from diary.ui.widgets.drop_down import DropDown


@pytest.fixture
def told():
    return []


@pytest.fixture
def drop_down(theme, qtbot, told):  # noqa: ARG001  the style is that of the theme
    drop_down = DropDown()
    qtbot.addWidget(drop_down)
    drop_down.show()
    drop_down.addItems(["a", "b", "c"])
    drop_down.activated.connect(told.append)
    return drop_down


def accessible_item(drop_down, number):
    """Return an item as a screen reader finds it."""
    return QAccessible.queryAccessibleInterface(drop_down).child(0).child(number)


@pytest.mark.parametrize("is_open", [True, False])
def test_a_screen_reader_chooses(drop_down, told, qtbot, is_open):
    if is_open:
        drop_down.showPopup()
    for number in (2, 1):
        accessible_item(drop_down, number).actionInterface().doAction("Toggle")
        qtbot.waitUntil(lambda number=number: drop_down.currentIndex() == number)
        assert told[-1] == number
        assert not drop_down.view().isVisible()
    assert told == [2, 1]


def test_going_through_the_open_list_chooses_nothing_before_enter(drop_down, told, qtbot):
    drop_down.showPopup()
    qtbot.keyClick(drop_down.view(), Qt.Key.Key_Down)
    qtbot.keyClick(drop_down.view(), Qt.Key.Key_Down)
    qtbot.wait(0)
    assert (drop_down.currentIndex(), told) == (0, [])
    qtbot.keyClick(drop_down.view(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: told == [2])
    assert drop_down.currentText() == "c"


def test_it_can_be_chosen_by_keys_and_the_wheel_is_left_to_the_page(drop_down, told, qtbot):
    qtbot.keyClick(drop_down, Qt.Key.Key_Down)
    assert (drop_down.currentText(), told) == ("b", [1])
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003  Qt wants it so
    )
    drop_down.wheelEvent(turn)
    assert drop_down.currentText() == "b"
    assert not turn.isAccepted()
