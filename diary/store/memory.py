"""The diary as it was last read, good for as long as nobody has written.

Every commit that changes something counts up a number inside the file, in the same transaction.
So a diary that was read under a number is the diary whenever that number is found again, however
many programs have the file open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from diary.domain.diary import Diary

_LARGEST = 0x7FFFFFFF  # SQLite keeps the number in four bytes, with a sign


class Memory:
    """What one open file remembers; models are frozen, so all threads may share it."""

    def __init__(self) -> None:
        self._known: tuple[int, Diary] | None = None
        self._seen: int | None = None

    def at(self, number: int) -> Diary | None:
        """Return the diary under this number, or None where it has to be read."""
        known = self._known
        return known[1] if known is not None and known[0] == number else None

    def keep(self, number: int, diary: Diary) -> None:
        """Remember the diary under this number instead of what was remembered."""
        self._known = (number, diary)

    def see(self, number: int) -> None:
        """Count the state under this number as seen, whoever made it."""
        self._seen = number

    def wrote(self, before: int, after: int) -> None:
        """Count a state as seen that was made here, out of one that was seen."""
        if before == self._seen:
            self._seen = after

    def is_changed_beside(self, number: int) -> bool:
        """Return whether the state under this number was made by another program."""
        return number != self._seen


def number_of(connection: Connection) -> int:
    """Return the number of the state that the transaction sees."""
    number: int = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    return number


def count_up(connection: Connection) -> int:
    """Give the state that the transaction makes its own number, and return it."""
    number = number_of(connection) % _LARGEST + 1
    connection.exec_driver_sql(f"PRAGMA user_version = {number}")
    return number
