#!/usr/bin/env python3
"""Draw the body map: ``python resources/body/make_body_map.py`` writes front.svg and back.svg.

A tool for development; it needs shapely (the ``test`` extra) and is not part of what is installed.
The figure is built, not traced: landmarks joined by centripetal Catmull-Rom curves
(``body_curves``, ``body_outline``), one half mirrored, cut into places (``body_places``).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import shapely
from body_lines import BACK_LINES, FRONT_LINES
from body_outline import CROWN_TO_CHIN, CROWN_TO_NAPE, foot_back, foot_front, silhouette
from body_places import ALL, BACK_CUTS, FAR, FRONT_CUTS, Cut
from shapely import Point, Polygon, affinity
from shapely.ops import polylabel, unary_union

if TYPE_CHECKING:
    from body_curves import Points

WIDTH, HEIGHT = 388, 828  # of the drawing
MIDDLE, TOP = 194.0, 9.0  # where the midline and the crown lie in it
GRID = 0.01  # the coordinates have two decimals
FINE = 0.04  # how far a drawn line may lie from the constructed curve
LIVER_EDGE = -12.0  # her right is on the left of the view from the front

Place = tuple[str, str, Polygon]


@dataclass(frozen=True)
class View:
    """The front or the back of the figure; ``right_first``: her right is on the left of it."""

    name: str
    figure: Polygon
    cuts: list[Cut]
    lines: list[Points]
    right_first: bool


def places(view: View) -> list[Place]:
    """Return place, side and area; together the areas tile the silhouette."""
    half = shapely.set_precision(view.figure.intersection(ALL).simplify(FINE), GRID)
    sides = ("right", "left") if view.right_first else ("left", "right")
    found: list[Place] = []
    for one in view.cuts:
        area = largest(shapely.intersection(half, largest(one.area).simplify(FINE), grid_size=GRID))
        half = unary_union(polygons(shapely.difference(half, area, grid_size=GRID)))
        other = affinity.scale(area, -1, 1, origin=(0, 0))
        if one.paired:
            found += [(one.place, sides[0], other), (one.place, sides[1], area)]
        else:
            whole = largest(shapely.union(area, other, grid_size=GRID))
            found.append((one.place, "centre", whole))
    return [part for item in found for part in with_liver(*item)]


def with_liver(place: str, side: str, area: Polygon) -> list[Place]:
    """Part the upper belly: the side of the liver is a place of its own."""
    if place != "abdomen_upper":
        return [(place, side, area)]
    edge = shapely.box(-FAR, 0, LIVER_EDGE, 900)
    right = largest(shapely.intersection(area, edge, grid_size=GRID))
    return [
        ("abdomen_upper_right", side, right),
        (place, side, largest(shapely.difference(area, edge, grid_size=GRID))),
    ]


def polygons(area: shapely.Geometry) -> list[Polygon]:
    """Return the parts of an area, without points and lines where areas only touched."""
    return [part for part in getattr(area, "geoms", [area]) if isinstance(part, Polygon)]


def largest(area: shapely.Geometry) -> Polygon:
    """Return the largest part of an area."""
    return max(polygons(area), key=lambda part: part.area)


def label_point(area: Polygon) -> tuple[float, float, float]:
    """Return where a number has most room, and how much: a place of the midline has it there."""
    left, _, right, _ = area.bounds
    if abs(left + right) > GRID:
        spot = polylabel(area, 0.5)
    else:
        inside = [Point(0, y) for y in range(460) if area.contains(Point(0, y))]
        spot = max(inside, key=lambda spot: spot.distance(area.exterior))
    return spot.x, spot.y, spot.distance(area.exterior)


def written(points: Points, end: str = "") -> str:
    """Return path data: absolute straight pieces, fine enough to look curved."""
    return "M" + " ".join(f"{_short(x + MIDDLE)} {_short(y + TOP)}" for x, y in points) + end


def _short(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")


def outline(area: Polygon) -> str:
    """Return path data of a closed area."""
    return written(list(area.exterior.coords)[:-1], "Z")


def drawn(view: View) -> str:
    """Return the SVG text of one view."""
    rows = [f'<path class="figure" d="{outline(view.figure.simplify(FINE))}"/>']
    for place, side, area in places(view):
        x, y, room = label_point(area)
        rows.append(
            f'<path class="place" data-region="{place}" data-side="{side}" '
            f'data-label="{x + MIDDLE:.1f} {y + TOP:.1f} {room:.1f}" d="{outline(area)}"/>'
        )
    for line in view.lines:
        thin = list(shapely.LineString(line).simplify(FINE).coords)
        rows.append(f'<path class="line" d="{written(thin)}"/>')
    return SVG.format(view=view.name, width=WIDTH, height=HEIGHT, rows="\n".join(rows))


SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" data-view="{view}">
<style>
path {{ stroke-linejoin: round; stroke-linecap: round; }}
.figure {{ fill: #f3ece1; stroke: #44525c; stroke-width: 2.4; }}
.place {{ fill: none; stroke: #a89e90; stroke-width: 0.8; }}
.line {{ fill: none; stroke: #6b757c; stroke-width: 1.1; }}
</style>
{rows}
</svg>
"""


def write(folder: Path) -> None:
    """Write both views."""
    front = silhouette(CROWN_TO_CHIN, foot_front())
    back = silhouette(CROWN_TO_NAPE, foot_back())
    for view in (
        View("front", front, FRONT_CUTS, FRONT_LINES, right_first=True),
        View("back", back, BACK_CUTS, BACK_LINES, right_first=False),
    ):
        (folder / f"{view.name}.svg").write_text(drawn(view), encoding="utf-8")


if __name__ == "__main__":
    write(Path(__file__).resolve().parent)
