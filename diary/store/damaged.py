"""What SQLite still gives of a damaged file: read row by row around the pages that it refuses.

Only ever used on a copy. Every table is read from both ends up to where it breaks, and between
the two by the numbers of its rows; its index, a second list of the same rows in other pages,
says which rows there should be, and what each is about. Where the two disagree, nobody can tell
which of them is right: the row is left out, and what either says is named as missing.

A page that was destroyed is refused, and what lies around it can be believed. A plain file in which
single bytes were changed, or pages were put in each other's place, is another matter: it may give
half of a table as if it were the whole. SQLite's own check of the structure tells most of that.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import event

from diary.store.connection import make_engine
from diary.store.files import PAGE
from diary.store.found import MANY, Found, Table, is_in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from sqlalchemy import PoolProxiedConnection

_WIDEST_GAP: Final = 200_000  # rows looked for one by one; no diary has as many in one table

# What SQLite's check says of pages that it refuses to read, and of what lies around them.
_OF_REFUSED: Final = (
    *("*** in database", "btreeInitPage() returns error code", "unable to get the page"),
    *("invalid page number", "Child page depth differs"),
    *("missing from index", "wrong # of entries in index"),
)

_LOST: Final = re.compile(r"Page (\d+)(?: is|:) never used")
_LISTS_PAGES: Final = b"\x05"  # how a page begins that says on which others the rows stand
_MANY_LINES: Final = 1_000_000


class Damaged:
    """A damaged file, opened for reading; a protected one is opened again whenever it breaks.

    Args:
        path: a copy of the file.
        passphrase: its passphrase or recovery code; None for a plain file.
    """

    def __init__(self, path: Path, passphrase: str | None) -> None:
        self._path, self._is_protected = path, passphrase is not None
        self._engine = make_engine(path, passphrase)
        event.listen(self._engine, "connect", _be_lenient, insert=True)
        self._connection: PoolProxiedConnection | None = None
        # Loaded lazily by the engine: sqlite3 or SQLCipher's own.
        self._error: type[Exception] = self._engine.dialect.loaded_dbapi.Error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        self._let_go()
        self._engine.dispose()

    def names(self) -> frozenset[str] | None:
        """Return the names of the tables; None where not even they can be read."""
        rows, is_whole = self._read("SELECT name FROM sqlite_master WHERE type = 'table'")
        return frozenset(name for (name,) in rows) if is_whole else None

    def read(self, table: Table) -> Found:
        """Return what can be read of a table."""
        found = Found(is_bent=self._is_bent(table))
        self._read_index(table, found)
        self._read_rows(table, found)
        if table.index is not None:
            found.leave_out_doubted(table.key)
        elif found.is_bent:
            found.unread = None
        return found

    def has_lost_lists(self) -> bool:
        """Return whether a list of the pages of a table belongs to none: one may end too early.

        Raises:
            OSError: the disk does not give a page.
        """
        if self._is_protected:
            return False
        told = "\n".join(self._check(_MANY_LINES))
        with self._path.open("rb") as file:
            for number in map(int, _LOST.findall(told)):
                file.seek((number - 1) * PAGE)
                if file.read(1) == _LISTS_PAGES:
                    return True
        return False

    def ask_index(self, table: Table, found: Found, abouts: Iterable[Any]) -> None:
        """Ask the index of a table, where it is broken and needed, about one thing at a time.

        Args:
            table: what is read.
            found: what is known of its rows; what the index says is added.
            abouts: the values of its first column to ask about.
        """
        if found.is_whole or found.is_index_whole or table.index is None:
            return
        asked = (
            f"SELECT rowid, [{table.by[0]}] FROM [{table.name}] "  # noqa: S608  names of our own
            f"INDEXED BY [{table.index}] WHERE [{table.by[0]}] = ?"
        )
        for about in abouts:
            rows, is_told = self._read(asked, about)
            if is_told:
                found.sure.add(about)
                found.expect(rows)
        for number in sorted(found.expected.keys() - found.rows.keys()):
            found.rows |= self._row(table, number)[0]
        found.leave_out_doubted(table.key)

    def read_loose_pages(
        self, table: Table, found: Found, pages: int, others: Iterable[Found]
    ) -> None:
        """Look on every page for rows of a table whose list of pages cannot be read.

        A page is read as if it were the whole table. What was deleted long ago may lie there,
        too, so that only rows count which the index still names. A page of another table looks
        much the same; its rows are known from ``others``.

        Args:
            table: what is looked for.
            found: what is known of its rows; what was found is added.
            pages: how many the file has, of :data:`PAGE` bytes each.
            others: what is known of the other tables.
        """
        if len(found.expected.keys() - found.rows.keys()) < MANY:
            return
        key = table.key
        needed = [table.columns.index(name) for name in table.needed]
        for page in range(2, pages + 1):
            if not self._place(table, page):
                continue
            for number, *values in self._read(_all_of(table))[0]:
                is_named = number not in found.rows and found.expected.get(number) == values[key]
                is_full = None not in (values[at] for at in needed)
                if is_named and is_full and not _is_known(number, values, others):
                    found.rows[number] = tuple(values)
        if found.is_index_whole:
            found.unread = len(found.expected.keys() - found.rows.keys())

    def _is_bent(self, table: Table) -> bool:
        if self._is_protected:  # a page in which anything was changed is refused
            return False
        return any(
            line != "ok" and not any(sign in line for sign in _OF_REFUSED)
            for line in self._check(table.name)
        )

    def _check(self, what: str | int) -> list[str]:
        # The first row tells all of the structure; behind it, the file may break.
        asked = "SELECT integrity_check FROM pragma_integrity_check(?) LIMIT 1"
        return [line for (text,) in self._read(asked, what)[0] for line in text.splitlines()]

    def _place(self, table: Table, page: int) -> bool:
        """Say that a table begins on a page, in this copy of the file."""
        asked = "UPDATE sqlite_master SET rootpage = ? WHERE name = ?"
        try:
            cursor = self._open().cursor()
            cursor.execute("PRAGMA synchronous = OFF")
            cursor.execute(asked, (page, table.name))
            cursor.execute("PRAGMA writable_schema = RESET")
            cursor.execute("PRAGMA writable_schema = ON")
        except (self._error, UnicodeDecodeError):
            self._let_go()
            return False
        return True

    def _read_index(self, table: Table, found: Found) -> None:
        if table.index is None:
            found.is_index_whole = False
            return
        order = ", ".join(f"[{name}] {{way}}" for name in table.by)
        asked = (
            f"SELECT rowid, [{table.by[0]}] FROM [{table.name}] "  # noqa: S608  names of our own
            f"INDEXED BY [{table.index}] ORDER BY {order}"
        )
        rows, found.is_index_whole = self._read(asked.format(way="ASC"))
        back = [] if found.is_index_whole else self._read(asked.format(way="DESC"))[0]
        found.expect((*rows, *back))
        if not (is_in_order(rows) and is_in_order(back[::-1])):
            found.is_bent = True

    def _read_rows(self, table: Table, found: Found) -> None:
        asked = _all_of(table)
        rows, found.is_whole = self._read(f"{asked} ORDER BY rowid")
        back = [] if found.is_whole else self._read(f"{asked} ORDER BY rowid DESC")[0]
        found.rows = {number: tuple(values) for number, *values in (*rows, *back)}
        if found.is_whole:
            return
        between = self._between(found, rows[-1][0] if rows else 0, back[-1][0] if back else None)
        for number in between:
            one, is_read = self._row(table, number)
            found.rows |= one
            if not is_read and found.unread is not None:
                found.unread += 1
        if found.is_index_whole:
            found.unread = len(found.expected.keys() - found.rows.keys())
        elif not back:
            found.unread = None

    def _row(self, table: Table, number: int) -> tuple[dict[int, tuple[Any, ...]], bool]:
        rows, is_read = self._read(f"{_all_of(table)} WHERE rowid = ?", number)
        return {number: tuple(values) for number, *values in rows}, is_read

    def _between(self, found: Found, last: int, first: int | None) -> Iterator[int]:
        """Return the numbers of the rows that may lie between the two ends that could be read."""
        if found.is_index_whole:
            numbers = found.expected.keys() - found.rows.keys()
            return iter(sorted(numbers))
        known = max((number for number in found.expected), default=last)
        end = max(known, last + 1) + 1 if first is None else first
        return iter(range(last + 1, min(end, last + _WIDEST_GAP)))

    def _read(self, asked: str, *given: Any) -> tuple[list[tuple[Any, ...]], bool]:
        """Return the rows up to where the file breaks, and whether it did not."""
        rows: list[tuple[Any, ...]] = []
        try:
            cursor = self._open().cursor()
            cursor.execute(asked, given)
            while (row := cursor.fetchone()) is not None:
                rows.append(row)
            cursor.close()
        except (self._error, UnicodeDecodeError):
            # SQLCipher refuses everything on a connection that met a page it cannot read. SQLite
            # goes on: to open the file for each lost row anew took minutes where many may be lost.
            if self._is_protected:
                self._let_go()
            return rows, False
        return rows, True

    def _open(self) -> PoolProxiedConnection:
        if self._connection is None:
            self._connection = self._engine.raw_connection()
        return self._connection

    def _let_go(self) -> None:
        if self._connection is not None:
            self._connection.invalidate()
            self._connection = None


def _is_known(number: int, values: Iterable[Any], others: Iterable[Found]) -> bool:
    """Return whether a row stands in another table."""
    told = {value for value in values if value is not None}
    rows = (other.rows.get(number, ()) for other in others)
    return any(row and {value for value in row if value is not None} <= told for row in rows)


def _all_of(table: Table) -> str:
    # Brackets, because SQLite takes a quoted name that it does not find for a text.
    columns = ", ".join(["rowid", *(f"[{name}]" for name in table.columns)])
    return f"SELECT {columns} FROM [{table.name}] NOT INDEXED"  # noqa: S608  names of our own


def _be_lenient(driver_connection: Any, _record: Any) -> None:
    # SQLite then reads a file that is shorter than it says, and a list of tables in which one has
    # become unreadable. To be said before anything else is asked.
    driver_connection.execute("PRAGMA writable_schema = ON")
