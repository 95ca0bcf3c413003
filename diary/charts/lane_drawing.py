"""Drawing the lanes under a chart: a square for each day, or a bar with its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.patches import Rectangle

from diary.charts.fonts import font, text_width

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from diary.charts.lanes import Lane, Span
    from diary.charts.marks import MarkStyles

_HALF_DAY = 0.5
_LOW, _HIGH = 0.2, 0.8  # of the height of a lane
_LEAST_INCHES = 0.028  # a bar of one day among thousands is still seen
_AIR = 0.05  # inches between a bar and its name


def draw_lane(axes: Axes, lane: Lane, start: dt.date, styles: MarkStyles, size: float) -> None:
    """Draw a lane.

    Args:
        axes: as wide as the panel; x is the number of the day, y from 0 to 1.
        lane: what it shows.
        start: the first day shown.
        styles: colours, and inches a day.
        size: of the names, in points.
    """
    _draw_days(axes, lane.days, styles)
    _draw_spans(axes, lane.spans, start, styles, size)


def _draw_days(axes: Axes, days: Sequence[bool | None], styles: MarkStyles) -> None:
    wide = max(0.62, _LEAST_INCHES / styles.per_day)
    for position, answer in enumerate(days):
        if answer:
            axes.add_patch(
                Rectangle(
                    (position - wide / 2, _LOW),
                    wide,
                    _HIGH - _LOW,
                    facecolor=styles.theme.accent,
                    edgecolor="none",
                )
            )
    denied = [position for position, answer in enumerate(days) if answer is False]
    axes.plot(denied, [0.5] * len(denied), clip_on=False, **styles.night(bad=False))


def _draw_spans(
    axes: Axes, spans: Sequence[Span], start: dt.date, styles: MarkStyles, size: float
) -> None:
    """Draw bars; a name stands in or behind its bar where the next one leaves room."""
    starts = [(span.start - start).days for span in spans]
    edge = axes.get_xlim()[1]
    free_from = -_HALF_DAY
    for at, span in enumerate(spans):
        left = starts[at] - _HALF_DAY
        right = max((span.end - start).days + _HALF_DAY, left + _LEAST_INCHES / styles.per_day)
        wide = (text_width(span.words, size) + 2 * _AIR) / styles.per_day
        inside = wide <= right - left
        words_at = max(left if inside else right, free_from)
        until = min([one - _HALF_DAY for one in starts[at + 1 :]] or [edge])
        if words_at + wide > until and not inside:
            # No room behind it: before it, where that is free.
            words_at = left - wide if left - wide >= free_from else edge
        axes.add_patch(
            Rectangle(
                (left, _LOW - 0.1),
                right - left,
                _HIGH - _LOW + 0.2,
                facecolor=styles.theme.usual if inside else styles.theme.accent,
                edgecolor=styles.theme.accent,
                linewidth=0.6,
            )
        )
        if words_at + wide <= edge:
            axes.text(
                words_at + _AIR / styles.per_day,
                0.5,
                span.words,
                color=styles.theme.ink,
                fontproperties=font(size),
                va="center_baseline",
            )
            free_from = max(free_from, words_at + wide)
        free_from = max(free_from, right)
