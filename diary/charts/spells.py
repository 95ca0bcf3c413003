"""The spells of alerts: lightly shaded days, with the alert's name above the panel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.charts.fonts import text_width

if TYPE_CHECKING:
    import datetime as dt

    from diary.charts.data import ChartData, Spell
    from diary.charts.plane import Plane
    from diary.charts.theme import ChartTheme

_AIR = 0.08  # inches between two names in one row
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class PlacedSpell:
    """A spell on the axis, in inches from its left end.

    Attributes:
        left: where the spell begins.
        right: where it ends.
        words: its name, shortened where it is wider than the chart.
        words_at: where the words begin.
        row: 0 is the row next to the panel.
    """

    left: float
    right: float
    words: str
    words_at: float
    row: int


def place_spells(data: ChartData, width: float, size: float) -> tuple[PlacedSpell, ...]:
    """Return the spells in as few rows as their names allow; what matters most is in row 0.

    Args:
        data: the chart.
        width: of the panel, in inches.
        size: of the names, in points.
    """
    per_day = width / len(data.answered)
    taken: list[list[tuple[float, float]]] = []
    placed = []
    for spell in sorted(data.spells, key=_importance, reverse=True):
        left, right = _span(spell, data, per_day)
        words = shorten(spell.title, width, size)
        needed = text_width(words, size)
        words_at = max(0.0, min(left, width - needed))
        own = min(left, words_at), max(right, words_at + needed)
        row = next((row for row, others in enumerate(taken) if _is_free(own, others)), len(taken))
        if row == len(taken):
            taken.append([])
        taken[row].append(own)
        placed.append(PlacedSpell(left, right, words, words_at, row))
    return tuple(sorted(placed, key=lambda one: (one.left, one.right)))


def _importance(spell: Spell) -> tuple[bool, dt.date, int, dt.date]:
    return spell.first, spell.end, spell.tier, spell.start


def _is_free(own: tuple[float, float], others: list[tuple[float, float]]) -> bool:
    return all(own[1] + _AIR <= begin or end + _AIR <= own[0] for begin, end in others)


def draw_spells(
    plane: Plane,
    spells: tuple[PlacedSpell, ...],
    theme: ChartTheme,
    *,
    size: float,
    rows: int,
    row_height: float,
) -> None:
    """Draw the spells over a plane whose unit is the inch and whose foot is the panel's.

    Args:
        plane: as wide as the panel, from its foot to the top of the last row of names.
        spells: what to draw.
        theme: the colours.
        size: of the names, in points.
        rows: how many rows of names there is room for; further spells are only shaded.
        row_height: of a row of names, in inches.
    """
    height = plane.y_range[1]
    panel_top = height - rows * row_height
    shaded = [(spell.left, 0, spell.right, panel_top) for spell in spells]
    plane.rectangles(shaded, facecolor=theme.spell, edgecolor="none")
    for spell in spells:
        if spell.row >= rows:
            continue
        bar = panel_top + (spell.row + 0.16) * row_height
        plane.line(
            (spell.left, spell.right),
            (bar, bar),
            color=theme.spell_line,
            linewidth=1.6,
            solid_capstyle="butt",
        )
        plane.text(
            spell.words_at,
            bar + 0.24 * row_height,
            spell.words,
            color=theme.ink,
            size=size,
            va="baseline",
        )


def shorten(words: str, width: float, size: float) -> str:
    """Return the words, cut with an ellipsis where they are too wide.

    Args:
        words: in one line.
        width: at most, in inches.
        size: of the words, in points.
    """
    if text_width(words, size) <= width:
        return words
    kept = words[: int(len(words) * width / text_width(words, size)) + 1]
    while kept and text_width(kept + _ELLIPSIS, size) > width:
        kept = kept[:-1].rstrip()
    return kept + _ELLIPSIS


def _span(spell: Spell, data: ChartData, per_day: float) -> tuple[float, float]:
    first = (spell.start - data.start).days
    last = (spell.end - data.start).days
    return first * per_day, (last + 1) * per_day
