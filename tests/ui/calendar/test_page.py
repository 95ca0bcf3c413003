from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from diary.domain.care import Event, QuietPeriod
from diary.domain.entry import DayEntry, Pain
from diary.domain.glance import DayGlance
from diary.domain.note_search import NoteHit
from diary.services.looking_back import FoundNotes, Stretch
from diary.ui.calendar.page import CalendarPage
from diary.ui.facts import GlanceLoaded, NotesFound, StretchLoaded
from tests.ui.fakes import TODAY

MARCH = (dt.date(2026, 3, 1), dt.date(2026, 3, 31))
FEBRUARY = (dt.date(2026, 2, 1), dt.date(2026, 2, 28))
LAST_SHOWN = dt.date(2027, 3, 31)
SHIFT = Qt.KeyboardModifier.ShiftModifier


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


def tell_days(bridge, *entries, month=MARCH, **more):
    stretch = Stretch(entries, **more)
    bridge.stretch_loaded.emit(StretchLoaded(start=month[0], end=month[1], stretch=stretch))


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


def test_what_is_planned_for_a_day_to_come_is_read_but_the_day_is_not_opened(page, bridge, qtbot):
    tell_days(bridge, events=(Event(date=day(31), kind="scan"),))
    with qtbot.assertNotEmitted(page.day_requested):
        qtbot.mouseClick(page.grid.cell_of(day(31)), Qt.MouseButton.LeftButton)
    assert page.read_out.text() == "Tuesday 31 March 2026. Still to come. Scan."
    assert page.finder.said.text().startswith("That day has not come yet.")


def test_a_quiet_period_is_read_with_its_days(page, bridge):
    tell_days(bridge, quiet_periods=(QuietPeriod(start=day(1), end=TODAY, reason="holiday"),))
    assert page.read_out.text() == (
        "Friday 20 March 2026. Today. Nothing recorded. Quiet period: holiday."
    )


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
        ([Qt.Key.Key_Right], day(21)),
        ([Qt.Key.Key_End], day(22)),
        ([Qt.Key.Key_PageDown] * 13, LAST_SHOWN),
    ],
)
def test_the_keys_of_a_calendar_move_and_never_past_the_year_to_come(page, qtbot, keys, expected):
    walk(qtbot, page, *keys)
    assert page.grid.current == expected
    assert page.window().focusWidget() is page.grid.cell_of(expected)


@pytest.mark.parametrize(
    ("key", "start", "expected"),
    [
        (Qt.Key.Key_PageUp, TODAY, dt.date(2025, 3, 20)),
        (Qt.Key.Key_PageDown, TODAY, dt.date(2027, 3, 20)),
        (Qt.Key.Key_PageDown, dt.date(2026, 5, 1), LAST_SHOWN),
        (Qt.Key.Key_PageUp, dt.date(1900, 6, 5), dt.date(1900, 1, 1)),
    ],
)
def test_with_shift_the_pages_are_years(page, qtbot, key, start, expected):
    page.go_to(start)
    page.grid.focus_current()
    qtbot.keyClick(page.window().focusWidget(), key, SHIFT)
    assert page.grid.current == expected


def test_the_first_day_of_all_is_the_end_of_the_way_back(page, qtbot):
    page.go_to(dt.date(1900, 1, 20))
    walk(qtbot, page, Qt.Key.Key_PageUp)
    assert page.grid.current == dt.date(1900, 1, 1)
    assert not page.bar.before.isEnabled()


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


def test_buttons_go_a_month_back_and_on_and_home(page, qtbot):
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
    page.go_to(LAST_SHOWN)
    assert not page.bar.after.isEnabled()


def test_any_month_since_the_first_recorded_one_can_be_picked(page, bridge, qtbot):
    bridge.asked_for("days")
    assert [page.bar.year.itemText(row) for row in range(page.bar.year.count())] == [
        "2027",
        "2026",
        "2025",
    ]
    page.bar.year.setFocus()
    qtbot.keyClick(page.bar.year, Qt.Key.Key_Down)
    assert bridge.asked_for("days") == [(dt.date(2025, 3, 1), dt.date(2025, 3, 31))]
    assert page.bar.month.count() == 12
    qtbot.keyClick(page.bar.month, Qt.Key.Key_D)
    assert bridge.asked_for("days") == [(dt.date(2025, 12, 1), dt.date(2025, 12, 31))]


def test_a_year_picked_from_december_never_leads_past_the_last_month(page, qtbot):
    page.go_to(dt.date(2026, 12, 24))
    qtbot.keyClick(page.bar.year, Qt.Key.Key_Up)
    assert page.bar.month.currentText() == "March"
    assert page.bar.month.count() == 3
    assert page.grid.current == dt.date(2027, 3, 24)


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
        events=(Event(date=day(5), kind="fall"), Event(date=day(4), kind="scan")),
        quiet_periods=(QuietPeriod(start=day(4), end=day(6)),),
    )
    light = page.grab().toImage()
    theme.set_choice("dark")
    assert page.grab().toImage() != light


def test_the_ribbon_is_asked_for_once_for_its_twelve_months(page, bridge):
    year = (dt.date(2025, 4, 1), dt.date(2026, 3, 31))
    assert bridge.asked_for("glance") == [year]
    page.go_to(day(3, 2))
    assert bridge.asked_for("glance") == []
    page.go_to(dt.date(2025, 3, 31))
    assert bridge.asked_for("glance") == [(dt.date(2024, 4, 1), dt.date(2025, 3, 31))]
    bridge.tell_opened()
    assert len(bridge.asked_for("glance")) == 1


def test_a_click_on_the_ribbon_jumps_to_the_month(page, bridge, qtbot):
    worst = DayGlance(date=dt.date(2025, 6, 2), worst=4)
    bridge.glance_loaded.emit(
        GlanceLoaded(start=dt.date(2025, 4, 1), end=dt.date(2026, 3, 31), days=(worst,))
    )
    june = page.ribbon.strips[2]
    assert june.accessibleName() == "June 2025. 1 of 30 days recorded. Worst pain 4 of 10."
    qtbot.mouseClick(june, Qt.MouseButton.LeftButton)
    assert page.bar.month.currentText() == "June"
    assert page.grid.current == dt.date(2025, 6, 20)
    assert june.isChecked()


def test_an_old_answer_for_the_ribbon_is_let_go(page, bridge):
    worst = DayGlance(date=dt.date(2025, 6, 2), worst=4)
    bridge.glance_loaded.emit(
        GlanceLoaded(start=dt.date(2025, 6, 1), end=dt.date(2025, 6, 30), days=(worst,))
    )
    june = page.ribbon.strips[2]
    assert june.accessibleName() == "June 2025."  # not known yet
    tell_glance(bridge)
    assert june.accessibleName() == "June 2025. Nothing recorded in this month."


def tell_glance(bridge, *days):
    start, end = dt.date(2025, 4, 1), dt.date(2026, 3, 31)
    bridge.glance_loaded.emit(GlanceLoaded(start=start, end=end, days=days))


def test_that_nothing_is_recorded_is_said_only_once_it_is_known(page, bridge):
    cell, said = page.grid.cell_of(day(11)), page.read_out
    assert cell.accessibleName() == "Wednesday 11 March 2026."
    assert said.text() == "Friday 20 March 2026. Today."
    tell_days(bridge)
    tell_glance(bridge)
    assert cell.accessibleName() == "Wednesday 11 March 2026. Nothing recorded."
    assert page.bar.count.text() == "Nothing recorded in this month."
    page.hide()
    bridge.tell_opened()  # something was saved
    page.show()
    assert said.text() == "Friday 20 March 2026. Today."
    assert page.bar.count.text() == ""
    assert page.ribbon.strips[-1].accessibleName() == "March 2026."
    tell_days(bridge, DayEntry(date=TODAY, pains=()))
    assert said.text() == "Friday 20 March 2026. Today. No pain."
    page.go_to(day(2, 2))
    assert said.text() == "Monday 2 February 2026."
    tell_days(bridge, month=FEBRUARY)
    assert said.text() == "Monday 2 February 2026. Nothing recorded."


def test_any_day_is_two_actions_away(page, qtbot):
    """The date is typed, and Enter opens it; the shortcut is only a way to the field."""
    page.grid.focus_current()
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert page.window().focusWidget() is page.finder.date.field
    page.finder.date.field.selectAll()
    qtbot.keyClicks(page.finder.date.field, "4 March 2026")
    with qtbot.waitSignal(page.day_requested) as asked:
        qtbot.keyClick(page.finder.date.field, Qt.Key.Key_Return)
    assert asked.args == [day(4)]


def test_words_are_looked_for_and_enter_opens_the_day_found(page, bridge, qtbot):
    page.grid.focus_current()
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    words = page.finder.words
    assert page.window().focusWidget() is words
    qtbot.keyClicks(words, "walk")
    qtbot.keyClick(words, Qt.Key.Key_Return)
    assert bridge.asked_for("search") == [("walk",)]
    found = FoundNotes((NoteHit(day(4), "a walk"), NoteHit(day(2), "walked")), 2)
    bridge.notes_found.emit(NotesFound(typed="walk", found=found))
    assert page.finder.said.text() == "Written on 2 days."
    qtbot.keyClick(page.finder.hits, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.day_requested) as asked:
        qtbot.keyClick(page.finder.hits, Qt.Key.Key_Return)
    assert asked.args == [day(2)]
    bridge.tell_opened()
    assert bridge.asked_for("search") == [("walk",)]  # days have changed


def test_earlier_versions_and_deleted_days_are_shown_and_hidden(page, bridge, qtbot):
    assert page.history is None
    qtbot.mouseClick(page.earlier, Qt.MouseButton.LeftButton)
    assert page.history.isVisible()
    assert bridge.asked_for("archive")
    with qtbot.waitSignal(page.day_requested) as asked:
        page.history.day_requested.emit(day(4))
    assert asked.args == [day(4)]
    first = page.history
    qtbot.mouseClick(page.earlier, Qt.MouseButton.LeftButton)
    assert not first.isVisible()
    qtbot.mouseClick(page.earlier, Qt.MouseButton.LeftButton)
    assert page.history is first
    assert first.isVisible()
