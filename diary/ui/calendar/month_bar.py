"""Which month is shown: one back, one on, or any by its name and year."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from diary.domain.fields import FIRST_DAY
from diary.i18n import format_day, mark, sentence_case, translate
from diary.ui.calendar.month import MONTHS_OF_YEAR, first_of, last_shown, shifted
from diary.ui.widgets.buttons import IconButton, QuietButton
from diary.ui.widgets.drop_down import DropDown
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.text import Hint

if TYPE_CHECKING:
    from diary.ui.theme import Theme


class MonthBar(QWidget):
    """The controls above the grid.

    Args:
        theme: tints the icons.
        parent: the owner.
    """

    month_wanted = Signal(object)  # the first day of the month

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._month = self._today = self._first = dt.date.min
        self.before = IconButton(translate(mark("Month before")), theme, "chevron-left", self)
        self.after = IconButton(translate(mark("Month after")), theme, "chevron-right", self)
        self.month = DropDown(self)
        self.month.setAccessibleName(translate(mark("Month")))
        self.year = DropDown(self)
        self.year.setAccessibleName(translate(mark("Year")))
        self.now = QuietButton(translate(mark("This month")), parent=self)
        self.count = Hint("", self)
        self.count.setWordWrap(False)
        flow = FlowLayout(self)
        for widget in (self.before, self.month, self.year, self.after, self.now, self.count):
            flow.addWidget(widget)
        for combo in (self.month, self.year):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            combo.setMaxVisibleItems(MONTHS_OF_YEAR)
        own = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        own.setHeightForWidth(True)
        self.setSizePolicy(own)
        self._fit()
        theme.changing.connect(self._be_any_height)
        theme.changed.connect(self._fit)
        self.before.clicked.connect(self._on_before)
        self.after.clicked.connect(self._on_after)
        self.now.clicked.connect(self._on_now)
        self.month.activated.connect(self._on_picked)
        self.year.activated.connect(self._on_picked)

    def show_month(self, month: dt.date, today: dt.date, first_recorded: dt.date | None) -> None:
        """Show a month; years are offered from the first recorded one to what may be planned."""
        self._month, self._today = first_of(month), today
        first_year = min(month.year, today.year if first_recorded is None else first_recorded.year)
        end = last_shown(today)
        _fill(self.year, [(str(year), year) for year in range(end.year, first_year - 1, -1)])
        self.year.setCurrentIndex(self.year.findData(month.year))
        last = end.month if month.year == end.year else MONTHS_OF_YEAR
        names = [(_month_name(number), number) for number in range(1, last + 1)]
        _fill(self.month, names)
        self.month.setCurrentIndex(self.month.findData(month.month))
        self.before.setEnabled(self._month > first_of(FIRST_DAY))
        self.after.setEnabled(self._month < first_of(end))
        self.now.setEnabled(self._month != first_of(today))

    def tell_count(self, words: str) -> None:
        """Say how much of the month is recorded."""
        self.count.setText(words)

    @Slot()
    def _be_any_height(self) -> None:
        # A label keeps the size it asked for, with the least height it had then.
        self.count.setMinimumHeight(0)

    @Slot()
    def _fit(self) -> None:
        # As high as the buttons, so that it stands in the middle of their line.
        self.count.setMinimumHeight(self.now.sizeHint().height())

    @Slot()
    def _on_before(self) -> None:
        self.month_wanted.emit(shifted(self._month, -1))

    @Slot()
    def _on_after(self) -> None:
        self.month_wanted.emit(shifted(self._month, 1))

    @Slot()
    def _on_now(self) -> None:
        self.month_wanted.emit(first_of(self._today))

    @Slot()
    def _on_picked(self) -> None:
        wanted = dt.date(self.year.currentData(), self.month.currentData(), 1)
        # Later months are not offered; a year picked from December may lead to one.
        self.month_wanted.emit(min(wanted, first_of(last_shown(self._today))))


def _fill(combo: QComboBox, items: list[tuple[str, int]]) -> None:
    if [combo.itemData(row) for row in range(combo.count())] == [data for _, data in items]:
        return
    combo.clear()
    for words, data in items:
        combo.addItem(words, data)


def _month_name(number: int) -> str:
    return sentence_case(format_day(dt.date(2024, number, 1), "LLLL"))
