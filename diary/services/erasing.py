"""Delete everything: the diary, its backups, the settings and the logs, and nothing else.

Only what this program makes is taken away, by name: a folder given with ``--data-dir`` may hold
files of hers, and a link among ours is taken away without following it.
"""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING, Final

from diary.errors import FileProblem
from diary.i18n import mark, plural, translate
from diary.paths import PART
from diary.store.files import ASIDE, SIDE
from diary.store.wiping import SWAP

if TYPE_CHECKING:
    from pathlib import Path

    from diary.paths import AppPaths

_PART: Final = rf"{ASIDE}\{PART}"
# What the store, the settings and the logs call their files; those half written are among them.
_OURS: Final = re.compile(
    rf"(diary(-[0-9A-Za-z-]+)?\.(daymark|damaged)({ASIDE}(\{PART}|\{SWAP}))?{SIDE}"
    rf"|backups\.json({_PART})?"
    rf"|settings(\.damaged(-\d+)?)?\.json({_PART})?"
    r"|daymark\.log(\.\d+)?|crash-[0-9A-Za-z-]+\.txt|faults\.txt)",
    re.ASCII,
)
_OF_WINDOW: Final = re.compile(r"lock|open")  # two starts on one diary talk through these
_STILL_THERE: Final = mark(
    "Some of the files could not be deleted. Close other programs that use them and delete "
    "them by hand in {folder}."
)


def erase_everything(paths: AppPaths) -> None:
    """Delete what this program made in its folder, and the folder itself if nothing is left in it.

    Nothing of it may be open any more. Files that are not ours stay, and so does what a link
    points to.

    Raises:
        FileProblem: something could not be deleted; all else is gone.
    """
    left = []
    for folder, ours in (
        (paths.backups, _OURS),
        (paths.logs, _OURS),
        (paths.folder / "window", _OF_WINDOW),
        (paths.folder, _OURS),
    ):
        left += _empty(folder, ours)
    if left:
        detail = plural("{n} file left", "{n} files left", len(left))
        raise FileProblem(translate(_STILL_THERE).format(folder=paths.folder), detail)


def _empty(folder: Path, ours: re.Pattern[str]) -> list[Path]:
    if folder.is_symlink():
        return _without(folder)
    if not folder.is_dir():
        return []
    left = []
    for path in sorted(folder.iterdir()):
        if ours.fullmatch(path.name) and (path.is_symlink() or not path.is_dir()):
            left += _without(path)
    if not any(folder.iterdir()):
        shutil.rmtree(folder, ignore_errors=True)
    return left


def _without(path: Path) -> list[Path]:
    try:
        path.unlink()
    except OSError:
        return [path]
    return []
