from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from diary.ui.widgets.many_of import ManyRow

ANSWERS = (("night", "at night"), ("evening", "evening"), ("all_day", "all day"))
QUESTION = "When is it there?"


@pytest.fixture
def row(qtbot, theme):  # noqa: ARG001  the look decides what can have the focus
    row = ManyRow(QUESTION, ANSWERS)
    qtbot.addWidget(row)
    with qtbot.waitExposed(row):
        row.show()
    row.activateWindow()
    return row


@pytest.fixture
def told(row):
    told = []
    row.chosen.connect(told.append)
    return told


def test_nothing_is_chosen_at_first(row):
    assert row.values == ()
    assert not any(chip.isChecked() for chip in row.chips.values())


def test_each_answer_is_chosen_and_taken_back_by_itself(row, told, qtbot):
    qtbot.keyClick(row.chips["all_day"], Qt.Key.Key_Space)
    qtbot.mouseClick(row.chips["night"], Qt.MouseButton.LeftButton)
    qtbot.keyClick(row.chips["all_day"], Qt.Key.Key_Space)
    assert told == [("all_day",), ("all_day", "night"), ("night",)]
    assert row.values == ("night",)
    assert [chip.isChecked() for chip in row.chips.values()] == [True, False, False]


def test_what_the_file_holds_keeps_its_order_and_what_is_not_offered_any_more(row, told, qtbot):
    row.set_values(("evening", "of_old", "night"))
    assert told == []
    qtbot.keyClick(row.chips["all_day"], Qt.Key.Key_Space)
    qtbot.keyClick(row.chips["evening"], Qt.Key.Key_Space)
    assert row.values == ("of_old", "night", "all_day")


def test_every_answer_is_a_stop_of_tab(row, qtbot):
    row.chips["night"].setFocus()
    qtbot.keyClick(row.chips["night"], Qt.Key.Key_Tab)
    assert row.chips["evening"].hasFocus()
    assert row.tab_stops == tuple(row.chips.values())


def test_a_screen_reader_hears_check_boxes_in_a_group(row):
    row.set_values(("evening",))
    group = QAccessible.queryAccessibleInterface(row)
    assert group.role() == QAccessible.Role.Grouping
    assert group.text(QAccessible.Text.Name) == QUESTION
    chips = [group.child(at) for at in range(group.childCount())]
    assert [chip.role() for chip in chips] == [QAccessible.Role.CheckBox] * 3
    assert [bool(chip.state().checked) for chip in chips] == [False, True, False]
    assert [chip.text(QAccessible.Text.Description) for chip in chips] == [QUESTION] * 3
