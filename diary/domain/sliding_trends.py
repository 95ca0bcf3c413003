"""The Theil-Sen line and the Mann-Kendall score of a window that slides over a whole calendar.

The same numbers as :mod:`diary.domain.trends`, to the last bit, for the window that ends with each
day. The score of every day comes from running sums over pairs; the line, which needs all pairs of
a window at once, is drawn only for the days asked for.
"""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from diary.domain.trends import MOST_CORRECTION, RESIDUAL_DECIMALS
from diary.domain.windows import known, side_by_side

if TYPE_CHECKING:
    from diary.domain.series import Counts, Flags, Floats
    from diary.domain.windows import Window

# So many windows are laid side by side; eight weeks have 1540 pairs, of 8 bytes each.
_AT_ONCE = 128


def sliding_z(values: Floats, window: Window) -> Floats:
    """Return, by day, the Mann-Kendall z of its window, without a correction for correlation.

    Args:
        values: one value a day, NaN where not known; few different ones, such as whole scores.
        window: must end with the day judged.

    Returns:
        One number a day; 0 where all known values are equal, or there are none.
    """
    s = _rises_minus_falls(values, window.first)
    deviation = np.sqrt((_tied(known(values, window)) - _ties(values, window.first)) / 18)
    z = np.zeros(len(values))
    np.divide(s - np.sign(s), deviation, out=z, where=s != 0)
    return z


def sliding_lines(values: Floats, window: Window, days: Counts) -> tuple[Floats, Floats]:
    """Return the Theil-Sen slope of the windows of these days, and the rise over its known days.

    Args:
        values: one value a day, NaN where not known.
        window: must end with the day judged.
        days: the days (indices) wanted.

    Returns:
        Points per day, and points from the first to the last known day; NaN where no two values
        are known.
    """
    slopes = np.full(len(days), math.nan)
    spans = np.full(len(days), math.nan)
    earlier, later = _pairs(window.length)
    for part in _parts(len(days)):
        rows = _rows(values, window, days[part])
        steps = rows.take(later, axis=1) - rows.take(earlier, axis=1)
        steps /= later - earlier
        steps.sort(axis=1)  # NaN last
        there = ~np.isnan(rows)
        n = np.count_nonzero(there, axis=1)
        some = np.flatnonzero(n > 1)
        pairs = (n * (n - 1) // 2)[some]
        middle = steps[some, (pairs - 1) // 2] + steps[some, pairs // 2]
        slopes[part][some] = middle / 2
        first, last = there.argmax(axis=1), window.first - there[:, ::-1].argmax(axis=1)
        spans[part][some] = (last - first)[some]
    return slopes, slopes * spans


def sliding_corrections(values: Floats, window: Window, days: Counts, slopes: Floats) -> Floats:
    """Return what z is divided by because neighbouring values are alike, at least 1.

    Args:
        values: one value a day, NaN where not known.
        window: must end with the day judged.
        days: the days (indices) wanted.
        slopes: the Theil-Sen slopes of their windows.
    """
    corrections = np.ones(len(days))
    for part in _parts(len(days)):
        rows = _rows(values, window, days[part])
        order = np.argsort(np.isnan(rows), axis=1, kind="stable")  # known ones first, in time
        known_first = np.take_along_axis(rows, order, axis=1)
        residuals = np.round(
            known_first - slopes[part][:, None] * (order - order[:, :1]), RESIDUAL_DECIMALS
        )
        r1 = _neighbour_correlations(residuals)
        corrections[part] = np.sqrt(np.minimum(MOST_CORRECTION, (1 + r1) / (1 - r1)))
    return corrections


def _neighbour_correlations(residuals: Floats) -> Floats:
    """Return, by row, the lag-1 correlation of the ranks of the known values, at least 0."""
    ranks = np.array(
        [
            ordered.searchsorted(row) + ordered.searchsorted(row, "right")
            for ordered, row in zip(np.sort(residuals, axis=1), residuals, strict=True)
        ]
    )
    there = ~np.isnan(residuals)
    # The mean of twice the mid-ranks is their number, so that all that follows is whole.
    apart = np.where(there, ranks - np.count_nonzero(there, axis=1)[:, None], 0)
    squares = (apart * apart).sum(axis=1)
    products = (apart[:, 1:] * apart[:, :-1]).sum(axis=1)
    r1 = np.zeros(len(residuals))
    np.divide(products, squares, out=r1, where=squares > 0)
    return np.maximum(r1, 0.0)


def _ties(values: Floats, reach: int) -> Counts:
    """Return, by day, what the equal values of the window that ends there take from the variance.

    Args:
        values: one value a day, NaN where not known.
        reach: how many days before the day the window begins.
    """
    different = np.array(sorted(set(values[~np.isnan(values)].tolist())))
    # One row a value, and a calendar of nothing before the first day.
    there = np.zeros((len(different), reach + 1 + len(values)), dtype=np.int64)
    there[:, reach + 1 :] = values == different[:, None]
    totals = there.cumsum(axis=1)
    ties: Counts = _tied(totals[:, reach + 1 :] - totals[:, : len(values)]).sum(axis=0)
    return ties


def _rises_minus_falls(values: Floats, reach: int) -> Counts:
    """Return, by day, the pairs that rise minus those that fall in the window that ends there.

    A new day brings the pairs in which it is the later one, and a day that leaves takes those in
    which it was the earlier one.
    """
    unknown = np.full(reach, math.nan)
    # One row a distance, so that whole calendars are compared and added up at a time.
    before = side_by_side(np.concatenate((unknown, values[:-1])), len(values))
    after = side_by_side(np.concatenate((values[1:], unknown)), len(values))
    s = np.cumsum(_signs(values > before, values < before))
    gone = np.cumsum(_signs(after > values, after < values))
    s[reach + 1 :] -= gone[: max(0, len(values) - reach - 1)]
    return s


def _signs(rises: Flags, falls: Flags) -> Counts:
    """Return, by day, how many rise minus how many fall."""
    signs: Counts = np.sum(rises.view(np.int8) - falls.view(np.int8), axis=0, dtype=np.int64)
    return signs


def _rows(values: Floats, window: Window, days: Counts) -> Floats:
    padded = np.concatenate((np.full(window.first, math.nan), values))
    return side_by_side(padded, window.length)[days]


def _parts(size: int) -> list[slice]:
    return [slice(first, first + _AT_ONCE) for first in range(0, size, _AT_ONCE)]


def _tied(t: Counts) -> Counts:
    return t * (t - 1) * (2 * t + 5)


@cache
def _pairs(length: int) -> tuple[Counts, Counts]:
    return np.triu_indices(length, 1)
