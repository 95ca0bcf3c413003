"""Is a score climbing? The Theil-Sen line and the Mann-Kendall score of unevenly spaced days.

Both work on true dates: a missing day is left out and its place on the time axis stays. Both
compare all pairs of values, so time and memory grow with the square of their number; they are
meant for windows of weeks, not for whole diaries. Neither gives a p-value: judged anew every
day, a level of significance would mean nothing.

Sources: Theil 1950; Sen 1968, JASA 63:1379; Mann 1945; Kendall 1975, Rank Correlation Methods;
intercept: Conover 1980 (``separate``). The lag-1 correction is that of rule W3.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, TypeAlias, cast

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.domain.series import Floats

    Days: TypeAlias = Sequence[dt.date] | Sequence[float] | npt.NDArray[np.generic]
    Values: TypeAlias = Sequence[float | None] | npt.NDArray[np.generic]
    Pairs: TypeAlias = tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]

# A window is at most 56 days: the pairs of such sizes are kept, those of larger ones are not.
_KEPT_SIZE = 64
# Residuals of a line through whole scores tie or lie far apart; rounding keeps ties tied.
RESIDUAL_DECIMALS = 9
# The variance is never multiplied by more than this (a correlation of 0.8).
MOST_CORRECTION = 9.0


@dataclass(frozen=True, slots=True)
class TheilSen:
    """A line through the middle of the data: the median of the slopes of all pairs.

    Attributes:
        slope: points per day; None where no two values have different days.
        intercept: points on day 0 of the time axis given; None where ``slope`` is.
        n: number of values used.
    """

    slope: float | None
    intercept: float | None
    n: int


@dataclass(frozen=True, slots=True)
class MannKendall:
    """How steadily values rise or fall in time.

    Attributes:
        s: pairs that rise minus pairs that fall (Kendall's S).
        var_s: variance of ``s`` without a trend, corrected for ties; not for correlation.
        z: (s - sign s) / sqrt(var_s), divided by the correction for correlation if asked for;
            positive: rising.
        tau: ``s`` by the number of pairs, -1 to 1 (tau-a: ties are in the number of pairs).
        n: number of values used.
        r1: lag-1 correlation of the ranks of the residuals, 0 to 1; None if not asked for.
    """

    s: int
    var_s: float
    z: float
    tau: float
    n: int
    r1: float | None = None

    @property
    def can_tell(self) -> bool:
        """Whether there is anything to judge.

        False with less than two values or with all values equal: the variance is 0, and ``z``
        is then 0 because nothing can be said, not because a trend was looked for and not found.
        """
        return self.var_s > 0


def theil_sen(
    days: Days, values: Values, *, intercept: Literal["separate", "joint"] = "separate"
) -> TheilSen:
    """Fit the Theil-Sen line.

    Args:
        days: day numbers or dates, in any order, one for each value. For dates, day 0 of the
            time axis is that of ``date.toordinal``.
        values: points; None or NaN is not known and is left out.
        intercept: ``separate`` is median(values) - slope * median(days) (Conover);
            ``joint`` is the median of values - slope * days. The line of Sen's paper is the
            second, that of most trend programs the first.

    Returns:
        The line; its slope is None if no two known values have different days.

    Raises:
        ValueError: different lengths, or something infinite.
    """
    x, y = _known(days, values)
    slope = _slope(x, y)
    if slope is None:
        return TheilSen(None, None, len(y))
    level = _median(y - slope * x) if intercept == "joint" else _median(y) - slope * _median(x)
    return TheilSen(slope, level, len(y))


def mann_kendall(days: Days, values: Values, *, lag1: bool = False) -> MannKendall:
    """Score how steadily the values climb, positive, or fall, negative.

    With ``lag1`` neighbouring values may be alike without any trend: the residuals from the
    Theil-Sen line are ranked, and ``z`` is divided by sqrt(min(9, (1 + r1) / (1 - r1))), where
    r1 is the lag-1 autocorrelation of these ranks, floored at 0. Neighbours are neighbours
    among the known values, also across a gap; r1 is the sum of their products over the sum of
    squares, both from the mean rank.

    This is the plain form. Rules read :mod:`diary.domain.sliding_trends`, which is quick for a
    whole calendar and is held to these numbers.

    Args:
        days: day numbers or dates, in any order, one for each value, each day once.
        values: points; None or NaN is not known and is left out. Their scale matters only for
            ``lag1``, where residuals nearer than 1e-9 are tied.
        lag1: correct for the correlation of neighbours.

    Returns:
        The score; see :attr:`MannKendall.can_tell` for values that say nothing.

    Raises:
        ValueError: different lengths, something infinite, or two values on one day.
    """
    x, y = _in_order(*_known(days, values))
    n = len(y)
    s = _rises_minus_falls(y)
    var_s = _variance(y)
    r1 = _neighbour_correlation(x, y) if lag1 else None
    z = (s - math.copysign(1, s)) / math.sqrt(var_s) if s else 0.0
    if r1 is not None:
        z /= math.sqrt(min(MOST_CORRECTION, (1 + r1) / (1 - r1)))
    return MannKendall(s, var_s, z, 2 * s / (n * (n - 1)) if s else 0.0, n, r1)


def _day_numbers(days: Days) -> Floats:
    if len(days) and isinstance(days[0], dt.date):
        days = [day.toordinal() for day in cast("Sequence[dt.date]", days)]
    return np.asarray(days, dtype=np.float64)


def _known(days: Days, values: Values) -> tuple[Floats, Floats]:
    x = _day_numbers(days)
    y = np.asarray(values, dtype=np.float64)
    if len(x) != len(y):
        raise ValueError("as many days as values")
    unknown = np.isnan(y)
    if unknown.any():
        x, y = x[~unknown], y[~unknown]
    if not (np.isfinite(x).all() and np.isfinite(y).all()):
        raise ValueError("days and values are finite")
    return x, y


def _in_order(x: Floats, y: Floats) -> tuple[Floats, Floats]:
    if (x[1:] > x[:-1]).all():
        return x, y
    order = np.argsort(x)
    x = x[order]
    if (x[1:] == x[:-1]).any():
        raise ValueError("one value a day")
    return x, y[order]


def _new_pairs(n: int) -> Pairs:
    return np.triu_indices(n, 1)


_kept_pairs = lru_cache(maxsize=_KEPT_SIZE + 1)(_new_pairs)


def _differences(values: Floats) -> Floats:
    """Return later minus earlier for every pair."""
    n = len(values)
    earlier, later = _kept_pairs(n) if n <= _KEPT_SIZE else _new_pairs(n)
    return values.take(later) - values.take(earlier)


def _median(values: Floats) -> float:
    # np.median gives the same number in three times the time: it looks at shapes and NaN first.
    half = len(values) // 2
    if len(values) % 2:
        return float(np.partition(values, half)[half])
    middle = np.partition(values, (half - 1, half))
    return float((middle[half - 1] + middle[half]) / 2)


def _slope(x: Floats, y: Floats) -> float | None:
    rise, run = _differences(y), _differences(x)
    if not run.all():
        apart = run != 0
        rise, run = rise[apart], run[apart]
    return _median(rise / run) if len(run) else None


def _rises_minus_falls(y: Floats) -> int:
    rise = _differences(y)
    return int(np.count_nonzero(rise > 0)) - int(np.count_nonzero(rise < 0))


def _variance(y: Floats) -> float:
    n = len(y)
    ties = sum(t * (t - 1) * (2 * t + 5) for t in Counter(y.tolist()).values())
    return (n * (n - 1) * (2 * n + 5) - ties) / 18


def _neighbour_correlation(x: Floats, y: Floats) -> float:
    slope = _slope(x, y)
    if slope is None:
        return 0.0
    # Counted from the first day: day numbers of this century would eat the last digits.
    residuals = np.round(y - slope * (x - x[0]), RESIDUAL_DECIMALS)
    ordered = np.sort(residuals)
    # Twice the mid-rank; a correlation does not see the factor.
    ranks = ordered.searchsorted(residuals) + ordered.searchsorted(residuals, "right")
    apart = ranks - ranks.mean()
    squares = float(apart @ apart)
    return max(0.0, float(apart[1:] @ apart[:-1]) / squares) if squares else 0.0
