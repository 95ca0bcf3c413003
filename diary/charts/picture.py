"""A chart as pixels for the screen. It may run on any one thread, but on one at a time."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

from diary.charts.frame import HALF_DAY
from diary.charts.look import Picture
from diary.charts.place_chart import chart_figure
from diary.charts.plane import Plane
from diary.charts.subject_chart import subject_figure
from diary.charts.theme import THEMES
from diary.charts.words import Screen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matplotlib.figure import Figure

    from diary.charts.data import ChartData
    from diary.charts.look import Look
    from diary.charts.subject import SubjectDays

# The text of a chart is set for paper, in points; at this many pixels an inch its small text is
# as large as the small text of the window.
PIXELS_PER_INCH = 144
_TOUCHES = 0.001  # of the height


def picture_figure(charts: Sequence[ChartData], look: Look) -> Figure:
    """Return charts below each other as they look on a screen."""
    return chart_figure(charts, THEMES[look.theme], _inches(look), look.text_scale)


def chart_picture(charts: Sequence[ChartData], look: Look) -> Picture:
    """Return charts below each other as pixels.

    Args:
        charts: what to show, each over as many days as the others.
        look: the theme, the size and the scale of the text.
    """
    with _undisturbed():
        return _picture(picture_figure(charts, look), look, len(charts[0].answered))


def subject_picture(data: SubjectDays, look: Look) -> Picture:
    """Return the chart of a sign or symptom as pixels."""
    with _undisturbed():
        figure = subject_figure(data, THEMES[look.theme], _inches(look), look.text_scale)
        return _picture(figure, look, len(data.days))


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let nobody clear away while a picture is drawn.

    Its marks hold each other in circles, and none outlives the picture. Looked at half-way they
    would be taken for something that lasts; after some pictures all of the program is looked
    through because of them, and no thread can do anything meanwhile.
    """
    was_clearing = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_clearing:
            gc.enable()


def _inches(look: Look) -> tuple[float, float]:
    return look.width / PIXELS_PER_INCH, look.height / PIXELS_PER_INCH


def _picture(figure: Figure, look: Look, count: int) -> Picture:
    width, height = round(look.width * look.ratio), round(look.height * look.ratio)
    rgba = Screen(width, height, PIXELS_PER_INCH * look.ratio).show(figure)
    days = (-HALF_DAY, count - HALF_DAY)
    planes = [
        plane.box for plane in figure.artists if isinstance(plane, Plane) and plane.x_range == days
    ]
    return Picture(
        width=width,
        height=height,
        rgba=rgba,
        left=planes[0].x0,
        right=planes[0].x1,
        panels=_together([(1 - plane.y1, 1 - plane.y0) for plane in planes]),
    )


def _together(spans: list[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """Join what touches: a panel and the lanes right under it."""
    joined: list[tuple[float, float]] = []
    for top, bottom in sorted(spans):
        if joined and top - joined[-1][1] < _TOUCHES:
            joined[-1] = (joined[-1][0], bottom)
        else:
            joined.append((top, bottom))
    return tuple(joined)
