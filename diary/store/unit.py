"""One transaction on the diary: what is not committed never happened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from sqlalchemy.exc import DBAPIError

from diary.domain.diary import Diary
from diary.store.actions import ActionTable
from diary.store.care import CareTables
from diary.store.connection import Begin, connect
from diary.store.entries import EntryTable
from diary.store.problems import known_problems, problem_of

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from sqlalchemy import Connection, Engine


class UnitOfWork:
    """A transaction, used as a context manager; leaving it without ``commit()`` rolls back.

    Attributes:
        entries: the recorded days.
        care: the person and what surrounds the days.
        actions: what she did about alerts.
    """

    entries: EntryTable
    care: CareTables
    actions: ActionTable
    _connection: Connection

    def __init__(self, engine: Engine, path: Path, *, writing: bool = False) -> None:
        self._engine = engine
        self._path = path
        self._begin = Begin.WRITING if writing else Begin.READING

    def __enter__(self) -> Self:
        with known_problems(self._path):
            self._connection = connect(self._engine, self._begin)
            try:
                self._connection.begin()
            except DBAPIError:
                self._connection.close()
                raise
        self.entries = EntryTable(self._connection)
        self.care = CareTables(self._connection)
        self.actions = ActionTable(self._connection)
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        self._connection.close()  # rolls back what is not committed
        if isinstance(error, DBAPIError):
            problem = problem_of(error, self._path)
            if problem is not None:
                raise problem from error

    def diary(self) -> Diary:
        """Return the whole diary."""
        return Diary(
            profile=self.care.profile(),
            treatments=self.care.treatments(),
            events=self.care.events(),
            quiet_periods=self.care.quiet_periods(),
            entries=self.entries.all(),
            alert_actions=self.actions.all(),
        )

    def commit(self) -> None:
        """Keep everything written so far."""
        self._connection.commit()
