"""A simulated person: daily courses turned into a diary, with what truly happened and when."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from diary.domain.care import Profile, QuietPeriod, Treatment, UsualLevel
from diary.domain.diary import Diary
from diary.domain.entry import DayEntry, Medicine, Pain, SignReport, SymptomReport
from diary.evaluation.noise import recorded_days

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.domain.series import Flags, Floats
    from diary.evaluation.noise import Habit

FIRST_DAY = dt.date(2024, 1, 1)
DAYS = 365
# The day on which every course begins that has a beginning, and the place of most of them.
ONSET = 60
BACK = "lower_back"
LATE_BY = dt.timedelta(days=4)
QUIET = QuietPeriod(start=FIRST_DAY, end=FIRST_DAY + dt.timedelta(days=DAYS), reason=None)


@dataclass(slots=True)
class Person:
    """What a course writes down, day by day; days are positions from the first.

    Attributes:
        kind: the course.
        pains: score by place, one a day; 0 is no pain.
        bad_nights: by place, the days on which pain woke her.
        features: by place and day, fields of the pain.
        signs: by day.
        symptoms: by day.
        medicines: by day.
        usual: long-standing levels the team knows.
        treatments: treatments she has.
        onset: the day a course that should be noticed begins, else None.
        sign_day: the day of the first emergency sign, else None.
    """

    kind: str
    pains: dict[str, Floats] = field(default_factory=dict)
    bad_nights: dict[str, Flags] = field(default_factory=dict)
    features: dict[tuple[str, int], dict[str, tuple[str, ...] | str]] = field(default_factory=dict)
    signs: dict[int, list[SignReport]] = field(default_factory=lambda: defaultdict(list))
    symptoms: dict[int, list[SymptomReport]] = field(default_factory=lambda: defaultdict(list))
    medicines: dict[int, list[Medicine]] = field(default_factory=lambda: defaultdict(list))
    usual: list[UsualLevel] = field(default_factory=list)
    treatments: list[Treatment] = field(default_factory=list)
    onset: int | None = None
    sign_day: int | None = None

    def tell(self, place: str, day: int, **answers: tuple[str, ...] | str) -> None:
        """Answer more about the pain of a place on a day.

        Args:
            place: its id.
            day: counted from the first of the simulated year.
            **answers: fields of :class:`~diary.domain.entry.Pain` with what they say.
        """
        self.features.setdefault((place, day), {}).update(answers)

    def worst(self) -> Floats:
        """Return the highest score of the day over all places."""
        worst: Floats = np.max([np.zeros(DAYS), *self.pains.values()], axis=0)
        return worst


@dataclass(frozen=True, slots=True)
class Simulated:
    """A diary and the truth behind it.

    Attributes:
        kind: the course.
        recorded: the share of days its person meant to record.
        diary: the diary.
        onset: the day a course that should be noticed begins, else None.
        sign_day: the first recorded day with an emergency sign, else None.
        emergency: whether an emergency condition was simulated at all.
    """

    kind: str
    recorded: float
    diary: Diary
    onset: dt.date | None
    sign_day: dt.date | None
    emergency: bool = False

    @property
    def years(self) -> float:
        """Calendar years from the first to the last recorded day."""
        if self.diary.first_day is None or self.diary.last_day is None:
            return 0.0
        return ((self.diary.last_day - self.diary.first_day).days + 1) / 365


def written(rng: np.random.Generator, person: Person, habit: Habit) -> Simulated:
    """Return the diary that a person with a habit keeps.

    Args:
        rng: draws the days that are recorded, the late ones, and answers about newness.
        person: who keeps it.
        habit: how.
    """
    flags = recorded_days(rng, person.worst(), habit)
    days = np.flatnonzero(flags).tolist()
    late = set(rng.permutation(days)[: round(habit.late * len(days))].tolist())
    answers = _answers(rng.spawn(1)[0], habit)
    diary = Diary(
        profile=Profile(usual=tuple(_declared(person, habit))),
        treatments=tuple(person.treatments),
        quiet_periods=(QUIET,) if habit.quiet else (),
        entries=tuple(_entry(person, day, late=day in late, new=answers[day]) for day in days),
    )
    signed = [day for day in days if person.sign_day is not None and day >= person.sign_day]
    return Simulated(
        person.kind,
        habit.recorded,
        diary,
        None if person.onset is None else date_of(person.onset),
        date_of(signed[0]) if signed else None,
        emergency=person.sign_day is not None,
    )


def date_of(day: int) -> dt.date:
    """Return the date of a day of the simulated year."""
    return FIRST_DAY + dt.timedelta(days=int(day))


def _declared(person: Person, habit: Habit) -> Iterator[UsualLevel]:
    if habit.declared:
        yield from person.usual
    if habit.sign_usual is not None:
        signs = {report.sign for reports in person.signs.values() for report in reports}
        for sign in sorted(signs):
            yield usual_level(sign, habit.sign_usual)


def usual_level(of: str, level: float) -> UsualLevel:
    """Return a long-standing level that the team knows."""
    return UsualLevel(of=of, level=int(level))


def _answers(beside: np.random.Generator, habit: Habit) -> list[str | None]:
    """Return how a new sign or symptom is answered, by day, recorded or not."""
    if habit.new == "mixed":
        return [(None, "yes", "not_sure")[drawn] for drawn in beside.integers(3, size=DAYS)]
    return [habit.new] * DAYS


R = TypeVar("R", SignReport, SymptomReport)


def _told(reports: list[R] | None, new: str | None) -> tuple[R, ...]:
    """Return the reports as she answers; what is long-standing stays "no"."""
    return tuple(
        report.model_copy(update={"new": new}) if report.new == "yes" else report
        for report in reports or ()
    )


def _entry(person: Person, day: int, *, late: bool, new: str | None) -> DayEntry:
    date = date_of(day)
    entered = dt.datetime.combine(date, dt.time(20), dt.UTC)
    return DayEntry(
        date=date,
        entered_at=entered + LATE_BY if late else entered,
        pains=tuple(
            _pain(person, place, day, int(scores[day]))
            for place, scores in person.pains.items()
            if scores[day] > 0
        ),
        signs=_told(person.signs.get(day), new),
        symptoms=_told(person.symptoms.get(day), new),
        medicines=tuple(person.medicines.get(day, ())),
    )


def _pain(person: Person, place: str, day: int, score: int) -> Pain:
    woke = person.bad_nights.get(place)
    night = "woke_me" if woke is not None and woke[day] else "none"
    more = person.features.get((place, day), {})
    return Pain.model_validate({"region": place, "worst": score, "night": night, **more})
