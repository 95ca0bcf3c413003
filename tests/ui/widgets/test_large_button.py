from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.ui.widgets.large_button import LargeButton

WORDS, DETAILS = (
    "No pain today",
    "No pain anywhere in the last 24 hours. The signs are asked below.",
)


@pytest.fixture
def room(qtbot, theme):
    room = QWidget()
    qtbot.addWidget(room)
    column = QVBoxLayout(room)
    room.button = LargeButton(theme, room)
    room.button.set_words(WORDS, DETAILS)
    column.addWidget(room.button)
    column.addStretch(1)
    room.resize(500, 400)
    with qtbot.waitExposed(room):
        room.show()
    return room


def test_a_key_or_a_click_anywhere_chooses_and_takes_back(room, qtbot):
    qtbot.keyClick(room.button, Qt.Key.Key_Space)
    assert room.button.isChecked()
    corner = room.button.words.geometry().center()
    qtbot.mouseClick(room.button, Qt.MouseButton.LeftButton, pos=corner)
    assert not room.button.isChecked()


def test_it_is_as_high_as_its_words_need(room, theme, qtbot):
    high = room.button.height()
    room.resize(220, 400)
    qtbot.waitUntil(lambda: room.button.height() > high)
    for label in (room.button.words, room.button.details):
        assert label.height() >= label.heightForWidth(label.width())
    room.resize(500, 400)
    theme.set_text_size(200)
    qtbot.waitUntil(lambda: room.button.height() > high)


def test_it_is_never_smaller_than_a_finger(theme, qtbot):
    button = LargeButton(theme)
    qtbot.addWidget(button)
    button.set_words("No", "")
    assert not button.details.isVisibleTo(button)
    for size in (button.sizeHint(), button.minimumSizeHint()):
        assert min(size.width(), size.height()) >= 44
    assert button.heightForWidth(400) >= 44


def test_a_screen_reader_hears_a_check_box_with_its_words(room):
    found = QAccessible.queryAccessibleInterface(room.button)
    assert found.role() == QAccessible.Role.CheckBox
    assert found.text(QAccessible.Text.Name) == WORDS
    assert found.text(QAccessible.Text.Description) == DETAILS
    assert not found.state().checked
    room.button.setChecked(True)
    assert QAccessible.queryAccessibleInterface(room.button).state().checked


def test_the_mark_tells_without_colour_whether_it_is_chosen(room):
    before = room.button._mark.pixmap().toImage()
    room.button.setChecked(True)
    assert room.button._mark.pixmap().toImage() != before
