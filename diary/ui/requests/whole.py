"""Requests about the program and the diary as a whole: the settings, where it is, a copy of all."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from pathlib import Path

    from diary.services.transfer import Format
    from diary.ui.desk import Desk
    from diary.ui.requests.care import Ask


class WholeRequests(QObject):
    """Loads the settings and exports the diary; failures are told by the bridge.

    Args:
        ask: has a job done on the worker.
        desk: the services.
        parent: the bridge.
    """

    settings_loaded = Signal(object)  # diary.settings.Settings
    folder_found = Signal(object)  # the folder of the diary, a Path
    exported = Signal(object)  # Exported

    def __init__(self, ask: Ask, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._ask, self._desk = ask, desk

    def load_settings(self) -> None:
        """Ask for the settings; answers with ``settings_loaded``."""
        self._ask("settings", self._desk.settings, self.settings_loaded.emit)

    def find_folder(self) -> None:
        """Ask where the diary is; answers with ``folder_found``."""
        self._ask("folder", self._desk.folder, self.folder_found.emit)

    def export(self, out: Path, format_: Format) -> None:
        """Write the whole diary into a file; answers with ``exported``."""
        job = functools.partial(self._desk.export, out, format_)
        self._ask("export", job, self.exported.emit)
