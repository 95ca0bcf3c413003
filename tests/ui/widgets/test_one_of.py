from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from diary.ui.widgets.one_of import OneOfRow


@pytest.fixture
def row(qtbot):
    row = OneOfRow("Paper", (("a4", "A4"), ("letter", "Letter"), ("a5", "A5")))
    qtbot.addWidget(row)
    row.show()
    return row


def test_the_first_is_chosen_and_one_always_is(row, qtbot):
    assert row.value == "a4"
    qtbot.mouseClick(row.button_of("a4"), Qt.MouseButton.LeftButton)
    assert row.value == "a4"


def test_a_choice_of_the_person_is_told_once(row, qtbot):
    told = []
    row.chosen.connect(told.append)
    qtbot.mouseClick(row.button_of("letter"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(row.button_of("letter"), Qt.MouseButton.LeftButton)
    assert told == ["letter"]
    assert row.value == "letter"


def test_arrows_choose(row, qtbot):
    row.button_of("a4").setFocus()
    qtbot.keyClick(row.button_of("a4"), Qt.Key.Key_Right)
    assert row.value == "letter"


def test_a_choice_of_the_program_is_not_told(row):
    told = []
    row.chosen.connect(told.append)
    row.set_value("a5")
    assert row.value == "a5"
    assert told == []


def stops(row):
    buttons = [row.button_of(value) for value in ("a4", "letter", "a5")]
    return [one.text() for one in buttons if one.focusPolicy() & Qt.FocusPolicy.TabFocus]


def test_tab_comes_to_the_chosen_one_from_the_start_and_after_every_choice(row, qtbot):
    assert stops(row) == ["A4"]
    row.set_value("a5")
    assert stops(row) == ["A5"]
    row.button_of("a5").setFocus()
    qtbot.keyClick(row.button_of("a5"), Qt.Key.Key_Left)
    assert stops(row) == ["Letter"]


def test_the_focus_follows_a_choice_of_the_program(row):
    row.button_of("a4").setFocus()
    row.set_value("letter")
    assert row.button_of("letter").hasFocus()


def test_what_is_not_offered_is_hidden(row):
    row.set_offered("a5", offered=False)
    assert row.button_of("a5").isHidden()
    row.set_offered("a5", offered=True)
    assert not row.button_of("a5").isHidden()


def test_a_screen_reader_finds_radio_buttons_with_their_question(row):
    button = row.button_of("letter")
    role = QAccessible.queryAccessibleInterface(button).role()
    assert role == QAccessible.Role.RadioButton
    assert (button.accessibleName(), button.accessibleDescription()) == ("Letter", "Paper")
