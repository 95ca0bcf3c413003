"""One day of the diary: what she said, and nothing she did not say.

``None`` means *not answered*. For ``pains``, ``signs``, ``symptoms`` and ``medicines`` an empty
tuple means *answered, nothing to report*, and whatever is not in a non-empty one is an explicit
zero for that day (README.md, *Files in and out*).
"""

from __future__ import annotations

import datetime as dt
from typing import TypeAlias

from diary.domain import fields as f
from diary.domain.choices import BAD_NIGHTS

# A late entry is one first saved more than 48 h after the end of its day.
LATE_AFTER = dt.timedelta(hours=48)
# An entry saved on an earlier calendar day than so many after its own is not late.
LATE_ON_DAY = LATE_AFTER.days + 1


class Pain(f.Model):
    """Pain at one place in the last 24 hours; scores are 0 to 10 (NRS)."""

    region: f.RegionId
    side: f.Side | None = None
    worst: f.Score | None = None
    average: f.Score | None = None
    night: f.Night | None = None
    pattern: f.Pattern | None = None
    timing: f.Timings = ()
    worse_with: f.WorseWith = ()
    better_with: f.BetterWith = ()
    quality: f.Qualities = ()
    spreads_to: f.SpreadsTo = ()
    trigger: f.Trigger | None = None
    onset: f.Onset | None = None
    started_on: f.Day | None = None
    relief: f.Relief | None = None


class SignReport(f.Model):
    """A nerve or cord sign in the last 24 hours; ``new`` is "new or worse in the last 14 days"."""

    sign: f.SignId
    side: f.Side | None = None
    grade: f.Grade | None = None
    new: f.Newness | None = None


class SymptomReport(f.Model):
    """Another symptom in the last 24 hours, or one of her own (``custom:...``)."""

    symptom: f.SymptomId
    grade: f.Grade | None = None
    new: f.Newness | None = None
    where: f.RegionId | None = None


# What is asked alike about signs and symptoms: a grade, and whether it is new.
Report: TypeAlias = SignReport | SymptomReport


class Medicine(f.Model):
    """A medicine taken on the day, in doses."""

    name: f.Name
    kind: f.MedicineKind | None = None
    doses: f.Doses | None = None
    relief: f.Relief | None = None


class DayEntry(f.Model):
    """All answers of one day. ``weight_kg`` in kilograms, ``temperature_c`` in degrees Celsius."""

    date: f.Day
    entered_at: f.Moment | None = None
    pains: tuple[Pain, ...] | None = None
    signs: tuple[SignReport, ...] | None = None
    symptoms: tuple[SymptomReport, ...] | None = None
    weight_kg: f.WeightKg | None = None
    temperature_c: f.TemperatureC | None = None
    sleep: f.Interference | None = None
    walking: f.Interference | None = None
    daily_tasks: f.Interference | None = None
    medicines: tuple[Medicine, ...] | None = None
    could_do: f.LongText | None = None
    note: f.LongText | None = None
    copied_from: f.Day | None = None

    @property
    def is_late(self) -> bool:
        """Whether it was first saved more than 48 h after the end of its day, in UTC."""
        if self.entered_at is None:
            return False
        # Whole days first: asked of every entry of a diary, and hardly ever close.
        days = self.entered_at.toordinal() - self.date.toordinal()
        return days > LATE_ON_DAY or (days == LATE_ON_DAY and self.entered_at.time() > dt.time())

    def worst_at(self, region: str) -> int | None:
        """Return the highest score at a place; 0 if denied, None if not known."""
        return self.pain_at(region)[0]

    def bad_night_at(self, region: str) -> bool | None:
        """Return whether pain at a place woke her or kept her awake; None if not known.

        No pain there is a good night, whatever else was said.
        """
        return self.pain_at(region)[1]

    def pain_at(self, region: str) -> tuple[int | None, bool | None]:
        """Return what :meth:`worst_at` and :meth:`bad_night_at` say of a place."""
        if self.pains is None:
            return None, None
        # One loop: asked for every place on every day of a diary.
        is_there, highest, bad_night = False, None, None
        for pain in self.pains:
            if pain.region != region:
                continue
            is_there = True
            if pain.worst is not None and (highest is None or pain.worst > highest):
                highest = pain.worst
            if pain.night is not None:
                bad_night = bool(bad_night) or pain.night in BAD_NIGHTS
        worst = highest if is_there else 0
        return worst, False if worst == 0 else bad_night
