from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QStyle, QStyleOptionFrame, QToolButton

from diary.i18n import speaking
from diary.ui.widgets.date_field import DateField

FIRST, LAST = dt.date(2026, 3, 1), dt.date(2026, 3, 20)
ASKED = dt.date(2026, 3, 15)


@pytest.fixture
def made(theme, qtbot):
    made = DateField(theme, LAST, FIRST, LAST)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    return made


def type_over(made, qtbot, text):
    qtbot.keyClick(made.field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(made.field, text)


def test_it_writes_the_day_out(made):
    assert made.field.text() == "20 March 2026"
    made.set_day(dt.date(2026, 3, 7))
    assert made.day == dt.date(2026, 3, 7)
    made.set_day(dt.date(2027, 1, 1))
    assert made.day == LAST


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("language", ["en", "es"])
def test_the_longest_day_has_room_in_every_language(theme, qtbot, language, size):
    theme.set_text_size(size)
    with speaking(language):
        made = DateField(theme, dt.date(2026, 9, 28), dt.date(2026, 1, 1), dt.date(2026, 12, 31))
        qtbot.addWidget(made)
        with qtbot.waitExposed(made):
            made.show()
        option = QStyleOptionFrame()
        made.field.initStyleOption(option)
        shown = QStyle.SubElement.SE_LineEditContents
        room = made.field.style().subElementRect(shown, option, made.field).width()
        assert made.field.fontMetrics().horizontalAdvance(made.field.text()) + 4 < room
    theme.set_text_size(100)


@pytest.mark.parametrize("text", ["15 March 2026", "15 mar 2026", "2026-03-15"])
def test_a_typed_day_is_taken_as_a_whole(made, qtbot, text):
    told, entered = [], []
    made.day_changed.connect(told.append)
    made.entered.connect(lambda: entered.append(made.day))
    type_over(made, qtbot, text)
    qtbot.keyClick(made.field, Qt.Key.Key_Return)
    assert (made.day, told, entered) == (ASKED, [ASKED], [ASKED])
    assert made.field.text() == "15 March 2026"
    assert made.note.text == ""


@pytest.mark.parametrize("text", ["09/08/2026", "15 March", "15", "x"])
def test_what_is_no_whole_day_is_refused_beside_the_field(made, qtbot, text):
    told, entered = [], []
    made.day_changed.connect(told.append)
    made.entered.connect(lambda: entered.append(made.day))
    type_over(made, qtbot, text)
    qtbot.keyClick(made.field, Qt.Key.Key_Return)
    assert (made.day, told, entered) == (LAST, [], [])
    assert made.field.text() == text
    assert made.note.text == (
        "Write the day like 15 March 2026 or 2026-03-15; until then it is 20 March 2026."
    )
    made.set_is_answer(is_answer=False)
    assert not made.check()
    assert made.note.text == "Write the day like 15 March 2026 or 2026-03-15."
    type_over(made, qtbot, "15 March 2026")
    assert made.note.text == ""


def test_a_day_out_of_its_limits_is_refused(made, qtbot):
    type_over(made, qtbot, "9 August 2026")
    assert not made.check()
    assert made.day == LAST
    assert made.note.text == (
        "Choose a day from 1 March 2026 to 20 March 2026; until then it is 20 March 2026."
    )
    made.set_is_answer(is_answer=False)
    made.check()
    assert made.note.text == "Choose a day from 1 March 2026 to 20 March 2026."


def test_keys_change_it_and_never_past_its_limits(made, qtbot):
    qtbot.keyClick(made.field, Qt.Key.Key_Down)
    assert made.day == dt.date(2026, 3, 19)
    qtbot.keyClick(made.field, Qt.Key.Key_Up)
    qtbot.keyClick(made.field, Qt.Key.Key_Up)
    assert made.day == LAST


def test_a_day_is_picked_from_its_month(made, qtbot):
    qtbot.keyClick(made.field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert made.month.isVisible()
    assert made.month.selectedDate() == QDate(2026, 3, 20)
    made.month.clicked.emit(QDate(2026, 3, 15))
    assert made.day == ASKED
    assert not made.month.isVisible()
    assert made.field.text() == "15 March 2026"


def test_its_month_has_large_targets_and_no_red(made, theme):
    month = made.month
    assert month.minimumWidth() >= 7 * 44
    weekend = month.weekdayTextFormat(Qt.DayOfWeek.Sunday).foreground().color().name()
    assert weekend == theme.colors.ink
    theme.set_choice("dark")
    weekend = month.weekdayTextFormat(Qt.DayOfWeek.Sunday).foreground().color().name()
    assert weekend == theme.colors.ink
    theme.set_choice("light")
    arrow = month.findChild(QToolButton, "qt_calendar_prevmonth")
    assert not arrow.icon().isNull()


def test_its_parts_have_names(made):
    made.setAccessibleName("First day.")
    assert made.field.accessibleName() == "First day."
    assert made.button.accessibleName() == "First day. Open the month"
    assert made.tab_stops == (made.field, made.button)
