from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible

from diary.ui.pages import FOOT_PAGES, PAGES
from diary.ui.rail import Rail

CLICK = Qt.MouseButton.LeftButton


@pytest.fixture
def rail(theme, qtbot):
    rail = Rail(PAGES, FOOT_PAGES, theme)
    qtbot.addWidget(rail)
    with qtbot.waitExposed(rail):
        rail.show()
    return rail


def test_the_pages_have_words_icons_and_keys(rail):
    assert [button.text() for button in rail.buttons.values()] == [
        "Today",
        "Calendar",
        "Charts",
        "Noticed",
        "For your visit",
        "Settings",
        "Help",
    ]
    for entry, button in zip((*PAGES, *FOOT_PAGES), rail.buttons.values(), strict=True):
        assert not button.icon().isNull()
        assert button.toolTip() == f"{entry.label} ({entry.keys})"
        found = QAccessible.queryAccessibleInterface(button)
        assert found.role() == QAccessible.Role.RadioButton
    assert [entry.keys for entry in FOOT_PAGES] == ["Ctrl+,", "F1"]


def test_a_press_asks_for_a_page(rail, qtbot):
    with qtbot.waitSignal(rail.page_chosen) as told:
        qtbot.mouseClick(rail.buttons["charts"], CLICK)
    assert told.args == ["charts"]


def test_one_page_is_shown_as_open(rail):
    rail.show_page("noticed")
    assert [page for page, button in rail.buttons.items() if button.isChecked()] == ["noticed"]


@pytest.mark.parametrize(("size", "asked_for"), [(100, [110]), (150, [140, 160]), (200, [190])])
def test_text_can_be_changed_within_its_limits(rail, theme, qtbot, size, asked_for):
    theme.set_text_size(size)
    asked = []
    rail.text_size_chosen.connect(asked.append)
    for button in (rail.smaller, rail.larger):
        qtbot.mouseClick(button, CLICK)
    assert asked == asked_for


@pytest.mark.parametrize("size", [100, 200])
def test_nothing_overlaps_in_the_smallest_window_that_is_promised(rail, theme, size):
    theme.set_text_size(size)
    rail.resize(rail.sizeHint().width(), 640)
    QCoreApplication.sendPostedEvents()
    stops = [*rail.buttons.values(), rail.smaller]
    for above, below in pairwise(stops):
        assert below.geometry().top() - above.geometry().bottom() > 7
    assert rail.rect().contains(rail.larger.geometry())
