"""A diary as daily vectors on one calendar: what the rules, the charts and the sheet compute from.

Built once from a :class:`Diary`; places, signs and symptoms are turned into vectors when first
asked for, and only those that were ever reported need any work.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from diary.domain.series import DaySeries, Flags, Floats

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diary.domain.diary import Diary
    from diary.domain.entry import DayEntry, Pain, Report


class Record:
    """The entries of a diary on a calendar from its first to its last recorded day.

    Args:
        diary: must hold at least one entry.

    Raises:
        ValueError: the diary has no entry.
    """

    def __init__(self, diary: Diary) -> None:
        if not diary.entries:
            raise ValueError("no entries")
        self.diary = diary
        self.start = diary.entries[0].date
        self.size = (diary.entries[-1].date - self.start).days + 1
        self.entries: dict[int, DayEntry] = {
            (entry.date - self.start).days: entry for entry in diary.entries
        }

    def day(self, index: int) -> dt.date:
        """Return the date of day ``index`` of the calendar."""
        return self.start + dt.timedelta(days=int(index))

    def index(self, day: dt.date) -> int:
        """Return the position of a date; it may lie outside the calendar."""
        return (day - self.start).days

    def _flags(self, indices: Iterable[int]) -> Flags:
        flags = np.zeros(self.size, dtype=np.bool_)
        flags[list(indices)] = True
        return flags

    @cached_property
    def has_entry(self) -> Flags:
        """Days with an entry: the days that are judged."""
        return self._flags(self.entries)

    @cached_property
    def judged(self) -> list[int]:
        """The days with an entry, in order."""
        return sorted(self.entries)

    @cached_property
    def late(self) -> Flags:
        """Days entered more than 48 h after their end."""
        return self._flags(i for i, entry in self.entries.items() if entry.is_late)

    @cached_property
    def pains_answered(self) -> Flags:
        """Days on which the question about pain was answered, late ones included."""
        return self._flags(i for i, entry in self.entries.items() if entry.pains is not None)

    @cached_property
    def signs_answered(self) -> Flags:
        """Days on which the question about nerve signs was answered, late ones included."""
        return self._flags(i for i, entry in self.entries.items() if entry.signs is not None)

    @cached_property
    def symptoms_answered(self) -> Flags:
        """Days on which the question about symptoms was answered, late ones included."""
        return self._flags(i for i, entry in self.entries.items() if entry.symptoms is not None)

    @cached_property
    def pains_recorded(self) -> Flags:
        """Recorded days of the pain question: answered, and not late."""
        return self.pains_answered & ~self.late

    @cached_property
    def signs_recorded(self) -> Flags:
        """Recorded days of the sign question: answered, and not late."""
        return self.signs_answered & ~self.late

    @cached_property
    def symptoms_recorded(self) -> Flags:
        """Recorded days of the symptom question: answered, and not late."""
        return self.symptoms_answered & ~self.late

    @cached_property
    def medicines_recorded(self) -> Flags:
        """Recorded days of the medicine question: answered, and not late."""
        return ~self.late & self._flags(
            i for i, entry in self.entries.items() if entry.medicines is not None
        )

    @cached_property
    def pain_items(self) -> dict[str, dict[int, list[Pain]]]:
        """Every report of pain: by place, then by day."""
        items: dict[str, dict[int, list[Pain]]] = defaultdict(lambda: defaultdict(list))
        for index, entry in self.entries.items():
            for pain in entry.pains or ():
                items[pain.region][index].append(pain)
        return {place: dict(days) for place, days in items.items()}

    @cached_property
    def sign_items(self) -> dict[str, dict[int, list[Report]]]:
        """Every report of a sign: by sign, then by day."""
        items: dict[str, dict[int, list[Report]]] = defaultdict(lambda: defaultdict(list))
        for index, entry in self.entries.items():
            for report in entry.signs or ():
                items[report.sign][index].append(report)
        return {sign: dict(days) for sign, days in items.items()}

    @cached_property
    def symptom_items(self) -> dict[str, dict[int, list[Report]]]:
        """Every report of a symptom: by symptom, then by day."""
        items: dict[str, dict[int, list[Report]]] = defaultdict(lambda: defaultdict(list))
        for index, entry in self.entries.items():
            for report in entry.symptoms or ():
                items[report.symptom][index].append(report)
        return {symptom: dict(days) for symptom, days in items.items()}

    def scores(self, place: str) -> Floats:
        """Return p(place) by day, late days included: 0 where denied, NaN where not known.

        Both sides and repeated reports give their maximum; a report without a score is pain of
        unknown amount, and therefore NaN.
        """
        values = np.where(self.pains_answered, 0.0, math.nan)
        for index, pains in self.pain_items.get(place, {}).items():
            known = [pain.worst for pain in pains if pain.worst is not None]
            values[index] = max(known) if known else math.nan
        return values

    def scores_on_time(self, place: str) -> Floats:
        """Return p(place) by day without the late days: what trends are computed from."""
        return np.where(self.late, math.nan, self.scores(place))

    def worst_series(self, place: str) -> DaySeries:
        """Return p(place) as a series, late days included: what is drawn."""
        return DaySeries(self.start, self.scores(place))
