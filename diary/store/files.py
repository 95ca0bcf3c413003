"""Files on the disk: made for the owner only, moved into place whole, never over another.

A diary or backup is always written aside, checked, and then moved to its name, so that a power
cut leaves the old state or the new one.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_BESIDE = ("-wal", "-shm", "-journal")  # what SQLite keeps next to an open file


def beside(path: Path) -> tuple[Path, ...]:
    """Return the paths of the files that SQLite may keep next to this one."""
    return tuple(path.with_name(path.name + ending) for ending in _BESIDE)


def has_unfolded_writes(path: Path) -> bool:
    """Return whether writes wait beside the file: it is open, or was not closed properly."""
    log = beside(path)[0]
    return log.exists() and log.stat().st_size > 0


@contextmanager
def written_aside(target: Path) -> Iterator[Path]:
    """Give an empty file next to ``target``, for its owner only; removed if it is still there."""
    handle, name = tempfile.mkstemp(
        prefix=target.name + ".", suffix=".part", dir=target.parent
    )  # made with mode 0600
    os.close(handle)
    part = Path(name)
    try:
        yield part
    finally:
        for path in (part, *beside(part)):
            path.unlink(missing_ok=True)


def place_new(part: Path, target: Path) -> None:
    """Give ``part`` the name ``target`` unless something has that name.

    Raises:
        FileExistsError: something has it; both are left alone.
    """
    try:
        # Unlike a check followed by a rename, a link cannot lose against a second program.
        os.link(part, target)
    except FileExistsError:
        raise
    except OSError:  # a disk without links, as on memory sticks
        if target.exists():
            raise FileExistsError(target) from None
        part.rename(target)
    else:
        part.unlink()
    _sync_folder(target.parent)


def swap_in(part: Path, target: Path) -> None:
    """Put ``part`` in the place of ``target``, in one step."""
    part.replace(target)
    _sync_folder(target.parent)


def set_aside(path: Path, target: Path) -> None:
    """Move a file with all that SQLite keeps next to it; nothing of it is lost."""
    pairs = zip((path, *beside(path)), (target, *beside(target)), strict=True)
    for old, new in pairs:
        if old.exists():
            old.rename(new)
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    # A new name is only safe against a power cut once its folder is on the disk.
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
