"""Drawing a long chart: a bar from the lowest to the highest score of a week, and its median."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

from diary.charts.weeks import any_in_week

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.charts.lanes import Lane
    from diary.charts.marks import MarkStyles
    from diary.charts.plane import Plane
    from diary.charts.weeks import Week

_LEAST_HALF = 0.12  # points of the scale: a week of one score is still a mark
_LOW, _HEIGHT = 0.2, 0.6  # of the height of a lane


def draw_weeks(panel: Plane, found: Sequence[Week], styles: MarkStyles) -> None:
    """Draw the range and the median of each week; the line breaks where a week is silent.

    Args:
        panel: the scores; its units are days across and points of pain upwards.
        found: the weeks in order.
        styles: how they look.
    """
    x, low, high = [], [], []
    for week in found:
        if week.lowest is not None and week.highest is not None:
            x.append(week.middle)
            pad = _LEAST_HALF if week.lowest == week.highest else 0.0
            low.append(week.lowest - pad)
            high.append(week.highest + pad)
    panel.uprights(x, low, high, zorder=2.5, **styles.week_range)
    known = [math.nan if week.median is None else week.median for week in found]
    middles = [week.middle for week in found]
    panel.line(middles, known, zorder=3, **styles.median)
    for (before, here), (_, after) in pairwise(pairwise((None, *found, None))):
        if here is None or here.median is None:
            continue
        if (before is None or before.median is None) and (after is None or after.median is None):
            half = (here.last - here.first + 1) / 2
            panel.line(
                (here.middle - half, here.middle + half), (here.median,) * 2, **styles.median
            )


def draw_week_nights(lane: Plane, found: Sequence[Week], styles: MarkStyles) -> None:
    """Draw a bar as high as the share of nights that pain disturbed.

    Args:
        lane: its units are days across and its own height upwards.
        found: the weeks in order.
        styles: the colours.
    """
    bars = [
        (week.first - 0.5, 0.0, week.last + 0.5, 0.9 * week.bad_nights / week.nights)
        for week in found
        if week.bad_nights
    ]
    lane.rectangles(bars, facecolor=styles.theme.dot, edgecolor="none")


def draw_week_lane(plane: Plane, lane: Lane, styles: MarkStyles) -> None:
    """Draw a lane of answers: a mark for each week in which one was yes.

    Args:
        plane: its units are days across and its own height upwards.
        lane: what to show.
        styles: the colours.
    """
    yes = [
        (first - 0.5, _LOW, last + 0.5, _LOW + _HEIGHT)
        for first, last, any_ in any_in_week(lane.days)
        if any_
    ]
    plane.rectangles(yes, facecolor=styles.theme.accent, edgecolor="none")
