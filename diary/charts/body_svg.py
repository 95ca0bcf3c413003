"""The drawn body with pains as an SVG text, for the sheet: each pain as tint and as number.

The number always stands with the tint, on a badge of its own, so that the picture says the same
in grey. The drawing is that of :mod:`diary.charts.body_map`; no Qt, no matplotlib.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from diary.charts import pain_ramp
from diary.charts.body_map import score_of
from diary.charts.theme import PRINT
from diary.i18n import decimal_sign

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diary.charts.body_map import BodyPlace, BodyView, PlaceKey, Ring
    from diary.charts.theme import ChartTheme

UNKNOWN = "?"
FAMILY = "Atkinson Hyperlegible"  # as in charts/fonts.py, which needs matplotlib
_DIGITS = 30.0  # height of the digits in units of the drawing, unless told
_WORDS = 0.9  # of left and right, in parts of the digits
_INSET = 24.0  # of these words, from the edge of the view
_PUSHES = 60  # so often badges that overlap are pushed apart, at most
_CLEAR = 3.0  # between two badges


@dataclass(slots=True)
class _Badge:
    """A number and where it stands; ``home`` is its place."""

    text: str
    score: float | None
    home: tuple[float, float]
    x: float
    y: float
    wide: float
    high: float


def body_svg(
    views: Sequence[BodyView],
    scores: Mapping[PlaceKey, float | None],
    *,
    theme: ChartTheme = PRINT,
    digits: float = _DIGITS,
    sides: tuple[str, str] = ("", ""),
) -> str:
    """Return the views side by side as one SVG text.

    Args:
        views: what :func:`diary.charts.body_map.read_body` returned.
        scores: the score, 0 to 10, by region and side; an average keeps one decimal. None as
            score: chosen, amount not given.
        theme: the colours, ``print`` or ``light``.
        digits: height of the numbers; a view is 828 units high.
        sides: the words for her right and her left, to stand beside the head; none if empty.
    """
    width = sum(view.size[0] for view in views)
    height = max(view.size[1] for view in views)
    parts = []
    left = 0.0
    for view in views:
        drawn = _view(view, scores, theme, digits) + _sides(view, sides, theme, digits)
        parts.append(f'<g transform="translate({left:g} 0)">{drawn}</g>')
        left += view.size[0]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" '
        f'width="{width:g}" height="{height:g}" stroke-linejoin="round" stroke-linecap="round">'
        f"{''.join(parts)}</svg>"
    )


def _view(
    view: BodyView, scores: Mapping[PlaceKey, float | None], theme: ChartTheme, digits: float
) -> str:
    chosen = [
        (place, score)
        for place in view.places
        for is_chosen, score in [score_of(place, scores)]
        if is_chosen
    ]
    badges = _apart([_badge(place, score, digits) for place, score in chosen], view.size)
    return "".join(
        (
            _path(view.figure, fill=theme.gap),
            *(_path(place.outline, stroke=theme.hairline, width=1.2) for place in view.places),
            *(_path(line, stroke=theme.muted, width=1.4, closed=False) for line in view.lines),
            *(
                _path(place.outline, fill=_tint(score), stroke=theme.dot, width=2)
                for place, score in chosen
            ),
            _path(view.figure, stroke=theme.muted, width=2.6),
            *(_leader(badge, theme) for badge in badges),
            *(_drawn(badge, theme, digits) for badge in badges),
        )
    )


def _sides(view: BodyView, sides: tuple[str, str], theme: ChartTheme, digits: float) -> str:
    words = sides if view.name == "front" else (sides[1], sides[0])
    edges = (("start", _INSET), ("end", view.size[0] - _INSET))
    return "".join(
        f'<text x="{x:g}" y="{digits:g}" text-anchor="{anchor}" font-family="{FAMILY}" '
        f'font-size="{digits * _WORDS:g}" fill="{theme.muted}">{escape(word, quote=False)}</text>'
        for (anchor, x), word in zip(edges, words, strict=True)
        if word
    )


def _tint(score: float | None) -> str:
    return PRINT.paper if score is None else pain_ramp.ON_PAPER[round(score)]


def _badge(place: BodyPlace, score: float | None, digits: float) -> _Badge:
    text = UNKNOWN if score is None else f"{round(score, 1):g}".replace(".", decimal_sign())
    high = digits * 1.25
    wide = max(high, digits * (0.62 * len(text) + 0.5))
    return _Badge(text, score, place.label, *place.label, wide, high)


def _apart(badges: list[_Badge], size: tuple[float, float]) -> list[_Badge]:
    """Push badges that overlap apart, always in the same way, and none over the edge."""
    for _ in range(_PUSHES):
        for badge in badges:
            badge.x = _inside(badge.x, badge.wide, size[0])
            badge.y = _inside(badge.y, badge.high, size[1])
        moved = False
        for at, one in enumerate(badges):
            for other in badges[at + 1 :]:
                moved |= _push(one, other)
        if not moved:
            break
    return badges


def _inside(middle: float, length: float, size: float) -> float:
    half = length / 2 + _CLEAR
    return min(max(middle, half), size - half)


def _push(one: _Badge, other: _Badge) -> bool:
    across, down = other.x - one.x, other.y - one.y
    over_x = (one.wide + other.wide) / 2 + _CLEAR - abs(across)
    over_y = (one.high + other.high) / 2 + _CLEAR - abs(down)
    if over_x <= 0 or over_y <= 0:
        return False
    if over_y <= over_x:
        step = math.copysign(over_y / 2 + 0.01, down)
        one.y, other.y = one.y - step, other.y + step
    else:
        step = math.copysign(over_x / 2 + 0.01, across)
        one.x, other.x = one.x - step, other.x + step
    return True


def _leader(badge: _Badge, theme: ChartTheme) -> str:
    (x, y) = badge.home
    if math.dist((x, y), (badge.x, badge.y)) < badge.high / 2:
        return ""
    return (
        f'<line x1="{x:g}" y1="{y:g}" x2="{badge.x:.1f}" y2="{badge.y:.1f}" '
        f'stroke="{theme.ink}" stroke-width="2"/>'
    )


def _drawn(badge: _Badge, theme: ChartTheme, digits: float) -> str:
    ground = theme.paper if badge.score is None else _tint(badge.score)
    ink = theme.ink if badge.score is None else pain_ramp.text_on(ground)
    return (
        f'<rect x="{badge.x - badge.wide / 2:.1f}" y="{badge.y - badge.high / 2:.1f}" '
        f'width="{badge.wide:.1f}" height="{badge.high:.1f}" rx="{badge.high / 2:.1f}" '
        f'fill="{ground}" stroke="{theme.dot}" stroke-width="2"/>'
        f'<text x="{badge.x:.1f}" y="{badge.y + digits * 0.35:.1f}" text-anchor="middle" '
        f'font-family="{FAMILY}" font-weight="bold" font-size="{digits:g}" fill="{ink}">'
        f"{escape(badge.text, quote=False)}</text>"
    )


def _path(
    points: Ring,
    *,
    fill: str = "none",
    stroke: str = "none",
    width: float = 1,
    closed: bool = True,
) -> str:
    data = " ".join(f"{round(x, 1):g} {round(y, 1):g}" for x, y in points)
    end = "Z" if closed else ""
    return f'<path d="M{data}{end}" fill="{fill}" stroke="{stroke}" stroke-width="{width:g}"/>'
