"""The chart of one place: a dot a day, gaps as gaps, its 7-day median, nights and alerts.

One figure for screen and paper, built from :class:`ChartData` alone; x is the number of days
since ``data.start``, y the score. pyplot is never used: it keeps global state.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from diary.charts.dates import date_ticks
from diary.charts.fonts import font, text_width
from diary.charts.frame import ABOVE_TEN, BELOW_ZERO, HALF_DAY, Frame
from diary.charts.lane_drawing import draw_lane
from diary.charts.legend import draw_legend, legend_items, legend_rows
from diary.charts.marks import MarkStyles, lone_medians
from diary.charts.spells import draw_spells, place_spells
from diary.domain.choices import PAIN_HIGHEST, PAIN_LOWEST
from diary.i18n import translate

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from diary.charts.data import ChartData
    from diary.charts.theme import ChartTheme

# A point either side of the usual level is day-to-day noise: the band's width is our choice.
_USUAL_EITHER_SIDE = 1
# Shorter gaps show by themselves; shading each single day would make stripes.
_SHADED_GAP = 3


def place_figure(
    data: ChartData,
    theme: ChartTheme,
    size_inches: tuple[float, float],
    text_scale: float = 1.0,
) -> Figure:
    """Return the chart of one place.

    Args:
        data: what to show.
        theme: its colours.
        size_inches: width and height.
        text_scale: 1.0 to 2.0, as in the settings.
    """
    figure = Figure(figsize=size_inches, facecolor=theme.paper)
    bare = Frame(
        figure,
        theme,
        text_scale,
        lanes=tuple(lane.label if lane.first else "" for lane in data.lanes),
    )
    width, text_size = bare.panel_width, bare.text_size
    styles = MarkStyles(theme, width / len(data.days), len(data.days), text_scale)
    spells = place_spells(data, width, text_size)
    legend = legend_rows(legend_items(data, styles), width, text_size)
    ticks = date_ticks(data.start, data.end, width, lambda words: text_width(words, text_size))
    frame = replace(
        bare,
        head_rows=bare.count_head_rows(data),
        date_rows=2 if any("\n" in tick.label for tick in ticks) else 1,
        legend_rows=len(legend),
    )
    wanted = 1 + max((spell.row for spell in spells), default=-1)
    frame = replace(frame, spell_rows=min(wanted, frame.most_spell_rows))
    frame.head(data)
    if spells:
        draw_spells(
            frame.spell_ground(),
            spells,
            theme,
            size=text_size,
            rows=frame.spell_rows,
            row_height=frame.spell_row,
        )
    panel = frame.panel(data)
    _draw_gaps(panel, data, frame, styles.per_day)
    _draw_usual(panel, data, theme)
    _draw_median(panel, data, styles)
    _draw_dots(panel, data, styles)
    _draw_unscored(panel, data, frame)
    lowest = frame.nights(data)
    _draw_nights(lowest, data, styles)
    for number, lane in enumerate(data.lanes):
        lowest = frame.further_lane(data, number)
        draw_lane(lowest, lane, data.start, styles, text_size)
    frame.dates(lowest, ticks)
    if legend:
        draw_legend(frame.legend_ground(), legend, frame.row, frame.text_size, theme.muted)
    return figure


def _draw_gaps(panel: Axes, data: ChartData, frame: Frame, per_day: float) -> None:
    words = translate("not recorded")
    if not any(data.answered):
        words = translate("No pain scores were recorded on these days.")
    for first, last in data.gaps(at_least=1 if len(data.days) < _SHADED_GAP else _SHADED_GAP):
        length = last - first + 1
        panel.add_patch(
            Rectangle(
                (first - HALF_DAY, PAIN_LOWEST),
                length,
                PAIN_HIGHEST + ABOVE_TEN,
                facecolor=frame.theme.gap,
                edgecolor="none",
                zorder=1,
            )
        )
        if text_width(words, frame.text_size) * 1.1 < length * per_day:
            panel.text(
                (first + last) / 2,
                (PAIN_LOWEST + PAIN_HIGHEST) / 2,
                words,
                color=frame.theme.muted,
                fontproperties=font(frame.text_size),
                ha="center",
                va="center",
                bbox={"facecolor": frame.theme.gap, "edgecolor": "none", "pad": 1.5},
                zorder=2,
            )


def _draw_usual(panel: Axes, data: ChartData, theme: ChartTheme) -> None:
    for first, last, level in data.usual_runs():
        low = max(PAIN_LOWEST, level - _USUAL_EITHER_SIDE)
        high = min(PAIN_HIGHEST, level + _USUAL_EITHER_SIDE)
        panel.add_patch(
            Rectangle(
                (first - HALF_DAY, low),
                last - first + 1,
                high - low,
                facecolor=theme.usual,
                edgecolor="none",
                zorder=1.2,
            )
        )


def _draw_median(panel: Axes, data: ChartData, styles: MarkStyles) -> None:
    values = [math.nan if value is None else value for value in data.median]
    panel.plot(range(len(values)), values, zorder=3, **styles.median)
    for position in lone_medians(data):
        around = (position - 0.35, position + 0.35)
        panel.plot(around, (values[position],) * 2, zorder=3, **styles.median)


def _draw_dots(panel: Axes, data: ChartData, styles: MarkStyles) -> None:
    for late in (False, True):
        days = [
            position
            for position, worst in enumerate(data.worst)
            if worst is not None and data.late[position] is late
        ]
        scores = [score for day in days if (score := data.worst[day]) is not None]
        panel.plot(days, scores, zorder=4, clip_on=False, **styles.dot(late=late))


def _draw_unscored(panel: Axes, data: ChartData, frame: Frame) -> None:
    for position in data.unscored():
        panel.text(
            position,
            -BELOW_ZERO / 2,
            "?",
            color=frame.theme.dot,
            fontproperties=font(frame.text_size, bold=True),
            ha="center",
            zorder=4,
        )


def _draw_nights(lane: Axes, data: ChartData, styles: MarkStyles) -> None:
    for bad in (False, True):
        days = [position for position, night in enumerate(data.bad_night) if night is bad]
        lane.plot(days, [0.5] * len(days), clip_on=False, **styles.night(bad=bad))
