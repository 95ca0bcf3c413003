"""One small value a day, worked out from what the days say, and anew only where they change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import numpy.typing as npt

S = TypeVar("S")


class DayVector(NamedTuple, Generic[S]):
    """Values by day, and how each is told.

    Attributes:
        values: one a day, read-only.
        tell: the value of a day, from what the day says.
        missing: the value of a day that says nothing.
    """

    values: npt.NDArray[Any]
    tell: Callable[[S], bool | float]
    missing: bool | float

    def with_days(self, size: int, changed: Mapping[int, S | None]) -> DayVector[S]:
        """Return the values after some days changed.

        Args:
            size: days of the calendar now; it begins with the same day.
            changed: what these days say now, None where nothing.
        """
        values = filled(size, self.missing)
        kept = min(size, len(self.values))
        values[:kept] = self.values[:kept]
        for day, said in changed.items():
            if day < size:
                values[day] = self.missing if said is None else self.tell(said)
        return self._replace(values=read_only(values))


def vector(
    size: int, told: Mapping[int, S], tell: Callable[[S], bool | float], missing: bool | float
) -> DayVector[S]:
    """Return one value a day.

    Args:
        size: days of the calendar.
        told: what the days say, by day; not every day says something.
        tell: the value of a day, from what the day says.
        missing: the value of the others; a truth value where all are.
    """
    values = filled(size, missing)
    if told:
        values[np.fromiter(told, dtype=np.int64, count=len(told))] = list(map(tell, told.values()))
    return DayVector(read_only(values), tell, missing)


def filled(size: int, value: bool | float) -> npt.NDArray[Any]:
    """Return a vector of one value."""
    return np.full(size, value, dtype=np.bool_ if isinstance(value, bool) else np.float64)


def read_only(values: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Return a vector that nobody can change any more."""
    values.setflags(write=False)
    return values
