"""A diary file written anew with another key, or without one, and checked.

SQLite's own way of copying keeps the key; so all that is in the file is written once more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diary.i18n import mark
from diary.store import identity, problems
from diary.store.connection import Begin, address, connect
from diary.store.likeness import MARKS, fingerprint
from diary.store.soundness import has_faults

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

    from diary.store.keys import Key
    from diary.store.likeness import Fingerprint

_NOT_THE_SAME: Final = mark("The file {file} could not be written anew, so nothing was changed.")


def copy(source: Path, part: Path, present: str | None, new: str | None, key: Key | None) -> None:
    """Write a file anew, whether it is protected or not until now.

    Args:
        source: the file.
        part: an empty file, which becomes the new one.
        present: the passphrase or recovery code of the file, where it is protected.
        new: that of the new one; None for none.
        key: what the new one turns it into.

    Raises:
        PassphraseError: the present passphrase does not fit.
        FileProblem: the file is damaged, or the disk does not allow it.
    """
    opened_with = identity.passphrase_for(source, present)
    with identity.looking(source, opened_with, with_sqlcipher=True) as engine:
        identity.revision_of(engine, source)
        with problems.known_problems(source), connect(engine, Begin.NONE) as connection:
            write(connection, part, new, key, source)


def write(
    connection: Connection, part: Path, new: str | None, key: Key | None, named: Path
) -> None:
    """Write what is behind a connection anew, and check what was written.

    Args:
        connection: outside of a transaction; of the driver that can write a protected file.
        part: as of :func:`copy`.
        new: as of :func:`copy`.
        key: as of :func:`copy`.
        named: the file that a sentence names.

    Raises:
        UnusableFile: what was written is not the same.
        FileProblem: as of :func:`copy`.
    """
    before = _export(connection, part, key)
    with identity.looking(part, new) as engine, connect(engine, Begin.READING) as checking:
        if has_faults(checking, "integrity_check") or fingerprint(checking) != before:
            raise problems.UnusableFile(problems.told(_NOT_THE_SAME, named))


def _export(connection: Connection, part: Path, key: Key | None) -> Fingerprint:
    """Write all that is behind the connection into an empty file; return what it was."""
    connection.exec_driver_sql(
        "ATTACH DATABASE ? AS aside KEY ?",
        (address(part), "" if key is None else key.for_sqlcipher),
    )
    try:
        connection.exec_driver_sql(Begin.WRITING.value)
        connection.exec_driver_sql("SELECT sqlcipher_export('aside')")
        for name in MARKS:
            value = connection.exec_driver_sql(f"PRAGMA main.{name}").scalar_one()
            connection.exec_driver_sql(f"PRAGMA aside.{name} = {value}")
        before = fingerprint(connection)
        connection.commit()
    finally:
        connection.rollback()
        connection.exec_driver_sql("DETACH DATABASE aside")
    return before
