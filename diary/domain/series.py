"""Daily values on a true calendar: one slot a day, nothing where nothing is known.

Inside, a silent or unanswered day is NaN (a vector has no ``None``); at the border of this
module it is ``None``. Nothing is ever filled in.
"""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Floats: TypeAlias = npt.NDArray[np.float64]
Flags: TypeAlias = npt.NDArray[np.bool_]
Counts: TypeAlias = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class DaySeries:
    """One value a calendar day from ``start`` on; NaN where the value is not known.

    Attributes:
        start: the day of the first slot.
        values: vector of floats, one a day.
    """

    start: dt.date
    values: Floats

    @classmethod
    def of(cls, start: dt.date, values: Iterable[float | None]) -> DaySeries:
        """Build a series from values in calendar order; ``None`` is not known."""
        return cls(start, np.array([math.nan if v is None else v for v in values], dtype=float))

    def __len__(self) -> int:
        return len(self.values)

    def day(self, index: int) -> dt.date:
        """Return the date of slot ``index``."""
        return self.start + dt.timedelta(days=index)

    def at(self, day: dt.date) -> float | None:
        """Return the value of a day, ``None`` where it is not known or outside the series."""
        index = (day - self.start).days
        if not 0 <= index < len(self.values) or math.isnan(self.values[index]):
            return None
        return float(self.values[index])

    def items(self) -> Iterator[tuple[dt.date, float | None]]:
        """Yield every calendar day with its value or ``None``."""
        for index, value in enumerate(self.values):
            yield self.day(index), None if math.isnan(value) else float(value)

    def between(self, first: dt.date, last: dt.date) -> DaySeries:
        """Return the days ``first`` to ``last``, both included; days outside are not known.

        Raises:
            ValueError: ``last`` is before ``first``.
        """
        length = (last - first).days + 1
        if length < 1:
            raise ValueError("last day before first")
        values = np.full(length, math.nan)
        shift = (first - self.start).days
        low, high = max(0, shift), min(len(self.values), shift + length)
        if low < high:
            values[low - shift : high - shift] = self.values[low:high]
        return DaySeries(first, values)
