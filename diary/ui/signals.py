"""Ctrl+C in the terminal and the end of the session close the window as its own button does."""

from __future__ import annotations

import contextlib
import signal
import socket
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Slot

if TYPE_CHECKING:
    from types import FrameType

_ENDING = (signal.SIGINT, signal.SIGTERM)
_MANY = 4096


class SignalQuit(QObject):
    """Quits the application on a signal until ``stop`` is called.

    Python looks at signals only between its own steps, and Qt's loop makes none by itself: each
    signal writes into a socket that wakes the loop. Closing may still ask about unsaved answers.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reads, self._written = socket.socketpair()
        self._reads.settimeout(0)
        self._written.settimeout(0)
        self._notifier = QSocketNotifier(self._reads.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_woken)
        self._fd_before = signal.set_wakeup_fd(self._written.fileno(), warn_on_full_buffer=False)
        self._before = {number: signal.signal(number, _quit) for number in _ENDING}

    def stop(self) -> None:
        """Give the signals back to whoever had them."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._fd_before)
        self._notifier.setEnabled(False)
        self._reads.close()
        self._written.close()

    @Slot()
    def _on_woken(self) -> None:
        with contextlib.suppress(BlockingIOError):
            self._reads.recv(_MANY)


def _quit(_number: int, _frame: FrameType | None) -> None:
    QCoreApplication.quit()
