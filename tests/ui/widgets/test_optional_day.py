from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDateEdit

from diary.ui.widgets.optional_day import OptionalDay

FIRST, LAST = dt.date(1900, 1, 1), dt.date(2026, 3, 20)
EARLIER = dt.date(2019, 5, 1)


@pytest.fixture
def made(qtbot, theme):
    made = OptionalDay("When did it begin?", theme, FIRST, LAST)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


@pytest.fixture
def told(made):
    told = []
    made.chosen.connect(told.append)
    return told


def test_nothing_is_answered_at_first_nor_by_looking(made, told, qtbot):
    assert made.value is None
    assert made.open_button.isVisible()
    assert not made.field.isVisible()
    qtbot.keyClick(made.open_button, Qt.Key.Key_Space)
    assert made.field.hasFocus()
    assert made.value is None
    assert told == []


def test_the_day_that_is_shown_is_agreed_to(made, told, qtbot):
    qtbot.mouseClick(made.open_button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(made.use_button, Qt.Key.Key_Space)
    assert told == [LAST]
    assert not made.use_button.isVisible()
    assert made.field.hasFocus()


def test_a_day_that_is_changed_is_the_answer(made, told, qtbot):
    qtbot.mouseClick(made.open_button, Qt.MouseButton.LeftButton)
    made.field.setCurrentSection(QDateEdit.Section.YearSection)
    qtbot.keyClick(made.field, Qt.Key.Key_Down)
    assert told == [dt.date(2025, 3, 20)]
    assert made.value == dt.date(2025, 3, 20)
    assert not made.use_button.isVisible()


def test_it_is_taken_back(made, told, qtbot):
    made.set_value(EARLIER)
    assert made.field.day == EARLIER
    assert told == []
    qtbot.keyClick(made.clear_button, Qt.Key.Key_Space)
    assert told == [None]
    assert made.value is None
    assert made.open_button.hasFocus()
    assert not made.clear_button.isVisible()


def test_a_field_opened_by_mistake_is_closed_without_a_word(made, told, qtbot):
    qtbot.keyClick(made.open_button, Qt.Key.Key_Space)
    qtbot.keyClick(made.clear_button, Qt.Key.Key_Space)
    assert told == []
    assert made.open_button.isVisible()


def test_a_day_of_the_file_after_the_last_is_shown_as_it_is(made):
    later = LAST + dt.timedelta(days=9)
    made.set_value(later)
    assert made.field.day == made.value == later
    made.set_value(None)
    assert made.field.day == LAST


def test_everything_has_a_name(made):
    assert made.accessibleName() == made.field.accessibleName() == "When did it begin?"
    names = [stop.accessibleName() or stop.text() for stop in made.tab_stops]
    assert names == [
        "Choose the day",
        "When did it begin?",
        "Use this day",
        "Take this answer back",
    ]
