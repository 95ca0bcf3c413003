"""The rules, one file each, in the order of the rule book."""

from __future__ import annotations

from diary.rules.catalog import (
    e1_bladder,
    e2_weakness,
    e3_spine_nerve,
    u1_spine_nights,
    u3_fast_worsening,
    w1_two_weeks,
    w2_step_up,
    w3_slow_climb,
)

RULES = (
    e1_bladder.RULE,
    e2_weakness.RULE,
    e3_spine_nerve.RULE,
    u1_spine_nights.RULE,
    u3_fast_worsening.RULE,
    w1_two_weeks.RULE,
    w2_step_up.RULE,
    w3_slow_climb.RULE,
)
