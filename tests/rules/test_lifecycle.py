"""The life of an alert, case by case.

Most cases use rules that say what they are told day by day (``toys``), so that only the replay is
tested; every day of ``0x40`` is an entry, ``_`` is silence.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diary.rules.catalog.w1_two_weeks import RULE
from diary.rules.families import Family, Scope
from diary.rules.model import State, Tier
from tests.rules.diaries import (
    LOWER_BACK,
    Sketch,
    alert_of,
    alerts_of,
    day,
    number_of,
    pain,
    raised,
    standing_of,
    steps,
    true_days,
)
from tests.rules.toys import ended, lower_back, says, toy

DAILY = "0x90"


# One open alert per family and place.


def test_families_go_by_region_or_carry_the_sign_that_opened_them():
    apart = {family.value: family.scope for family in Family if family.scope is not Scope.FAMILY}
    assert apart == {
        "radiating": Scope.REGION,
        "pain": Scope.REGION,
        "joint": Scope.REGION,
        "other": Scope.SYMPTOM,
    }
    assert {family.value for family in Family} - set(apart) == {
        *("bladder", "weakness", "head", "breath", "fever", "feeling", "belly", "calcium"),
        *("leg", "weight", "lump", "bowel", "energy"),
    }


def test_it_is_raised_on_the_first_true_day_and_stays_one_alert():
    alert = alert_of(pain("0x9"), lower_back("f f W W f W f W W"))
    assert (alert.rule, alert.place, number_of(alert.raised_on)) == ("W", LOWER_BACK, 2)
    assert number_of(alert.last_true_on) == 8
    assert alert.stands


def test_rules_of_a_family_merge_at_one_place():
    alert = alert_of(pain("0x9"), lower_back("f f W W", "A"), lower_back("f f f W W", "B"))
    assert (alert.rule, steps(alert)) == ("A", [("A", "soon", 2), ("B", "soon", 3)])


def test_places_do_not_merge():
    rule = toy("A", {LOWER_BACK: "f W", "neck": "f f W"})
    assert raised(pain("0x9"), rule) == [("A", LOWER_BACK, 1), ("A", "neck", 2)]


def test_families_do_not_merge():
    first, second = lower_back("W", "A"), lower_back("f E", "B", family=Family.RADIATING)
    assert raised(pain("0x9"), first, second) == [("A", LOWER_BACK, 0), ("B", LOWER_BACK, 1)]


def test_signs_of_a_family_merge_and_the_first_one_is_the_place():
    rule = toy("A", {"heavy_legs": "f E", "leg_weakness": "f f E"}, family=Family.WEAKNESS)
    alert = alert_of(pain("0x9").no_signs(*range(9)), rule)
    assert alert.place == "heavy_legs"
    assert number_of(alert.last_true_on) == 2


def test_of_two_rules_on_one_day_the_stronger_opens():
    alert = alert_of(pain("0x9"), lower_back("W", "A"), lower_back("U", "B"))
    assert steps(alert) == [("B", "urgent", 0), ("A", "soon", 0)]


def test_of_two_equal_rules_on_one_day_the_first_of_the_book_opens():
    alert = alert_of(pain("0x9"), lower_back("W", "A"), lower_back("W", "B"))
    assert steps(alert) == [("A", "soon", 0), ("B", "soon", 0)]


# Grows and never falls.


def test_a_higher_tier_of_the_same_rule_is_appended():
    alert = alert_of(pain("0x9"), lower_back("V V W W V"))
    assert steps(alert) == [("W", "next_visit", 0), ("W", "soon", 2)]
    assert alert.tier is Tier.SOON


def test_the_same_rule_at_the_same_or_a_lower_tier_is_not_appended_again():
    alert = alert_of(pain("0x9"), lower_back("U f W f U V"))
    assert steps(alert) == [("W", "urgent", 0)]


def test_another_rule_is_appended_with_its_own_tier_though_it_is_lower():
    alert = alert_of(pain("0x9"), lower_back("U", "A"), lower_back("f W", "B"))
    assert steps(alert) == [("A", "urgent", 0), ("B", "soon", 1)]
    assert alert.tier is Tier.URGENT


def test_words_follow_the_strongest_rule_true_now_and_what_to_do_the_tier():
    rules = lower_back("Wx5", "A"), lower_back("f U", "B")
    before = alert_of(pain("0x9"), *rules, as_of=0)
    during = alert_of(pain("0x9"), *rules, as_of=1)
    after = alert_of(pain("0x9"), *rules, as_of=4)
    assert [one.spoken_by for one in (before, during, after)] == ["A", "B", "A"]
    assert [one.wording.title for one in (before, during, after)] == [
        "A about lower_back",
        "B about lower_back",
        "A about lower_back",
    ]
    assert "this week" in before.wording.what_to_do
    assert "today or tomorrow" in during.wording.what_to_do
    assert "today or tomorrow" in after.wording.what_to_do
    assert after.rule == "A"


# Classes of places choose a region and keep it.


def test_a_class_keeps_the_region_it_chose():
    rule = toy("U", {None: "f U U U"}, places="neck sacrum neck hip " * 3)
    alert = alert_of(pain("0x9"), rule)
    assert (alert.place, number_of(alert.last_true_on)) == ("sacrum", 3)
    assert [step.place for step in alert.tiers] == ["sacrum"]


def test_a_class_joins_the_open_alert_of_the_region_it_chooses():
    rules = lower_back("Wx9", "A"), toy("U", {None: "f f U U"}, places="neck neck lower_back neck")
    alert = alert_of(pain("0x9"), *rules)
    assert [(step.rule, step.place) for step in alert.tiers] == [
        ("A", LOWER_BACK),
        ("U", LOWER_BACK),
    ]


def test_a_region_rule_joins_the_alert_a_class_opened_there():
    rules = toy("U", {None: "U"}, places="lower_back"), lower_back("f W", "A")
    alert = alert_of(pain("0x9"), *rules)
    assert [step.rule for step in alert.tiers] == ["U", "A"]


def test_a_class_chooses_afresh_when_its_alert_has_ended():
    rule = toy("U", {None: "U fx20 U"}, places="neck " * 21 + "sacrum " * 9)
    assert raised(pain(DAILY), rule)[:2] == [("U", "neck", 0), ("U", "sacrum", 21)]


# Ends.


def test_it_ends_on_the_fourteenth_day_without_a_true_one():
    rule = lower_back("f W")
    assert ended(alert_of(pain(DAILY), rule)) == 15
    assert ended(alert_of(pain(DAILY), rule, as_of=14)) is None
    assert ended(alert_of(pain(DAILY), rule, as_of=15)) == 15
    assert standing_of(pain(DAILY), rule, as_of=14).alerts
    assert standing_of(pain(DAILY), rule, as_of=15).alerts == ()


def test_a_true_day_begins_the_fourteen_days_anew():
    assert ended(alert_of(pain(DAILY), lower_back("W fx13 W"))) == 28


@pytest.mark.parametrize(
    ("days_after", "end"),
    [
        ("_x9 0x5", 14),  # five recorded days among the fourteen
        ("_x10 0x4 _x9", None),
        ("0x4 _x9 0", 14),
        ("0x4 _x10 0", None),  # day 15 sees days 2 to 15: four recorded
        ("0x4 _x10 0x3", None),
        ("_x13 0x5", 18),
        ("0x4 0lx9 0", 14),
        ("0x3 0lx10 0", None),
        ("0x4 ?x9 0", 14),
        ("0x3 ?x10 0", None),
    ],
)
def test_five_of_the_fourteen_days_must_be_recorded(days_after, end):
    rule = lower_back("W fx30")
    assert ended(alert_of(pain("3 " + days_after), rule)) == end


def test_silence_ends_nothing():
    rule = lower_back("W fx80")
    assert ended(alert_of(pain("3 0x13"), rule, as_of=80)) is None
    assert ended(alert_of(pain("3 _x60 0x4"), rule)) is None
    assert ended(alert_of(pain("3 _x60 0x5"), rule)) == 65


def test_not_enough_days_changes_nothing():
    assert ended(alert_of(pain("0x40"), lower_back("W ?x39"))) is None
    assert ended(alert_of(pain("0x40"), lower_back("W ?x20 fx19"))) == 21


def test_one_rule_that_can_judge_is_enough():
    both = lower_back("W fx39", "A"), lower_back("W ?x39", "B")
    assert ended(alert_of(pain("0x40"), *both)) == 14


def test_a_rule_that_never_joined_has_no_say():
    other = lower_back("f ?x39", "B")
    assert ended(alert_of(pain("0x40"), lower_back("W ?x39", "A"), other)) is None


def test_families_of_signs_count_the_days_on_which_signs_were_answered():
    rule = toy("U", {"heavy_legs": "U fx30"}, family=Family.WEAKNESS)
    assert ended(alert_of(pain("0x20").no_signs(*range(20)), rule)) == 14
    assert ended(alert_of(pain("0x20").no_signs(0, 3, 6, 14), rule)) is None
    assert ended(alert_of(Sketch().no_signs(*range(20)), rule)) == 14


def test_what_she_did_does_not_end_it():
    sketch = pain("0x10").act("closed", 2, rule="W", raised=1)
    alert = alert_of(sketch, lower_back("f W W W f"))
    assert (ended(alert), alert.state) == (None, State.CLOSED)


# Afresh.


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("W fx20 W", [0]),  # day 21
        ("W fx26 W f", [0]),  # day 27
        ("W fx28 W", [0, 29]),
        ("W fx20 Wx20", [0, 28]),
        ("V fx20 Vx20", [0, 28]),
        ("W fx20 U", [0, 21]),  # urgent is exempt
        ("U fx20 W", [0]),
        ("U fx13 U", [0]),  # not ended yet: the same one
        ("U fx14 U", [0, 15]),
        ("Wx25 fx15 W", [0, 40]),  # 28 days from the day it was raised
    ],
)
def test_afresh_not_within_28_days_unless_urgent(line, days):
    found = [number for _, _, number in raised(pain(DAILY), lower_back(line))]
    assert found[0] == days[0]
    # Day 28 itself may be read either way.
    assert [29 if number == 28 else number for number in found] == [
        29 if number == 28 else number for number in days
    ]


def test_another_place_or_family_is_not_held_back():
    rule = toy("A", {LOWER_BACK: "W fx20 W", "neck": "f fx20 W"})
    assert raised(pain(DAILY), rule) == [("A", LOWER_BACK, 0), ("A", "neck", 21)]


def test_a_held_back_rule_joins_what_is_raised_meanwhile():
    rules = lower_back("W fx20 Wx3", "A"), lower_back("f fx21 U", "B")
    _, second = alerts_of(pain(DAILY), *rules)
    assert steps(second) == [("B", "urgent", 22), ("A", "soon", 22)]


# A plain twin: one rule about one place, day after day.


def lived(marks, verdicts):
    """Return the days on which alerts below an emergency are raised and end, from the words."""
    lives: list[list[int | None]] = []
    last_true = 0
    for d, (mark, verdict) in enumerate(zip(marks, verdicts, strict=True)):
        if mark == "_":
            continue
        stands = bool(lives) and lives[-1][1] is None
        if verdict > 0:
            early = bool(lives) and d - lives[-1][0] < 28
            if stands or verdict >= Tier.URGENT or not early:
                last_true = d
                if not stands:
                    lives.append([d, None])
        elif verdict == 0 and stands and d - last_true >= 14:
            recorded = [b for b in range(d - 13, d + 1) if b >= 0 and marks[b] == "0"]
            if len(recorded) >= 5:
                lives[-1][1] = d
    return [tuple(life) for life in lives]


@given(
    days=st.lists(
        st.tuples(st.sampled_from("00000_?"), st.sampled_from("fffff?VWU"), st.integers(1, 12)),
        min_size=1,
        max_size=12,
    )
)
@settings(max_examples=150, deadline=None, derandomize=True)
def test_an_alert_lives_as_its_plain_twin(days):
    # The first day is an entry and not true, so that both calendars begin with it.
    marks = ["0", *(mark for mark, _, times in days for _ in range(times))]
    line = ["f", *(verdict for _, verdict, times in days for _ in range(times))]
    last = max(number for number, mark in enumerate(marks) if mark != "_")
    marks, line = marks[: last + 1], line[: last + 1]
    found = alerts_of(pain(" ".join(marks)), lower_back(" ".join(line)))
    assert [(number_of(one.raised_on), ended(one)) for one in found] == lived(
        marks, says(" ".join(line))
    )


# The eight rules together.


def test_the_lower_back_climbs_and_one_alert_grows():
    sketch = pain("1x28 2x7 3x3 5 4x3 6nx7")
    alert = alert_of(sketch)
    assert alert.place == LOWER_BACK
    assert alert.tier is Tier.URGENT
    assert {step.rule for step in alert.tiers} >= {"W2", "U1"}


def test_an_alert_is_raised_on_the_day_its_rule_is_first_true():
    sketch = pain("0x20 3x20", trigger="strain")
    assert raised(sketch, RULE)[0][2] == true_days(sketch, RULE)[0]
    assert alerts_of(sketch)[0].raised_on == day(32)
