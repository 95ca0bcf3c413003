"""Whether two diary files hold the same, told by a fingerprint of each table."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from sqlalchemy import Connection

# By the name of a table, an index, a mark: how it was made, and what is in it.
Fingerprint: TypeAlias = dict[str, tuple[str | None, str]]
MARKS: Final = ("application_id", "user_version")


def fingerprint(connection: Connection) -> Fingerprint:
    """Return what tells the content of a file: its marks, its schema, each row in its order."""
    found: Fingerprint = {
        name: (None, str(connection.exec_driver_sql(f"PRAGMA main.{name}").scalar()))
        for name in MARKS
    }
    made = connection.exec_driver_sql("SELECT type, name, sql FROM main.sqlite_master")
    for kind, name, sql in made.all():
        found[f"{kind} {name}"] = (sql, _rows(connection, name) if kind == "table" else "")
    return found


def _rows(connection: Connection, table: str) -> str:
    told = hashlib.sha256()
    rows = connection.exec_driver_sql(f'SELECT * FROM main."{table}"')  # noqa: S608  its own name
    for row in rows:
        told.update(repr(tuple(row)).encode("utf-8", "surrogatepass"))
    return told.hexdigest()
