"""Whether a diary or a copy can be read from one end to the other."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from diary.store import identity, problems
from diary.store.connection import Begin, connect
from diary.store.unit import UnitOfWork

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection, Engine


class Soundness(NamedTuple):
    """What a check found.

    Attributes:
        problem: one plain sentence, or None where everything was read and is in order.
        days: how many days are recorded.
    """

    path: Path
    problem: str | None
    days: int = 0
    first_day: dt.date | None = None
    last_day: dt.date | None = None

    @property
    def sound(self) -> bool:
        """Whether everything was read and is in order."""
        return self.problem is None


def verify(path: Path, passphrase: str | None) -> Soundness:
    """Read a diary or a copy from one end to the other, and change nothing.

    Raises:
        FileProblem: it could not be read at all, for example because it is locked.
        PassphraseError: the passphrase does not fit.
    """
    try:
        return examine(path, passphrase, path)
    except problems.UnusableFile as error:
        return Soundness(path, error.user_message)


def examine(path: Path, passphrase: str | None, named: Path) -> Soundness:
    """Read a diary or a copy from one end to the other.

    Args:
        path: the file to read.
        passphrase: what opens it; None for one that is not protected.
        named: the file that sentences name, where this is a copy of it.

    Raises:
        UnusableFile: it is damaged, newer than the program, or not a diary.
        FileProblem: it could not be read at all, for example because it is locked.
        PassphraseError: the passphrase does not fit.
    """
    with identity.looking(path, passphrase) as engine:
        revision = identity.revision_of(engine, named)
        with problems.known_problems(named), connect(engine, Begin.READING) as connection:
            if has_faults(connection, "integrity_check"):
                raise problems.damaged(named)
            found = _with_days(named, connection)
        if revision == identity.HEAD:
            with UnitOfWork(engine, named) as unit:
                read_all(unit)
    return found


def glance(path: Path, passphrase: str | None) -> Soundness:
    """Check the pages of a copy and say what days it holds; quicker than :func:`verify`.

    Raises:
        FileProblem: it could not be read at all, for example because it is locked.
        PassphraseError: the passphrase does not fit.
    """
    try:
        with identity.looking(path, passphrase) as engine:
            identity.revision_of(engine, path)
            with problems.known_problems(path), connect(engine, Begin.READING) as connection:
                if has_faults(connection, "quick_check"):
                    return Soundness(path, problems.damaged(path).user_message)
                return _with_days(path, connection)
    except problems.UnusableFile as error:
        return Soundness(path, error.user_message)


def days_in(path: Path, passphrase: str | None) -> frozenset[dt.date]:
    """Return the recorded days of a diary or a copy, of whatever version.

    Raises:
        FileProblem: it cannot be read.
        PassphraseError: the passphrase does not fit.
    """
    with identity.looking(path, passphrase) as engine:
        identity.revision_of(engine, path)
        with problems.known_problems(path), connect(engine, Begin.READING) as connection:
            days = connection.exec_driver_sql("SELECT day FROM entry").scalars().all()
    return frozenset(dt.date.fromisoformat(day) for day in days)


def _with_days(named: Path, connection: Connection) -> Soundness:
    days, *ends = connection.exec_driver_sql("SELECT count(*), min(day), max(day) FROM entry").one()
    first, last = (None if day is None else dt.date.fromisoformat(day) for day in ends)
    return Soundness(named, None, days, first, last)


def read_all(unit: UnitOfWork) -> None:
    """Read all that the models know.

    Raises:
        UnusableFile: something is not what this program writes.
    """
    unit.diary()
    unit.history.all()
    unit.drafts.all()
    unit.preferences.get()


def check_pages(engine: Engine, path: Path) -> None:
    """Look at every page before anything is written: 20 years of days take some 20 ms.

    Raises:
        UnusableFile: one of them is damaged.
    """
    with problems.known_problems(path), connect(engine, Begin.READING) as connection:
        if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() != "ok":
            raise problems.damaged(path, "quick_check")


def look_first(path: Path, passphrase: str | None) -> None:
    """Look at a file before it is opened for writing, and change neither it nor what is beside it.

    Raises:
        PassphraseError: the passphrase is missing, wrong or not wanted.
        FileProblem: it is not a diary, damaged, newer, or the disk does not allow it.
    """
    with identity.looking(path, passphrase) as engine:
        identity.revision_of(engine, path)
        check_pages(engine, path)


def has_faults(connection: Connection, check: str) -> bool:
    """Return whether ``quick_check`` or ``integrity_check`` or the foreign keys find a fault."""
    return (
        connection.exec_driver_sql(f"PRAGMA {check}").scalar() != "ok"
        or connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None
    )
