"""A diary as daily vectors on one calendar: what the rules, the charts and the sheet compute from.

Places, signs and symptoms are turned into vectors when first asked for, and only those that were
ever reported need any work. A record can be made from the one before: what it had worked out is
then brought up to date where days changed, and equals what a walk through all days would give.
"""

from __future__ import annotations

import datetime as dt
import math
from functools import cached_property
from itertools import compress
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import numpy as np

from diary.domain.day_reports import (
    changes_between,
    table_with_changes,
    tabled,
    with_changes,
)
from diary.domain.day_vectors import DayVector, Windowed, filled, numbers_of, read_only, vector
from diary.domain.entry import LATE_ON_DAY
from diary.domain.places import PLACES
from diary.domain.signs import SIGNS as ALL_SIGNS
from diary.domain.telling import PAINS, SAID_OF_PAINS, SIGNS, SYMPTOMS, TELLINGS

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping

    import numpy.typing as npt

    from diary.domain.day_reports import Change, Table
    from diary.domain.diary import Diary
    from diary.domain.entry import DayEntry, Pain, Report
    from diary.domain.series import Counts, Flags, Floats

_NOT_TOLD = -1.0


class Record:
    """The entries of a diary on a calendar from its first to its last recorded day.

    Args:
        diary: must hold at least one entry.
        before: the record of the same diary at another time; the answers do not depend on it.

    Raises:
        ValueError: the diary has no entry.
    """

    def __init__(self, diary: Diary, before: Record | None = None) -> None:
        if not diary.entries:
            raise ValueError("no entries")
        self.diary = diary
        self.start = diary.entries[0].date
        self.size = (diary.entries[-1].date - self.start).days + 1
        self._scores: dict[str, Floats] = {}
        self._scores_on_time: dict[str, Floats] = {}
        self._tables: dict[str, Table[Any, Any]] = {}
        self._answers_to: dict[str, list[Any]] = {}
        self._of_answers: dict[tuple[str, Hashable], DayVector[Any]] = {}
        self._of_reports: dict[tuple[str, Hashable], DayVector[Any]] = {}
        self._windowed: dict[Hashable, Windowed] = {}
        self._report_days: dict[str, Counts] = {}
        changes = None if before is None else changes_between(before.diary.entries, diary.entries)
        if before is None or changes is None:
            first = self.start.toordinal()
            self.entries: dict[int, DayEntry] = {
                entry.date.toordinal() - first: entry for entry in diary.entries
            }
        else:
            self.entries = with_changes(before.entries, changes)
            self._take_over(before, changes)

    def _take_over(self, before: Record, changes: Mapping[int, Change]) -> None:
        """Bring up to date what an earlier record worked out."""
        for name, table in before._tables.items():
            self._tables[name] = table_with_changes(table, self.entries, changes, TELLINGS[name])
        self._windowed = before._windowed.copy()
        for (question, key), kept in before._of_answers.items():
            now = {
                day: getattr(change.now, question, None) if question else change.now
                for day, change in changes.items()
            }
            self._of_answers[question, key] = kept.with_days(self.size, now)
        for (of, key), kept in before._of_reports.items():
            reports = self._reports(of)
            if reports:
                changed = {day: reports.get(day) for day in changes}
                self._of_reports[of, key] = kept.with_days(self.size, changed)

    def day(self, index: int) -> dt.date:
        """Return the date of day ``index`` of the calendar."""
        return self.start + dt.timedelta(days=int(index))

    def index(self, day: dt.date) -> int:
        """Return the position of a date; it may lie outside the calendar."""
        return (day - self.start).days

    def flags(self, question: str, key: Hashable, holds: Callable[[Any], bool]) -> Flags:
        """Return the days on which the answer to a question has something.

        Worked out once, and read-only; a record made from this one asks only what changed.

        Args:
            question: a field of :class:`~diary.domain.entry.DayEntry`.
            key: what it is, with everything it depends on but the answer.
            holds: whether an answer has it; one that is missing or empty never has.
        """
        if (question, key) not in self._of_answers:
            answers = self._answers(question)
            self._of_answers[question, key] = self._vector(answers, answers, holds, missing=False)
        return self._of_answers[question, key].values

    def values(self, question: str, key: Hashable, tell: Callable[[Any], float]) -> Floats:
        """Return one number a day, NaN where there is no answer; otherwise as :meth:`flags`.

        Args:
            question: a field of :class:`~diary.domain.entry.DayEntry`.
            key: what it is, with everything it depends on but the answer.
            tell: the number of an answer, which may be empty.
        """
        if (question, key) not in self._of_answers:
            answers = self._answers(question)
            there = [answer is not None for answer in answers]
            self._of_answers[question, key] = self._vector(answers, there, tell, missing=math.nan)
        return self._of_answers[question, key].values

    def _vector(
        self,
        answers: list[Any],
        asked: list[Any],
        tell: Callable[[Any], bool | float],
        missing: bool | float,
    ) -> DayVector[Any]:
        """Return a value for each entry whose place in ``asked`` is true."""
        days = numbers_of(list(compress(self.entries, asked)))
        return vector(self.size, days, compress(answers, asked), tell, missing)

    def _answers(self, question: str) -> list[Any]:
        """Return the answers of all entries to a question, in their order."""
        if question not in self._answers_to:
            self._answers_to[question] = list(map(attrgetter(question), self.entries.values()))
        return self._answers_to[question]

    def report_flags(self, of: str, key: Hashable, holds: Callable[[list[Any]], bool]) -> Flags:
        """Return the days whose reports about something have something; late ones included.

        Worked out once, and read-only; a record made from this one asks only what changed.

        Args:
            of: the id of the place, sign or symptom; a day without a report of it is not among
                the days.
            key: what it is, with everything it depends on but the reports.
            holds: whether the reports of a day have it.
        """
        return self._vector_of_reports(of, key, holds, missing=False)

    def report_values(
        self, of: str, key: Hashable, tell: Callable[[list[Any]], float], missing: float = math.nan
    ) -> Floats:
        """Return one number a day, ``missing`` without a report; else as :meth:`report_flags`.

        Args:
            of: the id of the place, sign or symptom.
            key: what it is, with everything it depends on but the reports.
            tell: returns the number of the reports of a day.
            missing: the number of a day without a report.
        """
        return self._vector_of_reports(of, key, tell, missing)

    def with_value(self, of: str, field: str, values: frozenset[Any]) -> Flags:
        """Return the days with a report about something whose field is one of some values.

        Args:
            of: the id of the place, sign or symptom.
            field: of the report.
            values: any of which will do.
        """
        key = of, (field, values)
        if key not in self._of_reports:
            told = attrgetter(field)
            # In one sweep: at first it is every report of years.
            days = [
                day
                for day, reports in self._reports(of).items()
                for report in reports
                if told(report) in values
            ]
            found = filled(self.size, value=False)
            found[days] = True
            self._of_reports[key] = DayVector(
                read_only(found),
                lambda reports: any(told(report) in values for report in reports),
                missing=False,
            )
        return self._of_reports[key].values

    def _vector_of_reports(
        self, of: str, key: Hashable, tell: Callable[[list[Any]], float], missing: float
    ) -> npt.NDArray[Any]:
        if (of, key) not in self._of_reports:
            reports = self._reports(of).values()
            days = self._days_of(of)
            self._of_reports[of, key] = vector(self.size, days, reports, tell, missing)
        return self._of_reports[of, key].values

    def windowed(
        self,
        key: Hashable,
        inputs: tuple[Floats | Flags, ...],
        reach: int,
        work: Callable[..., npt.NDArray[Any]],
    ) -> npt.NDArray[Any]:
        """Return what a work makes of some vectors; a record made from this one keeps most of it.

        Args:
            key: what it is, with everything it depends on but the inputs.
            inputs: vectors of this calendar.
            reach: the value of a day rests on that day and so many before it, and on nothing else.
            work: makes one value a day of the inputs, or of the same stretch of each.
        """
        before = self._windowed.get(key)
        if before is None:
            now = Windowed(inputs, read_only(work(*inputs)))
        else:
            now = before.with_inputs(inputs, reach, work)
        self._windowed[key] = now
        return now.values

    def _days_of(self, of: str) -> Counts:
        """The days with a report of a place, sign or symptom."""
        if of not in self._report_days:
            self._report_days[of] = numbers_of(self._reports(of))
        return self._report_days[of]

    def _reports(self, of: str) -> Mapping[int, list[Any]]:
        """Every report of a place, sign or symptom, by day."""
        if of in PLACES:
            return self.pain_items.get(of, {})
        items = self.sign_items if of in ALL_SIGNS else self.symptom_items
        return items.get(of, {})

    @cached_property
    def has_entry(self) -> Flags:
        """Days with an entry: the days that are judged."""
        return self._flagged("", "entry", self.entries, lambda _entry: True)

    @cached_property
    def judged(self) -> list[int]:
        """The days with an entry, in order."""
        return list(self.entries)

    @cached_property
    def late(self) -> Flags:
        """Days entered more than 48 h after their end."""
        first = self.start.toordinal()
        late = [
            day
            for day, moment in zip(self.entries, self._answers("entered_at"), strict=True)
            # Nearly all were entered on their day, and need no closer look.
            if moment is not None
            and moment.toordinal() - first - day >= LATE_ON_DAY
            and self.entries[day].is_late
        ]
        return self._flagged("", "late", late, attrgetter("is_late"))

    def _flagged(
        self, question: str, key: Hashable, days: Iterable[int], holds: Callable[[Any], bool]
    ) -> Flags:
        """Return these days, unless they are kept already; ``holds`` tells it of days to come."""
        if (question, key) not in self._of_answers:
            flags = filled(self.size, value=False)
            flags[list(days)] = True
            self._of_answers[question, key] = DayVector(read_only(flags), holds, missing=False)
        return self._of_answers[question, key].values

    @cached_property
    def pains_answered(self) -> Flags:
        """Days on which the question about pain was answered, late ones included."""
        return self._answered(PAINS)

    @cached_property
    def signs_answered(self) -> Flags:
        """Days on which the question about nerve signs was answered, late ones included."""
        return self._answered(SIGNS)

    @cached_property
    def symptoms_answered(self) -> Flags:
        """Days on which the question about symptoms was answered, late ones included."""
        return self._answered(SYMPTOMS)

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

    def _answered(self, question: str) -> Flags:
        answers = self._answers(question)
        there = compress(self.entries, [answer is not None for answer in answers])
        return self._flagged(question, "answered", there, lambda _answer: True)

    @property
    def pain_items(self) -> dict[str, dict[int, list[Pain]]]:
        """Every report of pain: by place, then by day."""
        return self._table(PAINS)

    @property
    def sign_items(self) -> dict[str, dict[int, list[Report]]]:
        """Every report of a sign: by sign, then by day."""
        return self._table(SIGNS)

    @property
    def symptom_items(self) -> dict[str, dict[int, list[Report]]]:
        """Every report of a symptom: by symptom, then by day."""
        return self._table(SYMPTOMS)

    def pains_with(self, field: str, value: str, place: str) -> dict[int, list[Pain]]:
        """Return every pain at a place with a value in one of its lists, by day.

        Args:
            field: ``timing``, ``worse_with``, ``quality`` or ``spreads_to``.
            value: one of its values.
            place: the id of the place.
        """
        found: Table[tuple[str, str, str], Pain] = self._table(SAID_OF_PAINS)
        return found.get((field, value, place), {})

    @cached_property
    def said_of_pains(self) -> frozenset[tuple[str, str]]:
        """What was ever said of a pain: a field that is a list, and a value in it."""
        return frozenset((field, value) for field, value, _place in self._table(SAID_OF_PAINS))

    def _table(self, name: str) -> Table[Any, Any]:
        if name not in self._tables:
            told = TELLINGS[name]
            reports = self._answers(told.question)
            days = compress(zip(self.entries, reports, strict=True), reports)
            self._tables[name] = tabled(days, told)
        return self._tables[name]

    def answers(self, question: str) -> Floats:
        """Return the answers to one question of the day, NaN where not answered; late ones too.

        Args:
            question: a field of :class:`~diary.domain.entry.DayEntry` that holds a number.
        """
        return self.values(question, "answer", float)

    def scores(self, place: str) -> Floats:
        """Return p(place) by day, late days included: 0 where denied, NaN where not known.

        Both sides and repeated reports give their maximum; a report without a score is pain of
        unknown amount, and therefore NaN. Computed once, and read-only.
        """
        if place not in self._scores:
            told = self.report_values(place, "worst", _highest, missing=_NOT_TOLD)
            self._scores[place] = read_only(np.where(told == _NOT_TOLD, self._denied, told))
        return self._scores[place]

    @cached_property
    def _denied(self) -> Floats:
        """The score of a place by day where none was reported: 0 where there was an answer."""
        return np.where(self.pains_answered, 0.0, math.nan)

    def scores_on_time(self, place: str) -> Floats:
        """Return p(place) by day without the late days: what trends are computed from.

        Computed once, and read-only.
        """
        if place not in self._scores_on_time:
            values = np.where(self.late, math.nan, self.scores(place))
            self._scores_on_time[place] = read_only(values)
        return self._scores_on_time[place]


def _highest(pains: list[Pain]) -> float:
    if len(pains) == 1:  # nearly always
        worst = pains[0].worst
        return math.nan if worst is None else worst
    known = [pain.worst for pain in pains if pain.worst is not None]
    return max(known) if known else math.nan
