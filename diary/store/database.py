"""The diary file: made, opened, brought up to date, closed."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Self

from diary.paths import AppPaths
from diary.store import files, identity, keys, migrations, remains, soundness
from diary.store.alone import still_there
from diary.store.connection import Begin, connect, make_engine
from diary.store.heads import Held
from diary.store.memory import Memory
from diary.store.problems import known_problems
from diary.store.unit import UnitOfWork

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine


class Database:
    """One diary file, open.

    Args:
        path: the file.
        passphrase: its passphrase; None for a file that has none.
    """

    _held: Held  # while it is open

    def __init__(self, path: Path, passphrase: str | None) -> None:
        self.path = path.absolute()
        self.passphrase = passphrase
        self._engine: Engine | None = None
        self._memory = Memory()

    @classmethod
    def open(cls, path: Path, passphrase: str | None = None) -> Self:
        """Open a diary file; make it where there is none, bring it up to date where it is old.

        Raises:
            FileProblem: it is not a diary, damaged, newer, locked, or the disk does not allow it;
                the file is as it was.
            RequestError: the passphrase is missing, wrong or not wanted.
        """
        database = cls(path, passphrase)
        database.reopen()
        return database

    def reopen(self) -> None:
        """Open the file again after ``close``, when another was put in its place.

        Raises:
            FileProblem: the file is damaged, newer or no diary, or the disk does not allow it.
            PassphraseError: the passphrase is missing, wrong or not wanted.
        """
        if identity.check_passphrase(self.path, self.passphrase) is identity.Kind.ABSENT:
            self._make()
        if files.has_any_beside(self.path):
            # A file that is refused must stay as it is, and closing a writable connection would
            # fold its waiting writes in. So it is first looked at in another way.
            soundness.look_first(self.path, self.passphrase)
        with known_problems(self.path):
            held = Held(self.path)
        engine = make_engine(self.path, self.passphrase)
        try:
            with still_there(self.path):
                self._bring_up_to_date(engine)
        except BaseException:
            engine.dispose()
            held.let_go()
            raise
        self._engine, self._held = engine, held
        self._memory = Memory()
        self.look_for_changes()
        folder = self.path.parent
        remains.settle(self.path, self.passphrase, [folder, AppPaths(folder).backups])

    def unit(self, *, writing: bool = False) -> UnitOfWork:
        """Return a transaction; a writing one waits for other writers first."""
        engine = self._open_engine()
        return UnitOfWork(engine, self.path, writing=writing, memory=self._memory, held=self._held)

    def is_changed_beside(self) -> bool:
        """Return whether another program changed the diary since the last look for that.

        Raises:
            FileProblem: the file cannot be read.
        """
        with self.unit() as unit:
            return self._memory.is_changed_beside(unit.number)

    def look_for_changes(self) -> bool:
        """Return the same, and count what is there now as seen.

        Raises:
            FileProblem: the file cannot be read.
        """
        with self.unit() as unit:
            number = unit.number
            is_changed = self._memory.is_changed_beside(number)
            self._memory.see(number)
        return is_changed

    def close(self) -> None:
        """Fold all writes into the one file and let go of it. Closing twice does nothing.

        Raises:
            FileProblem: the writes could not be folded in; they wait beside the file.
        """
        if self._engine is None:
            return
        engine, self._engine = self._engine, None
        try:
            with known_problems(self.path), connect(engine, Begin.NONE) as connection:
                # Whoever still reads need not be waited for: the last one to close folds it in.
                connection.exec_driver_sql("PRAGMA busy_timeout = 0")
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            engine.dispose()
            self._held.let_go()
            keys.forget()

    def give_up(self) -> None:
        """Let go of a file that turned out to be damaged, and leave it and what is beside it so.

        To fold writes into a damaged file could spoil what can still be read of it.
        """
        if self._engine is None:
            return
        engine, self._engine = self._engine, None
        files.change_identity(self.path)
        engine.dispose()
        self._held.let_go()
        keys.forget()

    def _open_engine(self) -> Engine:
        if self._engine is None:
            raise RuntimeError("the diary is closed")
        return self._engine

    def _make(self) -> None:
        from diary.store import snapshot  # noqa: PLC0415  once in the life of a diary

        with known_problems(self.path), files.written_aside(self.path) as part:
            migrations.upgrade(part, self.passphrase)
            snapshot.clear_place(self.path, AppPaths(self.path.parent).backups)
            # When two programs start at once, the second one opens what the first one made.
            with suppress(FileExistsError):
                files.place_new(part, self.path)

    def _bring_up_to_date(self, engine: Engine) -> None:
        revision = identity.revision_of(engine, self.path)
        soundness.check_pages(engine, self.path)
        if revision < identity.HEAD:
            from diary.store import snapshot  # noqa: PLC0415  seldom

            engine.dispose()
            snapshot.take_before(
                identity.HEAD, self.path, AppPaths(self.path.parent).backups, self.passphrase
            )
            migrations.upgrade(self.path, self.passphrase)
        with known_problems(self.path), connect(engine, Begin.NONE) as connection:
            connection.exec_driver_sql("PRAGMA journal_mode = WAL")
