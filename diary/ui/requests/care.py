"""Requests about what surrounds the days: the person, her numbers to call, treatments, visits."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.domain.care import Profile
    from diary.services.care import CareNow, Part
    from diary.ui.desk import Desk

    # How a part of the bridge has a job done: what it is, the job, who gets its answer.
    Ask: TypeAlias = Callable[[str, Callable[[], Any], Callable[[Any], Any]], None]


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

    def load(self) -> None:
        """Ask for all of it; answers with ``care_changed``."""
        self._ask("care", self._desk.care, self.care_changed.emit)

    def set_person(self, person: Profile) -> None:
        """Keep who she is, not her lists; answers with ``care_changed``."""
        self._ask("care", functools.partial(self._desk.set_person, person), self._on_kept)

    def replace(self, part: Part, items: tuple[Any, ...]) -> None:
        """Keep a list in the place of the one there is; answers with ``care_changed``."""
        self._ask("care", functools.partial(self._desk.replace_care, part, items), self._on_kept)

    def finish_first_run(self) -> None:
        """Keep that the first screens were finished or skipped; answers with ``care_changed``."""
        self._ask("care", self._desk.finish_first_run, self.care_changed.emit)

    def _on_kept(self, now: CareNow) -> None:
        self.care_changed.emit(now)
        self.kept.emit()
