"""How the marks of a chart look, in the drawing and in its legend."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from matplotlib.path import Path

from diary.charts.fonts import text_width
from diary.charts.weeks import is_by_weeks, together

if TYPE_CHECKING:
    from diary.charts.data import ChartData
    from diary.charts.theme import ChartTheme

_POINTS = 72  # an inch
_DOT_SHARE = 0.6  # of a day's width
_DOT_SMALLEST, _DOT_LARGEST = 2.2, 5.5
_MOON_SMALLEST, _MOON_LARGEST = 4.0, 8.5
_WEEK_THINNEST, _WEEK_THICKEST = 0.5, 5.0
_STEPS = 24
# Shorter gaps show by themselves; shading each single day would make stripes.
_SHADED_GAP, _SHADED_GAP_IN_WEEKS = 3, 14
_MANY_DAYS = 130  # beyond, rings need a thinner line to stay open


def _moon() -> Path:
    """Return a crescent: the outline of a disc without a smaller disc at its right."""
    bite_x, bite_y, bite = 0.44, 0.24, 0.84
    distance = math.hypot(bite_x, bite_y)
    towards = math.atan2(bite_y, bite_x)
    half = math.acos((1 + distance**2 - bite**2) / (2 * distance))
    inner = math.acos((distance**2 + bite**2 - 1) / (2 * distance * bite))
    turn = 2 * (math.pi - half) / _STEPS
    outline = [
        (math.cos(towards + half + step * turn), math.sin(towards + half + step * turn))
        for step in range(_STEPS + 1)
    ]
    back = 2 * inner / _STEPS
    start = towards + math.pi + inner
    outline += [
        (
            bite_x + bite * math.cos(start - step * back),
            bite_y + bite * math.sin(start - step * back),
        )
        for step in range(_STEPS + 1)
    ]
    return Path([*outline, outline[0]], closed=True)


MOON = _moon()


@dataclass(frozen=True, slots=True)
class MarkStyles:
    """The look of every mark, for drawing and for the legend.

    Attributes:
        theme: the colours.
        per_day: inches a day.
        count: days shown.
        scale: of the text.
    """

    theme: ChartTheme
    per_day: float
    count: int
    scale: float

    def dot(self, *, late: bool) -> dict[str, Any]:
        """Return the dot of a day: filled, or a ring where it was entered late."""
        size = _between(_DOT_SMALLEST, self.per_day * _POINTS * _DOT_SHARE, _DOT_LARGEST)
        many = self.count > _MANY_DAYS
        rim = 0.7 if many else 1.1
        return {
            "linestyle": "none",
            "marker": "o",
            "markersize": size * min(self.scale, 1.5),
            "markerfacecolor": self.theme.paper if late else self.theme.dot,
            "markeredgecolor": self.theme.dot,
            "markeredgewidth": rim if late else 0.0,
        }

    @property
    def median(self) -> dict[str, Any]:
        """The line of the 7-day median."""
        return {
            "color": self.theme.accent,
            "linewidth": 1.7 * min(self.scale, 1.5),
            "solid_capstyle": "round",
            "solid_joinstyle": "round",
        }

    @property
    def week_range(self) -> dict[str, Any]:
        """The bar from the lowest to the highest score of a week."""
        width = _between(
            _WEEK_THINNEST, self.per_day * together(self.count) * _POINTS * 0.6, _WEEK_THICKEST
        )
        return {"color": self.theme.dot, "alpha": 0.45, "linewidth": width}

    @property
    def usual(self) -> dict[str, Any]:
        """The band of the usual level, as a thick line for the legend."""
        return {"color": self.theme.usual, "linewidth": 6 * self.scale, "solid_capstyle": "butt"}

    @property
    def gap(self) -> dict[str, Any]:
        """The shade of days without an answer, as a thick line for the legend."""
        return {"color": self.theme.gap, "linewidth": 6 * self.scale, "solid_capstyle": "butt"}

    @property
    def square(self) -> dict[str, Any]:
        """The square of a day in a lane, for the legend."""
        return {
            "linestyle": "none",
            "marker": "s",
            "markersize": 5.0 * min(self.scale, 1.5),
            "markerfacecolor": self.theme.accent,
            "markeredgecolor": self.theme.accent,
            "markeredgewidth": 0.0,
        }

    @property
    def noticed(self) -> dict[str, Any]:
        """The line over the days of an alert, for the legend."""
        return {"color": self.theme.spell_line, "linewidth": 1.6, "solid_capstyle": "butt"}

    def night(self, *, bad: bool) -> dict[str, Any]:
        """Return a night: a moon where it was bad, else a point."""
        moon = _between(_MOON_SMALLEST, self.per_day * _POINTS * 0.9, _MOON_LARGEST)
        color = self.theme.dot if bad else self.theme.muted
        return {
            "linestyle": "none",
            "marker": MOON if bad else "o",
            "markersize": moon * min(self.scale, 1.5) if bad else 1.3,
            "markerfacecolor": color,
            "markeredgecolor": color,
            "markeredgewidth": 0.0,
        }


def shaded_gaps(data: ChartData) -> tuple[tuple[int, int], ...]:
    """Return the runs of days without an answer that are long enough to be shaded."""
    if is_by_weeks(data):
        return data.gaps(at_least=_SHADED_GAP_IN_WEEKS)
    return data.gaps(at_least=1 if len(data.answered) < _SHADED_GAP else _SHADED_GAP)


def fits_in_gap(words: str, gap: tuple[int, int], per_day: float, size: float) -> bool:
    """Return whether words stand inside a gap.

    Args:
        words: in one line.
        gap: its first and its last day, counted from the first of the chart.
        per_day: width of a day, in inches.
        size: of the words, in points.
    """
    first, last = gap
    return text_width(words, size) * 1.1 < (last - first + 1) * per_day


def lone_medians(data: ChartData) -> tuple[int, ...]:
    """Return the days whose median has no neighbour, where a line alone would show nothing."""
    padded = (None, *data.median, None)
    return tuple(
        position
        for position, value in enumerate(data.median)
        if value is not None and padded[position] is None and padded[position + 2] is None
    )


def _between(low: float, value: float, high: float) -> float:
    return max(low, min(value, high))
