"""Windows of days that end with the day judged, and their counts, means and medians.

Every function works on a whole calendar vector at once and returns one number a day: what the
window ending there holds. Only known values count; a window without any has a count of 0 and a
mean and median of NaN. docs/rule-book.md lists those of the rules.

Many rules ask the same of the same days. What was counted lately is therefore kept by the values
themselves, until the diary is closed, and its answer is shared and read-only.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, TypeVar

import numpy as np
import numpy.typing as npt

from diary.domain.day_vectors import read_only
from diary.domain.series import Counts, DaySeries, Flags, Floats
from diary.forgetting import forgotten

N = TypeVar("N", np.float64, np.int64)
# What the rules ask of the pain at a few places. Of ten years these are some 4 MB of counts, and
# half as much of sums and of means, whose values are eight times as long.
_COUNTS_KEPT: Final = 128
_SUMS_KEPT: Final = 32


@dataclass(frozen=True, slots=True)
class Window:
    """Calendar days relative to the day judged ``d``: from ``d - first`` to ``d - last``.

    Attributes:
        name: the name of the rule book, shown in results.
        first: how many days before ``d`` it begins.
        last: how many days before ``d`` it ends; 0 includes ``d``.
    """

    name: str
    first: int
    last: int

    @property
    def length(self) -> int:
        """The number of calendar days."""
        return self.first - self.last + 1

    def bounds(self, index: int, size: int) -> slice:
        """Return the slice of a vector of ``size`` days for the window that ends with ``index``."""
        return slice(max(0, index - self.first), max(0, min(size, index - self.last + 1)))


LAST3 = Window("last3", 2, 0)
LAST7 = Window("last7", 6, 0)
PRIOR7 = Window("prior7", 13, 7)
LAST14 = Window("last14", 13, 0)
# The own baseline ends two weeks back, so that a rising fortnight does not spoil it.
BASE28 = Window("base28", 41, 14)
BASE56 = Window("base56", 69, 14)
LAST56 = Window("last56", 55, 0)


def sums(values: Floats, window: Window) -> Floats:
    """Return the sum of the known values in each day's window (0.0 where there is none)."""
    return _sums(values.tobytes(), window.first, window.last)


def counts(flags: Flags, window: Window) -> Counts:
    """Return how many days of each day's window are flagged; days before the calendar are not.

    Args:
        flags: one a calendar day.
        window: the days to look at, counted back from each day.
    """
    return _counts(flags.tobytes(), window.first, window.last)


def known(values: Floats, window: Window) -> Counts:
    """Return n: how many days of each day's window have a known value."""
    return counts(~np.isnan(values), window)


def means(values: Floats, window: Window) -> Floats:
    """Return the mean of the known values in each day's window, NaN where there is none."""
    return _means(values.tobytes(), window.first, window.last)


def mean_on(values: Floats, window: Window, index: int) -> float:
    """Return the mean of the known values of the window of one day; NaN where there is none.

    Args:
        values: one value a day, NaN where not known.
        window: the days to look at.
        index: the day, counted from the first of the calendar.
    """
    inside = values[window.bounds(index, len(values))]
    inside = inside[~np.isnan(inside)]
    return float(inside.sum() / len(inside)) if len(inside) else math.nan


def medians(values: Floats, window: Window, at: Counts | None = None) -> Floats:
    """Return the median of the known values in each day's window, NaN where there is none.

    Args:
        values: one value a day, NaN where not known.
        window: the days to look at.
        at: the days (indices) wanted; the others are NaN, which saves their sorting.
    """
    result = np.full(len(values), math.nan)
    wanted = np.arange(len(values)) if at is None else at
    if len(wanted) == 0:
        return result
    padded = np.concatenate((np.full(window.first, math.nan), values))
    rows = side_by_side(padded, window.length)[wanted]
    ordered = np.sort(rows, axis=1)  # NaN last
    n = np.sum(~np.isnan(rows), axis=1)
    some = n > 0
    row = np.arange(len(wanted))[some]
    middle = n[some]
    result[wanted[some]] = (ordered[row, (middle - 1) // 2] + ordered[row, middle // 2]) / 2
    return result


def running_median(series: DaySeries, days: int = 7, at_least: int = 3) -> DaySeries:
    """Return the median of the last ``days`` days, not known where fewer than ``at_least`` are.

    A day that is itself silent has no median, so that a line drawn through them breaks there.

    Args:
        series: one value a day, NaN where not known.
        days: calendar days that are looked at, the day itself included.
        at_least: how many of them must be known.
    """
    window = Window("running", days - 1, 0)
    values = medians(series.values, window)
    enough = (known(series.values, window) >= at_least) & ~np.isnan(series.values)
    return DaySeries(series.start, np.where(enough, values, math.nan))


def side_by_side(values: npt.NDArray[Any], length: int) -> npt.NDArray[Any]:
    """Return every stretch of so many neighbouring values, one a row; nothing is copied.

    The same as numpy's own ``sliding_window_view``, which takes longer than what is done with it.

    Args:
        values: at least ``length``.
        length: how many stand in a row.
    """
    row = np.ascontiguousarray(values)
    step = row.itemsize
    rows = len(row) - length + 1
    return read_only(np.ndarray((rows, length), row.dtype, row.data, strides=(step, step)))


@forgotten
@lru_cache(_COUNTS_KEPT)
def _counts(flags: bytes, first: int, last: int) -> Counts:
    return _between(np.frombuffer(flags, np.bool_), np.dtype(np.int64), first, last)


@forgotten
@lru_cache(_SUMS_KEPT)
def _sums(values: bytes, first: int, last: int) -> Floats:
    floats = np.frombuffer(values)
    known_only = np.where(np.isnan(floats), 0.0, floats)
    return _between(known_only, np.dtype(np.float64), first, last)


@forgotten
@lru_cache(_SUMS_KEPT)
def _means(values: bytes, first: int, last: int) -> Floats:
    n = _counts((~np.isnan(np.frombuffer(values))).tobytes(), first, last)
    result = np.full(len(n), math.nan)
    np.divide(_sums(values, first, last), n, out=result, where=n > 0)
    return read_only(result)


def _between(values: Floats | Flags, kind: np.dtype[N], first: int, last: int) -> npt.NDArray[N]:
    """Return what the values of each day's window add up to.

    Args:
        values: one a day.
        kind: of number to count in.
        first: how many days before the day the window begins.
        last: how many days before the day it ends.
    """
    # The totals before the calendar are 0, so that a window that begins there needs no care.
    added = np.zeros(first + 1 + len(values), kind)
    added[first + 1 :] = values
    totals = added.cumsum()
    ends = totals[first + 1 - last :][: len(values)]
    between: npt.NDArray[N] = ends - totals[: len(values)]
    return read_only(between)
