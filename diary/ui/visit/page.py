"""The page *For your visit*: which days, her questions, what is on it, and page 1 as it prints.

While a picture of page 1 is being made no second is asked for: whatever changed meanwhile is made
next, so that nothing piles up behind a window being resized.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot

from diary.i18n import mark, translate
from diary.report.parts import SheetWanted
from diary.ui.files import documents_folder, show_folder
from diary.ui.history.fold import Fold
from diary.ui.requests.sheets import PREVIEW, PRINT, REPORT
from diary.ui.settings.diary_file import CopyCard
from diary.ui.settings.item_list import ItemList
from diary.ui.visit.making import Making
from diary.ui.visit.period import file_name, in_words, last_visit
from diary.ui.visit.period_card import PeriodCard
from diary.ui.visit.places import ask_for_file
from diary.ui.visit.preview import WAIT, SheetPreview
from diary.ui.visit.printing import ask_for_printer
from diary.ui.visit.questions import QUESTIONS
from diary.ui.visit.sheet_card import SheetCard
from diary.ui.visit.visit_list import VisitList, on_visit_list
from diary.ui.widgets.card import Card
from diary.ui.widgets.scroll_column import ScrollColumn
from diary.ui.widgets.side_by_side import SideBySide
from diary.ui.widgets.tab_order import chain
from diary.ui.widgets.text import Hint, PageTitle

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from diary.services.care import CareNow
    from diary.ui import facts
    from diary.ui.bridge import Bridge
    from diary.ui.requests.sheets import PrintPages
    from diary.ui.theme import Theme

_TITLE = mark("For your visit")
_ABOUT = mark(
    "One sheet about what you recorded, for your doctor or nurse. You can print it or send it."
)
_MORE = mark("More: copies for other programs")
_NO_PAGE = mark("Page 1 could not be shown.")
_PAGES = mark("Page 1 of {pages}, as it will print")
_WIDEST, _SIDE_BY_SIDE = 1240, 900
# Our choice: after so long without a sheet what makes them is let go. The next one takes 0.3 s
# longer; until then 100 MB are held for it after one sheet, 170 MB after a few.
_IDLE_MS = 120_000
_DPI_STEP = 8  # a window being resized asks for a new picture now and then, not all the time


class VisitPage(ScrollColumn):
    """The sheet for the doctor, and all that goes onto it.

    Args:
        bridge: makes the sheet.
        theme: the colours and sizes.
        parent: the owner.
        ask: asks where to save it.
        show: shows the folder it is in.
        ask_printer: shows the dialog of the system for printing.
    """

    page_requested = Signal(str)  # another page of the rail

    def __init__(
        self,
        bridge: Bridge,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        ask: Callable[[QWidget, Path, Callable[[str], object]], None] = ask_for_file,
        show: Callable[[Path], None] = show_folder,
        ask_printer: Callable[
            [QWidget, str, str, Callable[[PrintPages], object]], None
        ] = ask_for_printer,
    ) -> None:
        super().__init__(theme, _WIDEST, parent)
        theme.dress(self)
        self.setAccessibleName(translate(_TITLE))
        self._bridge = bridge
        self._ask, self._show_folder, self._ask_printer = ask, show, ask_printer
        self._folder = documents_folder()
        self._outdated, self._is_fresh = False, True
        self._previewing = self._is_missing = False
        self._previewed: tuple[SheetWanted, float] | None = None
        self._told: SheetWanted | None = None  # the sheet that is named as the one shown
        self.making = Making(theme, self)
        self.days = PeriodCard(theme, bridge.clock.today(), self)
        self.questions = ItemList(QUESTIONS, theme, bridge.clock.today, self)
        self.visit_list = VisitList(theme, self)
        self.sheet = SheetCard(self)
        self.preview = SheetPreview(theme, self)
        self.pages = Hint("", self)
        self.more = Fold(translate(_MORE), theme, self)
        self.copies = CopyCard(bridge, theme, self)
        self._build()
        self._wire()
        self.begin_with(self.making.save)
        self._idle = QTimer(self, interval=_IDLE_MS, singleShot=True)
        self._idle.timeout.connect(bridge.sheets.rest)

    def showEvent(self, event: QShowEvent) -> None:
        """Look again at what changed while another page was shown."""
        super().showEvent(event)
        if self._is_fresh:
            self._is_fresh = False
            self._bridge.care.load()
            self._bridge.load_alerts()
        if self._is_missing:  # what was in the way of page 1 may be over
            self._previewed, self._outdated, self._is_missing = None, True, False
        if self._outdated:
            self._look_again()

    def hideEvent(self, event: QHideEvent) -> None:
        """Have the memory of the sheet let go of: on other pages there is none to be made."""
        super().hideEvent(event)
        self._idle.stop()
        self._bridge.sheets.rest()

    def _build(self) -> None:
        columns = SideBySide(self._theme, _SIDE_BY_SIDE, self)
        for widget in (self.days, self.questions, self.visit_list, self.sheet):
            columns.first.addWidget(widget)
        columns.first.addStretch(1)
        page = Card(parent=columns)
        page.setAccessibleName(translate(mark("The sheet as it will print")))
        page.body.addWidget(self.pages)
        page.body.addWidget(self.preview)
        columns.second.addWidget(page)
        columns.second.addStretch(1)
        self.more.inside.addWidget(self.copies)
        self.body.addWidget(PageTitle(translate(_TITLE), self))
        self.body.addWidget(Hint(translate(_ABOUT), self))
        self.body.addWidget(self.making)
        self.body.addWidget(columns)
        self.body.addWidget(self.more)
        self.body.addStretch(1)

    def _wire(self) -> None:
        self.days.changed.connect(self._on_period_changed)
        self.sheet.changed.connect(self._on_sheet_changed)
        self.questions.replaced.connect(self._bridge.care.replace)
        self.questions.rebuilt.connect(self._put_in_tab_order)
        self.visit_list.noticed_wanted.connect(self._on_noticed_wanted)
        self.preview.resized.connect(self._refresh)
        self.making.save.clicked.connect(self._on_save)
        self.making.print.clicked.connect(self._on_print)
        self.making.open_folder.clicked.connect(self._on_open_folder)
        self._bridge.opened.connect(self._on_opened)
        self._bridge.days_loaded.connect(self._on_days_loaded)
        self._bridge.entries_changed.connect(self._on_entries_changed)
        self._bridge.alerts_changed.connect(self._on_alerts_changed)
        self._bridge.care.care_changed.connect(self._on_care_changed)
        self._bridge.sheets.previewed.connect(self._on_previewed)
        self._bridge.sheets.written.connect(self._on_written)
        self._bridge.sheets.printed.connect(self._on_printed)
        self._bridge.failed.connect(self._on_failed)

    @Slot()
    def _put_in_tab_order(self) -> None:
        """Let Tab go through the list of questions: its rows are made in any order."""
        chain([*self.questions.tab_stops, self.visit_list.see])

    @property
    def _sheet_wanted(self) -> SheetWanted | None:
        period = self.days.period
        if period is None:
            return None
        return SheetWanted(
            start=period.start,
            end=period.end,
            paper=self.sheet.paper_chosen,
            parts=self.sheet.parts,
            language=self.sheet.language_chosen,
        )

    def _look_again(self) -> None:
        self._outdated = False
        period = self.days.period
        if period is not None:
            self._bridge.load_days(period.start, period.end)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        """Have page 1 drawn again if it would look otherwise."""
        wanted = self._sheet_wanted
        if wanted is None or not self.isVisible():
            return
        dpi = _DPI_STEP * -(-self.preview.dpi // _DPI_STEP)
        is_due = (wanted, dpi) != self._previewed
        if wanted != self._told and (is_due or self._previewing):
            self._told = None
            # Before the first picture the paper itself says so.
            self.pages.setText("" if self.preview.text() else translate(WAIT))
        if is_due and not self._previewing:
            self._previewing = True
            self._previewed = (wanted, dpi)
            self._bridge.sheets.preview(wanted, dpi)

    @Slot(object)
    def _on_opened(self, fact: facts.DiaryOpened) -> None:
        self.sheet.set_paper(fact.paper)
        self.sheet.set_language(fact.report_language)
        self.preview.set_paper(self.sheet.paper_chosen)
        today = self._bridge.clock.today()
        end = today if fact.last_day is None else min(fact.last_day, today)
        self._mark_outdated()
        self.days.set_diary(end, last_visit(fact.events, today))

    @Slot()
    def _on_period_changed(self) -> None:
        self.making.set_possible(possible=self.days.period is not None)
        self._outdated = True
        if self.isVisible():
            self._look_again()

    @Slot()
    def _on_sheet_changed(self) -> None:
        self.preview.set_paper(self.sheet.paper_chosen)
        self._refresh()

    def _mark_outdated(self) -> None:
        """Forget the picture: the diary behind it may have changed."""
        self._previewed = self._told = None
        self._outdated = True
        if self.isVisible():
            self._refresh()

    @Slot(object)
    def _on_days_loaded(self, fact: facts.DaysLoaded) -> None:
        period = self.days.period
        if period is not None and (period.start, period.end) == (fact.start, fact.end):
            self.days.tell_count(len(fact.entries))

    @Slot(object)
    def _on_alerts_changed(self, fact: facts.AlertsNow) -> None:
        self.visit_list.show_alerts(on_visit_list(fact.standing.alerts))
        self._mark_outdated()

    @Slot()
    def _on_entries_changed(self) -> None:
        self.visit_list.wait()

    @Slot(object)
    def _on_care_changed(self, now: CareNow) -> None:
        self.questions.set_items(now.part(QUESTIONS.part))

    @Slot(object)
    def _on_previewed(self, fact: facts.SheetPreviewed) -> None:
        self._previewing = False
        if fact.wanted == self._sheet_wanted:
            self._is_missing = False
            self.preview.show_page(fact.page)
            if self._previewed is not None:  # else the diary has changed since it was asked for
                self._told = fact.wanted
                self.pages.setText(translate(_PAGES).format(pages=fact.page.pages))
        self._refresh()
        self._wait_for_the_next()

    def _wait_for_the_next(self) -> None:
        """Begin to wait for the next sheet, but not for one of a page that was left meanwhile."""
        if self.isVisible():
            self._idle.start()

    @Slot()
    def _on_save(self) -> None:
        """Ask where to save; while a sheet is being made the button stays, and keeps the focus."""
        period = self.days.period
        if period is not None and not self.making.is_working:
            self._ask(self, self._folder / file_name(period), self._on_file_chosen)

    @Slot(str)
    def _on_file_chosen(self, path: str) -> None:
        wanted = self._sheet_wanted
        if wanted is not None:
            self._folder = Path(path).parent
            self.making.tell_working()
            self._bridge.sheets.write(wanted, Path(path))

    @Slot()
    def _on_print(self) -> None:
        period = self.days.period
        if period is not None and not self.making.is_working:
            title = f"Daymark, {in_words(period)}"
            self._ask_printer(self, self.sheet.paper_chosen, title, self._on_printer_chosen)

    def _on_printer_chosen(self, print_pages: PrintPages) -> None:
        wanted = self._sheet_wanted
        if wanted is not None:
            self.making.tell_working()
            self._bridge.sheets.send_to_printer(wanted, print_pages)

    @Slot(object)
    def _on_written(self, fact: facts.ReportWritten) -> None:
        self.making.tell_saved(fact.path)
        self._wait_for_the_next()

    @Slot(object)
    def _on_printed(self, _wanted: SheetWanted) -> None:
        self.making.tell_printed()
        self._wait_for_the_next()

    @Slot(object)
    def _on_failed(self, fact: facts.Failed) -> None:
        """Say what there is not; the window says why."""
        if fact.what == PREVIEW:
            self._previewing, self._is_missing = False, True
            self.preview.show_none()
            self.pages.setText(translate(_NO_PAGE))
            self._refresh()  # what she chose meanwhile
        elif fact.what == REPORT:
            self.making.tell_not_saved()
        elif fact.what == PRINT:
            self.making.tell_not_printed()
        elif fact.what == "alerts":
            self.visit_list.give_up()

    @Slot()
    def _on_noticed_wanted(self) -> None:
        self.page_requested.emit("noticed")

    @Slot()
    def _on_open_folder(self) -> None:
        self._show_folder(self._folder)
        self.making.open_folder.setFocus(Qt.FocusReason.OtherFocusReason)
