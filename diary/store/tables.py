"""The tables of the diary file.

Values are integers and texts, as the contract writes them: days are ISO texts, weight is in
grams and temperature in hundredths of a degree, choices are their ids. No row means *not
answered*; the ``*_answered`` marks keep "answered, nothing to report" apart from it. Lists keep
their order by ``id`` or ``position``. A new id in a catalogue needs no migration.

Files are made by the migrations, never from here; a test compares the two.
"""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy import ForeignKey, MetaData, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Row(DeclarativeBase):
    """The base of all tables."""

    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(referred_table_name)s",
            "ix": "ix_%(table_name)s_%(column_0_name)s",
        }
    )
    type_annotation_map: ClassVar = {str: Text}


class ItemRow(Row):
    """The base of the tables that hold one item of a list; the order is that of ``id``."""

    __abstract__ = True

    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-2)


class AnswerRow(ItemRow):
    """The base of the tables that hold one item of a day's answer; it goes with its day."""

    __abstract__ = True

    day: Mapped[str] = mapped_column(
        ForeignKey("entry.day", ondelete="CASCADE"), index=True, sort_order=-1
    )


class EntryRow(Row):
    """One recorded day."""

    __tablename__ = "entry"

    day: Mapped[str] = mapped_column(primary_key=True)
    entered_at: Mapped[str | None]
    pains_answered: Mapped[bool]
    signs_answered: Mapped[bool]
    symptoms_answered: Mapped[bool]
    medicines_answered: Mapped[bool]
    weight_grams: Mapped[int | None]
    temperature_hundredths: Mapped[int | None]
    sleep: Mapped[int | None]
    walking: Mapped[int | None]
    daily_tasks: Mapped[int | None]
    could_do: Mapped[str | None]
    note: Mapped[str | None]
    copied_from: Mapped[str | None]


class PainRow(AnswerRow):
    """Pain at one place on one day."""

    __tablename__ = "pain"

    region: Mapped[str]
    side: Mapped[str | None]
    worst: Mapped[int | None]
    average: Mapped[int | None]
    night: Mapped[str | None]
    pattern: Mapped[str | None]
    trigger: Mapped[str | None]
    onset: Mapped[str | None]
    started_on: Mapped[str | None]
    relief: Mapped[str | None]


class PainDetailRow(Row):
    """One chosen word about a pain: its timing, what makes it worse, where it spreads to."""

    __tablename__ = "pain_detail"

    pain_id: Mapped[int] = mapped_column(
        ForeignKey("pain.id", ondelete="CASCADE"), primary_key=True
    )
    kind: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    value: Mapped[str]


class SignRow(AnswerRow):
    """A nerve or cord sign on one day."""

    __tablename__ = "sign"

    name: Mapped[str]
    side: Mapped[str | None]
    grade: Mapped[int | None]
    new: Mapped[str | None]


class SymptomRow(AnswerRow):
    """Another symptom on one day."""

    __tablename__ = "symptom"

    name: Mapped[str]
    place: Mapped[str | None]
    grade: Mapped[int | None]
    new: Mapped[str | None]


class MedicineRow(AnswerRow):
    """A medicine taken on one day."""

    __tablename__ = "medicine"

    name: Mapped[str]
    kind: Mapped[str | None]
    doses: Mapped[int | None]
    relief: Mapped[str | None]


class EarlierVersionRow(ItemRow):
    """A day as it was before it was changed or removed, as diary JSON."""

    __tablename__ = "entry_history"

    day: Mapped[str] = mapped_column(index=True)
    saved_at: Mapped[str]
    action: Mapped[str]
    entry: Mapped[str]


class DraftRow(Row):
    """A day that is being written and not saved yet; ``body`` is a JSON object of the form."""

    __tablename__ = "draft"

    day: Mapped[str] = mapped_column(primary_key=True)
    body: Mapped[str]
    changed_at: Mapped[str]


class PreferenceRow(Row):
    """What she prefers about her diary, by name; ``value`` is JSON."""

    __tablename__ = "preference"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class ProfileRow(ItemRow):
    """The person; one row, or none while nothing was said."""

    __tablename__ = "profile"

    name: Mapped[str | None]
    birth_year: Mapped[int | None]
    cancer: Mapped[str | None]
    diagnosed_on: Mapped[str | None]
    bone_metastases: Mapped[bool | None]
    osteoporosis: Mapped[bool | None]
    immunosuppressed: Mapped[bool | None]


class UsualLevelRow(ItemRow):
    """What is long-standing and known to the team."""

    __tablename__ = "usual_level"

    of: Mapped[str]
    level: Mapped[int]
    since: Mapped[str | None]
    confirmed_on: Mapped[str | None]


class ContactRow(ItemRow):
    """Whom to call."""

    __tablename__ = "contact"

    name: Mapped[str | None]
    phone: Mapped[str | None]
    hours: Mapped[str | None]
    for_what: Mapped[str | None]


class TreatmentRow(ItemRow):
    """A treatment."""

    __tablename__ = "treatment"

    kind: Mapped[str]
    name: Mapped[str | None]
    start: Mapped[str | None]
    end: Mapped[str | None]


class EventRow(ItemRow):
    """Something that happened or is planned on one day."""

    __tablename__ = "event"

    day: Mapped[str]
    kind: Mapped[str]
    title: Mapped[str | None]
    note: Mapped[str | None]


class QuietPeriodRow(ItemRow):
    """Days on which only urgent things may speak."""

    __tablename__ = "quiet_period"

    start: Mapped[str]
    end: Mapped[str]
    reason: Mapped[str | None]


class AlertActionRow(ItemRow):
    """What she did about an alert."""

    __tablename__ = "alert_action"

    rule: Mapped[str]
    place: Mapped[str | None]
    raised_on: Mapped[str]
    action: Mapped[str]
    on_day: Mapped[str]
    with_whom: Mapped[str | None]
    note: Mapped[str | None]
