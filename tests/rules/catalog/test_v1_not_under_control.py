"""V1: long-standing pain of 4 or more on average, or that holds back sleep or walking."""

from __future__ import annotations

import pytest

from diary.domain.places import PLACES
from diary.rules.book import rule_of
from diary.rules.catalog import RULES
from diary.rules.catalog.v1_not_under_control import RULE
from tests.rules.catalog.counted import last_verdict, true_days_beside
from tests.rules.diaries import LOWER_BACK, alerts_of, pain, raised, steps, true_days


def old(line, usual=2, place=LOWER_BACK):
    """Return a line of days of pain that is long-standing by its usual level."""
    return pain(line, place).usual(place, usual)


@pytest.mark.parametrize("place", PLACES)
def test_fires_after_a_week_at_any_place(place):
    sketch = old("4x16", place=place)
    assert true_days(sketch, RULE)[0] == 7
    assert raised(sketch, RULE) == [("V1", place, 14)]
    assert steps(alerts_of(sketch, RULE)[0]) == [("V1", "next_visit", 14)]


def test_six_days_are_no_week():
    assert raised(old("4x14"), RULE) == []


@pytest.mark.parametrize(
    ("line", "usual", "expected"),
    [
        ("4x14", 2, True),
        ("4x13 3", 2, False),
        ("4x14", 1, False),  # not long-standing
        ("4x7", 2, None),
        ("4x7 4lx3", 2, None),  # late
        ("4x7 _x6 4", 2, True),
        ("4x7 _x7 4", 2, None),
        ("4x8 0lx6", 2, True),
        # 7 recorded days or more in [d-60, d-14]: the own record decides.
        ("2x7 4x14", 0, True),
        ("2x4 1x4 4x14", 0, True),  # half of them
        ("2x3 1x4 4x14", 5, False),
        ("2x6 4x14", 0, False),
        ("2x7 _x40 4x14", 0, True),
        ("2x7 _x41 4x14", 0, False),
    ],
)
def test_high_and_long_standing(line, usual, expected):
    assert last_verdict(old(line, usual), RULE, LOWER_BACK) is expected


@pytest.mark.parametrize("field", ["sleep", "walking"])
@pytest.mark.parametrize(
    ("line", "held", "answered", "level", "fires"),
    [
        ("2x8", 4, 8, 2, True),
        ("2x8", 3, 8, 2, False),
        ("2x8", 4, 8, 3, True),
        ("2x8", 8, 8, 1, False),
        ("2x8", 1, 2, 2, True),  # of the days on which it was answered
        ("0x8", 8, 8, 3, False),  # nothing hurts
        ("2x8", 0, 0, 2, False),
    ],
)
def test_held_back_on_half_of_the_days(  # noqa: PLR0917  a table
    field, line, held, answered, level, fires
):
    sketch = old(line).tell(range(held), **{field: level}).tell(range(held, answered), **{field: 0})
    assert last_verdict(sketch, RULE, LOWER_BACK) is fires


def test_daily_tasks_are_not_read():
    assert true_days(old("2x8").tell(range(8), daily_tasks=3), RULE) == []


@pytest.mark.parametrize(
    ("sketch", "rule_id", "place"),
    [
        (old("4x10", place="hip").pain("4nx10", "neck").usual("neck", 2), "W4", "neck"),
        (old("5x10", place="abdomen_upper"), "W13", "abdomen_upper"),
        (old("5x10", place="abdomen_lower"), "W12", "abdomen_lower"),
    ],
)
def test_silent_where_a_rule_of_tier_soon_or_urgent_speaks(sketch, rule_id, place):
    other = rule_of(rule_id)
    alone = set(true_days(sketch, RULE, place))
    spoken = set(true_days(sketch, other, place))
    assert set(true_days_beside(sketch, RULE, other, place=place)) == alone - spoken


def test_another_place_is_not_silenced():
    sketch = old("4x16").pain("4x16", "hip", relief="none")
    sketch.treatment("physiotherapy", -60).usual("hip", 0)
    silenced = true_days_beside(sketch, RULE, rule_of("W5"), place=LOWER_BACK)
    assert silenced == []
    other = pain("0x16", "knee").pain("4x16", "knee").usual("knee", 2)
    other.pain("4x16", "hip").treatment("physiotherapy", -60)
    assert true_days_beside(other, RULE, rule_of("W5"), place="knee") == list(range(7, 16))


def test_it_reads_every_rule_of_these_tiers_that_can_be_about_a_region():
    about_signs = {"U7", "U8", "U9", "U10", "U15", "U18", "W9", "W10", "W14", "W15", "W17"}
    assert {one.id for one in RULES if one.id[0] in "UW"} - {*RULE.reads} == about_signs


def test_evidence():
    (alert,) = alerts_of(old("4x16"), RULE)
    assert alert.evidence.numbers == {"mean_last14": 4}
    assert (alert.evidence.days_recorded, alert.evidence.days_in_window) == (14, 14)
