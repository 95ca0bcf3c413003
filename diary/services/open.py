"""Build the services of one diary; nothing else knows how they hang together."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from diary.services.drafts import Drafts
from diary.services.journal import Journal
from diary.services.offering import Offering
from diary.settings import Settings, look_up_settings
from diary.store.database import Database
from diary.store.identity import Kind, is_protected, kind_of, looking, revision_of
from diary.store.problems import known_problems

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from diary.paths import AppPaths
    from diary.rules.engine import Judge
    from diary.services.archive import Archive
    from diary.services.backup_notes import Notes
    from diary.services.care import Care
    from diary.services.closing_backup import ClosingBackup
    from diary.services.looking_back import LookingBack
    from diary.services.monitoring import Monitoring
    from diary.services.protection import Protection
    from diary.services.reporting import Reporting
    from diary.services.safekeeping import Safekeeping
    from diary.services.second_folder import Place
    from diary.services.transfer import Transfer


class Services:
    """The services of one open diary.

    Args:
        paths: where everything is.
        database: the open diary file.
        sheets_apart: whether sheets are set in a process of their own.

    Attributes:
        paths: where everything is.
        journal: the recorded days.
        drafts: the days that are not saved yet.
        offering: whether to ask if she wants a passphrase.
    """

    def __init__(self, paths: AppPaths, database: Database, *, sheets_apart: bool = False) -> None:
        self._database = database
        self._sheets_apart = sheets_apart
        self.paths = paths
        self.journal = Journal(database)
        self.drafts = Drafts(database)
        self.offering = Offering(database)

    # She does not wait for the others at the start, so they come when they are asked for.

    @cached_property
    def archive(self) -> Archive:
        """The bin and the earlier versions of days."""
        from diary.services.archive import Archive  # noqa: PLC0415  after the start

        return Archive(self._database)

    @cached_property
    def care(self) -> Care:
        """What surrounds the days."""
        from diary.services.care import Care  # noqa: PLC0415  other pages, and the first screens

        return Care(self._database)

    @cached_property
    def looking_back(self) -> LookingBack:
        """The recorded days, to look through."""
        from diary.services.looking_back import LookingBack  # noqa: PLC0415  another page

        return LookingBack(self._database)

    @cached_property
    def safekeeping(self) -> Safekeeping:
        """The backups."""
        from diary.services.safekeeping import Safekeeping  # noqa: PLC0415  after the start

        return Safekeeping(self.paths, database=self._database)

    @cached_property
    def closing_backup(self) -> ClosingBackup:
        """The backups that are made without being asked for."""
        from diary.services.closing_backup import ClosingBackup  # noqa: PLC0415  after the start

        return ClosingBackup(self.paths, self._database)

    @cached_property
    def protection(self) -> Protection:
        """The passphrase."""
        from diary.services.protection import Protection  # noqa: PLC0415  seldom

        return Protection(self.paths, self._database, self._elsewhere)

    @cached_property
    def _judge(self) -> Judge:
        """Who judges for the alerts and for the sheet, and looks once into each day."""
        from diary.rules.engine import Judge  # noqa: PLC0415  numpy

        return Judge()

    @cached_property
    def monitoring(self) -> Monitoring:
        """The alerts."""
        from diary.services.monitoring import Monitoring  # noqa: PLC0415  numpy

        return Monitoring(self._database, self._judge)

    @cached_property
    def reporting(self) -> Reporting:
        """The charts and the sheet for the doctor."""
        from diary.services.reporting import Reporting  # noqa: PLC0415  numpy

        return Reporting(
            self._database, self.is_judging, apart=self._sheets_apart, judge=self._judge
        )

    @cached_property
    def transfer(self) -> Transfer:
        """Import and export."""
        from diary.services.transfer import Transfer  # noqa: PLC0415  the JSON and CSV formats

        return Transfer(self._database, self.paths, self.is_judging)

    @property
    def is_protected(self) -> bool:
        """Whether the file opens only with a passphrase."""
        return self._database.passphrase is not None

    def is_judging(self) -> bool:
        """Return whether entries are to be judged by rules, as her settings say now."""
        return self.settings().alerts_on

    def settings(self) -> Settings:
        """Return her settings as they are now; the defaults where there are none."""
        return look_up_settings(self.paths.settings)

    def is_changed_beside(self) -> bool:
        """Return whether another program changed the diary since the last look for that.

        Raises:
            FileProblem: the diary file cannot be read.
        """
        return self._database.is_changed_beside()

    def look_for_changes(self) -> bool:
        """Return the same, and count what is there now as seen.

        Raises:
            FileProblem: the diary file cannot be read.
        """
        return self._database.look_for_changes()

    @property
    def passphrase(self) -> str | None:
        """What opens the diary now; None where it is not protected."""
        return self._database.passphrase

    def keep(self, now: dt.datetime, *, asked: bool = False) -> Notes:
        """Back the diary up where it changed, and go on with it open.

        Raises:
            FileProblem: it could not be opened again.
        """
        try:
            return self.closing_backup.keep(now, asked=asked)
        finally:
            self._database.reopen()

    def second_folder(self) -> Place | None:
        """Return where a second copy of each backup goes; None where she chose nothing."""
        from diary.services.second_folder import second_folder  # noqa: PLC0415  after the start

        return second_folder(self.paths)

    def _elsewhere(self) -> tuple[tuple[Path, str], ...]:
        place = self.second_folder()
        return () if place is None else ((place.folder, place.mark),)

    def choose_second_folder(self, folder: Path | None) -> None:
        """Keep where a second copy of each backup goes; None for nowhere.

        Raises:
            RequestError: there is no such folder, or it is the one with the diary.
            FileProblem: the settings could not be saved.
        """
        from diary.services.second_folder import choose_folder  # noqa: PLC0415  seldom

        choose_folder(self.paths, folder)

    def is_protected_copy(self, file: Path) -> bool:
        """Return whether a copy opens only with a passphrase.

        Raises:
            FileProblem: what is there cannot be a diary.
        """
        return needs_passphrase(file)

    def rest(self) -> None:
        """Let go of what making sheets keeps in memory; the next sheet takes longer."""
        if "reporting" in vars(self):
            self.reporting.rest()

    def close(self) -> None:
        """Let go of the diary file, and of all that was made of it."""
        try:
            self._forget()
        finally:
            self._database.close()

    def give_up(self) -> None:
        """Let go of a diary file that turned out to be damaged; it stays as it is."""
        try:
            self._forget()
        finally:
            self._database.give_up()

    def _forget(self) -> None:
        from diary.forgetting import forget  # noqa: PLC0415  at the end, and not at the start

        self.rest()
        forget()


def open_services(
    paths: AppPaths, passphrase: str | None = None, *, sheets_apart: bool = False
) -> Services:
    """Open the diary of a folder, make both where they are missing, and build its services.

    Args:
        paths: where everything is.
        passphrase: what opens it; None where it has none.
        sheets_apart: whether sheets are set in a process of their own, for a program that stays
            open.

    Raises:
        FileProblem: the file cannot be used, or the disk does not allow it.
        RequestError: the passphrase is missing, wrong or not wanted.
    """
    make_folder(paths)
    database = Database.open(paths.diary, passphrase)
    return Services(paths, database, sheets_apart=sheets_apart)


@contextmanager
def services_to_look(paths: AppPaths, passphrase: str | None = None) -> Iterator[Services]:
    """Open the diary of a folder to look at it, and close it afterwards.

    Where there is none, an empty one stands in: a look must leave no diary behind, and must not
    decide whether it has a passphrase.

    Raises:
        FileProblem: the file cannot be used, or the disk does not allow it.
        RequestError: the passphrase is missing, wrong or not wanted.
    """
    make_folder(paths)
    with ExitStack() as stack:
        if kind_of(paths.diary) is Kind.ABSENT:
            nowhere = stack.enter_context(TemporaryDirectory(prefix="daymark-"))
            database = Database.open(Path(nowhere) / paths.diary.name)
        else:
            database = Database.open(paths.diary, passphrase)
        stack.callback(database.close)
        yield Services(paths, database)


def make_folder(paths: AppPaths) -> None:
    """Make the folder that holds everything, readable by its owner only.

    Raises:
        FileProblem: the disk does not allow it.
    """
    with known_problems(paths.folder):
        paths.create()


def needs_passphrase(file: Path) -> bool:
    """Return whether a diary file or a copy of one opens only with a passphrase.

    Raises:
        FileProblem: what is there cannot be a diary.
    """
    return is_protected(file)


def check_opens(file: Path, passphrase: str) -> None:
    """Check that a passphrase or recovery code opens a protected diary or copy; nothing is changed.

    Raises:
        RequestError: it does not.
        FileProblem: the file is damaged, or cannot be read.
    """
    with looking(file, passphrase) as engine:
        revision_of(engine, file)
