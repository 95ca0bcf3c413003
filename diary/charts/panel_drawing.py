"""Drawing into the panel of one place: gaps, usual band, median, days and nights."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from diary.charts.frame import ABOVE_TEN, BELOW_ZERO, HALF_DAY
from diary.charts.marks import fits_in_gap, lone_medians, shaded_gaps
from diary.domain.choices import PAIN_HIGHEST, PAIN_LOWEST
from diary.i18n import translate

if TYPE_CHECKING:
    from diary.charts.data import ChartData
    from diary.charts.frame import Frame
    from diary.charts.marks import MarkStyles
    from diary.charts.plane import Plane
    from diary.charts.theme import ChartTheme

# A point either side of the usual level is day-to-day noise: the band's width is our choice.
_USUAL_EITHER_SIDE = 1


def draw_gaps(panel: Plane, data: ChartData, frame: Frame, per_day: float) -> None:
    """Shade the days without an answer, and say so where there is room.

    Args:
        panel: the scores; its units are days across and points of pain upwards.
        data: what to show.
        frame: the theme and the size of the text.
        per_day: width of a day, in inches.
    """
    words = translate("not recorded")
    if not any(data.answered):
        words = translate("No pain scores were recorded on these days.")
    for first, last in shaded_gaps(data):
        length = last - first + 1
        panel.rectangle(
            first - HALF_DAY,
            PAIN_LOWEST,
            length,
            PAIN_HIGHEST + ABOVE_TEN,
            facecolor=frame.theme.gap,
            edgecolor="none",
            zorder=1,
        )
        if fits_in_gap(words, (first, last), per_day, frame.text_size):
            panel.text(
                (first + last) / 2,
                (PAIN_LOWEST + PAIN_HIGHEST) / 2,
                words,
                color=frame.theme.muted,
                size=frame.text_size,
                ha="center",
                va="center",
                bbox={"facecolor": frame.theme.gap, "edgecolor": "none", "pad": 1.5},
                zorder=2,
            )


def draw_usual(panel: Plane, data: ChartData, theme: ChartTheme) -> None:
    """Draw the band of the usual level, a point either side.

    Args:
        panel: the scores; its units are days across and points of pain upwards.
        data: what to show.
        theme: its colours.
    """
    for first, last, level in data.usual_runs():
        low = max(PAIN_LOWEST, level - _USUAL_EITHER_SIDE)
        high = min(PAIN_HIGHEST, level + _USUAL_EITHER_SIDE)
        panel.rectangle(
            first - HALF_DAY,
            low,
            last - first + 1,
            high - low,
            facecolor=theme.usual,
            edgecolor="none",
            zorder=1.2,
        )


def draw_median(panel: Plane, data: ChartData, styles: MarkStyles) -> None:
    """Draw the line of the 7-day median, which breaks at gaps.

    Args:
        panel: the scores; its units are days across and points of pain upwards.
        data: what to show.
        styles: how it looks.
    """
    values = [math.nan if value is None else value for value in data.median]
    panel.line(range(len(values)), values, zorder=3, **styles.median)
    for position in lone_medians(data):
        around = (position - 0.35, position + 0.35)
        panel.line(around, (values[position],) * 2, zorder=3, **styles.median)


def draw_dots(panel: Plane, data: ChartData, styles: MarkStyles) -> None:
    """Draw the worst pain of each day; of days entered late otherwise.

    Args:
        panel: the scores; its units are days across and points of pain upwards.
        data: what to show.
        styles: how a day looks.
    """
    for late in (False, True):
        days = [
            position
            for position, worst in enumerate(data.worst)
            if worst is not None and data.late[position] is late
        ]
        scores = [score for day in days if (score := data.worst[day]) is not None]
        panel.line(days, scores, zorder=4, cut=False, **styles.dot(late=late))


def draw_unscored(panel: Plane, data: ChartData, frame: Frame) -> None:
    """Mark the days with pain that was not given a number.

    Args:
        panel: the scores; its units are days across and points of pain upwards.
        data: what to show.
        frame: the theme and the size of the text.
    """
    for position in data.unscored():
        panel.text(
            position,
            -BELOW_ZERO / 2,
            "?",
            color=frame.theme.dot,
            size=frame.text_size,
            bold=True,
            ha="center",
            zorder=4,
        )


def draw_nights(lane: Plane, data: ChartData, styles: MarkStyles) -> None:
    """Draw a moon for each bad night and a point for each other one.

    Args:
        lane: its units are days across and its own height upwards.
        data: what to show.
        styles: how a night looks.
    """
    for bad in (False, True):
        days = [position for position, night in enumerate(data.bad_night) if night is bad]
        lane.line(days, [0.5] * len(days), cut=False, **styles.night(bad=bad))
