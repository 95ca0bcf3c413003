"""Ctrl+C in the terminal and the end of the session close the window as its own button does."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot

if TYPE_CHECKING:
    from types import FrameType

_ENDING = (signal.SIGINT, signal.SIGTERM)
_LOOK_MS = 250


class SignalQuit(QObject):
    """Quits the application on a signal until ``stop`` is called.

    Python looks at signals only between its own steps, and Qt's loop makes none by itself: a
    timer makes one now and then. Closing may still ask about unsaved answers.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_look)
        self._timer.start(_LOOK_MS)
        self._before = {number: signal.signal(number, _quit) for number in _ENDING}

    def stop(self) -> None:
        """Give the signals back to whoever had them."""
        self._timer.stop()
        for number, handler in self._before.items():
            signal.signal(number, handler)

    @Slot()
    def _on_look(self) -> None:
        """Let Python have a look; nothing else is to be done."""


def _quit(_number: int, _frame: FrameType | None) -> None:
    QCoreApplication.quit()
