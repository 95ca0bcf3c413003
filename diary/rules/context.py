"""What conditions share about one diary: recorded scores, usual levels, what is new.

Everything is computed once and kept for the run.
"""

from __future__ import annotations

import math
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar, cast

import numpy as np

from diary.domain import windows
from diary.domain.choices import GRADE_HIGHEST
from diary.domain.places import PLACES, PlaceClass, places_of
from diary.domain.signs import SIGNS
from diary.domain.windows import BASE28, known
from diary.rules.model import NOT_MET
from diary.rules.newness_numbers import ENOUGH_BASE_DAYS, KNOWN_DAYS

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

    from diary.domain.entry import Pain, Report
    from diary.domain.record import Record
    from diary.domain.series import Counts, Flags, Floats
    from diary.rules.track import Track, Verdicts

    Places = frozenset[str | None] | frozenset[str]

T = TypeVar("T")
# Answers about *new* of the reports that are looked at.
_YES, _SAID, _UNSAID = frozenset({"yes"}), frozenset({"yes", "not_sure"}), frozenset({None})
_ANY = frozenset({"yes", "no", "not_sure", None})
_NO_REPORT = -1.0


class Context:
    """One diary as the conditions see it.

    Args:
        record: the daily vectors.
    """

    def __init__(self, record: Record) -> None:
        self.record = record
        self.profile = record.diary.profile
        self.verdicts: dict[str, dict[str | None, Verdicts]] = {}
        self._true: dict[str, dict[str | None, Flags]] = {}
        self._kept: dict[Hashable, object] = {}

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what was made under a key; several rules ask for the same, and one makes it.

        Args:
            key: what it is, with everything it depends on but the diary.
            make: makes it at the first time.
        """
        if key not in self._kept:
            self._kept[key] = make()
        return cast("T", self._kept[key])

    def hear(self, rule_id: str, tracks: Iterable[Track]) -> None:
        """Keep the verdicts of a rule for the rules that read it, by place.

        A rule about a class of places is kept at the place it names on each day. Only days with
        an entry are judged: whatever came and went in a silence was never true.
        """
        places = self.verdicts.setdefault(rule_id, {})
        for track in tracks:
            for place, verdicts in self._by_place(track):
                before = places.get(place)
                both = verdicts if before is None else np.maximum(before, verdicts)
                places[place] = both
                true = (both > NOT_MET) & self.record.has_entry
                if true.any():
                    self._true.setdefault(rule_id, {})[place] = true

    def _by_place(self, track: Track) -> Iterator[tuple[str | None, Verdicts]]:
        if track.place_on is None:
            yield track.place, track.verdicts
            return
        met = np.flatnonzero((track.verdicts > NOT_MET) & self.record.has_entry).tolist()
        named = {index: track.place_on(index) for index in met}
        for place in sorted(set(named.values())):
            here = [index for index in met if named[index] == place]
            verdicts = np.minimum(track.verdicts, NOT_MET)
            verdicts[here] = track.verdicts[here]
            yield place, verdicts

    def true_days(self, rule_id: str, place: str | None = None) -> Flags:
        """Return the days on which a rule that is read was true at a place.

        A rule that is not run, or failed, was true on none.
        """
        return self._true.get(rule_id, {}).get(place, self.no_days)

    def true_places(self, rule_id: str) -> tuple[str | None, ...]:
        """Return the places at which a rule that is read was ever true."""
        return tuple(self._true.get(rule_id, ()))

    @cached_property
    def no_days(self) -> Flags:
        """No day at all; shared, and read-only."""
        days = np.zeros(self.record.size, dtype=np.bool_)
        days.setflags(write=False)
        return days

    def true_anywhere(self, rule_id: str) -> Flags:
        """Return the days on which a rule that is read was true at any place."""
        days = self.no_days
        for true in self._true.get(rule_id, {}).values():
            days = days | true
        return days

    @cached_property
    def bone_metastases(self) -> bool:
        """Whether the profile says yes; *not answered* is not yes."""
        return self.profile.bone_metastases is True

    def reported(self, *classes: PlaceClass) -> tuple[str, ...]:
        """Return the places of these classes where pain was ever reported, in catalogue order."""
        return self.kept(("reported", classes), lambda: self._reported(classes))

    def _reported(self, classes: tuple[PlaceClass, ...]) -> tuple[str, ...]:
        items = self.record.pain_items
        return tuple(place for place in places_of(*classes) if place in items)

    def scores(self, place: str) -> Floats:
        """Return p(place) on recorded days; NaN on silent, unanswered and late ones."""
        return self.record.scores_on_time(place)

    def class_scores(self, *classes: PlaceClass) -> Floats:
        """Return the highest p of the classes on recorded days, NaN elsewhere.

        A place with pain of unknown amount leaves the day unknown where no other place hurts.
        """
        return self.kept(("class_scores", classes), lambda: self._class_scores(classes))

    def _class_scores(self, classes: tuple[PlaceClass, ...]) -> Floats:
        recorded = self.record.pains_recorded
        values = np.where(recorded, 0.0, math.nan)
        unknown = np.zeros(self.record.size, dtype=np.bool_)
        for place in self.reported(*classes):
            scores = self.scores(place)
            values = np.fmax(values, scores)
            unknown |= recorded & np.isnan(scores)
        return np.where(unknown & (values == 0), math.nan, values)

    def usual(self, of: str) -> Floats:
        """Return the usual level by day: the latest statement in force, else 0."""
        if of not in self._stated:
            of = ""  # nothing was stated of it, as of nothing else
        return self.kept(("usual", of), lambda: self._usual(of))

    @cached_property
    def _stated(self) -> frozenset[str]:
        return frozenset(level.of for level in self.profile.usual)

    def _usual(self, of: str) -> Floats:
        levels = np.zeros(self.record.size)
        stated = [level for level in self.profile.usual if level.of == of]
        # None counts from always, so it comes first and any dated statement overrides it.
        for level in sorted(stated, key=lambda one: (one.since is not None, one.since)):
            first = 0 if level.since is None else max(0, self.record.index(level.since))
            levels[first:] = level.level
        levels.setflags(write=False)
        return levels

    def highest_usual(self, *classes: PlaceClass) -> Floats:
        """Return the highest usual level of the places of the classes, by day."""
        stated = {level.of for level in self.profile.usual if level.of in PLACES}
        levels = np.zeros(self.record.size)
        for place in places_of(*classes):
            if place in stated:
                levels = np.maximum(levels, self.usual(place))
        return levels

    @cached_property
    def base_days(self) -> Counts:
        """n(base28) of the pain question by day."""
        return known(np.where(self.record.pains_recorded, 0.0, math.nan), BASE28)

    def reports(self, of: str) -> dict[int, list[Report]]:
        """Return every report of a sign or symptom, by day, late ones included."""
        items = self.record.sign_items if of in SIGNS else self.record.symptom_items
        return items.get(of, {})

    def answered(self, of: str) -> Flags:
        """Return the days on which the question about a sign or symptom was answered."""
        return self.record.signs_answered if of in SIGNS else self.record.symptoms_answered

    def recorded(self, of: str) -> Flags:
        """Return the recorded days of a sign or symptom: answered, and not late."""
        return self.record.signs_recorded if of in SIGNS else self.record.symptoms_recorded

    def new_days(
        self,
        of: str,
        *,
        yes_beats_usual: bool = False,
        least: int = 1,
        where: Places | None = None,
        counts: Callable[[list[Report]], bool] | None = None,
    ) -> list[int]:
        """Return the days on which a sign or symptom is NEW, late days included.

        Args:
            of: its id.
            yes_beats_usual: E1 and E2: ``new`` = yes is NEW whatever the usual level.
            least: the least grade of the report that is NEW.
            where: the places at which a symptom counts; None: anywhere.
            counts: a further demand on all reports of the day.
        """
        if not self.reports(of):
            return []
        usual = self.usual(of)
        said = self._highest(of, _SAID, where)
        new = (said >= least) & (said > usual)
        unsaid = self._highest(of, _UNSAID, where)
        for grade in range(least, GRADE_HIGHEST + 1):
            # Of several reports the highest grade was there on the fewest days before.
            here = (unsaid == grade) & (unsaid > usual)
            if here.any():
                new |= here & (self._base_days_with(of, grade) < KNOWN_DAYS.value)
        if yes_beats_usual:
            new |= self._highest(of, _YES, where) >= least
        days: list[int] = np.flatnonzero(new).tolist()
        if counts is None:
            return days
        reports = self.reports(of)
        return [index for index in days if counts(reports[index])]

    def days_above_usual(
        self,
        of: str,
        *,
        least: int = 1,
        where: Places | None = None,
    ) -> list[int]:
        """Return the days on which a sign or symptom is above its usual level, late included.

        Args:
            of: the id of the sign or symptom.
            least: the least grade that counts, 1 to 3; a report without a grade is of grade 1.
            where: the places at which a symptom counts; None: anywhere.

        Returns:
            Positions counted from the first day of the record, in order.
        """
        if not self.reports(of):
            return []
        grades = self._highest(of, _ANY, where)
        days: list[int] = np.flatnonzero((grades >= least) & (grades > self.usual(of))).tolist()
        return days

    def days_of_grade(self, of: str, least: int) -> Flags:
        """Return the days with a sign or symptom of at least a grade, usual or not, late or not."""
        return np.asarray(self._highest(of, _ANY, None) >= least, dtype=np.bool_)

    def _highest(self, of: str, said: frozenset[str | None], where: Places | None) -> Floats:
        """Return the highest grade of the reports with such an answer about *new*; -1 where none.

        Args:
            of: a sign or symptom.
            said: the answers that count.
            where: the places at which a symptom counts; None: anywhere.
        """

        def highest(reports: list[Report]) -> float:
            return max(
                (
                    grade_of(report)
                    for report in reports
                    if report.new in said and (where is None or _where(report) in where)
                ),
                default=_NO_REPORT,
            )

        return self.record.report_values(of, ("grade", said, where), highest, missing=_NO_REPORT)

    def _base_days_with(self, of: str, grade: int) -> Counts:
        """Return, by day, the recorded days of base28 with at least a grade."""
        return self.kept(
            ("base_days_with", of, grade),
            lambda: windows.counts(self.days_of_grade(of, grade) & self.recorded(of), BASE28),
        )

    def new_feature_days(self, has: Callable[[Pain], bool], places: Iterable[str]) -> Flags:
        """Return the days on which a feature of pain is NEW at one of the places.

        NEW: on at most one recorded day of base28; with fewer than 7 recorded days there, unless
        the usual level covers the pain.

        Args:
            has: whether a pain has it: a function of a module, and always the same answer.
            places: where it counts.
        """
        items = self.record.pain_items
        there = self.no_days
        for place in places:
            there = there | self.record.report_flags(place, has, partial(_any, has))
        return self._new_among(
            there,
            lambda index: [
                pain
                for place in places
                for pain in items.get(place, {}).get(index, ())
                if has(pain)
            ],
        )

    def new_value_days(
        self, field: str, value: str, places: Iterable[str]
    ) -> dict[int, list[Pain]]:
        """Return the days on which a value in one of the lists of pain is NEW, with its pains.

        NEW as for :meth:`new_feature_days`.

        Args:
            field: ``timing``, ``worse_with``, ``quality`` or ``spreads_to``.
            value: one of its values.
            places: where it counts.
        """
        days: dict[int, list[Pain]] = {}
        if (field, value) not in self.record.said_of_pains:
            return days  # most of what could be said never is, and there are many places
        for place in places:
            for index, pains in self.record.pains_with(field, value, place).items():
                days.setdefault(index, []).extend(pains)
        if not days:
            return days
        there = np.zeros(self.record.size, dtype=np.bool_)
        there[list(days)] = True
        new = self._new_among(there, days.__getitem__)
        return {index: pains for index, pains in days.items() if new[index]}

    def _new_among(self, there: Flags, pains_of: Callable[[int], list[Pain]]) -> Flags:
        """Return which of the days with a feature are NEW; ``pains_of`` a day have it."""
        if not there.any():
            return there
        few = self.base_days < ENOUGH_BASE_DAYS.value
        before = windows.counts(there & self.record.pains_recorded, BASE28)
        new: Flags = there & ~few & (before < KNOWN_DAYS.value)
        for index in np.flatnonzero(there & few).tolist():
            new[index] = any(self._above_usual(index, pain) for pain in pains_of(index))
        return new

    def _above_usual(self, index: int, pain: Pain) -> bool:
        """Whether the place of a pain is above its usual level; an unknown amount counts so."""
        worst = self.record.entries[index].worst_at(pain.region)
        return pain.worst is None or worst is None or worst > self.usual(pain.region)[index]


def grade_of(report: Report) -> int:
    """Return the grade of a report; one that was not graded counts as 1."""
    return 1 if report.grade is None else report.grade


def _any(has: Callable[[Pain], bool], pains: list[Pain]) -> bool:
    return any(map(has, pains))


def _where(report: Report) -> str | None:
    return getattr(report, "where", None)
