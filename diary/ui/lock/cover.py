"""What stands before the whole window: the page that unlocks, the work at hand, the ways out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from diary.i18n import mark, translate
from diary.ui.requests.protection import UNLOCK
from diary.ui.requests.rescue import OF_DIARY

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget, QWidget

    from diary.ui import facts
    from diary.ui.bridge import Bridge
    from diary.ui.lock.unlock_page import UnlockPage
    from diary.ui.lock.working_page import WorkingPage
    from diary.ui.theme import Theme

_REFUSED = mark(
    "What you typed does not open the diary file. A file that is damaged refuses the right "
    "passphrase, too. A backup may still open with it."
)
_OTHER_FILE = mark(
    "Another copy is in the place of your diary now. It opens with its passphrase: the one it had "
    "when it was made."
)


class Cover(QObject):
    """Covers the frame of the window while nothing of it is to be seen or done.

    Args:
        bridge: tells when.
        theme: colours and sizes.
        stack: holds the frame alone; what covers it is added.
        parent: the owner; not the stack, which would keep what keeps it.
    """

    told = Signal(str)  # what became of a file that could not be used

    def __init__(
        self, bridge: Bridge, theme: Theme, stack: QStackedWidget, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._bridge, self._theme, self._stack = bridge, theme, stack
        self._before: QWidget | None = None  # what had the focus
        self._working: WorkingPage | None = None
        self._has_other_file = False  # and it did not open yet
        self.page: QWidget | None = None
        protection = bridge.protection
        protection.locked.connect(self.lock)
        protection.refused.connect(self._on_refused)
        protection.unlocked.connect(self.uncover)
        protection.began.connect(self._on_began)
        protection.progressed.connect(self._on_progressed)
        protection.ended.connect(self.uncover)
        protection.code_told.connect(self._on_code_told)
        bridge.failed.connect(self._on_failed)
        bridge.opened.connect(self._on_opened)
        bridge.rescue.done.connect(self._on_other_file)
        bridge.rescue.renewed.connect(self._on_other_file)

    @property
    def is_covering(self) -> bool:
        """Whether nothing of the frame is to be seen."""
        return self.page is not None

    @Slot()
    def lock(self) -> None:
        """Ask for the passphrase."""
        if self._unlock_page() is not None:
            return
        from diary.ui.lock.unlock_page import UnlockPage  # noqa: PLC0415  most diaries are open

        page = UnlockPage(self._theme, self._stack)
        page.tried.connect(self._bridge.protection.unlock)
        page.other_ways_wanted.connect(self._on_other_ways_wanted)
        page.wait(self._bridge.protection.seconds_left)
        if self._has_other_file:
            page.tell_first(translate(_OTHER_FILE))
        self._cover(page)

    @Slot()
    def uncover(self) -> None:
        """Show the frame again."""
        page, self.page = self.page, None
        if page is None:
            return
        self._stack.removeWidget(page)
        page.hide()
        page.deleteLater()
        before, self._before = self._before, None
        if before is not None and shiboken6.isValid(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, words: str) -> None:
        """Say something on the page of the work at hand."""
        if self._working is not None and self.page is self._working:
            self._working.tell(words)

    def _cover(self, page: QWidget) -> None:
        before = self._stack.window().focusWidget() if self.page is None else self._before
        self.uncover()
        self._before, self.page = before, page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _unlock_page(self) -> UnlockPage | None:
        if self.page is None:
            return None
        from diary.ui.lock.unlock_page import UnlockPage  # noqa: PLC0415  as above

        return self.page if isinstance(self.page, UnlockPage) else None

    @Slot(object)
    def _on_refused(self, fact: facts.UnlockRefused) -> None:
        page = self._unlock_page()
        if page is not None:
            page.tell_wrong(fact.message, fact.wait)

    @Slot(object)
    def _on_failed(self, fact: facts.Failed) -> None:
        page = self._unlock_page()
        if fact.is_of_content and fact.what in OF_DIARY:
            self._offer_rescue(fact.message)
        elif page is not None and fact.what == UNLOCK:
            page.tell_problem(fact.message)

    @Slot()
    def _on_other_ways_wanted(self) -> None:
        self._offer_rescue(translate(_REFUSED), can_try=True)

    @Slot()
    def _on_opened(self) -> None:
        self._has_other_file = False

    @Slot()
    def _on_other_file(self) -> None:
        self._has_other_file = True

    @Slot(str)
    def _on_rescued(self, words: str) -> None:
        self.uncover()
        self.told.emit(words)

    def _offer_rescue(self, message: str, *, can_try: bool = False) -> None:
        """Show the ways out of a diary file that cannot be used, unless they are shown."""
        from diary.ui.rescue.page import RescuePage  # noqa: PLC0415  seldom

        if isinstance(self.page, RescuePage):
            return
        page = RescuePage(self._bridge, self._theme, message, self._stack, can_try=can_try)
        page.try_wanted.connect(self.lock)
        page.left.connect(self._on_rescued)
        page.close_wanted.connect(self._stack.window().close)
        self._cover(page)

    @Slot(str)
    def _on_began(self, what: str) -> None:
        from diary.ui.lock.working_page import WorkingPage  # noqa: PLC0415  seldom

        page = WorkingPage(self._theme, self._stack)
        page.start_work(what)
        self._cover(page)
        self._working = page

    @Slot(int, int)
    def _on_progressed(self, done: int, total: int) -> None:
        if self._working is not None and self.page is self._working:
            self._working.tell_progress(done, total)

    @Slot(object)
    def _on_code_told(self, told: facts.CodeTold) -> None:
        from diary.ui.lock.code_page import CodePage  # noqa: PLC0415  seldom

        page = CodePage(self._bridge, self._theme, told, self._stack)
        page.left.connect(self.uncover)
        self._cover(page)
