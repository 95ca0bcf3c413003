"""Requests about drafts: what she is writing is kept in the file from the first touch.

At most one write is under way; of what came meanwhile only the last state of each day is written,
and nothing waits for a timer. A power cut loses what was typed during one write, and no more.
"""

from __future__ import annotations

import functools
from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from diary.ui import facts

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from diary.ui.clock import Clock
    from diary.ui.desk import Desk
    from diary.ui.requests.care import Ask

WHAT = "draft"
DISCARD = "discard"


class DraftRequests(QObject):
    """Keeps drafts and puts them away; failures are told by the bridge: ``draft``, ``discard``.

    Args:
        ask: has a job done on the worker.
        desk: the services.
        clock: tells now.
        parent: the bridge.
    """

    discarded = Signal(object)  # DraftDiscarded
    settled = Signal()  # nothing waits to be written any more

    def __init__(self, ask: Ask, desk: Desk, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._ask, self._desk, self._clock = ask, desk, clock
        self._waiting: dict[dt.date, Callable[[], str | None]] = {}
        self._writing: deque[dt.date] = deque()  # answered in this order
        self._failed: set[dt.date] = set()
        self._held: set[dt.date] = set()

    @property
    def is_settled(self) -> bool:
        """Whether all that can be written is written."""
        return not self._writing and not self._waiting

    @property
    def unkept(self) -> frozenset[dt.date]:
        """The days whose last state is not in the file, and not on its way there."""
        return frozenset(self._failed | self._held)

    @property
    def is_holding(self) -> bool:
        """Whether a form waits for its day to be looked up."""
        return bool(self._held)

    def keep(self, day: dt.date, body: Callable[[], str | None]) -> None:
        """Write the form of a day as it stands.

        Args:
            day: the day.
            body: returns the JSON object to keep, None if nothing is to be kept any more; called
                on the worker.
        """
        self._held.discard(day)
        self._waiting[day] = body
        self._write_next()

    def hold(self, day: dt.date) -> None:
        """Take note of a form that cannot be kept yet, because the file was not looked up."""
        self._held.add(day)

    def let_go(self, day: dt.date) -> None:
        """Do not write what waits for a day, because its draft goes by another request."""
        self._waiting.pop(day, None)
        self._failed.discard(day)
        self._held.discard(day)

    def discard(self, day: dt.date) -> None:
        """Take the draft of a day away; answers with ``discarded``, so that it can come back."""
        self.let_go(day)
        self._ask(DISCARD, functools.partial(_discard, self._desk, day), self.discarded.emit)

    def write_all(self) -> None:
        """Have everything that waits written before whatever is asked for next."""
        while self._waiting:
            self._write()

    @Slot(object)
    def on_failed(self, fact: facts.Failed) -> None:
        """Go on with the next day; the one that failed is written again with its next change."""
        if fact.what == WHAT:
            self._failed.add(self._writing[0])
            self._on_answered()

    def _write_next(self) -> None:
        if self._waiting and not self._writing:
            self._write()

    def _write(self) -> None:
        day = next(iter(self._waiting))
        job = functools.partial(_write, self._desk, self._clock, day, self._waiting.pop(day))
        self._writing.append(day)
        self._ask(WHAT, job, self._on_written)

    def _on_written(self, day: dt.date) -> None:
        self._failed.discard(day)
        self._on_answered()

    def _on_answered(self) -> None:
        self._writing.popleft()
        self._write_next()
        if self.is_settled:
            self.settled.emit()


def _write(desk: Desk, clock: Clock, day: dt.date, body: Callable[[], str | None]) -> dt.date:
    drafts, text = desk.services.drafts, body()
    if text is None:
        drafts.discard(day)
    else:
        drafts.keep(day, text, clock.now())
    return day


def _discard(desk: Desk, day: dt.date) -> facts.DraftDiscarded:
    return facts.DraftDiscarded(day=day, body=desk.services.drafts.discard(day))
