"""Use cases of what days said before: the bin of deleted days, and earlier versions.

A deleted day stays in the bin for 30 days, and until she wrote on two more days after them. Earlier
versions of a day that is recorded stay for ever. To put something back never loses the present: it
becomes an earlier version itself.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from diary.errors import RequestError
from diary.i18n import mark, translate
from diary.store.history import CHANGED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.domain.entry import DayEntry
    from diary.store.database import Database
    from diary.store.history import EarlierVersion

IN_BIN_FOR = dt.timedelta(days=30)
# Our choice: a clock that is wrong for an evening must not take away what cannot be had back.
_DAYS_OF_SAVING = 2
_NOT_THERE = mark("That is not there any more, so nothing was changed.")


class DeletedDay(NamedTuple):
    """A day in the bin.

    Attributes:
        entry: what it said last.
        deleted_at: when it was deleted, in UTC.
        kept_until: when it goes for ever.
    """

    day: dt.date
    entry: DayEntry
    deleted_at: dt.datetime
    kept_until: dt.datetime


class Version(NamedTuple):
    """A day as it was once saved.

    Attributes:
        number: tells it from the others of its day; None for the present one.
        entry: what it said.
        saved_at: when it was saved, in UTC; None where that is not known.
        was_deleted: whether the day was deleted after it.
    """

    number: int | None
    entry: DayEntry
    saved_at: dt.datetime | None
    was_deleted: bool = False


def is_over(deleted_at: dt.datetime, now: dt.datetime) -> bool:
    """Return whether a deleted day has been in the bin long enough."""
    return now - deleted_at > IN_BIN_FOR


class Archive:
    """The bin and the earlier versions of a database.

    Args:
        database: the open diary file.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def delete(self, day: dt.date, now: dt.datetime) -> bool:
        """Put a day into the bin, and its draft away; return whether it was recorded.

        Raises:
            FileProblem: the file does not allow it; nothing was changed.
        """
        with self._database.unit(writing=True) as unit:
            was_there = unit.entries.remove(day, _whole(now))
            unit.drafts.remove(day)
            unit.commit()
        return was_there

    def deleted_days(self) -> tuple[DeletedDay, ...]:
        """Return the days in the bin, the last deleted first.

        Raises:
            FileProblem: the diary file cannot be read.
        """
        with self._database.unit() as unit:
            removed = unit.history.removed()
        return tuple(
            DeletedDay(last.day, last.entry, last.saved_at, last.saved_at + IN_BIN_FOR)
            for last in removed
        )

    def put_back(self, day: dt.date, now: dt.datetime) -> None:
        """Take a day out of the bin, as it was.

        Raises:
            RequestError: it is not in the bin; nothing was changed.
            FileProblem: the file does not allow it; nothing was changed.
        """
        with self._database.unit(writing=True) as unit:
            for last in unit.history.removed():
                if last.day == day:
                    unit.entries.put(last.entry, _whole(now))
                    unit.history.forget(last.number)
                    unit.commit()
                    return
        raise RequestError(translate(_NOT_THERE))

    def changed_days(self) -> tuple[tuple[dt.date, int], ...]:
        """Return the recorded days with earlier versions and how many, the last changed first.

        Raises:
            FileProblem: the diary file cannot be read.
        """
        with self._database.unit() as unit:
            return unit.history.counts()

    def versions(self, day: dt.date) -> tuple[Version, ...]:
        """Return what a day says and said, the present first, then back in time.

        Raises:
            FileProblem: the diary file cannot be read.
        """
        with self._database.unit() as unit:
            present, earlier = unit.entries.get(day), unit.history.versions(day)
        return tuple(reversed(_versions(present, earlier)))

    def restore(self, day: dt.date, number: int, now: dt.datetime) -> None:
        """Put an earlier version of a day in the place of the present one, which is kept.

        Args:
            day: the day.
            number: of the version, as :meth:`versions` tells it.
            now: the time of the change, in UTC.

        Raises:
            RequestError: there is no such version; nothing was changed.
            FileProblem: the file does not allow it; nothing was changed.
        """
        with self._database.unit(writing=True) as unit:
            for version in unit.history.versions(day):
                if version.number == number:
                    present = unit.entries.get(day)
                    entry = version.entry
                    if present is not None:
                        # The time of the first save stays, as with any other edit.
                        entry = entry.model_copy(update={"entered_at": present.entered_at})
                    unit.entries.put(entry, _whole(now))
                    unit.commit()
                    return
        raise RequestError(translate(_NOT_THERE))

    def empty(self, now: dt.datetime) -> tuple[dt.date, ...]:
        """Let go for ever of the days that have been in the bin long enough; return them.

        The clock alone does not decide: it may be far ahead. So a day stays until something was
        saved on two more days after its time was over.

        Raises:
            FileProblem: the file does not allow it; nothing was changed.
        """
        with self._database.unit() as unit:
            history = unit.history
            days = tuple(
                last.day
                for last in history.removed()
                if is_over(last.saved_at, now)
                and history.days_of_saving(last.saved_at + IN_BIN_FOR) >= _DAYS_OF_SAVING
            )
        if days:
            with self._database.unit(writing=True) as unit:
                unit.history.forget_days(days)
                unit.commit()
        return days


def _versions(present: DayEntry | None, earlier: Sequence[EarlierVersion]) -> list[Version]:
    found: list[Version] = []
    saved_at: dt.datetime | None = None  # of a version that came in the place of another
    for one in earlier:
        first_saved = one.entry.entered_at
        was_deleted = one.action != CHANGED
        found.append(Version(one.number, one.entry, saved_at or first_saved, was_deleted))
        saved_at = None if was_deleted else one.saved_at
    if present is not None:
        found.append(Version(None, present, saved_at or present.entered_at))
    return found


def _whole(now: dt.datetime) -> dt.datetime:
    return now.astimezone(dt.UTC).replace(microsecond=0)
