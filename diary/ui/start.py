"""Start the window: frame and questions first, then the diary, then the rules.

Nothing here waits for the file: it opens on the worker once the first paint is done, and the
libraries it needs are imported there.
"""

from __future__ import annotations

import functools
import logging
import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from diary import __version__
from diary.errors import FileProblem
from diary.i18n import mark, translate
from diary.logs import line, start_logging, stop_logging, write_crash_report
from diary.settings import load_settings, save_settings
from diary.ui.bridge import UNEXPECTED, Bridge
from diary.ui.clock import Clock
from diary.ui.main_window import TITLE, MainWindow
from diary.ui.tasks import Tasks
from diary.ui.theme import apply_theme

if TYPE_CHECKING:
    import datetime as dt
    from types import TracebackType

    from diary.paths import AppPaths
    from diary.services.open import Services
    from diary.settings import Settings

_NO_REPORT = mark("Something in the program did not work. What you saved is still there.")
_log = logging.getLogger(__name__)


class CrashHook(QObject):
    """What happens with an exception nobody caught: a local report, and one calm line.

    Args:
        paths: where the report goes.
    """

    crashed = Signal(str)

    def __init__(self, paths: AppPaths) -> None:
        super().__init__()
        self._paths = paths

    def __call__(
        self,
        kind: type[BaseException],
        error: BaseException,
        traceback: TracebackType | None,
    ) -> None:
        """Stand in for ``sys.excepthook``, whose own text would hold what was typed."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        try:
            write_crash_report(self._paths.logs, error.with_traceback(traceback), __version__)
        except OSError:
            self.crashed.emit(translate(_NO_REPORT))
        else:
            self.crashed.emit(translate(UNEXPECTED))


class Session(QObject):
    """Everything one run of the window needs, wired.

    Args:
        app: the application.
        paths: where the diary is.
        today: what today is.
        demo: whether this is the made-up diary.
    """

    def __init__(
        self, app: QApplication, paths: AppPaths, today: dt.date, *, demo: bool = False
    ) -> None:
        super().__init__()
        self._paths = paths
        loaded = load_settings(paths.settings)
        self.theme = apply_theme(app, loaded.settings.theme, loaded.settings.text_size)
        self.bridge = Bridge(Tasks(self), functools.partial(_open, paths), Clock(today), self)
        self.window = MainWindow(self.bridge, self.theme, loaded.settings, demo=demo)
        self.window.painted.connect(self.bridge.open_diary)
        self.window.settings_changed.connect(self._on_settings_changed)
        if loaded.notice is not None:
            self.window.banner.tell(loaded.notice)

    @Slot(str)
    def tell_problem(self, message: str) -> None:
        """Show one calm line."""
        self.window.tell_problem(message)

    @Slot(object)
    def _on_settings_changed(self, settings: Settings) -> None:
        try:
            save_settings(settings, self._paths.settings)
        except FileProblem as problem:
            self.window.tell_problem(problem.user_message)


def run_window(paths: AppPaths, today: dt.date, *, demo: bool = False) -> int:
    """Show the window until it is closed; return the exit status.

    Args:
        paths: where the diary is.
        today: what today is.
        demo: whether this is the made-up diary, which is not kept.
    """
    app = QApplication(sys.argv[:1])
    app.setApplicationName(TITLE)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("daymark")
    handler = start_logging(paths.logs)
    before, hook = sys.excepthook, CrashHook(paths)
    sys.excepthook = hook
    try:
        session = Session(app, paths, today, demo=demo)
        hook.crashed.connect(session.tell_problem)
        session.window.show()
        _log.info(line("window shown"))
        return app.exec()
    finally:
        sys.excepthook = before
        stop_logging(handler)


def _open(paths: AppPaths) -> Services:
    from diary.services.open import open_services  # noqa: PLC0415  brings the store, on the worker

    return open_services(paths, os.environ.get("DAYMARK_PASSPHRASE") or None)
