"""Drawing the lanes under a chart: a square for each day, or a bar with its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.charts.fonts import text_width
from diary.charts.spells import shorten

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from diary.charts.lanes import Lane, Span
    from diary.charts.marks import MarkStyles
    from diary.charts.plane import Plane

_HALF_DAY = 0.5
_LOW, _HIGH = 0.2, 0.8  # of the height of a lane
_LEAST_INCHES = 0.028  # a bar of one day among thousands is still seen
_AIR = 0.05  # inches between a bar and its name


def draw_lane(plane: Plane, lane: Lane, start: dt.date, styles: MarkStyles, size: float) -> None:
    """Draw a lane.

    Args:
        plane: as wide as the panel; x is the number of the day, y from 0 to 1.
        lane: what it shows.
        start: the first day shown.
        styles: colours, and inches a day.
        size: of the names, in points.
    """
    _draw_days(plane, lane.days, styles)
    _draw_spans(plane, lane.spans, start, styles, size)


def _draw_days(plane: Plane, days: Sequence[bool | None], styles: MarkStyles) -> None:
    wide = max(0.62, _LEAST_INCHES / styles.per_day)
    squares = [
        (position - wide / 2, _LOW, position + wide / 2, _HIGH)
        for position, answer in enumerate(days)
        if answer
    ]
    plane.rectangles(squares, facecolor=styles.theme.accent, edgecolor="none")
    denied = [position for position, answer in enumerate(days) if answer is False]
    plane.line(denied, [0.5] * len(denied), cut=False, **styles.night(bad=False))


def _draw_spans(
    plane: Plane, spans: Sequence[Span], start: dt.date, styles: MarkStyles, size: float
) -> None:
    """Draw bars; a name stands in or behind its bar where the next one leaves room."""
    starts = [(span.start - start).days for span in spans]
    edge = plane.x_range[1]
    free_from = -_HALF_DAY
    for at, span in enumerate(spans):
        left = starts[at] - _HALF_DAY
        right = max((span.end - start).days + _HALF_DAY, left + _LEAST_INCHES / styles.per_day)
        room = (edge + _HALF_DAY) * styles.per_day - 2 * _AIR
        words = shorten(span.words, room, size)
        wide = (text_width(words, size) + 2 * _AIR) / styles.per_day
        inside = wide <= right - left
        words_at = max(left if inside else right, free_from)
        until = min([one - _HALF_DAY for one in starts[at + 1 :]] or [edge])
        if words_at + wide > until and not inside:
            # No room behind it: before it, where that is free.
            words_at = left - wide if left - wide >= free_from else edge
        plane.rectangle(
            left,
            _LOW - 0.1,
            right - left,
            _HIGH - _LOW + 0.2,
            facecolor=styles.theme.usual if inside else styles.theme.accent,
            edgecolor=styles.theme.accent,
            linewidth=0.6,
        )
        if words_at + wide <= edge:
            plane.text(
                words_at + _AIR / styles.per_day,
                0.5,
                words,
                color=styles.theme.ink,
                size=size,
                va="center_baseline",
            )
            free_from = max(free_from, words_at + wide)
        free_from = max(free_from, right)
