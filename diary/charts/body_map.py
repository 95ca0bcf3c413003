"""The drawn body, front and back: its places as plain data, and as a picture with pains.

The drawings are ``resources/body/front.svg`` and ``back.svg``; the window and the sheet show the
same ones. Nothing is kept between two calls of :func:`read_body`: who shows a body holds it.
No Qt and no matplotlib here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, TypeVar
from xml.etree import ElementTree as ET

from diary.resources import resource

if TYPE_CHECKING:
    from collections.abc import Mapping

VIEWS = ("front", "back")
SIZE = (388.0, 828.0)
"""Width and height of one view's drawing, for laying out before it is read."""
CENTRE = "centre"

PlaceKey: TypeAlias = tuple[str, str | None]
"""A region and ``left``, ``right``, ``both``, ``centre`` or None (no side)."""
Number = TypeVar("Number", int, float)
"""A score is whole, an average need not be."""
Ring: TypeAlias = tuple[tuple[float, float], ...]
"""A closed outline, or the points of a line."""


@dataclass(frozen=True, slots=True)
class BodyPlace:
    """One place of one view; lengths are those of the drawing.

    Attributes:
        view: ``front`` or ``back``.
        region: the id of the place.
        side: ``left`` or ``right`` as she says it, None for a place of the midline.
        outline: the border, closed.
        label: the point inside with most room around it.
        room: how far the border is from there.
        bounds: left, top, right, bottom.
    """

    view: str
    region: str
    side: str | None
    outline: Ring
    label: tuple[float, float]
    room: float
    bounds: tuple[float, float, float, float]

    @property
    def key(self) -> PlaceKey:
        """What is chosen with this place; the same for its front and its back."""
        return self.region, self.side

    def shown_by(self, key: PlaceKey) -> bool:
        """Say whether a pain recorded with ``key`` is shown here: no side means both."""
        region, side = key
        if region != self.region:
            return False
        return self.side is None or side in (self.side, None, "both", CENTRE)


@dataclass(frozen=True, slots=True)
class BodyView:
    """One view of the body.

    Attributes:
        name: ``front`` or ``back``.
        size: width and height of the drawing.
        figure: the silhouette.
        places: the places, which tile it.
        lines: what only draws: a navel, a crease.
    """

    name: str
    size: tuple[float, float]
    figure: Ring
    places: tuple[BodyPlace, ...]
    lines: tuple[Ring, ...]


def read_body() -> tuple[BodyView, ...]:
    """Return the front and the back of the body.

    Raises:
        FileNotFoundError: the program is incomplete.
    """
    return tuple(
        read_view(resource(f"body/{name}.svg").read_text(encoding="utf-8")) for name in VIEWS
    )


def score_of(
    place: BodyPlace, scores: Mapping[PlaceKey, Number | None]
) -> tuple[bool, Number | None]:
    """Return whether a place is chosen, and its highest known score (contract: 0 to 10)."""
    shown = [score for key, score in scores.items() if place.shown_by(key)]
    known = [score for score in shown if score is not None]
    return bool(shown), max(known, default=None)


def read_view(text: str) -> BodyView:
    """Return the view that an SVG text of ours draws."""
    root = ET.fromstring(text)  # noqa: S314  a file of the program, not of a stranger
    name = root.attrib["data-view"]
    width, height = (float(number) for number in root.attrib["viewBox"].split()[2:])
    figure: Ring = ()
    places: list[BodyPlace] = []
    lines: list[Ring] = []
    for path in root.iter("{http://www.w3.org/2000/svg}path"):
        points = _points(path.attrib["d"])
        match path.attrib["class"]:
            case "figure":
                figure = points
            case "place":
                places.append(_place(name, path.attrib, points))
            case _:
                lines.append(points)
    return BodyView(name, (width, height), figure, tuple(places), tuple(lines))


def _place(view: str, attributes: Mapping[str, str], outline: Ring) -> BodyPlace:
    side = attributes["data-side"]
    x, y, room = (float(number) for number in attributes["data-label"].split())
    across, down = [point[0] for point in outline], [point[1] for point in outline]
    return BodyPlace(
        view=view,
        region=attributes["data-region"],
        side=None if side == CENTRE else side,
        outline=outline,
        label=(x, y),
        room=room,
        bounds=(min(across), min(down), max(across), max(down)),
    )


def _points(data: str) -> Ring:
    """Read path data: the drawings have straight pieces only (``M x y x y ... Z``)."""
    numbers = [float(number) for number in data.strip("MZ").split()]
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))
