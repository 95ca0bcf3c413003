"""What can be wrong with a file, told apart by SQLite's result code and the system's error number.

Known troubles become a :class:`~diary.errors.FileProblem` with one plain sentence; whatever is
not in the tables is a bug and stays what it is.
"""

from __future__ import annotations

import errno
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from sqlalchemy.exc import DBAPIError

from diary.errors import FileProblem
from diary.i18n import mark, translate
from diary.paths import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAMAGED: Final = mark("The file {file} is damaged.")
BY_BACKUP: Final = mark("A backup can be put back in its place.")
NOT_A_DIARY: Final = mark("The file {file} is not a Daymark diary.")
_LOCKED: Final = mark("Another program is using {file}. Close it there and try again.")
_FULL: Final = mark("The disk is full, so nothing was changed in {file}. Make room and try again.")
_READ_ONLY: Final = mark("{file} may only be read, so nothing was changed in it.")
_NOT_OPENED: Final = mark(
    "{file} cannot be opened. Check that it is there and that you may use it."
)
_LONG_NAME: Final = mark("The name of {file}, or of its folder, is too long. Choose a shorter one.")
_DISK: Final = mark("The disk did not read or write {file} as it should. Nothing was changed.")
_MOVED: Final = mark(
    "{file} was moved, deleted or replaced while it was open, so nothing was changed. "
    "Put it back in its place and try again."
)
_NO_FORMAT: Final = "unsupported file format"  # a damaged header; SQLite has no code for it
_PRIMARY = 0xFF  # the low byte of SQLite's extended codes
_BY_CODE: Final = {
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: _NOT_OPENED,
    sqlite3.SQLITE_PERM: _NOT_OPENED,
    sqlite3.SQLITE_AUTH: _NOT_OPENED,
    sqlite3.SQLITE_IOERR: _DISK,
}
# SQLCipher's driver says nothing but this when a copy of pages fails, and gives no more than the
# code of any mistake when writing a file anew does.
_BY_TEXT: Final = {
    "database or disk is full": sqlite3.SQLITE_FULL,
    "database is locked": sqlite3.SQLITE_BUSY,
    "disk I/O error": sqlite3.SQLITE_IOERR,
    "database disk image is malformed": sqlite3.SQLITE_CORRUPT,
    "attempt to write a readonly database": sqlite3.SQLITE_READONLY,
}
_NO_TEXT: Final = "Could not decode to UTF-8"
_BY_NUMBER: Final = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EROFS: _READ_ONLY,
    errno.EACCES: _NOT_OPENED,
    errno.EPERM: _NOT_OPENED,
    errno.ENOENT: _NOT_OPENED,
    errno.ENOTDIR: _NOT_OPENED,
    errno.EISDIR: _NOT_OPENED,
    errno.ENAMETOOLONG: _LONG_NAME,
}


class UnusableFile(FileProblem):
    """The content is at fault: damaged, newer than the program, or not a diary."""

    is_of_content = True


class NotADatabase(UnusableFile):
    """Not even the first page can be read: another kind of file, or another key."""

    is_diary = False


def damaged(path: Path, detail: str = "") -> UnusableFile:
    """Return the problem of a file that was a diary, with the way out."""
    return UnusableFile(with_way_out(told(DAMAGED, path)), detail)


def with_way_out(sentence: str) -> str:
    """Return what is the matter with a file, and that a backup can take its place."""
    return f"{sentence} {translate(BY_BACKUP)}"


def without_way_out(message: str) -> str:
    """Return what is the matter alone, for where no backup is known or the file is one."""
    return message.removesuffix(translate(BY_BACKUP)).rstrip()


def no_diary(path: Path, detail: str) -> UnusableFile:
    """Return the problem of a file of another kind."""
    problem = UnusableFile(told(NOT_A_DIARY, path), detail)
    problem.is_diary = False
    return problem


def moved(path: Path) -> FileProblem:
    """Return the problem of a file that is not where it was opened."""
    return FileProblem(told(_MOVED, path), "another file, or none")


def in_use(path: Path) -> FileProblem:
    """Return the problem of a file that another program has open."""
    return FileProblem(told(_LOCKED, path), "locked by another program")


def told(sentence: str, path: Path) -> str:
    """Return the sentence in the language of the screen, with the name of the file."""
    return translate(sentence).format(file=name_of(path))


@contextmanager
def known_problems(path: Path) -> Iterator[None]:
    """Turn what the driver or the system says about the file into a FileProblem.

    Raises:
        FileProblem: what it says is known; anything else goes on as it came.
    """
    try:
        yield
    except Exception as error:
        problem = problem_of(error, path)
        if problem is None:
            raise
        raise problem from error


def problem_of(error: BaseException, path: Path) -> FileProblem | None:
    """Return the known trouble behind an error, or None for a bug."""
    if isinstance(error, OSError):
        sentence = _BY_NUMBER.get(error.errno or 0, _DISK)
        return FileProblem(told(sentence, path), type(error).__name__)
    cause = error.orig if isinstance(error, DBAPIError) else error
    # The driver cannot read back a damaged text, or a damaged name in SQLite's own message.
    if isinstance(cause, UnicodeDecodeError) or str(cause).startswith((_NO_TEXT, _NO_FORMAT)):
        return damaged(path, "not a text, or of no known format")
    code = _code(cause)
    detail = f"SQLite result code {code}"
    if code == sqlite3.SQLITE_NOTADB:
        return NotADatabase(told(NOT_A_DIARY, path), detail)
    if code == sqlite3.SQLITE_CORRUPT:
        return damaged(path, detail)
    if code in _BY_CODE:
        return FileProblem(told(_BY_CODE[code], path), detail)
    return None


def _code(error: BaseException | None) -> int:
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & _PRIMARY
    return _BY_TEXT.get(str(error), code) if code == sqlite3.SQLITE_ERROR else code
