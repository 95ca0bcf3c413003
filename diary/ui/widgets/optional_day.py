"""A day that need not be told: nothing is answered until a day was picked or agreed to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QSignalBlocker, Signal, Slot

from diary.i18n import mark, translate
from diary.ui.widgets.buttons import Button, IconButton
from diary.ui.widgets.date_field import DateField
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.group import Group

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtWidgets import QWidget

    from diary.ui.theme import Theme

_CHOOSE = mark("Choose the day")
_USE = mark("Use this day")
_CLEAR = mark("Take this answer back")


class OptionalDay(Group):
    """A button that opens a field for a day; the field says nothing until it is touched.

    Args:
        question: what is asked, for the screen reader; it stands in words above the field.
        theme: colours and sizes.
        first: the first day that can be chosen.
        last: the last day that can be chosen.
        parent: the owner.
        shown: the day shown when the field opens; ``last`` if not given.
    """

    chosen = Signal(object)  # the day, None when taken back; only when the person did it

    def __init__(
        self,
        question: str,
        theme: Theme,
        first: dt.date,
        last: dt.date,
        parent: QWidget | None = None,
        *,
        shown: dt.date | None = None,
    ) -> None:
        super().__init__(question, parent)
        self._last = last
        self._shown = last if shown is None else shown
        self._day: dt.date | None = None
        self.open_button = Button(translate(_CHOOSE), theme, "calendar-days", self)
        self.field = DateField(theme, self._shown, first, last, self)
        self.use_button = Button(translate(_USE), theme, "check", self)
        self.clear_button = IconButton(translate(_CLEAR), theme, "x", self)
        self.field.setAccessibleName(question)
        flow = FlowLayout(self)
        for widget in self.tab_stops:
            if widget is not self.field:
                widget.setAccessibleDescription(question)
            flow.addWidget(widget)
        self.open_button.clicked.connect(self._on_open)
        self.use_button.clicked.connect(self._on_use)
        self.clear_button.clicked.connect(self._on_clear)
        self.field.dateChanged.connect(self._on_date_changed)
        self._show(is_open=False)

    @property
    def value(self) -> dt.date | None:
        """The day chosen, None if not answered."""
        return self._day

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What can have the focus, in order."""
        return (self.open_button, self.field, self.use_button, self.clear_button)

    def set_value(self, day: dt.date | None) -> None:
        """Show an answer without telling anybody."""
        self._day = day
        with QSignalBlocker(self.field):
            latest = self._last if day is None else max(day, self._last)
            self.field.setMaximumDate(QDate(latest.year, latest.month, latest.day))
            self.field.set_day(self._shown if day is None else day)
        self._show(is_open=day is not None)

    @Slot()
    def _on_open(self) -> None:
        self._show(is_open=True)
        self.field.setFocus()

    @Slot()
    def _on_use(self) -> None:
        self.field.setFocus()
        self._choose(self.field.day)

    @Slot()
    def _on_clear(self) -> None:
        told = self._day is not None
        self.set_value(None)
        self.open_button.setFocus()
        if told:
            self.chosen.emit(None)

    @Slot(QDate)
    def _on_date_changed(self, _date: QDate) -> None:
        self._choose(self.field.day)

    def _choose(self, day: dt.date) -> None:
        self._day = day
        self._show(is_open=True)
        self.chosen.emit(day)

    def _show(self, *, is_open: bool) -> None:
        self.open_button.setVisible(not is_open)
        self.field.setVisible(is_open)
        self.use_button.setVisible(is_open and self._day is None)
        self.clear_button.setVisible(is_open)
