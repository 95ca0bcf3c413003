"""Requests about what surrounds the days: the person, her numbers to call, treatments, visits.

Of what is kept while she types, one write is under way at a time and only the last state of each
list follows it, so that typing never waits for the file.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.domain.care import Profile
    from diary.services.care import CareNow, Part
    from diary.ui import facts
    from diary.ui.desk import Desk

    # How a part of the bridge has a job done: what it is, the job, who gets its answer.
    Ask: TypeAlias = Callable[[str, Callable[[], Any], Callable[[Any], Any]], None]

WHAT = "care"
_PERSON = "person"


class CareRequests(QObject):
    """Asks for and keeps what surrounds the days; a failure is told by the bridge as ``care``.

    Args:
        ask: has a job done on the worker.
        desk: the services.
        parent: the bridge.
    """

    care_changed = Signal(object)  # diary.services.care.CareNow: all of it, loaded or kept
    kept = Signal()  # something was written, so that others may want to look again

    def __init__(self, ask: Ask, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._ask, self._desk = ask, desk
        self._waiting: dict[str, Callable[[], CareNow]] = {}
        self._is_writing = False

    def load(self) -> None:
        """Ask for all of it; answers with ``care_changed``."""
        self._ask(WHAT, self._desk.care, self._on_loaded)

    def set_person(self, person: Profile) -> None:
        """Keep who she is, not her lists; answers with ``care_changed``."""
        self._keep(_PERSON, functools.partial(self._desk.set_person, person))

    def replace(self, part: Part, items: tuple[Any, ...]) -> None:
        """Keep a list in the place of the one there is; answers with ``care_changed``."""
        self._keep(part, functools.partial(self._desk.replace_care, part, items))

    def finish_first_run(self) -> None:
        """Keep that the first screens were finished or skipped; answers with ``care_changed``."""
        self._ask(WHAT, self._desk.finish_first_run, self._on_loaded)

    def write_all(self) -> None:
        """Have everything that waits written before whatever is asked for next."""
        while self._waiting:
            self._write()

    @Slot(object)
    def on_failed(self, fact: facts.Failed) -> None:
        """Go on with what waits; what failed is told by the bridge."""
        if fact.what == WHAT and self._is_writing:
            self._is_writing = False
            if self._waiting:
                self._write()

    def _keep(self, what: str, job: Callable[[], CareNow]) -> None:
        self._waiting[what] = job
        if not self._is_writing:
            self._write()

    def _write(self) -> None:
        self._is_writing = True
        what = next(iter(self._waiting))
        self._ask(WHAT, self._waiting.pop(what), self._on_kept)

    def _on_loaded(self, now: CareNow) -> None:
        if not self._waiting and not self._is_writing:
            self.care_changed.emit(now)

    def _on_kept(self, now: CareNow) -> None:
        self._is_writing = False
        if self._waiting:
            self._write()
            return
        self.care_changed.emit(now)
        self.kept.emit()
