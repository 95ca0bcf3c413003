"""Use cases of the passphrase: turn it on and off, change it, tell the recovery code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from diary.errors import RequestError
from diary.i18n import mark, translate
from diary.store import identity, keys, protecting, recovery_code, snapshot

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from diary.paths import AppPaths
    from diary.store.database import Database

IS_ON: Final = mark("The diary has a passphrase already. It can be changed.")
IS_OFF: Final = mark("The diary has no passphrase.")
LOST: Final = mark(
    "Daymark keeps no copy of the passphrase or the recovery code. If both are lost, nobody can "
    "open the diary or its backups any more, and what is in them is lost for good."
)
ADVICE: Final = mark("Four or more words that you will remember make a good passphrase.")

_FREE_TRIES: Final = 2  # a slip of the finger costs no waiting
_LONGEST_DELAY: Final = 60.0  # seconds; longer would punish her, and keeps no thief out


@dataclass(frozen=True, slots=True)
class Protected:
    """The outcome of a new passphrase.

    Attributes:
        code: the recovery code, its groups set apart by hyphens; it opens the diary and each of
            its backups without the passphrase.
        missed: the backups that could not be given the new passphrase, and the folders of backups
            that were not there; they are as they were found.
    """

    code: str
    missed: tuple[Path, ...]


class Protection:
    """The passphrase of an open diary and its backups.

    Args:
        paths: where the diary and its backups are.
        database: the open diary; it is closed and opened again when its passphrase changes.
        elsewhere: tells further folders of backups, and the mark of this diary's there.
    """

    def __init__(
        self,
        paths: AppPaths,
        database: Database,
        elsewhere: Callable[[], tuple[tuple[Path, str], ...]] = tuple,
    ) -> None:
        self._paths = paths
        self._database = database
        self._elsewhere = elsewhere

    @property
    def is_on(self) -> bool:
        """Whether the diary opens only with a passphrase."""
        return self._database.passphrase is not None

    def turn_on(
        self,
        passphrase: str,
        now: dt.datetime,
        progress: Callable[[int, int], object] | None = None,
    ) -> Protected:
        """Give the diary and its backups a passphrase, and leave nothing readable behind.

        Args:
            passphrase: any text of at least one character.
            now: the time of the backup that is made first.
            progress: told how many files are done, of how many.

        Raises:
            RequestError: it has one already, or this text cannot be one.
            FileProblem: the disk does not allow it, or another program has the diary. Nothing was
                changed.
        """
        if self.is_on:
            raise RequestError(translate(IS_ON))
        missed = self._write_anew(passphrase, now, progress)
        return Protected(self.code(passphrase), missed)

    def turn_off(
        self,
        passphrase: str,
        now: dt.datetime,
        progress: Callable[[int, int], object] | None = None,
    ) -> tuple[Path, ...]:
        """Take the passphrase away from the diary and its backups.

        Args:
            passphrase: the present one, or the recovery code, given again.
            now: the time of the backup that is made first.
            progress: told how many files are done, of how many.

        Returns:
            The backups and folders that could not be opened or reached; they keep the passphrase.

        Raises:
            RequestError: there is none, or it is another.
            FileProblem: as of :meth:`turn_on`.
        """
        self.check(passphrase)
        return self._write_anew(None, now, progress)

    def change(
        self,
        present: str,
        new: str,
        now: dt.datetime,
        progress: Callable[[int, int], object] | None = None,
    ) -> Protected:
        """Give the diary and its backups another passphrase, and with it another recovery code.

        Args:
            present: the present one, or the recovery code, given again.
            new: any text of at least one character.
            now: the time of the backup that is made first.
            progress: told how many files are done, of how many.

        Raises:
            RequestError: there is none, it is another, or the new text cannot be one.
            FileProblem: as of :meth:`turn_on`.
        """
        self.check(present)
        missed = self._write_anew(new, now, progress)
        return Protected(self.code(new), missed)

    def code(self, passphrase: str) -> str:
        """Return the recovery code once more.

        Args:
            passphrase: the present one, or the recovery code, given again.

        Raises:
            RequestError: there is none, or it is another.
        """
        self.check(passphrase)
        return recovery_code.written(keys.key_of(self._database.path, passphrase).raw)

    def check(self, passphrase: str) -> None:
        """Check that a text opens the diary.

        Args:
            passphrase: the present one, or the recovery code, given again.

        Raises:
            RequestError: there is none, or it is another.
        """
        present = self._database.passphrase
        if present is None:
            raise RequestError(translate(IS_OFF))
        identity.check_same(self._database.path, passphrase, present)

    def _write_anew(
        self, new: str | None, now: dt.datetime, progress: Callable[[int, int], object] | None
    ) -> tuple[Path, ...]:
        if new is not None:
            identity.check_new(new)
        database, backups = self._database, self._paths.backups
        present = database.passphrase
        snapshot.take(database.path, backups, present, now)
        database.close()
        try:
            with protecting.ready(
                database.path,
                present,
                new,
                backups=backups,
                elsewhere=self._elsewhere(),
                progress=progress,
            ) as ready:
                try:
                    ready.swap_diary()
                finally:
                    database.passphrase = new if ready.is_swapped else present
                ready.swap_copies()
        finally:
            database.reopen()
        return tuple(ready.missed)


def delay_after(wrong_tries: int) -> float:
    """Return how long to wait before the next try, in seconds.

    It makes trying out by hand at an unattended computer tedious; against somebody who took the
    file along, only the passphrase itself helps.

    Args:
        wrong_tries: how many passphrases in a row did not fit.
    """
    doublings = wrong_tries - _FREE_TRIES
    return 0.0 if doublings <= 0 else min(2.0**doublings, _LONGEST_DELAY)
