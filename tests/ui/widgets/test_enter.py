from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from diary.ui.widgets.buttons import Button, Chip, IconButton
from diary.ui.widgets.choices import ChoiceRow
from diary.ui.widgets.large_button import LargeButton
from diary.ui.widgets.many_of import ManyRow
from diary.ui.widgets.one_of import OneOfRow
from diary.ui.widgets.tick_box import TickBox

ANSWERS = [("a", "first"), ("b", "second")]
MAKERS = {
    "button": lambda _theme: Button("Open"),
    "icon": lambda theme: IconButton("Open", theme, "x"),
    "chip": lambda _theme: Chip("Hip"),
    "large": LargeButton,
    "tick box": lambda _theme: TickBox("Hip"),
}


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize("name", MAKERS)
def test_enter_presses_as_space_does(theme, qtbot, name, key):
    button = MAKERS[name](theme)
    qtbot.addWidget(button)
    pressed = []
    button.clicked.connect(lambda: pressed.append(button.isChecked()))
    qtbot.keyClick(button, key)
    assert pressed == [button.isCheckable()]


@pytest.mark.parametrize("name", MAKERS)
def test_enter_with_control_is_left_to_the_window(theme, qtbot, name):
    button = MAKERS[name](theme)
    qtbot.addWidget(button)
    pressed = []
    button.clicked.connect(lambda: pressed.append(True))
    qtbot.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == []


def test_enter_of_the_number_pad_presses_too(theme, qtbot):
    button = MAKERS["button"](theme)
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)


def test_enter_that_is_held_presses_once(qapp, theme, qtbot):
    chip = MAKERS["chip"](theme)
    qtbot.addWidget(chip)
    qtbot.keyClick(chip, Qt.Key.Key_Return)
    none = Qt.KeyboardModifier.NoModifier
    again = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, none, "\r", autorep=True)
    qapp.sendEvent(chip, again)
    assert again.isAccepted()
    assert chip.isChecked()


def test_a_button_that_is_off_is_not_pressed(qtbot):
    box = QWidget()
    qtbot.addWidget(box)
    button = Button("Open", parent=box)
    button.setEnabled(False)
    pressed = []
    button.clicked.connect(lambda: pressed.append(True))
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert pressed == []


def test_enter_chooses_an_answer_of_a_row(theme, qtbot):
    row = ChoiceRow("Which?", ANSWERS, theme)
    qtbot.addWidget(row)
    told = []
    row.chosen.connect(told.append)
    qtbot.keyClick(row.button_of("b"), Qt.Key.Key_Return)
    qtbot.keyClick(row.button_of("b"), Qt.Key.Key_Return)  # it is chosen already
    assert told == ["b"]
    assert row.value == "b"
    qtbot.keyClick(row.clear_button, Qt.Key.Key_Return)
    assert row.value is None


def test_enter_chooses_one_of_a_row_of_chips(qtbot):
    row = OneOfRow("Which?", ANSWERS)
    qtbot.addWidget(row)
    qtbot.keyClick(row.button_of("b"), Qt.Key.Key_Return)
    assert row.value == "b"


def test_enter_adds_a_word_and_takes_it_away(qtbot):
    row = ManyRow("Which?", ANSWERS)
    qtbot.addWidget(row)
    for expected in (("b",), ()):
        qtbot.keyClick(row.chips["b"], Qt.Key.Key_Return)
        assert row.values == expected
