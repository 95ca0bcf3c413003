"""The copies in a folder: their names tell when and of which diary; listed and thinned out."""

from __future__ import annotations

import datetime as dt
import os
import re
import stat
from itertools import chain, count
from typing import TYPE_CHECKING, NamedTuple

from diary.paths import make_folder
from diary.store import files, problems
from diary.store.thinning import kept

if TYPE_CHECKING:
    from pathlib import Path

_NAME = re.compile(
    r"diary-(?:of-([0-9a-f]{8})-)?(\d{4}-\d{2}-\d{2}T\d{6}Z)(?:-(\d+))?\.daymark", re.ASCII
)
_BEFORE = re.compile(r"diary-before-(\d{4})(?:-(\d+))?\.daymark", re.ASCII)
_STAMP = "%Y-%m-%dT%H%M%SZ"


class Snapshot(NamedTuple):
    """One copy in the folder of backups."""

    path: Path
    taken_at: dt.datetime
    size: int


def listing(folder: Path, of: str | None = None) -> tuple[Snapshot, ...]:
    """Return the copies in the folder, the newest first.

    Args:
        folder: where to look.
        of: the mark in the names of the copies of one diary, where several share the folder.
    """
    found = (_snapshot(path) for path in folder.glob("*.daymark"))
    ours = (one for one in found if one is not None and (of is None or _mark(one.path) == of))
    return tuple(sorted(ours, key=_age, reverse=True))


def thin(folder: Path, now: dt.datetime, of: str | None = None) -> None:
    """Delete the copies in the folder that have grown too many; those named by hand stay.

    Args:
        folder: where they are.
        now: the present moment.
        of: the mark of the copies that may be deleted; None for those without one.

    Raises:
        FileProblem: one of them cannot be deleted.
    """
    ours = [one for one in listing(folder) if _is_ours(one.path, of)]
    staying = kept((one.taken_at for one in ours), now.astimezone())
    going = [one.path for one in ours if one.taken_at not in staying]
    if of is None:
        going += _repeated(folder)
    with problems.known_problems(folder):
        for path in going:
            path.unlink(missing_ok=True)


def name_elsewhere(copy_of: Path, of: str) -> str:
    """Return the name of a copy in a folder that other diaries may use too."""
    return copy_of.name.replace("diary-", f"diary-of-{of}-", 1)


def stem(now: dt.datetime) -> str:
    """Return how the name of what is made now begins: with the moment, in UTC."""
    return f"diary-{now.astimezone(dt.UTC):{_STAMP}}"


def free(folder: Path, stem: str, ending: str) -> Path:
    """Return a path in the folder that nothing has yet; the folder is made where it is missing.

    Args:
        folder: where the copies lie.
        stem: how the name begins; a number is added where it is taken.
        ending: how it ends, with its dot.

    Raises:
        FileProblem: the folder cannot be made, or not be looked into.
    """
    with problems.known_problems(folder):
        make_folder(folder)
        names = chain([stem], (f"{stem}-{number}" for number in count(2)))
        paths = (folder / (name + ending) for name in names)
        return next(path for path in paths if not is_taken(path))


def is_taken(path: Path) -> bool:
    """Return whether something lies there, or beside it as SQLite leaves it; also a dead link."""
    return any(os.path.lexists(one) for one in (path, *files.beside(path)))


def _snapshot(path: Path) -> Snapshot | None:
    try:
        about = path.stat()
    except OSError:  # just deleted, or on a stick that was just pulled out
        return None
    if not stat.S_ISREG(about.st_mode):
        return None
    name = _NAME.fullmatch(path.name)
    if name is None:  # made by hand, or before an upgrade
        taken_at = dt.datetime.fromtimestamp(about.st_mtime, dt.UTC)
    else:
        taken_at = dt.datetime.strptime(name[2], _STAMP).replace(tzinfo=dt.UTC)
    return Snapshot(path, taken_at, about.st_size)


def _age(one: Snapshot) -> tuple[dt.datetime, int]:
    name = _NAME.fullmatch(one.path.name)
    return one.taken_at, 1 if name is None or name[3] is None else int(name[3])


def _mark(path: Path) -> str | None:
    name = _NAME.fullmatch(path.name)
    return None if name is None else name[1]


def _is_ours(path: Path, of: str | None) -> bool:
    return _NAME.fullmatch(path.name) is not None and _mark(path) == of


def _repeated(folder: Path) -> list[Path]:
    """Return all copies made before an upgrade but the last one for each version."""
    found: dict[str, list[tuple[int, Path]]] = {}
    for path in folder.glob("diary-before-*.daymark"):
        name = _BEFORE.fullmatch(path.name)
        if name is not None:
            found.setdefault(name[1], []).append((int(name[2] or 1), path))
    return [path for tries in found.values() for _, path in sorted(tries)[:-1]]
