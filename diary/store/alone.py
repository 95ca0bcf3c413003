"""A diary that nobody else can open: held from before it is read until another is in its place.

What another program would save in between would be confirmed to her and lost with the old file.
"""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from diary.store import heads, identity, problems
from diary.store.connection import Begin, connect

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection

# A file that is open there cannot be replaced.
_CLOSES_FIRST: Final = sys.platform == "win32"
_STATEMENTS: Final = (
    # SQLite leaves the other journal mode only for the one connection there is, and folds in and
    # removes what waits beside the file: nothing of it may stand beside the next one.
    "PRAGMA journal_mode = DELETE",
    "PRAGMA main.locking_mode = EXCLUSIVE",
    "BEGIN EXCLUSIVE",
    "COMMIT",
)

# Whoever has a diary open holds some of these bytes; SQLite never reads or writes what they hold.
_SHARED_FROM: Final = 0x4000_0002
_SHARED_BYTES: Final = 510


@dataclass(frozen=True, slots=True)
class Alone:
    """The one connection to a diary.

    Attributes:
        connection: reads it; outside of a transaction.
    """

    connection: Connection
    _stack: ExitStack

    def prepare_swap(self) -> None:
        """Let go just before another file is put in the place, where the system demands it."""
        if _CLOSES_FIRST:
            self._stack.close()


@contextmanager
def alone_with(
    diary: Path, passphrase: str | None, *, with_sqlcipher: bool = False
) -> Iterator[Alone]:
    """Keep all others out of the diary until the context ends.

    Args:
        diary: the file.
        passphrase: its passphrase or recovery code; None for a plain file.
        with_sqlcipher: as for the engine.

    Raises:
        PassphraseError: the passphrase is missing, wrong or not wanted.
        FileProblem: another program has it, or it cannot be read.
    """
    with ExitStack() as stack:
        with still_there(diary):
            engine = stack.enter_context(
                identity.looking(diary, passphrase, with_sqlcipher=with_sqlcipher, in_place=True)
            )
            identity.revision_of(engine, diary)
            connection = stack.enter_context(connect(engine, Begin.NONE))
            for statement in _STATEMENTS:
                connection.exec_driver_sql(statement)
        yield Alone(connection, stack)


@contextmanager
def still_there(diary: Path) -> Iterator[None]:
    """Refuse what was done with a file that is not the diary any more when it was done.

    Whoever waits for a program that puts another file in its place gets the one that went.

    Raises:
        FileProblem: another program replaced it meanwhile.
    """
    with problems.known_problems(diary):
        held = heads.Held(diary)
    try:
        yield
    except Exception as error:
        if held.is_at(diary):
            raise
        raise problems.in_use(diary) from error
    finally:
        held.let_go()
    if not held.is_at(diary):
        raise problems.in_use(diary)


@contextmanager
def kept_from_others(file: Path) -> Iterator[None]:
    """Keep all others out of a file that cannot be opened as a diary, until the context ends.

    Not a byte of it changes, as it might if SQLite were asked. Where the system lets nobody
    replace what is open, and for a file that may only be read, nobody is kept out.

    Args:
        file: the file.

    Raises:
        FileProblem: another program has it.
        OSError: it cannot be opened.
    """
    if heads.is_held(file):
        # What is open here would lose its own lock, too.
        raise problems.in_use(file)
    with ExitStack() as stack:
        if not _CLOSES_FIRST and os.access(file, os.W_OK):
            import fcntl  # noqa: PLC0415  not every system has it

            handle = os.open(file, os.O_RDWR)
            stack.callback(os.close, handle)
            try:
                fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB, _SHARED_BYTES, _SHARED_FROM)
            except (BlockingIOError, PermissionError):
                raise problems.in_use(file) from None
            if not os.path.samestat(os.fstat(handle), file.stat()):
                raise problems.in_use(file)
        yield
