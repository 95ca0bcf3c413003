"""The outline of the figure: landmarks of the eight-head canon, one half of it.

The widths are those of an adult of no particular sex, age or build, a little slimmer than most.
"""

from __future__ import annotations

import math

from body_curves import arm, in_arm, marks, rounded, shape, smooth, taper
from shapely import Polygon, affinity
from shapely.ops import unary_union

CROWN_TO_CHIN = """0 -2, 15 .6, 27.6 8.6, 35.4 21, 38 36, 37.6 52, 35.8 66, 32.2 79.5, 24.6 92.5,
    14 101.5, 0 104.5"""
CROWN_TO_NAPE = "0 -2, 15 .6, 27.6 8.6, 35.4 21, 38 36, 37.4 52, 34.8 67, 30 79, 23 88, 12 94, 0 96"
EAR = "35 48, 39.4 46, 42.4 49.5, 42 57.5, 39.6 64.5, 37 69.5, 34 68"
NECK_TO_SHOULDER = """24.5 70, 23.4 92, 23 106, 25 117.5, 31.5 126, 43 132.5, 56 138, 69 143.6,
    80 149.6"""
SHOULDER_TO_WRIST = """3 21, 18 25.6, 37 27.4, 60 25.2, 86 21.6, 108 18.8, 122 17.6, 134 18.2,
    150 20, 168 19.8, 190 17, 212 13.6, 228 11.6, 238 11.2, 247 11.8"""
WRIST_TO_ELBOW = """249 -12.2, 238 -11, 226 -11.4, 206 -13.8, 182 -17.4, 160 -18.4, 144 -16.6,
    130 -15.4, 114 -15.8, 92 -17.4, 70 -18.2"""
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
