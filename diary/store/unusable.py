"""What is known of a file that does not open as a diary, and how its place is made free."""

from __future__ import annotations

import os
from contextlib import ExitStack
from typing import TYPE_CHECKING, Final

from diary.errors import DiaryError
from diary.store import copy_folder, files, identity, problems, soundness
from diary.store.alone import kept_from_others

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

_FIRST: Final = 1 << 18  # bytes; the list of tables of every diary lies within
_OF_A_DIARY: Final = (b"CREATE TABLE pain_detail", b"ix_entry_history_day")
_MARK_AT: Final = slice(68, 72)  # where SQLite keeps the mark of whose file it is
_MARK: Final = identity.APPLICATION_ID.to_bytes(4, "big")


def was_diary(path: Path, passphrase: str | None) -> bool:
    """Return whether days may be saved from a file: it was a diary of this version or before.

    Args:
        path: the file.
        passphrase: what she gave; a protected diary looks like nothing, so that this has to do.
    """
    if not path.is_file():
        return False
    first = b""
    try:
        with path.open("rb") as file:
            first = file.read(_FIRST)
        soundness.examine(path, passphrase, path)
    except OSError:
        return False
    except problems.UnusableFile as error:
        if error.is_newer:
            return False
    except DiaryError:
        pass  # the passphrase does not fit, or does no more
    is_marked = first[_MARK_AT] == _MARK or any(sign in first for sign in _OF_A_DIARY)
    return is_marked or (passphrase is not None and bool(first))


def newest_sound(folder: Path, passphrase: str | None) -> copy_folder.Snapshot | None:
    """Return the newest copy in a folder that was read from one end to the other."""
    for one in copy_folder.listing(folder):
        try:
            protected = identity.kind_of(one.path) is identity.Kind.PROTECTED
            soundness.examine(one.path, passphrase if protected else None, one.path)
        except DiaryError:
            continue
        return one
    return None


def free_place(
    database_path: Path, passphrase: str | None, folder: Path, now: dt.datetime
) -> Path | None:
    """Move what is no file away, or a file that no passphrase opens any more; nothing is lost.

    Whatever else is in the place of the diary is kept when another is put there.

    Returns:
        Where it is now, None where nothing was moved.

    Raises:
        FileProblem: another program has it open, or the disk does not allow it.
    """
    if not os.path.lexists(database_path):
        return None
    try:
        if database_path.is_file():
            soundness.examine(database_path, passphrase, database_path)
            return None
    except identity.PassphraseError:
        pass
    except problems.UnusableFile:
        return None
    target = copy_folder.free(folder, copy_folder.stem(now), ".damaged")
    with problems.known_problems(database_path), ExitStack() as stack:
        if database_path.is_file():
            stack.enter_context(kept_from_others(database_path))
        files.move_away(database_path, target)
    return target
