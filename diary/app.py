"""The composition root: what day it is, where things are, window or command.

Reads the arguments by hand, so that the window starts without click and a command without Qt.
"""

from __future__ import annotations

import datetime as dt
import gc
import io
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, Self

from diary.errors import DiaryError, RequestError
from diary.i18n import mark, translate
from diary.paths import AppPaths
from diary.private import owner_only
from diary.report import SET_SHEETS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

TODAY: Final = "DAYMARK_TODAY"
PASSPHRASE: Final = "DAYMARK_PASSPHRASE"  # noqa: S105  the name of the variable, not its value
COPY_PASSPHRASE: Final = "DAYMARK_COPY_PASSPHRASE"  # noqa: S105  likewise
NEW_PASSPHRASE: Final = "DAYMARK_NEW_PASSPHRASE"  # noqa: S105  likewise
_NO_PLUGINS: Final = "PYDANTIC_DISABLE_PLUGINS"
IN_TRAY: Final = "--in-tray"
SAMPLE: Final = "sample/sample-diary.json"
_DISPLAYS: Final = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")

BAD_TODAY: Final = mark("DAYMARK_TODAY must be a day written like 2026-03-01, or not be set.")
NO_FOLDER: Final = mark("The folder given for the diary cannot be found; give its whole path.")
NO_DISPLAY: Final = mark(
    "There is no display, so the window cannot open; "
    "the commands work without one (`daymark --help`)."
)


class Options(NamedTuple):
    """The options that stand before a command, and the rest of the arguments.

    ``--in-tray`` starts the program without its window; the entry that starts it with the session
    has it.

    Whatever is not understood here goes to the commands, which say what is wrong with it.
    """

    data_dir: Path | None
    demo: bool
    rest: tuple[str, ...]
    in_tray: bool = False

    @classmethod
    def read(cls, arguments: Sequence[str]) -> Self:
        """Read the arguments up to the first that is none of the options."""
        data_dir, demo, in_tray, rest = None, False, False, list(arguments)
        while rest:
            name, _, value = rest[0].partition("=")
            if rest[0] == "--demo":
                demo = True
            elif rest[0] == IN_TRAY:
                in_tray = True
            elif name == "--data-dir" and value:
                data_dir = Path(value)
            elif rest[0] == "--data-dir" and len(rest) > 1 and rest[1]:
                data_dir = Path(rest.pop(1))
            else:
                break
            rest.pop(0)
        return cls(data_dir, demo, tuple(rest), in_tray)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status.

    Args:
        argv: the arguments after the program's name; None takes those of the process.
    """
    arguments = sys.argv[1:] if argv is None else argv
    if list(arguments) == [SET_SHEETS]:
        from diary.report.serving import main as set_sheets

        return set_sheets()
    from diary.cli.outcome import REFUSED, complain, guarded

    _write_utf8()
    # A plugin of another package would see every day that is read, and is not looked for.
    os.environ[_NO_PLUGINS] = "__all__"
    options = Options.read(arguments)
    try:
        paths = AppPaths.find(options.data_dir)
    except (RuntimeError, OSError):  # no such user, or the present folder is gone
        complain(RequestError(translate(NO_FOLDER)))
        return REFUSED
    with owner_only():
        return guarded(lambda: _start(options, paths, os.environ), paths.logs)


def _start(options: Options, paths: AppPaths, environment: Mapping[str, str]) -> int:
    today = _fixed_today(environment)
    if not options.demo:
        return _run(options, paths, today, environment)
    with tempfile.TemporaryDirectory(prefix="daymark-", ignore_cleanup_errors=True) as folder:
        paths = AppPaths(Path(folder))
        last_day = _fill_with_sample(paths, environment)
        return _run(options, paths, last_day if today is None else today, environment)


def _run(
    options: Options, paths: AppPaths, fixed: dt.date | None, environment: Mapping[str, str]
) -> int:
    if options.rest or not _has_display(environment):
        return _run_without_window(options, paths, fixed, environment)
    # Of what a start makes nothing can be cleared away, and to look through it takes a tenth of it.
    gc.disable()  # until the window has started
    try:
        from diary.ui.loading_qt import load_qt

        load_qt()
        from diary.ui.start import run_window

        return run_window(paths, _today(fixed), demo=options.demo, in_tray=options.in_tray)
    finally:
        gc.enable()


def _run_without_window(
    options: Options, paths: AppPaths, fixed: dt.date | None, environment: Mapping[str, str]
) -> int:
    if not options.rest and not options.demo:
        raise DiaryError(translate(NO_DISPLAY))
    from diary.cli.world import World

    world = World(
        paths,
        today=lambda: _today(fixed),
        now=lambda: _now(fixed),
        given_passphrase=environment.get(PASSPHRASE),
        given_new_passphrase=environment.get(NEW_PASSPHRASE),
        given_copy_passphrase=environment.get(COPY_PASSPHRASE),
    )
    if options.rest:
        from diary.cli.main import run

        return run(options.rest, world)
    from diary.cli.demo import show_demo

    return show_demo(world)


def _fill_with_sample(paths: AppPaths, environment: Mapping[str, str]) -> dt.date | None:
    """Make a diary of the sample and return its last day."""
    from diary.resources import resource
    from diary.services.open import open_services

    services = open_services(paths, environment.get(PASSPHRASE) or None)
    try:
        services.transfer.import_file(resource(SAMPLE), dt.date.max, _now(None))
        return services.journal.last_day()
    finally:
        services.close()


def _fixed_today(environment: Mapping[str, str]) -> dt.date | None:
    text = environment.get(TODAY)
    if not text:
        return None
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        day = None
    # fromisoformat also reads 20260301 and 2026-W09-7.
    if day is None or day.isoformat() != text:
        raise RequestError(translate(BAD_TODAY))
    return day


def _today(fixed: dt.date | None) -> dt.date:
    # The one place that asks what day it is: a diary day is a plain local date.
    return dt.date.today() if fixed is None else fixed  # noqa: DTZ011


def _now(fixed: dt.date | None) -> dt.datetime:
    now = dt.datetime.now(dt.UTC)
    return now if fixed is None else dt.datetime.combine(fixed, now.timetz())


def _has_display(environment: Mapping[str, str]) -> bool:
    return sys.platform != "linux" or any(environment.get(name) for name in _DISPLAYS)


def _write_utf8() -> None:
    # What is piped into a file or a program must not depend on the language of the system.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
