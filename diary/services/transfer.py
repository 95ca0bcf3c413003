"""Use cases of files in and out: all of a file or nothing, and never without a way back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from diary.domain import limits
from diary.domain.diary import Diary
from diary.errors import FileProblem, RequestError
from diary.exchange import diary_csv, diary_json
from diary.exchange.merge import merge_answers, merge_diary
from diary.exchange.text import is_json
from diary.i18n import mark, translate
from diary.paths import name_of
from diary.services.outputs import check_output, write_output
from diary.store import copy_folder, files, snapshot

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from diary.paths import AppPaths
    from diary.store.database import Database
    from diary.store.unit import UnitOfWork

Format: TypeAlias = Literal["json", "csv", "fhir"]

NO_FILE: Final = mark("There is no file {file}.")
A_FOLDER: Final = mark("{file} is a folder, not a file.")
NOT_READ: Final = mark("{file} cannot be read. Check that you may open it.")
TOO_LARGE: Final = mark(
    "{file} is larger than {most} MB, which no diary is; nothing was imported. Import it in parts."
)
IS_DIARY: Final = mark(
    "{file} is the diary itself, so there is nothing to import; choose an export or another file."
)
NO_SPAN: Final = mark("The first day lies after the last day, so there is nothing to export.")


@dataclass(frozen=True, slots=True)
class ImportResult:
    """How many of the days of a file were new, different, or the same as in the diary."""

    added: int
    changed: int
    unchanged: int


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file that was read.

    Attributes:
        days: the days it speaks of.
        merged_into: what it makes of a diary.
        bare_pains: how many of its rows name a place of pain and give no score and no detail.
    """

    days: tuple[dt.date, ...]
    merged_into: Callable[[Diary], Diary]
    bare_pains: int = 0

    def into_new(self) -> ImportResult:
        """Return what a new diary would become, so that a refused file does not make one.

        Raises:
            RequestError: the file is not one to import; every problem is listed.
        """
        return _compare(Diary(), self.merged_into(Diary()), self.days)


class Transfer:
    """Import into and export from the diary of a database.

    Args:
        database: the open diary file.
        paths: where the snapshots go.
        is_judging: says whether the rules judge, or are switched off as a whole.
    """

    def __init__(
        self,
        database: Database,
        paths: AppPaths,
        is_judging: Callable[[], bool] = lambda: True,
    ) -> None:
        self._database = database
        self._paths = paths
        self._is_judging = is_judging

    def import_file(
        self, path: Path, today: dt.date, now: dt.datetime, *, dry_run: bool = False
    ) -> ImportResult:
        """Take a file in, JSON or CSV by its content: all of it, or nothing.

        Args:
            path: the file.
            today: the last day an entry may have.
            now: the time of the change; earlier versions of days are kept under it.
            dry_run: only say what would happen.

        Raises:
            RequestError: the file is not one to import; every problem is listed.
            FileProblem: it cannot be read, or the disk does not allow it. Nothing was changed.
        """
        return self.take_in(read_file(path, today, self._database.path), now, dry_run=dry_run)

    def take_in(
        self, incoming: Incoming, now: dt.datetime, *, dry_run: bool = False
    ) -> ImportResult:
        """Take in a file that was read, as :meth:`import_file` does.

        Args:
            incoming: what :func:`read_file` returned.
            now: the time of the change; earlier versions of days are kept under it.
            dry_run: only say what would change.

        Raises:
            FileProblem: the disk does not allow it. Nothing was changed.
        """
        with self._database.unit(writing=not dry_run) as unit:
            before = unit.diary()
            after = incoming.merged_into(before)
            result = _compare(before, after, incoming.days)
            if dry_run or after == before:
                return result
            if before != Diary():
                database = self._database
                snapshot.take(database.path, self._paths.backups, database.passphrase, now)
                copy_folder.thin(self._paths.backups, now)
            _write(unit, after, incoming.days, now)
            unit.commit()
        return result

    def export(
        self,
        format_: Format,
        start: dt.date | None = None,
        end: dt.date | None = None,
        *,
        now: dt.datetime,
    ) -> str:
        """Return the diary as text; with only the entries of these days where they are given.

        Args:
            format_: ``json``, ``csv`` or ``fhir``.
            start: the first day; None leaves this side open.
            end: the last day; None leaves this side open.
            now: the moment of a FHIR document, in UTC; the other formats hold none.

        Raises:
            RequestError: the first day lies after the last, or the library for FHIR is missing.
            FileProblem: the diary file cannot be read.
        """
        if start is not None and end is not None and start > end:
            raise RequestError(translate(NO_SPAN))
        with self._database.unit() as unit:
            whole = unit.diary()
        diary = whole.between(start, end)
        if format_ == "fhir":
            return self._as_fhir(whole, diary, now)
        return diary_json.write(diary) if format_ == "json" else diary_csv.write(diary)

    def _as_fhir(self, whole: Diary, diary: Diary, now: dt.datetime) -> str:
        """Return the days as FHIR; what is noticed about them also rests on the days before."""
        # Only FHIR needs the rules.
        from diary.exchange import fhir_document  # noqa: PLC0415
        from diary.rules import engine  # noqa: PLC0415  numpy

        alerts = None
        if self._is_judging():
            alerts = engine.history(whole, diary.last_day or now.date())
        return fhir_document.write(diary, alerts, now)

    def export_file(
        self,
        out: Path,
        format_: Format,
        start: dt.date | None = None,
        end: dt.date | None = None,
        *,
        now: dt.datetime,
    ) -> None:
        """Write what :meth:`export` returns into a file; what was there is replaced whole.

        Args:
            out: the file.
            format_: ``json``, ``csv`` or ``fhir``.
            start: the first day; None leaves this side open.
            end: the last day; None leaves this side open.
            now: the moment of a FHIR document, in UTC; the other formats hold none.

        Raises:
            RequestError: the first day lies after the last, the library for FHIR is missing, or the
                name must not be written.
            FileProblem: the diary cannot be read, or the file cannot be written.
        """
        check_output(out, self._database.path)
        text = self.export(format_, start, end, now=now)
        write_output(out, text.encode("utf-8"), self._database.path)


def read_file(path: Path, today: dt.date, diary: Path) -> Incoming:
    """Read a file to import, JSON or CSV by its content, without a diary.

    Args:
        path: the file.
        today: the last day an entry may have.
        diary: the diary file, which is not one to import.

    Raises:
        RequestError: the file is not one to import; every problem is listed.
        FileProblem: it cannot be read.
    """
    return _read(_content(path, diary), today)


def _content(path: Path, diary: Path) -> bytes:
    def told(sentence: str) -> str:
        most = limits.FILE_BYTES // limits.MEGABYTE
        return translate(sentence).format(file=name_of(path), most=most)

    try:
        if path.is_dir():
            raise RequestError(told(A_FOLDER))
        if _is_same(path, diary):
            raise RequestError(told(IS_DIARY))
        # A pipe has no size of its own, so what is read is limited too.
        if path.is_file() and path.stat().st_size > limits.FILE_BYTES:
            raise RequestError(told(TOO_LARGE))
        with path.open("rb") as file:
            content = file.read(limits.FILE_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise RequestError(told(NO_FILE)) from None
    except OSError as error:
        raise FileProblem(told(NOT_READ), type(error).__name__) from error
    if len(content) > limits.FILE_BYTES:
        raise RequestError(told(TOO_LARGE))
    return content


def _is_same(path: Path, diary: Path) -> bool:
    """Whether a file is the diary, by whatever name: it must not even be opened.

    Closing it again would take the locks away from whoever has the diary open.
    """
    return any(one.exists() and path.samefile(one) for one in (diary, *files.beside(diary)))


def _read(content: bytes, today: dt.date) -> Incoming:
    if is_json(content):
        diary = diary_json.read(content, today)
        days = tuple(entry.date for entry in diary.entries)
        return Incoming(days, lambda before: merge_diary(before, diary))
    answers = diary_csv.read(content, today)
    days = tuple(answer.day for answer in answers)
    bare = sum(answer.bare_pains for answer in answers)
    return Incoming(days, lambda before: merge_answers(before, answers), bare)


def _compare(before: Diary, after: Diary, days: tuple[dt.date, ...]) -> ImportResult:
    old = {entry.date: entry for entry in before.entries}
    new = {entry.date: entry for entry in after.entries}
    added = sum(day not in old for day in days)
    unchanged = sum(old.get(day) == new[day] for day in days)
    return ImportResult(added, len(days) - added - unchanged, unchanged)


def _write(unit: UnitOfWork, after: Diary, days: tuple[dt.date, ...], now: dt.datetime) -> None:
    changed = frozenset(days)
    unit.entries.put_all([entry for entry in after.entries if entry.date in changed], now)
    unit.care.set_profile(after.profile)
    unit.care.set_treatments(after.treatments)
    unit.care.set_events(after.events)
    unit.care.set_quiet_periods(after.quiet_periods)
    unit.actions.set_all(after.alert_actions)
