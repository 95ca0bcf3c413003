from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from diary.domain.glance import DayGlance
from diary.ui.calendar.ribbon import Ribbon
from tests.ui.fakes import TODAY

MARCH = dt.date(2026, 3, 1)


@pytest.fixture
def ribbon(theme, qtbot):
    ribbon = Ribbon(theme)
    qtbot.addWidget(ribbon)
    ribbon.resize(880, 70)
    ribbon.month_wanted.connect(lambda month: ribbon.show_month(month, TODAY))
    ribbon.show_month(TODAY, TODAY)
    ribbon.show_days(())
    with qtbot.waitExposed(ribbon):
        ribbon.show()
    ribbon.window().activateWindow()
    return ribbon


def wanted(qtbot, ribbon, key, modifier=Qt.KeyboardModifier.NoModifier):
    with qtbot.waitSignal(ribbon.month_wanted) as asked:
        qtbot.keyClick(ribbon.window().focusWidget(), key, modifier)
    return asked.args[0]


@pytest.mark.parametrize(
    ("key", "month"),
    [
        (Qt.Key.Key_Left, dt.date(2026, 2, 1)),
        (Qt.Key.Key_Up, dt.date(2026, 2, 1)),
        (Qt.Key.Key_Right, dt.date(2026, 4, 1)),
        (Qt.Key.Key_Home, dt.date(2025, 4, 1)),
        (Qt.Key.Key_End, MARCH),
        (Qt.Key.Key_PageUp, dt.date(2025, 3, 1)),
        (Qt.Key.Key_PageDown, dt.date(2027, 3, 1)),
        (Qt.Key.Key_Return, MARCH),
        (Qt.Key.Key_Space, MARCH),
    ],
)
def test_keys_ask_for_a_month_and_the_focus_goes_with_it(ribbon, qtbot, key, month):
    ribbon.strips[-1].setFocus()
    assert wanted(qtbot, ribbon, key) == month
    focused = ribbon.window().focusWidget()
    assert focused.glance.month == month
    assert focused.isChecked()


def test_the_way_ends_a_year_to_come_and_in_1900(ribbon, qtbot):
    ribbon.show_month(dt.date(2027, 3, 1), TODAY)
    ribbon.strips[-1].setFocus()
    assert wanted(qtbot, ribbon, Qt.Key.Key_Right) == dt.date(2027, 3, 1)
    ribbon.show_month(dt.date(1900, 2, 1), TODAY)
    assert wanted(qtbot, ribbon, Qt.Key.Key_PageUp) == dt.date(1900, 1, 1)


def test_other_keys_are_left_to_the_window(ribbon, qtbot):
    ribbon.strips[-1].setFocus()
    with qtbot.assertNotEmitted(ribbon.month_wanted):
        qtbot.keyClick(ribbon.strips[-1], Qt.Key.Key_F5)
        qtbot.keyClick(ribbon.strips[-1], Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)


def test_it_is_one_stop_for_tab(ribbon):
    stops = [strip for strip in ribbon.strips if strip.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert stops == [ribbon.strips[-1]]


def test_a_screen_reader_meets_radio_buttons_with_names(ribbon):
    strip = QAccessible.queryAccessibleInterface(ribbon.strips[0])
    assert strip.role() == QAccessible.Role.RadioButton
    assert strip.text(QAccessible.Text.Name) == "April 2025. Nothing recorded in this month."
    assert ribbon.accessibleName() == "Twelve months: April 2025 to March 2026"


def test_a_gap_looks_unlike_a_day_without_pain_and_both_unlike_pain(ribbon):
    pictures = [ribbon.strips[-1].grab().toImage()]
    for worst in (None, 0, 3, 10):
        ribbon.show_days([DayGlance(date=day, worst=worst) for day in (MARCH, TODAY)])
        pictures.append(ribbon.strips[-1].grab().toImage())
    assert all(one != other for at, one in enumerate(pictures) for other in pictures[at + 1 :])


def test_the_names_of_the_months_are_all_short_or_all_letters(ribbon, theme):
    names = [strip._name for strip in ribbon.strips]
    assert names[8:] == ["Dec", "Jan 26", "Feb", "Mar"]
    theme.set_text_size(200)
    ribbon.resize(620, 140)
    assert [strip._name for strip in ribbon.strips] == list("AMJJASONDJFM")
    theme.set_text_size(100)
