"""Staying in the tray when the window is closed, for as long as the reminder is on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QIcon

from diary.resources import resource
from diary.ui.reminder.reminder import Reminder
from diary.ui.reminder.tray import Tray

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QApplication

    from diary.settings import Settings
    from diary.ui.bridge import Bridge

_NAME, _ICON = "Daymark", "icons/app/daymark.svg"


class Window(Protocol):
    """The window, as far as the tray knows it."""

    stays: bool
    closed: SignalInstance

    def is_in_front(self) -> bool:
        """Return whether she has the window before her."""

    def come_back(self) -> None:
        """Show the window again, on today if the day has changed."""

    def close(self) -> bool:
        """Close the window; return whether it let itself be closed."""


class InTray(QObject):
    """Keeps the program in the tray while the reminder is on.

    Args:
        app: quits only when asked to, as long as there is an icon in the tray.
        bridge: the way to the program.
        window: the window.
        make_tray: makes the icon.
        parent: the owner.
    """

    option_changed = Signal(str, object)

    def __init__(
        self,
        app: QApplication,
        bridge: Bridge,
        window: Window,
        *,
        make_tray: Callable[..., Tray] = Tray,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._app, self._window = app, window
        self.tray = make_tray(QIcon(str(resource(_ICON))), _NAME, self)
        self.reminder = Reminder(bridge, window, self.tray, self)
        self.reminder.option_changed.connect(self.option_changed)
        self.tray.open_wanted.connect(self._on_open)
        self.tray.quit_wanted.connect(self._on_quit)
        window.closed.connect(self._on_closed)

    def take(self, bridge: Bridge, window: Window) -> None:
        """Go on with another window, which has taken the place of the one before."""
        window.stays, self._window = self._window.stays, window
        window.closed.connect(self._on_closed)
        self.reminder.take(bridge, window)

    def apply(self, settings: Settings, *, has_tray: bool) -> None:
        """Stay in the tray, or not, as she set it and as the system allows."""
        stays = settings.reminder_on and has_tray
        self._window.stays = stays
        self._app.setQuitOnLastWindowClosed(not stays)
        if stays:
            self.reminder.start(settings)
        else:
            self.reminder.stop()

    @Slot()
    def _on_open(self) -> None:
        self._window.come_back()

    @Slot()
    def _on_quit(self) -> None:
        self._window.stays = False
        self._window.come_back()  # a hidden window is not closed, and it may have something to ask
        self._window.close()

    @Slot()
    def _on_closed(self) -> None:
        """Leave with the window once it is closed for good."""
        self.reminder.stop()
        self._app.quit()
