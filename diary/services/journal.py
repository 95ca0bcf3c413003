"""Use cases of the recorded days: look up, carry over, save."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from pydantic import ValidationError

from diary.domain.entry import DayEntry, Medicine
from diary.domain.fields import FIRST_DAY
from diary.domain.symptoms import CUSTOM_PREFIX
from diary.errors import RequestError
from diary.exchange.problems import reason
from diary.i18n import mark, translate

if TYPE_CHECKING:
    from diary.domain.care import Event, Profile, UsualLevel
    from diary.domain.diary import Diary
    from diary.store.database import Database

# The places of the last eight weeks of entries are offered first; our choice, as in the report.
FOLLOWED_DAYS = 56
_TOO_LATE = mark("That day has not come yet. A day can be recorded from its own date on.")
_TOO_EARLY = mark("A day can be recorded from 1 January 1900 on.")
_NOT_SAVED = mark("{answer} {reason}, so this day was not saved.")
_ANSWERS = {
    "pains": mark("An answer about pain"),
    "signs": mark("An answer about nerve signs"),
    "symptoms": mark("An answer about other symptoms"),
    "medicines": mark("An answer about medicines"),
    "weight_kg": mark("The weight"),
    "temperature_c": mark("The temperature"),
    "could_do": mark("What you could do"),
    "note": mark("The note"),
}
_AN_ANSWER = mark("An answer")


class EntriesChanged(NamedTuple):
    """What a save changed.

    Attributes:
        days: the days that are new or different; empty where nothing was different.
        saved_at: when, in UTC.
    """

    days: tuple[dt.date, ...]
    saved_at: dt.datetime


class Journal:
    """The recorded days of a database.

    Args:
        database: the open diary file.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def day(self, day: dt.date) -> DayEntry | None:
        """Return what a day says, or None where nothing is recorded.

        Raises:
            FileProblem: the diary file cannot be read.
        """
        with self._database.unit() as unit:
            return unit.entries.get(day)

    def saved_at(self, entry: DayEntry) -> dt.datetime | None:
        """Return when a recorded day was last saved or changed, None where that is not known.

        Raises:
            FileProblem: the diary file cannot be read.
        """
        with self._database.unit() as unit:
            return unit.history.changed_at(entry.date) or entry.entered_at

    def previous(self, before: dt.date) -> DayEntry | None:
        """Return the last recorded day before a day, or None.

        Raises:
            FileProblem: the diary file cannot be read.
        """
        with self._database.unit() as unit:
            day = unit.entries.last_day(before)
            return None if day is None else unit.entries.get(day)

    def names_besides(self, day: dt.date) -> frozenset[str]:
        """Return the places, signs and symptoms recorded on any day but this one.

        Raises:
            FileProblem: the diary file cannot be read.
        """
        with self._database.unit() as unit:
            return unit.entries.names_besides(day)

    def first_day(self) -> dt.date | None:
        """Return the first recorded day, or None.

        Raises:
            FileProblem: the diary file cannot be read.
        """
        with self._database.unit() as unit:
            return unit.entries.first_day()

    def last_day(self) -> dt.date | None:
        """Return the last recorded day, or None.

        Raises:
            FileProblem: the diary file cannot be read.
        """
        with self._database.unit() as unit:
            return unit.entries.last_day()

    def followed_places(self) -> tuple[str, ...]:
        """Return the places she follows in her order, then those of late, most days first.

        Raises:
            FileProblem: the diary file cannot be read.
        """
        with self._database.unit() as unit:
            chosen = unit.preferences.get().followed_places
            return tuple(dict.fromkeys((*chosen, *unit.entries.places(FOLLOWED_DAYS))))

    def followed_symptoms(self) -> tuple[str, ...]:
        """Return the symptoms she follows in her order and her own, then those of late.

        Raises:
            FileProblem: the diary file cannot be read.
        """
        with self._database.unit() as unit:
            preferences = unit.preferences.get()
            own = (CUSTOM_PREFIX + name for name in preferences.own_symptoms)
            recent = unit.entries.symptoms(FOLLOWED_DAYS)
        return tuple(dict.fromkeys((*preferences.followed_symptoms, *own, *recent)))

    def followed_medicines(self) -> tuple[Medicine, ...]:
        """Return the medicines of the last recorded days by name and kind, most used first.

        Raises:
            FileProblem: the diary file cannot be read.
        """
        with self._database.unit() as unit:
            found = unit.entries.medicines(FOLLOWED_DAYS)
        return tuple(Medicine(name=name, kind=kind) for name, kind in found)

    def signs_ever(self) -> tuple[str, ...]:
        """Return the signs that were recorded on any day.

        Raises:
            FileProblem: the diary file cannot be read.
        """
        with self._database.unit() as unit:
            return unit.entries.signs()

    def recorded(self, start: dt.date, end: dt.date) -> tuple[DayEntry, ...]:
        """Return the recorded days from ``start`` to ``end`` in order.

        Raises:
            FileProblem: the diary file cannot be read.
        """
        with self._database.unit() as unit:
            return unit.entries.all(start, end)

    def profile(self) -> Profile:
        """Return the person as far as she said.

        Raises:
            FileProblem: the diary file cannot be read.
        """
        with self._database.unit() as unit:
            return unit.care.profile()

    def events(self) -> tuple[Event, ...]:
        """Return her visits, scans and other events.

        Raises:
            FileProblem: the diary file cannot be read.
        """
        with self._database.unit() as unit:
            return unit.care.events()

    def diary(self) -> Diary:
        """Return the whole diary.

        Raises:
            FileProblem: the diary file cannot be read.
        """
        with self._database.unit() as unit:
            return unit.diary()

    def save(
        self,
        entry: DayEntry,
        now: dt.datetime,
        today: dt.date,
        usual: tuple[UsualLevel, ...] = (),
    ) -> EntriesChanged:
        """Keep a day. The time of its first save stays; a day that says the same is left alone.

        Args:
            entry: the answers; its ``entered_at`` is not looked at.
            now: the time of the save.
            today: the last day that may be recorded.
            usual: what she said is long-standing and known to her team, kept with the day.

        The draft of the day is taken away in the same step.

        Raises:
            RequestError: the day lies before 1900 or after today, or an answer is one that no
                diary can hold; nothing was changed.
            FileProblem: the file does not allow it; nothing was changed.
        """
        _check(entry)
        if entry.date > today:
            raise RequestError(translate(_TOO_LATE))
        if entry.date < FIRST_DAY:
            raise RequestError(translate(_TOO_EARLY))
        saved_at = now.astimezone(dt.UTC).replace(microsecond=0)
        with self._database.unit(writing=True) as unit:
            before = unit.entries.get(entry.date)
            first_saved = saved_at if before is None else before.entered_at
            kept = entry.model_copy(update={"entered_at": first_saved})
            changed = unit.entries.replace(before, kept, saved_at)
            if usual:
                unit.care.set_profile(unit.care.profile().with_usual(usual))
            unit.drafts.remove(entry.date)
            unit.commit()
        return EntriesChanged((entry.date,) if changed else (), saved_at)


def _check(entry: DayEntry) -> None:
    """Refuse an entry that was put together without a look at its answers."""
    answers = entry.model_dump(exclude={"entered_at"}, warnings=False)
    try:
        DayEntry.model_validate(answers)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
    else:
        return
    answer = translate(_ANSWERS.get(str(first["loc"][0]), _AN_ANSWER))
    raise RequestError(translate(_NOT_SAVED).format(answer=answer, reason=reason(first)))
