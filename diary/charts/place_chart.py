"""The charts of one place or of several below each other, on one time axis.

One figure for screen and paper, built from :class:`ChartData` alone; x is the number of days
since ``data.start``, y the score. pyplot is never used: it keeps global state.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from matplotlib.figure import Figure

from diary.charts.dates import date_ticks
from diary.charts.fonts import text_width
from diary.charts.frame import LEAST_PANEL, Frame
from diary.charts.lane_drawing import draw_lane
from diary.charts.legend import draw_legend, legend_items, legend_rows
from diary.charts.marks import MarkStyles
from diary.charts.panel_drawing import (
    draw_dots,
    draw_gaps,
    draw_median,
    draw_nights,
    draw_unscored,
    draw_usual,
)
from diary.charts.spells import draw_spells, place_spells
from diary.charts.week_drawing import draw_week_lane, draw_week_nights, draw_weeks
from diary.charts.weeks import is_by_weeks, weeks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.charts.data import ChartData
    from diary.charts.dates import DateTick
    from diary.charts.legend import LegendItem
    from diary.charts.plane import Plane
    from diary.charts.spells import PlacedSpell
    from diary.charts.theme import ChartTheme


@dataclass(frozen=True, slots=True)
class _Part:
    """The chart of one place in a figure, and what there is to draw."""

    data: ChartData
    frame: Frame
    styles: MarkStyles
    spells: tuple[PlacedSpell, ...]
    ticks: tuple[DateTick, ...]
    legend: tuple[tuple[LegendItem, ...], ...]

    @property
    def spell_rows(self) -> int:
        """How many rows the names of the alerts take where there is room for all."""
        return 1 + max((spell.row for spell in self.spells), default=-1)


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
    return chart_figure((data,), theme, size_inches, text_scale)


def figure_height(
    data: ChartData, theme: ChartTheme, width: float, panel: float, most_names: int
) -> float:
    """Return the height in inches at which a chart has room for the names of its alerts.

    Args:
        data: what to show.
        theme: its colours.
        width: of the figure in inches.
        panel: the height of the panel of scores in inches, under the names.
        most_names: how many rows of names there may be; further alerts are only shaded.
    """
    figure = Figure(figsize=(width, width), facecolor=theme.paper)
    part = _part(data, Frame(figure, theme, 1.0, lanes=_lane_labels(data)), (data,), has_dates=True)
    return part.frame.fixed_height + min(part.spell_rows, most_names) * part.frame.spell_row + panel


def chart_figure(
    charts: Sequence[ChartData],
    theme: ChartTheme,
    size_inches: tuple[float, float],
    text_scale: float = 1.0,
) -> Figure:
    """Return charts below each other; what they share stands under the last one.

    Args:
        charts: what to show, each over as many days as the others.
        theme: its colours.
        size_inches: width and height.
        text_scale: 1.0 to 2.0, as in the settings.
    """
    figure = Figure(figsize=size_inches, facecolor=theme.paper)
    is_shared = len({(data.start, data.end) for data in charts}) == 1
    bare = [
        Frame(figure, theme, text_scale, lanes=_lane_labels(data))
        for data in (charts if not is_shared else (charts[-1],) * len(charts))
    ]
    margin = max(frame.left for frame in bare)
    parts = []
    for number, (data, frame) in enumerate(zip(charts, bare, strict=True), start=1):
        is_last = number == len(charts)
        own = replace(frame, margin=margin)
        if is_shared and not is_last:
            own = replace(own, lanes=())
        legend_of = charts if is_last else ()
        parts.append(_part(data, own, legend_of, has_dates=is_last or not is_shared))
    top = size_inches[1]
    for part, height in zip(parts, _heights(parts, top), strict=True):
        top -= height
        _draw(replace(part, frame=replace(part.frame, base=top, height=height)))
    return figure


def _heights(parts: Sequence[_Part], full: float) -> list[float]:
    """Return the height of each part at which all panels are as high: a point is one length."""
    free = full - sum(part.frame.fixed_height for part in parts)

    def named(rows: int) -> list[float]:
        return [min(part.spell_rows, rows) * part.frame.spell_row for part in parts]

    def panel(rows: int) -> float:
        return (free - sum(named(rows))) / len(parts)

    most = max(part.spell_rows for part in parts)
    rows = next((rows for rows in range(most, 0, -1) if panel(rows) >= LEAST_PANEL), 0)
    heights = zip(parts, named(rows), strict=True)
    return [part.frame.fixed_height + own + panel(rows) for part, own in heights]


def _lane_labels(data: ChartData) -> tuple[str, ...]:
    return tuple(lane.label if lane.first else "" for lane in data.lanes)


def _part(
    data: ChartData, bare: Frame, legend_of: Sequence[ChartData], *, has_dates: bool
) -> _Part:
    width, size = bare.panel_width, bare.text_size
    styles = MarkStyles(bare.theme, width / len(data.answered), len(data.answered), bare.scale)
    found = {item.words: item for one in legend_of for item in legend_items(one, styles)}
    legend = legend_rows(tuple(found.values()), width, size)
    ticks: tuple[DateTick, ...] = ()
    if has_dates:
        ticks = date_ticks(data.start, data.end, width, lambda words: text_width(words, size))
    rows = 2 if any("\n" in tick.label for tick in ticks) else 1
    frame = replace(
        bare,
        head_rows=bare.count_head_rows(data),
        date_rows=rows if has_dates else 0,
        legend_rows=len(legend),
    )
    return _Part(data, frame, styles, place_spells(data, width, size), ticks, legend)


def _draw(part: _Part) -> None:
    data, styles, spells = part.data, part.styles, part.spells
    frame = replace(part.frame, spell_rows=min(part.spell_rows, part.frame.most_spell_rows))
    frame.head(data)
    if spells:
        draw_spells(
            frame.spell_ground(),
            spells,
            frame.theme,
            size=frame.text_size,
            rows=frame.spell_rows,
            row_height=frame.spell_row,
        )
    panel = frame.panel(data)
    draw_gaps(panel, data, frame, styles.per_day)
    draw_usual(panel, data, frame.theme)
    lowest = frame.nights(data)
    _draw_scores(panel, lowest, data, frame, styles)
    for number in range(len(frame.lanes)):
        lowest = frame.further_lane(data, number)
        lane = data.lanes[number]
        if lane.days and is_by_weeks(data):
            draw_week_lane(lowest, lane, styles)
        else:
            draw_lane(lowest, lane, data.start, styles, frame.text_size)
    frame.dates(lowest, part.ticks)
    if part.legend:
        draw_legend(
            frame.legend_ground(), part.legend, frame.row, frame.text_size, frame.theme.muted
        )


def _draw_scores(
    panel: Plane, nights: Plane, data: ChartData, frame: Frame, styles: MarkStyles
) -> None:
    if is_by_weeks(data):
        found = weeks(data)
        draw_weeks(panel, found, styles)
        draw_week_nights(nights, found, styles)
        return
    draw_median(panel, data, styles)
    draw_dots(panel, data, styles)
    draw_unscored(panel, data, frame)
    draw_nights(nights, data, styles)
