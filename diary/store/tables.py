"""The tables of the diary file.

Values are integers and texts: days are ISO texts, choices are their ids, weight is in grams and
temperature in hundredths of a degree. No row means *not answered*; the ``*_answered`` marks keep
"answered, nothing to report" apart from it. Lists keep their order by ``id`` or ``position``. A new
id in a catalogue needs no migration.

Files are made by the migrations, never from here; a test compares the two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from sqlalchemy import Boolean, Column, ForeignKey, Integer, MetaData, Table, Text

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlalchemy.types import TypeEngine


class Row:
    """The base of all tables: a class with a name is a table, and its attributes are the columns.

    A statement may name the class for the table. Nothing here needs SQLAlchemy's ORM, whose
    import takes as long as the frame of the window.
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
        if name:
            bases = reversed(cls.__mro__[: cls.__mro__.index(Row)])
            columns = [vars(base)[key](key) for base in bases for key in base.__annotations__]
            cls.__table__ = Table(name, Row.metadata, *columns)
            for column in columns:
                setattr(cls, column.key, column)

    @classmethod
    def __clause_element__(cls) -> Table:
        return cls.__table__


def _column(kind: type[TypeEngine[Any]], of: str | None = None, **options: Any) -> Any:
    """Return what makes a column, once its name is known.

    Args:
        kind: what stands in it; it is never empty unless an option says so.
        of: the column of another table whose row takes this one with it when it goes.
        options: what else SQLAlchemy is to know.
    """

    def make(name: str) -> Column[Any]:
        keys = () if of is None else (ForeignKey(of, ondelete="CASCADE"),)
        return Column(name, kind, *keys, **({"nullable": False} | options))

    return make


class ItemRow(Row):
    """The base of the tables that hold one item of a list; the order is that of ``id``."""

    id: ColumnElement[int] = _column(Integer, primary_key=True)


class AnswerRow(ItemRow):
    """The base of the tables that hold one item of a day's answer; it goes with its day."""

    day: ColumnElement[str] = _column(Text, "entry.day", index=True)


class EntryRow(Row, name="entry"):
    """One recorded day."""

    day: ColumnElement[str] = _column(Text, primary_key=True)
    entered_at: ColumnElement[str | None] = _column(Text, nullable=True)
    pains_answered: ColumnElement[bool] = _column(Boolean)
    signs_answered: ColumnElement[bool] = _column(Boolean)
    symptoms_answered: ColumnElement[bool] = _column(Boolean)
    medicines_answered: ColumnElement[bool] = _column(Boolean)
    weight_grams: ColumnElement[int | None] = _column(Integer, nullable=True)
    temperature_hundredths: ColumnElement[int | None] = _column(Integer, nullable=True)
    sleep: ColumnElement[int | None] = _column(Integer, nullable=True)
    walking: ColumnElement[int | None] = _column(Integer, nullable=True)
    daily_tasks: ColumnElement[int | None] = _column(Integer, nullable=True)
    could_do: ColumnElement[str | None] = _column(Text, nullable=True)
    note: ColumnElement[str | None] = _column(Text, nullable=True)
    copied_from: ColumnElement[str | None] = _column(Text, nullable=True)


class PainRow(AnswerRow, name="pain"):
    """Pain at one place on one day."""

    region: ColumnElement[str] = _column(Text)
    side: ColumnElement[str | None] = _column(Text, nullable=True)
    worst: ColumnElement[int | None] = _column(Integer, nullable=True)
    average: ColumnElement[int | None] = _column(Integer, nullable=True)
    night: ColumnElement[str | None] = _column(Text, nullable=True)
    pattern: ColumnElement[str | None] = _column(Text, nullable=True)
    trigger: ColumnElement[str | None] = _column(Text, nullable=True)
    onset: ColumnElement[str | None] = _column(Text, nullable=True)
    started_on: ColumnElement[str | None] = _column(Text, nullable=True)
    relief: ColumnElement[str | None] = _column(Text, nullable=True)


class PainDetailRow(Row, name="pain_detail"):
    """One chosen word about a pain: its timing, what makes it worse, where it spreads to."""

    pain_id: ColumnElement[int] = _column(Integer, "pain.id", primary_key=True)
    kind: ColumnElement[str] = _column(Text, primary_key=True)
    position: ColumnElement[int] = _column(Integer, primary_key=True)
    value: ColumnElement[str] = _column(Text)


class SignRow(AnswerRow, name="sign"):
    """A nerve or cord sign on one day."""

    name: ColumnElement[str] = _column(Text)
    side: ColumnElement[str | None] = _column(Text, nullable=True)
    grade: ColumnElement[int | None] = _column(Integer, nullable=True)
    new: ColumnElement[str | None] = _column(Text, nullable=True)


class SymptomRow(AnswerRow, name="symptom"):
    """Another symptom on one day."""

    name: ColumnElement[str] = _column(Text)
    place: ColumnElement[str | None] = _column(Text, nullable=True)
    grade: ColumnElement[int | None] = _column(Integer, nullable=True)
    new: ColumnElement[str | None] = _column(Text, nullable=True)


class MedicineRow(AnswerRow, name="medicine"):
    """A medicine taken on one day."""

    name: ColumnElement[str] = _column(Text)
    kind: ColumnElement[str | None] = _column(Text, nullable=True)
    doses: ColumnElement[int | None] = _column(Integer, nullable=True)
    relief: ColumnElement[str | None] = _column(Text, nullable=True)


class EarlierVersionRow(ItemRow, name="entry_history"):
    """A day as it was before it was changed or removed, as diary JSON."""

    day: ColumnElement[str] = _column(Text, index=True)
    saved_at: ColumnElement[str] = _column(Text)
    action: ColumnElement[str] = _column(Text)
    entry: ColumnElement[str] = _column(Text)


class DraftRow(Row, name="draft"):
    """A day that is being written and not saved yet; ``body`` is a JSON object of the form."""

    day: ColumnElement[str] = _column(Text, primary_key=True)
    body: ColumnElement[str] = _column(Text)
    changed_at: ColumnElement[str] = _column(Text)


class PreferenceRow(Row, name="preference"):
    """What she prefers about her diary, by name; ``value`` is JSON."""

    name: ColumnElement[str] = _column(Text, primary_key=True)
    value: ColumnElement[str] = _column(Text)


class ProfileRow(ItemRow, name="profile"):
    """The person; one row, or none while nothing was said."""

    name: ColumnElement[str | None] = _column(Text, nullable=True)
    birth_year: ColumnElement[int | None] = _column(Integer, nullable=True)
    cancer: ColumnElement[str | None] = _column(Text, nullable=True)
    diagnosed_on: ColumnElement[str | None] = _column(Text, nullable=True)
    bone_metastases: ColumnElement[bool | None] = _column(Boolean, nullable=True)
    osteoporosis: ColumnElement[bool | None] = _column(Boolean, nullable=True)
    immunosuppressed: ColumnElement[bool | None] = _column(Boolean, nullable=True)


class UsualLevelRow(ItemRow, name="usual_level"):
    """What is long-standing and known to the team."""

    of: ColumnElement[str] = _column(Text)
    level: ColumnElement[int] = _column(Integer)
    since: ColumnElement[str | None] = _column(Text, nullable=True)
    confirmed_on: ColumnElement[str | None] = _column(Text, nullable=True)


class ContactRow(ItemRow, name="contact"):
    """Whom to call."""

    name: ColumnElement[str | None] = _column(Text, nullable=True)
    phone: ColumnElement[str | None] = _column(Text, nullable=True)
    hours: ColumnElement[str | None] = _column(Text, nullable=True)
    for_what: ColumnElement[str | None] = _column(Text, nullable=True)


class TreatmentRow(ItemRow, name="treatment"):
    """A treatment."""

    kind: ColumnElement[str] = _column(Text)
    name: ColumnElement[str | None] = _column(Text, nullable=True)
    start: ColumnElement[str | None] = _column(Text, nullable=True)
    end: ColumnElement[str | None] = _column(Text, nullable=True)


class EventRow(ItemRow, name="event"):
    """Something that happened or is planned on one day."""

    day: ColumnElement[str] = _column(Text)
    kind: ColumnElement[str] = _column(Text)
    title: ColumnElement[str | None] = _column(Text, nullable=True)
    note: ColumnElement[str | None] = _column(Text, nullable=True)


class QuietPeriodRow(ItemRow, name="quiet_period"):
    """Days on which only urgent things may speak."""

    start: ColumnElement[str] = _column(Text)
    end: ColumnElement[str] = _column(Text)
    reason: ColumnElement[str | None] = _column(Text, nullable=True)


class AlertActionRow(ItemRow, name="alert_action"):
    """What she did about an alert."""

    rule: ColumnElement[str] = _column(Text)
    place: ColumnElement[str | None] = _column(Text, nullable=True)
    raised_on: ColumnElement[str] = _column(Text)
    action: ColumnElement[str] = _column(Text)
    on_day: ColumnElement[str] = _column(Text)
    with_whom: ColumnElement[str | None] = _column(Text, nullable=True)
    note: ColumnElement[str | None] = _column(Text, nullable=True)
