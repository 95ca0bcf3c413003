"""What conditions share about one diary: recorded scores, usual levels, what is new.

Definitions: rule book 2026.1, section 1. Everything is computed once and kept for the run.
"""

from __future__ import annotations

import math
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from diary.domain.places import PLACES, PlaceClass, places_of
from diary.domain.windows import BASE28, known

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from diary.domain.entry import Pain, SignReport
    from diary.domain.record import Record
    from diary.domain.series import Counts, Floats
    from diary.rules.track import Verdicts

# From this many recorded days of base28 on, the own baseline replaces the stated usual level.
ENOUGH_BASE_DAYS = 7
# A sign that was on this many recorded days of base28 is not new, if nothing else was said.
KNOWN_DAYS = 2


class Context:
    """One diary as the conditions see it.

    Args:
        record: the daily vectors.
    """

    def __init__(self, record: Record) -> None:
        self.record = record
        self.profile = record.diary.profile
        self.verdicts: dict[str, dict[str | None, Verdicts]] = {}
        self._scores: dict[str, Floats] = {}
        self._class_scores: dict[tuple[PlaceClass, ...], Floats] = {}

    @cached_property
    def bone_metastases(self) -> bool:
        """Whether the profile says yes; *not answered* is not yes."""
        return self.profile.bone_metastases is True

    def reported(self, *classes: PlaceClass) -> tuple[str, ...]:
        """Return the places of these classes where pain was ever reported, in catalogue order."""
        return tuple(place for place in places_of(*classes) if place in self.record.pain_items)

    def scores(self, place: str) -> Floats:
        """Return p(place) on recorded days; NaN on silent, unanswered and late ones."""
        if place not in self._scores:
            self._scores[place] = self.record.scores_on_time(place)
        return self._scores[place]

    def class_scores(self, *classes: PlaceClass) -> Floats:
        """Return the highest p of the classes on recorded days, NaN elsewhere.

        A place with pain of unknown amount leaves the day unknown where no other place hurts.
        """
        if classes not in self._class_scores:
            recorded = self.record.pains_recorded
            values = np.where(recorded, 0.0, math.nan)
            unknown = np.zeros(self.record.size, dtype=np.bool_)
            for place in self.reported(*classes):
                scores = self.scores(place)
                values = np.fmax(values, scores)
                unknown |= recorded & np.isnan(scores)
            self._class_scores[classes] = np.where(unknown & (values == 0), math.nan, values)
        return self._class_scores[classes]

    def usual(self, of: str) -> Floats:
        """Return the usual level by day: the latest statement in force, else 0."""
        levels = np.zeros(self.record.size)
        stated = [level for level in self.profile.usual if level.of == of]
        # None counts from always, so it comes first and any dated statement overrides it.
        for level in sorted(stated, key=lambda one: (one.since is not None, one.since)):
            first = 0 if level.since is None else max(0, self.record.index(level.since))
            levels[first:] = level.level
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

    def new_sign_days(
        self,
        sign: str,
        *,
        yes_beats_usual: bool = False,
        counts: Callable[[list[SignReport]], bool] | None = None,
    ) -> list[int]:
        """Return the days on which a sign is NEW, late days included.

        Args:
            sign: its id.
            yes_beats_usual: E1 and E2: ``new`` = yes is NEW whatever the usual level.
            counts: a further demand on the day's reports of the sign.
        """
        usual = self.usual(sign)
        return [
            index
            for index, reports in sorted(self.record.sign_items.get(sign, {}).items())
            if (counts is None or counts(reports))
            and any(
                self._is_new(sign, index, report, usual[index], yes_beats_usual)
                for report in reports
            )
        ]

    def _is_new(
        self, sign: str, index: int, report: SignReport, usual: float, yes_beats_usual: bool
    ) -> bool:
        grade = grade_of(report)
        if report.new == "yes" and yes_beats_usual:
            return True
        if grade <= usual or report.new == "no":
            return False
        if report.new is not None:
            return True
        return self._base_days_with(sign, index, grade) < KNOWN_DAYS

    def _base_days_with(self, sign: str, index: int, grade: int) -> int:
        window = BASE28.bounds(index, self.record.size)
        items = self.record.sign_items[sign]
        recorded = self.record.signs_recorded
        return sum(
            1
            for day in range(window.start, window.stop)
            if recorded[day] and day in items and max(map(grade_of, items[day])) >= grade
        )

    def new_feature_days(
        self, has: Callable[[Pain], bool], places: Iterable[str]
    ) -> dict[int, list[Pain]]:
        """Return the days on which a feature of pain is NEW, with the pains that have it.

        NEW: there at one of the places, and on at most one recorded day of base28; with fewer
        than 7 recorded days there, unless the usual level covers the pain.
        """
        days: dict[int, list[Pain]] = {}
        for place in places:
            for index, pains in self.record.pain_items.get(place, {}).items():
                found = [pain for pain in pains if has(pain)]
                if found:
                    days.setdefault(index, []).extend(found)
        return {index: pains for index, pains in days.items() if self._new_on(index, pains, days)}

    def _new_on(self, index: int, pains: list[Pain], days: dict[int, list[Pain]]) -> bool:
        if self.base_days[index] < ENOUGH_BASE_DAYS:
            return any(self._above_usual(index, pain) for pain in pains)
        window = BASE28.bounds(index, self.record.size)
        recorded = self.record.pains_recorded
        return sum(1 for day in days if window.start <= day < window.stop and recorded[day]) <= 1

    def _above_usual(self, index: int, pain: Pain) -> bool:
        """Whether the place of a pain is above its usual level; an unknown amount counts so."""
        worst = self.record.entries[index].worst_at(pain.region)
        return pain.worst is None or worst is None or worst > self.usual(pain.region)[index]


def grade_of(report: SignReport) -> int:
    """Return the grade of a sign; one that was not graded counts as 1 (rule book, section 1)."""
    return 1 if report.grade is None else report.grade
