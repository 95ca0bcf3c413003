"""What this program makes belongs to its owner alone: nobody else may read it."""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_OTHERS: Final = 0o077
_ALL: Final = 0o777


@contextmanager
def owner_only() -> Iterator[None]:
    """Make whatever is made meanwhile readable by its owner only, whatever the system's habit.

    It covers what libraries make too: SQLite beside the diary, Qt, and the files she saves. Of a
    crash the system keeps no copy of the memory, which holds the open diary.
    """
    before = os.umask(_OTHERS)
    try:
        with _no_core_file():
            yield
    finally:
        os.umask(before)


@contextmanager
def _no_core_file() -> Iterator[None]:
    try:
        import resource  # noqa: PLC0415  Windows has none
    except ImportError:
        yield
        return
    before = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_CORE, before)


def make_private(folder: Path) -> None:
    """Make a folder of ours where it is missing, and close it to others where it is open.

    Raises:
        OSError: the place cannot be written.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    close_to_others(folder)


def close_to_others(path: Path) -> None:
    """Take away what others may do with a file or folder of ours; where it cannot be, let it be.

    A link is not followed, and what belongs to somebody else is not touched.
    """
    if os.name == "nt":  # there the folder of the person is hers by the system's own lists
        return
    with suppress(OSError):
        about = path.lstat()
        is_ours = about.st_uid == os.geteuid() and not stat.S_ISLNK(about.st_mode)
        # A folder with this mark, like that of temporary files, is there for all.
        if is_ours and about.st_mode & _OTHERS and not about.st_mode & stat.S_ISVTX:
            path.chmod(about.st_mode & _ALL & ~_OTHERS)
