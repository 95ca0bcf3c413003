"""What several conditions are made of: verdict vectors, the last recorded days, evidence."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from diary.domain.places import PLACES
from diary.domain.windows import known, side_by_side
from diary.i18n import mark, translate
from diary.rules.model import NOT_ENOUGH_DAYS, Evidence, Tier

# Means and slopes are fractions: 4.6 - 2.6 is a little less than 2 to a machine, and is 2.
ROUNDING = 1e-9

# Said where a rule has no days before to compare with.
FEW_BEFORE = mark("Too few days were recorded before to compare with, and no usual level says so.")

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from diary.domain.record import Record
    from diary.domain.series import Counts, Flags, Floats
    from diary.domain.windows import Window
    from diary.rules.rule import Minimum
    from diary.rules.track import Verdicts


def verdicts(met: Flags, enough: Flags, tier: Tier) -> Verdicts:
    """Return the verdict of every day: the tier where met, not met, or not enough days.

    A day on which the condition is met is met, whatever else was not answered.

    Args:
        met: by day, whether the condition is met.
        enough: by day, whether enough was recorded to say that it is not.
        tier: of the alert where it is met.

    Returns:
        One small number a day: the tier, ``NOT_MET`` or ``NOT_ENOUGH_DAYS``.
    """
    # Enough is 1 and not enough 0, one above what they stand for.
    open_question = enough.view(np.int8) + np.int8(NOT_ENOUGH_DAYS)
    return np.where(met, np.int8(tier), open_question)


def reaches(values: Floats, limit: float) -> Flags:
    """Return where a value is ``limit`` or more; exactly the limit is enough, NaN is not."""
    return np.asarray(values >= limit - ROUNDING, dtype=np.bool_)


def enough_days(values: Floats, minimums: Iterable[Minimum]) -> Flags:
    """Return the days on which every window holds as many known values as it needs."""
    enough = np.ones(len(values), dtype=np.bool_)
    for minimum in minimums:
        enough &= known(values, minimum.window) >= minimum.needed
    return enough


def reach_of(minimums: Iterable[Minimum], *windows: Window) -> int:
    """Return how many days before a day the first of these windows begins."""
    return max(window.first for window in (*(one.window for one in minimums), *windows))


def last_recorded(values: Floats, count: int, within: int) -> Counts:
    """Return, by day, where its last ``count`` known values begin, or -1.

    Args:
        values: one value a day, NaN where not known.
        count: how many known values are wanted.
        within: calendar days that may hold them, the day itself included.

    Returns:
        A vector of positions into the list of known days (``np.flatnonzero``), one a day: the
        first of the last ``count``; -1 where there are too few or they lie too far back.
    """
    days = np.flatnonzero(~np.isnan(values))
    calendar = np.arange(len(values))
    first = np.searchsorted(days, calendar, side="right") - count
    if len(days) == 0:
        return np.full(len(values), -1)
    begins = days[np.maximum(first, 0)]
    return np.where((first >= 0) & (begins > calendar - within), first, -1)


def lowest_of_last(values: Floats, count: int, within: int) -> Floats:
    """Return, by day, the lowest of its last ``count`` known values within ``within`` days.

    Args:
        values: one value a day, NaN where not known.
        count: how many known values are wanted.
        within: calendar days that may hold them, the day itself included.

    Returns:
        One value a day; NaN where there are too few or they lie too far back.
    """
    first = last_recorded(values, count, within)
    some = first >= 0
    result = np.full(len(values), math.nan)
    if some.any():
        scores = values[~np.isnan(values)]
        rows = side_by_side(scores, count)
        result[some] = rows[first[some]].min(axis=1)
    return result


def evidence(
    record: Record,
    values: Floats,
    window: Window,
    index: int,
    *,
    used: Flags,
    numbers: Mapping[str, float | int],
) -> Evidence:
    """Return the evidence of a day: the used and the recorded days of the window ending there.

    Args:
        record: the days of the diary.
        values: one value a day, NaN where not known; what is known counts as recorded.
        window: the days before and up to the day, in calendar days.
        index: the day, counted from the first of the record.
        used: by day, whether the condition counted it.
        numbers: what was worked out, by its public name in the alerts; what is NaN is left out.
    """
    span = window.bounds(index, record.size)
    days = [day for day in range(span.start, span.stop) if used[day]]
    return Evidence(
        days_used=tuple(record.day(day) for day in days),
        days_recorded=int(np.count_nonzero(~np.isnan(values[span]))),
        days_in_window=window.length,
        numbers={name: rounded(value) for name, value in numbers.items() if not math.isnan(value)},
    )


def rounded(value: float) -> float | int:
    """Return a number as it is shown: whole where it is whole, else two decimals."""
    number = round(float(value), 2)
    return int(number) if number.is_integer() else number


def place_words(place: str) -> str:
    """Return the place for use inside a sentence: "your lower back"."""
    return translate(PLACES[place].phrase)
