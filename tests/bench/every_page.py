"""A process that opens every page of the window once; prints its memory in MB and ends.

python tests/bench/every_page.py FOLDER
"""

from __future__ import annotations

import datetime as dt
import os
import sys
from pathlib import Path

from diary import app

app.load_qt()

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
        page = next(self._pages, None)
        if page is not None:
            self._session.window.show_page(page.id)
            return
        sys.stdout.write(f"{_megabytes():.1f}\n")
        sys.stdout.flush()
        os._exit(0)


def _megabytes() -> float:
    """Return what the process holds in memory now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    application = QApplication(["daymark", "-style", "fusion"])
    session = Session(application, AppPaths(Path(sys.argv[1])), dt.date(2026, 3, 23))
    session.window.resize(1366, 768)
    session.window.show()
    visitor = Visitor(session)
    application.exec()
