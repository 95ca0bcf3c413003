"""Start the window: frame and questions first, then the diary, then the rules.

Nothing here waits for the file: it opens on the worker once the first paint is done. What the
first paint does not need is imported on the worker too, or when it is needed.
"""

from __future__ import annotations

import functools
import gc
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from diary import __version__
from diary.errors import FileProblem
from diary.i18n import mark, translate
from diary.resources import resource
from diary.ui.bridge import Bridge
from diary.ui.clock import Clock
from diary.ui.crash import CrashHook, FaultWatch
from diary.ui.language import choose_language
from diary.ui.look import read_look
from diary.ui.main_window import TITLE, MainWindow
from diary.ui.one_window import OneWindow
from diary.ui.opening import Opening
from diary.ui.own_options import keep_option, keep_start, look_at_settings, remove_own_start
from diary.ui.placing import place_of, show_like
from diary.ui.signals import SignalQuit
from diary.ui.tasks import Tasks
from diary.ui.theme import apply_theme

if TYPE_CHECKING:
    import datetime as dt
    import logging
    from pathlib import Path

    from diary.paths import AppPaths
    from diary.settings import LoadedSettings, Settings
    from diary.ui import facts
    from diary.ui.lock.idle import IdleWatch
    from diary.ui.reminder.in_tray import InTray

ICON = "icons/app/daymark.svg"
_DELETED = mark("Everything was deleted. This is a new, empty diary.")

# A session may start Daymark before its own tray: half a minute is waited for that.
_LOOKS_FOR_TRAY, _LOOK_MS = 15, 2000
_SOON_MS = 500  # after the window is shown: what she does not wait for
_STARTED_MS = 2000  # likewise: by then all is imported, and Python may look what to clear away

# The one style Qt draws alike on every system. QApplication.setStyle would return the style, and
# to know what that is, Python looks through all of Qt's styles, a tenth of the start.
_STYLE = ("-style", "fusion")


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
        self._opening = Opening(paths)
        self._idle: IdleWatch | None = None
        self._tasks = Tasks(self)
        look = read_look(paths.settings)
        choose_language(app, look.language)
        self.theme = apply_theme(app, look.theme, look.text_size)
        self._clock = Clock(today)
        self._make_window(look.geometry)
        app.aboutToQuit.connect(self._on_about_to_quit)

    def _make_window(self, place: str | None) -> None:
        """Make the window, and the bridge that nobody but its pages listens to."""
        opening, logs = self._opening, self._paths.logs
        bridge = self.bridge = Bridge(
            self._tasks, opening, self._clock, self, logs, make_rescue=opening.rescue
        )
        window = self.window = MainWindow(bridge, self.theme, place, demo=self._demo)
        if not self._paths.diary.exists():
            window.wait_for_diary()
        window.cover.told.connect(window.banner.tell)
        window.painted.connect(window.fill)  # before the diary is open, of which it is told
        window.painted.connect(bridge.open_diary)
        window.painted.connect(self._on_painted)
        window.option_changed.connect(self._on_option_changed)
        window.erase_requested.connect(self._on_erase_requested)
        window.lock_ready.connect(self._on_lock_ready)
        bridge.opened.connect(self._on_opened)
        bridge.day_loaded.connect(self._settle)
        bridge.protection.locked.connect(self._settle)

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
        self.window.fill()
        self.bridge.open_diary()

    @Slot(str)
    def tell_problem(self, message: str) -> None:
        """Show one calm line."""
        self.window.tell_problem(message)

    @Slot(object)
    def tell_crash(self, report: Path | None) -> None:
        """Show that something in the program did not work."""
        self.window.tell_crash(report)

    @Slot(object)
    def tell_fault(self, report: Path) -> None:
        """Show that the program stopped by itself the last time."""
        self.window.tell_fault(report)

    @Slot()
    def _on_painted(self) -> None:
        self.window.setWindowIcon(QIcon(str(resource(ICON))))

    @Slot(object)
    def _on_opened(self, fact: facts.DiaryOpened) -> None:
        """Watch a protected diary that is to lock itself."""
        if self._idle is None and fact.lock_after is not None:
            from diary.ui.lock.idle import IdleWatch  # noqa: PLC0415  most diaries are open

            self._idle = IdleWatch(self._app, parent=self)
            self._idle.idle.connect(self._on_idle)
        if self._idle is not None:
            self._idle.watch(fact.lock_after)

    @Slot()
    def _on_idle(self) -> None:
        self.window.lock()

    @Slot()
    def _on_lock_ready(self) -> None:
        """Close the diary, and put a window in the place of this one that knows nothing of it."""
        before, bridge = self.window, self.bridge
        self._opening.lock()
        bridge.finish()
        # What it was asked before is still answered, to nobody.
        once = Qt.ConnectionType.SingleShotConnection
        self._tasks.idle.connect(bridge.deleteLater, once)
        self._make_window(place_of(before))
        self.window.fill()  # before it can be unlocked, of which Today must hear
        self.window.cover.lock()
        if self._idle is not None:
            self._idle.watch(None)
        if self._in_tray is not None:
            self._in_tray.take(self.bridge, self.window)
        show_like(self.window, before)
        before.hide()
        before.deleteLater()

    @Slot()
    def come_back(self) -> None:
        """Bring the window to the front."""
        self.window.come_back()

    @Slot()
    def _settle(self) -> None:
        """Do, once, what could wait until she can write."""
        if not self._is_settled:
            self._is_settled = True
            job = functools.partial(look_at_settings, self._paths)
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
            self._in_tray = InTray(self._app, self.bridge, self.window, parent=self)
            self._in_tray.option_changed.connect(self._on_option_changed)
            self.theme.dress(self._in_tray.tray.menu)
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
            job = functools.partial(keep_start, self._paths, on=bool(value) and not self._demo)
            self._tasks.run(job, self._on_start_kept, self._on_option_not_kept)
            return
        keep = functools.partial(keep_option, self._paths, option, value)
        kept = {
            "reminder_on": self._remind,
            "reminder_at": self._remind,
            "lock_after": self._on_lock_after_kept,
        }.get(option, self._on_option_kept)
        self._tasks.run(keep, kept, self._on_option_not_kept)

    def _on_option_kept(self, _settings: Settings) -> None:
        """Nobody waits for this."""

    def _on_lock_after_kept(self, _settings: Settings) -> None:
        """Have it told again after how many minutes the diary locks itself."""
        self.bridge.open_diary()

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
    only = OneWindow(paths.folder)  # the sample has a folder of its own, and disturbs nobody
    if not only.hold() and (in_tray or only.ask()):
        return 0
    app = QApplication([sys.argv[0], *_STYLE])
    app.setApplicationName(TITLE)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("daymark")
    before, hook = sys.excepthook, CrashHook(paths)
    sys.excepthook = hook
    ender, faults = SignalQuit(), FaultWatch(paths)
    session = None
    try:
        session = Session(app, paths, today, demo=demo)
        session.show(in_tray=in_tray)
        status = _run_session(app, session, only, hook, faults)
        while session.ends_everything:
            session.let_go()
            session = None
            _clear_away()
            faults.stop()
            only.let_go()
            session = _begin_anew(app, paths, today, demo=demo)
            only.hold()
            status = _run_session(app, session, only, hook, faults)
        return status
    finally:
        sys.excepthook = before
        ender.stop()
        if session is not None:
            session.let_go()
            _delete_now()
        faults.stop()
        only.let_go()


def _run_session(
    app: QApplication, session: Session, only: OneWindow, hook: CrashHook, faults: FaultWatch
) -> int:
    hook.crashed.connect(session.tell_crash)
    faults.found.connect(session.tell_fault)
    QTimer.singleShot(_SOON_MS, faults.start)
    QTimer.singleShot(_STARTED_MS, gc.enable)
    only.open_wanted.connect(session.come_back)
    only.listen()
    return app.exec()


def _clear_away() -> None:
    """Delete the parts of a window here and now.

    What is left in circles would be cleared away by whoever makes the most objects. That is the
    next worker, and no part of a window may be deleted there.
    """
    _delete_now()
    gc.collect()


def _delete_now() -> None:
    """Delete what was let go: at the end Python would do it in whatever order it comes by."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _begin_anew(app: QApplication, paths: AppPaths, today: dt.date, *, demo: bool) -> Session:
    """Delete everything, now that nothing of it is open, and show an empty diary."""
    from diary.services.erasing import erase_everything  # noqa: PLC0415  once in a diary's life

    told, problem = translate(_DELETED), ""
    try:
        if not demo:
            remove_own_start(paths)
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
