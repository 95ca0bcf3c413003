"""Files on the disk: made for the owner only, moved into place whole, never over another.

A diary or backup is always written aside, checked, brought to the disk and then moved to its name,
so that a power cut leaves the old state or the new one.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import tempfile
from contextlib import contextmanager, suppress
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Final

from diary.paths import PART, sync_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE: Final = 4_096  # bytes, of every diary
_BESIDE = ("-wal", "-shm", "-journal")  # what SQLite keeps next to an open file
# For patterns: what stands between the name of a file and how one written aside for it ends, by
# `tempfile` or `secrets.token_hex(4)`; and what SQLite adds to any of them.
ASIDE: Final = r"\.[a-z0-9_]{8}"
SIDE: Final = rf"({'|'.join(_BESIDE)})?"

# In a folder of its own; elsewhere, other diaries may have files too.
_OURS: Final = r"diary(-.+)?\.daymark|settings\.json|backups\.json"
_OF_MARK: Final = re.compile(r"diary-of-[0-9a-f]{8}-", re.ASCII)
_PART = rf"{ASIDE}\{PART}{SIDE}"
# A name has at most 255 bytes on every usual disk. Added are a point, eight letters and an ending
# of our own, and one of SQLite's.
_LONGEST_STEM: Final = 255 - 1 - 8 - len(PART) - len("-journal")
_OLD = 24 * 60 * 60.0  # seconds; no copy takes a day, so nobody still writes to such a file


def beside(path: Path) -> tuple[Path, ...]:
    """Return the paths of the files that SQLite may keep next to this one."""
    return tuple(path.with_name(path.name + ending) for ending in _BESIDE)


def has_unfolded_writes(path: Path) -> bool:
    """Return whether writes wait beside the file: it is open, or was not closed properly."""
    with suppress(FileNotFoundError):  # asked for once: who closes it takes it away
        return beside(path)[0].stat().st_size > 0
    return False


def has_any_beside(path: Path) -> bool:
    """Return whether SQLite keeps or left anything beside the file, be it empty."""
    return any(one.exists() for one in beside(path))


@contextmanager
def written_aside(target: Path, ending: str = PART) -> Iterator[Path]:
    """Give an empty file next to ``target``, for its owner only; removed if it is still there."""
    handle, name = tempfile.mkstemp(
        prefix=_stem(target) + ".", suffix=ending, dir=target.parent
    )  # made with mode 0600
    os.close(handle)
    part = Path(name)
    try:
        yield part
    finally:
        for path in (part, *beside(part)):
            path.unlink(missing_ok=True)


def set_aside(path: Path) -> Path:
    """Give a finished file the name of one in the making: if a crash leaves it, it is removed."""
    part = path.with_name(f"{path.name}.{secrets.token_hex(4)}{PART}")
    return path.replace(part)


def _stem(target: Path) -> str:
    """Return the name of a file, cut where what is added aside would make it too long to write."""
    name = target.name
    while len(os.fsencode(name)) > _LONGEST_STEM:
        name = name[:-1]  # by letters: half of one is no name on some disks
    return name


def place_new(part: Path, target: Path) -> None:
    """Give ``part`` the name ``target`` unless something has that name.

    Raises:
        FileExistsError: something has it; both are left alone.
        OSError: the disk does not allow it.
    """
    _sync(part)
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
        part.unlink(missing_ok=True)
    sync_folder(target.parent)
    clear_old_parts(target)


def swap_in(part: Path, target: Path) -> None:
    """Put ``part`` in the place of ``target``, in one step.

    Raises:
        OSError: the disk does not allow it; ``target`` is as it was.
    """
    _sync(part)  # or a power cut could leave the name with nothing behind it
    part.replace(target)
    sync_folder(target.parent)
    clear_old_parts(target)


def keep_aside(path: Path, target: Path) -> None:
    """Keep a file that is about to be replaced under a second name.

    Until the swap it stays where it is, so that a crash never leaves its place empty. What SQLite
    keeps next to it is moved: to whatever comes in its place it does not belong.

    Raises:
        OSError: the disk does not allow it; ``path`` is where it was.
    """
    if path.exists():
        try:
            os.link(path, target)
        except OSError:  # a disk without links, or another disk
            shutil.copyfile(path, target)
            _sync(target)
    for old, new in zip(beside(path), beside(target), strict=True):
        if old.exists():
            shutil.move(old, new)
    sync_folder(target.parent)
    sync_folder(path.parent)


def copy_readable(source: Path, target: Path) -> None:
    """Copy a file and the writes that wait beside it; what the disk does not give becomes zeros.

    Only for looking at what cannot be used as it is: a copy made while somebody writes is not
    whole.

    Raises:
        OSError: the copy cannot be written.
    """
    with target.open("wb") as written:
        written.writelines(_readable_pages(source))
    for old, new in zip(_to_copy(source), _to_copy(target), strict=True):
        if old.is_file():
            shutil.copyfile(old, new)


def is_whole_copy(copy: Path, source: Path) -> bool:
    """Return whether a file, and what waits beside it, still are as they were copied.

    Then nobody wrote in between: each page was the same when the last one was copied. Times of
    change would not tell, for some disks count them in seconds.

    Args:
        copy: what ``copy_readable`` made.
        source: the file it was made of.

    Raises:
        FileNotFoundError: one of them went away meanwhile.
    """
    kept, present = _to_copy(copy), _to_copy(source)
    if [one.is_file() for one in kept] != [one.is_file() for one in present]:
        return False
    pairs = [(copy, source)]
    pairs += [(old, new) for old, new in zip(kept, present, strict=True) if old.is_file()]
    return all(
        one == other
        for pair in pairs
        for one, other in zip_longest(*(_readable_pages(path) for path in pair))
    )


def _to_copy(path: Path) -> tuple[Path, ...]:
    return tuple(one for one in beside(path) if not one.name.endswith("-shm"))


def _readable_pages(path: Path) -> Iterator[bytes]:
    with path.open("rb", buffering=0) as origin:
        size = origin.seek(0, os.SEEK_END)
        for at in range(0, size, PAGE):
            page = b""
            with suppress(OSError):
                origin.seek(at)
                page = origin.read(PAGE)
            yield page.ljust(PAGE, b"\0")


def change_identity(path: Path) -> None:
    """Put a file with the same content in the place of a file that SQLite still has open.

    SQLite then lets go of it without folding in the writes that wait beside it, as for a file that
    was moved: both stay as they are. Where it cannot be done, nothing is.
    """
    path = path.resolve()  # what a link points to is replaced, not the link
    with suppress(OSError), written_aside(path) as part:
        shutil.copyfile(path, part)
        _sync(part)
        part.replace(path)
        sync_folder(path.parent)


def move_away(path: Path, target: Path) -> None:
    """Move what stands in the place of a file, of whatever kind, with all that is next to it."""
    for old, new in zip((path, *beside(path)), (target, *beside(target)), strict=True):
        if os.path.lexists(old):
            shutil.move(old, new)
    sync_folder(target.parent)
    sync_folder(path.parent)


def bring_back(path: Path, target: Path) -> None:
    """Undo what was kept aside or moved away, where nothing came in its place."""
    for old, new in zip((target, *beside(target)), (path, *beside(path)), strict=True):
        if os.path.lexists(old):
            if os.path.lexists(new):
                old.unlink()
            else:
                shutil.move(old, new)
    sync_folder(path.parent)


def clear_old_parts(finished: Path, *own: Path) -> None:
    """Remove what a crash left of files written aside.

    Beside ``finished``, what was to become it, or another copy with the same mark of a diary; in
    the folders ``own``, which are of this diary alone, whatever was to become a file of it. Only
    what is a day older than ``finished`` goes, or has its name already: somebody may be writing to
    the others.
    """
    mark = _OF_MARK.match(finished.name)
    like = "" if mark is None else rf"|{mark[0]}.+\.daymark"
    looked_at = [(finished.parent, re.escape(_stem(finished)) + like)]
    looked_at += [(folder, _OURS) for folder in own]
    # What cannot be removed costs a little room; the file that was made counts.
    with suppress(OSError):
        old = finished.stat().st_mtime - _OLD
        for folder, names in looked_at:
            parts = re.compile(f"({names}){_PART}", re.DOTALL)
            for path in folder.iterdir():
                if parts.fullmatch(path.name):
                    _remove_if_left(path, old)


def _remove_if_left(path: Path, old: float) -> None:
    with suppress(OSError):
        about = path.stat()
        if about.st_mtime < old or about.st_nlink > 1:
            path.unlink()


def _sync(path: Path) -> None:
    """Bring what is in a file to the disk."""
    handle = os.open(path, os.O_RDWR)  # Windows syncs only what may be written
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
