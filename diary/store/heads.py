"""The first bytes of a file, read in a way that leaves SQLite its locks.

On POSIX systems a program lets go of all its locks on a file as soon as it closes it anywhere. So
a look into a diary that is open here would let another program believe that nobody has it, and
take away the writes that wait beside it. Its first bytes are therefore remembered while it is open.
"""

from __future__ import annotations

from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Final, TypeAlias
from weakref import WeakSet

if TYPE_CHECKING:
    from pathlib import PurePath

HEAD_BYTES: Final = 4_096  # the first page: the mark or the salt, and whether all is locked
_File: TypeAlias = tuple[int, int]  # what the system calls a file, whatever names it has


class Held:
    """A file that SQLite has open from now on, until ``let_go``.

    Args:
        path: the file.

    Raises:
        OSError: it cannot be read.
    """

    def __init__(self, path: PurePath) -> None:
        with _lock:
            self.head = head_of(path)
            self.file = _file(path)
            _held.add(self)

    def is_at(self, path: PurePath) -> bool:
        """Return whether it is still the file of that name: neither moved away nor replaced."""
        try:
            return self.file == _file(path)
        except OSError:
            return False

    def let_go(self) -> None:
        """Have it read from the disk again; it is closed."""
        with _lock:
            _held.discard(self)


_held: Final[WeakSet[Held]] = WeakSet()
# Several threads open files. Nor may one be opened while its first bytes are still being read.
_lock: Final = RLock()


def is_held(path: PurePath) -> bool:
    """Return whether this program has the file open.

    Raises:
        OSError: it cannot be looked at.
    """
    file = _file(path)
    with _lock:
        return any(held.file == file for held in _held)


def head_of(path: PurePath) -> bytes:
    """Return the first bytes of a file.

    Raises:
        OSError: it cannot be read.
    """
    file = _file(path)
    with _lock:
        for held in _held:
            if held.file == file:
                return held.head
        with Path(path).open("rb") as opened:
            return opened.read(HEAD_BYTES)


def _file(path: PurePath) -> _File:
    about = Path(path).stat()
    return about.st_dev, about.st_ino
