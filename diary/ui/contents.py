"""What stands in the frame of the window: the pages, and what is shown over them.

The window imports this once its frame is painted. A page is built when it is first shown; Today,
which she waits for, at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from diary.ui.first_run.guide import Guide
from diary.ui.lock.offer import Offer
from diary.ui.noticed.calling import Calling
from diary.ui.pages import FOOT_PAGES, PAGES, make_today
from diary.ui.room_theme import RoomTheme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget, QWidget

    from diary.ui.bridge import Bridge
    from diary.ui.theme import AppTheme


class Contents(QObject):
    """The pages, one over the other; what one of them asks of the window is told on.

    Args:
        bridge: the way to the program.
        theme: colours and text size.
        stack: where the pages are shown.
        parent: the owner; not the stack, which would keep what keeps it.
        demo: whether this is the made-up diary, for which no passphrase is offered.

    Attributes:
        today: the page Today.
        pages: all pages that are built, by name.
        calling: shows the sheet of an emergency.
        guide: shows the first screens.
        offer: offers a passphrase; None where it is not offered.
    """

    day_requested = Signal(object)
    page_requested = Signal(str)
    option_changed = Signal(str, object)
    erase_requested = Signal()
    lock_requested = Signal()
    passphrase_wanted = Signal()

    def __init__(
        self, bridge: Bridge, theme: AppTheme, stack: QStackedWidget, parent: QObject, *, demo: bool
    ) -> None:
        super().__init__(parent)
        self._bridge, self._theme, self._stack = bridge, theme, stack
        self.pages: dict[str, QWidget] = {}
        self.calling = Calling(bridge, theme, stack)
        of_today = RoomTheme(theme)
        self.today = make_today(bridge, of_today, stack)
        self._add("today", self.today)
        self.guide = Guide(bridge, theme, stack, self.today, self)
        self.guide.option_changed.connect(self.option_changed)
        self.offer: Offer | None = None
        if not demo:
            self.offer = Offer(bridge, of_today, self.today, self)
            self.offer.wanted.connect(self.passphrase_wanted)

    def show_page(self, page: str) -> bool:
        """Show a page of the rail, and build it if this is the first time; return whether it is."""
        is_first = page not in self.pages
        if is_first:
            entry = next(entry for entry in (*PAGES, *FOOT_PAGES) if entry.id == page)
            self._add(page, entry.make(self._bridge, RoomTheme(self._theme), self._stack))
        else:
            self._bridge.look_for_changes()  # what another program wrote meanwhile is shown there
        self._stack.setCurrentWidget(self.pages[page])
        return is_first

    def _add(self, page: str, widget: QWidget) -> None:
        self.pages[page] = widget
        self._stack.addWidget(widget)
        for request, taken_by in (
            ("day_requested", self.day_requested),
            ("page_requested", self.page_requested),
            ("sheet_requested", self.calling.show_sheet),
            ("option_changed", self.option_changed),
            ("erase_requested", self.erase_requested),
            ("lock_requested", self.lock_requested),
        ):
            if hasattr(widget, request):
                getattr(widget, request).connect(taken_by)
