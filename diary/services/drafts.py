"""Use cases of days that are being written: kept from the first touch, gone with the save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.store.drafts import KeptDraft

if TYPE_CHECKING:
    import datetime as dt

    from diary.store.database import Database


class Drafts:
    """The drafts of a database; no rule, export or import ever sees them.

    Args:
        database: the open diary file.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def days(self) -> tuple[dt.date, ...]:
        """Return the days that have a draft, in order.

        Raises:
            FileProblem: the diary file cannot be read.
        """
        with self._database.unit() as unit:
            return unit.drafts.days()

    def body(self, day: dt.date) -> str | None:
        """Return the draft of a day as it was given to ``keep``, or None.

        Raises:
            FileProblem: the diary file cannot be read.
        """
        with self._database.unit() as unit:
            draft = unit.drafts.get(day)
        return None if draft is None else draft.body

    def keep(self, day: dt.date, body: str, now: dt.datetime) -> None:
        """Keep a draft in the place of the one of its day; once this returns it is on the disk.

        Args:
            day: the day.
            body: a JSON object of the form's own.
            now: the time of the change.

        Raises:
            FileProblem: the file does not allow it; the draft before is still there.
        """
        with self._database.unit(writing=True) as unit:
            unit.drafts.put(KeptDraft(day, body, now))
            unit.commit()

    def discard(self, day: dt.date) -> str | None:
        """Take the draft of a day away; return it, or None where there was none.

        Raises:
            FileProblem: the file does not allow it; the draft is still there.
        """
        with self._database.unit(writing=True) as unit:
            draft = unit.drafts.get(day)
            unit.drafts.remove(day)
            unit.commit()
        return None if draft is None else draft.body
