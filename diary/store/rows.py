"""Between models and rows: which key of a model stands in which column.

What is read goes through the models again, so a file changed by something else is told as
damaged and never shown as an answer.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import TypeAdapter
from sqlalchemy import Connection, delete, insert, select

from diary.domain.fields import Model
from diary.i18n import mark, translate
from diary.store.problems import UnusableFile, with_way_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import ColumnElement

    from diary.store.tables import ItemRow, Row

M = TypeVar("M", bound=Model)
_INVALID = mark("The diary holds answers that Daymark cannot have written, so the file is damaged.")


@contextmanager
def told_as_damage() -> Iterator[None]:
    """Tell what the models refuse as damage of the file, without saying what it was.

    Raises:
        UnusableFile: something read is not what this program writes.
    """
    try:
        yield
    except ValueError as error:
        raise UnusableFile(with_way_out(translate(_INVALID)), type(error).__name__) from None


class Shape:
    """How the items of a table lie in its columns.

    Args:
        table: the table.
        left_out: columns that are no key of the model.
        renamed: for each key of the model that has another column, that column.
    """

    def __init__(
        self, table: type[Row], left_out: tuple[str, ...], renamed: dict[str, str] | None = None
    ) -> None:
        column_to_key = {column: key for key, column in (renamed or {}).items()}
        self.table = table
        self.columns: tuple[ColumnElement[Any], ...] = tuple(
            column for column in table.__table__.columns if column.name not in left_out
        )
        self._names = tuple(str(column.key) for column in self.columns)
        self._keys = tuple(column_to_key.get(name, name) for name in self._names)

    def to_item(self, values: Iterable[Any]) -> dict[str, Any]:
        """Return the keys of the model with what stands in the columns."""
        return dict(zip(self._keys, values, strict=True))

    def to_row(self, item: dict[str, Any]) -> dict[str, Any]:
        """Return the columns with what the model's JSON form says."""
        return dict(zip(self._names, (item[key] for key in self._keys), strict=True))


class ListTable(Generic[M]):
    """A list of the diary, kept whole and in order as the rows of one table.

    Args:
        table: the table.
        model: what one item is.
        renamed: for each key of the model that has another column, that column.

    Attributes:
        table: the table.
        model: what one item is.
        shape: how it lies in the columns.
    """

    def __init__(
        self, table: type[ItemRow], model: type[M], renamed: dict[str, str] | None = None
    ) -> None:
        self.table, self.model = table, model
        self.shape = Shape(table, ("id",), renamed)

    @cached_property
    def _models(self) -> TypeAdapter[tuple[M, ...]]:
        return TypeAdapter(tuple[self.model, ...])  # type: ignore[name-defined]  # at run time

    def read(self, connection: Connection) -> tuple[M, ...]:
        """Return the items in their order.

        Raises:
            UnusableFile: a row is not what this program writes.
        """
        found = connection.execute(select(*self.shape.columns).order_by(self.table.id))
        with told_as_damage():
            return self._models.validate_python(tuple(map(self.shape.to_item, found)))

    def append(self, connection: Connection, items: Iterable[M]) -> None:
        """Write the items behind those that are there."""
        rows = [self.shape.to_row(item.model_dump(mode="json")) for item in items]
        if rows:
            connection.execute(insert(self.table), rows)

    def replace(self, connection: Connection, items: tuple[M, ...]) -> None:
        """Write the items in the place of those that are there, unless they are the same."""
        if items != self.read(connection):
            connection.execute(delete(self.table))
            self.append(connection, items)
