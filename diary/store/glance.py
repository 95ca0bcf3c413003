"""Light reads over many days: the worst pain of each, and what was written."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlalchemy import func, or_, select

from diary.domain.fields import FIRST_DAY
from diary.domain.glance import DayGlance, worst_of_day
from diary.domain.note_search import Writing
from diary.store.rows import told_as_damage
from diary.store.tables import EntryRow, PainRow

if TYPE_CHECKING:
    from sqlalchemy import Connection


class GlanceTable:
    """The recorded days at a glance, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def days(self, start: dt.date, end: dt.date) -> tuple[DayGlance, ...]:
        """Return the recorded days from ``start`` to ``end`` in order, by one query.

        Raises:
            UnusableFile: a row is not what this program writes.
        """
        found = self._connection.execute(
            select(
                EntryRow.day,
                EntryRow.pains_answered,
                func.count(PainRow.id),
                func.count(PainRow.worst),
                func.max(PainRow.worst),
            )
            .outerjoin(PainRow)
            .where(EntryRow.day.between(start.isoformat(), end.isoformat()))
            .group_by(EntryRow.day)
            .order_by(EntryRow.day)
        ).all()
        with told_as_damage():
            return tuple(
                DayGlance(
                    date=dt.date.fromisoformat(day),
                    worst=worst_of_day(
                        answered=answered, pains=pains, scored=scored, highest=highest
                    ),
                )
                for day, answered, pains, scored, highest in found
            )

    def writings(self, last: dt.date) -> tuple[Writing, ...]:
        """Return what was written on each day up to ``last``, the newest first.

        Raises:
            UnusableFile: a row is not what this program writes.
        """
        found = self._connection.execute(
            select(EntryRow.day, EntryRow.note, EntryRow.could_do)
            .where(EntryRow.day.between(FIRST_DAY.isoformat(), last.isoformat()))
            .where(or_(EntryRow.note != "", EntryRow.could_do != ""))
            .order_by(EntryRow.day.desc())
        ).all()
        with told_as_damage():
            return tuple(
                Writing(dt.date.fromisoformat(day), tuple(text for text in texts if text))
                for day, *texts in found
            )
