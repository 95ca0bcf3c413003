#!/usr/bin/env python3
"""Draw the body map: ``python resources/body/make_body_map.py`` writes front.svg and back.svg.

A tool for development; it needs shapely (the ``dev`` extra) and is not part of what is installed.
The figure is built, not traced: landmarks of the eight-head canon (100 units a head) joined by
centripetal Catmull-Rom curves, one half mirrored. The places are areas between anatomical
landmarks, cut from the silhouette one after the other, so that they neither overlap nor leave
anything out. ``x`` counts from the middle of the body outwards, ``y`` from the crown down; an arm
has its own frame: ``t`` along it from the shoulder joint, ``d`` across it, outwards positive.
Landmarks are written as ``x y, x y, ...``, those of the arm as ``t d, t d, ...``.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import shapely
from shapely import Point, Polygon, affinity
from shapely.ops import polylabel, unary_union

WIDTH, HEIGHT = 448, 844  # of the drawing
MIDDLE, TOP = 224.0, 18.0  # where the midline and the crown lie in it
GRID = 0.01  # the coordinates have two decimals
FINE = 0.04  # how far a drawn line may lie from the constructed curve
STEPS = 14  # points a curve gets between two landmarks
FAR = 400.0  # beyond everything

Points = list[tuple[float, float]]


# --- curves --------------------------------------------------------------------------------------


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


# --- the arm's own frame -------------------------------------------------------------------------

SHOULDER = (66.0, 162.0)
BENDS = ((0, 19), (100, 19), (150, 24), (215, 24), (255, 21), (400, 21))  # t, degrees from upright


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


# --- the outline ---------------------------------------------------------------------------------

CROWN_TO_CHIN = """0 -2, 15 .6, 27.6 8.6, 35.4 21, 38 36, 37.6 52, 35.8 66, 32.2 79.5, 24.6 92.5,
    14 101.5, 0 104.5"""
CROWN_TO_NAPE = "0 -2, 15 .6, 27.6 8.6, 35.4 21, 38 36, 37.4 52, 34.8 67, 30 79, 23 88, 12 94, 0 96"
EAR = "35 48, 39.4 46, 42.4 49.5, 42 57.5, 39.6 64.5, 37 69.5, 34 68"
NECK_TO_SHOULDER = """24.5 70, 23.4 92, 23 106, 25 117.5, 31.5 126, 43 132.5, 56 138, 69 143.6,
    80 149.6"""
SHOULDER_TO_WRIST = """2 22.4, 17 27, 36 28.2, 60 25.2, 86 21.6, 108 18.8, 122 17.6, 134 18.2,
    150 20, 168 19.8, 190 17, 212 13.6, 228 11.6, 238 11.2, 247 11.8"""
WRIST_TO_ELBOW = """249 -12.2, 238 -11, 226 -11.4, 206 -13.8, 182 -17.4, 160 -18.4, 144 -16.6,
    130 -15.4, 114 -16.2, 92 -18.4, 70 -19.8"""
ARMPIT = "64 208"
SIDE_TO_ANKLE = """64 208, 64.4 224, 62.4 246, 58.6 268, 55.2 286, 54 300, 55.6 315, 60 335, 65 357,
    68.8 380, 70.4 404, 70 430, 68 462, 64.6 500, 60.2 534, 56.2 556, 53.8 573, 53 589, 53.4 603,
    55.8 621, 58.2 645, 57.6 674, 53.6 706, 49.2 731, 47 748, 47.6 759, 49 767, 48 778"""
ANKLE_TO_CROTCH = """23.4 778, 22.6 768, 23.2 757, 25 745, 24.6 727, 21.4 701, 17 676, 14.2 654,
    13.6 634, 15 614, 16 601, 14.8 587, 13.2 570, 12.4 550, 10.4 522, 7.2 486, 4.6 456, 2.4 430,
    0 411"""

PALM = """230 9.5, 242 11.6, 256 14.6, 269 17.6, 278 17.4, 280 8, 280 0, 279 -9, 275 -16.2,
    265 -16.8, 253 -13.6, 242 -11.4, 230 -9.5"""
THUMB = ((256, 9, 8.4), (266, 18, 6.6), (278, 26, 5.2), (291, 31.2, 4))  # t, d, radius
FINGERS = (  # t and d of the base, length, degrees outwards, radius of base and tip
    ((277, 13.2), 38, 7.5, 4.3, 3.5),
    ((279, 4.4), 42.5, 2, 4.4, 3.6),
    ((277.5, -4.6), 39, -4, 4.2, 3.4),
    ((272, -12.8), 31, -11.5, 3.8, 3),
)


def along_finger(which: int, share: float) -> tuple[float, float]:
    """Return the point at a share of a finger's length."""
    (t, d), length, degrees, *_ = FINGERS[which]
    lean = math.radians(degrees)
    return t + share * length * math.cos(lean), d + share * length * math.sin(lean)


def finger(which: int) -> Polygon:
    """Return one finger: hardly thinner up to its middle joint, then tapering."""
    length, _, base, tip = FINGERS[which][1:]
    widths = ((0, base), (0.48, (base + tip) / 2 + 0.3), (1 - tip / length, tip))
    return taper(*((*arm(*along_finger(which, share)), wide) for share, wide in widths))


def hand() -> Polygon:
    """Return the hand, its palm to the front, the thumb outwards."""
    thumb = taper(*((*arm(t, d), wide) for t, d, wide in THUMB))
    palm = rounded(unary_union([shape(in_arm(PALM)), thumb]), 4)
    return rounded(unary_union([palm, *(finger(one) for one in range(len(FINGERS)))]), 0.7)


TOES = (  # x, y, radius
    (26.4, 803.8, 8.2),
    (38.6, 806.4, 5.2),
    (47.2, 805.2, 4.8),
    (54.6, 801.8, 4.4),
    (60.6, 796.4, 4),
)


def foot_front() -> Polygon:
    """Return the foot seen from the front, turned a little outwards."""
    instep = shape("""24.6 754, 23 772, 20.6 786, 18.4 798, 24 806, 36 808, 49 806, 59.6 800,
        64 792.5, 59.6 782, 53.2 772, 47.8 756""")
    toes = [taper((x, y - 1.4 * wide, wide), (x, y, wide)) for x, y, wide in TOES]
    return rounded(unary_union([instep, *toes]), 1)


def foot_back() -> Polygon:
    """Return the foot seen from behind: the heel, and the forefoot beyond it."""
    heel = shape("""24.6 754, 23.6 770, 21.8 785, 22.2 798, 28.5 806, 38.5 806, 45.6 798, 47.2 785,
        46.6 771, 47.8 756""")
    ahead = shape("44 768, 53 776, 61 786, 64.6 794, 62 800.6, 52 803.6, 38 802")
    return rounded(unary_union([heel, ahead]), 2.5)


def silhouette(head: str, foot: Polygon) -> Polygon:
    """Return the whole figure."""
    outer = smooth(marks(NECK_TO_SHOULDER) + in_arm(SHOULDER_TO_WRIST))
    under = smooth(in_arm(WRIST_TO_ELBOW) + marks(ARMPIT))
    body = Polygon(
        [(-1, 70), *outer, *under, *smooth(SIDE_TO_ANKLE)[1:], *smooth(ANKLE_TO_CROTCH), (-1, 411)]
    )
    skull = smooth(head)
    skull = Polygon([(-1, skull[0][1]), *skull, (-1, skull[-1][1])])
    half = unary_union([body, hand(), skull, shape(EAR), foot])
    return unary_union([half, affinity.scale(half, -1, 1, origin=(0, 0))]).buffer(0.01)


# --- the places ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Cut:
    """A place: all of ``area`` that no earlier place took. Pairs are cut from one half."""

    place: str
    area: Polygon
    paired: bool = True


def above(edge: str) -> Polygon:
    """Return everything over an edge that runs outwards from the midline."""
    line = smooth(edge)
    return Polygon([(0, -FAR), *line, (FAR, line[-1][1]), (FAR, -FAR)])


def within(edge: str) -> Polygon:
    """Return everything on the inner side of an edge that runs downwards."""
    line = smooth(edge)
    return Polygon([(0, line[0][1]), *line, (0, line[-1][1])])


def outside(edge: str) -> Polygon:
    """Return everything on the outer side of an edge that runs downwards."""
    line = smooth(edge)
    return Polygon([*line, (FAR, line[-1][1]), (FAR, line[0][1])])


def beyond(start: float, bow: float = 2.5) -> Polygon:
    """Return the arm from ``start`` on; the edge bows as on a round limb."""
    edge = [arm(start + bow * (1 - min(4, (d / 18) ** 2)), d) for d in range(-36, 61)]
    return Polygon([*edge, (FAR, edge[-1][1]), (FAR, 2 * FAR), (edge[0][0], 2 * FAR)])


def under(start: float, bow: float = 3) -> Polygon:
    """Return the leg from ``start`` on."""
    edge = [(float(x), start + bow * (1 - min(1, ((x - 34) / 21) ** 2))) for x in range(91)]
    return Polygon([*edge, (90, 900), (0, 900)])


ALL = shapely.box(0, -FAR, FAR, 3 * FAR)
ARM_CUTS = [
    Cut("hand_wrist_fingers", beyond(230, 1.5)),
    Cut("forearm", beyond(148)),
    Cut("elbow", beyond(111)),
]
LEG_CUTS = [
    Cut("ankle_foot", under(744, 2)),
    Cut("lower_leg", under(611)),
    Cut("knee", under(548)),
    Cut("thigh", ALL),
]

FRONT_CUTS = [
    Cut("skull", above("0 104.5, 14 101.5, 24.6 92.5, 32.2 79.5, 36 73, 48 71"), paired=False),
    Cut("neck", above("0 141, 9 138, 24 134, 39 130, 52 125"), paired=False),
    *ARM_CUTS,
    Cut("armpit", shape("55 178, 63.5 186, 70 203, 69 222, 60 229, 53 215, 51 195")),
    Cut("sternum", within("9 130, 9.4 152, 9.8 172, 9.8 191, 7.2 205, 0 211"), paired=False),
    Cut(
        "collarbone",
        shape("""0 128, 40 120, 66 130, 80 138, 83 147, 78 156, 64 155, 47 151.6, 30 151,
        14 153, 0 156"""),
    ),
    Cut(
        "shoulder_upper_arm",
        outside("""66 130, 65 146, 62 162, 59.5 180, 60.5 196, 64 208, 66 216,
        64 300"""),
    ),
    Cut("chest", within("18 148, 20.4 168, 25 192, 27 214, 21.5 229, 0 235"), paired=False),
    Cut("breast_chest_wall", above("0 225, 22 229, 40 234.5, 55 229.5, 65 215, 95 209")),
    Cut(
        "flank",
        outside("42 262, 48 276, 41 288, 37 302, 38.4 318, 45 335, 54 340, 76 336").difference(
            above("0 232, 13 243, 28 259, 40 271, 51 279.5, 68 284")
        ),
    ),
    Cut("ribs", above("0 232, 13 243, 28 259, 40 271, 51 279.5, 68 284")),
    Cut("hip", outside("53 326, 52.6 342, 48.6 364, 48 388, 51 412, 58 432, 76 442")),
    Cut("abdomen_upper", above("0 313, 12 312, 30 309.5, 62 307"), paired=False),
    Cut("testicle", within("0 386, 7.5 387, 12 394, 12.5 404, 7 415, 0 424")),
    Cut(
        "pelvis_groin",
        shape("""0 372, 11 371, 26 361, 39 347, 47 335, 56 341, 51 361, 45 375, 32 389,
        19 399, 9.5 405, -4 406"""),
    ),
    Cut("abdomen_lower", above("0 374, 11 373, 60 374"), paired=False),
    *LEG_CUTS,
]
LOWEST_RIBS = "0 267, 14 267, 27 268.6, 41 272.6, 53 278, 68 283"
BACK_CUTS = [
    Cut("skull", above("0 96, 12 94, 23 88, 30 79, 34.6 73, 48 71"), paired=False),
    Cut("neck", above("0 138, 13 137, 24 133, 35 127, 44 117"), paired=False),
    *ARM_CUTS,
    Cut(
        "upper_back",
        within("15 128, 18.5 150, 21.5 180, 23.5 215, 26.4 272").intersection(above(LOWEST_RIBS)),
        paired=False,
    ),
    Cut(
        "shoulder_upper_arm",
        outside("""73 130, 71 147, 68.5 162, 63.5 184, 62 198, 64 208, 66 216,
        64 300"""),
    ),
    Cut(
        "shoulder_blade",
        above("0 208, 21 221, 27.5 237, 34 244.5, 44 242.5, 55 232, 65 218, 120 204"),
    ),
    Cut(
        "lower_back",
        within("38 255, 41 272, 41 288, 38.6 305, 37.5 322, 33 335, 16 341, 0 343").difference(
            above(LOWEST_RIBS)
        ),
        paired=False,
    ),
    Cut("ribs", above(LOWEST_RIBS)),
    Cut("flank", above("0 335, 34 333, 47 329.5, 62 332, 95 329")),
    Cut("sacrum", within("33 326, 31 338, 21 358, 10 383, 0 398"), paired=False),
    Cut("hip", outside("56 300, 55 334, 51.6 354, 52 378, 55 404, 60 428, 76 440")),
    Cut("buttock", above("0 411, 9 420, 24 427, 43 428.5, 60 425, 95 414")),
    *LEG_CUTS,
]


# --- lines that only draw ------------------------------------------------------------------------


def pairs(*lines: str | Points) -> list[Points]:
    """Return lines and their mirror images."""
    curves = [smooth(line) for line in lines]
    return curves + [[(-x, y) for x, y in curve] for curve in curves]


def nail(at: tuple[float, float], degrees: float, wide: float) -> Points:
    """Return the edge of a nail, ``at`` its root."""
    lean = math.radians(degrees)
    ahead = np.array([math.cos(lean), math.sin(lean)])
    aside = np.array([-ahead[1], ahead[0]])
    edge = ((4.6, -1), (1, -1), (0, 0), (1, 1), (4.6, 1))
    return [arm(*(at + far * ahead + off * wide * aside)) for far, off in edge]


def finger_nail(which: int) -> Points:
    """Return the nail of a finger."""
    _, length, degrees, _, tip = FINGERS[which]
    return nail(along_finger(which, 1 - 6.5 / length), degrees, tip * 0.6)


def knuckle(which: int, share: float) -> Points:
    """Return the crease over a knuckle."""
    t, d = along_finger(which, share)
    return [arm(t + 1.2, d - 2.4), arm(t - 0.4, d), arm(t + 1.2, d + 2.4)]


def joint(which: int, share: float) -> Points:
    """Return the crease of a finger's joint."""
    t, d = along_finger(which, share)
    return [arm(t, d - 2.2), arm(t + 0.7, d), arm(t, d + 2.2)]


FACE = [
    *pairs(
        "9.5 50, 12.5 47.4, 16.4 46.8, 20.4 48.8, 22.8 51.2",  # upper lid
        "11.4 51.2, 15.6 52.6, 20.4 51.6",  # lower lid
        "14 47.4, 14 49.6, 15.8 50.8, 17.6 49.6, 17.6 47.4",  # iris
        "8 42, 12.5 39.4, 18 39.2, 24.5 42.2",  # brow
        "3.6 62.5, 6 66.4, 4.8 69.4, 2.2 68.6",  # nose
        "0 80.6, 2.6 79.6, 5.4 80.4, 10.4 81.6",  # mouth
    ),
    smooth("-5.4 86.2, 0 87.4, 5.4 86.2"),
]
EARS = pairs("40.4 51.5, 40.2 57, 38.4 62.5")
TOE_GAPS = (
    "33.6 796.6, 33.4 804",
    "43 797.6, 43 804.4",
    "51 795.6, 51.4 802",
    "57.8 791.4, 58.6 797.4",
)
FRONT_LINES = [
    *FACE,
    *EARS,
    *pairs(
        "19.4 109, 14.4 123, 7 135.6",  # neck muscle
        in_arm("129 -9, 131.5 -2, 130 6"),  # crook of the arm
        in_arm("274 16, 264 9.5, 252 4, 243 3"),  # ball of the thumb
        in_arm("269 -13.6, 273 -6, 272.4 2, 268.6 8"),  # palm
        *(joint(one, share) for one in range(4) for share in (0.46, 0.72)),
        "25 568, 30.4 562.4, 38 562.4, 43.4 568",  # knee cap
        "26 589, 31.4 595, 37.4 595, 42.6 589",
        "45.8 761, 44.2 765.4, 45.2 770",
        "26.6 755, 28.2 759.4, 27.2 764",  # ankle bones
        *TOE_GAPS,
    ),
    smooth("-2.8 303.6, -1.8 306.4, 0 307.4, 1.8 306.4, 2.8 303.6"),  # navel
]
VERTEBRAE = (*np.linspace(146, 265, 12), *np.linspace(281, 328, 5))  # T1 to T12, L1 to L5
BACK_LINES = [
    *EARS,
    *pairs(
        in_arm("124 -6, 130.5 0, 124 7"),  # elbow
        *(knuckle(one, share) for one in range(4) for share in (-0.06, 0.42)),
        *(finger_nail(one) for one in range(4)),
        nail((286.4, 29.4), 21, 2.5),  # of the thumb
        "24 580, 31 584, 44 581.4",  # hollow of the knee
        "31.4 750, 31.8 765, 29.8 779",
        "39.8 750, 39.2 765, 41.2 779",  # tendon of the heel
    ),
    *(smooth(f"-2.4 {y - 0.7}, 0 {y}, 2.4 {y - 0.7}") for y in VERTEBRAE),
    smooth("0.01 400, 0 414, 0.01 424"),
]


# --- writing -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class View:
    """The front or the back of the figure; ``right_first``: her right is on the left of it."""

    name: str
    figure: Polygon
    cuts: list[Cut]
    lines: list[Points]
    right_first: bool


Place = tuple[str, str, Polygon]
LIVER_EDGE = -12.0  # her right is on the left of the view from the front


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
