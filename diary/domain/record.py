"""A diary as daily vectors on one calendar: what the rules, the charts and the sheet compute from.

Built once from a :class:`Diary`; places, signs and symptoms are turned into vectors when first
asked for, and only those that were ever reported need any work.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

import numpy as np

from diary.domain.choices import BAD_NIGHTS

if TYPE_CHECKING:
    from diary.domain.diary import Diary
    from diary.domain.entry import DayEntry, Pain, Report
    from diary.domain.series import Counts, Flags, Floats


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
        first = self.start.toordinal()
        self.entries: dict[int, DayEntry] = {
            entry.date.toordinal() - first: entry for entry in diary.entries
        }
        self._pain_values: dict[str, dict[str, dict[str, dict[int, list[Pain]]]]] = {}
        self._scores: dict[str, Floats] = {}
        self._scores_on_time: dict[str, Floats] = {}

    def day(self, index: int) -> dt.date:
        """Return the date of day ``index`` of the calendar."""
        return self.start + dt.timedelta(days=int(index))

    def index(self, day: dt.date) -> int:
        """Return the position of a date; it may lie outside the calendar."""
        return (day - self.start).days

    def _flags(self, told: list[bool]) -> Flags:
        """Return one flag a day from one an entry; False where there is no entry."""
        flags = np.zeros(self.size, dtype=np.bool_)
        flags[self._days] = told
        return flags

    @cached_property
    def _days(self) -> Counts:
        return np.array(list(self.entries), dtype=np.int64)

    @cached_property
    def has_entry(self) -> Flags:
        """Days with an entry: the days that are judged."""
        return self._flags([True] * len(self.entries))

    @cached_property
    def judged(self) -> list[int]:
        """The days with an entry, in order."""
        return sorted(self.entries)

    @cached_property
    def late(self) -> Flags:
        """Days entered more than 48 h after their end."""
        return self._flags([entry.is_late for entry in self.diary.entries])

    @cached_property
    def pains_answered(self) -> Flags:
        """Days on which the question about pain was answered, late ones included."""
        return self._flags([entry.pains is not None for entry in self.diary.entries])

    @cached_property
    def signs_answered(self) -> Flags:
        """Days on which the question about nerve signs was answered, late ones included."""
        return self._flags([entry.signs is not None for entry in self.diary.entries])

    @cached_property
    def symptoms_answered(self) -> Flags:
        """Days on which the question about symptoms was answered, late ones included."""
        return self._flags([entry.symptoms is not None for entry in self.diary.entries])

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
            [entry.medicines is not None for entry in self.diary.entries]
        )

    @cached_property
    def pain_items(self) -> dict[str, dict[int, list[Pain]]]:
        """Every report of pain: by place, then by day."""
        items: dict[str, dict[int, list[Pain]]] = {}
        for (place, index), pain in zip(self._pain_days, self._pains, strict=True):
            items.setdefault(place, {}).setdefault(index, []).append(pain)
        return items

    @cached_property
    def _pains(self) -> list[Pain]:
        """Every report of pain, in the order of the days: the longest walk of all, made once."""
        return [pain for entry in self.entries.values() for pain in entry.pains or ()]

    @cached_property
    def _pain_days(self) -> list[tuple[str, int]]:
        """The place and the day of each of these reports."""
        return [
            (pain.region, index)
            for index, entry in self.entries.items()
            for pain in entry.pains or ()
        ]

    @cached_property
    def bad_nights(self) -> dict[str, list[int]]:
        """The days on which a report of pain says that it woke her or kept her awake: by place."""
        nights: dict[str, list[int]] = {}
        for number, night in enumerate(map(attrgetter("night"), self._pains)):
            if night in BAD_NIGHTS:
                place, index = self._pain_days[number]
                nights.setdefault(place, []).append(index)
        return nights

    def pains_with(self, field: str, value: str) -> dict[str, dict[int, list[Pain]]]:
        """Return every pain with a value in one of its lists: by place, then by day."""
        if field not in self._pain_values:
            found: dict[str, dict[str, dict[int, list[Pain]]]] = {}
            for number, told in enumerate(map(attrgetter(field), self._pains)):
                if told:  # of most pains nothing more is told
                    place, index = self._pain_days[number]
                    for one in set(told):
                        days = found.setdefault(one, {}).setdefault(place, {})
                        days.setdefault(index, []).append(self._pains[number])
            self._pain_values[field] = found
        return self._pain_values[field].get(value, {})

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

    def answers(self, field: str) -> Floats:
        """Return the answers to one question of the day, NaN where not answered; late ones too.

        Args:
            field: a field of :class:`~diary.domain.entry.DayEntry` that holds a number.
        """
        values = np.full(self.size, math.nan)
        told = list(map(attrgetter(field), self.diary.entries))
        values[self._days] = np.array(told, dtype=np.float64)  # of None it makes NaN
        return values

    def scores(self, place: str) -> Floats:
        """Return p(place) by day, late days included: 0 where denied, NaN where not known.

        Both sides and repeated reports give their maximum; a report without a score is pain of
        unknown amount, and therefore NaN. Computed once, and read-only.
        """
        if place not in self._scores:
            values = np.where(self.pains_answered, 0.0, math.nan)
            items = self.pain_items.get(place, {})
            values[list(items)] = list(map(_highest, items.values()))
            self._scores[place] = _read_only(values)
        return self._scores[place]

    def scores_on_time(self, place: str) -> Floats:
        """Return p(place) by day without the late days: what trends are computed from.

        Computed once, and read-only.
        """
        if place not in self._scores_on_time:
            values = np.where(self.late, math.nan, self.scores(place))
            self._scores_on_time[place] = _read_only(values)
        return self._scores_on_time[place]


def _highest(pains: list[Pain]) -> float:
    if len(pains) == 1:  # nearly always
        worst = pains[0].worst
        return math.nan if worst is None else worst
    known = [pain.worst for pain in pains if pain.worst is not None]
    return max(known) if known else math.nan


def _read_only(values: Floats) -> Floats:
    values.setflags(write=False)
    return values
