"""One transaction on the diary: what is not committed never happened."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Self

from sqlalchemy.exc import DBAPIError

from diary.store.actions import ActionTable
from diary.store.care import CareTables
from diary.store.connection import Begin, connect
from diary.store.drafts import DraftTable
from diary.store.entries import EntryTable
from diary.store.history import HistoryTable
from diary.store.memory import Memory, count_up, number_of
from diary.store.preferences import PreferenceTable
from diary.store.problems import known_problems, moved, problem_of

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from sqlalchemy import Connection, Engine

    from diary.domain.diary import Diary
    from diary.domain.entry import DayEntry
    from diary.store.glance import GlanceTable
    from diary.store.heads import Held

FEW_DAYS = 7  # so many are read again for the memory after a commit; after more, all are


class UnitOfWork:
    """A transaction, used as a context manager; leaving it without ``commit()`` rolls back.

    Args:
        engine: the open file.
        path: the file, for what is said of it.
        writing: whether others are kept from writing from the beginning on.
        memory: what is remembered of the file from one transaction to the next; None: nothing is.
        held: the file as it was opened, so that a commit sees whether another lies there; None: it
            does not look.

    Attributes:
        entries: the recorded days.
        history: what days said before.
        drafts: the days that are not saved yet.
        care: the person and what surrounds the days.
        actions: what she did about alerts.
        preferences: what she prefers about the diary itself.
    """

    entries: EntryTable
    history: HistoryTable
    drafts: DraftTable
    care: CareTables
    actions: ActionTable
    preferences: PreferenceTable
    _connection: Connection
    _changes: int

    def __init__(
        self,
        engine: Engine,
        path: Path,
        *,
        writing: bool = False,
        memory: Memory | None = None,
        held: Held | None = None,
    ) -> None:
        self._engine = engine
        self._path = path
        self._begin = Begin.WRITING if writing else Begin.READING
        self._memory = Memory() if memory is None else memory
        self._held = held

    def __enter__(self) -> Self:
        with known_problems(self._path):
            self._connection = connect(self._engine, self._begin)
            try:
                self._connection.begin()
            except DBAPIError:
                self._connection.close()
                raise
        self.entries = EntryTable(self._connection)
        self.history = HistoryTable(self._connection)
        self.drafts = DraftTable(self._connection)
        self.care = CareTables(self._connection)
        self.actions = ActionTable(self._connection)
        self.preferences = PreferenceTable(self._connection)
        self._changes = self._count_changes()
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        self._connection.close()  # rolls back what is not committed
        if isinstance(error, (DBAPIError, UnicodeDecodeError)):
            problem = problem_of(error, self._path)
            if problem is not None:
                raise problem from error

    @cached_property
    def glance(self) -> GlanceTable:
        """The recorded days at a glance."""
        from diary.store.glance import GlanceTable  # noqa: PLC0415  the calendar, after the start

        return GlanceTable(self._connection)

    @property
    def number(self) -> int:
        """The number of the state that the transaction sees."""
        return number_of(self._connection)

    def diary(self) -> Diary:
        """Return the whole diary, from memory where nobody has written since it was read."""
        if self._count_changes() != self._changes:
            return self._with_entries(self.entries.all())
        number = number_of(self._connection)
        known = self._memory.at(number)
        if known is None:
            known = self._with_entries(self.entries.all())
            self._memory.keep(number, known)
        return known

    def commit(self) -> None:
        """Keep everything written so far.

        Raises:
            FileProblem: the file is not in its place any more; nothing was changed.
        """
        if self._held is not None and not self._held.is_at(self._path):
            # The system goes on writing to a file that was deleted, and it is gone with the end.
            raise moved(self._path)
        if self._count_changes() == self._changes:
            self._connection.commit()
            return
        before = number_of(self._connection)
        known = self._memory.at(before)
        changed = None if known is None else self._brought_up_to_date(known)
        number = count_up(self._connection)
        self._connection.commit()
        self._memory.wrote(before, number)
        self._changes = self._count_changes()
        self.entries.touched.clear()
        self.care.is_touched = self.actions.is_touched = False
        if changed is not None:
            self._memory.keep(number, changed)

    def _count_changes(self) -> int:
        """Count what was written to the diary; a draft is none of it, and comes with each key."""
        changes: int = self._connection.exec_driver_sql("SELECT total_changes()").scalar_one()
        return changes - self.drafts.changes

    def _brought_up_to_date(self, known: Diary) -> Diary | None:
        touched = self.entries.touched
        if len(touched) > FEW_DAYS:
            return None
        changed = {day: self.entries.get(day) for day in touched}
        diary = known.with_days(changed) if changed else known
        if self.care.is_touched or self.actions.is_touched:
            return self._with_entries(diary.entries)
        return diary

    def _with_entries(self, entries: tuple[DayEntry, ...]) -> Diary:
        from diary.domain.diary import Diary  # noqa: PLC0415  after the start, which reads one day

        return Diary(
            profile=self.care.profile(),
            treatments=self.care.treatments(),
            events=self.care.events(),
            quiet_periods=self.care.quiet_periods(),
            entries=entries,
            alert_actions=self.actions.all(),
        )
