"""How the file is opened: driver, key, pragmas and real transactions.

Python's drivers open transactions by rules of their own and let a new table survive a rollback,
so they are told to leave that alone and every BEGIN is ours.
"""

from __future__ import annotations

import enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from diary.store import keys

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import PurePath

    from sqlalchemy import Dialect

WAIT_SECONDS = 3.0  # for another program that writes just now; our choice, before we say so
_BEGIN = "daymark_begin"
_PRAGMAS: Final = (
    "cipher_log_level = NONE",
    "foreign_keys = ON",
    "synchronous = FULL",
    "temp_store = MEMORY",  # what is sorted must not lie readable in a folder for such files
)


class Begin(enum.Enum):
    """How a connection starts its transaction."""

    READING = "BEGIN"
    WRITING = "BEGIN IMMEDIATE"
    NONE = ""  # for pragmas that refuse to run inside a transaction


def make_engine(
    path: PurePath,
    passphrase: str | None,
    *,
    read_only: bool = False,
    like: PurePath | None = None,
    with_sqlcipher: bool = False,
) -> Engine:
    """Return an engine of an existing file; with a passphrase, of a protected one.

    Args:
        path: the file.
        passphrase: its passphrase or recovery code; None for a file that has none.
        read_only: whether nothing may be written, not even on closing.
        like: another protected file; a new one gets the same key and salt.
        with_sqlcipher: whether a file without a passphrase is opened by the driver, too, that
            can write a protected one.
    """
    url = URL.create(
        "sqlite+pysqlite",
        database=address(path),
        query={"uri": "true", "mode": "ro" if read_only else "rw", "timeout": str(WAIT_SECONDS)},
    )
    # The pool keeps a connection, because each new one reads the file from its start again.
    options: dict[str, Any] = {"poolclass": QueuePool, "hide_parameters": True}
    if passphrase is None and not with_sqlcipher:
        engine = create_engine(url, **options)
    else:
        # Most diaries have no passphrase; and its makers give it no types.
        import sqlcipher3.dbapi2  # type: ignore[import-untyped]  # noqa: PLC0415

        engine = create_engine(url, module=sqlcipher3.dbapi2, **options)
        if passphrase is not None:
            event.listen(engine, "do_connect", _with_key(like or path, passphrase))
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


def _with_key(path: PurePath, passphrase: str) -> Callable[..., Any]:
    """Return what connects with the key, which is made at the first connection and kept."""
    made: list[keys.Key] = []

    def connected(dialect: Dialect, _record: Any, arguments: Any, options: Any) -> Any:
        if not made:
            made.append(keys.key_of(path, passphrase))
        driver_connection: Any = dialect.connect(*arguments, **options)
        driver_connection.execute(f'PRAGMA key = "{made[0].for_sqlcipher}"')
        return driver_connection

    return connected


def _prepare(driver_connection: Any, _record: Any) -> None:
    driver_connection.isolation_level = None
    for pragma in _PRAGMAS:
        driver_connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    begin: Begin = connection.get_execution_options().get(_BEGIN, Begin.READING)
    if begin is not Begin.NONE:
        connection.exec_driver_sql(begin.value)
