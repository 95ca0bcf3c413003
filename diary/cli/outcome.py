"""How a run of the program ends: the exit status, and what it says when something is wrong.

The one place where errors reach the terminal, for the commands and for the window's start.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from diary import __version__
from diary.cli.output import flush, let_go
from diary.errors import DiaryError, FileProblem, RequestError
from diary.i18n import mark, translate

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DONE: Final = 0
FAILED: Final = 1
REFUSED: Final = 2

WAY_BACK: Final = mark("`daymark restore FILE` puts a backup in its place.")
WAYS_OUT: Final = mark(
    "`daymark restore FILE` puts a backup in its place; `daymark restore --salvage FILE` saves "
    "what can still be read of a damaged file."
)
STOPPED: Final = mark("Stopped.")
UNEXPECTED: Final = mark(
    "Something in the program did not work. A report without anything from your diary "
    "was written to {file}."
)
UNEXPECTED_UNWRITTEN: Final = mark("Something in the program did not work.")


def guarded(action: Callable[[], int], logs: Path) -> int:
    """Run the program and return its exit status; whatever goes wrong is told here.

    Args:
        action: the program; returns the exit status.
        logs: the folder for a crash report.
    """
    try:
        status = action()
        flush()
    except DiaryError as error:
        complain(error)
        return REFUSED if isinstance(error, RequestError) else FAILED
    except BrokenPipeError:
        let_go()  # who reads the output has enough of it
        return FAILED
    except KeyboardInterrupt:
        _tell(translate(STOPPED))
        return FAILED
    except Exception as error:  # noqa: BLE001  a bug: told, reported, and not shown to her
        _tell(_reported(error, logs))
        return FAILED
    return status


def complain(error: DiaryError) -> None:
    """Say what is wrong on standard error: one sentence, then one line for each problem."""
    _tell(error.user_message)
    if isinstance(error, FileProblem) and error.is_of_content and not error.is_newer:
        # Where there was no diary, there is nothing to save.
        _tell(translate(WAYS_OUT if error.is_diary else WAY_BACK))
    for problem in error.problems if isinstance(error, RequestError) else ():
        _tell(problem)


def _reported(error: Exception, logs: Path) -> str:
    # The window goes this way too, and its start does not wait for what a report needs.
    from diary.logs import write_crash_report  # noqa: PLC0415

    try:
        report = write_crash_report(logs, error, __version__)
    except OSError:
        return translate(UNEXPECTED_UNWRITTEN)
    return translate(UNEXPECTED).format(file=report)


def _tell(line: str) -> None:
    # A program with a window of its own may have no standard error.
    if sys.stderr is not None:
        with suppress(OSError):
            sys.stderr.write(line + "\n")
            sys.stderr.flush()
