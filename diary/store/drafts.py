"""Days that are being written and not saved yet: no rule, export or import ever sees them."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import delete, insert, select

from diary.store.rows import told_as_damage
from diary.store.tables import DraftRow

if TYPE_CHECKING:
    from sqlalchemy import Connection


class KeptDraft(NamedTuple):
    """A day as it was being written.

    Attributes:
        body: a JSON object of the form's own; it may hold texts that are no answer yet.
        changed_at: when it was last written.
    """

    day: dt.date
    body: str
    changed_at: dt.datetime


class DraftTable:
    """The drafts, one a day, inside one transaction.

    Attributes:
        changes: how many rows were written or removed; the diary is the same after them.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.changes = 0

    def get(self, day: dt.date) -> KeptDraft | None:
        """Return the draft of a day, or None."""
        return next(iter(self._read(day)), None)

    def all(self) -> tuple[KeptDraft, ...]:
        """Return all drafts in order of their days."""
        return self._read(None)

    def days(self) -> tuple[dt.date, ...]:
        """Return the days that have a draft, in order.

        Raises:
            UnusableFile: a row is not what this program writes.
        """
        found = self._connection.scalars(select(DraftRow.day).order_by(DraftRow.day)).all()
        with told_as_damage():
            return tuple(map(dt.date.fromisoformat, found))

    def put(self, draft: KeptDraft) -> None:
        """Write a draft in the place of the one of its day."""
        self.remove(draft.day)
        row = {
            "day": draft.day.isoformat(),
            "body": draft.body,
            "changed_at": draft.changed_at.astimezone(dt.UTC).isoformat(),
        }
        self._connection.execute(insert(DraftRow), row)
        self.changes += 1

    def remove(self, day: dt.date) -> None:
        """Take the draft of a day away, if there is one."""
        gone = delete(DraftRow).where(DraftRow.day == day.isoformat())
        self.changes += self._connection.execute(gone).rowcount

    def _read(self, day: dt.date | None) -> tuple[KeptDraft, ...]:
        asked = select(DraftRow.day, DraftRow.body, DraftRow.changed_at).order_by(DraftRow.day)
        if day is not None:
            asked = asked.where(DraftRow.day == day.isoformat())
        with told_as_damage():
            return tuple(draft_of(*row) for row in self._connection.execute(asked))


def draft_of(day: str, body: str, changed_at: str) -> KeptDraft:
    """Return the draft that stands in a row.

    Args:
        day: an ISO date.
        body: the form as a JSON object.
        changed_at: an ISO moment.

    Raises:
        ValueError: it is not what this program writes.
    """
    if not isinstance(json.loads(body), dict):
        raise ValueError("not a JSON object")  # noqa: TRY004  all of it is told as damage
    return KeptDraft(dt.date.fromisoformat(day), body, dt.datetime.fromisoformat(changed_at))
