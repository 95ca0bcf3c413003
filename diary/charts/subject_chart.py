"""The small chart of a sign or symptom: one lane of its days, as under the chart of a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.figure import Figure

from diary.charts.dates import date_ticks
from diary.charts.fonts import text_width
from diary.charts.frame import HALF_DAY, LINE, TEXT_SIZE
from diary.charts.head import HINT_SIZE, TITLE_SIZE, Piece, draw_head, needed_width
from diary.charts.lane_drawing import draw_lane
from diary.charts.lanes import Lane
from diary.charts.legend import LegendItem, draw_legend, legend_rows
from diary.charts.marks import MarkStyles
from diary.charts.plane import Plane
from diary.charts.text import period_text
from diary.i18n import translate

if TYPE_CHECKING:
    from diary.charts.subject import SubjectDays
    from diary.charts.theme import ChartTheme

_EDGE = 0.04  # inches
_WIDEST_DATE = "30 Sept"
_SHADED_GAP = 3
_HEAD, _FURTHER_HEAD, _DATES, _AIR = 1.6, 1.2, 0.9, 0.45  # rows
_LEAST_LANE, _MOST_LANE = 1.2, 2.2


def subject_figure(
    data: SubjectDays,
    theme: ChartTheme,
    size_inches: tuple[float, float],
    text_scale: float = 1.0,
) -> Figure:
    """Return the chart of a sign or symptom.

    Args:
        data: what to show.
        theme: its colours.
        size_inches: width and height.
        text_scale: 1.0 to 2.0, as in the settings.
    """
    figure = Figure(figsize=size_inches, facecolor=theme.paper)
    width, height = size_inches
    row, size = LINE * text_scale, TEXT_SIZE * text_scale
    # A date stands under the middle of its day, also under that of the first and the last.
    side = text_width(_WIDEST_DATE, size) / 2
    room = width - 2 * side
    styles = MarkStyles(theme, room / len(data.days), len(data.days), text_scale)
    head = _head(data, room, text_scale)
    draw_head(figure, head, theme, edges=(side, side, _EDGE), row_height=row, scale=text_scale)
    ticks = date_ticks(data.start, data.end, room, lambda words: text_width(words, size))
    date_rows = 2 if any("\n" in tick.label for tick in ticks) else 1
    legend = legend_rows(_legend(data, styles), room, size)
    top = height - _EDGE - (_HEAD + _FURTHER_HEAD * (len(head) - 1)) * row
    foot = _EDGE + (len(legend) + _DATES * date_rows + _AIR) * row
    tall = min(_MOST_LANE * row, max(_LEAST_LANE * row, top - foot))
    lane = Plane(
        figure,
        (side / width, (top - tall) / height, room / width, tall / height),
        (-HALF_DAY, len(data.days) - HALF_DAY),
        (0, 1),
        layer=1,
    )
    for first, last in data.gaps(_SHADED_GAP):
        lane.rectangle(
            first - HALF_DAY, 0, last - first + 1, 1, facecolor=theme.gap, edgecolor="none"
        )
    lane.level(0, color=theme.muted, linewidth=1.2)
    draw_lane(lane, Lane(data.label, days=data.days), data.start, styles, size)
    lane.label_dates(
        [tick.position for tick in ticks],
        [tick.label for tick in ticks],
        color=theme.muted,
        size=size,
    )
    legend_top = top - tall - (_DATES * date_rows + _AIR) * row
    legend_height = max(len(legend), 1) * row
    ground = Plane(
        figure,
        (
            side / width,
            (legend_top - legend_height) / height,
            room / width,
            legend_height / height,
        ),
        (0, room),
        (-legend_height, 0),
        layer=0,
    )
    draw_legend(ground, legend, row, size, theme.muted)
    return figure


def _head(data: SubjectDays, width: float, scale: float) -> tuple[tuple[Piece, ...], ...]:
    title = Piece(data.label, TITLE_SIZE * scale, title=True)
    period = Piece(period_text(data.start, data.end), HINT_SIZE * scale)
    row = (title, period)
    return (row,) if needed_width(row, scale) <= width else ((title,), (period,))


def _legend(data: SubjectDays, styles: MarkStyles) -> tuple[LegendItem, ...]:
    gap = {"color": styles.theme.gap, "linewidth": 6 * styles.scale, "solid_capstyle": "butt"}
    items = (
        (True in data.days, translate("yes that day"), styles.square),
        (False in data.days, translate("no"), styles.night(bad=False)),
        (bool(data.gaps(_SHADED_GAP)), translate("not answered"), gap),
    )
    return tuple(LegendItem(words, style) for there, words, style in items if there)
