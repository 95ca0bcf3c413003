"""Start the window: frame and questions first, then the diary, then the rules.

Nothing here waits for the file: it opens on the worker once the first paint is done. What the
first paint does not need is imported on the worker too, or when it is needed.
"""

from __future__ import annotations

import functools
import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from diary import __version__
from diary.errors import FileProblem
from diary.i18n import mark, translate
from diary.resources import resource
from diary.ui.bridge import UNEXPECTED, Bridge
from diary.ui.clock import Clock
from diary.ui.language import choose_language
from diary.ui.look import read_look
from diary.ui.main_window import TITLE, MainWindow
from diary.ui.signals import SignalQuit
from diary.ui.tasks import Tasks
from diary.ui.theme import apply_theme

if TYPE_CHECKING:
    import datetime as dt
    import logging
    from types import TracebackType

    from diary.paths import AppPaths
    from diary.services.open import Services
    from diary.settings import LoadedSettings, Settings
    from diary.ui.reminder.autostart import StartEntry
    from diary.ui.reminder.in_tray import InTray

ICON = "icons/app/daymark.svg"
_DELETED = mark("Everything was deleted. This is a new, empty diary.")
_NO_REPORT = mark("Something in the program did not work. What you saved is still there.")

# A session may start Daymark before its own tray: half a minute is waited for that.
_LOOKS_FOR_TRAY, _LOOK_MS = 15, 2000

# The one style Qt draws alike on every system. QApplication.setStyle would return the style, and
# to know what that is, Python looks through all of Qt's styles, a tenth of the start.
_STYLE = ("-style", "fusion")


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
        from diary.logs import write_crash_report  # noqa: PLC0415  seldom needed, and never early

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

    Attributes:
        theme: the look of the window.
        bridge: the way to the program.
        window: the window.
        ends_everything: whether all is to be deleted once the window is closed.
    """

    def __init__(
        self, app: QApplication, paths: AppPaths, today: dt.date, *, demo: bool = False
    ) -> None:
        super().__init__()
        self._app, self._paths, self._demo = app, paths, demo
        self.ends_everything = False
        self._is_settled = self._starts_in_tray = False
        self._in_tray: InTray | None = None
        self._looks_for_tray = 0
        self._opening = _Opening(paths)
        self._tasks = Tasks(self)
        look = read_look(paths.settings)
        choose_language(app, look.language)
        self.theme = apply_theme(app, look.theme, look.text_size)
        self.bridge = Bridge(self._tasks, self._opening, Clock(today), self)
        self.window = MainWindow(self.bridge, self.theme, look.geometry, demo=demo)
        self.window.painted.connect(self.bridge.open_diary)
        self.window.painted.connect(self._on_painted)
        self.window.option_changed.connect(self._on_option_changed)
        self.window.erase_requested.connect(self._on_erase_requested)
        self.bridge.day_loaded.connect(self._on_day_loaded)
        app.aboutToQuit.connect(self._on_about_to_quit)

    @property
    def log(self) -> logging.Handler | None:
        """The log file, from when the diary is opened."""
        return self._opening.log

    def show(self, *, in_tray: bool = False) -> None:
        """Show the window, or stay in the tray if she has the reminder on and there is one."""
        if not in_tray:
            self.window.show()
            return
        self._starts_in_tray = True
        self.bridge.failed.connect(self._on_failed_in_tray)
        self.bridge.open_diary()

    @Slot(str)
    def tell_problem(self, message: str) -> None:
        """Show one calm line."""
        self.window.tell_problem(message)

    @Slot()
    def _on_painted(self) -> None:
        self.window.setWindowIcon(QIcon(str(resource(ICON))))

    @Slot(object)
    def _on_day_loaded(self, _fact: object) -> None:
        """Do, once, what could wait until she can write."""
        if not self._is_settled:
            self._is_settled = True
            job = functools.partial(_settle, self._paths)
            self._tasks.run(job, self._on_settled, self._on_option_not_kept)

    def _on_settled(self, loaded: LoadedSettings) -> None:
        if loaded.notice is not None:
            self.window.banner.tell(loaded.notice)
        self._remind(loaded.settings)

    def _remind(self, settings: Settings) -> None:
        """Stay in the tray if she wants to be reminded; a start with the session waits for it."""
        if self._demo or not (settings.reminder_on or self._in_tray):
            self._show_if_waiting()
            return
        from diary.ui.reminder.in_tray import InTray  # noqa: PLC0415  few have it on

        if self._in_tray is None:
            folder = self._paths.folder
            self._in_tray = InTray(self._app, self.bridge, self.window, folder, parent=self)
            self._in_tray.option_changed.connect(self._on_option_changed)
        has_tray = self._in_tray.tray.is_available()
        self._in_tray.apply(settings, has_tray=has_tray)
        self._looks_for_tray += 1
        if has_tray:
            self._starts_in_tray = False
        elif self._starts_in_tray and self._looks_for_tray < _LOOKS_FOR_TRAY:
            QTimer.singleShot(_LOOK_MS, self, functools.partial(self._remind, settings))
        else:
            self._show_if_waiting()

    def _show_if_waiting(self) -> None:
        if self._starts_in_tray:
            self._starts_in_tray = False
            self.window.show()

    @Slot(object)
    def _on_failed_in_tray(self, _fact: object) -> None:
        """Show what did not work where it can be seen: there may be no icon in the tray yet."""
        self._show_if_waiting()

    def stop_log(self) -> None:
        """Let go of the log file."""
        if self.log is not None:
            from diary.logs import stop_logging  # noqa: PLC0415  imported by now

            stop_logging(self.log)

    def let_go(self) -> None:
        """Let go of everything, so that another session can begin."""
        self.stop_log()
        for part in (self.window, self.theme, self):
            part.deleteLater()

    @Slot()
    def _on_erase_requested(self) -> None:
        self.ends_everything = True
        self.window.close_for_good()

    @Slot()
    def _on_about_to_quit(self) -> None:
        """Let the diary go where the window was closed into the tray and nobody closed it since."""
        self.bridge.close()

    @Slot(str, object)
    def _on_option_changed(self, option: str, value: object) -> None:
        if option == "reminder_starts":
            job = functools.partial(_keep_start, self._paths, on=bool(value) and not self._demo)
            self._tasks.run(job, self._on_start_kept, self._on_option_not_kept)
            return
        keep = functools.partial(_keep_option, self._paths, option, value)
        reminds = option in {"reminder_on", "reminder_at"}
        self._tasks.run(
            keep, self._remind if reminds else self._on_option_kept, self._on_option_not_kept
        )

    def _on_option_kept(self, _settings: Settings) -> None:
        """Nobody waits for this."""

    def _on_start_kept(self, _nothing: None) -> None:
        """Show what the system says now."""
        self.bridge.whole.load_settings()

    def _on_option_not_kept(self, error: Exception) -> None:
        if isinstance(error, FileProblem):
            self.window.tell_problem(error.user_message)
        else:
            sys.excepthook(type(error), error, error.__traceback__)


def run_window(
    paths: AppPaths, today: dt.date, *, demo: bool = False, in_tray: bool = False
) -> int:
    """Show the window until it is closed; return the exit status.

    Args:
        paths: where the diary is.
        today: what today is.
        demo: whether this is the made-up diary, which is not kept.
        in_tray: whether to start without the window, in the tray.
    """
    if _is_in_tray(paths, demo=demo, in_tray=in_tray):
        return 0
    app = QApplication([sys.argv[0], *_STYLE])
    app.setApplicationName(TITLE)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("daymark")
    before, hook = sys.excepthook, CrashHook(paths)
    sys.excepthook = hook
    ender = SignalQuit()
    session = None
    try:
        session = Session(app, paths, today, demo=demo)
        hook.crashed.connect(session.tell_problem)
        session.show(in_tray=in_tray)
        status = app.exec()
        while session.ends_everything:
            session.let_go()
            session = _begin_anew(app, paths, today, demo=demo)
            hook.crashed.connect(session.tell_problem)
            status = app.exec()
        return status
    finally:
        sys.excepthook = before
        ender.stop()
        if session is not None:
            session.stop_log()


def _is_in_tray(paths: AppPaths, *, demo: bool, in_tray: bool) -> bool:
    """Return whether another program is in the tray with this diary, and have it show itself."""
    from diary.ui.reminder.one_program import ask_to_open, is_held  # noqa: PLC0415  few have one

    if demo or not is_held(paths.folder):
        return False
    return in_tray or ask_to_open(paths.folder)


def _begin_anew(app: QApplication, paths: AppPaths, today: dt.date, *, demo: bool) -> Session:
    """Delete everything, now that nothing of it is open, and show an empty diary."""
    from diary.services.erasing import erase_everything  # noqa: PLC0415  once in a diary's life

    told, problem = translate(_DELETED), ""
    try:
        if not demo:
            _remove_own_start(paths)
        erase_everything(paths)
    except FileProblem as error:
        problem = error.user_message
    session = Session(app, paths, today, demo=demo)
    session.show()
    if problem:
        session.tell_problem(problem)
    else:
        session.window.banner.tell(told)
    return session


def _remove_own_start(paths: AppPaths) -> None:
    """Take away the entry that starts the program with the session, if it starts this diary."""
    from diary.ui.reminder.autostart import is_ours, remove  # noqa: PLC0415  as above

    entry = _start_entry(paths)
    if is_ours(entry):
        remove(entry)


class _Opening:
    """Opens the diary on the worker; the log is there before, to say why it did not open."""

    def __init__(self, paths: AppPaths) -> None:
        self._paths = paths
        self.log: logging.Handler | None = None

    def __call__(self) -> Services:
        from diary.logs import start_logging  # noqa: PLC0415  on the worker

        if self.log is None:
            self.log = start_logging(self._paths.logs)
        return _open(self._paths)


def _open(paths: AppPaths) -> Services:
    from diary.services.open import open_services  # noqa: PLC0415  brings the store, on the worker

    return open_services(paths, os.environ.get("DAYMARK_PASSPHRASE") or None)


def _settle(paths: AppPaths) -> LoadedSettings:
    """Look at the settings with care."""
    import logging  # noqa: PLC0415  on the worker

    from diary.logs import line  # noqa: PLC0415  on the worker
    from diary.settings import load_settings  # noqa: PLC0415  brings pydantic, on the worker

    logging.getLogger(__name__).info(line("window open"))
    return load_settings(paths.settings)


def _keep_option(paths: AppPaths, option: str, value: object) -> Settings:
    from diary.settings import load_settings, save_settings  # noqa: PLC0415  on the worker

    settings = load_settings(paths.settings).settings.changed(**{option: value})
    save_settings(settings, paths.settings)
    return settings


def _keep_start(paths: AppPaths, *, on: bool) -> None:
    """Write or take away the entry that starts the program with the session."""
    from diary.ui.reminder.autostart import put, remove  # noqa: PLC0415  on the worker

    entry = _start_entry(paths)
    if on:
        put(entry)
    else:
        remove(entry)


def _start_entry(paths: AppPaths) -> StartEntry:
    from diary.paths import AppPaths  # noqa: PLC0415  seldom needed, and never early
    from diary.ui.reminder.autostart import this_entry  # noqa: PLC0415  seldom needed

    usual = AppPaths.find(environment={}).folder
    return this_entry(None if paths.folder == usual else paths.folder)
