"""What days said before they were changed or removed."""

from __future__ import annotations

import contextlib
import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, select, union

from diary.domain.entry import DayEntry
from diary.store.rows import told_as_damage
from diary.store.tables import EarlierVersionRow, EntryRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection, Row, Select

CHANGED, REMOVED = "changed", "removed"
_COLUMNS = (
    EarlierVersionRow.id,
    EarlierVersionRow.day,
    EarlierVersionRow.saved_at,
    EarlierVersionRow.action,
    EarlierVersionRow.entry,
)


@dataclass(frozen=True, slots=True)
class EarlierVersion:
    """A day as it was before it was changed or removed.

    Attributes:
        saved_at: when it was changed or removed.
        action: ``changed`` or ``removed``.
        entry: what the day said until then.
        number: tells it from the others; a later one has a higher number.
    """

    day: dt.date
    saved_at: dt.datetime
    action: str
    entry: DayEntry
    number: int = field(default=0, compare=False)


class HistoryTable:
    """The earlier versions, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def versions(self, day: dt.date) -> tuple[EarlierVersion, ...]:
        """Return the earlier versions of a day, the oldest first."""
        return self._read(select(*_COLUMNS).where(EarlierVersionRow.day == day.isoformat()))

    def changed_at(self, day: dt.date) -> dt.datetime | None:
        """Return when a day last got another version instead of the one it had.

        Returns:
            The moment; None where it has said the same since it was first saved, or where the
            moment cannot be read: it is told beside the day, and the day must open without it.
        """
        last = self._connection.execute(
            select(EarlierVersionRow.action, EarlierVersionRow.saved_at)
            .where(EarlierVersionRow.day == day.isoformat())
            .order_by(EarlierVersionRow.id.desc())
            .limit(1)
        ).first()
        if last is None or last[0] != CHANGED:
            return None
        with contextlib.suppress(ValueError):
            return dt.datetime.fromisoformat(last[1])
        return None

    def all(self) -> tuple[EarlierVersion, ...]:
        """Return the earlier versions of all days, the oldest first."""
        return self._read(select(*_COLUMNS))

    def counts(self) -> tuple[tuple[dt.date, int], ...]:
        """Return the recorded days with earlier versions and how many, the last changed first.

        Raises:
            UnusableFile: a row is not what this program writes.
        """
        found = self._connection.execute(
            select(EarlierVersionRow.day, func.count())
            .join(EntryRow, EntryRow.day == EarlierVersionRow.day)
            .group_by(EarlierVersionRow.day)
            .order_by(func.max(EarlierVersionRow.id).desc())
        )
        with told_as_damage():
            return tuple((dt.date.fromisoformat(day), count) for day, count in found)

    def removed(self) -> tuple[EarlierVersion, ...]:
        """Return what the removed days said last, the last removed first."""
        last = (
            select(func.max(EarlierVersionRow.id))
            .where(EarlierVersionRow.day.not_in(select(EntryRow.day)))
            .group_by(EarlierVersionRow.day)
        )
        found = self._read(select(*_COLUMNS).where(EarlierVersionRow.id.in_(last)))
        return tuple(reversed(found))

    def days_of_saving(self, since: dt.datetime) -> int:
        """Return on how many days, in UTC, anything was saved from a moment on."""
        moment = since.astimezone(dt.UTC).isoformat()
        stamps = (EntryRow.entered_at, EarlierVersionRow.saved_at)
        saved = union(*(select(func.substr(at, 1, 10)).where(at >= moment) for at in stamps))
        found = self._connection.execute(select(func.count()).select_from(saved.subquery()))
        return found.scalar_one()

    def add(self, entries: Iterable[DayEntry], saved_at: dt.datetime, action: str) -> None:
        """Keep what days said until now.

        Args:
            entries: the days as they were.
            saved_at: the moment of the change; kept in UTC.
            action: why they changed.
        """
        rows = [
            {
                "day": entry.date.isoformat(),
                "saved_at": saved_at.astimezone(dt.UTC).isoformat(),
                "action": action,
                "entry": entry.model_dump_json(),
            }
            for entry in entries
        ]
        self._connection.execute(insert(EarlierVersionRow), rows)

    def put_back(self, rows: Sequence[dict[str, Any]]) -> None:
        """Write rows as they were in another file."""
        if rows:
            self._connection.execute(insert(EarlierVersionRow), rows)

    def forget(self, number: int) -> None:
        """Take one version away, because the day says it again."""
        self._connection.execute(delete(EarlierVersionRow).where(EarlierVersionRow.id == number))

    def forget_days(self, days: Sequence[dt.date]) -> None:
        """Take all versions of days away, for ever."""
        texts = [day.isoformat() for day in days]
        self._connection.execute(delete(EarlierVersionRow).where(EarlierVersionRow.day.in_(texts)))

    def _read(self, asked: Select[int, str, str, str, str]) -> tuple[EarlierVersion, ...]:
        found = self._connection.execute(asked.order_by(EarlierVersionRow.id)).all()
        with told_as_damage():
            return tuple(map(version_of, found))


def version_of(row: Row[int, str, str, str, str] | tuple[Any, ...]) -> EarlierVersion:
    """Return the earlier version that stands in a row.

    Raises:
        ValueError: it is not what this program writes.
    """
    number, day, saved_at, action, entry = row
    return EarlierVersion(
        dt.date.fromisoformat(day),
        dt.datetime.fromisoformat(saved_at),
        action,
        DayEntry.model_validate_json(entry),
        number,
    )
