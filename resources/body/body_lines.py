"""Lines that only draw: face, creases, knee caps, nails, the row of vertebrae."""

from __future__ import annotations

import math

import numpy as np
from body_curves import Points, arm, in_arm, smooth
from body_outline import FINGERS, along_finger


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
