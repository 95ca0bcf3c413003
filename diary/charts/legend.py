"""The line under a chart that names its marks: only those that are there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from diary.charts.fonts import text_width
from diary.charts.frame import TEXT_SIZE
from diary.charts.marks import fits_in_gap, shaded_gaps
from diary.charts.weeks import WEEK, is_by_weeks, together
from diary.i18n import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.charts.data import ChartData
    from diary.charts.marks import MarkStyles
    from diary.charts.plane import Plane

# Inches for each point of the text: for the mark, between mark and words, between two items.
_SAMPLE, _GAP, _BETWEEN = 0.021, 0.009, 0.02


@dataclass(frozen=True, slots=True)
class LegendItem:
    """A mark and what it means.

    Attributes:
        words: the meaning, translated.
        style: properties of the line or marker; None where the words show the mark themselves.
    """

    words: str
    style: dict[str, Any] | None


def legend_items(data: ChartData, styles: MarkStyles) -> tuple[LegendItem, ...]:
    """Return the marks that occur in ``data``, in the order of their weight."""
    if is_by_weeks(data):
        return _week_items(data, styles)
    late = [late for worst, late in zip(data.worst, data.late, strict=True) if worst is not None]
    in_lanes = any(lane.days for lane in data.lanes)
    no = translate("no") if in_lanes else translate("not woken")
    items = (
        (bool(late), translate("worst of the day"), styles.dot(late=False)),
        (any(late), translate("entered late"), styles.dot(late=True)),
        (bool(data.unscored()), translate("? = pain, no score given"), None),
        (any(value is not None for value in data.median), translate("7-day median"), styles.median),
        (bool(data.usual_runs()), _usual_words(data), styles.usual),
        _gap(data, styles),
        (True in data.bad_night, translate("woken or kept awake"), styles.night(bad=True)),
        (False in data.bad_night, no, styles.night(bad=False)),
        (
            any(True in lane.days for lane in data.lanes),
            translate("yes that day"),
            styles.square,
        ),
        (bool(data.spells), translate("noticed by the diary"), styles.noticed),
    )
    return tuple(LegendItem(words, style) for there, words, style in items if there)


def _week_items(data: ChartData, styles: MarkStyles) -> tuple[LegendItem, ...]:
    scored = any(score is not None for score in data.scores_on_time())
    of_four = together(len(data.answered)) != WEEK
    median = translate("median of four weeks") if of_four else translate("median of a week")
    items = (
        (scored, median, styles.median),
        (scored, translate("lowest to highest"), {**styles.week_range, "linewidth": 5}),
        (bool(data.usual_runs()), _usual_words(data), styles.usual),
        _gap(data, styles),
        (
            True in data.nights_on_time(),
            translate("the higher, the more nights woken or kept awake"),
            {"color": styles.theme.dot, "linewidth": 5, "solid_capstyle": "butt"},
        ),
    )
    return tuple(LegendItem(words, style) for there, words, style in items if there)


def _gap(data: ChartData, styles: MarkStyles) -> tuple[bool, str, dict[str, Any]]:
    """Return the shade of gaps, where one is too narrow for the words inside it."""
    words = translate("not recorded")
    bare = any(
        not fits_in_gap(words, gap, styles.per_day, TEXT_SIZE * styles.scale)
        for gap in shaded_gaps(data)
    )
    return any(data.answered) and bare, words, styles.gap


def legend_rows(
    items: Sequence[LegendItem], width: float, size: float
) -> tuple[tuple[LegendItem, ...], ...]:
    """Return the items in as few rows as they need, in their order.

    Args:
        items: what to name.
        width: of a row at most, in inches; an item that is wider has a row of its own.
        size: of the words, in points.
    """
    rows: list[list[LegendItem]] = [[]]
    used = 0.0
    for item in items:
        needed = _width(item, size)
        if rows[-1] and used + needed > width:
            rows.append([])
            used = 0.0
        rows[-1].append(item)
        used += needed + _BETWEEN * size
    return tuple(tuple(row) for row in rows if row)


def draw_legend(
    plane: Plane, rows: Sequence[Sequence[LegendItem]], row_height: float, size: float, color: str
) -> None:
    """Draw rows of items into a plane whose unit is the inch and whose origin is the top left.

    Args:
        plane: what to draw into; y is negative below its top.
        rows: the items of each row, as :func:`legend_rows` returns them.
        row_height: in inches.
        size: of the words, in points.
        color: of the words, ``#rrggbb``.
    """
    sample = _SAMPLE * size
    for number, row in enumerate(rows):
        x, y = 0.0, -(number + 0.5) * row_height
        for item in row:
            words_at = x
            if item.style is not None:
                at = (x + sample / 2,) if "marker" in item.style else (x, x + sample)
                plane.line(at, (y,) * len(at), **item.style)
                words_at += sample + _GAP * size
            plane.text(
                words_at,
                y,
                item.words,
                color=color,
                size=size,
                va="center_baseline",
            )
            x += _width(item, size) + _BETWEEN * size


def _width(item: LegendItem, size: float) -> float:
    mark = 0.0 if item.style is None else (_SAMPLE + _GAP) * size
    return mark + text_width(item.words, size)


def _usual_words(data: ChartData) -> str:
    levels = {level for _, _, level in data.usual_runs()}
    words = translate("usual for me")
    return f"{words} ({levels.pop()})" if len(levels) == 1 else words
