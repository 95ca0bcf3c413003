"""A new, sound diary from what can still be read of a damaged one; the damaged one is not touched.

What is read goes through the models, day by day and item by item, and the new file is made as
every file is: by the migrations, from nothing. So it holds nothing the program could not have
written. A value that the damage turned into another possible value, a score or the mark of an
answered question, cannot be told; a row that it moved to another day can.
"""

from __future__ import annotations

import datetime as dt
import shutil
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from pydantic import BaseModel, ValidationError
from pydantic_core import from_json, to_json
from sqlalchemy import Boolean, insert

from diary.domain.care import Profile
from diary.domain.preferences import Preferences
from diary.i18n import mark
from diary.store import files, identity, migrations, problems, soundness
from diary.store.actions import ACTIONS
from diary.store.care import CONTACTS, EVENTS, PROFILE, QUIET_PERIODS, TREATMENTS, USUAL
from diary.store.connection import Begin, connect, make_engine
from diary.store.damaged import Damaged
from diary.store.drafts import draft_of
from diary.store.found import Found, Table
from diary.store.history import version_of
from diary.store.rebuilding import Rebuilt, read_days
from diary.store.tables import DraftRow, EarlierVersionRow, PreferenceRow
from diary.store.unit import UnitOfWork

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from diary.store.rows import ListTable
    from diary.store.tables import Row

_LISTS: Final[dict[str, ListTable[Any]]] = {
    "usual": USUAL,
    "contacts": CONTACTS,
    "treatments": TREATMENTS,
    "events": EVENTS,
    "quiet_periods": QUIET_PERIODS,
    "alert_actions": ACTIONS,
}
NOTHING: Final = mark("Nothing of a diary could be read in the file {file}. It was left as it is.")


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What could be read of a damaged diary, and what could not.

    Attributes:
        path: the new diary.
        days: how many days it holds.
        partly: the days of which some answers could not be read; these say "not answered" now.
        lost: the days of which nothing could be read.
        is_list_whole: whether these are all the days that were there, as far as anybody can tell.
        others: what else could not be read: the part and how many items, None where unknown.
    """

    path: Path
    days: int
    first_day: dt.date | None
    last_day: dt.date | None
    partly: tuple[dt.date, ...]
    lost: tuple[dt.date, ...]
    is_list_whole: bool
    others: tuple[tuple[str, int | None], ...]


def salvage(source: Path, target: Path, passphrase: str | None) -> Salvaged:
    """Make a new diary at ``target`` of what can be read of a damaged file.

    Args:
        source: the damaged file; it is only read.
        target: the new diary; one that is there is replaced.
        passphrase: the passphrase or recovery code of the damaged file, None where it has none.
            The new diary has the same.

    Raises:
        UnusableFile: nothing of a diary can be read in it, or it is of a newer version.
        PassphraseError: the passphrase does not open its first page, and no other one either.
        FileProblem: the disk does not allow it.
    """
    with problems.known_problems(target), ExitStack() as stack:
        copy = stack.enter_context(files.written_aside(target))
        part = stack.enter_context(files.written_aside(target))
        files.copy_readable(source, copy)
        migrations.upgrade(part, passphrase, like=copy if passphrase else None)
        with Damaged(copy, passphrase) as damaged:
            names = damaged.names()
        if names is None:
            _replace_start(copy, part, passphrase, stack.enter_context(files.written_aside(target)))
        else:
            _check_version(copy, passphrase, source)
        with Damaged(copy, passphrase) as damaged:
            read = _read_all(damaged, names, copy.stat().st_size // files.PAGE)
        salvaged = _write(read, part, passphrase, target)
        if read.is_empty:
            if passphrase is not None and names is None:
                raise identity.PassphraseError(problems.told(identity.WRONG, source))
            raise problems.UnusableFile(problems.told(NOTHING, source))
        soundness.examine(part, passphrase, target)
        files.swap_in(part, target)
    return salvaged


def _replace_start(copy: Path, fresh: Path, passphrase: str | None, longer: Path) -> None:
    """Put the list of tables of a new diary in the place of one that cannot be read.

    Every diary begins in the same way, because every diary is made by the same migrations; a
    protected page is locked by itself, so that it can be taken over as well.
    """
    shutil.copyfile(fresh, longer)
    engine = make_engine(longer, passphrase)
    try:
        with connect(engine, Begin.WRITING) as connection:
            roots = set(connection.exec_driver_sql("SELECT rootpage FROM sqlite_master").scalars())
            # The first page says how many pages there are.
            filling = {"name": "-", "value": "-" * copy.stat().st_size}
            connection.execute(insert(PreferenceRow), filling)
            connection.commit()
    finally:
        engine.dispose()
    with longer.open("rb") as origin, copy.open("r+b") as written:
        # A new diary has nothing but the starts of its tables, and the list of them.
        for number in set(range(1, fresh.stat().st_size // files.PAGE + 1)) - roots:
            at = (number - 1) * files.PAGE
            origin.seek(at)
            written.seek(at)
            written.write(origin.read(files.PAGE))


def _check_version(copy: Path, passphrase: str | None, source: Path) -> None:
    engine = make_engine(copy, passphrase)
    try:
        identity.revision_of(engine, source)
    except problems.UnusableFile as error:
        if error.is_newer or not error.is_diary:
            raise
    finally:
        engine.dispose()


@dataclass(slots=True)
class _Read:
    """All that was read, as the models take it."""

    days: Rebuilt
    profile: dict[str, Any]
    lists: dict[str, list[Any]]
    earlier: list[dict[str, Any]]
    drafts: list[Any]
    preferences: dict[str, Any]
    unread: dict[str, int | None]

    @property
    def is_empty(self) -> bool:
        """Whether nothing of hers was found."""
        kept = (self.days.entries, self.earlier, self.drafts, *self.lists.values())
        return not any((*kept, self.profile, self.preferences))


class _Reader:
    """Reads the tables that hold lists, and counts what it could not."""

    def __init__(self, damaged: Damaged, names: frozenset[str] | None) -> None:
        self._damaged, self._names = damaged, names
        self.unread: dict[str, int | None] = {}
        self.strays = 0  # rows that cannot have been written where they are

    def found(self, table: Table) -> Found:
        """Return what can be read of a table; nothing of one that an older diary has not."""
        if self._names is not None and table.name not in self._names:
            return Found()
        return self._damaged.read(table)

    def items(self, part: str, row: type[Row], make: Callable[..., Any]) -> list[Any]:
        """Return what ``make`` takes of the rows of a table, in order, by their columns."""
        columns = tuple(row.__table__.columns)
        found = self.found(Table(row.__table__.name, tuple(column.name for column in columns)))
        made, refused = [], 0
        for number in sorted(found.rows):
            values = [
                bool(value) if isinstance(column.type, Boolean) and value in {0, 1} else value
                for column, value in zip(columns, found.rows[number], strict=True)
            ]
            try:
                made.append(make(*values))
            except (ValueError, TypeError):
                refused += 1
        self.strays += refused + found.is_bent
        if refused or found.unread != 0:
            self.unread[part] = None if found.unread is None else found.unread + refused
        return made

    def list(self, part: str, list_table: ListTable[Any]) -> list[Any]:
        """Return the items of one of the lists that surround the days."""

        def make(_number: int, *values: Any) -> Any:
            return list_table.model.model_validate(list_table.shape.to_item(values))

        return self.items(part, list_table.table, make)


def _read_all(damaged: Damaged, names: frozenset[str] | None, pages: int) -> _Read:
    reader = _Reader(damaged, names)
    persons = reader.items("profile", PROFILE.table, lambda _number, *said: PROFILE.to_item(said))
    preferences = reader.items("preferences", PreferenceRow, _preference)
    said = persons[0] if persons else {}
    profile = _taken(Profile, said)
    if profile != said:
        reader.unread["profile"] = 1
    lists = {part: reader.list(part, table) for part, table in _LISTS.items()}
    earlier = reader.items("earlier", EarlierVersionRow, _earlier)
    drafts = reader.items("drafts", DraftRow, draft_of)
    strays = reader.strays + len(persons[1:])
    return _Read(
        days=read_days(damaged, pages, strays),
        profile=profile,
        lists=lists,
        earlier=earlier,
        drafts=drafts,
        preferences={name: value for one in preferences for name, value in one.items()},
        unread=reader.unread,
    )


def _write(read: _Read, part: Path, passphrase: str | None, target: Path) -> Salvaged:
    engine = make_engine(part, passphrase)
    try:
        with UnitOfWork(engine, target, writing=True) as unit:
            unit.entries.put_all(read.days.entries, dt.datetime.now(dt.UTC))
            lists = {"usual": tuple(read.lists["usual"]), "contacts": tuple(read.lists["contacts"])}
            unit.care.set_profile(Profile.model_validate(_taken(Profile, read.profile | lists)))
            unit.care.set_treatments(tuple(read.lists["treatments"]))
            unit.care.set_events(tuple(read.lists["events"]))
            unit.care.set_quiet_periods(tuple(read.lists["quiet_periods"]))
            unit.actions.set_all(tuple(read.lists["alert_actions"]))
            unit.history.put_back(read.earlier)
            for draft in read.drafts:
                unit.drafts.put(draft)
            unit.preferences.set(Preferences.model_validate(read.preferences))
            unit.commit()
    finally:
        engine.dispose()
    days = sorted(entry.date for entry in read.days.entries)
    return Salvaged(
        path=target,
        days=len(days),
        first_day=days[0] if days else None,
        last_day=days[-1] if days else None,
        partly=tuple(sorted(read.days.partly)),
        lost=tuple(sorted(read.days.lost)),
        is_list_whole=read.days.is_list_whole,
        others=tuple(read.unread.items()),
    )


def _earlier(*values: Any) -> dict[str, Any]:
    version_of(values)
    return dict(
        zip((column.name for column in EarlierVersionRow.__table__.columns), values, strict=True)
    )


def _preference(name: Any, value: Any) -> dict[str, Any]:
    if name not in Preferences.model_fields:
        if not isinstance(name, str):
            raise TypeError
        return {}  # of a later version
    said = {name: from_json(value)}
    checked = Preferences.model_validate_json(to_json(said))
    return {name: getattr(checked, name)}


def _taken(model: type[BaseModel], item: dict[str, Any]) -> dict[str, Any]:
    """Return what the model takes of an item, without the keys it refuses."""
    with suppress(ValidationError):
        model.model_validate(item)
        return item
    kept: dict[str, Any] = {}
    for key, value in item.items():
        with suppress(ValidationError):
            model.model_validate({**kept, key: value})
            kept[key] = value
    return kept
