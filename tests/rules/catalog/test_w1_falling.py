"""W1b: pain that falls after an injury, strain or fall, or is nearly gone."""

from __future__ import annotations

import pytest

from diary.rules.catalog.w1_two_weeks import RULE
from diary.rules.model import Tier
from tests.rules.diaries import alert_of, pain, steps, tiers

SOON, NEXT_VISIT = Tier.SOON, Tier.NEXT_VISIT
BEFORE = "0x20 "  # why twenty days: test_w1_two_weeks.py
# Weeks of 6, then 5: on days 32 to 35 the middle value of the last week is 1 lower.
FALLS_BY_1 = "6x6 5x8"


def falling(trigger_on, trigger="injury", line=FALLS_BY_1):
    """Return falling pain from day 20 on, with a trigger named on one day."""
    sketch = pain(BEFORE + line)
    for report in sketch.pains[trigger_on]:
        sketch.pains[trigger_on] = [report.model_copy(update={"trigger": trigger})]
    return sketch


@pytest.mark.parametrize("trigger", ["injury", "strain", "fall"])
def test_falling_pain_after_a_trigger_is_for_the_next_visit(trigger):
    assert tiers(falling(20, trigger), RULE)[32] is NEXT_VISIT


def test_no_known_trigger_is_no_trigger():
    assert tiers(falling(20, "none_known"), RULE)[32] is SOON
    assert tiers(pain(BEFORE + FALLS_BY_1), RULE)[32] is SOON


def test_the_trigger_is_sought_in_the_first_seven_recorded_days_of_the_spell():
    assert tiers(falling(26), RULE)[32] is NEXT_VISIT
    assert tiers(falling(27), RULE)[32] is SOON


def test_late_days_are_not_among_the_first_seven():
    assert tiers(falling(27).late(22), RULE)[32] is NEXT_VISIT
    assert tiers(falling(20), RULE)[33] is NEXT_VISIT
    assert tiers(falling(20).late(20), RULE)[33] is SOON


def test_a_fall_of_less_than_1_is_none():
    # The middle values are 6 and 5.5: three recorded days of the last week are 6.
    sketch = falling(20, line="6x9 _ 5x3")
    assert tiers(sketch, RULE)[32] is SOON


def test_a_spell_begins_after_fourteen_days_without_pain():
    line = "6 0x{} 6x9 5x8"
    with_gap = pain("0x5 " + line.format(14), trigger="fall")
    assert tiers(with_gap, RULE)[34] is NEXT_VISIT
    # The trigger was named for the old spell only, 14 days without pain lie between.
    old = pain("0x5 6", trigger="fall").pain("0x14 6x9 5x8", first=6)
    assert tiers(old, RULE)[34] is SOON
    # With 13 days between it is one spell, but its first seven recorded days end on day 11.
    one = pain("0x5 6", trigger="fall").pain("0x13 6x9 5x8", first=6)
    assert tiers(one, RULE)[33] is NEXT_VISIT


STEADY_FALL = "10x7 9x4 8x4 7x4 6x4 5x4 4x4 3x4 2x4"


def test_pain_that_still_falls_seven_days_later_is_raised_to_soon():
    found = tiers(falling(20, line=STEADY_FALL), RULE)
    assert [index for index in sorted(found) if found[index] is NEXT_VISIT] == list(range(32, 39))
    assert found[39] is SOON
    alert = alert_of(falling(20, line=STEADY_FALL), RULE)
    assert steps(alert)[:2] == [("W1", "next_visit", 32), ("W1", "soon", 39)]
    assert alert.tier is SOON


def test_the_seven_days_are_calendar_days():
    sketch = falling(20, line="10x7 9x4 8x2 _ 8 7x2 _x2 6x4")
    found = tiers(sketch, RULE)
    assert [index for index in sorted(found) if found[index] is NEXT_VISIT] == [32, 34, 35, 36]
    assert found[39] is SOON


def test_pain_that_stops_falling_is_raised_to_soon_at_once():
    found = tiers(falling(20, line="6x6 5x14"), RULE)
    assert {32: NEXT_VISIT, 35: NEXT_VISIT, 36: SOON}.items() <= found.items()


# W1b: nearly gone, whatever began it.


@pytest.mark.parametrize(
    ("line", "tier"),
    [
        ("5x7 2x6", NEXT_VISIT),
        ("4x7 2x6", NEXT_VISIT),
        ("3x7 2x6", SOON),  # fell by 1 only
        ("5x7 3x5 2", NEXT_VISIT),  # last week 3, before 5, last day 2
        ("5x7 2x5 3", SOON),  # last day 3
        ("5x7 2x5 3l", None),
        ("5x7 2x5 ?", NEXT_VISIT),
        ("5x7 2x3 2n 2x2", SOON),
        ("5x6 5n 2x6", SOON),  # a bad night on day 26, the first of the last week
        ("5x5 5n 5 2x6", NEXT_VISIT),
        ("5x7 2x3 2nl 2x2", NEXT_VISIT),
        ("5x7 2x3 2g 2x2", NEXT_VISIT),
    ],
)
def test_pain_that_is_nearly_gone_is_for_the_next_visit(line, tier):
    expected = NEXT_VISIT if tier is None else tier
    assert tiers(pain(BEFORE + line), RULE)[32] is expected


def test_what_comes_after_the_day_is_not_known_on_it():
    found = tiers(pain(BEFORE + "5x7 2x5 3 2 2"), RULE)
    assert (found[32], found[33]) == (SOON, NEXT_VISIT)
    found = tiers(pain(BEFORE + "5x7 2x6 3 2"), RULE)
    assert (found[32], found[33]) == (NEXT_VISIT, SOON)
    found = tiers(pain(BEFORE + "5x7 2x6 2n"), RULE)
    assert (found[32], found[33]) == (NEXT_VISIT, SOON)


def test_a_pain_of_zero_at_night_is_a_good_night():
    sketch = pain(BEFORE + "5x7 2x6")
    sketch.pains[30] = [sketch.pains[30][0].model_copy(update={"worst": 0, "night": "woke_me"})]
    assert tiers(sketch, RULE)[32] is NEXT_VISIT
