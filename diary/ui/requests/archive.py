"""Requests about the bin of deleted days and the earlier versions of days."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from diary.ui import facts

if TYPE_CHECKING:
    import datetime as dt

    from diary.ui.clock import Clock
    from diary.ui.desk import Desk
    from diary.ui.requests.care import Ask

WHAT = "archive"


class ArchiveRequests(QObject):
    """Deletes days, lists what days said, puts it back; a failure is told as ``archive``.

    Args:
        ask: has a job done on the worker.
        desk: the services.
        clock: tells now.
        parent: the bridge.
    """

    loaded = Signal(object)  # ArchiveLoaded: the bin, and the days with earlier versions
    versions_loaded = Signal(object)  # VersionsLoaded: of one day
    deleted = Signal(object)  # the day that lies in the bin now
    put_back = Signal(object)  # the day that is recorded again, or an earlier version of it
    emptied = Signal(object)  # None: what was in the bin long enough is gone
    changed = Signal(object)  # a day that says something else now, by any of these

    def __init__(self, ask: Ask, desk: Desk, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._ask, self._desk, self._clock = ask, desk, clock
        self.deleted.connect(self.changed)
        self.put_back.connect(self.changed)

    def empty(self) -> None:
        """Let go of what was in the bin long enough; answers with ``emptied``."""
        self._ask(WHAT, self._desk.empty_bin, self.emptied.emit)

    def load(self) -> None:
        """Ask for the bin and the days with earlier versions; answers with ``loaded``."""
        self._ask(WHAT, functools.partial(_load, self._desk), self.loaded.emit)

    def load_versions(self, day: dt.date) -> None:
        """Ask for what a day says and said; answers with ``versions_loaded``."""
        job = functools.partial(_load_versions, self._desk, day)
        self._ask(WHAT, job, self.versions_loaded.emit)

    def delete(self, day: dt.date) -> None:
        """Put a day into the bin; answers with ``deleted``."""
        self._ask(WHAT, functools.partial(_delete, self._desk, self._clock, day), self.deleted.emit)

    def take_out(self, day: dt.date) -> None:
        """Take a day out of the bin; answers with ``put_back``."""
        job = functools.partial(_take_out, self._desk, self._clock, day)
        self._ask(WHAT, job, self.put_back.emit)

    def restore(self, day: dt.date, number: int) -> None:
        """Put an earlier version in the place of the present one; answers with ``put_back``."""
        job = functools.partial(_restore, self._desk, self._clock, day, number)
        self._ask(WHAT, job, self.put_back.emit)


def _load(desk: Desk) -> facts.ArchiveLoaded:
    archive = desk.services.archive
    return facts.ArchiveLoaded(deleted=archive.deleted_days(), changed=archive.changed_days())


def _load_versions(desk: Desk, day: dt.date) -> facts.VersionsLoaded:
    return facts.VersionsLoaded(day=day, versions=desk.services.archive.versions(day))


def _delete(desk: Desk, clock: Clock, day: dt.date) -> dt.date:
    desk.services.archive.delete(day, clock.now())
    return day


def _take_out(desk: Desk, clock: Clock, day: dt.date) -> dt.date:
    desk.services.archive.put_back(day, clock.now())
    return day


def _restore(desk: Desk, clock: Clock, day: dt.date, number: int) -> dt.date:
    desk.services.archive.restore(day, number, clock.now())
    return day
