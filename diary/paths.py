"""Where things live on this computer. Nothing is created here; see :meth:`AppPaths.create`."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import platformdirs

from diary.private import close_to_others

if TYPE_CHECKING:
    from collections.abc import Mapping

DIARY_NAME = "diary.daymark"
PART = ".part"  # how the name of a file ends that is written aside until it is whole
# How the names of all that this program makes in its folder begin.
_OURS = ("diary", "settings", "backups", "logs", "window")


class AppPaths(NamedTuple):
    """The folder that holds everything, and what is in it."""

    folder: Path

    @classmethod
    def find(
        cls, data_dir: Path | None = None, environment: Mapping[str, str] = os.environ
    ) -> AppPaths:
        """Return the paths: ``--data-dir``, else ``DAYMARK_DATA_DIR``, else the platform's."""
        chosen = data_dir or environment.get("DAYMARK_DATA_DIR")
        if chosen:
            return cls(Path(chosen).expanduser().absolute())
        return cls(Path(platformdirs.user_data_dir("daymark", appauthor=False)))

    @property
    def diary(self) -> Path:
        """The diary file."""
        return self.folder / DIARY_NAME

    @property
    def backups(self) -> Path:
        """The folder of snapshots."""
        return self.folder / "backups"

    @property
    def backup_notes(self) -> Path:
        """What is remembered about the backups; see :mod:`diary.services.backup_notes`."""
        return self.folder / "backups.json"

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.folder / "settings.json"

    @property
    def logs(self) -> Path:
        """The folder of logs."""
        return self.folder / "logs"

    def create(self) -> None:
        """Make the folder, readable by its owner only, and close to others what is open to them.

        A folder of hers that holds other things too, given with ``--data-dir``, stays as open as
        she has it; what is ours in it does not.

        Raises:
            OSError: the place cannot be written.
        """
        make_folder(self.folder)
        inside = list(self.folder.iterdir())
        ours = [path for path in inside if path.name.startswith(_OURS)]
        if len(ours) == len(inside):
            ours.append(self.folder)
        for path in ours:
            close_to_others(path)


def make_folder(folder: Path) -> None:
    """Make a folder, readable by its owner only, and bring its name to the disk.

    Raises:
        OSError: the place cannot be written.
    """
    if not folder.is_dir():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        sync_folder(folder.parent)


def name_of(path: Path) -> str:
    """Return how a sentence names a file: without its folder, if it has a name of its own."""
    return path.name or str(path)


def write_whole(path: Path, content: bytes) -> None:
    """Write a small file aside, bring it to the disk and put it in its place in one step.

    It is readable by its owner only.

    Raises:
        OSError: the disk does not allow it; what was there before is untouched.
    """
    import tempfile  # noqa: PLC0415  seldom needed, and never early

    handle, name = tempfile.mkstemp(prefix=path.name + ".", suffix=PART, dir=path.parent)
    part = Path(name)  # made with mode 0600
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk: only then is a new one safe against a power cut."""
    # Windows, and some disks, cannot do it; there the move itself is all that can be asked for.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
