"""Signs and places that several rules tell apart, each group once."""

from __future__ import annotations

BLADDER_SIGNS = (
    "bladder_difficulty",
    "bladder_leak",
    "bladder_feeling_lost",
    "bowel_control_lost",
    "saddle_numbness",
)
WEAKNESS_SIGNS = ("leg_weakness", "arm_weakness", "trouble_walking", "heavy_legs")
# Where a swelling speaks of a clot (U18), and where of glands (W11).
LEG_SWELLING = frozenset({"lower_leg", "thigh", "ankle_foot"})
GLAND_SWELLING = frozenset(
    {
        "armpit",
        "shoulder_upper_arm",
        "forearm",
        "hand_wrist_fingers",
        "breast_chest_wall",
        "testicle",
    }
)
