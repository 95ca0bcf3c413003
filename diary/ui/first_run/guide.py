"""Shows the first screens over the page Today, once, in a diary nobody has used yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget

    from diary.ui import facts
    from diary.ui.bridge import Bridge
    from diary.ui.first_run.page import FirstRunPage
    from diary.ui.theme import AppTheme
    from diary.ui.today.page import TodayPage


class Guide(QObject):
    """Watches for a diary that is opened for the first time.

    Args:
        bridge: tells that the diary is open.
        theme: colours and sizes.
        stack: the pages of the window.
        today: the page that waits below; what she wrote there is not covered.
        parent: the owner; not the stack, which would keep what keeps it.
    """

    finished = Signal()
    option_changed = Signal(str, object)

    def __init__(
        self,
        bridge: Bridge,
        theme: AppTheme,
        stack: QStackedWidget,
        today: TodayPage,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._bridge, self._theme, self._stack, self._today = bridge, theme, stack, today
        self.page: FirstRunPage | None = None
        bridge.opened.connect(self._on_opened)

    @Slot(object)
    def _on_opened(self, fact: facts.DiaryOpened) -> None:
        is_free = self._stack.currentWidget() is self._today and not self._today.unsaved_days()
        if self.page is not None or not fact.is_first_run or not is_free:
            return
        from diary.ui.first_run.page import FirstRunPage  # noqa: PLC0415  once in a diary's life
        from diary.ui.room_theme import RoomTheme  # noqa: PLC0415  as above

        self.page = FirstRunPage(self._bridge, RoomTheme(self._theme), self._stack)
        self.page.finished.connect(self.finished)
        self.page.option_changed.connect(self.option_changed)
        self._stack.addWidget(self.page)
        self._stack.setCurrentWidget(self.page)
        self.page.setFocus()
