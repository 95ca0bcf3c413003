"""Which place of the drawn body a pointer means, and where the arrow keys go next.

Pure geometry: points are those of the drawing, reaches are pixels on the screen, and ``scale``
is pixels in a unit of the drawing.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diary.charts.body_map import BodyPlace, Ring

Point: TypeAlias = tuple[float, float]
Direction: TypeAlias = Literal["left", "right", "up", "down"]

REACH = 22.0  # half a target: the nearest place within it is meant
_MOST_GROWTH = 12.0  # how far a small place may reach over its neighbours
_STEADY = 2.0  # a pointer that shows the name before the click is only unclear on a border
_FIRM = 11.0  # a finger this far inside a place means it
_MOST_CHOICES = 5
_ASIDE = 2.2  # how much more a step to the side counts than one straight on

_AHEAD: dict[Direction, tuple[int, int]] = {
    "left": (-1, 0),
    "right": (1, 0),
    "up": (0, -1),
    "down": (0, 1),
}


def meant(
    places: Iterable[BodyPlace], point: Point, scale: float, *, finger: bool
) -> tuple[BodyPlace, ...]:
    """Return the place a click means; several if it is unclear, none if nothing is near.

    A small place reaches a little over larger neighbours. With a mouse the name is shown before
    the click, so only the border itself between two small places is unclear. A finger shows
    nothing before: all small places within reach are offered, unless it is well inside one.

    Args:
        places: what is drawn.
        point: where it was, in units of the drawing.
        scale: pixels of the screen a unit.
        finger: whether a finger touched, and no mouse clicked.
    """
    near = sorted(_near(places, point, scale), key=lambda found: found[0])
    if not near:
        return ()
    best, depth, nearest = near[0]
    if finger:
        unclear = depth > -_FIRM
        rivals = [place for _, _, place in near[1:] if is_small(place, scale)]
    else:
        unclear = True
        rivals = [
            place for rank, _, place in near[1:] if is_small(place, scale) and rank - best < _STEADY
        ]
    if not (unclear and is_small(nearest, scale)):
        return (nearest,)
    return (nearest, *rivals)[:_MOST_CHOICES]


def is_small(place: BodyPlace, scale: float) -> bool:
    """Say whether no full target fits into a place drawn at so many pixels a unit."""
    return place.room * scale < REACH


def next_place(
    stops: Sequence[tuple[Point, BodyPlace]], current: Point, direction: Direction
) -> BodyPlace | None:
    """Return the place the arrow key goes to: the nearest ahead, None at the edge.

    Args:
        stops: places with the point at which each is taken to be, in units of the drawing.
        current: the point to go from.
        direction: of the key.
    """
    across, down = _AHEAD[direction]
    best: tuple[float, BodyPlace] | None = None
    for (x, y), place in stops:
        ahead = (x - current[0]) * across + (y - current[1]) * down
        aside = abs((x - current[0]) * down) + abs((y - current[1]) * across)
        if ahead < 1 or aside > 2 * ahead:
            continue
        cost = ahead + _ASIDE * aside
        if best is None or cost < best[0]:
            best = cost, place
    return None if best is None else best[1]


def _near(
    places: Iterable[BodyPlace], point: Point, scale: float
) -> Iterable[tuple[float, float, BodyPlace]]:
    """Yield rank, signed distance in pixels and place for the places within reach."""
    reach = REACH / scale
    x, y = point
    for place in places:
        left, top, right, bottom = place.bounds
        if not (left - reach <= x <= right + reach and top - reach <= y <= bottom + reach):
            continue
        away = signed_distance(place.outline, point) * scale
        if away <= REACH:
            growth = min(_MOST_GROWTH, max(0.0, REACH - place.room * scale))
            yield away - growth, away, place


def signed_distance(outline: Ring, point: Point) -> float:
    """Return how far a point is from a border; negative inside."""
    x, y = point
    inside = False
    nearest = math.inf
    x0, y0 = outline[-1]
    for x1, y1 in outline:
        if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
            inside = not inside
        along_x, along_y = x1 - x0, y1 - y0
        length = along_x * along_x + along_y * along_y
        share = ((x - x0) * along_x + (y - y0) * along_y) / length if length else 0.0
        share = min(1.0, max(0.0, share))
        off_x, off_y = x0 + share * along_x - x, y0 + share * along_y - y
        nearest = min(nearest, off_x * off_x + off_y * off_y)
        x0, y0 = x1, y1
    return -math.sqrt(nearest) if inside else math.sqrt(nearest)
