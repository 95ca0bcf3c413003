"""Whether it is time to ask if she wants a passphrase: after the first week, twice at most."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import datetime as dt

    from diary.store.database import Database

# All three are our choice: she knows the diary by then, and is not asked again and again.
FIRST_DAYS: Final = 7
MOST: Final = 2
DAYS_BETWEEN: Final = 14


class Offering:
    """Asks about a passphrase, for one database.

    Args:
        database: the open diary file.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def is_due(self, today: dt.date) -> bool:
        """Return whether she may be asked today.

        Raises:
            FileProblem: the diary file cannot be read.
        """
        if self._database.passphrase is not None:
            return False
        with self._database.unit() as unit:
            asked = unit.preferences.get().passphrase_offered_on
            if len(asked) >= MOST or (asked and (today - asked[-1]).days < DAYS_BETWEEN):
                return False
            return unit.entries.count() >= FIRST_DAYS

    def keep(self, today: dt.date) -> None:
        """Keep that she was asked today.

        Raises:
            FileProblem: the diary file does not allow it; nothing was changed.
        """
        with self._database.unit(writing=True) as unit:
            preferences = unit.preferences.get()
            asked = (*preferences.passphrase_offered_on, today)
            unit.preferences.set(preferences.model_copy(update={"passphrase_offered_on": asked}))
            unit.commit()
