"""The button that was pressed is still under the pointer for the next press."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.ui.widgets.steps import Steps
from tests.ui.every_page import sample, session, settle

__all__ = ["sample", "session"]


def press_where_it_was(session, button, times):
    """Press again and again at one place of the window; return how often it hit the button."""
    window = session.window
    place = button.mapTo(window, button.rect().center())
    for pressed in range(times):
        if window.childAt(place) is not button:
            return pressed
        QTest.mouseMove(button, button.mapFrom(window, place))
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.mapFrom(window, place))
        QCoreApplication.processEvents()
    return times


@pytest.mark.parametrize(
    ("where", "size"),
    [("settings", (1024, 640)), ("settings", (1920, 1080)), ("rail", (1366, 768))],
)
def test_it_can_be_pressed_again_and_again(session, qtbot, size, where):
    window, theme = session.window, session.theme
    window.resize(*size)
    window.show_page("settings")
    settle(qtbot, session)
    page = window.pages["settings"]
    steps = page.options["look"].controls["text_size"] if where == "settings" else window.rail
    assert press_where_it_was(session, steps.larger, 10) == 10
    assert theme.text_size == 200
    window.show_page("today")
    window.show_page("settings")
    page.to_top()
    if where == "settings":
        page.bring_into_view(steps)
    settle(qtbot, session)
    assert press_where_it_was(session, steps.smaller, 10) == 10
    assert theme.text_size == 100


def test_in_the_smallest_window_it_can_be_pressed_four_times(session, qtbot):
    window = session.window
    window.resize(window.minimumSize())
    window.show_page("settings")
    settle(qtbot, session)
    page = window.pages["settings"]
    steps = page.options["look"].controls["text_size"]
    page.bring_into_view(steps)
    settle(qtbot, session)
    assert press_where_it_was(session, steps.larger, 4) == 4


@pytest.fixture
def steps(theme, qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    steps = Steps("Text size", theme, holder)
    steps.holder = holder  # or Python lets go of it
    QVBoxLayout(holder).addWidget(steps)
    with qtbot.waitExposed(holder):
        holder.show()
    return steps


def middles(steps):
    return [part.geometry().center() for part in (steps.smaller, steps.shown, steps.larger)]


def spread(numbers):
    numbers = list(numbers)
    return max(numbers) - min(numbers)


def test_the_three_stand_side_by_side_or_one_below_the_other(steps, qtbot):
    steps.window().resize(700, 200)
    qtbot.waitUntil(lambda: spread(point.y() for point in middles(steps)) <= 1)
    assert steps.smaller.width() == steps.larger.width()
    steps.window().resize(220, 300)
    qtbot.waitUntil(lambda: spread(point.x() for point in middles(steps)) <= 1)
    heights = [point.y() for point in middles(steps)]
    assert heights == sorted(set(heights))


def test_it_tells_the_next_step_and_stops_at_the_ends(steps):
    told = []
    steps.chosen.connect(told.append)
    steps.larger.click()
    steps.set_value(150)
    steps.smaller.setFocus()
    steps.set_value(200)
    assert not steps.larger.isEnabled()
    steps.larger.click()
    steps.smaller.click()
    assert told == [110, 190]


def test_the_button_that_has_the_focus_is_not_switched_off_under_it(steps, qtbot):
    told = []
    steps.chosen.connect(told.append)
    steps.window().activateWindow()
    steps.larger.setFocus()
    qtbot.waitUntil(steps.larger.hasFocus)
    steps.set_value(200)
    assert steps.larger.isEnabled()
    steps.larger.click()
    assert told == []
    assert steps.larger.accessibleDescription() == "200 %"
