"""The head of a chart: the place, what 10 means, the period; in one row, or in more if narrow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.charts.fonts import text_width
from diary.charts.text import period_text
from diary.charts.words import Words
from diary.i18n import translate

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from diary.charts.data import ChartData
    from diary.charts.theme import ChartTheme

TITLE_SIZE, HINT_SIZE = 11.0, 8.0  # points at 100 %
_AIR = 0.12  # inches between two pieces at 100 %


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of the head.

    Attributes:
        words: the words, translated.
        size: in points.
        title: whether they are the title, in bold ink.
    """

    words: str
    size: float
    title: bool = False

    @property
    def width(self) -> float:
        """Their width in inches."""
        return text_width(self.words, self.size, bold=self.title)


def head_rows(data: ChartData, width: float, scale: float) -> tuple[tuple[Piece, ...], ...]:
    """Return the pieces of the head in as few rows as they need.

    Args:
        data: what the chart shows.
        width: of a row at most, in inches.
        scale: of the text, 1.0 to 2.0.
    """
    title = Piece(data.label, TITLE_SIZE * scale, title=True)
    hint = Piece(translate("10 = worst pain"), HINT_SIZE * scale)
    period = Piece(period_text(data.start, data.end), HINT_SIZE * scale)
    for rows in (((title, hint, period),), ((title,), (hint, period))):
        if all(needed_width(row, scale) <= width for row in rows):
            return rows
    return ((title,), (hint,), (period,))


def draw_head(
    figure: Figure,
    rows: tuple[tuple[Piece, ...], ...],
    theme: ChartTheme,
    *,
    edges: tuple[float, float, float],
    row_height: float,
    scale: float,
) -> None:
    """Write the rows; in a row with company the last piece stands at the right.

    Args:
        figure: where to write.
        rows: the pieces.
        theme: the colours.
        edges: left, right and top of the head, in inches from the figure's edges.
        row_height: of a row of text, in inches.
        scale: of the text.
    """
    width, height = figure.get_size_inches()
    left, right, top = edges
    for number, row in enumerate(rows):
        y = 1 - (top + (1 + 1.2 * number) * row_height) / height
        x = left
        for piece in row:
            at_right = len(row) > 1 and piece is row[-1]
            words = Words(
                1 - right / width if at_right else x / width,
                y,
                piece.words,
                size=piece.size,
                bold=piece.title,
                color=theme.ink if piece.title else theme.muted,
                ha="right" if at_right else "left",
            )
            figure.add_artist(words)
            x += piece.width + _AIR * scale


def needed_width(row: tuple[Piece, ...], scale: float) -> float:
    """Return the inches that pieces beside each other take."""
    return sum(piece.width for piece in row) + _AIR * scale * (len(row) - 1)
