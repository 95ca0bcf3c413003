"""Leaves nothing unkept behind: drafts are kept before the window closes or the diary locks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from diary.i18n import mark, plural, translate

if TYPE_CHECKING:
    import datetime as dt

    from diary.ui import facts
    from diary.ui.bridge import Bridge
    from diary.ui.today.page import TodayPage

_NOT_LOCKED = mark("Some answers could not be kept, so the diary is not locked.")
_KEEPING = frozenset({"draft", "open"})  # where these fail, drafts are not kept


class Leaving(QObject):
    """Waits until all that she wrote is kept; asks, once, only where it cannot be kept.

    Args:
        bridge: keeps drafts.
        parent: the owner.

    Attributes:
        was_asked: whether she was told what cannot be kept; closed once more, it is left out.
        is_locking: whether the diary is to be locked once all is kept.
    """

    close_wanted = Signal()  # nothing is waited for any more
    asked = Signal(str)  # what cannot be kept
    lock_ready = Signal()  # all is kept
    lock_refused = Signal(str)  # why not

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._today: TodayPage | None = None
        self._why = ""
        self._is_open = self._is_leaving = False
        self.was_asked = self.is_locking = False

    def watch(self, today: TodayPage) -> None:
        """Watch over the page that she writes on, after all others have heard of each fact."""
        self._today = today
        today.draft_changed.connect(self._on_draft_changed)
        self._bridge.opened.connect(self._on_opened)
        self._bridge.failed.connect(self._on_failed)
        later = Qt.ConnectionType.QueuedConnection
        for signal in (self._bridge.day_loaded, self._bridge.drafts.settled, self._bridge.opened):
            signal.connect(self._go_on, later)

    def may_close(self) -> bool:
        """Return whether the window can be closed now; else it is closed or she is asked later."""
        self._is_leaving = not self.was_asked and self._waits()
        unkept = self._unkept()
        if unkept and not self.was_asked and not self._is_leaving:
            self._ask(len(unkept))
            return False
        return not self._is_leaving

    def lock(self) -> None:
        """Have all kept, then tell that the diary can be locked.

        What cannot be kept keeps the diary open: locked away, it would be lost.
        """
        self.is_locking = True
        self._go_on()

    def try_again(self) -> None:
        """Try once more to keep what could not be kept, and close the window then."""
        self.was_asked = False
        self._is_leaving = True
        if self._today is not None:
            self._today.keep_again()

    def _ask(self, days: int) -> None:
        self.was_asked = True
        not_kept = plural(
            "Some answers could not be kept. Close once more to leave them out.",
            "Answers of {n} days could not be kept. Close once more to leave them out.",
            days,
        )
        self.asked.emit(f"{self._why} {not_kept}".strip())

    def _waits(self) -> bool:
        drafts = self._bridge.drafts
        # A day that is being loaded can be kept a moment later.
        is_loading = drafts.is_holding and self._is_open and self._bridge.busy
        return not drafts.is_settled or is_loading

    def _unkept(self) -> frozenset[dt.date]:
        unkept = self._bridge.drafts.unkept
        if not unkept or self._today is None:
            return unkept
        return unkept.intersection(self._today.unsaved_days())

    @Slot()
    def _on_opened(self) -> None:
        self._is_open = True

    @Slot(object)
    def _on_failed(self, fact: facts.Failed) -> None:
        if fact.what in _KEEPING:
            self._why = " ".join((fact.message, *fact.problems))
        self._go_on()

    @Slot()
    def _go_on(self) -> None:
        """Look again whether all is kept by now."""
        if self._is_leaving and not self._waits():
            self.close_wanted.emit()
        elif self.is_locking and not self._waits():
            self.is_locking = False
            if self._unkept():
                self.lock_refused.emit(f"{self._why} {translate(_NOT_LOCKED)}".strip())
            else:
                self.lock_ready.emit()

    @Slot()
    def _on_draft_changed(self) -> None:
        self.was_asked = False
