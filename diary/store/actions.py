"""What she did about alerts; the alerts themselves are derived and never stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.care import AlertAction
from diary.store.rows import ListTable
from diary.store.tables import AlertActionRow

if TYPE_CHECKING:
    from sqlalchemy import Connection

ACTIONS = ListTable(AlertActionRow, AlertAction, {"on": "on_day", "with": "with_whom"})


class ActionTable:
    """Her actions, inside one transaction.

    Attributes:
        is_touched: whether any may have been written or removed in it.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.is_touched = False

    def all(self) -> tuple[AlertAction, ...]:
        """Return the actions in the order in which they were added."""
        return ACTIONS.read(self._connection)

    def add(self, action: AlertAction) -> None:
        """Write one more action."""
        self.is_touched = True
        ACTIONS.append(self._connection, (action,))

    def set_all(self, actions: tuple[AlertAction, ...]) -> None:
        """Write all actions, as an import brings them."""
        self.is_touched = True
        ACTIONS.replace(self._connection, actions)
