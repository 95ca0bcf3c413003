"""What was found of a table of a damaged file, and what of it can be believed."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

MANY: Final = 300  # rows; more than a single page holds


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it is read.

    Attributes:
        columns: the names of its columns.
        index: its index, None where it has none.
        by: the columns of the index; the first tells where a row belongs.
        needed: the columns that are never empty.
    """

    name: str
    columns: tuple[str, ...]
    index: str | None = None
    by: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()

    @property
    def key(self) -> int:
        """Where in a row stands what it is about; for a table with an index."""
        return self.columns.index(self.by[0])


@dataclass(slots=True)
class Found:
    """What could be read of a table.

    Attributes:
        rows: what stands in the columns, by the number of the row.
        is_whole: whether the table was read from one end to the other.
        expected: what each row is about by the index, by the number of the row.
        is_index_whole: whether the index was read from one end to the other.
        is_bent: whether pages that can be read contradict themselves or each other.
        sure: what the index, though broken, has told all rows of.
        doubted: what the rows and the index disagree about.
        strays: how many rows, or places in the index, cannot have been written where they are.
        unread: how many rows could not be read; None where nobody can tell.
    """

    rows: dict[int, tuple[Any, ...]] = field(default_factory=dict)
    is_whole: bool = True
    expected: dict[int, Any] = field(default_factory=dict)
    is_index_whole: bool = True
    is_bent: bool = False
    sure: set[Any] = field(default_factory=set)
    doubted: set[Any] = field(default_factory=set)
    strays: int = 0
    unread: int | None = 0

    @property
    def is_sure(self) -> bool:
        """Whether the table and its index were read and tell the same."""
        return self.is_whole and self.is_index_whole and not self.missing()

    @property
    def is_backed(self) -> bool:
        """Whether the index was read whole and enough rows speak for it: half, by our choice."""
        return self.is_index_whole and 2 * len(self.rows) >= len(self.expected)

    def missing(self) -> frozenset[Any]:
        """Return what the rows are about that should be there and could not be trusted or read."""
        numbers = self.expected.keys() - self.rows.keys()
        return frozenset(self.expected[number] for number in numbers) | self.doubted

    @property
    def is_torn(self) -> bool:
        """Whether a part of the table, or of its index, was refused."""
        return not (self.is_whole and self.is_index_whole)

    def may_miss(self, about: Any, *, is_file_twisted: bool) -> bool:
        """Return whether rows of this day, or of this pain, may be missing and nobody can tell.

        Args:
            about: the day or the pain.
            is_file_twisted: whether pages can be read that are not what they were; then only a
                table counts of which everything fits, for half a list would say "none" of the
                rest. An empty one may have come from anywhere.
        """
        if self.is_bent or (self.is_torn and self.strays):
            return True
        if is_file_twisted:
            return self.strays > 0 or not (self.is_sure and self.rows)
        return not (self.is_whole or self.is_index_whole or about in self.sure)

    def expect(self, named: Iterable[tuple[Any, ...]]) -> None:
        """Take what the index says: the number of each row and what it is about."""
        for number, about in named:
            if self.expected.setdefault(number, about) != about:
                self.doubted |= {about, self.expected[number]}
                self.strays += 1

    def leave_out_doubted(self, key: int) -> None:
        """Leave out the rows that the index names otherwise, or a whole index not at all.

        Args:
            key: where in a row stands what it is about.
        """
        unnamed = self.rows.keys() - self.expected.keys() if self.is_index_whole else set()
        if len(unnamed) >= MANY:
            # More than one broken page makes up: it is the index that ends too early.
            self.is_index_whole, self.is_bent, unnamed = False, True, set()
        for number, values in list(self.rows.items()):
            if number in unnamed:
                self.doubted.add(values[key])
                del self.rows[number]
                self.strays += 1
            elif self.expected.get(number, values[key]) != values[key]:
                self.doubted |= {values[key], self.expected[number]}
                del self.rows[number]
                self.strays += 1
        if self.is_whole:
            self.strays += len(self.expected.keys() - self.rows.keys())


def is_in_order(named: Iterable[tuple[Any, ...]]) -> bool:
    """Return whether what an index says of its rows comes in its order."""
    abouts = [about for _, about in named]
    with suppress(TypeError):  # of several kinds, as no index of ours
        return abouts == sorted(abouts)
    return False
