"""Use cases of a diary file that does not open: what can be done, and doing it.

Nothing here changes the file itself. Whatever is put in its place, it is kept among the backups.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from diary.errors import DiaryError
from diary.services.open import check_opens
from diary.services.safekeeping import Safekeeping, check_copy, check_is_file
from diary.store import copy_folder, files, identity, salvage, snapshot, soundness, unusable, wiping
from diary.store.identity import PassphraseError
from diary.store.keys import salt_of
from diary.store.problems import UnusableFile, known_problems, told

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from diary.paths import AppPaths

Salvaged: TypeAlias = salvage.Salvaged
_NEW, _SALVAGED = "diary-new", "diary-salvaged"


@dataclass(frozen=True, slots=True)
class Backup:
    """The newest backup that was read from one end to the other and is sound.

    Attributes:
        path: the file.
        taken_at: when it was made, in UTC.
        days: how many days it holds.
        last_day: the last of them, None where there is none.
    """

    path: Path
    taken_at: dt.datetime
    days: int
    last_day: dt.date | None


@dataclass(frozen=True, slots=True)
class WaysOut:
    """What can be done about a diary file that does not open.

    Attributes:
        folder: where it is.
        backup: the newest sound backup, None where there is none.
        can_salvage: whether it was a diary, so that days may be saved from it.
        state: tells this file from one that is put in its place later; None where there is none.
    """

    folder: Path
    backup: Backup | None
    can_salvage: bool
    state: tuple[int, int, int] | None = None


class Rescue:
    """The ways out for the diary of a folder.

    Args:
        paths: where the diary and its backups are.
        passphrase: the passphrase or recovery code that was given, None where none was.
        of_copy: that of what takes the place of the diary, None where it is the same.
    """

    def __init__(
        self, paths: AppPaths, passphrase: str | None = None, of_copy: str | None = None
    ) -> None:
        self._paths, self._passphrase = paths, passphrase
        self._of_copy = passphrase if of_copy is None else of_copy

    def ways_out(self) -> WaysOut:
        """Return what can be done; nothing is changed."""
        state = self.state()  # before anything is read: what changes meanwhile is seen later
        found = unusable.newest_sound(self._paths.backups, self._passphrase)
        backup = None
        if found is not None:
            newest, about = found
            backup = Backup(newest.path, newest.taken_at, about.days, about.last_day)
        can_salvage = unusable.was_diary(self._paths.diary, self._passphrase)
        return WaysOut(self._paths.folder, backup, can_salvage, state)

    def state(self) -> tuple[int, int, int] | None:
        """Return what changes when another file takes the place of the diary, or it is written."""
        try:
            found = self._paths.diary.stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size

    def put_back(self, file: Path, now: dt.datetime) -> Path | None:
        """Put a copy in the place of the diary.

        A readable copy is protected as the diary was, where that is known: from the diary, or from
        the newest of its backups that the passphrase opens. Else it stays readable.

        Returns:
            Where the file that did not open is kept now, None where there was none.

        Raises:
            FileProblem: the copy is damaged, or the disk does not allow it.
            RequestError: it is no diary, or the passphrase does not fit it.
        """
        check_copy(file)
        passphrase = identity.passphrase_for(file, self._of_copy)
        soundness.examine(file, passphrase, file)
        like = self._opened_by_it() if passphrase is None else None
        present = self._passphrase_of_what_is_there()
        if unusable.is_in_the_way(self._paths.diary, present):
            return self._put_over(file, passphrase, now, like)
        return Safekeeping(self._paths, present).restore_with(file, passphrase, now, like=like)

    def loses_protection(self, file: Path) -> bool:
        """Return whether a copy is readable by anybody, and would stay so, though the diary is not.

        Raises: as :meth:`put_back`.
        """
        check_copy(file)
        if identity.is_protected(file):
            return False
        was_protected = self._passphrase is not None
        with suppress(UnusableFile):
            was_protected = was_protected or identity.is_protected(self._paths.diary)
        return was_protected and self._opened_by_it() is None

    def salvage(self, source: Path | None = None) -> Salvaged:
        """Make a new diary of what can be read, beside the one that does not open.

        Args:
            source: the damaged file; None for the diary itself.

        Raises:
            FileProblem: nothing could be read, or the disk does not allow it.
            RequestError: there is no such file, or the passphrase does not fit it, or the diary
                that it is to replace.
        """
        file = self._paths.diary if source is None else source
        check_is_file(file)
        with known_problems(file):
            salt = salt_of(file)
        self._check_is_hers(salt)
        # To unlock what was never locked would make noise of it.
        passphrase = None if salt == identity.MAGIC else self._of_copy
        found = salvage.salvage(file, self._free(_SALVAGED), passphrase)
        with known_problems(found.path):
            return replace(found, path=files.set_aside(found.path))

    def take(self, salvaged: Salvaged, now: dt.datetime) -> Path | None:
        """Put the new diary in the place of the damaged one; return where that is kept."""
        kept = self.put_back(salvaged.path, now)
        self.leave(salvaged)
        return kept

    def leave(self, salvaged: Salvaged) -> None:
        """Let the new diary go, so that nobody reads it; the damaged file is as it was.

        Raises:
            FileProblem: the disk does not allow it.
        """
        with known_problems(salvaged.path):
            wiping.wipe(salvaged.path)

    def _put_over(
        self, file: Path, passphrase: str | None, now: dt.datetime, like: tuple[Path, str] | None
    ) -> Path:
        """Put a copy in the place of what nobody can open."""
        diary, backups = self._paths.diary, self._paths.backups
        made = self._free(_NEW)
        try:
            snapshot.restore(
                file, made, backups, passphrase, now, present_passphrase=None, like=like
            )
            with known_problems(made):
                made = files.set_aside(made)
            return unusable.put_over(made, diary, backups, now)
        finally:
            wiping.wipe(made)

    def _free(self, stem: str) -> Path:
        return copy_folder.free(self._paths.folder, stem, ".daymark")

    def _check_is_hers(self, salt: bytes) -> None:
        """Check that what was given opens the protected diary that is to be replaced.

        Of a damaged one, a backup of it may tell. One that begins as the diary has its key.
        """
        diary = self._paths.diary
        with suppress(UnusableFile):
            if (
                identity.is_protected(diary)
                and salt_of(diary) != salt
                and self._opened_by_it() is None
            ):
                identity.check_passphrase(diary, self._passphrase)
                raise PassphraseError(told(identity.WRONG, diary))

    def _opened_by_it(self) -> tuple[Path, str] | None:
        """Return the diary or a backup of it that was protected with what was given, and that."""
        if self._passphrase is None:
            return None
        backups = (one.path for one in copy_folder.listing(self._paths.backups))
        for path in (self._paths.diary, *backups):
            with suppress(DiaryError):
                if identity.is_protected(path):
                    check_opens(path, self._passphrase)
                    return path, self._passphrase
        return None

    def _passphrase_of_what_is_there(self) -> str | None:
        try:
            return identity.passphrase_for(self._paths.diary, self._passphrase)
        except UnusableFile:
            return None
