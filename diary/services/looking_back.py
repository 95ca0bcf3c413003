"""Use cases of the calendar: a month with all its marks, years at a glance, words in notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.domain.note_search import find, hit, search_words

if TYPE_CHECKING:
    import datetime as dt

    from diary.domain.care import Event, QuietPeriod, Treatment
    from diary.domain.entry import DayEntry
    from diary.domain.glance import DayGlance
    from diary.domain.note_search import NoteHit
    from diary.store.database import Database

MOST_HITS = 100  # shown at once; more are counted. Our choice: who sees so many types one word more


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some days with what lies on them.

    Attributes:
        entries: the recorded days, in order.
        treatments: all treatments, with or without a day in the stretch.
        events: all visits, scans and other events.
        quiet_periods: all quiet periods.
    """

    entries: tuple[DayEntry, ...]
    treatments: tuple[Treatment, ...] = ()
    events: tuple[Event, ...] = ()
    quiet_periods: tuple[QuietPeriod, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundNotes:
    """The days on which the words were written.

    Attributes:
        hits: the newest first, at most ``MOST_HITS``.
        count: how many there are in all.
    """

    hits: tuple[NoteHit, ...]
    count: int


class LookingBack:
    """The recorded days of a database, to look through.

    Args:
        database: the open diary file.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def stretch(self, start: dt.date, end: dt.date) -> Stretch:
        """Return the days from ``start`` to ``end`` with all that may lie on them.

        Raises:
            FileProblem: the diary file cannot be read.
        """
        with self._database.unit() as unit:
            return Stretch(
                entries=unit.entries.all(start, end),
                treatments=unit.care.treatments(),
                events=unit.care.events(),
                quiet_periods=unit.care.quiet_periods(),
            )

    def at_a_glance(self, start: dt.date, end: dt.date) -> tuple[DayGlance, ...]:
        """Return the worst pain of each recorded day from ``start`` to ``end``, by one query.

        Raises:
            FileProblem: the diary file cannot be read.
        """
        with self._database.unit() as unit:
            return unit.glance.days(start, end)

    def search(self, typed: str, today: dt.date) -> FoundNotes:
        """Return the days up to ``today`` on which every word typed was written.

        Raises:
            FileProblem: the diary file cannot be read.
        """
        words = search_words(typed)
        with self._database.unit() as unit:
            found = find(unit.glance.writings(today), words)
        return FoundNotes(tuple(hit(day, words) for day in found[:MOST_HITS]), len(found))
