"""The reminder at work: looks at the clock, asks whether today is recorded, shows one note."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from diary.i18n import mark, translate
from diary.ui.reminder.due import due, read_time

if TYPE_CHECKING:
    from diary.settings import Settings
    from diary.ui.bridge import Bridge
    from diary.ui.facts import DiaryOpened
    from diary.ui.reminder.tray import Tray

SHOWN_ON = "reminder_shown_on"
_NOTE = mark("Half a minute for today, if you like.")
_LOOK_MS = 30_000


class Front(Protocol):
    """The window, as far as the reminder knows it."""

    def is_in_front(self) -> bool:
        """Return whether she has the window before her."""


class Reminder(QObject):
    """Shows a note at the chosen time on a day that has no entry yet.

    Args:
        bridge: tells the last recorded day, and the time.
        front: the window.
        tray: shows the note.
        parent: the owner.
    """

    option_changed = Signal(str, object)  # the day of the last note is kept, so that one is enough

    def __init__(
        self, bridge: Bridge, front: Front, tray: Tray, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tray = tray
        self._at = dt.time()
        self._shown_on: dt.date | None = None
        self._recorded: dt.date | None = None  # the last recorded day, as last told
        self._is_asking = False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self.take(bridge, front)

    def take(self, bridge: Bridge, front: Front) -> None:
        """Go on with another window."""
        self._bridge, self._front = bridge, front
        bridge.opened.connect(self._on_opened)
        bridge.protection.locked.connect(self._on_locked)

    @property
    def is_on(self) -> bool:
        """Whether it looks at the clock."""
        return self._timer.isActive()

    def start(self, settings: Settings) -> None:
        """Remind her at the time she set."""
        self._at = read_time(settings.reminder_at)
        kept = settings.reminder_shown_on
        self._shown_on = None if kept is None else dt.date.fromisoformat(kept)
        self._tray.show()
        self._timer.start()
        self.look()

    def stop(self) -> None:
        """Remind her no more."""
        self._timer.stop()
        self._tray.hide()

    @Slot()
    def look(self) -> None:
        """Look at the clock; near a note, ask whether today is recorded by now."""
        if self._is_due(today_recorded=False):
            self._is_asking = True
            self._bridge.open_diary()
        elif self._is_due(today_recorded=False, in_front=False):
            self._keep_shown()  # she is here at that time, so she needs no note

    @Slot(object)
    def _on_opened(self, fact: DiaryOpened) -> None:
        self._recorded = fact.last_day
        self._on_answered()

    @Slot()
    def _on_locked(self) -> None:
        """Remind her of a locked diary as of what it said when it was locked."""
        self._on_answered()

    def _on_answered(self) -> None:
        if not self._is_asking or not self.is_on:
            return
        self._is_asking = False
        recorded = self._recorded is not None and self._recorded >= self._now().date()
        if self._is_due(today_recorded=recorded):
            self._keep_shown()
            self._tray.note(translate(_NOTE))

    def _is_due(self, *, today_recorded: bool, in_front: bool | None = None) -> bool:
        here = self._front.is_in_front() if in_front is None else in_front
        return due(self._now(), self._at, self._shown_on, today_recorded, in_front=here)

    def _keep_shown(self) -> None:
        self._shown_on = self._now().date()
        self.option_changed.emit(SHOWN_ON, self._shown_on.isoformat())

    def _now(self) -> dt.datetime:
        return self._bridge.clock.now().astimezone().replace(tzinfo=None)
