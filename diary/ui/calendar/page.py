"""The Calendar page: a month at a glance, and the way to any day of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from diary.i18n import mark, translate
from diary.ui.calendar.grid import MonthGrid
from diary.ui.calendar.legend import Legend
from diary.ui.calendar.month import (
    DayMark,
    day_in_words,
    first_of,
    last_of,
    marks_of,
    month_in_words,
)
from diary.ui.calendar.month_bar import MonthBar
from diary.ui.widgets.scroll_column import ScrollColumn
from diary.ui.widgets.text import Hint, PageTitle, Words

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from diary.ui.bridge import Bridge
    from diary.ui.facts import DaysLoaded, DiaryOpened
    from diary.ui.theme import Theme

_TITLE = mark("Calendar")
_HOW = mark("Click a day to open it. With the keyboard: arrows, then Enter.")


class CalendarPage(ScrollColumn):
    """A month of recorded days.

    Args:
        bridge: loads the days.
        theme: the colours and sizes.
        parent: the owner.
    """

    day_requested = Signal(object)

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.setAccessibleName(translate(_TITLE))
        self._bridge = bridge
        self._today = bridge.clock.today()
        self._current = self._today
        self._first_recorded: dt.date | None = None
        self._marks: dict[dt.date, DayMark] = {}
        self._outdated = False
        self.bar = MonthBar(theme, self)
        self.grid = MonthGrid(theme, self)
        self.read_out = Words("", self)
        self._build(theme)
        self._wire()
        self._show()
        self.setFocusProxy(self.grid)

    def go_to(self, day: dt.date) -> None:
        """Show the month of a day and make it the day that is read."""
        new_month = first_of(day) != first_of(self._current)
        self._current = day
        if new_month:
            self._marks = {}
            self.bar.tell_count("")
            self._load()
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Load what changed while another page was shown."""
        super().showEvent(event)
        if self._outdated:
            self._load()

    def _build(self, theme: Theme) -> None:
        self.body.addWidget(PageTitle(translate(_TITLE), self))
        self.body.addWidget(self.bar)
        self.body.addWidget(self.grid, 1)
        self.body.addWidget(self.read_out)
        self.body.addWidget(Hint(translate(_HOW), self))
        self.body.addWidget(Legend(theme, self))

    def _wire(self) -> None:
        self.bar.month_wanted.connect(self._on_month_wanted)
        self.grid.month_wanted.connect(self._on_day_wanted)
        self.grid.current_changed.connect(self._on_current_changed)
        self.grid.day_chosen.connect(self.day_requested)
        self._bridge.opened.connect(self._on_opened)
        self._bridge.days_loaded.connect(self._on_days_loaded)

    def _load(self) -> None:
        self._outdated = False
        self._today = self._bridge.clock.today()
        self._bridge.load_days(first_of(self._current), last_of(self._current))

    def _show(self) -> None:
        self.bar.show_month(self._current, self._today, self._first_recorded)
        self.grid.show_month(self._current, self._marks, self._today)
        self._show_read_out()

    def _show_read_out(self) -> None:
        words = day_in_words(self._current, self._marks.get(self._current), self._today)
        self.read_out.setText(words)

    @Slot(object)
    def _on_month_wanted(self, month: dt.date) -> None:
        """Keep the day of the month, so that paging back and forth comes home."""
        day = min(self._current.day, last_of(month).day)
        self.go_to(min(month.replace(day=day), self._today))

    @Slot(object)
    def _on_day_wanted(self, day: dt.date) -> None:
        self.go_to(day)

    @Slot(object)
    def _on_current_changed(self, day: dt.date) -> None:
        self._current = day
        self._show_read_out()

    @Slot(object)
    def _on_opened(self, fact: DiaryOpened) -> None:
        """Load the month again: the diary is open, or a day was saved."""
        self._first_recorded = fact.first_day
        self._outdated = True
        self._show()
        if self.isVisible():
            self._load()

    @Slot(object)
    def _on_days_loaded(self, fact: DaysLoaded) -> None:
        if fact.start != first_of(self._current) or fact.end != last_of(self._current):
            return
        self._marks = marks_of(fact.entries)
        recorded = len(fact.entries)
        self.bar.tell_count(month_in_words(self._current, recorded, self._today))
        self._show()
