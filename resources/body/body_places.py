"""The places: areas between anatomical landmarks, in the order in which they are cut.

A place gets all of its area that no earlier place took, so that places neither overlap nor leave
anything out. Edges follow jaw, collarbone, breastbone, the fold under the breast, lowest rib,
navel, iliac crest, groin, knee and ankle; on the back the vertebrae and the shoulder blade.
"""

from __future__ import annotations

from dataclasses import dataclass

import shapely
from body_curves import arm, shape, smooth
from shapely import Polygon

FAR = 400.0  # beyond everything
ARM_END = 360.0  # beyond the fingers


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
    edge = [arm(start + bow * (1 - min(2, (d / 18) ** 2)), d) for d in range(-23, 61)]
    return Polygon([*edge, arm(ARM_END, 60), arm(ARM_END, -23)])


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
