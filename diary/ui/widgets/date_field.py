"""A day to choose: typed, stepped with the arrows, or picked from a month that opens."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QSize, Qt, Slot
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QToolButton, QWidget

from diary.ui.stylesheet import TARGET

if TYPE_CHECKING:
    from diary.ui.theme import Theme

_AS_TYPED = "d MMMM yyyy"
_WIDTH, _ICON = 230, 20
# The month that opens: seven days a row; the arrows, the names of the days, six weeks.
_COLUMNS, _ROWS = 7, 8


class DateField(QDateEdit):
    """A field for one day.

    Args:
        theme: the colours and sizes.
        day: the day shown first.
        first: the first day that can be chosen.
        last: the last day that can be chosen.
        parent: the owner.
    """

    def __init__(
        self,
        theme: Theme,
        day: dt.date,
        first: dt.date,
        last: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_to_qt(day), parent)
        self._theme = theme
        # The dates of the program are British, whatever the system writes.
        self.setLocale(QLocale("en_GB"))
        self.setDisplayFormat(_AS_TYPED)
        self.setDateRange(_to_qt(first), _to_qt(last))
        self.setCalendarPopup(True)
        month = self.calendarWidget()
        month.setLocale(self.locale())
        month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def day(self) -> dt.date:
        """The day chosen."""
        chosen = self.date()
        return dt.date(chosen.year(), chosen.month(), chosen.day())

    def set_day(self, day: dt.date) -> None:
        """Show another day."""
        self.setDate(_to_qt(day))

    @Slot()
    def _on_theme_changed(self) -> None:
        """Give the month what a style sheet cannot: its arrows, its size, its weekends in ink."""
        month = self.calendarWidget()
        ink = QTextCharFormat()
        ink.setForeground(QColor(self._theme.colors.ink))
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            month.setWeekdayTextFormat(weekday, ink)
        head = QTextCharFormat()
        head.setForeground(QColor(self._theme.colors.ink_soft))
        head.setBackground(QColor(self._theme.colors.card))
        month.setHeaderTextFormat(head)
        for name, icon in (("prevmonth", "chevron-left"), ("nextmonth", "chevron-right")):
            button = month.findChild(QToolButton, f"qt_calendar_{name}")
            if button is not None:
                button.setIcon(self._theme.icon(icon))
                button.setIconSize(QSize(self._theme.px(_ICON), self._theme.px(_ICON)))
        side = max(TARGET, self._theme.px(TARGET))
        month.setMinimumSize(_COLUMNS * side, _ROWS * side)
        self.setFixedWidth(self._theme.px(_WIDTH))


def _to_qt(day: dt.date) -> QDate:
    return QDate(day.year, day.month, day.day)
