"""E3: spine pain of the last two weeks and one new nerve feature or sign are an emergency."""

from __future__ import annotations

import pytest

from diary.domain.choices import QUALITIES, SPREADS_TO
from diary.domain.entry import Pain
from diary.domain.places import PLACES
from diary.domain.signs import SIGNS
from diary.rules.catalog.e3_spine_nerve import RULE
from diary.rules.model import Tier
from tests.rules.diaries import (
    LOWER_BACK,
    Sketch,
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
BAND = (*SPINE, "ribs", "sternum", "chest", "abdomen_upper")
NERVE_SIGNS = ("numbness_trunk", "numbness_limb", "electric_shocks")
JUDGED = 50
FIRST_OF_BASE, LAST_OF_BASE = 9, 36


def with_band(number, worst=3, place="ribs"):
    """Return pain in the lower back on each day, and a band-like pain on one."""
    return pain(f"3x{number + 1}").pain(str(worst), place, number, quality=("band_like",))


# Part (a) and (b): features of pain.


@pytest.mark.parametrize("place", BAND)
def test_a_band_like_pain_fires_at_the_places_of_the_trunk(place):
    assert true_days(with_band(4, place=place), RULE) == [4]


@pytest.mark.parametrize("place", [place for place in PLACES if place not in BAND])
def test_a_band_like_pain_elsewhere_does_not(place):
    assert true_days(with_band(4, place=place), RULE) == []


@pytest.mark.parametrize("quality", [quality for quality in QUALITIES if quality != "band_like"])
def test_no_other_quality_fires(quality):
    assert true_days(pain("5x3", quality=(quality,)), RULE) == []


@pytest.mark.parametrize("spread", SPREADS_TO)
def test_pain_around_the_chest_or_into_both_limbs_fires_and_to_one_side_does_not(spread):
    fires = spread in {"around_chest", "both_arms", "both_legs"}
    assert true_days(pain("0 5", spreads_to=(spread,)), RULE) == ([1] if fires else [])


def test_the_place_of_the_spreading_pain_need_not_be_the_spine():
    sketch = pain("2 0x12").pain("4", "knee", 12, spreads_to=("both_legs",))
    assert raised(sketch, RULE) == [("E3", LOWER_BACK, 12)]


# Spine pain of at least 1 on a day of last14.


@pytest.mark.parametrize("place", SPINE)
def test_pain_anywhere_in_the_spine_is_enough(place):
    sketch = pain("1", place).sign(0, "electric_shocks", new="yes")
    assert raised(sketch, RULE) == [("E3", place, 0)]


@pytest.mark.parametrize("place", [place for place in PLACES if place not in SPINE])
def test_a_sign_with_pain_elsewhere_is_no_emergency(place):
    assert raised(pain("9", place).sign(0, "electric_shocks", new="yes"), RULE) == []


def test_the_sign_alone_is_no_emergency():
    assert raised(pain("0x3").sign(2, "electric_shocks", new="yes"), RULE) == []


def test_spine_pain_counts_for_fourteen_days():
    assert true_days(pain("1 0x13").sign(13, "numbness_limb", new="yes"), RULE) == [13]
    assert true_days(pain("1 0x14").sign(14, "numbness_limb", new="yes"), RULE) == []


def test_spine_pain_counts_across_silence():
    assert true_days(pain("1 _x12 ?").sign(13, "numbness_limb", new="yes"), RULE) == [13]


def test_pain_of_zero_is_no_pain():
    sketch = Sketch({0: [Pain(region=LOWER_BACK, worst=0), Pain(region="hip", worst=5)]})
    assert true_days(sketch.sign(0, "numbness_limb", new="yes"), RULE) == []


def test_pain_without_a_score_is_pain():
    assert raised(pain("!").sign(0, "numbness_limb", new="yes"), RULE) == [("E3", LOWER_BACK, 0)]


def test_late_pain_and_late_signs_count():
    assert true_days(pain("3l 0x3").sign(3, "numbness_limb", new="yes"), RULE) == [3]
    assert true_days(pain("3 0x3").sign(3, "numbness_limb", new="yes").late(3), RULE) == [3]


def test_pain_after_the_sign_makes_the_rule_true_while_the_sign_is_there():
    sketch = pain("0 0 2").sign((1, 2), "numbness_limb", new="yes")
    assert true_days(sketch, RULE) == [2]


# Parts (c) and (d): signs.


@pytest.mark.parametrize("sign", SIGNS)
def test_which_signs_fire_at_the_lowest_grade(sign):
    fires = sign in NERVE_SIGNS
    assert bool(raised(pain("3").sign(0, sign, grade=1, new="yes"), RULE)) is fires


@pytest.mark.parametrize(
    ("reports", "fires"),
    [
        ([{"side": "left", "grade": 1}], False),
        ([{"side": "centre"}], False),
        ([{}], False),
        ([{"side": "both", "grade": 1}], True),
        ([{"side": "left"}, {"side": "right"}], True),
        ([{"side": "left"}, {"side": "left"}], False),
        ([{"side": "left", "grade": 2}], True),
        ([{"grade": 2}], True),
        ([{"side": "left", "grade": 1}, {"side": "left", "grade": 3}], True),
    ],
)
def test_tingling_of_a_limb_fires_on_both_sides_or_at_grade_2(reports, fires):
    sketch = pain("3")
    for report in reports:
        sketch.sign(0, "tingling_limb", new="yes", **report)
    assert bool(raised(sketch, RULE)) is fires


@pytest.mark.parametrize(
    ("new", "fires"), [("yes", True), ("not_sure", True), (None, True), ("no", False)]
)
def test_every_answer_but_no_is_new(new, fires):
    assert bool(raised(pain("3").sign(0, "numbness_trunk", new=new), RULE)) is fires


@pytest.mark.parametrize(
    ("grade", "usual", "fires"), [(1, 1, False), (2, 1, True), (None, 1, False), (3, 3, False)]
)
def test_yes_does_not_beat_the_usual_level_here(grade, usual, fires):
    sketch = (
        pain("3").sign(0, "numbness_limb", grade=grade, new="yes").usual("numbness_limb", usual)
    )
    assert bool(raised(sketch, RULE)) is fires


@pytest.mark.parametrize(("past", "fires"), [((20,), True), ((20, 21), False)])
def test_an_unanswered_sign_of_the_baseline_is_not_new(past, fires):
    sketch = pain(f"3x{JUDGED + 1}").answered().sign(past, "numbness_limb", new="no")
    assert bool(true_days(sketch.sign(JUDGED, "numbness_limb"), RULE)) is fires


# NEW feature.


@pytest.mark.parametrize(
    ("past", "fires"),
    [
        ((), True),
        ((FIRST_OF_BASE,), True),
        ((FIRST_OF_BASE, LAST_OF_BASE), False),
        ((FIRST_OF_BASE - 1, LAST_OF_BASE), True),
        ((FIRST_OF_BASE, LAST_OF_BASE + 1), True),
    ],
)
def test_a_feature_of_two_days_of_the_baseline_is_not_new(past, fires):
    sketch = pain(f"3x{JUDGED + 1}")
    for number in (*past, JUDGED):
        sketch.pain("3", "ribs", number, quality=("band_like",))
    assert (JUDGED in true_days(sketch, RULE)) is fires


def test_late_days_of_the_baseline_do_not_make_a_feature_old():
    sketch = pain(f"3x{JUDGED + 1}").late(20)
    for number in (20, 21, JUDGED):
        sketch.pain("3", "ribs", number, quality=("band_like",))
    assert JUDGED in true_days(sketch, RULE)


def test_the_feature_may_have_been_at_another_of_its_places():
    sketch = pain(f"3x{JUDGED + 1}").pain("2x2", "chest", 20, quality=("band_like",))
    assert JUDGED not in true_days(sketch.pain("5", "ribs", JUDGED, quality=("band_like",)), RULE)


def test_another_feature_of_the_baseline_does_not_make_this_one_old():
    sketch = pain(f"3x{JUDGED + 1}").pain("2x9", "neck", 20, spreads_to=("both_arms",))
    assert JUDGED in true_days(sketch.pain("5", "ribs", JUDGED, quality=("band_like",)), RULE)


@pytest.mark.parametrize(
    ("base_days", "usual", "fires"),
    [(6, 2, True), (6, 3, False), (6, 10, False), (7, 3, True), (0, 3, False), (0, 2, True)],
)
def test_with_a_short_baseline_the_usual_level_of_the_place_decides(base_days, usual, fires):
    sketch = pain(f"2x{base_days} _x{28 - base_days} 2x13") if base_days else pain("_x28 2x13")
    sketch.pain("3", first=41, quality=("band_like",)).usual(LOWER_BACK, usual)
    assert bool(true_days(sketch, RULE)) is fires


def test_the_usual_level_counts_from_its_day_on():
    sketch = pain("2x5 3", quality=("band_like",)).usual(LOWER_BACK, 3, since=5)
    assert true_days(sketch, RULE) == [0, 1, 2, 3, 4]


def test_the_usual_level_is_held_against_the_worst_of_the_place():
    sketch = pain("3", quality=("band_like",), side="left").usual(LOWER_BACK, 4)
    assert true_days(sketch, RULE) == []
    assert true_days(sketch.pain("6", side="right"), RULE) == [0]


def test_a_feature_of_a_pain_without_a_score_is_new():
    assert true_days(pain("!", quality=("band_like",)).usual(LOWER_BACK, 5), RULE) == [0]


# The place is the worst region of last14.


def test_the_place_is_the_worst_of_the_spine_in_two_weeks():
    sketch = pain("9 _ 0x13").pain("4", "neck", 5).pain("6", "sacrum", 7)
    sketch.pain("5x2", "upper_back", 13)
    assert raised(sketch.sign(14, "electric_shocks"), RULE) == [("E3", "sacrum", 14)]


def test_of_equals_the_place_is_the_later_then_the_upper():
    sketch = pain("5x2 0").pain("5", "neck").pain("5", "sacrum", 1)
    assert raised(sketch.sign(2, "electric_shocks"), RULE) == [("E3", LOWER_BACK, 2)]


def test_pain_of_unknown_amount_names_the_place_only_if_nothing_else_hurts():
    sketch = pain("1 _ 0").pain("!", "neck", 2)
    assert raised(sketch.sign(2, "electric_shocks"), RULE) == [("E3", LOWER_BACK, 2)]


def test_pain_elsewhere_never_names_the_place():
    sketch = pain("1").pain("9", "hip").sign(0, "electric_shocks")
    assert raised(sketch, RULE) == [("E3", LOWER_BACK, 0)]


# What was not answered.


def test_without_both_questions_the_rule_cannot_judge():
    sketch = pain("3 3 ? 0 0").no_signs(0, 2).sign(3, "heavy_legs").no_signs(4)
    assert true_days(sketch, RULE) == []
    assert not_enough_on(sketch, RULE) == [1, 2]


def test_without_spine_pain_for_two_weeks_the_question_about_signs_is_not_needed():
    sketch = pain("3 0x15")
    assert not_enough_on(sketch, RULE) == list(range(14))


def test_what_is_found_counts_whatever_else_was_not_answered():
    sketch = pain("3 ?").sign(1, "numbness_limb", new="yes")
    assert true_days(sketch, RULE) == [1]
    assert report_of(sketch, RULE).not_enough_days == ()


def test_nobody_without_spine_pain_is_judged():
    assert tracks_of(pain("5x9", "hip").sign(3, "electric_shocks"), RULE) == ()


def test_gap_and_known_bone_metastases_change_nothing():
    sketch = pain("0 _x60 2").spread().sign(61, "electric_shocks", new="yes")
    assert raised(sketch, RULE) == [("E3", LOWER_BACK, 61)]


def test_evidence_and_words():
    sketch = pain("0 4 _ 2 ? 0").sign(5, "electric_shocks", new="yes")
    alert = alert_of(sketch, RULE)
    assert alert.tier is Tier.EMERGENCY
    assert alert.evidence.days_used == (day(1), day(3), day(5))
    assert (alert.evidence.days_recorded, alert.evidence.days_in_window) == (4, 14)
    assert alert.evidence.numbers == {"spine_pain_days": 2, "features": 1}
    assert alert.wording.noticed == (
        "You recorded electric shocks in your back, arms or legs, and pain in your lower back in "
        "the last two weeks."
    )
    assert alert.wording.ordinary == ""


@pytest.mark.parametrize(("line", "recorded"), [("4 ?", 2), ("4 0", 2), ("4x3 _ ?", 4)])
def test_the_day_of_the_sign_is_a_recorded_one(line, recorded):
    sketch = pain(line)
    evidence = alert_of(sketch.sign(max(sketch.pains), "electric_shocks"), RULE).evidence
    assert len(evidence.days_used) == evidence.days_recorded == recorded
