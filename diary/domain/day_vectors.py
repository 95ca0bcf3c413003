"""One small value a day, worked out from what the days say, and anew only where they change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping
    from typing import TypeAlias

    import numpy.typing as npt

    Work: TypeAlias = Callable[..., npt.NDArray[Any]]

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
    size: int,
    days: npt.NDArray[np.int64],
    told: Iterable[S],
    tell: Callable[[S], bool | float],
    missing: bool | float,
) -> DayVector[S]:
    """Return one value a day.

    Args:
        size: days of the calendar.
        days: the days that say something.
        told: what they say, in the same order.
        tell: the value of a day, from what the day says.
        missing: the value of the others; a truth value where all are.
    """
    values = filled(size, missing)
    values[days] = np.fromiter(map(tell, told), values.dtype, len(days))
    return DayVector(read_only(values), tell, missing)


class Windowed(NamedTuple):
    """What was worked out day by day from windows, and what it was worked out from.

    Attributes:
        inputs: the vectors it was worked out from.
        values: one value a day, read-only.
    """

    inputs: tuple[npt.NDArray[Any], ...]
    values: npt.NDArray[Any]

    def with_inputs(self, inputs: tuple[npt.NDArray[Any], ...], reach: int, work: Work) -> Windowed:
        """Return the values of other inputs, worked out anew only where a window may have changed.

        Args:
            inputs: as many as before, on a calendar that begins with the same day.
            reach: the value of a day rests on that day and so many before it, and on nothing else.
            work: makes the values of all days of its arguments.
        """
        size, kept = len(inputs[0]), min(len(inputs[0]), len(self.values))
        differ = np.zeros(size, dtype=np.bool_)
        differ[kept:] = True
        for before, now in zip(self.inputs, inputs, strict=True):
            same = (before[:kept] == now[:kept]) | (np.isnan(before[:kept]) & np.isnan(now[:kept]))
            differ[:kept] |= ~same
        changed = np.flatnonzero(differ)
        values: npt.NDArray[Any] = np.empty(size, dtype=self.values.dtype)
        values[:kept] = self.values[:kept]
        if len(changed):
            first, end = int(changed[0]), min(size, int(changed[-1]) + reach + 1)
            begin = max(0, first - reach)
            anew = work(*(vector[begin:end] for vector in inputs))
            values[first:end] = anew[first - begin :]
        return Windowed(inputs, read_only(values))


def numbers_of(days: Collection[int]) -> npt.NDArray[np.int64]:
    """Return days as a vector."""
    return np.fromiter(days, dtype=np.int64, count=len(days))


def filled(size: int, value: bool | float) -> npt.NDArray[Any]:
    """Return a vector of one value."""
    # numpy's own ``full`` takes as long for its looking around as for the filling.
    values: npt.NDArray[Any] = np.empty(
        size, dtype=np.bool_ if isinstance(value, bool) else np.float64
    )
    values.fill(value)
    return values


def read_only(values: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Return a vector that nobody can change any more."""
    values.setflags(write=False)
    return values
