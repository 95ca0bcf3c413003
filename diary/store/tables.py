"""The tables of the diary file.

Values are integers and texts, as the contract writes them: days are ISO texts, weight is in
grams and temperature in hundredths of a degree, choices are their ids. No row means *not
answered*; the ``*_answered`` marks keep "answered, nothing to report" apart from it. Lists keep
their order by ``id`` or ``position``. A new id in a catalogue needs no migration.

Files are made by the migrations, never from here; a test compares the two.
"""

from __future__ import annotations

from typing import Any, ClassVar

from sqlalchemy import Column, ForeignKey, MetaData, Table, Text, TypedColumns


def _text(*of: ForeignKey, **options: Any) -> Any:
    """Return a column of texts; whether it may be empty is said by its annotation."""
    return Column(Text, *of, **options)


class Row:
    """The base of all tables: a class with a name is a table, and its attributes are the columns.

    Nothing here needs SQLAlchemy's ORM, whose import takes as long as the frame of the window.
    """

    metadata: ClassVar = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(referred_table_name)s",
            "ix": "ix_%(table_name)s_%(column_0_name)s",
        }
    )
    __table__: ClassVar[Table]

    def __init_subclass__(cls, *, name: str = "") -> None:
        super().__init_subclass__()
        if not name:
            return  # a base of several tables
        said: dict[str, Any] = {"__module__": __name__, "__annotations__": {}}
        for base in reversed(cls.__mro__[: cls.__mro__.index(Row)]):
            said["__annotations__"] |= base.__annotations__
            said |= {key: vars(base)[key] for key in base.__annotations__ if key in vars(base)}
        cls.__table__ = Table(name, Row.metadata, type(cls.__name__, (TypedColumns,), said))
        for column in cls.__table__.columns:
            setattr(cls, column.key, column)

    @classmethod
    def __clause_element__(cls) -> Table:
        """Stand for the table wherever a statement names the class."""
        return cls.__table__


class ItemRow(Row):
    """The base of the tables that hold one item of a list; the order is that of ``id``."""

    id: Column[int] = Column(primary_key=True)


class AnswerRow(ItemRow):
    """The base of the tables that hold one item of a day's answer; it goes with its day."""

    day: Column[str] = _text(ForeignKey("entry.day", ondelete="CASCADE"), index=True)


class EntryRow(Row, name="entry"):
    """One recorded day."""

    day: Column[str] = _text(primary_key=True)
    entered_at: Column[str | None] = _text()
    pains_answered: Column[bool]
    signs_answered: Column[bool]
    symptoms_answered: Column[bool]
    medicines_answered: Column[bool]
    weight_grams: Column[int | None]
    temperature_hundredths: Column[int | None]
    sleep: Column[int | None]
    walking: Column[int | None]
    daily_tasks: Column[int | None]
    could_do: Column[str | None] = _text()
    note: Column[str | None] = _text()
    copied_from: Column[str | None] = _text()


class PainRow(AnswerRow, name="pain"):
    """Pain at one place on one day."""

    region: Column[str] = _text()
    side: Column[str | None] = _text()
    worst: Column[int | None]
    average: Column[int | None]
    night: Column[str | None] = _text()
    pattern: Column[str | None] = _text()
    trigger: Column[str | None] = _text()
    onset: Column[str | None] = _text()
    started_on: Column[str | None] = _text()
    relief: Column[str | None] = _text()


class PainDetailRow(Row, name="pain_detail"):
    """One chosen word about a pain: its timing, what makes it worse, where it spreads to."""

    pain_id: Column[int] = Column(ForeignKey("pain.id", ondelete="CASCADE"), primary_key=True)
    kind: Column[str] = _text(primary_key=True)
    position: Column[int] = Column(primary_key=True)
    value: Column[str] = _text()


class SignRow(AnswerRow, name="sign"):
    """A nerve or cord sign on one day."""

    name: Column[str] = _text()
    side: Column[str | None] = _text()
    grade: Column[int | None]
    new: Column[str | None] = _text()


class SymptomRow(AnswerRow, name="symptom"):
    """Another symptom on one day."""

    name: Column[str] = _text()
    place: Column[str | None] = _text()
    grade: Column[int | None]
    new: Column[str | None] = _text()


class MedicineRow(AnswerRow, name="medicine"):
    """A medicine taken on one day."""

    name: Column[str] = _text()
    kind: Column[str | None] = _text()
    doses: Column[int | None]
    relief: Column[str | None] = _text()


class EarlierVersionRow(ItemRow, name="entry_history"):
    """A day as it was before it was changed or removed, as diary JSON."""

    day: Column[str] = _text(index=True)
    saved_at: Column[str] = _text()
    action: Column[str] = _text()
    entry: Column[str] = _text()


class DraftRow(Row, name="draft"):
    """A day that is being written and not saved yet; ``body`` is a JSON object of the form."""

    day: Column[str] = _text(primary_key=True)
    body: Column[str] = _text()
    changed_at: Column[str] = _text()


class PreferenceRow(Row, name="preference"):
    """What she prefers about her diary, by name; ``value`` is JSON."""

    name: Column[str] = _text(primary_key=True)
    value: Column[str] = _text()


class ProfileRow(ItemRow, name="profile"):
    """The person; one row, or none while nothing was said."""

    name: Column[str | None] = _text()
    birth_year: Column[int | None]
    cancer: Column[str | None] = _text()
    diagnosed_on: Column[str | None] = _text()
    bone_metastases: Column[bool | None]
    osteoporosis: Column[bool | None]
    immunosuppressed: Column[bool | None]


class UsualLevelRow(ItemRow, name="usual_level"):
    """What is long-standing and known to the team."""

    of: Column[str] = _text()
    level: Column[int]
    since: Column[str | None] = _text()
    confirmed_on: Column[str | None] = _text()


class ContactRow(ItemRow, name="contact"):
    """Whom to call."""

    name: Column[str | None] = _text()
    phone: Column[str | None] = _text()
    hours: Column[str | None] = _text()
    for_what: Column[str | None] = _text()


class TreatmentRow(ItemRow, name="treatment"):
    """A treatment."""

    kind: Column[str] = _text()
    name: Column[str | None] = _text()
    start: Column[str | None] = _text()
    end: Column[str | None] = _text()


class EventRow(ItemRow, name="event"):
    """Something that happened or is planned on one day."""

    day: Column[str] = _text()
    kind: Column[str] = _text()
    title: Column[str | None] = _text()
    note: Column[str | None] = _text()


class QuietPeriodRow(ItemRow, name="quiet_period"):
    """Days on which only urgent things may speak."""

    start: Column[str] = _text()
    end: Column[str] = _text()
    reason: Column[str | None] = _text()


class AlertActionRow(ItemRow, name="alert_action"):
    """What she did about an alert."""

    rule: Column[str] = _text()
    place: Column[str | None] = _text()
    raised_on: Column[str] = _text()
    action: Column[str] = _text()
    on_day: Column[str] = _text()
    with_whom: Column[str | None] = _text()
    note: Column[str | None] = _text()
