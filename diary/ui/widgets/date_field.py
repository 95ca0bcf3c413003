"""A day to choose: typed as a whole, stepped with the arrow keys, or picked from a month."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from diary.i18n import locale_name, mark, translate
from diary.ui.local import day_in_words
from diary.ui.stylesheet import TARGET
from diary.ui.typed_day import read_day
from diary.ui.widgets.buttons import IconButton
from diary.ui.widgets.field_note import FieldNote

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QFocusEvent

    from diary.ui.theme import Theme

_WIDTH, _GAP, _ICON = 190, 8, 20
_AROUND = 32  # within the frame of the field, left and right of the day
# The month that opens: seven days a row; the arrows, the names of the days, six weeks.
_COLUMNS, _ROWS = 7, 8
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
_FORM = mark("Write the day like 15 March 2026 or 2026-03-15.")
_FORM_STAYS = mark("Write the day like 15 March 2026 or 2026-03-15; until then it is {day}.")
_BETWEEN = mark("Choose a day from {first} to {last}.")
_BETWEEN_STAYS = mark("Choose a day from {first} to {last}; until then it is {day}.")
_OPEN = mark("Open the month")
_OPEN_FOR = mark("{name} Open the month")


class DateField(QWidget):
    """A field for one day; what is typed is the day as a whole, or is refused beside the field.

    Args:
        theme: the colours and sizes.
        day: the day shown first.
        first: the first day that can be chosen.
        last: the last day that can be chosen.
        parent: the owner.
    """

    day_changed = Signal(object)  # the day, only when the person did it
    entered = Signal()  # Enter, with a day that can be chosen in the field

    def __init__(
        self,
        theme: Theme,
        day: dt.date,
        first: dt.date,
        last: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._day, self._first, self._last = day, first, last
        self._is_answer = True
        self._month: QCalendarWidget | None = None
        self.field = QLineEdit(self)
        self.button = IconButton(translate(_OPEN), theme, "calendar-days", self)
        self.note = FieldNote(self.field, theme, self)
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        row.addWidget(self.field)
        row.addWidget(self.button)
        row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addLayout(row)
        self._column.addWidget(self.note)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self._on_typed)
        self.field.returnPressed.connect(self._on_entered)
        self.field.editingFinished.connect(self.check)
        self.button.clicked.connect(self._on_month_wanted)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self.set_day(day)

    @property
    def day(self) -> dt.date:
        """The day chosen last; ``check`` tells whether it is the one in the field."""
        return self._day

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What can have the focus, in order."""
        return (self.field, self.button)

    @property
    def month(self) -> QCalendarWidget:
        """The month to pick a day from; it is made when it is first wanted."""
        if self._month is None:
            self._month = self._new_month()
            self._on_theme_changed()
        return self._month

    def set_day(self, day: dt.date) -> None:
        """Show another day, the nearest that can be chosen, without telling anybody."""
        self._day = min(max(day, self._first), self._last)
        self.field.setText(day_in_words(self._day))
        self.note.tell(None)

    def set_last(self, last: dt.date) -> None:
        """Let this be the last day that can be chosen."""
        self._last = last

    def set_is_answer(self, *, is_answer: bool) -> None:
        """Say whether the day chosen last is an answer that stays until there is another."""
        self._is_answer = is_answer

    def setAccessibleName(self, name: str) -> None:
        """Name the field, and after it the button that opens its month."""
        super().setAccessibleName(name)
        self.field.setAccessibleName(name)
        self.button.setAccessibleName(translate(_OPEN_FOR).format(name=name))

    def check(self) -> bool:
        """Return whether the field holds a day that can be chosen, and say if it does not."""
        day = self._typed()
        if day is None:
            self.note.tell(self._problem())
        else:
            self._take(day)
            self.set_day(day)
        return day is not None

    def sizeHint(self) -> QSize:
        """Return its width, and the height of what is said below it."""
        width = self.maximumWidth()
        if self._column.hasHeightForWidth():
            return QSize(width, self._column.totalHeightForWidth(width))
        return QSize(width, self._column.totalSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the same: it does not give way."""
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to the field: as its proxy the field would be twice in the Tab order.

        ``setFocus`` alone brings it here; Tab and the mouse do not.
        """
        super().focusInEvent(event)
        self.field.setFocus(event.reason())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Step from day to day with Up and Down; open the month with Alt and Down."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                    self._on_month_wanted()
                else:
                    self._step(step)
                return True
        return super().eventFilter(watched, event)

    def _typed(self) -> dt.date | None:
        day = read_day(self.field.text())
        return day if day is not None and self._first <= day <= self._last else None

    def _problem(self) -> str:
        is_day = read_day(self.field.text()) is not None
        if self._is_answer:
            words = _BETWEEN_STAYS if is_day else _FORM_STAYS
        else:
            words = _BETWEEN if is_day else _FORM
        days = {"first": self._first, "last": self._last, "day": self._day}
        return translate(words).format(**{name: day_in_words(day) for name, day in days.items()})

    def _take(self, day: dt.date) -> None:
        if day != self._day:
            self._day = day
            self.day_changed.emit(day)

    def _step(self, days: int) -> None:
        moved = (self._typed() or self._day) + dt.timedelta(days=days)
        if self._first <= moved <= self._last:
            self._choose(moved)

    def _choose(self, day: dt.date) -> None:
        self._take(day)
        self.set_day(day)

    @Slot()
    def _on_typed(self) -> None:
        day = self._typed()
        if day is not None:
            self.note.tell(None)
            self._take(day)

    @Slot()
    def _on_entered(self) -> None:
        if self.check():
            self.entered.emit()

    @Slot()
    def _on_month_wanted(self) -> None:
        month = self.month
        month.setDateRange(_to_qt(self._first), _to_qt(self._last))
        month.setSelectedDate(_to_qt(self._typed() or self._day))
        month.adjustSize()
        corner = self.field.mapToGlobal(QPoint(0, self.field.height()))
        room = self.screen().availableGeometry()
        x = min(corner.x(), room.right() - month.width())
        y = corner.y()
        if y + month.height() > room.bottom():
            y = max(room.top(), y - self.field.height() - month.height())
        month.move(x, y)
        month.show()
        month.setFocus()

    @Slot(QDate)
    def _on_picked(self, picked: QDate) -> None:
        self.month.hide()
        self._choose(dt.date(picked.year(), picked.month(), picked.day()))
        self.field.setFocus()

    def _widest_day(self) -> int:
        """Return how wide the longest day of a year is, in words: some languages need more."""
        self.field.ensurePolished()
        metrics = self.field.fontMetrics()
        months = (day_in_words(dt.date(2028, month, 28)) for month in range(1, 13))
        return max(map(metrics.horizontalAdvance, months))

    def _new_month(self) -> QCalendarWidget:
        month = QCalendarWidget(self)
        month.setWindowFlag(Qt.WindowType.Popup)
        month.setLocale(QLocale(locale_name()))
        month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        month.clicked.connect(self._on_picked)
        month.activated.connect(self._on_picked)
        return month

    @Slot()
    def _on_theme_changed(self) -> None:
        """Fit the field, and give the month what a style sheet cannot: arrows, size, weekends."""
        width = max(self._theme.px(_WIDTH), self._widest_day() + self._theme.px(_AROUND))
        self.field.setFixedWidth(width)
        side = max(TARGET, self._theme.px(TARGET))
        self.setFixedWidth(width + _GAP + side)
        if self._month is None:
            return
        month = self._month
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
        month.setMinimumSize(_COLUMNS * side, _ROWS * side)


def _to_qt(day: dt.date) -> QDate:
    return QDate(day.year, day.month, day.day)
