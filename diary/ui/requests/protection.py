"""Requests about the passphrase: opening a locked diary, setting it up, changing and ending it."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from diary.ui import facts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from diary.ui.desk import Desk
    from diary.ui.requests.care import Ask

UNLOCK, PROTECT, CODE, KEEP_CODE = "unlock", "protect", "code", "code_file"
ON, CHANGE, OFF = "on", "change", "off"


class ProtectionRequests(QObject):
    """Locks and unlocks; failures are told by the bridge: ``unlock``, ``protect``, ``code``.

    Args:
        ask: has a job done on the worker.
        desk: the services.
        parent: the bridge.

    Attributes:
        is_working: whether the diary and its backups are being written anew.
    """

    locked = Signal()  # the diary opens only with its passphrase, which nobody gave yet
    refused = Signal(object)  # what she typed did not open it (``UnlockRefused``)
    unlocked = Signal()
    began = Signal(str)  # ``on``, ``change`` or ``off``: all else waits
    progressed = Signal(int, int)  # files done, and all there are
    ended = Signal()
    code_told = Signal(object)  # CodeTold
    turned_off = Signal(object)  # the backups that could not be changed, as paths
    code_kept = Signal(object)  # the file it is in, a Path

    _told_far = Signal(int, int)  # by the worker

    def __init__(self, ask: Ask, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._ask, self._desk = ask, desk
        self.is_working = False
        self._told_far.connect(self.progressed, Qt.ConnectionType.QueuedConnection)

    @property
    def seconds_left(self) -> int:
        """For how many seconds the next try has to wait."""
        return self._desk.tries.seconds_left

    def unlock(self, typed: str) -> None:
        """Open with what she typed; answers with ``unlocked`` and ``opened``, or ``refused``."""
        self._ask(UNLOCK, functools.partial(self._desk.unlock, typed), self._on_tried)

    def turn_on(self, passphrase: str) -> None:
        """Protect the diary; answers with ``code_told``."""
        self._begin(ON, functools.partial(self._desk.turn_on, passphrase, self._told_far.emit))

    def change(self, present: str, new: str) -> None:
        """Change the passphrase; answers with ``code_told``."""
        self._begin(CHANGE, functools.partial(self._desk.change, present, new, self._told_far.emit))

    def turn_off(self, passphrase: str) -> None:
        """Take the passphrase off; answers with ``turned_off``."""
        self._begin(OFF, functools.partial(self._desk.turn_off, passphrase, self._told_far.emit))

    def show_code(self, passphrase: str) -> None:
        """Ask for the recovery code once more; answers with ``code_told``."""
        self._ask(CODE, functools.partial(self._desk.code, passphrase), self.code_told.emit)

    def keep_code(self, out: Path, content: bytes) -> None:
        """Write the page with the code into a file; answers with ``code_kept``."""
        self._ask(
            KEEP_CODE, functools.partial(self._desk.keep_code, out, content), self.code_kept.emit
        )

    def keep_offered(self) -> None:
        """Keep that she was asked whether she wants a passphrase."""
        self._ask("offer", self._desk.keep_offered, self._on_offered)

    def _on_offered(self, _nothing: None) -> None:
        """Nobody waits for this."""

    @Slot(object)
    def on_failed(self, fact: facts.Failed) -> None:
        """Let all else go on."""
        if fact.what == PROTECT:
            self._end()

    def _begin(self, what: str, job: Callable[[], object]) -> None:
        self.is_working = True
        self.began.emit(what)
        self._ask(PROTECT, job, self._on_done)

    def _on_done(self, told: object) -> None:
        self._end()
        if isinstance(told, facts.CodeTold):
            self.code_told.emit(told)
        else:
            self.turned_off.emit(told)

    def _end(self) -> None:
        self.is_working = False
        self.ended.emit()

    def _on_tried(self, refused: facts.UnlockRefused | None) -> None:
        if refused is None:
            self.unlocked.emit()
        else:
            self.refused.emit(refused)
