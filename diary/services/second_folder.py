"""The second folder: a copy of the newest backup where she chose, on a stick or a synced folder.

Other diaries may use the same folder, also those of other people. So the copies there carry a
mark of this diary's folder in their names, and none without it is ever counted, thinned or taken
away. The folder itself is never made: a stick that is not there is not there.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from diary.errors import FileProblem, RequestError
from diary.i18n import mark, translate
from diary.settings import load_settings, look_up_settings, save_settings
from diary.store import copy_folder, problems, protecting, remains, snapshot

if TYPE_CHECKING:
    import datetime as dt

    from diary.paths import AppPaths
    from diary.store.copy_folder import Snapshot

_NO_FOLDER: Final = mark("{folder} is not a folder that is there. Choose another one.")
_OWN_FOLDER: Final = mark(
    "This is where the diary itself is kept. Choose another place, best on another disk."
)
_NOT_COPIED: Final = mark(
    "The backup could not be copied to the second folder {folder}. {why} "
    "It is tried again the next time the diary is closed."
)


@dataclass(frozen=True, slots=True)
class Place:
    """The second folder and the mark of this diary in it."""

    folder: Path
    mark: str

    @property
    def is_there(self) -> bool:
        """Whether the folder can be seen just now."""
        try:
            return self.folder.is_dir()
        except OSError:
            return False

    def copies(self) -> tuple[Snapshot, ...]:
        """Return the copies of this diary in it, the newest first; none where it is away."""
        try:
            return copy_folder.listing(self.folder, self.mark)
        except OSError:
            return ()

    def tidy(self, diary: Path, passphrase: str | None) -> tuple[Path, ...]:
        """Have nothing readable here where the diary is protected.

        The folder may have been away when it was, or the power may have gone meanwhile.

        Args:
            diary: the diary; nobody here has it open.
            passphrase: its passphrase or recovery code; None for one that is not protected.

        Returns:
            The copies that anybody can read all the same.
        """
        ours = copy_folder.name_elsewhere(Path("diary-"), self.mark)
        remains.settle(diary, passphrase, [self.folder], ours)
        if passphrase is None:
            return ()
        return protecting.catch_up(diary, passphrase, [one.path for one in self.copies()])

    def copy(self, backup: Path, passphrase: str | None, now: dt.datetime) -> None:
        """Have a backup in the folder, and thin those of this diary there.

        Args:
            backup: the backup to have there; what is there already is not copied again.
            passphrase: what opens it; None for one that is not protected.
            now: decides which older ones go, in UTC.

        Raises:
            FileProblem: it cannot be written there, in one sentence that names the folder.
        """
        target = self.folder / copy_folder.name_elsewhere(backup, self.mark)
        try:
            with problems.known_problems(target):
                if target.exists():
                    return
                snapshot.copy(backup, target, passphrase)
                copy_folder.thin(self.folder, now, self.mark)
        except (FileProblem, RequestError) as error:
            sentence = translate(_NOT_COPIED)
            why = sentence.format(folder=self.folder, why=error.user_message)
            raise FileProblem(why, error.detail) from error


def second_folder(paths: AppPaths) -> Place | None:
    """Return the second folder, as she chose it; None where she has none."""
    settings = look_up_settings(paths.settings)
    if settings.backup_folder is None or settings.backup_mark is None:
        return None
    return Place(Path(settings.backup_folder), settings.backup_mark)


def choose_folder(paths: AppPaths, folder: Path | None) -> None:
    """Keep which folder she chose, None for none any more; copies that are there stay.

    Raises:
        RequestError: there is no such folder, or it is the one with the diary.
        FileProblem: the settings could not be saved.
    """
    if folder is not None:
        _check(paths, folder)
    settings = load_settings(paths.settings).settings
    kept = settings.changed(
        backup_folder=None if folder is None else str(folder.absolute()),
        backup_mark=settings.backup_mark or secrets.token_hex(4),
    )
    save_settings(kept, paths.settings)


def _check(paths: AppPaths, folder: Path) -> None:
    if not Place(folder, "").is_there:
        raise RequestError(translate(_NO_FOLDER).format(folder=folder))
    own, chosen = paths.folder.resolve(), folder.resolve()
    if chosen == own or own in chosen.parents:
        raise RequestError(translate(_OWN_FOLDER))
