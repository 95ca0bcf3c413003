"""The recorded days."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import TypeAdapter
from sqlalchemy import bindparam, delete, func, insert, select

from diary.domain.entry import DayEntry
from diary.store.entry_rows import (
    ENTRY,
    QUESTIONS,
    Alike,
    to_items,
    to_rows,
)
from diary.store.history import CHANGED, REMOVED, HistoryTable
from diary.store.rows import told_as_damage
from diary.store.tables import (
    EntryRow,
    MedicineRow,
    PainDetailRow,
    PainRow,
    SignRow,
    SymptomRow,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import ColumnElement, Connection, Select

    from diary.domain.fields import Model
    from diary.store.tables import AnswerRow, Row

_ENTRY = TypeAdapter(DayEntry)


class EntryTable:
    """The recorded days, inside one transaction.

    Attributes:
        touched: the days that were written or removed in it.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.touched: set[dt.date] = set()

    def get(self, day: dt.date) -> DayEntry | None:
        """Return the entry of a day, or None where nothing is recorded."""
        if not self.days(day, day):  # at the start mostly, where nobody wants to wait for the rest
            return None
        return self.all(day, day)[0]

    def all(self, start: dt.date | None = None, end: dt.date | None = None) -> tuple[DayEntry, ...]:
        """Return the entries from ``start`` to ``end`` in order of their days.

        Raises:
            UnusableFile: a row is not what this program writes.
        """
        answers: dict[str, dict[str, list[Model]]] = {}
        ask, limits = _ask(start is not None, end is not None), _limits(start, end)
        alike = Alike(self._connection.execute(ask.details, limits))
        for question, asked in zip(QUESTIONS, ask.answers, strict=True):
            by_day = answers[question.key] = defaultdict(list)
            # Closed where a row is refused: what is left of it would hold the file.
            with self._connection.execute(asked, limits) as rows:
                for day, *values in rows:
                    by_day[day].append(alike.one(question, tuple(values)))
        with self._connection.execute(ask.entries, limits) as rows, told_as_damage():
            return tuple(map(_ENTRY.validate_python, to_items(rows, answers)))

    def days(self, start: dt.date | None = None, end: dt.date | None = None) -> tuple[dt.date, ...]:
        """Return the recorded days from ``start`` to ``end``.

        Raises:
            UnusableFile: a row is not what this program writes.
        """
        asked = _ask(start is not None, end is not None).days
        found = self._connection.scalars(asked, _limits(start, end)).all()
        with told_as_damage():
            return tuple(map(dt.date.fromisoformat, found))

    def first_day(self) -> dt.date | None:
        """Return the first recorded day; None if there is none."""
        return self._a_day(select(func.min(EntryRow.day)))

    def last_day(self, before: dt.date | None = None) -> dt.date | None:
        """Return the last recorded day, or the last one before a day; None if there is none."""
        days = select(func.max(EntryRow.day))
        return self._a_day(
            days if before is None else days.where(EntryRow.day < before.isoformat())
        )

    def count(self) -> int:
        """Return how many days are recorded."""
        return self._connection.scalar(select(func.count()).select_from(EntryRow)) or 0

    def places(self, last_days: int) -> tuple[str, ...]:
        """Return the places with pain in the last recorded days, those on most days first."""
        return self._most_used(PainRow, PainRow.region, last_days)

    def symptoms(self, last_days: int) -> tuple[str, ...]:
        """Return the symptoms of the last recorded days, those on most days first."""
        return self._most_used(SymptomRow, SymptomRow.name, last_days)

    def medicines(self, last_days: int) -> tuple[tuple[str, str | None], ...]:
        """Return the medicines of the last recorded days, those on most days first.

        Returns:
            Pairs of a name and the kind she last gave it; None if she never did.
        """
        if self._is_empty():
            return ()
        told = self._connection.execute(
            select(MedicineRow.name, MedicineRow.kind)
            .where(MedicineRow.kind.is_not(None))
            .order_by(MedicineRow.day, MedicineRow.id)
        )
        kinds = {row.name: row.kind for row in told}  # the last one stays
        names = self._most_used(MedicineRow, MedicineRow.name, last_days)
        return tuple((name, kinds.get(name)) for name in names)

    def signs(self) -> tuple[str, ...]:
        """Return the signs that were ever recorded, in the order of their first record."""
        if self._is_empty():
            return ()
        found = self._connection.scalars(
            select(SignRow.name).group_by(SignRow.name).order_by(func.min(SignRow.id))
        )
        return tuple(found)

    def names_besides(self, day: dt.date) -> frozenset[str]:
        """Return the places, signs and symptoms recorded on any day but this one."""
        if self._is_empty():
            return frozenset()
        other = day.isoformat()
        found = (
            self._connection.scalars(select(name).where(table.day != other).distinct())
            for table, name in (
                (PainRow, PainRow.region),
                (SignRow, SignRow.name),
                (SymptomRow, SymptomRow.name),
            )
        )
        return frozenset(chain.from_iterable(found))

    def put(self, entry: DayEntry, saved_at: dt.datetime) -> bool:
        """Write a day; the earlier version is kept. Return whether anything was different."""
        return bool(self.put_all((entry,), saved_at))

    def replace(self, before: DayEntry | None, entry: DayEntry, saved_at: dt.datetime) -> bool:
        """Write a day as :meth:`put`, where what it says was read in this same transaction.

        Args:
            before: what it says, None where nothing is recorded.
            entry: what it is to say.
            saved_at: the moment of the change.
        """
        said = () if before is None else (before,)
        return bool(self._replace(said, (entry,), saved_at))

    def put_all(self, entries: Sequence[DayEntry], saved_at: dt.datetime) -> tuple[dt.date, ...]:
        """Write days, all different; the earlier versions are kept.

        Returns:
            The days that were new or different; the others are left alone.
        """
        if not entries:
            return ()
        days = [entry.date for entry in entries]
        return self._replace(self.all(min(days), max(days)), entries, saved_at)

    def _replace(
        self, said: Iterable[DayEntry], entries: Sequence[DayEntry], saved_at: dt.datetime
    ) -> tuple[dt.date, ...]:
        before = {entry.date: entry for entry in said}
        new = [entry for entry in entries if before.get(entry.date) != entry]
        self._take_away([before[entry.date] for entry in new if entry.date in before], saved_at)
        self._write(new)
        self.touched.update(entry.date for entry in new)
        return tuple(entry.date for entry in new)

    def remove(self, day: dt.date, saved_at: dt.datetime) -> bool:
        """Take a day away; what it said is kept. Return whether it was there."""
        entry = self.get(day)
        if entry is None:
            return False
        self._take_away([entry], saved_at, REMOVED)
        self.touched.add(day)
        return True

    def _most_used(
        self, table: type[AnswerRow], item: ColumnElement[str], last_days: int
    ) -> tuple[str, ...]:
        if self._is_empty():
            return ()
        recent = select(EntryRow.day).order_by(EntryRow.day.desc()).limit(last_days)
        found = self._connection.scalars(
            select(item)
            .where(table.day.in_(recent))
            .group_by(item)
            .order_by(
                func.count(table.day.distinct()).desc(),
                func.max(table.day).desc(),
                func.min(table.id),
            )
        )
        return tuple(found)

    def _is_empty(self) -> bool:
        """Return whether nothing is recorded, so that nothing else need be asked for."""
        return self._connection.scalar(select(func.min(EntryRow.day))) is None

    def _a_day(self, query: Select[Any]) -> dt.date | None:
        found = self._connection.scalar(query)
        with told_as_damage():
            return None if found is None else dt.date.fromisoformat(found)

    def _take_away(
        self, entries: Sequence[DayEntry], saved_at: dt.datetime, action: str = CHANGED
    ) -> None:
        if not entries:
            return
        HistoryTable(self._connection).add(entries, saved_at, action)
        # The answers of the day go with it, by their foreign keys.
        self._connection.execute(
            delete(EntryRow).where(EntryRow.day == bindparam("gone")),
            [{"gone": entry.date.isoformat()} for entry in entries],
        )

    def _write(self, entries: Iterable[DayEntry]) -> None:
        last_pain = self._connection.scalar(select(func.max(PainRow.id))) or 0
        rows = to_rows(entries, last_pain + 1)
        tables: dict[str, type[Row]] = {"entry": EntryRow}
        tables |= {question.key: question.table for question in QUESTIONS}
        tables |= {"details": PainDetailRow}
        for key, table in tables.items():
            if rows[key]:
                self._connection.execute(insert(table), rows[key])


class _Ask(NamedTuple):
    """What is asked of the file to read days; made once, because it is asked with every save."""

    answers: tuple[Select[Any], ...]
    details: Select[int, str, str]
    entries: Select[Any]
    days: Select[str]


@cache
def _ask(begins: bool, ends: bool) -> _Ask:
    """Return what reads the days from ``first`` on if it begins, to ``last`` if it ends."""

    def between(day: ColumnElement[str]) -> list[ColumnElement[bool]]:
        limits = [(begins, day >= bindparam("first")), (ends, day <= bindparam("last"))]
        return [limit for is_set, limit in limits if is_set]

    return _Ask(
        tuple(
            select(question.table.day, *question.shape.columns)
            .where(*between(question.table.day))
            .order_by(question.table.id)
            for question in QUESTIONS
        ),
        select(PainDetailRow.pain_id, PainDetailRow.kind, PainDetailRow.value)
        .join(PainRow)
        .where(*between(PainRow.day))
        .order_by(PainDetailRow.pain_id, PainDetailRow.kind, PainDetailRow.position),
        select(*ENTRY.columns).where(*between(EntryRow.day)).order_by(EntryRow.day),
        select(EntryRow.day).where(*between(EntryRow.day)).order_by(EntryRow.day),
    )


def _limits(start: dt.date | None, end: dt.date | None) -> dict[str, str]:
    limits = {"first": start, "last": end}
    return {name: day.isoformat() for name, day in limits.items() if day is not None}
