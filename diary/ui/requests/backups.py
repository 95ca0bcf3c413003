"""Requests about backups: made at closing or when asked for, listed, looked into, put back."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from diary.errors import DiaryError, RequestError
from diary.ui.backup_facts import BackupsNow, Copy, CopyCompared, CopyLookedAt, PutBack

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from diary.services.open import Services
    from diary.services.safekeeping import Check, Snapshot
    from diary.ui.clock import Clock
    from diary.ui.desk import Desk
    from diary.ui.requests.care import Ask

WHAT = "backup"


class BackupRequests(QObject):
    """Makes, lists and puts back copies of the diary; a failure is told as ``backup``.

    Args:
        ask: has a job done on the worker.
        desk: the services.
        clock: tells now.
        write_all: has written down what she typed, so that a copy holds it.
        parent: the bridge.
    """

    told = Signal(object)  # what did not work at the last backup: a text, or None
    loaded = Signal(object)  # BackupsNow
    made = Signal(object)  # what did not work: a text, or None where there is a backup
    looked_at = Signal(object)  # CopyLookedAt
    compared = Signal(object)  # CopyCompared
    put_back = Signal(object)  # PutBack
    checked = Signal(object)  # diary.services.safekeeping.Check

    def __init__(
        self,
        ask: Ask,
        desk: Desk,
        clock: Clock,
        write_all: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._ask, self._desk, self._clock, self._write_all = ask, desk, clock, write_all
        self._undo: tuple[Path, str | None] | None = None  # used on the worker only

    def look_back(self) -> None:
        """Ask how the last backup went; answers with ``told``."""
        self._ask(WHAT, functools.partial(_told, self._desk), self.told.emit)

    def keep(self) -> None:
        """Make a backup if anything changed, while the diary stays open; answers with ``told``."""
        self._write_all()
        job = functools.partial(_keep, self._desk, self._clock, asked=False)
        self._ask(WHAT, job, self.told.emit)

    def load(self) -> None:
        """Ask for the list; answers with ``loaded``."""
        self._ask(WHAT, functools.partial(_load, self._desk), self.loaded.emit)

    def back_up(self) -> None:
        """Make a backup now; answers with ``made``, ``told`` and ``loaded``."""
        self._write_all()
        job = functools.partial(_keep, self._desk, self._clock, asked=True)
        self._ask(WHAT, job, self._on_made)

    def choose(self, folder: Path | None) -> None:
        """Keep which second folder she chose; answers with ``made``, ``told`` and ``loaded``."""
        job = functools.partial(_choose, self._desk, self._clock, folder)
        self._ask(WHAT, job, self._on_made)

    def look_at(self, path: Path) -> None:
        """Ask what is in a copy; answers with ``looked_at``."""
        self._ask(WHAT, functools.partial(_look_at, self._desk, path), self.looked_at.emit)

    def compare(self, path: Path, passphrase: str | None = None) -> None:
        """Ask what putting a copy back would change; answers with ``compared``."""
        self._write_all()
        job = functools.partial(_compare, self._desk, path, passphrase)
        self._ask(WHAT, job, self.compared.emit)

    def restore(self, path: Path, passphrase: str | None = None) -> None:
        """Put a copy back, opened with its own passphrase if it has one; answers ``put_back``."""
        self._write_all()
        self._ask(WHAT, functools.partial(self._restore, path, passphrase), self._on_put_back)

    def undo(self) -> None:
        """Put back the diary as it was before the last ``restore``; answers ``put_back``."""
        self._write_all()
        self._ask(WHAT, self._restore_last, self._on_put_back)

    def check(self) -> None:
        """Check the diary and its newest backup; answers with ``checked``."""
        job = functools.partial(_check, self._desk, self._clock)
        self._ask(WHAT, job, self.checked.emit)

    def _on_made(self, told: str | None) -> None:
        self.made.emit(told)
        self.told.emit(told)
        self.load()

    def _on_put_back(self, fact: PutBack) -> None:
        self.put_back.emit(fact)
        self.load()

    def _restore(self, path: Path, passphrase: str | None) -> PutBack:
        services = self._desk.services
        before = services.passphrase
        opened_with = (passphrase or before) if services.is_protected_copy(path) else None
        kept = services.safekeeping.restore_with(path, opened_with, self._clock.now())
        can_undo = kept is not None and kept.suffix == path.suffix  # no damaged one
        self._undo = (kept, before) if kept is not None and can_undo else None
        return PutBack(path, kept, can_undo)

    def _restore_last(self) -> PutBack:
        if self._undo is None:
            raise RuntimeError("nothing was put back")
        path, passphrase = self._undo
        self._undo = None
        safekeeping, now = self._desk.services.safekeeping, self._clock.now()
        kept = safekeeping.restore_with(path, passphrase, now, as_it_is=True)
        return PutBack(path, kept, can_undo=False, was_undone=True)


def _told(desk: Desk) -> str | None:
    return desk.services.closing_backup.told()


def _keep(desk: Desk, clock: Clock, *, asked: bool) -> str | None:
    return desk.services.keep(clock.now(), asked=asked).told


def _choose(desk: Desk, clock: Clock, folder: Path | None) -> str | None:
    services = desk.services
    services.choose_second_folder(folder)
    return services.keep(clock.now()).told


def _load(desk: Desk) -> BackupsNow:
    services = desk.services
    place = services.second_folder()
    here = [_copy(one, services, is_elsewhere=False) for one in services.safekeeping.backups()]
    there = () if place is None else place.copies()
    elsewhere = [_copy(one, services, is_elsewhere=True) for one in there]
    copies = sorted(here + elsewhere, key=_made_at, reverse=True)
    return BackupsNow(
        folder=services.paths.backups,
        copies=tuple(copies),
        second=None if place is None else place.folder,
        is_second_there=place is not None and place.is_there,
        told=services.closing_backup.told(),
    )


def _copy(about: Snapshot, services: Services, *, is_elsewhere: bool) -> Copy:
    try:
        is_protected = services.is_protected_copy(about.path)
    except DiaryError:
        is_protected = None
    return Copy(about, is_elsewhere, is_protected)


def _made_at(copy: Copy) -> dt.datetime:
    return copy.about.taken_at


def _look_at(desk: Desk, path: Path) -> CopyLookedAt:
    try:
        return CopyLookedAt(path, desk.services.safekeeping.look_at(path))
    except RequestError:
        return CopyLookedAt(path, None, needs_other=True)
    except DiaryError:
        return CopyLookedAt(path, None)


def _compare(desk: Desk, path: Path, passphrase: str | None) -> CopyCompared:
    safekeeping = desk.services.safekeeping
    try:
        return CopyCompared(path, safekeeping.compare(path, passphrase))
    except DiaryError as error:
        needs_other = safekeeping.is_wrong_passphrase(error)
        return CopyCompared(path, None, error.user_message, needs_other=needs_other)


def _check(desk: Desk, clock: Clock) -> Check:
    return desk.services.safekeeping.check(clock.today())
