"""The frame of the window: the rail, the page shown, and messages. It wires; pages work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from diary.i18n import mark, plural, translate
from diary.ui.pages import PAGES
from diary.ui.question_banner import QuestionBanner
from diary.ui.rail import Rail
from diary.ui.today.page import TodayPage
from diary.ui.widgets.banner import Banner

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from diary.ui import facts
    from diary.ui.bridge import Bridge
    from diary.ui.look import ThemeChoice
    from diary.ui.theme import Theme

TITLE = "Daymark"
SMALLEST_WIDTH, SMALLEST_HEIGHT = 760, 520
_FIRST_WIDTH, _FIRST_HEIGHT = 1180, 760
_DEMO = mark("Sample diary: made up. Nothing here is kept.")
_SAVE_AND_CLOSE = mark("Save and close")
_HERE = frozenset({"save", "day"})  # the Today page tells these itself


class MainWindow(QMainWindow):
    """The window.

    Args:
        bridge: the way to the program.
        theme: colours and text size.
        place: size and place of the window last time, as told by ``option_changed``.
        demo: whether this is the made-up diary.
    """

    painted = Signal()  # once, after the first paint
    option_changed = Signal(str, object)  # an option of the settings, and its new value

    def __init__(
        self, bridge: Bridge, theme: Theme, place: str | None = None, *, demo: bool = False
    ) -> None:
        super().__init__()
        self._bridge, self._theme = bridge, theme
        self._is_painted = self._is_open = False
        self._was_asked = self._is_closing = self._tells_opening = False
        self.setWindowTitle(TITLE)
        self.setMinimumSize(SMALLEST_WIDTH, SMALLEST_HEIGHT)
        self.rail = Rail(PAGES, theme, self)
        self.banner = Banner(theme, parent=self)
        self.demo_banner = Banner(theme, closable=False, parent=self)
        self.question = QuestionBanner(bridge, theme, self)
        self.pages: dict[str, QWidget] = {}
        self._stack = QStackedWidget(self)
        self._build()
        self._wire()
        self.today = TodayPage(bridge, theme, self._stack)
        self._add_page("today", self.today)
        self.show_page("today")
        self.today.setFocus()
        self._wire_facts()
        self._restore_place(place)
        if demo:
            self.demo_banner.tell(translate(_DEMO))

    @Slot(str)
    def show_page(self, page: str) -> None:
        """Show a page of the rail, and build it if this is the first time."""
        if page not in self.pages:
            entry = next(entry for entry in PAGES if entry.id == page)
            self._add_page(page, entry.make(self._bridge, self._theme, self._stack))
            if self._is_open:
                self._bridge.open_diary()  # tells the new page what the others know
        self.rail.show_page(page)
        self._stack.setCurrentWidget(self.pages[page])

    @Slot(object)
    def show_day(self, day: dt.date) -> None:
        """Show a day on the Today page."""
        self.today.show_day(day)
        self.show_page("today")

    def tell_problem(self, message: str) -> None:
        """Say calmly that something did not work."""
        self.banner.tell(message, kind="problem")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell, once, that the frame stands."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self._on_first_painted)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask once about answers that are not saved, without a dialog; then close the diary."""
        days = len(self.today.unsaved_days())
        if days and not self._was_asked:
            self._was_asked = True
            event.ignore()
            self.show_page("today")
            one = mark("Some answers are not saved yet. Close once more to leave them out.")
            many = mark("Answers of {n} days are not saved yet. Close once more to leave them out.")
            words = plural(one, many, days)
            self.banner.tell(words, action=translate(_SAVE_AND_CLOSE))
            return
        place = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        self.option_changed.emit("window_geometry", place)
        self._bridge.close()
        super().closeEvent(event)

    @Slot()
    def _on_first_painted(self) -> None:
        self.painted.emit()

    @Slot(object)
    def _on_opened(self, _fact: facts.DiaryOpened) -> None:
        if not self._is_open:
            self._is_open = True
            self._bridge.load_alerts()

    @Slot(object)
    def _on_failed(self, fact: facts.Failed) -> None:
        if self._is_closing:
            self._is_closing = self._was_asked = False  # closing must ask once more
        if fact.what not in _HERE:
            self._tells_opening = fact.what == "open"
            self.tell_problem(" ".join((fact.message, *fact.problems)))

    @Slot()
    def _on_noticed_requested(self) -> None:
        self.show_page("noticed")

    @Slot()
    def _on_record_wanted(self) -> None:
        self.show_day(self._bridge.clock.today())
        self.today.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_banner_acted(self) -> None:
        self._is_closing = True
        self.today.save_all()

    @Slot(object)
    def _on_saved(self, _fact: facts.DaySaved) -> None:
        if self._tells_opening:
            self._tells_opening = False
            self.banner.hide()
        self._close_if_saved()

    @Slot()
    def _close_if_saved(self) -> None:
        if self._is_closing and not self.today.unsaved_days():
            self.close()

    @Slot()
    def _on_draft_changed(self) -> None:
        if self._was_asked:
            self._was_asked = False
            self.banner.hide()

    @Slot(str, int)
    def _on_look_chosen(self, choice: ThemeChoice, text_size: int) -> None:
        self._theme.set_choice(choice)
        self._theme.set_text_size(text_size)
        self.option_changed.emit("theme", self._theme.choice)
        self.option_changed.emit("text_size", self._theme.text_size)

    @Slot()
    def _on_page_key(self) -> None:
        page = str(self.sender().property("page"))
        self.show_page(page)
        self.pages[page].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _restore_place(self, place: str | None) -> None:
        self.resize(_FIRST_WIDTH, _FIRST_HEIGHT)
        if place is not None:
            kept = QByteArray(place.encode("ascii", "ignore"))
            self.restoreGeometry(QByteArray.fromBase64(kept))

    def _add_page(self, page: str, widget: QWidget) -> None:
        self.pages[page] = widget
        self._stack.addWidget(widget)
        requested = getattr(widget, "day_requested", None)
        if requested is not None:
            requested.connect(self.show_day)

    def _build(self) -> None:
        messages = QVBoxLayout()
        messages.setContentsMargins(24, 12, 24, 0)
        messages.setSpacing(8)
        messages.addWidget(self.demo_banner)
        messages.addWidget(self.banner)
        messages.addWidget(self.question)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(messages)
        column.addWidget(self._stack, 1)
        central = QWidget(self)
        central.setProperty("kind", "page")
        central.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(central)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        self.setCentralWidget(central)

    def _wire(self) -> None:
        self.rail.page_chosen.connect(self.show_page)
        self.rail.look_chosen.connect(self._on_look_chosen)
        self.banner.acted.connect(self._on_banner_acted)
        self.question.record_wanted.connect(self._on_record_wanted)
        for number, entry in enumerate(PAGES, start=1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.setProperty("page", entry.id)
            shortcut.activated.connect(self._on_page_key)
        for keys, slot in (
            (QKeySequence.StandardKey.ZoomIn, self.rail.make_larger),
            (QKeySequence.StandardKey.ZoomOut, self.rail.make_smaller),
        ):
            QShortcut(keys, self).activated.connect(slot)

    def _wire_facts(self) -> None:
        """Listen after the Today page, which asks for its day before anybody asks for alerts."""
        self.today.noticed_requested.connect(self._on_noticed_requested)
        self.today.draft_changed.connect(self._on_draft_changed)
        self._bridge.opened.connect(self._on_opened)
        self._bridge.failed.connect(self._on_failed)
        self._bridge.saved.connect(self._on_saved)
        self._bridge.day_loaded.connect(self._close_if_saved)
