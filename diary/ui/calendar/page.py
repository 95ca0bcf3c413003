"""The Calendar page: a month at a glance, and the way to any day of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from diary.domain.fields import FIRST_DAY
from diary.i18n import mark, translate
from diary.ui.calendar.around import NOTHING_AROUND, Around, around_of
from diary.ui.calendar.find_bar import FindBar
from diary.ui.calendar.grid import MonthGrid
from diary.ui.calendar.legend import Legend
from diary.ui.calendar.month import (
    DayMark,
    day_in_words,
    first_of,
    last_of,
    last_shown,
    marks_of,
    month_in_words,
)
from diary.ui.calendar.month_bar import MonthBar
from diary.ui.calendar.ribbon import Ribbon
from diary.ui.calendar.year import ribbon_span
from diary.ui.widgets.buttons import QuietButton
from diary.ui.widgets.scroll_column import ScrollColumn
from diary.ui.widgets.text import Hint, PageTitle, Words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from diary.ui.bridge import Bridge
    from diary.ui.facts import DiaryOpened, GlanceLoaded, NotesFound, StretchLoaded
    from diary.ui.history.panel import HistoryPanel
    from diary.ui.theme import Theme

_TITLE = mark("Calendar")
_EARLIER = mark("Earlier versions and deleted days")
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
        theme.dress(self)
        self.setAccessibleName(translate(_TITLE))
        self._bridge = bridge
        self._today = bridge.clock.today()
        self._current = self._today
        self._first_recorded: dt.date | None = None
        self._marks: dict[dt.date, DayMark] = {}
        self._is_known = False  # whether the marks are what the diary says now
        self._around: Mapping[dt.date, Around] = {}
        self._glanced_at: tuple[dt.date, ...] = ()
        self._outdated = False
        self.finder = FindBar(self._today, theme, self)
        self.ribbon = Ribbon(theme, self)
        self.bar = MonthBar(theme, self)
        self.grid = MonthGrid(theme, self)
        self.read_out = Words("", self)
        self.earlier = QuietButton(translate(_EARLIER), theme, "chevron-down", self)
        self.earlier.setCheckable(True)
        self.history: HistoryPanel | None = None
        self._build(theme)
        self._wire()
        self._show()
        self.begin_with(self.grid)

    def go_to(self, day: dt.date) -> None:
        """Show the month of a day and make it the day that is read."""
        new_month = first_of(day) != first_of(self._current)
        self._current = day
        if new_month:
            self._marks, self._around = {}, {}
            self._load()
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Load what changed while another page was shown."""
        super().showEvent(event)
        if self._outdated:
            self._load_all()

    def _build(self, theme: Theme) -> None:
        self.body.addWidget(PageTitle(translate(_TITLE), self))
        self.body.addWidget(self.finder)
        self.body.addWidget(self.ribbon)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.grid, 1)
        self.body.addWidget(self.read_out)
        self.body.addWidget(Hint(translate(_HOW), self))
        self.body.addWidget(Legend(theme, self))
        self.body.addWidget(self.earlier, 0, Qt.AlignmentFlag.AlignLeft)

    def _wire(self) -> None:
        self.finder.day_wanted.connect(self._on_day_chosen)
        self.finder.search_wanted.connect(self._bridge.search_notes)
        self.ribbon.month_wanted.connect(self._on_month_wanted)
        self.bar.month_wanted.connect(self._on_month_wanted)
        self.grid.month_wanted.connect(self._on_day_wanted)
        self.grid.current_changed.connect(self._on_current_changed)
        self.grid.day_chosen.connect(self._on_day_chosen)
        self.earlier.clicked.connect(self._on_earlier)
        self._bridge.opened.connect(self._on_opened)
        self._bridge.stretch_loaded.connect(self._on_stretch_loaded)
        self._bridge.glance_loaded.connect(self._on_glance_loaded)
        self._bridge.notes_found.connect(self._on_notes_found)
        for keys, field in (("Ctrl+F", self.finder.words), ("Ctrl+G", self.finder.date)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(field.setFocus)

    def _load_all(self) -> None:
        self._outdated = False
        self._glanced_at = ()
        self.ribbon.wait()
        self._load()
        self._show()
        self.finder.search_again()

    def _load(self) -> None:
        """Ask for the month, and for the ribbon if it has moved."""
        self._is_known = False
        if not self._marks:
            self.bar.tell_count("")
        self._today = self._bridge.clock.today()
        self._bridge.load_stretch(first_of(self._current), last_of(self._current))
        self.ribbon.show_month(self._current, self._today)
        if self.ribbon.months != self._glanced_at:
            self._glanced_at = self.ribbon.months
            self._bridge.load_glance(*ribbon_span(self.ribbon.months))

    def _show(self) -> None:
        self.finder.show_today(self._today)
        self.ribbon.show_month(self._current, self._today)
        self.bar.show_month(self._current, self._today, self._first_recorded)
        self.grid.show_month(
            self._current, self._marks, self._around, self._today, is_known=self._is_known
        )
        self._show_read_out()

    def _show_read_out(self) -> None:
        day = self._current
        around = self._around.get(day, NOTHING_AROUND)
        day_mark, is_known = self._marks.get(day), self._is_known
        self.read_out.setText(day_in_words(day, day_mark, self._today, around, is_known=is_known))

    @Slot(object)
    def _on_month_wanted(self, month: dt.date) -> None:
        """Keep the day of the month, so that paging back and forth comes home."""
        day = month.replace(day=min(self._current.day, last_of(month).day))
        self.go_to(min(max(day, FIRST_DAY), last_shown(self._today)))

    @Slot(object)
    def _on_day_wanted(self, day: dt.date) -> None:
        self.go_to(day)

    @Slot(object)
    def _on_day_chosen(self, day: dt.date) -> None:
        if day > self._bridge.clock.today():
            self.finder.refuse_day_to_come()
            self.bring_into_view(self.finder)
            return
        self.day_requested.emit(day)

    @Slot()
    def _on_earlier(self) -> None:
        """Show or hide earlier versions and deleted days, which are built when first asked for."""
        if self.history is None:
            from diary.ui.history.panel import HistoryPanel  # noqa: PLC0415  seldom needed

            self.history = HistoryPanel(self._bridge, self._theme, self)
            self.history.day_requested.connect(self.day_requested)
            self.history.told.connect(self.bring_into_view)
            self.body.addWidget(self.history)
        shown = self.earlier.isChecked()
        self.earlier.set_icon("chevron-up" if shown else "chevron-down")
        self.history.setVisible(shown)
        if shown:
            self.bring_into_view(self.history)

    @Slot(object)
    def _on_current_changed(self, day: dt.date) -> None:
        self._current = day
        self._show_read_out()

    @Slot(object)
    def _on_opened(self, fact: DiaryOpened) -> None:
        """Load all again: the diary is open, or something in it changed."""
        self._first_recorded = fact.first_day
        self._outdated = True
        self._show()
        if self.isVisible():
            self._load_all()

    @Slot(object)
    def _on_stretch_loaded(self, fact: StretchLoaded) -> None:
        if fact.start != first_of(self._current) or fact.end != last_of(self._current):
            return
        self._is_known, self._marks = True, marks_of(fact.stretch.entries)
        self._around = around_of(fact.stretch, fact.start, fact.end)
        self.bar.tell_count(month_in_words(self._current, len(self._marks), self._today))
        self._show()

    @Slot(object)
    def _on_glance_loaded(self, fact: GlanceLoaded) -> None:
        if (fact.start, fact.end) == ribbon_span(self.ribbon.months):
            self.ribbon.show_days(fact.days)

    @Slot(object)
    def _on_notes_found(self, fact: NotesFound) -> None:
        self.finder.show_found(fact.typed, fact.found)
