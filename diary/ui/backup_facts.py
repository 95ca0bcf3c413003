"""What the bridge tells about backups; plain objects of what is on the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from diary.services.safekeeping import Difference, Snapshot, Soundness


class Copy(NamedTuple):
    """A copy in the list.

    Attributes:
        about: where it is, when it was made and how large it is.
        is_elsewhere: whether it is in the second folder.
        is_protected: whether it opens only with a passphrase; None where it cannot be told.
    """

    about: Snapshot
    is_elsewhere: bool
    is_protected: bool | None


class BackupsNow(NamedTuple):
    """All backups that can be seen.

    Attributes:
        folder: where they are.
        copies: the newest first.
        second: the second folder; None where she chose none.
        is_second_there: whether it can be seen just now.
        told: what did not work at the last closing, in plain sentences.
    """

    folder: Path
    copies: tuple[Copy, ...]
    second: Path | None = None
    is_second_there: bool = False
    told: str | None = None


class CopyLookedAt(NamedTuple):
    """What is in a copy.

    Attributes:
        path: the copy.
        found: what it holds; None where it could not be looked into.
        needs_other: whether it has another passphrase than the diary.
    """

    path: Path
    found: Soundness | None
    needs_other: bool = False


class CopyCompared(NamedTuple):
    """What putting a copy back would change, or why it cannot be put back.

    Attributes:
        path: the copy.
        difference: what would change; None where it could not be read.
        problem: why, in one sentence.
        needs_other: whether another passphrase is needed for it.
    """

    path: Path
    difference: Difference | None
    problem: str | None = None
    needs_other: bool = False


class PutBack(NamedTuple):
    """A copy is the diary now.

    Attributes:
        path: the copy.
        kept: where the diary as it was is kept; None where there was none.
        can_undo: whether the diary as it was can be put back with one press.
        was_undone: whether this was such a press.
    """

    path: Path
    kept: Path | None
    can_undo: bool
    was_undone: bool = False
