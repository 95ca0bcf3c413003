from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor

from diary.ui.theme import apply_theme
from diary.ui.theme_colors import DARK, LIGHT
from diary.ui.widgets.buttons import Button, Chip, IconButton, PrimaryButton
from diary.ui.widgets.large_button import LargeButton


def icon_color(button):
    image = button.icon().pixmap(button.iconSize()).toImage()
    solid = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert len(solid) == 1
    return solid.pop()


def test_an_icon_follows_the_theme(theme, qtbot):
    button = Button("Open", theme, "eye")
    qtbot.addWidget(button)
    assert icon_color(button) == LIGHT.ink
    theme.set_choice("dark")
    assert icon_color(button) == DARK.ink
    before = button.iconSize()
    theme.set_text_size(200)
    assert button.iconSize().height() == 2 * before.height()
    button.set_icon("x")
    assert icon_color(button) == DARK.ink


def test_without_a_theme_there_is_no_icon(qtbot):
    button = Button("Open")
    qtbot.addWidget(button)
    button.set_icon("eye")
    assert button.icon().isNull()


def test_an_ampersand_is_a_character_and_no_shortcut(qtbot):
    button = Button("Aches & pains")
    qtbot.addWidget(button)
    assert button.text() == "Aches && pains"
    assert button.shortcut().isEmpty()


def test_an_icon_alone_has_words_for_the_screen_reader(theme, qtbot):
    button = IconButton("The day before", theme, "chevron-left")
    qtbot.addWidget(button)
    assert button.accessibleName() == button.toolTip() == "The day before"
    button.rename("The day after")
    assert button.accessibleName() == button.toolTip() == "The day after"


def test_a_chip_is_a_check_box_to_a_screen_reader(qtbot):
    chip = Chip("Hip")
    qtbot.addWidget(chip)
    found = QAccessible.queryAccessibleInterface(chip)
    assert found.role() == QAccessible.Role.CheckBox


@pytest.mark.parametrize("focus", [False, True])
def test_the_focus_on_a_filled_button_shows_as_a_second_ring(qapp, qtbot, focus):
    theme = apply_theme(qapp, "light")
    button = PrimaryButton("Save", theme)
    qtbot.addWidget(button)
    button.resize(160, 44)
    with qtbot.waitExposed(button):
        button.show()
    button.activateWindow()
    if focus:
        button.setFocus()
        qtbot.waitUntil(button.hasFocus)
    else:
        button.clearFocus()
    image = button.grab().toImage()
    ring = {image.pixelColor(x, 5).name() for x in range(40, 120)}
    assert (QColor(LIGHT.on_accent).name() in ring) == focus


def test_a_button_that_cannot_be_pressed_has_no_second_ring(theme, qtbot):
    button = PrimaryButton("Save", theme)
    qtbot.addWidget(button)
    assert button.filled
    button.setEnabled(False)
    assert not button.filled


@pytest.mark.parametrize(
    "make", [lambda theme: Chip("a", theme), LargeButton], ids=["chip", "large"]
)
def test_a_chip_is_switched_by_any_means_but_not_by_the_program(theme, qtbot, make):
    chip = make(theme)
    qtbot.addWidget(chip)
    told = []
    chip.switched.connect(told.append)
    chip.setChecked(True)
    assert told == []
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    # As screen readers do: Qt toggles the button and nothing is clicked.
    QAccessible.queryAccessibleInterface(chip).actionInterface().doAction("Toggle")
    assert told == [False, True]
