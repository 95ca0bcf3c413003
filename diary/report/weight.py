"""How much the pain at a place weighs, so that the worst pain is told first."""

from __future__ import annotations

import datetime as dt
from statistics import fmean, median
from typing import TYPE_CHECKING

from diary.domain.places import PLACES

if TYPE_CHECKING:
    from diary.domain.diary import Diary

_WEEK = dt.timedelta(days=7)

Weight = tuple[float, float, float]
# Of what has no score: no place, or a place without one in the period.
WEIGHTLESS: Weight = (-1.0, -1.0, -1.0)


def weights(diary: Diary, start: dt.date, end: dt.date) -> dict[str, Weight]:
    """Return the weight of every place that hurt from ``start`` to ``end``.

    It is the median of the last seven days, then their worst, then the mean of all days. Days
    entered late do not count, and places without a score in time are left out.

    Args:
        diary: the diary.
        start: the first day.
        end: the last day, included.
    """
    entries = [entry for entry in diary.entries if start <= entry.date <= end and not entry.is_late]
    named = {pain.region for entry in entries for pain in entry.pains or ()}
    found = {}
    for place in PLACES:
        if place not in named:
            continue
        known = [
            (entry.date, score) for entry in entries if (score := entry.worst_at(place)) is not None
        ]
        week = [score for day, score in known if day > end - _WEEK]
        if known:
            found[place] = (
                float(median(week)) if week else -1.0,
                float(max(week, default=-1)),
                fmean(score for _, score in known),
            )
    return found
