"""What is known of a file that does not open as a diary, and how another takes its place."""

from __future__ import annotations

import os
from contextlib import ExitStack, suppress
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


def newest_sound(
    folder: Path, passphrase: str | None
) -> tuple[copy_folder.Snapshot, soundness.Soundness] | None:
    """Return the newest copy in a folder that was read from one end to the other, and its days.

    Args:
        folder: where the copies lie.
        passphrase: what opens the protected ones; None where nothing was given.
    """
    for one in copy_folder.listing(folder):
        with suppress(DiaryError):
            opened_with = identity.passphrase_for(one.path, passphrase)
            return one, soundness.examine(one.path, opened_with, one.path)
    return None


def is_in_the_way(database_path: Path, passphrase: str | None) -> bool:
    """Return whether there is no file in the place of a diary, or one that this does not open.

    Args:
        database_path: the place of the diary.
        passphrase: what was given to open it; None where nothing was.
    """
    if not os.path.lexists(database_path):
        return False
    try:
        if database_path.is_file():
            soundness.examine(database_path, passphrase, database_path)
            return False
    except identity.PassphraseError:
        pass
    except problems.UnusableFile:
        return False
    return True


def put_over(made: Path, database_path: Path, folder: Path, now: dt.datetime) -> Path:
    """Put a new diary in the place of what is in the way; that is kept.

    A file stays until the new one takes its place, in one step.

    Args:
        made: the new diary, beside that place.
        database_path: the place.
        folder: where what was there is kept.
        now: the present moment.

    Returns:
        Where it is kept.

    Raises:
        FileProblem: another program has it open, or the disk does not allow it; all is as it was.
    """
    target = copy_folder.free(folder, copy_folder.stem(now), ".damaged")
    with problems.known_problems(database_path), ExitStack() as stack:
        is_file = database_path.is_file()
        if is_file:
            stack.enter_context(kept_from_others(database_path))
        try:
            (files.keep_aside if is_file else files.move_away)(database_path, target)
            files.swap_in(made, database_path)
        except BaseException:
            if made.exists():  # else it has its place, and what was there no other than this
                files.bring_back(database_path, target)
            raise
    return target
