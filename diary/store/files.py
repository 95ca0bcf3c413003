"""Files on the disk: made for the owner only, moved into place whole, never over another.

A diary or backup is always written aside, checked, and then moved to its name, so that a power
cut leaves the old state or the new one.
"""

from __future__ import annotations

import os
import re
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from diary.paths import sync_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

_BESIDE = ("-wal", "-shm", "-journal")  # what SQLite keeps next to an open file

_PART = re.compile(r"diary-.+\.daymark\.[a-z0-9_]{8}\.part(-wal|-shm|-journal)?")
_OLD = 24 * 60 * 60.0  # seconds; no copy takes a day, so nobody still writes to such a file


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
    sync_folder(target.parent)


def swap_in(part: Path, target: Path) -> None:
    """Put ``part`` in the place of ``target``, in one step."""
    part.replace(target)
    sync_folder(target.parent)


def set_aside(path: Path, target: Path) -> None:
    """Move a file with all that SQLite keeps next to it; nothing of it is lost."""
    pairs = zip((path, *beside(path)), (target, *beside(target)), strict=True)
    for old, new in pairs:
        if old.exists():
            old.rename(new)
    sync_folder(target.parent)


def clear_old_parts(finished: Path) -> None:
    """Remove what a crash left of copies written aside, a day or more before this one."""
    old = finished.stat().st_mtime - _OLD
    for path in finished.parent.iterdir():
        # One that cannot be removed costs a little room; the copy that was made counts.
        with suppress(OSError):
            if _PART.fullmatch(path.name) and path.stat().st_mtime < old:
                path.unlink()
