"""Files that must not stay readable: overwritten as well as a program can, then removed."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from diary.store.files import swap_in

if TYPE_CHECKING:
    from pathlib import Path

# Of what is about to take a place, and of what had the place until now.
SWAP: Final = ".swap"
_AT_ONCE: Final = 1 << 20  # bytes


def swap_and_wipe(part: Path, target: Path) -> None:
    """Put ``part`` in the place of ``target``, then overwrite and remove what was there.

    Raises:
        OSError: it cannot be put there; ``target`` is as it was.
    """
    old = target.with_name(f"{target.name}.{secrets.token_hex(4)}{SWAP}")
    # On a disk without links, as on memory sticks, the move itself removes it.
    with suppress(OSError):
        os.link(target, old)
    try:
        swap_in(part, target)
    finally:
        wipe(old)


def wipe(path: Path) -> None:
    """Overwrite a file and remove it; the disk may keep an older state of it all the same."""
    with suppress(OSError), path.open("r+b") as file:
        about = os.fstat(file.fileno())
        # A file with a second name is still somebody's: only this name of it goes.
        left = about.st_size if about.st_nlink == 1 else 0
        while left > 0:
            left -= file.write(secrets.token_bytes(min(left, _AT_ONCE)))
        file.flush()
        os.fsync(file.fileno())
    path.unlink(missing_ok=True)
