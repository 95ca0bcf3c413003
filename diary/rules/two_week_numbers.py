"""Two-week pain: its numbers and their reasons. Read by W1, V2 and W16."""

from __future__ import annotations

from diary.domain.windows import LAST7, LAST14, PRIOR7
from diary.i18n import mark
from diary.rules.conditions.both_limbs import LimbNumbers
from diary.rules.conditions.lasting import LastingNumbers
from diary.rules.evidence import Number, because, our_choice
from diary.rules.newness_numbers import (
    BEGAN_FIRST,
    BEGAN_LAST,
    ENOUGH_BASE_DAYS,
    LONG_FIRST,
    LONG_LAST,
)
from diary.rules.rule import Minimum
from diary.rules.shared_numbers import TRIGGERS
from diary.rules.sources import SOURCES, Basis

PAIN = Number(
    mark("pain of at least"),
    2,
    "points",
    our_choice(mark("0 and 1 are day-to-day noise")),
)
TWO_WEEKS = Number(
    mark("weeks that pain lasts"),
    2,
    "weeks",
    because(SOURCES["L45"], Basis.CONVENTION, mark("pain that lasts two weeks")),
)
SHARE = Number(
    mark("share of the recorded days of two weeks"),
    0.75,
    "share",
    our_choice(mark("most days, with room for a good one")),
)
OLD_SHARE = Number(
    mark("share of the days before that makes pain long-standing"),
    0.5,
    "share",
    our_choice(mark("half of the days, or a stated usual level of 2 or more")),
)
SPELL_GAP = Number(
    mark("days without pain after which it begins anew"),
    14,
    "days",
    our_choice(mark("the two weeks of the rule")),
)
SPELL_DAYS = Number(
    mark("first recorded days searched for an injury, strain or fall"),
    7,
    "days",
    our_choice(mark("you may name the cause some days later")),
)
FALL_AFTER_TRIGGER = Number(
    mark("fall of the weekly middle value after an injury, strain or fall"),
    1,
    "points",
    our_choice(mark("acute pain falls fast for 14 days"), SOURCES["L23"]),
)
FALL_OF_ITSELF = Number(
    mark("fall of the weekly middle value whatever began it"),
    2,
    "points",
    our_choice(mark("2 points is a change that matters"), SOURCES["L50"]),
)
NEARLY_GONE = Number(
    mark("last score of a pain that is nearly gone"),
    2,
    "points",
    our_choice(mark("the least score that counts as pain here")),
)
PATIENCE = Number(
    mark("days after which falling pain is raised all the same"),
    7,
    "days",
    our_choice(mark("one more week to go away")),
)
LIMB_SHARE = Number(
    mark("share of the days with the ache on both sides"),
    0.75,
    "share",
    our_choice(mark("an ache of both limbs is mostly of muscle or drug")),
)
LIMBS = LimbNumbers(
    places=frozenset({"thigh", "shoulder_upper_arm", "hip", "buttock"}), share=LIMB_SHARE.value
)
LIMB_BELOW = Number(
    mark("weekly middle value of such an ache below"),
    5,
    "points",
    our_choice(mark("moderate pain begins at 5"), SOURCES["L19"]),
)
MINIMUMS = (Minimum(LAST14, 8), Minimum(LAST7, 3), Minimum(PRIOR7, 3))
NUMBERS = LastingNumbers(
    pain=PAIN.value,
    share=SHARE.value,
    old_share=OLD_SHARE.value,
    spell_gap=SPELL_GAP.value,
    spell_days=SPELL_DAYS.value,
    triggers=TRIGGERS,
    fall_after_trigger=FALL_AFTER_TRIGGER.value,
    fall_of_itself=FALL_OF_ITSELF.value,
    nearly_gone=NEARLY_GONE.value,
    patience=PATIENCE.value,
    limbs=LIMBS,
    limb_below=LIMB_BELOW.value,
)

ALL = (
    PAIN,
    TWO_WEEKS,
    SHARE,
    OLD_SHARE,
    LONG_FIRST,
    LONG_LAST,
    ENOUGH_BASE_DAYS,
    BEGAN_FIRST,
    BEGAN_LAST,
    SPELL_GAP,
    SPELL_DAYS,
    FALL_AFTER_TRIGGER,
    FALL_OF_ITSELF,
    NEARLY_GONE,
    PATIENCE,
    LIMB_SHARE,
    LIMB_BELOW,
)
