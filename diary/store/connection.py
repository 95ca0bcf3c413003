"""How the file is opened: driver, key, pragmas and real transactions.

Python's drivers open transactions by rules of their own and let a new table survive a rollback,
so they are told to leave that alone and every BEGIN is ours.
"""

from __future__ import annotations

import enum
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

if TYPE_CHECKING:
    from pathlib import PurePath

WAIT_SECONDS = 3.0  # for another program that writes just now; our choice, before we say so
_BEGIN = "daymark_begin"


class Begin(enum.Enum):
    """How a connection starts its transaction."""

    READING = "BEGIN"
    WRITING = "BEGIN IMMEDIATE"
    NONE = ""  # for pragmas that refuse to run inside a transaction


def make_engine(path: PurePath, passphrase: str | None, *, read_only: bool = False) -> Engine:
    """Return an engine of an existing file; with a passphrase, of a protected one."""
    driver = "sqlite+pysqlite" if passphrase is None else "sqlite+pysqlcipher"
    url = URL.create(
        driver,
        # The same letters can be typed as one code point or as two; the key must not differ.
        password=None if passphrase is None else unicodedata.normalize("NFC", passphrase),
        database=address(path),
        query={"uri": "true", "mode": "ro" if read_only else "rw", "timeout": str(WAIT_SECONDS)},
    )
    # The pool keeps a connection, because each new one of a protected file derives its key again.
    engine = create_engine(url, poolclass=QueuePool, hide_parameters=True)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def connect(engine: Engine, begin: Begin) -> Connection:
    """Return a connection whose transaction starts as ``begin`` says."""
    return engine.connect().execution_options(**{_BEGIN: begin})


def address(path: PurePath) -> str:
    """Return the path as SQLite's own kind of address, which holds any character of a path."""
    whole = path.absolute() if isinstance(path, Path) else path
    uri = whole.as_uri()
    return uri if uri.startswith("file:///") else uri.replace("file://", "file:////", 1)


def _prepare(driver_connection: Any, _record: Any) -> None:
    driver_connection.isolation_level = None
    for pragma in ("cipher_log_level = NONE", "foreign_keys = ON", "synchronous = FULL"):
        driver_connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    begin: Begin = connection.get_execution_options().get(_BEGIN, Begin.READING)
    if begin is not Begin.NONE:
        connection.exec_driver_sql(begin.value)
