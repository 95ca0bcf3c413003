"""Files that must not stay readable: overwritten as well as a program can, then removed."""

from __future__ import annotations

import os
import re
import secrets
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from diary.paths import PART
from diary.store.files import ASIDE, SIDE, swap_in

if TYPE_CHECKING:
    from pathlib import Path

# Of what is about to take a place, and of what had the place until now.
SWAP: Final = ".swap"
_ASIDE: Final = re.compile(rf"{ASIDE}(\{PART}|\{SWAP}){SIDE}$", re.ASCII)
_AT_ONCE: Final = 1 << 20  # bytes


def swap_and_wipe(part: Path, target: Path) -> None:
    """Put ``part`` in the place of ``target``, then overwrite and remove what was there.

    What was there and cannot be removed now, :mod:`diary.store.remains` wipes when the diary is
    opened the next time.

    Raises:
        OSError: it cannot be put there; ``target`` is as it was.
    """
    old = _beside(target)
    # On a disk without links, as on memory sticks, the move itself removes it.
    with suppress(OSError):
        os.link(target, old)
    try:
        swap_in(part, target)
    finally:
        # Whoever reads that this failed takes it that nothing was changed.
        with suppress(OSError):
            wipe(old)


def wipe(path: Path) -> None:
    """Overwrite a file and remove it; the disk may keep an older state of it all the same."""
    # First it gets a name that nobody knows: who still writes it can then neither give it its
    # place nor a second name while it is overwritten.
    with suppress(OSError):
        going = _beside(path)
        path.replace(going)
        path = going
    # A file with a second name is still somebody's: only this name of it goes. It is not even
    # opened, because closing it would take SQLite's locks away from who has it open.
    with suppress(OSError):
        if path.stat().st_nlink == 1:
            _overwrite(path)
    path.unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    """Return a free name, by which :mod:`diary.store.remains` would know it after a crash."""
    return path.with_name(f"{_ASIDE.sub('', path.name)}.{secrets.token_hex(4)}{SWAP}")


def _overwrite(path: Path) -> None:
    left = path.stat().st_size
    with path.open("r+b") as file:
        while left > 0:
            left -= file.write(secrets.token_bytes(min(left, _AT_ONCE)))
        file.flush()
        os.fsync(file.fileno())
