"""Random diaries in which every question is answered now and then, and random edits of them."""

from __future__ import annotations

import datetime as dt
import random
from typing import TYPE_CHECKING, Any

from diary.domain import choices
from diary.domain.care import AlertAction, Event, Profile, Treatment, UsualLevel
from diary.domain.diary import Diary
from diary.domain.entry import DayEntry, Medicine, Pain, SignReport, SymptomReport
from diary.domain.places import PLACES
from diary.domain.signs import SIGNS
from diary.domain.symptoms import CUSTOM_PREFIX, SYMPTOMS
from tests.rules.diaries import day

if TYPE_CHECKING:
    from collections.abc import Collection

OWN = f"{CUSTOM_PREFIX}x"


def wide(seed: int) -> Diary:
    """Return the same diary for the same seed: some weeks or a year of a few places and signs."""
    return _Writer(random.Random(seed)).diary()


def edited(diary: Diary, rng: random.Random, donors: tuple[DayEntry, ...]) -> Diary:
    """Return the diary after one thing that a person, or another program, may do to it.

    Args:
        diary: at least one entry; at least one stays.
        rng: chooses what, and where.
        donors: entries whose answers are put into days.
    """
    return rng.choice(_EDITS)(diary, rng, donors)


def _with(diary: Diary, entries: Collection[DayEntry]) -> Diary:
    by_day = {entry.date: entry for entry in entries}
    return diary.model_copy(update={"entries": tuple(by_day[date] for date in sorted(by_day))})


def _answers(donors: tuple[DayEntry, ...], rng: random.Random, on: dt.date) -> DayEntry:
    return rng.choice(donors).model_copy(update={"date": on})


def _save_days(diary: Diary, rng: random.Random, donors: tuple[DayEntry, ...]) -> Diary:
    """Save days anew that are recorded: mostly the last one, or any, or a few at once."""
    days = [entry.date for entry in diary.entries]
    chosen = rng.choice((days[-1:], [rng.choice(days)], rng.choices(days, k=3)))
    return _with(diary, (*diary.entries, *(_answers(donors, rng, one) for one in chosen)))


def _record_days(diary: Diary, rng: random.Random, donors: tuple[DayEntry, ...]) -> Diary:
    """Record the next day, one after a silence, one long ago, or the one before all others."""
    first, last = diary.entries[0].date, diary.entries[-1].date
    some = rng.randint(0, (last - first).days)
    number = rng.choice((1, 1, rng.randint(2, 90), -some))
    on = rng.choice((*[last + dt.timedelta(days=number)] * 6, first - dt.timedelta(days=3)))
    return _with(diary, (*diary.entries, _answers(donors, rng, on)))


def _remove_days(diary: Diary, rng: random.Random, _donors: tuple[DayEntry, ...]) -> Diary:
    """Remove the last day, any one, the first one, or a stretch of them."""
    entries = list(diary.entries)
    if len(entries) > 1:
        begin = rng.choice((len(entries) - 1, rng.randrange(1, len(entries)), 0))
        del entries[begin : begin + rng.choice((1, 1, 1, 5))]
    return _with(diary, entries or diary.entries)


def _take_away_answers(diary: Diary, rng: random.Random, _donors: tuple[DayEntry, ...]) -> Diary:
    """Take an answer of a day away, so that it is not known."""
    entry = rng.choice(diary.entries)
    answer = rng.choice(("pains", "signs", "symptoms", "medicines", "weight_kg", "entered_at"))
    return _with(diary, (*diary.entries, entry.model_copy(update={answer: None})))


def _read_again(diary: Diary, _rng: random.Random, _donors: tuple[DayEntry, ...]) -> Diary:
    """Read everything again, as after another program wrote: no entry is the same object."""
    return Diary.model_validate_json(diary.model_dump_json())


def _say_otherwise(diary: Diary, rng: random.Random, _donors: tuple[DayEntry, ...]) -> Diary:
    """Change who she is, what she is treated with, or what she did about an alert."""
    writer = _Writer(rng)
    action = AlertAction(
        rule=rng.choice(("W1", "U2", "E1", "E3")),
        place="lower_back",
        raised_on=rng.choice(diary.entries).date,
        action=rng.choice(tuple(choices.ALERT_ACTIONS)),
        on=rng.choice(diary.entries).date,
    )
    changed: dict[str, Any] = rng.choice(
        (
            {"profile": writer.profile()},
            {"treatments": writer.treatments()},
            {"events": writer.events()},
            {"alert_actions": (*diary.alert_actions, action)},
        )
    )
    return diary.model_copy(update=changed)


_EDITS = (
    *(_save_days, _save_days, _record_days, _record_days, _remove_days, _take_away_answers),
    *(_read_again, _say_otherwise),
)


class _Writer:
    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self.places = [*rng.sample(tuple(PLACES), 3), "lower_back"]
        self.signs = rng.sample(tuple(SIGNS), 4)
        self.symptoms = [*rng.sample(tuple(SYMPTOMS), 6), OWN]

    def diary(self) -> Diary:
        entries, number = [], 0
        for _ in range(self._rng.choice((15, 50, 120, 250))):
            entries.append(self._entry(number))
            number += self._rng.choice((*(1,) * 20, 2, 3, self._rng.randint(8, 70)))
        return Diary(
            profile=self.profile(),
            treatments=self.treatments(),
            events=self.events(),
            entries=tuple(entries),
        )

    def profile(self) -> Profile:
        rng = self._rng
        known = (*self.places, *self.signs, *self.symptoms)
        return Profile(
            birth_year=rng.choice((None, 1950, 1990)),
            bone_metastases=rng.choice((None, False, True)),
            osteoporosis=rng.choice((None, True)),
            immunosuppressed=rng.choice((None, True)),
            usual=tuple(
                UsualLevel(of=of, level=rng.randint(0, 3), since=rng.choice((None, day(30))))
                for of in rng.sample(known, 2)
            ),
        )

    def treatments(self) -> tuple[Treatment, ...]:
        kinds = ("aromatase_inhibitor", "physiotherapy", "radiotherapy", "gcsf")
        return tuple(
            Treatment(kind=kind, start=self._rng.choice((None, day(self._rng.randint(0, 100)))))
            for kind in kinds
            if self._rng.random() < 0.5
        )

    def events(self) -> tuple[Event, ...]:
        kind = self._rng.choice(("fall", "injury", "intended_weight_loss"))
        return (Event(date=day(self._rng.randint(0, 120)), kind=kind),)

    def _entry(self, number: int) -> DayEntry:
        rng = self._rng
        evening = dt.datetime.combine(day(number), dt.time(20), dt.UTC)
        return DayEntry(
            date=day(number),
            entered_at=evening + dt.timedelta(days=rng.choice((0, 0, 0, 0, 2, 3, 9))),
            pains=self._perhaps(tuple(self._pain(one) for one in self._some(self.places, 0.6))),
            signs=self._perhaps(tuple(self._sign(one) for one in self._some(self.signs, 0.1))),
            symptoms=self._perhaps(
                tuple(self._symptom(one) for one in self._some(self.symptoms, 0.3))
            ),
            weight_kg=round(80 - 0.03 * number + rng.random(), 1) if rng.random() < 0.1 else None,
            temperature_c=round(36 + 3 * rng.random(), 1) if rng.random() < 0.1 else None,
            medicines=self._perhaps(tuple(self._medicine() for _ in range(rng.randint(0, 2)))),
            **{field: self._one_of(range(4), 0.5) for field in choices.FUNCTION},
        )

    def _pain(self, place: str) -> Pain:
        one: dict[str, Any] = {
            field: self._one_of(answers, 0.4) for field, answers in choices.PAIN_ONE.items()
        }
        many: dict[str, Any] = {
            field: tuple(self._rng.sample(tuple(answers), self._rng.choice((0, 0, 1, 2))))
            for field, answers in choices.PAIN_MANY.items()
        }
        return Pain(
            region=place,
            side=self._one_of(choices.SIDES, 0.6),
            worst=self._one_of(range(11), 0.95),
            **one,
            **many,
        )

    def _sign(self, sign: str) -> SignReport:
        return SignReport(
            sign=sign,
            side=self._one_of(choices.SIDES, 0.5),
            grade=self._one_of((1, 2, 3), 0.7),
            new=self._one_of(choices.NEWNESS, 0.4),
        )

    def _symptom(self, symptom: str) -> SymptomReport:
        return SymptomReport(
            symptom=symptom,
            grade=self._one_of((1, 2, 3), 0.7),
            new=self._one_of(choices.NEWNESS, 0.4),
            where=self._one_of(PLACES, 0.3),
        )

    def _medicine(self) -> Medicine:
        return Medicine(
            name="Something",
            kind=self._one_of(choices.MEDICINE_KINDS, 0.9),
            doses=self._one_of(range(4), 0.9),
            relief=self._one_of(choices.RELIEFS, 0.6),
        )

    def _some(self, of: list[str], share: float) -> list[str]:
        """Return some of them in a random order, some twice."""
        found = [one for one in of * 2 if self._rng.random() < share / 2]
        return self._rng.sample(found, len(found))

    def _one_of(self, answers: Collection[Any], share: float) -> Any:
        return self._rng.choice(tuple(answers)) if self._rng.random() < share else None

    def _perhaps(self, answers: tuple[Any, ...]) -> tuple[Any, ...] | None:
        return answers if self._rng.random() < 0.9 else None
