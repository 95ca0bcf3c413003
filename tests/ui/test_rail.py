from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from diary.ui.pages import PAGES
from diary.ui.rail import Rail

CLICK = Qt.MouseButton.LeftButton


@pytest.fixture
def rail(theme, qtbot):
    rail = Rail(PAGES, theme)
    qtbot.addWidget(rail)
    with qtbot.waitExposed(rail):
        rail.show()
    return rail


def test_the_five_pages_have_words_icons_and_keys(rail):
    assert [button.text() for button in rail.buttons.values()] == [
        "Today",
        "Calendar",
        "Charts",
        "Noticed",
        "For your visit",
    ]
    for number, button in enumerate(rail.buttons.values(), start=1):
        assert not button.icon().isNull()
        assert button.toolTip().endswith(f"(Ctrl+{number})")
        found = QAccessible.queryAccessibleInterface(button)
        assert found.role() == QAccessible.Role.RadioButton


def test_a_press_asks_for_a_page(rail, qtbot):
    with qtbot.waitSignal(rail.page_chosen) as told:
        qtbot.mouseClick(rail.buttons["charts"], CLICK)
    assert told.args == ["charts"]


def test_one_page_is_shown_as_open(rail):
    rail.show_page("noticed")
    assert [page for page, button in rail.buttons.items() if button.isChecked()] == ["noticed"]


def test_the_foot_asks_for_another_look(rail, theme, qtbot):
    asked = []
    rail.look_chosen.connect(lambda choice, size: asked.append((choice, size)))
    for button in (rail.larger, rail.colors):
        qtbot.mouseClick(button, CLICK)
    assert asked == [("light", 110), ("dark", 100)]
    theme.set_choice("dark")
    assert rail.colors.accessibleName() == "Colours: dark"
    qtbot.mouseClick(rail.colors, CLICK)
    assert asked[-1] == ("system", 100)


@pytest.mark.parametrize(("size", "asked_for"), [(100, [110]), (150, [140, 160]), (200, [190])])
def test_text_can_be_changed_within_its_limits(rail, theme, qtbot, size, asked_for):
    theme.set_text_size(size)
    asked = []
    rail.look_chosen.connect(lambda _choice, text_size: asked.append(text_size))
    for button in (rail.smaller, rail.larger):
        qtbot.mouseClick(button, CLICK)
    assert asked == asked_for
