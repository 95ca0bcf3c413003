"""Requests about a diary file that cannot be used: what can be done about it, and doing it."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from diary.services.rescue import Rescue, Salvaged, WaysOut
    from diary.ui.desk import Desk
    from diary.ui.requests.care import Ask

RESCUE: Final = "rescue"
OPEN: Final = "open"
# Requests that read or write the diary itself: what they find damaged is no other file.
OF_DIARY: Final = frozenset(
    {
        *(OPEN, "unlock", "day", "days", "glance", "search", "save", "alerts", "act", "care"),
        *("draft", "discard", "archive", "chart", "small", "body", "preview", "rule"),
    }
)


class Answer(NamedTuple):
    """Whether a copy was put back, and where the file that could not be used is kept."""

    is_done: bool
    kept: Path | None = None


class RescueRequests(QObject):
    """Finds the ways out and goes them; failures are told by the bridge: ``rescue``.

    Args:
        ask: has a job done on the worker.
        desk: holds the diary, which is let go first.
        make_rescue: makes the service, for what was given to open the diary.
        parent: the bridge.
    """

    looked = Signal(object)  # diary.services.rescue.WaysOut
    salvaged = Signal(object)  # diary.services.rescue.Salvaged
    unprotected = Signal(object)  # this copy would be the diary without its passphrase: a Path
    renewed = Signal()  # another file is in the place of the one that could not be used
    done = Signal(object)  # where the file that could not be used is kept: a Path, or None

    def __init__(
        self,
        ask: Ask,
        desk: Desk,
        make_rescue: Callable[[], Rescue] | None,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._ask, self._desk, self._make_rescue = ask, desk, make_rescue

    def look(self) -> None:
        """Ask what can be done; answers with ``looked``."""
        self._run(_look, self.looked.emit)

    def look_again(self, ways: WaysOut) -> None:
        """Ask whether a command put the file right meanwhile; answers ``renewed`` if it may have.

        Args:
            ways: what was found out about the file that could not be used.
        """
        self._run(functools.partial(_is_renewed, ways=ways), self._on_looked_again)

    def put_back(self, file: Path, *, is_sure: bool = False) -> None:
        """Put a copy in the place of the diary; answers with ``done``, or ``unprotected``.

        Args:
            file: the copy.
            is_sure: whether it may become a diary that anybody can open.
        """
        job = functools.partial(_put_back, file=file, is_sure=is_sure)
        self._run(job, functools.partial(self._on_put_back, file))

    def salvage(self) -> None:
        """Make a new diary of what can be read, beside the damaged one; answers ``salvaged``."""
        self._run(_salvage, self.salvaged.emit)

    def take(self, salvaged: Salvaged) -> None:
        """Put that new diary in the place of the damaged one; answers with ``done``."""
        self._run(functools.partial(_take, salvaged=salvaged), self.done.emit)

    def leave(self, salvaged: Salvaged) -> None:
        """Let that new diary go."""
        self._run(functools.partial(_leave, salvaged=salvaged), _nothing)

    def _on_looked_again(self, is_renewed: bool) -> None:
        if is_renewed:
            self.renewed.emit()

    def _on_put_back(self, file: Path, answer: Answer) -> None:
        if answer.is_done:
            self.done.emit(answer.kept)
        else:
            self.unprotected.emit(file)

    def _run(self, job: Callable[..., object], done: Callable[..., object]) -> None:
        if self._make_rescue is not None:
            self._ask(RESCUE, functools.partial(job, self._make_rescue, self._desk), done)


def _look(make_rescue: Callable[[], Rescue], desk: Desk) -> WaysOut:
    desk.give_up()
    return make_rescue().ways_out()


def _is_renewed(make_rescue: Callable[[], Rescue], _desk: Desk, *, ways: WaysOut) -> bool:
    now = make_rescue().state()
    return now is not None and now != ways.state


def _put_back(
    make_rescue: Callable[[], Rescue], desk: Desk, *, file: Path, is_sure: bool
) -> Answer:
    now, rescue = desk.give_up(), make_rescue()
    if not is_sure and rescue.loses_protection(file):
        return Answer(is_done=False)
    return Answer(is_done=True, kept=rescue.put_back(file, now))


def _salvage(make_rescue: Callable[[], Rescue], _desk: Desk) -> Salvaged:
    return make_rescue().salvage()


def _take(make_rescue: Callable[[], Rescue], desk: Desk, *, salvaged: Salvaged) -> Path | None:
    return make_rescue().take(salvaged, desk.give_up())


def _leave(make_rescue: Callable[[], Rescue], _desk: Desk, *, salvaged: Salvaged) -> None:
    make_rescue().leave(salvaged)


def _nothing(_answer: None) -> None:
    """Nobody waits for this."""
