"""Her preferences about the diary, one row each: a new one needs no migration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic_core import from_json, to_json
from sqlalchemy import delete, insert, select

from diary.domain.preferences import Preferences
from diary.store.rows import told_as_damage
from diary.store.tables import PreferenceRow

if TYPE_CHECKING:
    from sqlalchemy import Connection


class PreferenceTable:
    """Her preferences, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self) -> Preferences:
        """Return all preferences; those never set have their first value.

        One that this program does not know, perhaps of a newer version, is left alone.

        Raises:
            UnusableFile: a row is not what this program writes.
        """
        known = select(PreferenceRow.name, PreferenceRow.value).where(
            PreferenceRow.name.in_(Preferences.model_fields)
        )
        with told_as_damage():
            said = {name: from_json(value) for name, value in self._connection.execute(known)}
            return Preferences.model_validate_json(to_json(said))

    def set(self, preferences: Preferences) -> None:
        """Write the preferences that are different."""
        before = self.get()
        said = preferences.model_dump(mode="json")
        names = [name for name in said if getattr(before, name) != getattr(preferences, name)]
        if not names:
            return
        rows = [{"name": name, "value": to_json(said[name]).decode("utf-8")} for name in names]
        self._connection.execute(delete(PreferenceRow).where(PreferenceRow.name.in_(names)))
        self._connection.execute(insert(PreferenceRow), rows)
