"""What is on the planes of a figure, for the tests."""

from __future__ import annotations

from matplotlib.collections import LineCollection
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from diary.charts.plane import Plane
from diary.charts.words import Words


def planes(figure):
    return [one for one in figure.artists if isinstance(one, Plane)]


def panels(figure):
    """The panels of scores, from the top."""
    return [plane for plane in planes(figure) if plane.y_range[1] > 10]


def head_words(figure):
    """The words over the panels."""
    return [one for one in figure.artists if isinstance(one, Words)]


def labels(texts):
    return [text.get_text() for text in texts]


def lines(plane):
    return [mark for mark in plane.marks if isinstance(mark, Line2D)]


def boxes(plane):
    return [mark for mark in plane.marks if isinstance(mark, Rectangle)]


def bars(plane):
    return [mark for mark in plane.marks if isinstance(mark, LineCollection)]
