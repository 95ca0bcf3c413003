"""A chart as pixels for the screen. It may run on any one thread, but on one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg

from diary.charts.look import Picture
from diary.charts.place_chart import chart_figure
from diary.charts.plane import Plane
from diary.charts.theme import THEMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.figure import Figure

    from diary.charts.data import ChartData
    from diary.charts.look import Look

# The text of a chart is set for paper, in points; at this many pixels an inch its small text is
# as large as the small text of the window.
PIXELS_PER_INCH = 144
# Letters are drawn as they are: fitting each to the pixels takes as long as all the rest, and at
# this size changes little but the space between them.
_LETTERS = {"text.hinting": "none"}


def picture_figure(charts: Sequence[ChartData], look: Look) -> Figure:
    """Return charts below each other as they look on a screen."""
    inches = (look.width / PIXELS_PER_INCH, look.height / PIXELS_PER_INCH)
    return chart_figure(charts, THEMES[look.theme], inches, look.text_scale)


def chart_picture(charts: Sequence[ChartData], look: Look) -> Picture:
    """Return charts below each other as pixels.

    Args:
        charts: what to show, each over as many days as the others.
        look: the theme, the size and the scale of the text.
    """
    figure = picture_figure(charts, look)
    figure.set_dpi(PIXELS_PER_INCH * look.ratio)
    canvas = FigureCanvasAgg(figure)
    with mpl.rc_context(_LETTERS):
        canvas.draw()  # type: ignore[no-untyped-call]  # matplotlib has no types here
    width, height = canvas.get_width_height(physical=True)
    days = (-0.5, len(charts[0].answered) - 0.5)
    panels = [
        plane.box for plane in figure.artists if isinstance(plane, Plane) and plane.x_range == days
    ]
    return Picture(
        width=width,
        height=height,
        rgba=bytes(canvas.buffer_rgba()),  # type: ignore[no-untyped-call]  # as above
        left=panels[0].x0,
        right=panels[0].x1,
        top=1 - max(panel.y1 for panel in panels),
        bottom=1 - min(panel.y0 for panel in panels),
    )
