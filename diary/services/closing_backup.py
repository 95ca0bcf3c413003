"""The backup at closing: after a change, checked, thinned, and copied to the second folder.

A failure is no reason to keep the window open. It is noted, and told at the next moment she can
see it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diary.domain.diary import Diary
from diary.errors import DiaryError, FileProblem
from diary.i18n import mark, plural, translate
from diary.services.backup_notes import Notes, read_notes, write_notes
from diary.services.second_folder import second_folder
from diary.store import copy_folder, protecting, snapshot
from diary.store.files import has_unfolded_writes

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from pathlib import Path

    from diary.paths import AppPaths
    from diary.services.second_folder import Place
    from diary.store.database import Database

_FAILED: Final = mark("The last time the diary was closed, no backup was made. {why}")
_AWAY: Final = mark(
    "The second folder for backups, {folder}, was not there when the diary was closed. "
    "The backup is on this computer, and it is copied there the next time."
)


class ClosingBackup:
    """The backups that are made without being asked for.

    Args:
        paths: where the diary and its backups are.
        database: the open diary.
    """

    def __init__(self, paths: AppPaths, database: Database) -> None:
        self._paths = paths
        self._database = database

    def told(self) -> str | None:
        """Return what she should know about her backups; None where all is well."""
        return read_notes(self._paths).told

    def is_kept(self) -> bool:
        """Return whether the newest backup holds the diary file as it is now on the disk."""
        notes = read_notes(self._paths)
        state = _state(self._paths.diary)
        return (
            state is not None
            and state == (notes.size, notes.changed_ns)
            and notes.newest is not None
            and (self._paths.backups / notes.newest).is_file()
        )

    def keep(self, now: dt.datetime, *, asked: bool = False) -> Notes:
        """Let go of the diary file and back it up where it changed since the newest backup.

        Args:
            now: the present moment.
            asked: whether she asked for it; then one is made although nothing changed.

        Returns:
            What was done, or why it was not; the same is noted for the next start.
        """
        before = read_notes(self._paths)
        notes = before
        try:
            is_blank = before.newest is None and self._is_blank()
            self._database.close()
            if is_blank:
                return notes
            if asked or not self.is_kept():
                notes = self._back_up(now)
            notes = notes.changed(failed=None)
        except DiaryError as error:
            why = translate(_FAILED).format(why=error.user_message)
            notes = before.changed(failed=why)
        notes = self._copy_elsewhere(notes, now)
        if notes != before:
            try:
                write_notes(notes, self._paths)
            except DiaryError as error:
                return notes.changed(failed=notes.failed or error.user_message)
        return notes

    def _is_blank(self) -> bool:
        """Return whether nothing was ever written; an empty diary needs no backup."""
        with self._database.unit() as unit:
            return unit.diary() == Diary() and not unit.drafts.days()

    def _back_up(self, now: dt.datetime) -> Notes:
        diary, backups = self._paths.diary, self._paths.backups
        before = _state(diary)
        made = snapshot.take(diary, backups, self._database.passphrase, now)
        copy_folder.thin(backups, now)
        size, changed_ns = (
            before if before is not None and before == _state(diary) else (None, None)
        )
        return Notes(newest=made.name, size=size, changed_ns=changed_ns)

    def _copy_elsewhere(self, notes: Notes, now: dt.datetime) -> Notes:
        place = second_folder(self._paths)
        notes = self._protect_rest(notes, place)
        if place is None or notes.newest is None:
            return notes
        if not place.is_there:
            return _adding(notes, translate(_AWAY).format(folder=place.folder))
        return self._copy_to(place, self._paths.backups / notes.newest, notes, now)

    def _copy_to(self, place: Place, newest: Path, notes: Notes, now: dt.datetime) -> Notes:
        if not newest.is_file():  # taken away by hand, and the diary could not be backed up again
            return notes
        try:
            place.copy(newest, self._database.passphrase, now)
        except FileProblem as error:
            return _adding(notes, error.user_message)
        return notes

    def _protect_rest(self, notes: Notes, place: Place | None) -> Notes:
        """Leave nothing of a protected diary readable; note which of its copies are all the same.

        Somebody may have put them there, or the second folder was away when it was protected.
        """
        diary, passphrase = self._paths.diary, self._database.passphrase
        was_kept = _state(diary) == (notes.size, notes.changed_ns)
        readable: list[Path] = []
        if passphrase is not None:
            own = [one.path for one in copy_folder.listing(self._paths.backups)]
            readable += protecting.catch_up(diary, passphrase, own)
        if place is not None:
            readable += place.tidy(diary, passphrase)
        if was_kept:
            # To keep others out meanwhile changes the file, and nothing that is in it.
            size, changed_ns = _state(diary) or (None, None)
            notes = notes.changed(size=size, changed_ns=changed_ns)
        return notes.changed(elsewhere_failed=_told_of(readable))


def _told_of(readable: Sequence[Path]) -> str | None:
    if not readable:
        return None
    return plural(
        "{n} backup could not be given the passphrase and can be read without it: {file}. It is "
        "tried again the next time the diary is closed. Delete it if you do not need it.",
        "{n} backups could not be given the passphrase and can be read without it; one is {file}. "
        "It is tried again the next time the diary is closed. Delete those you do not need.",
        len(readable),
        file=readable[0].name,
    )


def _adding(notes: Notes, why: str) -> Notes:
    told = " ".join(filter(None, (notes.elsewhere_failed, why)))
    return notes.changed(elsewhere_failed=told)


def _state(diary: Path) -> tuple[int, int] | None:
    """Return what changes with each write to the file; None while another program has it."""
    try:
        if has_unfolded_writes(diary):
            return None
        about = diary.stat()
    except OSError:
        return None
    return about.st_size, about.st_mtime_ns
