#!/usr/bin/env python3
"""Draw the body map: ``python resources/body/make_body_map.py`` writes front.svg and back.svg.

A tool for development; it needs shapely (the ``dev`` extra) and is not part of what is installed.
The figure is built, not traced: landmarks of the eight-head canon (100 units a head) joined by
centripetal Catmull-Rom curves, one half mirrored. The places are areas between anatomical
landmarks, cut from the silhouette one after the other, so that they neither overlap nor leave
anything out. ``x`` counts from the middle of the body outwards, ``y`` from the crown down; an arm
has its own frame: ``t`` along it from the shoulder joint, ``d`` across it, outwards positive.
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

HERE = Path(__file__).resolve().parent
WIDTH, HEIGHT, TOP = 440, 836, 16  # of the drawing; TOP is where the crown lies
FINE = 0.04  # how far a drawn line may lie from the constructed curve
STEPS = 14  # points a curve gets between two landmarks

Points = list[tuple[float, float]]


def smooth(landmarks: Points, *, closed: bool = False) -> Points:
    """Return a centripetal Catmull-Rom curve through the landmarks."""
    knots = np.array(landmarks, dtype=float)
    if closed:
        knots = np.vstack([knots[-1], knots, knots[0], knots[1]])
    else:
        knots = np.vstack([2 * knots[0] - knots[1], knots, 2 * knots[-1] - knots[-2]])
    curve: Points = []
    for a, b, c, d in zip(knots, knots[1:], knots[2:], knots[3:], strict=False):
        times = np.cumsum([0.0, *(math.sqrt(math.dist(p, q)) for p, q in ((a, b), (b, c), (c, d)))])
        t0, t1, t2, t3 = times
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


def mirrored(points: Points) -> Points:
    """Return the points on the other side of the midline."""
    return [(-x, y) for x, y in points]


def taper(*joints: tuple[float, float, float]) -> Polygon:
    """Return the hull along joints ``(x, y, radius)``: a finger, a toe."""
    discs = [Point(x, y).buffer(radius, 24) for x, y, radius in joints]
    return unary_union([unary_union(two).convex_hull for two in pairwise(discs)])


# --- the arm's own frame -------------------------------------------------------------------------

SHOULDER = (68.0, 160.0)
ELBOW_AT, WRIST_AT = 129.0, 236.0
BENDS = ((0, 17), (100, 17), (150, 22), (215, 22), (255, 19), (400, 19))  # degrees from upright


def _arm_axis() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    along = np.arange(-60.0, 340.0, 0.5)
    angle = np.radians(np.interp(along, *zip(*BENDS, strict=True)))
    x = np.concatenate([[0], np.cumsum(np.sin(angle[:-1]) * 0.5)])
    y = np.concatenate([[0], np.cumsum(np.cos(angle[:-1]) * 0.5)])
    start = int(np.searchsorted(along, 0.0))
    return along, np.column_stack([x - x[start] + SHOULDER[0], y - y[start] + SHOULDER[1]]), angle


_ALONG, _AXIS, _ANGLE = _arm_axis()


def arm(t: float, d: float) -> tuple[float, float]:
    """Return the place of a point of the arm's frame."""
    x = float(np.interp(t, _ALONG, _AXIS[:, 0]))
    y = float(np.interp(t, _ALONG, _AXIS[:, 1]))
    angle = float(np.interp(t, _ALONG, _ANGLE))
    return x + d * math.cos(angle), y - d * math.sin(angle)


def in_arm(*points: tuple[float, float]) -> Points:
    """Return points of the arm's frame."""
    return [arm(t, d) for t, d in points]


# --- the outline ---------------------------------------------------------------------------------

HEAD_FRONT = [
    (0, 0),
    (13, 1.5),
    (25, 8),
    (33, 20),
    (36.5, 36),
    (36, 52),
    (34, 66),
    (30.5, 79),
    (23, 91),
    (12, 99.5),
    (0, 102),
]
HEAD_BACK = [
    (0, 0),
    (13, 1.5),
    (25, 8),
    (33, 20),
    (36.5, 36),
    (36, 52),
    (33.5, 66),
    (29, 78),
    (22, 87),
    (12, 94),
    (0, 97),
]
EAR = [(34, 46), (38, 44), (41, 48), (40.5, 56), (38, 63), (35.5, 68), (33, 66)]
NECK_TO_WRIST = [
    (21, 74),
    (20, 92),
    (19.8, 106),
    (22, 117),
    (28.5, 125),
    (40, 131),
    (54, 136.5),
    (68, 141.5),
    (80, 147.5),
    arm(0, 22),
    arm(18, 25),
    arm(40, 24.5),
    arm(66, 20.5),
    arm(92, 17.2),
    arm(112, 15.4),
    arm(126, 15),
    arm(140, 16.6),
    arm(158, 17.6),
    arm(180, 15.8),
    arm(205, 12.2),
    arm(226, 9.8),
    arm(236, 9.4),
    arm(244, 10.2),
]
WRIST_TO_ARMPIT = [
    arm(246, -10.8),
    arm(238, -9.6),
    arm(228, -9.5),
    arm(206, -11.6),
    arm(180, -15.2),
    arm(158, -16),
    arm(142, -14.2),
    arm(128, -13.2),
    arm(112, -13.8),
    arm(90, -15.8),
    arm(70, -17),
    (61.5, 205),
]
SIDE_TO_ANKLE = [
    (61.5, 205),
    (61, 222),
    (58, 246),
    (53.2, 270),
    (50, 291),
    (50.6, 310),
    (55.5, 334),
    (61, 358),
    (64.4, 384),
    (65.4, 410),
    (64, 445),
    (60.6, 485),
    (55.6, 525),
    (50.8, 553),
    (48.4, 574),
    (47.6, 592),
    (47.6, 606),
    (50.2, 628),
    (52.2, 652),
    (50.6, 684),
    (46.4, 716),
    (43.4, 742),
    (42.8, 754),
    (44.6, 763),
    (44, 772),
]
ANKLE_TO_CROTCH = [
    (24.6, 772),
    (22.8, 759),
    (25, 746),
    (24.4, 722),
    (20.4, 692),
    (16.8, 664),
    (15.6, 640),
    (17.2, 612),
    (16.8, 596),
    (14.8, 580),
    (14.6, 560),
    (12.2, 530),
    (8.8, 492),
    (5.4, 452),
    (2.6, 424),
    (0, 409),
]

PALM = in_arm(
    (232, 9.2),
    (243, 11),
    (254, 13.6),
    (266, 15.2),
    (274, 14.6),
    (276, 6),
    (275.5, 0),
    (273.5, -7),
    (268, -14.4),
    (258, -13.4),
    (246, -11.2),
    (232, -9.6),
)
FINGERS = (  # t and d of the base, length, degrees outwards, radius at base and tip
    ((270, 11.2), 32, 6, 4.2, 3.4),
    ((272, 3.6), 36.5, 1, 4.3, 3.5),
    ((270.5, -4.2), 33, -4, 4.1, 3.3),
    ((265.5, -11.2), 26, -10, 3.6, 2.9),
)


def finger(
    base_at: tuple[float, float], length: float, degrees: float, base: float, tip: float
) -> Polygon:
    """Return one finger: slightly thicker at its middle joint, rounded at its end."""
    t, d = base_at
    lean = math.radians(degrees)
    places = ((0, base), (length * 0.45, (base + tip) / 2 + 0.25), (length - tip, tip))
    return taper(
        *(
            (*arm(t + far * math.cos(lean), d + far * math.sin(lean)), radius)
            for far, radius in places
        )
    )


def hand() -> Polygon:
    """Return the hand, its palm to the front: thumb outwards."""
    palm = Polygon(smooth(PALM, closed=True))
    thumb = taper(
        (*arm(246, 7), 7), (*arm(258, 15.5), 5.6), (*arm(270, 22.5), 4.5), (*arm(281, 27), 3.5)
    )
    whole = unary_union([palm, thumb]).buffer(4).buffer(-4)
    return unary_union([whole, *(finger(*one) for one in FINGERS)]).buffer(0.8).buffer(-0.8)


def foot_front() -> Polygon:
    """Return the foot seen from the front, turned a little outwards."""
    sole = Polygon(
        smooth(
            [
                (24.5, 755),
                (23, 772),
                (20.5, 786),
                (19.5, 797),
                (26, 803),
                (38, 803.5),
                (50, 801),
                (59, 796),
                (62, 789),
                (57, 780),
                (49.5, 771),
                (44, 757),
            ],
            closed=True,
        )
    )
    toes = [taper((27, 794, 7.6), (26.6, 799, 7.2))] + [
        taper((x, y - 3, r), (x, y, r))
        for x, y, r in ((38.2, 802.4, 5), (46.6, 801, 4.6), (54, 797.8, 4.2), (60, 793, 3.8))
    ]
    return unary_union([sole, *toes]).buffer(1).buffer(-1)


def foot_back() -> Polygon:
    """Return the foot seen from behind: heel, and the forefoot beyond it."""
    heel = Polygon(
        smooth(
            [
                (24.5, 755),
                (23.6, 770),
                (22, 784),
                (22.5, 796),
                (29, 802),
                (37, 802),
                (43.6, 796),
                (45, 784),
                (44.4, 770),
                (44, 757),
            ],
            closed=True,
        )
    )
    ahead = Polygon(
        smooth(
            [(43, 768), (50, 775), (57, 784), (61, 791), (58, 796.5), (48, 798.5), (36, 797)],
            closed=True,
        )
    )
    return unary_union([heel, ahead]).buffer(2).buffer(-2)


def both(half: Polygon) -> Polygon:
    """Return a half and its mirror image as one."""
    return unary_union([half, affinity.scale(half, -1, 1, origin=(0, 0))]).buffer(0.01)


def silhouette(head: Points, foot: Polygon) -> Polygon:
    """Return the whole figure."""
    outer = smooth(NECK_TO_WRIST)
    under = smooth(WRIST_TO_ARMPIT)
    limbs = Polygon(
        [(-1, 74), *outer, *under, *smooth(SIDE_TO_ANKLE)[1:], *smooth(ANKLE_TO_CROTCH), (-1, 409)]
    )
    half_head = Polygon([(-1, 0), *smooth(head), (-1, head[-1][1])])
    armed = unary_union([limbs, hand()])
    return both(unary_union([armed, half_head, Polygon(smooth(EAR, closed=True)), foot]))


# --- the places ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Cut:
    """A place: all of ``area`` that no earlier place took. Pairs are cut from one half."""

    place: str
    area: Polygon
    paired: bool = True


def band(start: float, end: float, bow: float = 2.5) -> Polygon:
    """Return the part of the arm from ``start`` to ``end``; its ends bow as on a round limb."""
    ends = [
        [(at + bow * (1 - ((d - 2) / 18) ** 2), d) for d in np.linspace(-40, 60, 41)]
        for at in (start, end)
    ]
    rounded = [
        [(max(t, at - 6), d) for t, d in end_] for at, end_ in zip((start, end), ends, strict=True)
    ]
    return Polygon(in_arm(*rounded[0], *reversed(rounded[1])))


LEG_INSIDE, LEG_OUTSIDE = -2, 66


def leg(start: float, end: float, bow: float = 3) -> Polygon:
    """Return the part of the leg between two heights, bowed at both ends."""

    def line(y: float) -> Points:
        return [
            (x, y + bow * (1 - ((x - 32) / 22) ** 2) if LEG_INSIDE < x < LEG_OUTSIDE else y)
            for x in np.linspace(LEG_INSIDE, 90, 61)
        ]

    return Polygon([*line(start), *reversed(line(end))])


def below(*edge: tuple[float, float], floor: float = 900) -> Polygon:
    """Return everything under an edge that runs outwards from the midline."""
    line = smooth(list(edge))
    return Polygon([(-300, line[0][1]), *line, (300, line[-1][1]), (300, floor), (-300, floor)])


def above(*edge: tuple[float, float]) -> Polygon:
    """Return everything over an edge that runs outwards from the midline, on this side."""
    line = smooth(list(edge))
    return Polygon([(0, -50), (0, line[0][1]), *line, (line[-1][0], -50)])


def outside(*edge: tuple[float, float]) -> Polygon:
    """Return everything on the outer side of an edge that runs downwards."""
    line = smooth(list(edge))
    return Polygon([*line, (300, line[-1][1]), (300, line[0][1])])


def shape(*landmarks: tuple[float, float]) -> Polygon:
    """Return a smooth closed area."""
    return Polygon(smooth(list(landmarks), closed=True))


def box(x0: float, y0: float, x1: float, y1: float) -> Polygon:
    """Return a box."""
    return shapely.box(x0, y0, x1, y1)


ARM_LINE = ((63, 134), (62.5, 142), (60, 158), (57.5, 176), (58.5, 192), (61.5, 205), (63, 212))
ARMS = [
    Cut("hand_wrist_fingers", band(229, 400, 1.5)),
    Cut("forearm", band(147, 240)),
    Cut("elbow", band(112, 160)),
]
LEGS = [
    Cut("ankle_foot", leg(742, 900, 2)),
    Cut("lower_leg", leg(609, 760)),
    Cut("knee", leg(548, 640)),
]

FRONT_CUTS = [
    Cut(
        "skull",
        Polygon(
            [
                (0, -5),
                *smooth(
                    [
                        (0, -5),
                        (45, -5),
                        (44, 60),
                        (34, 70),
                        (31, 79),
                        (23.5, 91),
                        (12, 99.5),
                        (0, 102),
                    ]
                )[STEPS:],
            ]
        ),
        paired=False,
    ),
    Cut("neck", above((0, 139), (8, 136), (22, 132.5), (36, 130), (47, 126)), paired=False),
    *ARMS,
    Cut(
        "armpit",
        shape((53, 176), (62, 184), (68, 200), (66, 218), (57, 223), (51, 210), (49.5, 192)),
    ),
    Cut(
        "sternum",
        Polygon(
            [
                (0, 130),
                *smooth([(9, 130), (8.6, 150), (7.6, 170), (7.6, 190), (5.5, 202), (0, 207)]),
            ]
        ),
        paired=False,
    ),
    Cut(
        "collarbone",
        Polygon(
            smooth(
                [
                    (0, 128),
                    (60, 128),
                    (76, 132),
                    (78, 142),
                    (74, 152),
                    (62, 152),
                    (46, 149),
                    (30, 149),
                    (14, 151),
                    (0, 153),
                ],
                closed=True,
            )
        ),
    ),
    Cut("shoulder_upper_arm", outside(*ARM_LINE, (70, 230), (60, 300))),
    Cut(
        "chest",
        Polygon(
            [
                (0, 148),
                *smooth([(16, 148), (18, 165), (22.5, 190), (24.5, 212), (20, 226), (0, 231)]),
            ]
        ),
        paired=False,
    ),
    Cut(
        "breast_chest_wall",
        Polygon(
            [
                (0, 140),
                (90, 140),
                *smooth([(90, 206), (62, 212), (52, 226), (38, 231), (20, 226), (0, 222)]),
            ]
        ),
    ),
    Cut(
        "flank",
        outside(
            (40, 255), (45, 270), (38, 282), (34, 297), (35, 315), (41, 334), (50, 338), (70, 334)
        ).intersection(
            Polygon(
                [
                    (20, 262),
                    *smooth([(20, 262), (36, 270), (46, 276), (60, 281)]),
                    (90, 281),
                    (90, 345),
                    (20, 345),
                ]
            )
        ),
    ),
    Cut(
        "ribs",
        Polygon(
            [
                (0, 226),
                *smooth([(0, 229), (12, 240), (26, 256), (37, 268), (48, 276), (62, 281)]),
                (90, 281),
                (90, 200),
                (0, 200),
            ]
        ),
    ),
    Cut(
        "hip",
        outside((49, 325), (49, 340), (45.5, 362), (45, 385), (48, 408), (54, 426), (70, 436)),
    ),
    Cut(
        "abdomen_upper",
        Polygon([(0, 200), (60, 200), *smooth([(60, 304), (30, 306.5), (12, 309), (0, 310)])]),
        paired=False,
    ),
    Cut(
        "testicle", Polygon(smooth([(0, 384), (7, 385), (11, 392), (11, 402), (6, 412), (0, 420)]))
    ),
    Cut(
        "pelvis_groin",
        Polygon(
            smooth(
                [
                    (0, 369),
                    (10, 368),
                    (24, 358),
                    (36, 345),
                    (44, 334),
                    (52, 340),
                    (48, 358),
                    (42, 372),
                    (30, 386),
                    (18, 396),
                    (9, 401),
                    (0, 402),
                ]
            )
        ),
    ),
    Cut("abdomen_lower", box(0, 300, 60, 372), paired=False),
    *LEGS,
    Cut("thigh", box(0, 300, 90, 600)),
]
BACK_CUTS = [
    Cut(
        "skull",
        Polygon(
            [
                (0, -5),
                *smooth(
                    [(0, -5), (45, -5), (44, 60), (34, 70), (29.5, 79), (22, 87), (12, 94), (0, 97)]
                )[STEPS:],
            ]
        ),
        paired=False,
    ),
    Cut("neck", above((0, 136), (12, 135), (22, 131), (33, 126), (40, 118)), paired=False),
    *ARMS,
    Cut(
        "upper_back",
        Polygon(
            [(0, 130), *smooth([(14, 130), (17, 150), (20, 180), (22, 215), (25, 266)]), (0, 272)]
        ),
        paired=False,
    ),
    Cut(
        "shoulder_upper_arm",
        outside(
            (69, 134),
            (67, 142),
            (65.5, 158),
            (61, 180),
            (60, 195),
            (61.5, 205),
            (63, 212),
            (70, 230),
            (60, 300),
        ),
    ),
    Cut(
        "shoulder_blade",
        Polygon(
            [
                (0, 110),
                (110, 110),
                *smooth(
                    [
                        (110, 200),
                        (62, 214),
                        (52, 228),
                        (42, 238),
                        (32, 240),
                        (26, 232),
                        (20, 216),
                        (0, 205),
                    ]
                ),
            ]
        ),
    ),
    Cut(
        "lower_back",
        Polygon(
            [
                (0, 262),
                *smooth(
                    [(25, 265), (36, 270), (38, 285), (35, 305), (34, 322), (30, 333), (0, 341)]
                ),
            ]
        ),
        paired=False,
    ),
    Cut(
        "ribs",
        Polygon(
            [
                (0, 200),
                (0, 264),
                *smooth([(24, 265), (38, 270), (50, 276), (64, 280)]),
                (90, 280),
                (90, 200),
            ]
        ),
    ),
    Cut(
        "flank",
        Polygon([(20, 250), (90, 250), *smooth([(90, 326), (58, 329), (44, 326), (32, 330)])]),
    ),
    Cut(
        "sacrum",
        Polygon([(0, 325), *smooth([(30, 326), (28, 336), (19, 356), (9, 380), (0, 394)])]),
        paired=False,
    ),
    Cut(
        "hip", outside((52, 300), (51, 330), (48, 350), (49, 375), (52, 400), (56, 424), (70, 436))
    ),
    Cut(
        "buttock",
        Polygon(
            [
                (0, 300),
                (90, 300),
                *smooth([(90, 410), (56, 421), (40, 424), (22, 423), (8, 416), (0, 408)]),
            ]
        ),
    ),
    *LEGS,
    Cut("thigh", box(0, 300, 90, 600)),
]


# --- lines that only draw ------------------------------------------------------------------------


def pair(*landmarks: tuple[float, float]) -> list[Points]:
    """Return a line and its mirror image."""
    line = smooth(list(landmarks))
    return [line, mirrored(line)]


FRONT_LINES: list[Points] = [
    # eyes, nose, mouth
    *pair((9, 50), (14, 48), (20, 49.5)),
    *pair((10, 43), (15, 40.5), (22, 42)),
    *pair((3.4, 66), (5, 69.5), (1.5, 71.5)),
    smooth([(-9.5, 82), (-3, 81.2), (0, 82), (3, 81.2), (9.5, 82)]),
    *pair((37, 50), (38.6, 54), (37, 60)),
    # neck, collarbones
    *pair((17, 104), (12, 120), (6, 133)),
    # navel
    smooth([(-2.2, 303), (0, 305.5), (2.2, 303)]),
]
BACK_LINES: list[Points] = [
    smooth([(0, 385), (0, 400), (0, 418)]),
]


# --- writing -------------------------------------------------------------------------------------

MIDDLE = 220.0  # where the midline lies in the drawing
GRID = 0.1  # the coordinates have one decimal
LIVER_EDGE = -11.0  # her right is on the left of the view from the front


@dataclass(frozen=True)
class View:
    """The front or the back of the figure."""

    name: str
    head: Points
    foot: Polygon
    cuts: list[Cut]
    lines: list[Points]


def places(view: View) -> list[tuple[str, str, Polygon]]:
    """Return place, side and area; together the areas tile the silhouette."""
    half = silhouette(view.head, view.foot).intersection(box(0, -20, 400, 900)).simplify(FINE)
    half = shapely.set_precision(half, GRID)
    own = {"front": ("right", "left"), "back": ("left", "right")}[view.name]
    found: list[tuple[str, str, Polygon]] = []
    for one in view.cuts:
        area = largest(shapely.intersection(half, one.area.simplify(FINE), grid_size=GRID))
        half = shapely.difference(half, area, grid_size=GRID)
        other = affinity.scale(area, -1, 1, origin=(0, 0))
        if one.paired:
            found += [
                (one.place, side, part) for side, part in zip(own, (other, area), strict=True)
            ]
        else:
            found.append((one.place, "centre", largest(shapely.union(area, other, grid_size=GRID))))
    return [part for item in found for part in with_liver(*item)]


def with_liver(place: str, side: str, area: Polygon) -> list[tuple[str, str, Polygon]]:
    """Part the upper belly: the side of the liver is a place of its own."""
    if place != "abdomen_upper":
        return [(place, side, area)]
    edge = box(-200, 0, LIVER_EDGE, 900)
    return [
        ("abdomen_upper_right", side, largest(shapely.intersection(area, edge, grid_size=GRID))),
        (place, side, largest(shapely.difference(area, edge, grid_size=GRID))),
    ]


def largest(area: shapely.Geometry) -> Polygon:
    """Return the largest part of an area."""
    parts = [part for part in getattr(area, "geoms", [area]) if isinstance(part, Polygon)]
    return max(parts, key=lambda part: part.area)


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
    return "M" + " ".join(f"{x + MIDDLE:.1f} {y + TOP:.1f}" for x, y in points) + end


def outline(area: Polygon) -> str:
    """Return path data of a closed area."""
    return written(list(area.exterior.coords)[:-1], "Z")


def drawn(view: View) -> str:
    """Return the SVG text of one view."""
    parts = places(view)
    figure = largest(silhouette(view.head, view.foot).simplify(FINE))
    rows = [f'<path class="figure" d="{outline(figure)}"/>']
    for place, side, area in parts:
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


def main() -> None:
    """Write both views beside this script."""
    for view in (
        View("front", HEAD_FRONT, foot_front(), FRONT_CUTS, FRONT_LINES),
        View("back", HEAD_BACK, foot_back(), BACK_CUTS, BACK_LINES),
    ):
        (HERE / f"{view.name}.svg").write_text(drawn(view), encoding="utf-8")


if __name__ == "__main__":
    main()
