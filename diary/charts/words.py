"""The words on a chart. On a screen they are set once, and stamped wherever they stand again.

The same names and numbers stand on every chart, many of them several times, and setting a word
letter by letter takes longer than drawing all the marks of a chart.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

import matplotlib as mpl
import numpy as np
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.text import Text

from diary.charts.fonts import font, text_width
from diary.forgetting import forgotten

if TYPE_CHECKING:
    from matplotlib.backend_bases import RendererBase
    from numpy.typing import NDArray

# The words of a dozen charts; a stamp is a byte a pixel, some kilobytes each.
_STAMPS_KEPT = 256
# The height of a line that no letter leaves, as a share of the size of the letters.
_LINE = 2.0
_SHARE = {"left": 0.0, "center": 0.5, "right": 1.0}
_MOST = 255
_POINTS_PER_INCH = 72


class Words(Text):
    """Words in the bundled font, drawn as they are typed: a dollar is a dollar, and no formula.

    Args:
        x: where they stand, in the units of their transform.
        y: as ``x``.
        words: the words; a line break begins another line.
        size: in points.
        bold: whether they are bold.
        **style: further properties of a :class:`matplotlib.text.Text`.
    """

    def __init__(
        self, x: float, y: float, words: str, *, size: float, bold: bool = False, **style: Any
    ) -> None:
        prop = font(size, bold=bold)
        super().__init__(x, y, words, fontproperties=prop, parse_math=False, **style)
        self._size, self._bold = size, bold

    def draw(self, renderer: RendererBase) -> None:
        """Draw the words; on a screen they begin at a whole pixel, so that they are all alike."""
        # What has a ground of its own is set each time: seldom, and more than letters.
        if not isinstance(renderer, Screen) or self.get_bbox_patch() is not None:
            super().draw(renderer)
            return
        aligned = self.get_horizontalalignment(), self.get_verticalalignment()
        stamp = _stamp(self.get_text(), self._size, self._bold, aligned, renderer.dpi)
        x, y = self.get_transform().transform(self.get_position())
        pixels = np.empty((*stamp.cover.shape, 4), np.uint8)
        pixels[..., :3] = [round(part * _MOST) for part in to_rgb(self.get_color())]
        pixels[..., 3] = stamp.cover
        renderer.draw_image(renderer.new_gc(), round(x) + stamp.left, round(y) + stamp.foot, pixels)


class Screen(RendererAgg):
    """The pixels of a screen. A file is drawn once: its words are not kept.

    Letters are drawn as they are: fitting each to the pixels takes as long as all the rest, and at
    this size changes little but the space between them.

    Args:
        width: in pixels.
        height: in pixels.
        dpi: pixels an inch.
    """

    def __init__(self, width: int, height: int, dpi: float) -> None:
        super().__init__(width, height, dpi)  # type: ignore[no-untyped-call]  # matplotlib

    def show(self, figure: Figure) -> bytes:
        """Draw a figure, and return four bytes a pixel, row by row."""
        figure.set_dpi(self.dpi)
        with mpl.rc_context({"text.hinting": "none"}):
            figure.draw(self)
        return bytes(self.buffer_rgba())  # type: ignore[no-untyped-call]  # matplotlib


class _Stamp(NamedTuple):
    """How much of each pixel words cover, from the lowest row up, and where the pixels begin."""

    cover: NDArray[np.uint8]
    left: int
    foot: int


@forgotten
@lru_cache(maxsize=_STAMPS_KEPT)
def _stamp(words: str, size: float, bold: bool, aligned: tuple[str, str], dpi: float) -> _Stamp:
    """Set words on a ground that is large enough for them, and cut out what they cover."""
    across, upright = aligned
    lines = words.split("\n")
    wide = max(text_width(line, size, bold=bold) for line in lines) * dpi
    letter = size / _POINTS_PER_INCH * dpi
    x, y = math.ceil(_SHARE[across] * wide + letter), math.ceil(_LINE * letter * len(lines))
    ground = Screen(math.ceil(wide + 2 * letter), 2 * y, dpi)
    prop = font(size, bold=bold)
    text = Text(x, y, words, fontproperties=prop, parse_math=False, ha=across, va=upright)
    text.set_figure(_paper(dpi))
    text.draw(ground)
    cover = np.asarray(ground.buffer_rgba())[::-1, :, 3]  # type: ignore[no-untyped-call]  # as above
    rows, columns = (np.flatnonzero(cover.any(axis=axis)) for axis in (1, 0))
    if not rows.size:
        return _Stamp(np.zeros((1, 1), np.uint8), 0, 0)
    foot, left = int(rows[0]), int(columns[0])
    inked = cover[foot : rows[-1] + 1, left : columns[-1] + 1].copy()
    return _Stamp(inked, left - x, foot - y)


@lru_cache(maxsize=2)
def _paper(dpi: float) -> Figure:
    """Return a figure that tells words how many pixels an inch has."""
    return Figure(dpi=dpi)
