"""The log file and the crash report: what happened, never what was written in the diary.

Only texts declared with :func:`line` reach the log, and only numbers, enum members and types may
fill their gaps. Of anything else that is logged the place in the program is kept, not the words.
Of an exception the log keeps its type, the lines of the program it went through and the numbers
of the operating system and the database; never its message, which may hold what was typed.
"""

from __future__ import annotations

import enum
import linecache
import logging
import os
import sys
import time
import traceback
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Final

from diary.private import make_private

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

LOG_NAME = "daymark.log"
_OWN = "diary"
_LEFT_OUT = "(message left out)"
# A runaway recursion has a thousand frames that say the same.
_FIRST_FRAMES, _LAST_FRAMES = 20, 40
_NUMBERS: Final = ("errno", "winerror", "sqlite_errorcode", "exit_status")
LIBRARIES: Final = (
    "PySide6-Essentials",
    "SQLAlchemy",
    "sqlcipher3",
    "alembic",
    "pydantic",
    "numpy",
    "matplotlib",
    "typst",
)


class Line(str):
    """A text of the program that may stand in the log as it is."""

    __slots__ = ()


def line(text: str) -> Line:
    """Declare a text for the log: a literal, with ``%d`` or ``%s`` for what changes.

    The gaps show numbers, enum members, types and other lines; of anything else the type only.
    """
    return Line(text)


def start_logging(folder: Path) -> logging.Handler:
    """Log into ``folder`` from now on; the file is readable by its owner only and rotates.

    Nothing is created until there is something to log, and a disk that cannot be written never
    stops the program.
    """
    handler = _Log(folder / LOG_NAME)
    logging.getLogger().addHandler(handler)
    logging.getLogger(_OWN).setLevel(logging.INFO)
    return handler


def stop_logging(handler: logging.Handler) -> None:
    """Close the log that ``start_logging`` opened."""
    logging.getLogger().removeHandler(handler)
    handler.close()


def write_crash_report(folder: Path, error: BaseException, version: str) -> Path:
    """Write what a developer needs to find a bug, and nothing of the diary.

    Args:
        folder: where to write; made if it is not there.
        error: the exception that nobody caught.
        version: the version of the program.

    Returns:
        The report: versions, types of exceptions and lines of code.

    Raises:
        OSError: the place cannot be written.
    """
    return write_report(folder, describe(error), version)


def write_report(folder: Path, lines: Iterable[str], version: str) -> Path:
    """Write a report of what is known of a crash into a file of its own, and return its path.

    Args:
        folder: where reports lie; it is made where it is missing.
        lines: what is known; nothing of the diary may stand in them.
        version: of the program.

    Raises:
        OSError: the place cannot be written.
    """
    make_private(folder)
    text = "\n".join((*_versions(version), "", *lines, ""))
    stem = time.strftime("crash-%Y%m%dT%H%M%SZ", time.gmtime())
    number = 1
    while True:
        path = folder / (f"{stem}.txt" if number == 1 else f"{stem}-{number}.txt")
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            number += 1
            continue
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        return path


def describe(error: BaseException) -> Iterator[str]:
    """Yield an exception and those that led to it: types and lines of code, no values."""
    yield from _chain(error, set())


class _Log(logging.Handler):
    """Hands lines on to the file, which is made with the first of them."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self.setFormatter(_PlainFormatter())
        self.addFilter(_is_wanted)

    @cached_property
    def _file(self) -> logging.Handler:
        from diary.log_file import LogFile  # noqa: PLC0415  on most days nothing is logged

        file = LogFile(self._path)
        file.setFormatter(self.formatter)
        return file

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line; whatever is in the way of that, also of its code, stops nothing else."""
        with suppress(Exception):
            self._file.emit(record)

    def close(self) -> None:
        """Close the file, if there is one."""
        if "_file" in vars(self):
            self._file.close()
        super().close()


class _PlainFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        moment = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(record.created))
        lines = [f"{moment} {record.levelname} {record.name}: {_message(record)}"]
        if record.exc_info and record.exc_info[1] is not None:
            lines += describe(record.exc_info[1])
        return "\n".join(lines)


def _is_wanted(record: logging.LogRecord) -> bool:
    own = record.name == _OWN or record.name.startswith(_OWN + ".")
    return own or record.levelno >= logging.WARNING


def _message(record: logging.LogRecord) -> str:
    if not isinstance(record.msg, Line):
        return f"{_LEFT_OUT} {record.module}:{record.lineno}"
    given = record.args if isinstance(record.args, tuple) else ()
    try:
        return str(record.msg) % tuple(map(_plain, given))
    except (TypeError, ValueError):
        return str(record.msg)


def _plain(value: object) -> object:
    if isinstance(value, enum.Enum):
        return value.name
    if value is None or type(value) in {bool, int, float, Line}:
        return value
    return _type_name(value if isinstance(value, type) else type(value))


def _type_name(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}".removeprefix("builtins.")


def _chain(error: BaseException, seen: set[int]) -> Iterator[str]:
    seen.add(id(error))
    before = error.__cause__
    if before is None and not error.__suppress_context__:
        before = error.__context__
    if before is not None and id(before) not in seen:
        yield from _chain(before, seen)
        yield "which led to" if before is error.__cause__ else "while handling it"
    numbers = [f" {name}={value}" for name in _NUMBERS if (value := _number(error, name))]
    yield _type_name(type(error)) + "".join(numbers)
    yield from _frames(error)
    # What another process of ours told of its fault: it has described it in the same way.
    yield from (one for one in getattr(error, "told_apart", ()) if isinstance(one, Line))
    if isinstance(error, BaseExceptionGroup):
        for part in error.exceptions:
            yield "one of the group"
            yield from _chain(part, seen)


def _number(error: BaseException, name: str) -> int:
    value = getattr(error, name, None)
    return value if type(value) is int else 0


def _frames(error: BaseException) -> Iterator[str]:
    frames = list(traceback.walk_tb(error.__traceback__))
    left_out = len(frames) - _FIRST_FRAMES - _LAST_FRAMES
    for position, (frame, number) in enumerate(frames):
        if 0 <= position - _FIRST_FRAMES < left_out:
            if position == _FIRST_FRAMES:
                yield f"  ... {left_out} calls left out"
            continue
        code = frame.f_code
        # Not the file: its path holds the name of the person.
        yield f"  {frame.f_globals.get('__name__', '?')}:{number} in {code.co_qualname}"
        # A name in angle brackets is no file; its "line" could be anything.
        text = (
            "" if code.co_filename.startswith("<") else linecache.getline(code.co_filename, number)
        )
        if text.strip():
            yield f"    {text.strip()}"


def _versions(version: str) -> Iterator[str]:
    import platform  # noqa: PLC0415  seldom, and both take long
    from importlib import metadata  # noqa: PLC0415

    yield "Daymark crash report. It holds lines of the program, and nothing of the diary."
    yield f"Daymark {version}"
    yield f"Python {platform.python_version()}, frozen: {bool(getattr(sys, 'frozen', False))}"
    yield f"{platform.system()} {platform.release()} {platform.machine()}"
    for library in LIBRARIES:
        try:
            yield f"{library} {metadata.version(library)}"
        except metadata.PackageNotFoundError:
            yield f"{library} ?"
