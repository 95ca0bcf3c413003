"""U1: pain of 4 or more in the spine and a bad night, on 3 of the last 7 days and not before."""

from __future__ import annotations

import pytest

from diary.domain.choices import NIGHTS
from diary.domain.places import PLACES
from diary.rules.catalog.u1_spine_nights import RULE
from diary.rules.model import NotEnoughDays, Tier
from tests.rules.diaries import (
    LOWER_BACK,
    alert_of,
    day,
    not_enough_on,
    pain,
    raised,
    report_of,
    tracks_of,
    true_days,
)

SPINE = ("neck", "upper_back", "lower_back", "sacrum")
# With base28 on days 0 to 27, the last of the three nights of this line is day 41.
NIGHT = "with the night answered"
THREE_NIGHTS = " 0x11 4nx3"


@pytest.mark.parametrize("place", SPINE)
def test_fires_on_the_third_night(place):
    assert raised(pain("0x4 4nx4", place), RULE) == [("U1", place, 6)]


@pytest.mark.parametrize("place", [place for place in PLACES if place not in SPINE])
def test_other_places_are_for_other_rules(place):
    assert tracks_of(pain("9nx9", place), RULE) == ()


def test_its_tier_is_urgent():
    assert alert_of(pain("4nx3"), RULE).tier is Tier.URGENT


# Near misses: one below each number.


def test_pain_of_3_is_too_little():
    assert true_days(pain("4nx2 3n"), RULE) == []
    assert true_days(pain("4nx2 4n"), RULE) == [2]


def test_two_nights_are_too_few():
    assert true_days(pain("4nx2 4gx4"), RULE) == []


def test_three_nights_within_seven_days_and_not_eight():
    assert true_days(pain("4n 0x2 4n 0x2 4n"), RULE) == [6]
    assert true_days(pain("4n 0x2 4n 0x3 4n"), RULE) == []


@pytest.mark.parametrize("night", NIGHTS)
def test_a_bad_night_woke_her_or_kept_her_awake(night):
    fires = night in {"woke_me", "kept_awake"}
    assert bool(true_days(pain("6x3", night=night), RULE)) is fires


# The nights before: fewer than 1 in 7 recorded.


@pytest.mark.parametrize(
    ("base", "fires"),
    [
        ("0x28", True),
        ("4nx3 0x25", True),
        ("4nx4 0x24", False),
        ("4nx3 0x18 _x7", False),
        ("4nx2 0x13 _x13", True),
        ("4n 0x6 _x21", False),
        ("0x7 _x21", True),
        ("4n 0x7 _x20", True),
        # Days of less than 4 are no such nights, whatever she said of the night.
        ("3nx28", True),
        # A day of 4 or more with the night not answered counts neither way: 1 of 7, 1 of 8.
        ("4x20 4n 0x6 _", False),
        ("4x20 4n 0x7", True),
        ("4x28", True),
        ("4gx20 4nx3 0x5", True),
        ("!nx20 0x8", True),
    ],
)
def test_such_nights_must_not_be_usual(base, fires):
    assert (41 in true_days(pain(base + THREE_NIGHTS), RULE)) is fires


def test_the_baseline_ends_two_weeks_back():
    # Day 41 looks at days 0 to 27; nights on day 28 and later, or before day 0, are not in it.
    sketch = pain("0x28 4nx4 0x7 4nx4")
    assert 41 in true_days(sketch, RULE)
    assert 42 in true_days(sketch, RULE)
    assert 41 not in true_days(pain("0x24 4nx4 0x11 4nx3"), RULE)
    # On day 41 the first four nights are in it, on day 42 only three of them.
    assert true_days(pain("4nx4 0x35 4nx4"), RULE)[-1] == 42
    assert 41 not in true_days(pain("4nx4 0x35 4nx4"), RULE)


@pytest.mark.parametrize(
    ("base", "usual", "fires"),
    [
        ("0x6 _x22", 3, True),
        ("0x6 _x22", 4, False),
        ("4nx6 _x22", 3, True),
        ("0x7 _x21", 10, True),
        ("_x28", 4, False),
        ("_x28", 3, True),
    ],
)
def test_with_a_short_baseline_the_usual_level_decides(base, usual, fires):
    sketch = pain(base + THREE_NIGHTS).usual(LOWER_BACK, usual)
    assert (41 in true_days(sketch, RULE)) is fires


def test_the_usual_level_counts_from_its_day_on():
    sketch = pain("4nx5").usual(LOWER_BACK, 5, since=3)
    assert true_days(sketch, RULE) == [2]


def test_usual_levels_outside_the_spine_do_not_count():
    assert true_days(pain("4nx3").usual("hip", 9).usual("heavy_legs", 3), RULE) == [2]


# Days that are missing, late or half answered.


def test_gaps_do_not_matter_if_three_nights_are_recorded():
    assert true_days(pain("4n _x2 4n _x2 4n"), RULE) == [6]


def test_late_days_count_neither_now_nor_before():
    assert true_days(pain("4n 4nl 4n 0"), RULE) == []
    assert 41 in true_days(pain("4nlx9 0x19" + THREE_NIGHTS), RULE)


def test_a_late_or_unanswered_day_may_still_see_three_nights():
    assert true_days(pain("4nx3 0l ?"), RULE) == [2, 3, 4]


def test_pain_without_a_score_is_no_night_of_4():
    assert true_days(pain("4nx2 !n"), RULE) == []


def test_a_night_not_answered_is_no_bad_night():
    assert true_days(pain("4nx2 9"), RULE) == []


def test_fewer_than_three_recorded_days_are_not_enough():
    sketch = pain("1x2 ? 1l 1 _x3 1x2")
    assert not_enough_on(sketch, RULE) == [0, 1, 2, 3, 8]


def test_not_enough_days_is_a_result():
    assert report_of(pain("3 ? 3"), RULE).not_enough_days == (
        NotEnoughDays("U1", LOWER_BACK, 2, 3, "last7", NIGHT),
    )
    assert report_of(pain("3x3"), RULE).not_enough_days == ()


def test_a_night_nobody_told_of_is_no_recorded_night():
    assert report_of(pain("5x3"), RULE).not_enough_days == (
        NotEnoughDays("U1", LOWER_BACK, 0, 3, "last7", NIGHT),
    )


# Several places of the spine.


def test_nights_at_several_places_count_together():
    sketch = pain("4n 0 0 4n").pain("0 5n 0 0", "neck")
    assert raised(sketch, RULE) == [("U1", LOWER_BACK, 3)]


def test_two_places_in_one_night_are_one_night():
    assert true_days(pain("4nx2 0").pain("5nx2 0", "neck"), RULE) == []


def test_of_equally_many_nights_the_worse_place_is_named_then_the_upper():
    sketch = pain("4n 0 4n").pain("0 6n 5n", "neck")
    assert raised(sketch, RULE) == [("U1", "neck", 2)]
    sketch = pain("0 6n 5n").pain("6n 0 5n", "sacrum")
    assert raised(sketch, RULE) == [("U1", LOWER_BACK, 2)]


def test_the_night_of_both_sides_counts_once():
    sketch = pain("4gx3", side="left").pain("2nx3", side="right")
    assert true_days(sketch, RULE) == [2]


# Known bone metastases: two nights.


def test_known_bone_metastases_need_two_nights():
    assert raised(pain("4nx2").spread(), RULE) == [("U1", LOWER_BACK, 1)]
    assert true_days(pain("4n 0x6").spread(), RULE) == []
    assert true_days(pain("4nx2").spread(known=False), RULE) == []
    assert true_days(pain("4nx2").spread(known=None), RULE) == []


def test_known_bone_metastases_need_two_recorded_days():
    assert not_enough_on(pain("3x2").spread(), RULE) == [0]
    assert report_of(pain("3x2").spread(), RULE).not_enough_days == ()
    assert report_of(pain("3").spread(), RULE).not_enough_days == (
        NotEnoughDays("U1", LOWER_BACK, 1, 2, "last7", NIGHT),
    )


# Evidence and words.


def test_evidence_and_words():
    alert = alert_of(pain("4gx2 0x8 _x21 4n ? 4n 4g 4n"), RULE)
    assert alert.evidence.days_used == (day(31), day(33), day(35))
    assert (alert.evidence.days_recorded, alert.evidence.days_in_window) == (4, 7)
    assert alert.evidence.numbers == {
        "nights": 3,
        "nights_before": 0,
        "nights_recorded_before": 10,
        "pain": 4,
    }
    assert alert.wording.title == "Night pain in your lower back"
    assert alert.wording.noticed == (
        "Pain in your lower back woke you or kept you awake on 3 of the 4 nights you recorded this "
        "week."
    )
    assert "0 of the 10 nights" in alert.wording.worked_out


def test_the_words_name_every_place_that_woke_her_and_no_other():
    alert = alert_of(pain("4n 0 4n").pain("0 5n 0", "neck"), RULE)
    assert "Pain in your lower back and your neck woke you" in alert.wording.noticed
    later = pain("4nx3 0x9").pain("0x9 5nx3", "neck")
    assert alert_of(later, RULE).place == LOWER_BACK
    assert "Pain in your neck woke you" in alert_of(later, RULE).wording.noticed
