"""The whole diary, as its JSON (``daymark schema``) and everything above the store see it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter, lt
from typing import TYPE_CHECKING, Annotated, Literal, Self, TypeAlias

from pydantic import AfterValidator, BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from diary.domain import fields as f
from diary.domain.care import AlertAction, Event, Profile, QuietPeriod, Treatment
from diary.domain.entry import DayEntry

FORMAT: Literal["daymark-diary"] = "daymark-diary"
VERSION: Literal[1] = 1

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    _ProfileOrNull: TypeAlias = Profile
    _Version: TypeAlias = Literal[1]
else:

    def _unanswered_if_null(profile: Profile | None) -> Profile:
        return Profile() if profile is None else profile

    def _whole(version: object) -> object:
        # To Python 1.0 and True are equal to 1, and neither is a version.
        if type(version) is not int:
            raise PydanticCustomError("version", "is not a whole number")
        return version

    _ProfileOrNull = Annotated[Profile | None, AfterValidator(_unanswered_if_null)]
    _Version = Annotated[Literal[1], BeforeValidator(_whole)]


class Diary(f.Model):
    """A diary: who, what surrounds the days, the days in calendar order, and what she did."""

    format: Literal["daymark-diary"] = FORMAT
    version: _Version = VERSION
    profile: _ProfileOrNull = Profile()
    treatments: f.ListOf[Treatment] = ()
    events: f.ListOf[Event] = ()
    quiet_periods: f.ListOf[QuietPeriod] = ()
    entries: f.ListOf[DayEntry] = ()
    alert_actions: f.ListOf[AlertAction] = ()

    @model_validator(mode="after")
    def _one_entry_a_day(self) -> Self:
        days = [entry.date for entry in self.entries]
        if all(map(lt, days, days[1:])):
            return self
        seen: dict[dt.date, int] = {}
        for position, day in enumerate(days):
            if day in seen:
                raise PydanticCustomError(
                    "same_day",
                    "entries {second} has the same date as entries {first}: one entry a date",
                    {"first": seen[day], "second": position},
                )
            seen[day] = position
        # A frozen model is set aside here once, so that every reader finds the days in order.
        ordered = tuple(sorted(self.entries, key=lambda entry: entry.date))
        object.__setattr__(self, "entries", ordered)
        return self

    @property
    def first_day(self) -> dt.date | None:
        """The first recorded day, or None."""
        return self.entries[0].date if self.entries else None

    @property
    def last_day(self) -> dt.date | None:
        """The last recorded day, or None."""
        return self.entries[-1].date if self.entries else None

    def up_to(self, day: dt.date) -> Diary:
        """Return the diary as it stood on ``day``: no later entries and no later actions."""
        later = bisect_right(self.entries, day, key=attrgetter("date"))
        return self.model_copy(
            update={
                "entries": self.entries[:later],
                "alert_actions": tuple(a for a in self.alert_actions if a.on <= day),
            }
        )

    def with_days(self, changed: Mapping[dt.date, DayEntry | None]) -> Diary:
        """Return the diary with other entries on some days; None: with none. The rest is shared."""
        entries = list(self.entries)
        for day, entry in changed.items():
            at = bisect_left(entries, day, key=attrgetter("date"))
            is_there = at < len(entries) and entries[at].date == day
            entries[at : at + is_there] = [] if entry is None else [entry]
        return self.model_copy(update={"entries": tuple(entries)})

    def between(self, start: dt.date | None, end: dt.date | None) -> Diary:
        """Return the diary with only the entries of these days; None leaves that side open."""
        return self.model_copy(
            update={
                "entries": tuple(
                    entry
                    for entry in self.entries
                    if (start is None or entry.date >= start) and (end is None or entry.date <= end)
                )
            }
        )
