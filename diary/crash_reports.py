"""The reports of what did not work, as they lie in the folder of logs: list, show, delete.

Nothing here is ever sent anywhere. A crash below Python (of Qt, of a driver) leaves the names of
functions and the numbers of lines in a file of its own; at the next start it becomes a report
like the others.
"""

from __future__ import annotations

import datetime as dt
import faulthandler
import os
import re
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from diary.errors import FileProblem
from diary.i18n import mark, translate
from diary.logs import write_report
from diary.private import make_private

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import IO

FAULTS: Final = "faults.txt"
MOST_SHOWN: Final = 10  # our choice: more would be a list nobody reads
_LONGEST: Final = 200_000  # characters; a report has a few thousand
_NAME: Final = re.compile(r"crash-(\d{8}T\d{6}Z)(-\d+)?\.txt", re.ASCII)
_STAMP: Final = "%Y%m%dT%H%M%SZ"
_NOT_DELETED: Final = mark("The report could not be deleted. Delete it by hand in {folder}.")
# What faulthandler writes and a report takes over. The folders of a file may hold the name of the
# person, so only those of the program and its libraries stay.
_FRAME: Final = re.compile(r'  File "(.*)", line (\d+) in ([\w.<>]+)')
_LIBRARY: Final = re.compile(r".*(?:site-packages|python3\.\d+|_internal)[/\\]")
_OWN: Final = re.compile(r".*[/\\](?=diary[/\\])")
_HEADS: Final = re.compile(
    r"(Fatal Python error: [A-Za-z ]+|Windows fatal exception: [\w ]+|(Current thread|Thread) .*)"
)


@dataclass(frozen=True, slots=True)
class CrashReport:
    """A report.

    Attributes:
        name: the name of its file.
        written_at: when, in UTC.
        text: what it says.
    """

    name: str
    written_at: dt.datetime
    text: str


def reports_in(folder: Path) -> tuple[CrashReport, ...]:
    """Return the reports of a folder, the newest first, and no more than can be looked through."""
    with suppress(OSError):
        names = sorted((path.name for path in folder.iterdir()), key=_age, reverse=True)
        return tuple(_reports(folder, names))[:MOST_SHOWN]
    return ()


def delete_report(folder: Path, name: str) -> None:
    """Delete a report for good; one that is gone already is no trouble.

    Raises:
        FileProblem: the disk does not allow it.
    """
    if not _NAME.fullmatch(name):
        return
    try:
        (folder / name).unlink(missing_ok=True)
    except OSError as error:
        sentence = translate(_NOT_DELETED).format(folder=folder)
        raise FileProblem(sentence, type(error).__name__) from error


class FaultFile:
    """Takes down what a crash below Python leaves behind.

    Args:
        folder: the folder of logs.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / FAULTS
        self._file: IO[bytes] | None = None

    def start(self, version: str) -> Path | None:
        """Make a report of what the last run left, if anything, and take down this one.

        Args:
            version: the version of the program.

        Returns:
            The report; None if the last run left nothing, or the disk does not allow it.
        """
        if faulthandler.is_enabled():  # who started Python has it taken down elsewhere
            return None
        with suppress(OSError):
            make_private(self._path.parent)
            report = self._report(version)
            handle = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            self._file = os.fdopen(handle, "wb")
            faulthandler.enable(self._file, all_threads=False)
            return report
        return None

    def stop(self) -> None:
        """Take nothing down any more, and leave nothing behind."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None
            with suppress(OSError):
                self._path.unlink(missing_ok=True)

    def _report(self, version: str) -> Path | None:
        if not self._path.exists():
            return None
        left = self._path.read_bytes()[:_LONGEST].decode("utf-8", "replace")
        lines = list(_without_folders(left))
        return write_report(self._path.parent, lines, version) if lines else None


def _without_folders(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if frame := _FRAME.match(line):
            yield f"  {_place(frame[1])}:{frame[2]} in {frame[3]}"
        elif head := _HEADS.match(line):
            yield head[0]


def _place(path: str) -> str:
    for root in (_LIBRARY, _OWN):
        if found := root.match(path):
            return path[found.end() :]
    return re.split(r"[/\\]", path)[-1]


def _reports(folder: Path, names: list[str]) -> Iterator[CrashReport]:
    for name in names:
        found = _NAME.fullmatch(name)
        if found is None:
            continue
        with suppress(OSError, ValueError):  # gone meanwhile, or a name that is no time
            written_at = dt.datetime.strptime(found[1], _STAMP).replace(tzinfo=dt.UTC)
            with (folder / name).open(encoding="utf-8", errors="replace") as file:
                yield CrashReport(name, written_at, file.read(_LONGEST))


def _age(name: str) -> tuple[str, int]:
    found = _NAME.fullmatch(name)
    return ("", 0) if found is None else (found[1], int((found[2] or "-1")[1:]))
