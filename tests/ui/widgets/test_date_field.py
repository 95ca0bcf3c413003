from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDateEdit, QToolButton

from diary.ui.widgets.date_field import DateField

FIRST, LAST = dt.date(2026, 3, 1), dt.date(2026, 3, 20)


def field(theme, qtbot, day=LAST):
    made = DateField(theme, day, FIRST, LAST)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_writes_the_day_out(theme, qtbot):
    made = field(theme, qtbot)
    assert made.text() == "20 March 2026"
    made.set_day(dt.date(2026, 3, 7))
    assert made.day == dt.date(2026, 3, 7)


def test_keys_change_it_and_never_past_its_limits(theme, qtbot):
    made = field(theme, qtbot)
    made.setFocus()
    made.setCurrentSection(QDateEdit.Section.DaySection)
    qtbot.keyClick(made, Qt.Key.Key_Down)
    assert made.day == dt.date(2026, 3, 19)
    qtbot.keyClick(made, Qt.Key.Key_Up)
    qtbot.keyClick(made, Qt.Key.Key_Up)
    assert made.day == LAST


def test_its_month_has_large_targets_and_no_red(theme, qtbot):
    made = field(theme, qtbot)
    month = made.calendarWidget()
    assert month.minimumWidth() >= 7 * 44
    weekend = month.weekdayTextFormat(Qt.DayOfWeek.Sunday).foreground().color().name()
    assert weekend == theme.colors.ink
    theme.set_choice("dark")
    weekend = month.weekdayTextFormat(Qt.DayOfWeek.Sunday).foreground().color().name()
    assert weekend == theme.colors.ink
    theme.set_choice("light")
    arrow = month.findChild(QToolButton, "qt_calendar_prevmonth")
    assert not arrow.icon().isNull()
    assert month.selectedDate() == QDate(2026, 3, 20)
