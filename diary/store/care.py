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

PROFILE = Shape(ProfileRow, ("id",))
USUAL = ListTable(UsualLevelRow, UsualLevel)
CONTACTS = ListTable(ContactRow, Contact, {"for": "for_what"})
TREATMENTS = ListTable(TreatmentRow, Treatment)
EVENTS = ListTable(EventRow, Event, {"date": "day"})
QUIET_PERIODS = ListTable(QuietPeriodRow, QuietPeriod)


class CareTables:
    """What surrounds the entries, inside one transaction.

    Attributes:
        is_touched: whether anything of it may have been written in it.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.is_touched = False

    def profile(self) -> Profile:
        """Return the person as far as she said; nothing is filled in.

        Raises:
            UnusableFile: a row is not what this program writes.
        """
        row = self._connection.execute(select(*PROFILE.columns)).first()
        said = {} if row is None else PROFILE.to_item(row)
        lists = {
            "usual": USUAL.read(self._connection),
            "contacts": CONTACTS.read(self._connection),
        }
        with told_as_damage():
            return Profile.model_validate(said | lists)

    def set_profile(self, profile: Profile) -> None:
        """Write the person, her usual levels and her contacts."""
        if profile == self.profile():
            return
        self.is_touched = True
        self._connection.execute(delete(ProfileRow))
        row = PROFILE.to_row(profile.model_dump(mode="json"))
        self._connection.execute(insert(ProfileRow), row)
        USUAL.replace(self._connection, profile.usual)
        CONTACTS.replace(self._connection, profile.contacts)

    def treatments(self) -> tuple[Treatment, ...]:
        """Return the treatments in the order in which they were given."""
        return TREATMENTS.read(self._connection)

    def set_treatments(self, treatments: tuple[Treatment, ...]) -> None:
        """Write all treatments."""
        self.is_touched = True
        TREATMENTS.replace(self._connection, treatments)

    def events(self) -> tuple[Event, ...]:
        """Return the events in the order in which they were given."""
        return EVENTS.read(self._connection)

    def set_events(self, events: tuple[Event, ...]) -> None:
        """Write all events."""
        self.is_touched = True
        EVENTS.replace(self._connection, events)

    def quiet_periods(self) -> tuple[QuietPeriod, ...]:
        """Return the quiet periods in the order in which they were given."""
        return QUIET_PERIODS.read(self._connection)

    def set_quiet_periods(self, quiet_periods: tuple[QuietPeriod, ...]) -> None:
        """Write all quiet periods."""
        self.is_touched = True
        QUIET_PERIODS.replace(self._connection, quiet_periods)
