#!/usr/bin/env python3
"""Draw every page of the window with the sample diary: ``make screenshots``.

Light and dark, 100 % and 200 % text at 1366 x 768, and 200 % at 1024 x 640; besides the five pages
the Today page before it is answered, with an emergency sign chosen, and after a save, and the
passphrase: its form, the recovery code, and the page of a locked diary. Runs with no
display and keeps nothing but the pictures.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from diary.paths import AppPaths
from diary.resources import resource
from diary.services.open import open_services
from diary.ui.pages import FOOT_PAGES, PAGES
from diary.ui.start import Session
from diary.ui.today.draft import SignAnswer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.ui.main_window import MainWindow

SAMPLE = "sample/sample-diary.json"
SIGN = "heavy_legs"
SILENT_DAY = dt.date(2026, 3, 5)  # a day the sample has no entry for
PASSPHRASE = "four words of a sample"  # noqa: S105  the diary is gone with the picture
QUIET_TURNS = 4  # so many looks at an idle program in a row before a picture
TURN = 60  # milliseconds between two looks


@dataclass(frozen=True)
class Look:
    """Colours, text size and size of the window."""

    theme: str
    text_size: int
    width: int
    height: int

    @property
    def name(self) -> str:
        """What stands in the file's name."""
        return f"{self.theme}-{self.text_size}-{self.width}x{self.height}"


LOOKS = tuple(
    Look(theme, text_size, *size)
    for theme in ("light", "dark")
    for text_size, size in ((100, (1366, 768)), (200, (1366, 768)), (200, (1024, 640)))
)


class Photographer(QObject):
    """Goes through the steps of one look and takes a picture whenever all is quiet."""

    def __init__(self, session: Session, look: Look, folder: Path) -> None:
        super().__init__()
        self._session, self._look, self._folder = session, look, folder
        self._steps = self._walk()
        self._name = ""
        self._quiet = 0
        self._sized: MainWindow | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(TURN)
        self._timer.timeout.connect(self._on_turn)
        session.theme.set_choice(look.theme)
        session.theme.set_text_size(look.text_size)
        session.window.show()
        self._timer.start()

    @Slot()
    def _on_turn(self) -> None:
        window = self._session.window
        if window is not self._sized:  # another takes its place once it is locked
            self._sized = window
            window.resize(self._look.width, self._look.height)
        is_there = window.cover.is_covering or window.today.is_loaded
        busy = self._session.bridge.busy or not is_there
        self._quiet = 0 if busy else self._quiet + 1
        if self._quiet < QUIET_TURNS:
            return
        self._quiet = 0
        if self._name:
            path = self._folder / f"{self._name}-{self._look.name}.png"
            self._session.window.grab().save(str(path))
        self._name = next(self._steps, "")
        if not self._name:
            self._timer.stop()
            QApplication.exit(0)  # quit() would ask about what is not saved

    def _walk(self) -> Iterator[str]:
        """Bring the window into each state and yield the name of its picture."""
        window, today = self._session.window, self._session.window.today
        for page in (*PAGES, *FOOT_PAGES):
            window.show_page(page.id)
            yield page.id
        window.show_page("today")
        today.save()
        yield "today-saved"
        today.signs.answer_row.button_of(SignAnswer.SOME).click()
        today.signs.rows[SIGN].box.click()
        yield "today-call"
        today.signs.rows[SIGN].box.click()
        today.pain.more.click()
        yield "today-places"
        today.pain.more.click()
        today.show_day(SILENT_DAY)
        yield "today-unanswered"
        window.show_page("settings")
        settings: Any = window.pages["settings"]
        settings.show_passphrase()
        settings.passphrase.start.click()
        yield "passphrase"
        self._session.bridge.protection.turn_on(PASSPHRASE)
        yield "recovery-code"
        window.cover.uncover()
        window.lock()
        yield "locked"


def fill(paths: AppPaths) -> dt.date:
    """Make a diary of the sample and return its last day."""
    services = open_services(paths)
    try:
        services.transfer.import_file(resource(SAMPLE), dt.date.max, dt.datetime.now(dt.UTC))
        last_day = services.journal.last_day()
    finally:
        services.close()
    if last_day is None:
        raise SystemExit(SAMPLE)
    return last_day


def draw(app: QApplication, look: Look, folder: Path) -> None:
    """Draw every page in one look."""
    with tempfile.TemporaryDirectory() as place:
        paths = AppPaths(Path(place))
        session = Session(app, paths, fill(paths), demo=True)
        photographer = Photographer(session, look, folder)
        app.exec()
        photographer.deleteLater()
        session.window.close()  # asks about what is not saved
        session.window.close()


def main() -> int:
    """Draw all pictures into the folder given."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    for look in LOOKS:
        draw(app, look, folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
