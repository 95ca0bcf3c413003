from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from diary.domain.entry import DayEntry, Pain
from diary.ui.calendar.page import CalendarPage
from diary.ui.facts import DaysLoaded
from tests.ui.fakes import TODAY

MARCH = (dt.date(2026, 3, 1), dt.date(2026, 3, 31))
FEBRUARY = (dt.date(2026, 2, 1), dt.date(2026, 2, 28))


def day(number, month=3):
    return dt.date(2026, month, number)


@pytest.fixture
def page(bridge, theme, qtbot):
    page = CalendarPage(bridge, theme)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    with qtbot.waitExposed(page):
        page.show()
    bridge.tell_opened()
    return page


def tell_days(bridge, *entries, month=MARCH):
    bridge.days_loaded.emit(DaysLoaded(start=month[0], end=month[1], entries=entries))


def walk(qtbot, page, *keys):
    """Press keys on whatever has the focus after each."""
    page.grid.focus_current()
    for key in keys:
        qtbot.keyClick(page.window().focusWidget(), key)


def test_it_asks_for_the_days_of_this_month_when_it_is_shown(page, bridge):
    assert bridge.asked_for("days") == [MARCH]
    assert page.bar.month.currentText() == "March"
    assert page.bar.year.currentText() == "2026"


def test_a_recorded_day_says_what_was_recorded_and_the_others_that_nothing_was(page, bridge):
    tell_days(bridge, DayEntry(date=day(12), pains=(Pain(region="neck", worst=6),)))
    name = page.grid.cell_of(day(12)).accessibleName()
    assert name == "Thursday 12 March 2026. Worst pain 6 of 10, in your neck."
    assert "Nothing recorded" in page.grid.cell_of(day(11)).accessibleName()
    assert page.bar.count.text() == "1 of 20 days recorded."


def test_it_asks_for_nothing_before_the_diary_is_open(bridge, theme, qtbot):
    page = CalendarPage(bridge, theme)
    qtbot.addWidget(page)
    page.show()
    assert bridge.asked_for("days") == []


def test_the_focus_of_the_page_goes_to_the_day_that_is_read(page):
    page.setFocus()
    assert page.window().focusWidget() is page.grid.cell_of(TODAY)


def test_an_answer_for_another_month_is_let_go(page, bridge):
    tell_days(bridge, DayEntry(date=day(3, 2), pains=()), month=FEBRUARY)
    assert page.bar.count.text() == ""


def test_days_to_come_cannot_be_opened(page):
    assert page.grid.cell_of(TODAY).isEnabled()
    assert not page.grid.cell_of(day(21)).isEnabled()


def test_a_click_asks_for_the_day(page, qtbot):
    with qtbot.waitSignal(page.day_requested) as asked:
        qtbot.mouseClick(page.grid.cell_of(day(4)), Qt.MouseButton.LeftButton)
    assert asked.args == [day(4)]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_the_keyboard_asks_for_the_day(page, qtbot, key):
    with qtbot.waitSignal(page.day_requested) as asked:
        walk(qtbot, page, Qt.Key.Key_Left, Qt.Key.Key_Up, key)
    assert asked.args == [day(12)]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ([Qt.Key.Key_Left], day(19)),
        ([Qt.Key.Key_Up], day(13)),
        ([Qt.Key.Key_Up, Qt.Key.Key_Right], day(14)),
        ([Qt.Key.Key_Up, Qt.Key.Key_Down], TODAY),
        ([Qt.Key.Key_Home], day(16)),
        ([Qt.Key.Key_Up, Qt.Key.Key_End], day(15)),
        ([Qt.Key.Key_PageUp], day(20, 2)),
        ([Qt.Key.Key_PageUp, Qt.Key.Key_PageDown], TODAY),
        ([Qt.Key.Key_Right], TODAY),
        ([Qt.Key.Key_End], TODAY),
        ([Qt.Key.Key_PageDown], TODAY),
    ],
)
def test_the_keys_of_a_calendar_move_and_never_past_today(page, qtbot, keys, expected):
    walk(qtbot, page, *keys)
    assert page.grid.current == expected
    assert page.window().focusWidget() is page.grid.cell_of(expected)


def test_other_keys_are_left_to_the_window(page, qtbot):
    page.grid.focus_current()
    cell = page.window().focusWidget()
    qtbot.keyClick(cell, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(cell, Qt.Key.Key_F5)
    assert page.grid.current == TODAY


def test_walking_out_of_the_month_loads_the_next_one(page, bridge, qtbot):
    bridge.asked_for("days")
    walk(qtbot, page, *[Qt.Key.Key_Up] * 3)
    assert page.grid.current == day(27, 2)
    assert bridge.asked_for("days") == [FEBRUARY]
    assert page.bar.month.currentText() == "February"


def test_only_the_day_that_is_read_is_a_stop_for_tab(page, qtbot):
    walk(qtbot, page, Qt.Key.Key_Left)
    stops = [
        number
        for number in range(1, 32)
        if page.grid.cell_of(day(number)).focusPolicy() == Qt.FocusPolicy.StrongFocus
    ]
    assert stops == [19]


def test_the_read_out_follows_the_focus(page, bridge, qtbot):
    tell_days(bridge, DayEntry(date=day(19), pains=()))
    walk(qtbot, page, Qt.Key.Key_Left)
    assert page.read_out.text() == "Thursday 19 March 2026. No pain."


def test_buttons_go_a_month_back_and_on_and_stop_at_this_month(page, qtbot):
    assert not page.bar.after.isEnabled()
    assert not page.bar.now.isEnabled()
    qtbot.mouseClick(page.bar.before, Qt.MouseButton.LeftButton)
    assert page.bar.month.currentText() == "February"
    assert page.grid.current == day(20, 2)
    qtbot.mouseClick(page.bar.before, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.bar.after, Qt.MouseButton.LeftButton)
    assert page.bar.month.currentText() == "February"
    qtbot.mouseClick(page.bar.now, Qt.MouseButton.LeftButton)
    assert page.bar.month.currentText() == "March"
    assert page.grid.current == TODAY


def test_any_month_since_the_first_recorded_one_can_be_picked(page, bridge, qtbot):
    bridge.asked_for("days")
    assert [page.bar.year.itemText(row) for row in range(page.bar.year.count())] == ["2026", "2025"]
    page.bar.year.setFocus()
    qtbot.keyClick(page.bar.year, Qt.Key.Key_Down)
    assert bridge.asked_for("days") == [(dt.date(2025, 3, 1), dt.date(2025, 3, 31))]
    assert page.bar.month.count() == 12
    qtbot.keyClick(page.bar.month, Qt.Key.Key_D)
    assert bridge.asked_for("days") == [(dt.date(2025, 12, 1), dt.date(2025, 12, 31))]


def test_a_year_picked_from_december_never_leads_to_a_month_to_come(page, qtbot):
    page.go_to(dt.date(2025, 12, 24))
    qtbot.keyClick(page.bar.year, Qt.Key.Key_Up)
    assert page.bar.month.currentText() == "March"
    assert page.bar.month.count() == 3
    assert page.grid.current == TODAY


def test_a_changed_day_is_loaded_again_at_once_or_when_the_page_is_shown(page, bridge):
    bridge.asked_for("days")
    bridge.tell_opened()
    assert bridge.asked_for("days") == [MARCH]
    page.hide()
    bridge.tell_opened()
    assert bridge.asked_for("days") == []
    page.show()
    assert bridge.asked_for("days") == [MARCH]


def test_every_target_is_large_enough_and_nothing_is_wider_than_the_page(page, theme, qtbot):
    for size in (100, 200):
        theme.set_text_size(size)
        page.resize(724, 640)
        qtbot.waitUntil(lambda: page.grid.width() <= page.viewport().width())
        cell = page.grid.cell_of(TODAY)
        assert min(cell.width(), cell.height()) >= 44
    theme.set_text_size(100)


def test_a_diary_of_one_place_is_drawn_in_every_kind_of_day(page, bridge, theme):
    """Painting raises nothing, whatever was recorded."""
    tell_days(
        bridge,
        DayEntry(date=day(1), pains=(Pain(region="neck"),)),
        DayEntry(date=day(2), note="x"),
        DayEntry(date=day(3), pains=(), signs=({"sign": "heavy_legs"},)),
        DayEntry(date=day(4), pains=(Pain(region="neck", worst=10, night="woke_me"),)),
    )
    light = page.grab().toImage()
    theme.set_choice("dark")
    assert page.grab().toImage() != light
