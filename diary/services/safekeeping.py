"""Use cases of backups: make one, check, put one back.

They work on a diary that cannot be opened, too, because that is when they are needed.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from diary.errors import RequestError
from diary.i18n import mark, translate
from diary.services.outputs import check_output
from diary.store import identity, snapshot, soundness
from diary.store.problems import UnusableFile

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from pathlib import Path

    from diary.paths import AppPaths
    from diary.store.database import Database
    from diary.store.snapshot import Snapshot
    from diary.store.soundness import Soundness

_NO_FILE = mark("There is no file {file}.")
_EMPTY = mark("The file {file} is empty, so there is nothing to put back.")
_A_FOLDER = mark("{file} is a folder, not a file.")


class Safekeeping:
    """Backups of the diary of a folder.

    Args:
        paths: where the diary and its backups are.
        passphrase: the passphrase of the diary; None where it has none.
        database: the diary, where it is open; it is closed and opened again for a restore.
    """

    def __init__(
        self, paths: AppPaths, passphrase: str | None = None, database: Database | None = None
    ) -> None:
        self._paths = paths
        self._passphrase = passphrase
        self._database = database

    def backup(self, now: dt.datetime, out: Path | None = None) -> Path:
        """Copy the diary into its folder of backups, or to a file or folder, and check the copy.

        Old copies in the folder of backups are thinned out.

        Raises:
            FileProblem: the diary is damaged or the disk does not allow it; there is no copy then.
            RequestError: there is a file of that name; it was left alone.
        """
        diary, passphrase = self._paths.diary, self._passphrase
        if out is None:
            made = snapshot.take(diary, self._paths.backups, passphrase, now)
            snapshot.thin(self._paths.backups, now.date())
            return made
        if out.is_dir():
            return snapshot.take(diary, out, passphrase, now)
        check_output(out, diary)
        snapshot.copy(diary, out, passphrase)
        return out

    def backups(self) -> tuple[Snapshot, ...]:
        """Return the copies in the folder of backups, the newest first."""
        return snapshot.listing(self._paths.backups)

    def verify(self) -> Soundness:
        """Read the whole diary and say whether all of it is in order; nothing is changed.

        Raises:
            FileProblem: it could not be read at all, for example because it is locked.
        """
        return soundness.verify(self._paths.diary, self._passphrase)

    def restore(self, file: Path, now: dt.datetime) -> Path | None:
        """Put a copy in the place of the diary.

        Returns:
            Where the diary as it was until now is kept, or None where there was none.

        Raises:
            FileProblem: the copy is damaged, or the disk does not allow it; the diary is as it was.
            RequestError: there is no such file, it is no diary, or the passphrase does not fit it.
        """
        check_copy(file)
        if self._database is None:
            return self._swap(file, now)
        self._database.close()
        try:
            return self._swap(file, now)
        finally:
            self._database.reopen()

    def _swap(self, file: Path, now: dt.datetime) -> Path | None:
        with _no_diary_refused():
            return snapshot.restore(
                file, self._paths.diary, self._paths.backups, self._passphrase, now
            )


def check_copy(file: Path) -> None:
    """Refuse what cannot be a copy of a diary, told from outside.

    Raises:
        RequestError: there is no such file, or it is no diary.
        FileProblem: it is damaged, or cannot be read.
    """
    name = file.name or str(file)
    if file.is_dir():
        raise RequestError(translate(_A_FOLDER).format(file=name))
    if not file.exists():
        raise RequestError(translate(_NO_FILE).format(file=name))
    if file.stat().st_size == 0:
        raise RequestError(translate(_EMPTY).format(file=name))
    with _no_diary_refused():
        identity.kind_of(file)


@contextmanager
def _no_diary_refused() -> Iterator[None]:
    """Tell a file of another kind as a wrong request: nothing of hers is at fault."""
    try:
        yield
    except UnusableFile as error:
        if error.is_diary:
            raise
        raise RequestError(error.user_message, detail=error.detail) from error
