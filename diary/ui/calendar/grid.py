"""The days of one month as a grid that arrows walk through."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from diary.domain.fields import FIRST_DAY
from diary.i18n import format_day
from diary.ui.calendar.around import NOTHING_AROUND
from diary.ui.calendar.day_cell import DayCell
from diary.ui.calendar.month import (
    DAYS_OF_WEEK,
    FIRST_WEEKDAY,
    MONTHS_OF_YEAR,
    first_of,
    last_shown,
    months_between,
    shifted,
    weekday_names,
    weeks_of,
)
from diary.ui.widgets.group import Group
from diary.ui.widgets.text import Hint

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent

    from diary.ui.calendar.around import Around
    from diary.ui.calendar.month import DayMark
    from diary.ui.theme import Theme

_ROWS = 6  # the most weeks a month can touch: the grid never jumps
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -DAYS_OF_WEEK,
    Qt.Key.Key_Down: DAYS_OF_WEEK,
}
_MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class MonthGrid(Group):
    """A month; one stop for Tab. Arrows move by days and weeks, Home and End in the week.

    Page Up and Down move by months, with Shift by years.

    Args:
        theme: the colours and sizes.
        parent: the owner.
    """

    day_chosen = Signal(object)
    current_changed = Signal(object)  # the day that is read now
    month_wanted = Signal(object)  # a day of another month the arrows went to

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("", parent)  # named by its month
        self._month = dt.date.min
        self._today = dt.date.min
        self.current = dt.date.min
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._add_weekdays(layout)
        self._cells: list[DayCell] = []
        for row in range(_ROWS):
            layout.setRowStretch(row + 1, 1)
            for column in range(DAYS_OF_WEEK):
                layout.setColumnStretch(column, 1)
                cell = DayCell(theme, self)
                cell.day_chosen.connect(self.day_chosen)
                cell.focused.connect(self._on_focused)
                layout.addWidget(cell, row + 1, column)
                self._cells.append(cell)
        theme.changed.connect(self._on_theme_changed)

    def show_month(
        self,
        current: dt.date,
        marks: Mapping[dt.date, DayMark],
        around: Mapping[dt.date, Around],
        today: dt.date,
        *,
        is_known: bool = True,
    ) -> None:
        """Show a month.

        Args:
            current: the day that is read, of the month to show.
            marks: what the recorded days of it say.
            around: what lies on its days beside the entries.
            today: later days are still to come.
            is_known: whether it was looked up what its days say.
        """
        had_focus = self._focused_cell() is not None
        self._month, self._today = first_of(current), today
        self.setAccessibleName(format_day(current, "LLLL y"))
        days = [day for week in weeks_of(current) for day in week]
        days += [None] * (_ROWS * DAYS_OF_WEEK - len(days))
        for cell, day in zip(self._cells, days, strict=True):
            if day is None:
                cell.show_none()
            else:
                lies_on_it = around.get(day, NOTHING_AROUND)
                cell.show_day(day, marks.get(day), lies_on_it, today, is_known=is_known)
        self._set_current(current)
        if had_focus:
            self.focus_current()

    def focus_current(self) -> None:
        """Give the focus to the day that is read."""
        cell = self.cell_of(self.current)
        if cell is not None:
            cell.setFocus(Qt.FocusReason.OtherFocusReason)

    def cell_of(self, day: dt.date) -> DayCell | None:
        """Return the cell of a day, None if the month shown does not have it."""
        return next((cell for cell in self._cells if cell.day == day), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the keys of a calendar; let the others go."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        wanted = None
        if held == Qt.KeyboardModifier.NoModifier:
            wanted = self._wanted(event.key())
        elif held == Qt.KeyboardModifier.ShiftModifier and event.key() in _MONTHS:
            wanted = self._months_on(_MONTHS[Qt.Key(event.key())] * MONTHS_OF_YEAR)
        if wanted is None:
            event.ignore()
            return
        self._go_to(min(max(wanted, FIRST_DAY), last_shown(self._today)))

    def _months_on(self, months: int) -> dt.date:
        since_first = months_between(FIRST_DAY, self.current) + months
        return shifted(self.current, months) if since_first >= 0 else FIRST_DAY

    def _wanted(self, key: int) -> dt.date | None:
        """Return the day a key asks for, None if it is none of ours."""
        if key in _STEPS:
            return self.current + dt.timedelta(days=_STEPS[Qt.Key(key)])
        if key in _MONTHS:
            return self._months_on(_MONTHS[Qt.Key(key)])
        in_week = (self.current.weekday() - FIRST_WEEKDAY) % DAYS_OF_WEEK
        if key == Qt.Key.Key_Home:
            return self.current - dt.timedelta(days=in_week)
        if key == Qt.Key.Key_End:
            return self.current + dt.timedelta(days=DAYS_OF_WEEK - 1 - in_week)
        return None

    def _go_to(self, day: dt.date) -> None:
        if first_of(day) != self._month:
            self.month_wanted.emit(day)
        self._set_current(day)
        self.focus_current()

    def _set_current(self, day: dt.date) -> None:
        changed = day != self.current
        self.current = day
        for cell in self._cells:
            stop = cell.day == day
            if stop:
                self.setFocusProxy(cell)
            cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)
        if changed:
            self.current_changed.emit(day)

    def _focused_cell(self) -> DayCell | None:
        return next((cell for cell in self._cells if cell.hasFocus()), None)

    def _add_weekdays(self, layout: QGridLayout) -> None:
        names = zip(weekday_names(), weekday_names("EEEE"), strict=True)
        for column, (short, full) in enumerate(names):
            label = Hint(short, self)
            label.setAccessibleName(full)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label, 0, column)

    @Slot(object)
    def _on_focused(self, day: dt.date) -> None:
        self._set_current(day)

    @Slot()
    def _on_theme_changed(self) -> None:
        for cell in self._cells:
            cell.updateGeometry()
            cell.update()
