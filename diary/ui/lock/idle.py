"""Tells when nothing was touched for some minutes."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QGuiApplication, QWindow

_LOOK_MS = 10_000
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
    }
)


def _clocks() -> tuple[float, float]:
    """Return two clocks: one stands still while the computer sleeps, the other can be set."""
    return time.monotonic(), time.time()


class IdleWatch(QObject):
    """Watches the windows of the program, and their dialogs, for keys and the mouse.

    What comes from the system goes through its windows, so that nothing is asked of the much
    greater number of events between the widgets.

    Args:
        app: the application.
        clocks: tells the seconds.
        parent: the owner.
    """

    idle = Signal()

    def __init__(
        self,
        app: QGuiApplication,
        clocks: Callable[[], tuple[float, ...]] = _clocks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._app, self._clocks = app, clocks
        self._seconds: float | None = None
        self._touched = clocks()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)

    @property
    def is_on(self) -> bool:
        """Whether it watches."""
        return self._seconds is not None

    def watch(self, minutes: int | None) -> None:
        """Watch from now on, for so many minutes; None: no more. The same again changes nothing."""
        seconds = None if minutes is None else minutes * 60.0
        if seconds == self._seconds:
            return
        if self._seconds is None:
            self._app.focusWindowChanged.connect(self._on_window)
            for window in self._app.allWindows():
                window.installEventFilter(self)
            self._timer.start()
        elif seconds is None:
            self._app.focusWindowChanged.disconnect(self._on_window)
            for window in self._app.allWindows():
                window.removeEventFilter(self)
            self._timer.stop()
        self._seconds = seconds
        self._touched = self._clocks()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take note of a touch, and let it go on; the first one after a long sleep comes late."""
        if event.type() in _TOUCHES and not self._is_late():
            self._touched = self._clocks()
        return False

    @Slot()
    def look(self) -> None:
        """Tell if it has been long enough; again and again until it is stopped or touched."""
        if self._is_late():
            self.idle.emit()

    def _is_late(self) -> bool:
        """Return whether either clock says so: a clock set back keeps nothing open for ever."""
        pairs = zip(self._clocks(), self._touched, strict=True)
        return self._seconds is not None and any(now - at >= self._seconds for now, at in pairs)

    @Slot(object)
    def _on_window(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)
