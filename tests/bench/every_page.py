"""A process that opens every page of the window once; prints its memory in MB and ends.

python tests/bench/every_page.py FOLDER

Printed are what it holds then, and the most it held when a page was done. What other processes
hold that it started and that still run is always part of it.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
from pathlib import Path

from family import megabytes

from diary.ui.loading_qt import load_qt

load_qt()

from PySide6.QtCore import QObject, QTimer, Slot  # noqa: E402  after Qt is loaded our way
from PySide6.QtWidgets import QApplication  # noqa: E402

from diary.paths import AppPaths  # noqa: E402
from diary.ui.pages import FOOT_PAGES, PAGES  # noqa: E402
from diary.ui.start import Session  # noqa: E402

# A page is done when the worker was idle on so many looks in a row, so many milliseconds apart.
QUIET_LOOKS, LOOK = 5, 60


class Visitor(QObject):
    """Opens a page after the other, each when the one before has all it asked for."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._pages = iter((*PAGES, *FOOT_PAGES))
        self._quiet = 0
        self._most = 0.0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_look)
        self._timer.start(LOOK)

    @Slot()
    def _on_look(self) -> None:
        is_busy = self._session.bridge.busy or not self._session.window.today.is_loaded
        self._quiet = 0 if is_busy else self._quiet + 1
        if self._quiet < QUIET_LOOKS:
            return
        self._quiet = 0
        held = megabytes()
        self._most = max(self._most, held)
        page = next(self._pages, None)
        if page is not None:
            self._session.window.show_page(page.id)
            return
        sys.stdout.write(f"{held:.1f} {self._most:.1f}\n")
        sys.stdout.flush()
        os._exit(0)


if __name__ == "__main__":
    application = QApplication(["daymark", "-style", "fusion"])
    session = Session(application, AppPaths(Path(sys.argv[1])), dt.date(2026, 3, 23))
    session.window.resize(1366, 768)
    session.window.show()
    visitor = Visitor(session)
    application.exec()
