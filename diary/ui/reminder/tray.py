"""The icon in the tray, beside the clock: its menu, and the notes it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from diary.i18n import mark, translate

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

_CLICKS = (
    QSystemTrayIcon.ActivationReason.Trigger,
    QSystemTrayIcon.ActivationReason.DoubleClick,
)


class Tray(QObject):
    """An icon with the menu *Open* and *Quit*.

    Args:
        icon: the picture of the program.
        name: the name of the program.
        parent: the owner.
    """

    open_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, icon: QIcon, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.icon = QSystemTrayIcon(icon, self)
        self.icon.setToolTip(name)
        self.menu = QMenu()
        self.open = self.menu.addAction(translate(mark("Open Daymark")))
        self.quit = self.menu.addAction(translate(mark("Quit")))
        self.icon.setContextMenu(self.menu)
        self.open.triggered.connect(self.open_wanted)
        self.quit.triggered.connect(self.quit_wanted)
        self.icon.activated.connect(self._on_activated)
        self.icon.messageClicked.connect(self.open_wanted)

    @staticmethod
    def is_available() -> bool:
        """Return whether this computer has a tray."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def show(self) -> None:
        """Show the icon."""
        self.icon.show()

    def hide(self) -> None:
        """Take the icon away."""
        self.icon.hide()

    def note(self, words: str) -> None:
        """Show a note, under the name of the program."""
        self.icon.showMessage(self._name, words, self.icon.icon())

    @Slot(QSystemTrayIcon.ActivationReason)
    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in _CLICKS:
            self.open_wanted.emit()
