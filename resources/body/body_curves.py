"""Smooth curves through landmarks, and the arm's own frame.

Landmarks are written as ``x y, x y, ...``: ``x`` counts from the middle of the body outwards,
``y`` from the crown down, 100 units a head. Those of the arm are ``t d, t d, ...``: ``t`` along it
from the shoulder joint, ``d`` across it, outwards positive.
"""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
from shapely import Point, Polygon
from shapely.ops import unary_union

STEPS = 14  # points a curve gets between two landmarks

Points = list[tuple[float, float]]


def marks(text: str) -> Points:
    """Read landmarks."""
    return [(float(x), float(y)) for x, y in (one.split() for one in text.split(","))]


def smooth(text: str | Points, *, closed: bool = False) -> Points:
    """Return a centripetal Catmull-Rom curve through landmarks."""
    knots = np.array(marks(text) if isinstance(text, str) else text, dtype=float)
    if closed:
        knots = np.vstack([knots[-1], knots, knots[0], knots[1]])
    else:
        knots = np.vstack([_before(knots[0], knots[1]), knots, _before(knots[-1], knots[-2])])
    curve: Points = []
    for a, b, c, d in zip(knots, knots[1:], knots[2:], knots[3:], strict=False):
        roots = (math.sqrt(math.dist(p, q)) for p, q in ((a, b), (b, c), (c, d)))
        t0, t1, t2, t3 = np.cumsum([0.0, *roots])
        for t in np.linspace(t1, t2, STEPS, endpoint=False):
            ab = (t1 - t) / (t1 - t0) * a + (t - t0) / (t1 - t0) * b
            bc = (t2 - t) / (t2 - t1) * b + (t - t1) / (t2 - t1) * c
            cd = (t3 - t) / (t3 - t2) * c + (t - t2) / (t3 - t2) * d
            abc = (t2 - t) / (t2 - t0) * ab + (t - t0) / (t2 - t0) * bc
            bcd = (t3 - t) / (t3 - t1) * bc + (t - t1) / (t3 - t1) * cd
            curve.append(tuple((t2 - t) / (t2 - t1) * abc + (t - t1) / (t2 - t1) * bcd))
    if not closed:
        curve.append(tuple(knots[-2]))
    return curve


def _before(end: np.ndarray, neighbour: np.ndarray) -> np.ndarray:
    """Return the point a curve comes from: at the midline it goes on as its mirror image."""
    return neighbour * (-1, 1) if end[0] == 0 else 2 * end - neighbour


def shape(text: str | Points) -> Polygon:
    """Return the area inside a closed curve."""
    return Polygon(smooth(text, closed=True))


def taper(*joints: tuple[float, float, float]) -> Polygon:
    """Return the hull along joints ``(x, y, radius)``: a finger, a toe."""
    discs = [Point(x, y).buffer(radius, 24) for x, y, radius in joints]
    return unary_union([unary_union(two).convex_hull for two in pairwise(discs)])


def rounded(area: Polygon, inner: float) -> Polygon:
    """Return an area with its inner corners rounded."""
    return area.buffer(inner).buffer(-inner)


SHOULDER = (69.0, 161.0)
BENDS = ((0, 14), (100, 14), (150, 19), (215, 19), (255, 17), (400, 17))  # t, degrees from upright


def _axis() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    along = np.arange(-60.0, 400.0, 0.5)
    angle = np.radians(np.interp(along, *zip(*BENDS, strict=True)))
    steps = np.column_stack([np.sin(angle), np.cos(angle)]) * 0.5
    places = np.cumsum(steps, axis=0)
    return along, places - places[np.searchsorted(along, 0.0)] + SHOULDER, angle


_ALONG, _AXIS, _ANGLE = _axis()


def arm(t: float, d: float) -> tuple[float, float]:
    """Return where a point of the arm's frame lies."""
    x, y, angle = (float(np.interp(t, _ALONG, of)) for of in (_AXIS[:, 0], _AXIS[:, 1], _ANGLE))
    return x + d * math.cos(angle), y - d * math.sin(angle)


def in_arm(text: str) -> Points:
    """Read landmarks of the arm's frame."""
    return [arm(t, d) for t, d in marks(text)]
