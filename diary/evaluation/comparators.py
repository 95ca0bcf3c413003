"""Simple ways to warn, to compare the rules with: silent, never shown to anyone.

Each takes the scores of one place, one a day, and returns the days on which it speaks. As in the
calibration of the rule book, none speaks again within 28 days.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from diary.domain.windows import BASE28, LAST7, LAST14, Window, counts, known, means

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.domain.series import Flags, Floats

REFRACTORY = 28
LAST28 = Window("last28", 27, 0)


def spike(scores: Floats) -> Flags:
    """The latest score is at least 7, or 2 points above the last recorded one."""
    days = np.flatnonzero(~np.isnan(scores))
    flags = np.zeros(len(scores), dtype=np.bool_)
    values = scores[days]
    flags[days] = (values >= 7) | (np.diff(values, prepend=np.inf) >= 2)  # noqa: PLR2004  its rule
    return flags


def week_over_month(scores: Floats) -> Flags:
    """The mean of 7 days is at least 2 above the mean of 28 days."""
    enough = known(scores, LAST28) >= 8  # noqa: PLR2004  as W2 asks of its windows
    rise = np.nan_to_num(means(scores, LAST7) - means(scores, LAST28), nan=-1.0)
    return np.asarray(enough & (rise >= 2), dtype=np.bool_)  # noqa: PLR2004  its rule


def cusum(scores: Floats, slack: float = 0.75, limit: float = 6.0) -> Flags:
    """A sum of what exceeds the own baseline by more than ``slack`` passes ``limit``.

    Args:
        scores: one a day, NaN where not recorded.
        slack: points above the mean of base28 that do not count.
        limit: the sum of points at which it speaks and begins anew.
    """
    base = means(scores, BASE28)
    flags = np.zeros(len(scores), dtype=np.bool_)
    total = 0.0
    for day in np.flatnonzero(~np.isnan(scores) & ~np.isnan(base)).tolist():
        total = max(0.0, total + scores[day] - base[day] - slack)
        if total > limit:
            flags[day] = True
            total = 0.0
    return flags


def two_weeks(scores: Floats) -> Flags:
    """Pain of at least 2 on every recorded day of two weeks."""
    recorded = known(scores, LAST14)
    enough = recorded >= 8  # noqa: PLR2004  as W1 asks of its window
    return np.asarray(enough & (counts(scores >= 2, LAST14) == recorded), dtype=np.bool_)  # noqa: PLR2004


COMPARATORS: dict[str, Callable[[Floats], Flags]] = {
    "score of 7, or 2 above the last": spike,
    "7-day mean 2 above 28-day mean": week_over_month,
    "CUSUM (0.75, 6)": cusum,
    "two weeks of daily pain": two_weeks,
}


def spoken(flags: Flags) -> list[int]:
    """Return the days on which it speaks, at least 28 days apart."""
    days: list[int] = []
    for day in np.flatnonzero(flags).tolist():
        if not days or day - days[-1] >= REFRACTORY:
            days.append(day)
    return days
