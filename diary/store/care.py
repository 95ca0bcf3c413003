"""The person, her usual levels and contacts, treatments, events and quiet periods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from diary.domain.care import Contact, Event, Profile, QuietPeriod, Treatment, UsualLevel
from diary.store.rows import ListTable, Shape, told_as_damage
from diary.store.tables import (
    ContactRow,
    EventRow,
    ProfileRow,
    QuietPeriodRow,
    TreatmentRow,
    UsualLevelRow,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection

_PROFILE = Shape(ProfileRow, ("id",))
_USUAL = ListTable(UsualLevelRow, UsualLevel)
_CONTACTS = ListTable(ContactRow, Contact, {"for": "for_what"})
_TREATMENTS = ListTable(TreatmentRow, Treatment)
_EVENTS = ListTable(EventRow, Event, {"date": "day"})
_QUIET_PERIODS = ListTable(QuietPeriodRow, QuietPeriod)


class CareTables:
    """What surrounds the entries, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def profile(self) -> Profile:
        """Return the person as far as she said; nothing is filled in."""
        row = self._connection.execute(select(*_PROFILE.columns)).first()
        said = {} if row is None else _PROFILE.to_item(row)
        lists = {
            "usual": _USUAL.read(self._connection),
            "contacts": _CONTACTS.read(self._connection),
        }
        with told_as_damage():
            return Profile.model_validate(said | lists)

    def set_profile(self, profile: Profile) -> None:
        """Write the person, her usual levels and her contacts."""
        if profile == self.profile():
            return
        self._connection.execute(delete(ProfileRow))
        row = _PROFILE.to_row(profile.model_dump(mode="json"))
        self._connection.execute(insert(ProfileRow), row)
        _USUAL.replace(self._connection, profile.usual)
        _CONTACTS.replace(self._connection, profile.contacts)

    def treatments(self) -> tuple[Treatment, ...]:
        """Return the treatments in the order in which they were given."""
        return _TREATMENTS.read(self._connection)

    def set_treatments(self, treatments: tuple[Treatment, ...]) -> None:
        """Write all treatments."""
        _TREATMENTS.replace(self._connection, treatments)

    def events(self) -> tuple[Event, ...]:
        """Return the events in the order in which they were given."""
        return _EVENTS.read(self._connection)

    def set_events(self, events: tuple[Event, ...]) -> None:
        """Write all events."""
        _EVENTS.replace(self._connection, events)

    def quiet_periods(self) -> tuple[QuietPeriod, ...]:
        """Return the quiet periods in the order in which they were given."""
        return _QUIET_PERIODS.read(self._connection)

    def set_quiet_periods(self, quiet_periods: tuple[QuietPeriod, ...]) -> None:
        """Write all quiet periods."""
        _QUIET_PERIODS.replace(self._connection, quiet_periods)
