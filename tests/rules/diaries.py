"""A small language for diaries in tests: days are numbers, a line of marks is a run of days.

``"3x4 _ 8 1x10"`` is four days of pain 3, a silent day, a day of 8, ten days of 1. The marks:

=====  ==========================================================================
``0``  to ``10``: the worst pain at the place; 0 is an entry that says "no pain"
``_``  no entry
``?``  an entry in which the question about pain was not answered
``!``  pain at the place without a score
``n``  after a score: it woke her (``8n``); ``g``: she answered that it did not
``l``  after a score or ``?``: entered late
``xN`` at the end of a mark: for N days (``3x4``, ``_x7``, ``8nx3``)
=====  ==========================================================================

A :class:`Sketch` puts lines for several places, signs, usual levels, treatments and actions over
each other and makes the :class:`Diary`. Day 0 is :data:`START`.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from diary.domain.care import AlertAction, Event, Profile, QuietPeriod, Treatment, UsualLevel
from diary.domain.diary import Diary
from diary.domain.entry import DayEntry, Medicine, Pain, SignReport, SymptomReport
from diary.domain.record import Record
from diary.rules.catalog import RULES
from diary.rules.context import Context
from diary.rules.engine import Judge, history, judge
from diary.rules.model import Tier

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diary.rules.model import Alert, AlertReport
    from diary.rules.rule import Rule
    from diary.rules.track import Track

START = dt.date(2026, 1, 1)
LOWER_BACK = "lower_back"
_MARK = re.compile(r"(?P<what>\d+|_|\?|!)(?P<flags>[ngl]*)(?:x(?P<times>\d+))?")
_NIGHTS = {"n": "woke_me", "g": "none"}


def day(number: int) -> dt.date:
    """Return the date of a day of the tests."""
    return START + dt.timedelta(days=number)


def number_of(date: dt.date) -> int:
    """Return the day of a date."""
    return (date - START).days


@dataclass(frozen=True)
class Mark:
    """One day of a line."""

    what: str
    night: str | None
    late: bool

    @property
    def worst(self) -> int | None:
        return int(self.what) if self.what.isdigit() else None


def days(line: str) -> list[Mark]:
    """Return the days of a line.

    Raises:
        ValueError: a mark that is not of the language.
    """
    marks: list[Mark] = []
    for text in line.split():
        found = _MARK.fullmatch(text)
        if found is None:
            raise ValueError(text)
        flags = found["flags"]
        nights = [_NIGHTS[flag] for flag in flags if flag in _NIGHTS]
        mark = Mark(found["what"], nights[0] if nights else None, "l" in flags)
        marks += [mark] * int(found["times"] or 1)
    return marks


@dataclass
class Sketch:
    """A diary being put together; every method returns the sketch."""

    pains: dict[int, list[Pain] | None] = field(default_factory=dict)
    signs: dict[int, list[SignReport] | None] = field(default_factory=dict)
    symptoms: dict[int, list[SymptomReport]] = field(default_factory=dict)
    medicines: dict[int, list[Medicine]] = field(default_factory=dict)
    told: dict[int, dict[str, Any]] = field(default_factory=dict)
    entered: dict[int, dt.datetime] = field(default_factory=dict)
    known: list[UsualLevel] = field(default_factory=list)
    done: list[AlertAction] = field(default_factory=list)
    treated: list[Treatment] = field(default_factory=list)
    quiet: list[QuietPeriod] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    person: dict[str, Any] = field(default_factory=dict)

    def pain(self, line: str, place: str = LOWER_BACK, first: int = 0, **details: Any) -> Sketch:
        """Lay a line of days over the diary; ``details`` go to every pain of the line."""
        for number, mark in enumerate(days(line), first):
            self._lay(number, mark, place, details)
        return self

    def _lay(self, number: int, mark: Mark, place: str, details: dict[str, Any]) -> None:
        if mark.what == "_":
            return
        if mark.late:
            self.late(number)
        if mark.what == "?":
            self.pains.setdefault(number, None)
            return
        pains = self.pains.get(number)
        if pains is None:
            pains = self.pains[number] = []
        if mark.worst != 0:
            night = {} if mark.night is None else {"night": mark.night}
            pains.append(Pain(region=place, worst=mark.worst, **{**details, **night}))

    def sign(self, number: int | Iterable[int], sign: str, **details: Any) -> Sketch:
        """Report a sign on a day or on several."""
        for one in _each(number):
            reports = self.signs.get(one)
            if reports is None:
                reports = self.signs[one] = []
            reports.append(SignReport(sign=sign, **details))
        return self

    def symptom(self, number: int | Iterable[int], symptom: str, **details: Any) -> Sketch:
        """Report a symptom on a day or on several."""
        for one in _each(number):
            self.symptoms.setdefault(one, []).append(SymptomReport(symptom=symptom, **details))
        return self

    def no_symptoms(self, number: int | Iterable[int]) -> Sketch:
        """Answer "no symptoms" on these days, where none was reported."""
        for one in _each(number):
            self.symptoms.setdefault(one, [])
        return self

    def medicine(self, number: int | Iterable[int], kind: str | None, **details: Any) -> Sketch:
        """Take a dose of a medicine on a day or on several."""
        for one in _each(number):
            taken = Medicine(name=str(kind), kind=kind, **{"doses": 1, **details})
            self.medicines.setdefault(one, []).append(taken)
        return self

    def no_medicines(self, number: int | Iterable[int]) -> Sketch:
        """Answer "no medicines" on these days, where none was taken."""
        for one in _each(number):
            self.medicines.setdefault(one, [])
        return self

    def tell(self, number: int | Iterable[int], **answers: Any) -> Sketch:
        """Answer single questions of a day or of several: ``weight_kg``, ``sleep``, ..."""
        for one in _each(number):
            self.told.setdefault(one, {}).update(answers)
        return self

    def no_signs(self, *numbers: int) -> Sketch:
        """Answer "no signs" on these days, where none was reported."""
        for number in numbers:
            self.signs.setdefault(number, [])
        return self

    def answered(self) -> Sketch:
        """Answer every question of every day that has an entry; nothing more to report."""
        for number in self._numbers():
            if self.pains.get(number) is None:
                self.pains[number] = []
            if self.signs.get(number) is None:
                self.signs[number] = []
            self.symptoms.setdefault(number, [])
            self.medicines.setdefault(number, [])
        return self

    def entry(self, *numbers: int) -> Sketch:
        """Make sure there is an entry, if only one in which nothing was answered."""
        for number in numbers:
            self.pains.setdefault(number, None)
        return self

    def late(self, *numbers: int, hours: float = 49) -> Sketch:
        """Enter these days so many hours after their end."""
        for number in numbers:
            end = dt.datetime.combine(day(number + 1), dt.time(), dt.UTC)
            self.entered[number] = end + dt.timedelta(hours=hours)
        return self

    def usual(self, of: str, level: int, since: int | None = None) -> Sketch:
        """State a usual level, from a day on or from always."""
        from_day = None if since is None else day(since)
        self.known.append(UsualLevel(of=of, level=level, since=from_day))
        return self

    def spread(self, *, known: bool | None = True) -> Sketch:
        """Answer whether bone metastases are known."""
        return self.profile(bone_metastases=known)

    def profile(self, **answers: Any) -> Sketch:
        """Answer questions about the person: ``osteoporosis``, ``birth_year``, ..."""
        self.person.update(answers)
        return self

    def event(self, kind: str, on: int) -> Sketch:
        """Add an event."""
        self.events.append(Event(kind=kind, date=day(on)))
        return self

    def treatment(self, kind: str, start: int, end: int | None = None) -> Sketch:
        """Add a treatment."""
        until = None if end is None else day(end)
        self.treated.append(Treatment(kind=kind, start=day(start), end=until))
        return self

    def quiet_period(self, start: int, end: int) -> Sketch:
        """Add a quiet period."""
        self.quiet.append(QuietPeriod(start=day(start), end=day(end)))
        return self

    def act(
        self, action: str, on: int, *, rule: str, raised: int, place: str | None = LOWER_BACK
    ) -> Sketch:
        """Record what she did about an alert."""
        self.done.append(
            AlertAction(rule=rule, place=place, raised_on=day(raised), action=action, on=day(on))
        )
        return self

    def entries(self) -> tuple[DayEntry, ...]:
        """Return the entries in order."""
        return tuple(
            DayEntry(
                date=day(number),
                entered_at=self.entered.get(number),
                pains=_frozen(self.pains.get(number)),
                signs=_frozen(self.signs.get(number)),
                symptoms=_frozen(self.symptoms.get(number)),
                medicines=_frozen(self.medicines.get(number)),
                **self.told.get(number, {}),
            )
            for number in sorted(self._numbers())
        )

    def _numbers(self) -> set[int]:
        return {*self.pains, *self.signs, *self.symptoms, *self.medicines, *self.told}

    def diary(self) -> Diary:
        """Return the diary."""
        return Diary(
            profile=Profile(usual=tuple(self.known), **self.person),
            treatments=tuple(self.treated),
            events=tuple(self.events),
            quiet_periods=tuple(self.quiet),
            entries=self.entries(),
            alert_actions=tuple(self.done),
        )


def _each(number: int | Iterable[int]) -> Iterable[int]:
    return [number] if isinstance(number, int) else number


def _frozen(items: list[Any] | None) -> tuple[Any, ...] | None:
    return None if items is None else tuple(items)


def pain(line: str, place: str = LOWER_BACK, first: int = 0, **details: Any) -> Sketch:
    """Return a new sketch with one line of days."""
    return Sketch().pain(line, place, first, **details)


def report_of(sketch: Sketch, *rules: Rule, as_of: int | None = None) -> AlertReport:
    """Return the history of a sketch, by default as of its last day."""
    return _ask(history, sketch, rules, as_of)


def standing(diary: Diary, as_of: dt.date, rules: Iterable[Rule] = RULES) -> AlertReport:
    """Return the alerts that stand on a day, to who has never seen the diary."""
    return Judge(tuple(rules)).standing(diary, as_of)


def standing_of(sketch: Sketch, *rules: Rule, as_of: int | None = None) -> AlertReport:
    """Return what stands, by default on the last day."""
    return _ask(standing, sketch, rules, as_of)


def _ask(what: Any, sketch: Sketch, rules: tuple[Rule, ...], as_of: int | None) -> AlertReport:
    diary = sketch.diary()
    until = diary.last_day if as_of is None else day(as_of)
    report = what(diary, until, rules) if rules else what(diary, until)
    assert report.failures == ()
    return report


def alerts_of(sketch: Sketch, *rules: Rule, as_of: int | None = None) -> list[Alert]:
    """Return every alert raised, oldest first."""
    return list(reversed(report_of(sketch, *rules, as_of=as_of).alerts))


def alert_of(sketch: Sketch, *rules: Rule, as_of: int | None = None) -> Alert:
    """Return the only alert raised."""
    (alert,) = alerts_of(sketch, *rules, as_of=as_of)
    return alert


def raised(sketch: Sketch, *rules: Rule) -> list[tuple[str, str | None, int]]:
    """Return rule, place and day of every alert raised, oldest first."""
    return [(one.rule, one.place, number_of(one.raised_on)) for one in alerts_of(sketch, *rules)]


def steps(alert: Alert) -> list[tuple[str, str, int]]:
    """Return rule, tier and day of everything that opened or joined an alert."""
    return [(step.rule, step.tier.id, number_of(step.on)) for step in alert.tiers]


def tracks_of(sketch: Sketch, rule: Rule) -> tuple[Track, ...]:
    """Return what a rule says about every place."""
    judged, failures = judge(Context(Record(sketch.diary())), [rule])
    assert failures == ()
    return judged[0].tracks


def true_days(sketch: Sketch, rule: Rule, place: str | None = None) -> list[int]:
    """Return the days with an entry on which a rule is true, at a place or anywhere."""
    return sorted(verdicts_where(sketch, rule, place, lambda verdict: verdict > 0))


def not_enough_on(sketch: Sketch, rule: Rule, place: str | None = None) -> list[int]:
    """Return the days with an entry on which a rule had not enough days."""
    return sorted(verdicts_where(sketch, rule, place, lambda verdict: verdict < 0))


def verdicts_where(sketch: Sketch, rule: Rule, place: str | None, holds: Any) -> set[int]:
    """Return the days with an entry on which a verdict of a rule passes a test."""
    record = Record(sketch.diary())
    return {
        number_of(record.day(index))
        for track in tracks_of(sketch, rule)
        if place is None or track.place == place
        for index in record.judged
        if holds(track.verdicts[index])
    }


def tiers(sketch: Sketch, rule: Rule, place: str = LOWER_BACK) -> dict[int, Tier]:
    """Return the tier of a rule at a place on each day with an entry on which it is true."""
    record = Record(sketch.diary())
    (track,) = (one for one in tracks_of(sketch, rule) if one.place == place)
    return {
        number_of(record.day(index)): Tier(int(track.verdicts[index]))
        for index in record.judged
        if track.verdicts[index] > 0
    }
