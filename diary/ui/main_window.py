"""The frame of the window: the rail, the page shown, and messages. It wires; pages work."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from diary.i18n import mark, translate
from diary.ui.bridge import UNEXPECTED
from diary.ui.finishing import Finishing
from diary.ui.keys import WindowKeys
from diary.ui.leaving import Leaving
from diary.ui.lock.cover import Cover
from diary.ui.messages import Messages
from diary.ui.pages import FOOT_PAGES, PAGES
from diary.ui.placing import place_of, restore_place
from diary.ui.rail import Rail

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from diary.ui import facts
    from diary.ui.bridge import Bridge
    from diary.ui.contents import Contents
    from diary.ui.theme import AppTheme
    from diary.ui.today.page import TodayPage

TITLE = "Daymark"
SMALLEST_WIDTH, SMALLEST_HEIGHT = 760, 520
_TRY_AGAIN = mark("Try again")
_AT_WORK = mark("The diary is being written anew. Please close the window when that is done.")
# Their pages tell these themselves.
_HERE = frozenset({"save", "day", "unlock", "protect", "code", "code_file"})


class MainWindow(QMainWindow):
    """The window.

    Args:
        bridge: the way to the program.
        theme: colours and text size.
        place: size and place of the window last time, as told by ``option_changed``.
        demo: whether this is the made-up diary.

    Attributes:
        stays: whether closing leaves the program in the tray; drafts are kept as they are typed.
    """

    painted = Signal()  # once, after the first paint
    option_changed = Signal(str, object)  # an option of the settings, and its new value
    erase_requested = Signal()  # everything is to be deleted
    closed = Signal()  # for good, not into the tray
    lock_ready = Signal()  # all is kept, and the diary can be locked

    def __init__(
        self, bridge: Bridge, theme: AppTheme, place: str | None = None, *, demo: bool = False
    ) -> None:
        super().__init__()
        self._bridge, self._theme, self._demo = bridge, theme, demo
        self.stays = False
        self._closed_on: dt.date | None = None  # the day it went into the tray
        self._is_painted = self._is_open = self._is_protected = False
        self._tells_opening = False
        self.setWindowTitle(TITLE)
        self.setMinimumSize(SMALLEST_WIDTH, SMALLEST_HEIGHT)
        self.rail = Rail(PAGES, FOOT_PAGES, theme, self)
        self.messages = Messages(bridge, theme, self, demo=demo)
        self.banner, self.crash_notice = self.messages.banner, self.messages.crash_notice
        self.finishing = Finishing(bridge, theme, self)
        self.leaving = Leaving(bridge, self)
        self._keeps_backup = True
        self._stack = QStackedWidget(self)
        self._whole = QStackedWidget(self)
        self._build()
        self._wire()
        self.cover = Cover(bridge, theme, self._whole, self)
        self.rail.show_page("today")
        self._stack.setFocus()  # until Today takes it: else it would be on the rail for a moment
        restore_place(self, place)

    def wait_for_diary(self) -> None:
        """Show no page until the diary is there: a new one may begin with the first screens."""
        self._stack.hide()
        self._bridge.opened.connect(self._stack.show)
        self._bridge.failed.connect(self._stack.show)

    @Slot()
    def fill(self) -> None:
        """Build what stands in the frame, if it is not there; Today is shown first."""
        self.contents  # noqa: B018  built when it is first asked for

    @cached_property
    def contents(self) -> Contents:
        """What stands in the frame. She sees the frame before it is built."""
        from diary.ui.contents import Contents  # noqa: PLC0415  after the first paint

        contents = Contents(self._bridge, self._theme, self._stack, self, demo=self._demo)
        contents.day_requested.connect(self.show_day)
        contents.page_requested.connect(self.show_page)
        contents.option_changed.connect(self._on_option_chosen)
        contents.erase_requested.connect(self.erase_requested)
        contents.lock_requested.connect(self.lock)
        contents.passphrase_wanted.connect(self._on_passphrase_wanted)
        contents.guide.finished.connect(self._on_guide_finished)
        contents.today.setFocus()
        self._wire_facts(contents.today)
        return contents

    @property
    def today(self) -> TodayPage:
        """The page Today."""
        return self.contents.today

    @property
    def pages(self) -> dict[str, QWidget]:
        """All pages that are built, by name."""
        return self.contents.pages

    @Slot(str)
    def show_page(self, page: str) -> None:
        """Show a page of the rail, and build it if this is the first time."""
        if self.contents.show_page(page) and self._is_open:
            self._bridge.open_diary()  # tells the new page what the others know
        self.rail.show_page(page)

    @Slot(str)
    def _on_page_chosen(self, page: str) -> None:
        """Show the page; "Today" means the present day, whatever day was open there."""
        today = self._bridge.clock.today()
        if page == "today" and self.today.day != today:
            self.today.show_day(today)
        self.show_page(page)

    @Slot(object)
    def show_day(self, day: dt.date) -> None:
        """Show a day on the Today page, at its head: where she was at last is of another day."""
        self.today.show_day(day)
        self.show_page("today")
        self.today.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell_problem(self, message: str) -> None:
        """Say calmly that something did not work."""
        self.messages.tell_problem(message)

    @Slot(object)
    def tell_crash(self, report: Path | None) -> None:
        """Say calmly that something in the program did not work; ``report`` says what."""
        self.crash_notice.tell_of(report)

    @Slot(object)
    def tell_fault(self, report: Path) -> None:
        """Say calmly that the program stopped by itself the last time."""
        self.crash_notice.tell_of(report, last_time=True)

    def changeEvent(self, event: QEvent) -> None:
        """Look, as she comes to the window, whether another program changed the diary."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self._is_open:
            self._bridge.look_for_changes()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell, once, that the frame stands."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)

    @Slot()
    def lock(self) -> None:
        """Have all that is not saved kept, and the diary locked if it has a passphrase."""
        if self._is_protected and not self._bridge.protection.is_working:
            self.leaving.lock()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close once all that is not saved is kept; ask, once, only where it cannot be kept."""
        if self._bridge.protection.is_working and not self.stays:
            self.cover.tell(translate(_AT_WORK))
            event.ignore()
            return
        if self.stays:
            self._closed_on = self._bridge.clock.today()
            self._tell_place()
            self._bridge.backups.keep()
            super().closeEvent(event)
            return
        if not self.leaving.may_close():
            event.ignore()
            return
        self._tell_place()
        super().closeEvent(event)
        self.finishing.begin(keeps=self._keeps_backup)

    def close_for_good(self) -> None:
        """Close without asking about anything that is not kept, and without a backup."""
        self.stays, self.leaving.was_asked, self._keeps_backup = False, True, False
        self.close()

    def is_in_front(self) -> bool:
        """Return whether she has the window before her."""
        return self.isActiveWindow() and not self.isMinimized()

    @Slot()
    def come_back(self) -> None:
        """Show the window again, on today if the day has changed meanwhile."""
        self.finishing.call_off()
        today = self._bridge.clock.today()
        if self._closed_on is not None and self._closed_on != today:
            self.show_day(today)
        self._closed_on = None
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    @Slot(object)
    def _on_opened(self, fact: facts.DiaryOpened) -> None:
        self._is_protected = fact.is_protected
        self.rail.set_protected(is_protected=fact.is_protected)
        if not self._is_open:
            self._is_open = True
            if self.today.lower_half.is_complete:
                self._ask_for_the_rest()

    @Slot()
    def _ask_for_the_rest(self) -> None:
        """Ask, once the whole day is on the page, for what would hold it up."""
        if self._is_open:
            self._bridge.load_alerts()
            self._bridge.backups.look_back()
            self._bridge.archive.empty()

    @Slot(object)
    def _on_failed(self, fact: facts.Failed) -> None:
        message = " ".join((fact.message, *fact.problems))
        # What fails with every letter typed is told once; of a crash its own line tells.
        is_told = fact.what in _HERE or fact.message == translate(UNEXPECTED)
        if not is_told and not self.messages.is_telling(message):
            self._tells_opening = fact.what == "open"
            self.tell_problem(message)

    @Slot()
    def _on_guide_finished(self) -> None:
        self.show_page("today")
        self.today.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_report_wanted(self, name: str) -> None:
        self.show_page("help")
        help_page: Any = self.pages["help"]
        help_page.reports.show_report(name)

    @Slot()
    def _on_passphrase_wanted(self) -> None:
        self.show_page("settings")
        settings: Any = self.pages["settings"]
        settings.show_passphrase()

    @Slot()
    def _on_backups_wanted(self) -> None:
        self.show_page("settings")
        settings: Any = self.pages["settings"]
        settings.show_backups()

    @Slot()
    def _on_noticed_requested(self) -> None:
        self.show_page("noticed")

    @Slot()
    def _on_record_wanted(self) -> None:
        self.show_day(self._bridge.clock.today())

    @Slot()
    def _on_banner_acted(self) -> None:
        self.banner.hide()
        self.leaving.try_again()

    @Slot(object)
    def _on_saved(self, _fact: facts.DaySaved) -> None:
        if self._tells_opening:
            self._tells_opening = False
            self.banner.hide()

    @Slot()
    def _on_draft_changed(self) -> None:
        if self.leaving.was_asked:
            self.banner.hide()

    @Slot(int)
    def _on_text_size_chosen(self, text_size: int) -> None:
        self._on_option_chosen("text_size", text_size)

    @Slot(str, object)
    def _on_option_chosen(self, option: str, value: Any) -> None:
        """Have an option kept; how the window looks changes at once."""
        if option == "theme":
            self._theme.set_choice(value)
        elif option == "text_size":
            self._theme.set_text_size(value)
            value = self._theme.text_size
        self.option_changed.emit(option, value)

    @Slot(str)
    def _on_page_key(self, page: str) -> None:
        if self.cover.is_covering:
            return
        self._on_page_chosen(page)
        self.pages[page].setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(str)
    def _on_asked(self, words: str) -> None:
        """Show, where she wrote it, what cannot be kept."""
        self.show_page("today")
        self.banner.tell(words, kind="problem", action=translate(_TRY_AGAIN))

    @Slot(str)
    def _on_lock_refused(self, words: str) -> None:
        self.tell_problem(words)

    def _tell_place(self) -> None:
        self.option_changed.emit("window_geometry", place_of(self))

    def _build(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(self.messages)
        column.addWidget(self._stack, 1)
        central = QWidget(self._whole)
        central.setProperty("kind", "page")
        central.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(central)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        self._whole.addWidget(central)
        self._whole.setProperty("kind", "page")
        self._whole.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setCentralWidget(self._whole)

    def _wire(self) -> None:
        self.rail.page_chosen.connect(self._on_page_chosen)
        self.rail.text_size_chosen.connect(self._on_text_size_chosen)
        self.rail.lock_requested.connect(self.lock)
        self.banner.acted.connect(self._on_banner_acted)
        self.messages.backups.acted.connect(self._on_backups_wanted)
        self.leaving.close_wanted.connect(self.close)
        self.leaving.asked.connect(self._on_asked)
        self.leaving.lock_ready.connect(self.lock_ready)
        self.leaving.lock_refused.connect(self._on_lock_refused)
        self.finishing.finished.connect(self.closed)
        self.crash_notice.report_wanted.connect(self._on_report_wanted)
        self.messages.question.record_wanted.connect(self._on_record_wanted)
        self._keys = WindowKeys((*PAGES, *FOOT_PAGES), self.rail, self)
        self._keys.page_wanted.connect(self._on_page_key)
        self._keys.lock_wanted.connect(self.lock)

    def _wire_facts(self, today: TodayPage) -> None:
        """Listen after the Today page, which asks for its day before anybody asks for alerts."""
        today.noticed_requested.connect(self._on_noticed_requested)
        today.draft_changed.connect(self._on_draft_changed)
        today.lower_half.completed.connect(self._ask_for_the_rest)
        self._bridge.opened.connect(self._on_opened)
        self._bridge.failed.connect(self._on_failed)
        self._bridge.saved.connect(self._on_saved)
        self.leaving.watch(today)
