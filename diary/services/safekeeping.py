"""Use cases of backups: make one, check, put one back.

They work on a diary that cannot be opened, too, because that is when they are needed.
"""

from __future__ import annotations

from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from diary.errors import DiaryError, RequestError
from diary.i18n import mark, translate
from diary.paths import name_of
from diary.services.outputs import check_output
from diary.store import checking, copy_folder, files, identity, snapshot, soundness
from diary.store.identity import Kind, PassphraseError, kind_of
from diary.store.keys import salt_of
from diary.store.problems import UnusableFile, known_problems, without_way_out

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from pathlib import Path

    from diary.paths import AppPaths
    from diary.store.checking import Checked
    from diary.store.database import Database

Snapshot: TypeAlias = copy_folder.Snapshot
Soundness: TypeAlias = soundness.Soundness

_NO_FILE = mark("There is no file {file}.")
_EMPTY = mark("The file {file} is empty, so there is nothing to put back.")
_A_FOLDER = mark("{file} is a folder, not a file.")
_BACKUP = mark("The newest backup, {file}, is not in order. {why}")


@dataclass(frozen=True, slots=True)
class Difference:
    """What putting a copy back would change.

    Attributes:
        copy: what the copy holds.
        lacking: the days that the diary has now and the copy has not.
        is_protected: whether the copy needs a passphrase.
        is_protected_now: whether the diary does.
        same_key: whether the same recovery code opens both.
    """

    copy: Soundness
    lacking: tuple[dt.date, ...]
    is_protected: bool
    is_protected_now: bool
    same_key: bool


@dataclass(frozen=True, slots=True)
class Check:
    """What was looked at, and what was found.

    Attributes:
        parts: the parts of the diary.
        diary: what days it holds; None where a part is not in order.
        newest: the newest backup; None where there is none.
        backup_problem: what is wrong with it, in plain sentences; None where nothing is.
    """

    parts: tuple[Checked, ...]
    diary: Soundness | None
    newest: Snapshot | None
    backup_problem: str | None

    @property
    def faults(self) -> tuple[str, ...]:
        """All that is wrong, one sentence each."""
        found = tuple(fault for part in self.parts for fault in part.faults)
        if self.newest is None or self.backup_problem is None:
            return found
        told = translate(_BACKUP).format(file=self.newest.path.name, why=self.backup_problem)
        return (*found, told)


class Safekeeping:
    """Backups of the diary of a folder.

    Args:
        paths: where the diary and its backups are.
        passphrase: the passphrase of the diary; None where it has none.
        database: the diary, where it is open; it is closed and opened again for a restore, and
            its own passphrase is the one that counts.
    """

    def __init__(
        self, paths: AppPaths, passphrase: str | None = None, database: Database | None = None
    ) -> None:
        self._paths = paths
        self._given = passphrase
        self._database = database
        self._looked_at: dict[tuple[Path, int, int], Soundness] = {}

    @property
    def _passphrase(self) -> str | None:
        return self._given if self._database is None else self._database.passphrase

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
            copy_folder.thin(self._paths.backups, now)
            return made
        with known_problems(out):
            is_folder = out.is_dir()
        if is_folder:
            return snapshot.take(diary, out, passphrase, now)
        # Where SQLite could not look beside it, it could not be put back.
        for name in (out, *files.beside(out)):
            check_output(name, diary)
        snapshot.copy(diary, out, passphrase)
        return out

    def backups(self) -> tuple[Snapshot, ...]:
        """Return the copies in the folder of backups, the newest first."""
        return copy_folder.listing(self._paths.backups)

    def verify(self) -> Soundness:
        """Read the whole diary and say whether all of it is in order; nothing is changed.

        Raises:
            FileProblem: it could not be read at all, for example because it is locked.
        """
        return soundness.verify(self._paths.diary, self._passphrase)

    def check(self, today: dt.date) -> Check:
        """Look at every part of the diary and of its newest backup; nothing is changed.

        Raises:
            FileProblem: the diary could not be read at all, for example because it is locked.
            PassphraseError: the passphrase does not fit.
        """
        parts = checking.check(self._paths.diary, self._passphrase, today)
        newest = next(iter(self.backups()), None)
        about = self.verify() if all(part.sound for part in parts) else None
        if newest is None:
            return Check(parts, about, None, None)
        return Check(parts, about, newest, self._backup_problem(newest.path, today))

    def _backup_problem(self, path: Path, today: dt.date) -> str | None:
        try:
            passphrase = identity.passphrase_for(path, self._passphrase)
            parts = checking.check(path, passphrase, today)
        except DiaryError as error:
            return without_way_out(error.user_message)
        faults = (without_way_out(fault) for part in parts for fault in part.faults)
        return " ".join(faults) or None

    def look_at(self, copy: Path) -> Soundness:
        """Return whether a copy is sound and what days it holds; remembered while it is the same.

        Raises:
            FileProblem: it could not be read at all, for example because its stick is gone.
            PassphraseError: it has another passphrase.
        """
        check_copy(copy)
        about = copy.stat()
        key = (copy, about.st_size, about.st_mtime_ns)
        if key not in self._looked_at:
            passphrase = identity.passphrase_for(copy, self._passphrase)
            self._looked_at[key] = soundness.glance(copy, passphrase)
        return self._looked_at[key]

    def is_wrong_passphrase(self, error: DiaryError) -> bool:
        """Return whether only another passphrase is needed."""
        return isinstance(error, PassphraseError)

    @staticmethod
    def may_be_damage(error: DiaryError) -> bool:
        """Return whether a passphrase was refused; a damaged file refuses the right one, too."""
        return isinstance(error, PassphraseError) and error.is_refused

    def compare(self, copy: Path, passphrase: str | None = None) -> Difference:
        """Return what putting a copy back would change.

        Args:
            copy: the copy.
            passphrase: of the copy, where it is not that of the diary.

        Raises:
            FileProblem: the copy is damaged or cannot be read.
            RequestError: there is no such file, it is no diary, or the passphrase does not fit it.
        """
        check_copy(copy)
        is_protected = identity.is_protected(copy)
        opened_with = (passphrase or self._passphrase) if is_protected else None
        with _no_diary_refused():
            found = soundness.examine(copy, opened_with, copy)
            there = soundness.days_in(copy, opened_with)
        diary = self._paths.diary
        try:
            here = soundness.days_in(diary, self._passphrase)
            is_protected_now = identity.is_protected(diary)
        except UnusableFile:  # that is why she puts a copy back
            here, is_protected_now = there, is_protected
        return Difference(
            copy=found,
            lacking=tuple(sorted(here - there)),
            is_protected=is_protected,
            is_protected_now=is_protected_now,
            same_key=not is_protected or salt_of(copy) == salt_of(diary),
        )

    def restore(self, file: Path, now: dt.datetime) -> Path | None:
        """Put a copy in the place of the diary: a readable one, or one that its passphrase opens.

        A protected diary keeps its passphrase, whatever the copy has.

        Returns:
            Where the diary as it was until now is kept, or None where there was none.

        Raises:
            FileProblem: the copy is damaged, or the disk does not allow it; the diary is as it was.
            RequestError: there is no such file, it is no diary, or the passphrase does not fit it.
        """
        check_copy(file)
        passphrase = self._passphrase
        if self._is_protected() and kind_of(file) is Kind.PLAIN:
            passphrase = None
        return self.restore_with(file, passphrase, now)

    def restore_with(
        self,
        file: Path,
        passphrase: str | None,
        now: dt.datetime,
        *,
        as_it_is: bool = False,
        like: tuple[Path, str] | None = None,
    ) -> Path | None:
        """Put a copy in the place of the diary, which from then on opens as a protected copy does.

        Args:
            file: the copy.
            passphrase: of the copy; None for one that is not protected.
            now: the present moment.
            as_it_is: whether a readable copy is to stay readable, though the diary was protected.
            like: a protected file and what opens it, for a readable copy that is to be protected
                like that; None where the diary there now decides.

        Returns, Raises: as :meth:`restore`.
        """
        check_copy(file)
        if like is None and self._is_protected():
            like = self._paths.diary, self._passphrase or ""
        if passphrase is not None or as_it_is:
            like = None
        if self._database is None:
            return self._swap(file, passphrase, now, like)
        self._database.close()
        try:
            kept = self._swap(file, passphrase, now, like)
            if like is None:
                self._database.passphrase = passphrase
            return kept
        finally:
            self._database.reopen()

    def _is_protected(self) -> bool:
        """Return whether the diary there now opens only with the passphrase that was given."""
        with suppress(UnusableFile):
            return self._passphrase is not None and identity.is_protected(self._paths.diary)
        return False

    def _swap(
        self,
        file: Path,
        passphrase: str | None,
        now: dt.datetime,
        like: tuple[Path, str] | None,
    ) -> Path | None:
        with _no_diary_refused():
            return snapshot.restore(
                file,
                self._paths.diary,
                self._paths.backups,
                passphrase,
                now,
                present_passphrase=self._passphrase,
                like=like,
            )


def check_copy(file: Path) -> None:
    """Refuse what cannot be a copy of a diary, told from outside.

    Raises:
        RequestError: there is no such file, or it is no diary.
        FileProblem: it is damaged, or cannot be read.
    """
    check_is_file(file)
    with known_problems(file):
        is_empty = file.stat().st_size == 0
    if is_empty:
        raise RequestError(translate(_EMPTY).format(file=file.name))
    with _no_diary_refused():
        identity.kind_of(file)


def check_is_file(file: Path) -> None:
    """Refuse what is no file at all.

    Raises:
        RequestError: there is none, or it is a folder.
        FileProblem: the system does not tell.
    """
    name = name_of(file)
    if not is_there(file):
        raise RequestError(translate(_NO_FILE).format(file=name))
    if file.is_dir():
        raise RequestError(translate(_A_FOLDER).format(file=name))


def is_there(file: Path) -> bool:
    """Return whether there is anything of that name.

    Raises:
        FileProblem: the system does not tell, for example because its folder may not be entered.
    """
    with known_problems(file):
        return file.exists()


@contextmanager
def _no_diary_refused() -> Iterator[None]:
    """Tell a file of another kind as a wrong request: nothing of hers is at fault."""
    try:
        yield
    except UnusableFile as error:
        if error.is_diary:
            raise
        raise RequestError(error.user_message, detail=error.detail) from error
