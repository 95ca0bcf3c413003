"""A rectangle of a figure with a scale of its own, and no more than that.

What :class:`matplotlib.axes.Axes` brings besides (ticks, spines, units, limits that follow the
data) takes longer to set up than all the marks of a chart take to draw: a window would wait for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from matplotlib.artist import Artist
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.transforms import (
    Bbox,
    BboxTransformFrom,
    BboxTransformTo,
    ScaledTranslation,
    TransformedBbox,
)

from diary.charts.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.backend_bases import RendererBase
    from matplotlib.figure import Figure

_POINTS = 72  # an inch
_BESIDE, _BELOW = 4.0, 5.0  # points between the plane and its labels
_TICK, _TICK_WIDTH = 3.0, 0.6


class Plane(Artist):
    """Draws marks at places given in its own units.

    Args:
        figure: where it stands.
        box: left, bottom, width and height as shares of the figure.
        x_range: what its left and right edges stand for.
        y_range: what its lower and upper edges stand for.
        layer: what is drawn later covers what is drawn before.
    """

    def __init__(
        self,
        figure: Figure,
        box: tuple[float, float, float, float],
        x_range: tuple[float, float],
        y_range: tuple[float, float],
        *,
        layer: int,
    ) -> None:
        super().__init__()
        self.x_range, self.y_range = x_range, y_range
        self.box = Bbox.from_bounds(*box)
        self.marks: list[Artist] = []
        self.words: list[Words] = []
        self.scale_labels: list[Words] = []
        self.date_labels: list[Words] = []
        self._ticks: list[Artist] = []
        self._edge = TransformedBbox(self.box, figure.transFigure)
        units = Bbox.from_extents(x_range[0], y_range[0], x_range[1], y_range[1])
        self._to_figure = BboxTransformFrom(units) + BboxTransformTo(self._edge)
        self._figure = figure
        self.set_zorder(layer)
        figure.add_artist(self)

    def draw(self, renderer: RendererBase) -> None:
        """Draw all marks, then all words, the lower layers first."""
        words = [*self.words, *self.scale_labels, *self.date_labels]
        for artist in sorted(
            (*self.marks, *self._ticks, *words), key=lambda artist: artist.get_zorder()
        ):
            artist.draw(renderer)

    def line(
        self, x: Sequence[float], y: Sequence[float], *, cut: bool = True, **style: Any
    ) -> None:
        """Add a line, or markers.

        Args:
            x: the points across, in the units of the plane; NaN breaks the line.
            y: the points upwards, as many.
            cut: whether it ends at the edges of the plane.
            **style: what matplotlib's ``Line2D`` takes.
        """
        self._add(Line2D(x, y, **style), cut=cut)

    def level(self, y: float, **style: Any) -> None:
        """Add a line from edge to edge, in the units of the plane."""
        self.line(self.x_range, (y, y), **style)

    def rectangle(self, x: float, y: float, width: float, height: float, **style: Any) -> None:
        """Add a rectangle.

        Args:
            x: its left side, in the units of the plane.
            y: its foot.
            width: to the right, in the same units.
            height: upwards.
            **style: what matplotlib's ``Rectangle`` takes.
        """
        self._add(Rectangle((x, y), width, height, **style))

    def rectangles(
        self, corners: Sequence[tuple[float, float, float, float]], **style: Any
    ) -> None:
        """Add many rectangles that look alike, each as left, bottom, right and top."""
        if corners:
            outlines = [
                ((left, low), (left, high), (right, high), (right, low))
                for left, low, right, high in corners
            ]
            self._add(PolyCollection(outlines, **style))

    def uprights(
        self, x: Sequence[float], low: Sequence[float], high: Sequence[float], **style: Any
    ) -> None:
        """Add upright lines that look alike.

        Args:
            x: where each stands, in the units of the plane.
            low: its foot, as many.
            high: its top, as many.
            **style: what matplotlib's ``LineCollection`` takes.
        """
        ends = [((at, one), (at, other)) for at, one, other in zip(x, low, high, strict=True)]
        if ends:
            self._add(LineCollection(ends, **style))

    def text(self, x: float, y: float, words: str, *, size: float, **style: Any) -> None:
        """Add words; they may run over the edges.

        Args:
            x: of their anchor, in the units of the plane.
            y: of the same.
            words: in one line or several.
            size: of the words, in points.
            **style: what :class:`diary.charts.words.Words` takes; it says where the anchor is.
        """
        text = Words(x, y, words, size=size, **style)
        self._place(text)
        self.words.append(text)

    def label_scale(
        self, levels: Sequence[float], labels: Sequence[str], *, color: str, size: float
    ) -> None:
        """Write labels at the left of levels.

        Args:
            levels: upwards, in the units of the plane.
            labels: the words of each.
            color: of the words, ``#rrggbb``.
            size: of the words, in points.
        """
        beside = ScaledTranslation(-_BESIDE / _POINTS, 0, self._figure.dpi_scale_trans)
        for y, words in zip(levels, labels, strict=True):
            label = Words(
                self.x_range[0],
                y,
                words,
                size=size,
                color=color,
                ha="right",
                va="center_baseline",
            )
            self._place(label)
            label.set_transform(self._to_figure + beside)
            self.scale_labels.append(label)

    def label_dates(
        self, positions: Sequence[float], labels: Sequence[str], *, color: str, size: float
    ) -> None:
        """Write labels under positions, each with a short line to it.

        Args:
            positions: across, in the units of the plane.
            labels: the words of each.
            color: of the words, ``#rrggbb``.
            size: of the words, in points.
        """
        foot = self.y_range[0]
        below = ScaledTranslation(0, -_BELOW / _POINTS, self._figure.dpi_scale_trans)
        for x, words in zip(positions, labels, strict=True):
            label = Words(x, foot, words, size=size, color=color, ha="center", va="top")
            self._place(label)
            label.set_transform(self._to_figure + below)
            self.date_labels.append(label)
        ticks = Line2D(
            positions,
            (foot,) * len(positions),
            linestyle="none",
            marker=3,  # a tick downwards
            markersize=_TICK,
            markeredgewidth=_TICK_WIDTH,
            color=color,
        )
        self._place(ticks)
        self._ticks.append(ticks)

    def _add(self, mark: Artist, *, cut: bool = True) -> None:
        self._place(mark)
        if cut:
            mark.set_clip_box(self._edge)
        self.marks.append(mark)

    def _place(self, artist: Artist) -> None:
        artist.set_figure(self._figure)
        artist.set_transform(self._to_figure)
