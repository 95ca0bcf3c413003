"""Every part of a diary looked at by name, so that a person can be told what was checked.

Each fault is one sentence without anything of what the diary says.
"""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from diary.domain import choices
from diary.domain.fields import FIRST_DAY
from diary.domain.places import PLACES
from diary.domain.signs import SIGNS
from diary.domain.symptoms import SYMPTOMS, is_own_symptom
from diary.i18n import mark, mark_plural, plural, translate
from diary.store import identity, problems
from diary.store.connection import Begin, connect
from diary.store.soundness import read_all
from diary.store.unit import UnitOfWork

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator
    from pathlib import Path

    from sqlalchemy import Connection

VERSION: Final = mark("The file is of a version that this Daymark can read")
FILE: Final = mark("The file can be read from one end to the other")
LINKS: Final = mark("Every answer belongs to a day")
WORDS: Final = mark("Every place, sign, symptom and choice is one that Daymark knows")
DATES: Final = mark("Every date is possible")
ANSWERS: Final = mark("Every answer is one that Daymark can have written")

_LOOSE, _LOOSE_MANY = mark_plural(
    "{n} answer belongs to a day that is not there.",
    "{n} answers belong to days that are not there.",
)
_UNKNOWN, _UNKNOWN_MANY = mark_plural(
    "{n} answer uses a word that this version does not know.",
    "{n} answers use a word that this version does not know.",
)
_NO_DATE, _NO_DATE_MANY = mark_plural(
    "{n} date cannot be read.",
    "{n} dates cannot be read.",
)
_OUTSIDE, _OUTSIDE_MANY = mark_plural(
    "{n} recorded day lies before 1900 or after today. Is the date of this computer right?",
    "{n} recorded days lie before 1900 or after today. Is the date of this computer right?",
)
_TOO_EARLY, _TOO_EARLY_MANY = mark_plural(
    "{n} day was saved before it began.",
    "{n} days were saved before they began.",
)
_BACKWARDS, _BACKWARDS_MANY = mark_plural(
    "{n} treatment or quiet period ends before it begins.",
    "{n} treatments or quiet periods end before they begin.",
)

# Whose words are from which catalogue. A retired word is still in its catalogue. What a number to
# call is for is not here: the JSON leaves it open.
_WORDS: Final[tuple[tuple[str, str, Container[object]], ...]] = (
    *(("pain", name, terms) for name, terms in choices.PAIN_ONE.items()),
    ("pain", "region", PLACES),
    ("pain", "side", choices.SIDES),
    ("sign", "name", SIGNS),
    ("sign", "side", choices.SIDES),
    ("sign", "new", choices.NEWNESS),
    ("symptom", "place", PLACES),
    ("symptom", "new", choices.NEWNESS),
    ("medicine", "kind", choices.MEDICINE_KINDS),
    ("medicine", "relief", choices.RELIEFS),
    ("treatment", "kind", choices.TREATMENT_KINDS),
    ("event", "kind", choices.EVENT_KINDS),
    ("alert_action", "action", choices.ALERT_ACTIONS),
)
_DAYS: Final = (
    ("entry", "day"),
    ("entry", "copied_from"),
    ("pain", "started_on"),
    ("profile", "diagnosed_on"),
    ("usual_level", "since"),
    ("usual_level", "confirmed_on"),
    ("treatment", "start"),
    ("treatment", "end"),
    ("event", "day"),
    ("quiet_period", "start"),
    ("quiet_period", "end"),
    ("alert_action", "raised_on"),
    ("alert_action", "on_day"),
    ("entry_history", "day"),
    ("draft", "day"),
)
# A day begins up to so much earlier than the same date in Greenwich.
_FURTHEST_EAST: Final = dt.timedelta(hours=14)


@dataclass(frozen=True, slots=True)
class Checked:
    """One thing that was looked at.

    Attributes:
        what: what should be so, as a sentence without a full stop.
        faults: how it is not, one sentence each; none where it is.
    """

    what: str
    faults: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether it is so."""
        return not self.faults


def check(path: Path, passphrase: str | None, today: dt.date) -> tuple[Checked, ...]:
    """Look at every part of a diary and change nothing.

    Where the file as a whole cannot be read, the other parts are not looked at; where it is of an
    earlier version, the words and dates are looked at once it is brought up to date.

    Args:
        path: the diary, or a copy of it.
        passphrase: what opens it; None for one that is not protected.
        today: later days are no dates of an entry.

    Raises:
        FileProblem: it could not be read at all, for example because it is locked.
        PassphraseError: the passphrase does not fit.
    """
    try:
        with identity.looking(path, passphrase) as engine:
            revision = identity.revision_of(engine, path)
            with problems.known_problems(path), connect(engine, Begin.READING) as connection:
                if connection.exec_driver_sql("PRAGMA integrity_check").scalar() != "ok":
                    return (_damaged(problems.damaged(path).user_message),)
                found = [Checked(translate(FILE)), Checked(translate(LINKS), _links(connection))]
                if revision != identity.HEAD:
                    return tuple(found)
                found.append(Checked(translate(WORDS), _words(connection)))
                found.append(Checked(translate(DATES), _dates(connection, today)))
            with UnitOfWork(engine, path) as unit:
                found.append(Checked(translate(ANSWERS), _answers(unit)))
            return tuple(found)
    except problems.UnusableFile as error:
        if error.is_newer:
            return (Checked(translate(VERSION), (error.user_message,)),)
        return (_damaged(error.user_message),)


def _damaged(sentence: str) -> Checked:
    return Checked(translate(FILE), (sentence,))


def _links(connection: Connection) -> tuple[str, ...]:
    loose = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return _counted(_LOOSE, _LOOSE_MANY, len(loose))


def _words(connection: Connection) -> tuple[str, ...]:
    def is_symptom(word: object) -> bool:
        return word in SYMPTOMS or (isinstance(word, str) and is_own_symptom(word))

    def is_usual(word: object) -> bool:
        return word in PLACES or word in SIGNS or is_symptom(word)

    unknown = sum(
        _amiss(connection, table, name, terms.__contains__) for table, name, terms in _WORDS
    )
    unknown += _amiss(connection, "symptom", "name", is_symptom)
    unknown += _amiss(connection, "usual_level", "of", is_usual)
    for kind, terms in choices.PAIN_MANY.items():
        where = f"kind = '{kind}'"
        unknown += _amiss(connection, "pain_detail", "value", terms.__contains__, where)
    unknown += _amiss(connection, "pain_detail", "kind", choices.PAIN_MANY.__contains__)
    return _counted(_UNKNOWN, _UNKNOWN_MANY, unknown)


def _dates(connection: Connection, today: dt.date) -> tuple[str, ...]:
    def is_day(text: object) -> bool:
        return _day(text) is not None

    def is_between(text: object) -> bool:
        day = _day(text)
        return day is None or FIRST_DAY <= day <= today

    unreadable = sum(_amiss(connection, table, name, is_day) for table, name in _DAYS)
    outside = _amiss(connection, "entry", "day", is_between)
    early = sum(_is_too_early(*row) for row in _rows(connection, "entry", "day", "entered_at"))
    backwards = sum(
        None not in span and str(span[1]) < str(span[0])
        for table in ("treatment", "quiet_period")
        for span in _rows(connection, table, "start", '"end"')
    )
    return (
        *_counted(_NO_DATE, _NO_DATE_MANY, unreadable),
        *_counted(_OUTSIDE, _OUTSIDE_MANY, outside),
        *_counted(_TOO_EARLY, _TOO_EARLY_MANY, early),
        *_counted(_BACKWARDS, _BACKWARDS_MANY, backwards),
    )


def _answers(unit: UnitOfWork) -> tuple[str, ...]:
    try:
        read_all(unit)
    except problems.UnusableFile as error:
        return (error.user_message,)
    return ()


def _is_too_early(day: object, entered_at: object) -> bool:
    begins = _day(day)
    if begins is None or not isinstance(entered_at, str):
        return False
    with suppress(ValueError, TypeError):
        moment = dt.datetime.fromisoformat(entered_at)
        midnight = dt.datetime.combine(begins, dt.time(), dt.UTC)
        return moment < midnight - _FURTHEST_EAST
    return False


def _day(text: object) -> dt.date | None:
    with suppress(ValueError):
        day = dt.date.fromisoformat(str(text))
        return day if day.isoformat() == text else None
    return None


def _amiss(
    connection: Connection,
    table: str,
    column: str,
    is_right: Callable[[object], bool],
    where: str = "1",
) -> int:
    """Return how many rows hold something in a column that is not right; nothing there is."""
    sums = connection.exec_driver_sql(
        f'SELECT "{column}", count(*) FROM "{table}"'  # noqa: S608  all names are ours
        f' WHERE "{column}" IS NOT NULL AND {where} GROUP BY 1'
    ).all()
    return sum(rows for value, rows in sums if not is_right(value))


def _rows(connection: Connection, table: str, *columns: str) -> Iterator[tuple[object, ...]]:
    names = ", ".join(columns)
    for row in connection.exec_driver_sql(f'SELECT {names} FROM "{table}"'):  # noqa: S608  ours
        yield tuple(row)


def _counted(one: str, many: str, count: int) -> tuple[str, ...]:
    return (plural(one, many, count),) if count else ()
