"""Whether a file is a diary that this program can read, told without changing a byte of it."""

from __future__ import annotations

import enum
import hmac
import os
import re
import stat
from collections import Counter
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING, Final

from diary.errors import RequestError
from diary.i18n import mark, translate
from diary.store import heads, keys, problems, recovery_code
from diary.store.connection import Begin, connect, make_engine
from diary.store.files import (
    beside,
    copy_readable,
    has_any_beside,
    has_unfolded_writes,
    is_whole_copy,
    written_aside,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Engine

HEAD: Final = "0002"  # the newest migration; a test compares it with the folder
_MARKED: Final = re.compile(r"\d{4}", re.ASCII)
APPLICATION_ID: Final = 0x4461796D  # "Daym"; SQLite keeps it in the header for us
MAGIC: Final = b"SQLite format 3\0"
_PAGE_SIZE_AT: Final = slice(16, 18)
_LARGEST_PAGE: Final = 65_536  # written as 1
_CIPHER_PAGE: Final = 4_096
_BYTES: Final = 256
_MUCH_OFTENER: Final = 5  # in a page of chance, no byte comes more than three times as often
_OTHER_KINDS: Final = (b"PK\x03\x04", b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"\x1f\x8b\x08")
_EMPTY: Final = mark(
    "The file {file} is empty, so it holds no diary any more. Put a backup in its place, "
    "or move it away to begin a new diary."
)
_NOWHERE: Final = mark(
    "{file} leads to a file that is not there. If it is on a memory stick or another disk, "
    "plug it in and try again."
)
_NEWER: Final = mark(
    "The file {file} was written by a newer version of Daymark. Install that version to open it."
)
_NEEDED: Final = mark("The diary {file} is protected: it opens only with its passphrase.")
WRONG: Final = mark("The passphrase does not fit {file}, or {file} is not a Daymark diary.")
_NOT_PROTECTED: Final = mark("The diary {file} has no passphrase: it opens only without one.")
_NOT_ONE: Final = mark("A passphrase needs at least one character, and only ones you can type.")
_BLANK: Final = mark("A passphrase of blanks alone keeps nobody out. Choose words of your own.")
_IS_CODE: Final = mark("This is a recovery code. Choose words of your own as the passphrase.")
_MISTYPED: Final = mark(
    "This looks like a recovery code, but something in it is mistyped. "
    "Look again at group {groups}."
)


class PassphraseError(RequestError):
    """The passphrase is missing, wrong, or not wanted.

    Attributes:
        is_refused: whether the file was tried with it; a damaged file refuses the right one, too.
    """

    is_refused = False


class Kind(enum.Enum):
    """What a file looks like from outside."""

    ABSENT = "absent"
    PLAIN = "plain"
    PROTECTED = "protected"


def kind_of(path: Path) -> Kind:
    """Return what the file looks like.

    Raises:
        UnusableFile: it is there, and cannot be a diary.
    """
    with problems.known_problems(path):
        if not os.path.lexists(path):
            return Kind.ABSENT
        _check_is_file(path)
        header = heads.head_of(path)
        size = path.stat().st_size
    if size == 0:
        # Ours are moved into place whole, so this one was emptied: to begin anew in silence
        # would look as if years had never been recorded.
        raise problems.UnusableFile(problems.told(_EMPTY, path))
    kind = Kind.PLAIN if header.startswith(MAGIC) else Kind.PROTECTED
    page = int.from_bytes(header[_PAGE_SIZE_AT], "big") if kind is Kind.PLAIN else _CIPHER_PAGE
    if size % (_LARGEST_PAGE if page <= 1 else page) and not has_unfolded_writes(path):
        broken = "not a whole number of pages"
        if kind is Kind.PLAIN:
            raise problems.damaged(path, broken)
        raise problems.no_diary(path, broken)
    if kind is Kind.PROTECTED and not _looks_locked(header):
        # To ask for a passphrase that never was would leave her before a door without a key.
        raise problems.no_diary(path, "neither a database nor one that is locked")
    return kind


def _check_is_file(path: Path) -> None:
    # A link that leads nowhere, or round in a circle, is not the same as no file: a new diary in
    # its place would hide the one on a stick that is not plugged in.
    if not path.exists():
        raise problems.UnusableFile(problems.told(_NOWHERE, path), "a link to nothing")
    # A folder has no content to read; a pipe or a device would let us wait for ever.
    if not path.is_file() or any(_is_other(one) for one in beside(path)):
        raise problems.no_diary(path, "not a regular file, or not one beside it")


def _is_other(path: Path) -> bool:
    """Return whether something is there that is no file; asked for once, for it may just go."""
    with suppress(FileNotFoundError):
        return not stat.S_ISREG(path.stat().st_mode)
    return False


def _looks_locked(first: bytes) -> bool:
    """Return whether the first page may be one that is locked: then all bytes come equally often.

    So a zip or a picture may be taken for one; a text, a table, or a page of zeros is not.
    """
    if first.startswith(_OTHER_KINDS):
        return False
    return max(Counter(first).values()) < len(first) / _BYTES * _MUCH_OFTENER


def is_protected(path: Path) -> bool:
    """Return whether a file opens only with a passphrase; one that is not there does not.

    Raises:
        UnusableFile: it is there, and cannot be a diary.
    """
    return kind_of(path) is Kind.PROTECTED


def passphrase_for(path: Path, given: str | None) -> str | None:
    """Return what was given where a file needs a passphrase, None where it has none.

    Raises:
        UnusableFile: it is there, and cannot be a diary.
    """
    return given if is_protected(path) else None


def check_passphrase(path: Path, passphrase: str | None) -> Kind:
    """Check that a passphrase is given exactly where one is needed, before any key is tried.

    Returns:
        What the file looks like.

    Raises:
        PassphraseError: it is missing, not wanted, or cannot be one.
        UnusableFile: the file cannot be a diary.
    """
    if passphrase is not None:
        _check_typed(passphrase)
    kind = kind_of(path)
    if kind is Kind.ABSENT and passphrase is not None:
        check_new(passphrase)
    if kind is Kind.PLAIN and passphrase is not None:
        raise PassphraseError(problems.told(_NOT_PROTECTED, path))
    if kind is Kind.PROTECTED and passphrase is None:
        raise PassphraseError(problems.told(_NEEDED, path))
    return kind


def check_new(passphrase: str) -> None:
    """Check that a text can be the passphrase of a diary from now on.

    Raises:
        PassphraseError: it is empty, blank, cannot be typed, or would be taken for a recovery code.
    """
    _check_typed(passphrase)
    if not passphrase.strip():
        raise PassphraseError(translate(_BLANK))
    if recovery_code.parse(passphrase) is not None:
        raise PassphraseError(translate(_IS_CODE))


def check_same(path: Path, passphrase: str, present: str) -> None:
    """Check that a text given again opens the same file as the one it was opened with.

    Args:
        path: the diary.
        passphrase: the text given again, a passphrase or a recovery code.
        present: the one that opened it.

    Raises:
        PassphraseError: it does not.
        FileProblem: the file cannot be read.
    """
    _check_typed(passphrase)
    with problems.known_problems(path):
        given, right = (keys.key_of(path, text).raw for text in (passphrase, present))
    if not hmac.compare_digest(given, right):
        raise PassphraseError(problems.told(WRONG, path))


def _check_typed(passphrase: str) -> None:
    if not passphrase or any(
        letter == "\0" or "\ud800" <= letter <= "\udfff" for letter in passphrase
    ):
        raise PassphraseError(translate(_NOT_ONE))
    if groups := recovery_code.mistyped(passphrase):
        told = ", ".join(map(str, groups))
        raise PassphraseError(translate(_MISTYPED).format(groups=told))


@contextmanager
def looking(
    path: Path, passphrase: str | None, *, with_sqlcipher: bool = False, in_place: bool = False
) -> Iterator[Engine]:
    """Give an engine for looking at a file that may have to be left as it is.

    SQLite's own look would change what waits beside a file that nobody has open. So such a file is
    looked at as a copy.

    Args:
        path: the file.
        passphrase: its passphrase or recovery code; None for a plain file.
        with_sqlcipher: as for the engine.
        in_place: whether it has to be the file itself, to keep others out of it; what waits beside
            it may be folded in then.

    Raises:
        PassphraseError: the passphrase is missing, wrong or not wanted.
        FileProblem: it is not a diary, damaged, newer, locked.
    """
    check_passphrase(path, passphrase)
    with ExitStack() as stack:
        with problems.known_problems(path):
            copy = None if in_place else _copied(path, stack)
            if copy is None:
                stack.callback(heads.Held(path).let_go)
        read_only = not in_place and copy is None and has_any_beside(path)
        engine = make_engine(
            copy or path, passphrase, read_only=read_only, with_sqlcipher=with_sqlcipher
        )
        stack.callback(engine.dispose)
        yield engine


def _copied(path: Path, stack: ExitStack) -> Path | None:
    """Return a copy of the file and of what waits beside it; None where it needs or allows none.

    What is open here must not be opened a second time but by SQLite. While another program
    writes, or closes it, no copy is whole; then there was somebody who keeps the files beside it
    in order.
    """
    if heads.is_held(path) or not has_any_beside(path):
        return None
    copy = stack.enter_context(written_aside(path))
    try:
        copy_readable(path, copy)
        return copy if is_whole_copy(copy, path) else None
    except FileNotFoundError:
        return None


def revision_of(engine: Engine, path: Path) -> str:
    """Return the version mark of the diary behind the engine.

    Raises:
        PassphraseError: the passphrase does not open it.
        UnusableFile: it is damaged, newer than the program, or not a diary.
    """
    try:
        with problems.known_problems(path), connect(engine, Begin.READING) as connection:
            revision = _read_mark(connection)
    except problems.NotADatabase as error:
        if is_protected(path):
            wrong = PassphraseError(problems.told(WRONG, path), detail=error.detail)
            wrong.is_refused = True
            raise wrong from error
        raise
    if revision is None:
        raise problems.no_diary(path, "another's database")
    if not _MARKED.fullmatch(revision):
        raise problems.damaged(path, "no version mark")
    if revision > HEAD:
        newer = problems.UnusableFile(problems.told(_NEWER, path), f"version mark {revision}")
        newer.is_newer = True
        raise newer
    return revision


def _read_mark(connection: Connection) -> str | None:
    if connection.exec_driver_sql("PRAGMA application_id").scalar() != APPLICATION_ID:
        return None
    tables = connection.exec_driver_sql(
        "SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'"
    )
    if not tables.scalar():
        return None
    revision = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return None if revision is None else str(revision)  # of a damaged file, whatever stands there
