"""W1: pain of 2 or more on three quarters of two weeks, there two weeks ago and not of old."""

from __future__ import annotations

import pytest

from diary.domain.places import PLACES, PlaceClass
from diary.rules.catalog.w1_two_weeks import RULE
from diary.rules.model import NotEnoughDays, Tier
from tests.rules.diaries import (
    LOWER_BACK,
    alert_of,
    day,
    not_enough_on,
    pain,
    raised,
    report_of,
    tiers,
    true_days,
)

SOON, NEXT_VISIT = Tier.SOON, Tier.NEXT_VISIT
# Pain from day 20 on: day 32 is the first with pain in [d-16, d-12]. A strain that is named keeps
# the other way, by a second week that is worse, out of the way.
BEFORE = "0x20 "


@pytest.mark.parametrize("place", PLACES)
def test_fires_in_the_spine_and_at_bones_when_pain_was_there_two_weeks_ago(place):
    watched = PLACES[place].place_class in {PlaceClass.SPINE, PlaceClass.BONE}
    lasts = pain(BEFORE + "2x13", place, trigger="strain")
    assert raised(lasts, RULE) == ([("W1", place, 32)] if watched else [])
    assert raised(pain(BEFORE + "2x12", place, trigger="strain"), RULE) == []


def test_its_tier_is_soon():
    assert tiers(pain(BEFORE + "2x13", trigger="strain"), RULE) == {32: SOON}


def test_a_diary_that_begins_with_pain_speaks_on_the_thirteenth_day():
    # Until seven recorded days of [d-60, d-14] show that the pain is long-standing.
    assert true_days(pain("3x40"), RULE) == list(range(12, 20))


# Pain of at least 2.


def test_pain_of_1_is_noise():
    assert true_days(pain(BEFORE + "1x30"), RULE) == []


# On at least 75 % of the recorded days of last14, which for day 33 are days 20 to 33.


@pytest.mark.parametrize(
    ("two_weeks", "fires"),
    [
        ("2x11 0x2 2", True),  # 12 of 14
        ("2x8 0x3 2x3", True),  # 11 of 14
        ("2x8 0x4 2x2", False),  # 10 of 14
        ("2x3 _x2 2x2 0x3 2x4", True),  # 9 of 12
        ("2x3 _x2 2x2 0x4 2x3", False),  # 8 of 12
        ("2x3 _x6 0x2 2x3", True),  # 6 of 8
        ("2x3 _x6 0x3 2x2", False),  # 5 of 8
    ],
)
def test_three_quarters_of_the_recorded_days(two_weeks, fires):
    assert (33 in true_days(pain(BEFORE + two_weeks), RULE)) is fires


# A recorded day of [d-16, d-12] already had it.


@pytest.mark.parametrize(
    ("line", "fires"),
    [
        # On day 32 the last twelve days hurt; the mark says how many days before it hurt first.
        ("0x20 2 2x12", True),  # 12
        ("0x17 2 0x3 2x12", True),  # 15
        ("0x16 2 0x4 2x12", True),  # 16
        ("0x15 2 0x5 2x12", False),  # 17
        ("0x20 0 2x12", False),  # 11
        ("0x20 ! 2x12", False),
        ("0x20 2l 2x12", False),
    ],
)
def test_the_pain_was_there_two_weeks_ago(line, fires):
    assert (32 in true_days(pain(line), RULE)) is fires


# Or a second week that is worse. Day 33 looks at days 20 to 26 and 27 to 33.


@pytest.mark.parametrize(
    ("first", "second", "fires"),
    [
        ("2 0x6", "2x5 0x2", True),  # 6 of 14; means of 0.29 and 1.43
        ("2 0x6", "2x4 3 0x2", True),
        ("2 0x6", "3x4 0x3", False),  # 5 of 14 are less than 0.4
        ("2 0 2 0x4", "2x4 1 0x2", False),  # the second week only 0.71 worse
        ("2 0 2 0x4", "2x5 1 0", True),  # exactly 1
        ("2 0 2 0x4", "2x5 0x2", False),
        ("2x7", "3x7", True),
        ("3x7", "2x7", True),  # by three quarters of the days
        ("0x7", "9x7", False),  # it began this week
        ("2 _x4 0x2", "2x6 0", True),  # 7 of 10
        ("2 _x5 0", "2x5 _x2", False),  # seven recorded days are too few
    ],
)
def test_a_second_week_that_is_worse(first, second, fires):
    assert (33 in true_days(pain(f"{BEFORE}{first} {second}"), RULE)) is fires


@pytest.mark.parametrize(
    ("line", "fires"),
    [
        ("0x24 3x10", True),  # nine days ago
        ("0x25 3x9", False),  # eight
        ("0x17 3 0x7 3x9", True),  # sixteen
        ("0x16 3 0x8 3x9", False),  # seventeen
        ("0x24 3l 3x9", False),
        ("0x24 ! 3x9", False),
    ],
)
def test_a_sudden_pain_is_given_more_than_a_week(line, fires):
    assert (33 in true_days(pain(line), RULE)) is fires


@pytest.mark.parametrize("trigger", ["injury", "strain", "fall"])
def test_a_named_cause_keeps_to_the_two_weeks(trigger):
    line = "0x24 3x9"
    assert 33 in true_days(pain(f"{line} 3", trigger="none_known"), RULE)
    assert 33 not in true_days(pain(f"{line} 3", trigger=trigger), RULE)
    # Named on one day of the two weeks, even a day without pain, or late.
    assert 33 not in true_days(pain(line).pain("3", first=33, trigger=trigger), RULE)
    # Named before them.
    old = pain("0x18 1", trigger=trigger).pain("0x5 3x10", first=19)
    assert 33 in true_days(old, RULE)


def test_what_is_of_old_is_not_new_for_being_worse():
    assert true_days(pain("2x40 3x7 4x7"), RULE)[-1] < 40


def test_an_ache_of_both_limbs_that_grows_is_for_the_next_visit():
    line = BEFORE + "2x7 3x7"
    found = tiers(pain(line, "hip", side="both"), RULE, "hip")
    assert set(found.values()) == {NEXT_VISIT}


# Not long-standing.


@pytest.mark.parametrize(
    ("old", "fires"),
    [
        # For day 73: [d-60, d-14] are days 13 to 59, of which the line says the first 47.
        ("0x47", True),
        ("2x23 0x24", True),
        ("2x24 0x23", False),
        ("2x3 0x4 _x40", True),
        ("2x4 0x3 _x40", False),
        ("2x4 0x4 _x39", False),
        ("1x47", True),
        ("2lx40 0x7", True),
        ("2x6 _x41", True),
    ],
)
def test_pain_on_half_of_the_days_before_is_of_old(old, fires):
    sketch = pain(f"0x13 {old} 2x14")
    assert (73 in true_days(sketch, RULE)) is fires


def test_what_is_of_old_is_counted_from_sixty_to_fourteen_days_back():
    assert 73 in true_days(pain("_x3 9x10 0x47 2x14"), RULE)
    # Day 74 counts day 60, the first of the pain; day 73 does not.
    assert 73 in true_days(pain("_x53 2x3 0x4 2x15"), RULE)
    assert 74 not in true_days(pain("_x53 2x3 0x4 2x15"), RULE)
    # Day 73 counts day 13, day 74 no longer does.
    assert 73 not in true_days(pain("_x13 2x4 0x3 _x40 2x15"), RULE)


@pytest.mark.parametrize(
    ("old_days", "usual", "fires"), [(6, 1, True), (6, 2, False), (7, 2, True), (0, 5, False)]
)
def test_with_fewer_than_seven_days_the_usual_level_decides(old_days, usual, fires):
    old = f"0x{old_days} " if old_days else ""
    sketch = pain(f"_x13 {old}_x{47 - old_days} 2x14").usual(LOWER_BACK, usual)
    assert (73 in true_days(sketch, RULE)) is fires


def test_the_usual_level_counts_from_its_day_on_and_for_its_place():
    assert true_days(pain("3x20").usual(LOWER_BACK, 3, since=14), RULE) == [12, 13]
    assert true_days(pain("3x14").usual("hip", 3), RULE) == [12, 13]


# Recorded days: 8 of last14, 3 of last7, 3 of prior7.


@pytest.mark.parametrize(
    ("two_weeks", "window", "recorded", "needed"),
    [
        ("2x4 _x6 2x4", None, 8, 8),
        ("2x4 _x7 2x3", "last14", 7, 8),
        ("2x5 _x6 2x3", None, 8, 8),
        ("2x6 _x6 2x2", "last7", 2, 3),
        ("2 _x4 2x9", "prior7", 3, 3),
        ("2x2 _x5 2x7", "prior7", 2, 3),
        ("2x4 2lx6 2x4", None, 8, 8),
        ("2x4 ?x3 !x4 2x3", "last14", 7, 8),
    ],
)
def test_minimums(two_weeks, window, recorded, needed):
    sketch = pain("0x20 " + two_weeks)
    enough = window is None or recorded >= needed
    assert (33 in not_enough_on(sketch, RULE)) is not enough
    assert (33 in true_days(sketch, RULE)) is enough
    rows = () if enough else (NotEnoughDays("W1", LOWER_BACK, recorded, needed, window),)
    assert report_of(sketch, RULE).not_enough_days == rows


# Known bone metastases; evidence; words.


def test_known_bone_metastases_drop_the_rule():
    sketch = pain(BEFORE + "9x14").spread()
    assert raised(sketch, RULE) == []
    assert report_of(pain("9x2").spread(), RULE).not_enough_days == ()
    assert raised(pain(BEFORE + "2x13").spread(known=False), RULE)


def test_pain_elsewhere_is_an_explicit_zero_here():
    sketch = pain(BEFORE + "2x9 0x4").pain("5x4", "neck", 29)
    assert true_days(sketch, RULE, LOWER_BACK) == []


def test_late_days_are_left_out_of_the_share_and_of_the_minimum():
    assert true_days(pain(BEFORE + "2x3 0lx5 2x5", trigger="strain"), RULE) == [32]
    assert true_days(pain(BEFORE + "0lx5 2x8", trigger="strain"), RULE) == []


def test_evidence_and_words():
    alert = alert_of(pain(BEFORE + "4x7 _ 3x4 0"), RULE)
    assert alert.evidence.days_used == tuple(map(day, (*range(20, 27), *range(28, 32))))
    assert (alert.evidence.days_recorded, alert.evidence.days_in_window) == (13, 14)
    assert alert.evidence.numbers == {
        "share": 0.85,
        "median_last7": 3,
        "median_prior7": 4,
        "mean_last7": 2.67,
        "mean_prior7": 3.43,
    }
    assert alert.wording.noticed == (
        "You recorded pain of 2 or more in your lower back on 11 of the 13 days you recorded in "
        "the last two weeks."
    )
    assert alert.wording.worked_out == (
        "On average it was 3.4 in the first of these weeks and 2.7 in the second. You had not "
        "recorded it as long-standing."
    )
    assert "this week" in alert.wording.what_to_do
    assert alert.wording.ordinary
