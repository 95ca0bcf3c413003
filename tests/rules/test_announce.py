"""What speaks because of a day's entry: an emergency interrupts, the rest is one calm card."""

from __future__ import annotations

import pytest

from diary.rules.announce import speaking
from diary.rules.families import Family
from diary.rules.model import Tier
from tests.rules.diaries import LOWER_BACK, day, pain, standing
from tests.rules.toys import toy

PLACES = ("neck", "upper_back", "lower_back", "sacrum", "hip")


def spoken(sketch, number, *rules, today=None):
    """Return the tiers and places that speak because of a day."""
    diary = sketch.diary()
    report = standing(diary, day(number), rules)
    now = day(number if today is None else today)
    return [
        (alert.tier.id, alert.place)
        for alert in speaking(report, day(number), now, diary.quiet_periods)
    ]


def at_places(*lines, rule_id="R"):
    """Return one rule that says one line about each of several places."""
    return toy(rule_id, dict(zip(PLACES, lines, strict=False)))


def leg_sign(line):
    """Return an emergency rule about a sign."""
    return toy("E", {"heavy_legs": line}, family=Family.WEAKNESS)


def test_an_alert_speaks_on_the_day_it_is_raised_and_not_again():
    rule = at_places("f Wx4")
    assert [spoken(pain("0x5"), number, rule) for number in range(5)] == [
        [],
        [("soon", "neck")],
        [],
        [],
        [],
    ]


@pytest.mark.parametrize(("line", "on"), [("V V W", 2), ("W W U", 2), ("W U W", 1)])
def test_it_speaks_again_on_the_day_it_grows(line, on):
    rule = at_places(line)
    assert [bool(spoken(pain("0x4"), number, rule)) for number in range(1, 4)] == [
        number == on for number in range(1, 4)
    ]


def test_another_rule_of_the_family_speaks_too():
    rules = toy("A", {LOWER_BACK: "Wx9"}), toy("B", {LOWER_BACK: "f f W"})
    assert spoken(pain("0x9"), 2, *rules) == [("soon", LOWER_BACK)]
    assert spoken(pain("0x9"), 3, *rules) == []


# The budget: one new card a day, the highest first; urgent alerts and emergencies always.


def test_of_several_calm_ones_only_the_highest_speaks():
    assert spoken(pain("0"), 0, at_places("V", "W", "W")) == [("soon", "upper_back")]
    assert spoken(pain("0"), 0, at_places("V", "V")) == [("next_visit", "neck")]


def test_urgent_ones_all_speak_before_the_calm_one():
    assert spoken(pain("0"), 0, at_places("W", "U", "V", "U")) == [
        ("urgent", "upper_back"),
        ("urgent", "sacrum"),
        ("soon", "neck"),
    ]


def test_an_emergency_speaks_first():
    assert spoken(pain("0"), 0, at_places("U", "W"), leg_sign("E")) == [
        ("emergency", "heavy_legs"),
        ("urgent", "neck"),
        ("soon", "upper_back"),
    ]


# Emergencies speak on each new entry with the sign, until contact is recorded.


def test_an_emergency_speaks_on_each_entry_with_the_sign():
    sketch = pain("0x6").no_signs(*range(6))
    found = [bool(spoken(sketch, number, leg_sign("f E E f E"))) for number in range(6)]
    assert found == [False, True, True, False, True, False]


@pytest.mark.parametrize(
    ("action", "quiet_after"),
    [("seen", False), ("on_visit_list", False), ("discussed", True), ("closed", True)],
)
def test_only_contact_makes_an_emergency_quiet(action, quiet_after):
    sketch = pain("0x6").act(action, 2, rule="E", raised=1, place="heavy_legs")
    assert spoken(sketch, 1, leg_sign("f Ex5"))
    assert bool(spoken(sketch, 3, leg_sign("f Ex5"))) is not quiet_after


def test_what_she_does_after_contact_does_not_undo_it():
    sketch = pain("0x6").act("discussed", 1, rule="E", raised=0, place="heavy_legs")
    sketch.act("on_visit_list", 2, rule="E", raised=0, place="heavy_legs")
    sketch.act("seen", 3, rule="E", raised=0, place="heavy_legs")
    assert not any(spoken(sketch, number, leg_sign("Ex6")) for number in range(1, 6))


def test_another_emergency_sign_speaks_though_the_first_was_discussed():
    sketch = pain("0x9").act("discussed", 1, rule="E", raised=0, place="heavy_legs")
    rule = toy("E", {"heavy_legs": "Ex9", "leg_weakness": "fx3 E E"}, family=Family.WEAKNESS)
    assert [bool(spoken(sketch, number, rule)) for number in range(1, 5)] == [
        False,
        False,
        True,
        True,
    ]


def test_an_emergency_that_is_reopened_speaks_again():
    sketch = pain("0x6").act("discussed", 1, rule="E", raised=0, place="heavy_legs")
    sketch.act("reopened", 3, rule="E", raised=0, place="heavy_legs")
    found = [bool(spoken(sketch, number, leg_sign("Ex6"))) for number in range(2, 5)]
    assert found == [False, True, True]


def test_what_has_ended_does_not_speak():
    diary = pain("0x20").diary()
    report = standing(diary, day(19), (at_places("W"),))
    assert report.alerts == ()
    assert speaking(report, day(0), day(0), ()) == ()


# Old days fill the list and do not ring.


@pytest.mark.parametrize(("today", "rings"), [(0, True), (14, True), (15, False), (4000, False)])
def test_an_emergency_interrupts_for_fourteen_days(today, rings):
    found = spoken(pain("0"), 0, leg_sign("E"), at_places("U"), today=today)
    assert found == [("emergency", "heavy_legs")] * rings + [("urgent", "neck")]


# Quiet periods.


@pytest.mark.parametrize("today", [0, 1, 3, 4, 5])
def test_a_quiet_period_holds_back_the_calm_ones_only(today):
    sketch = pain("0x9").quiet_period(8, 9).quiet_period(1, 4)
    rules = at_places(f"fx{today} W" if today else "W", f"fx{today} U" if today else "U")
    emergency = leg_sign(f"fx{today} E" if today else "E")
    found = {tier for tier, _ in spoken(sketch, today, rules, emergency)}
    assert {"emergency", "urgent"} <= found
    assert ("soon" in found) is not (1 <= today <= 4)


def test_nothing_here_changes_an_alert():
    sketch = pain("0").quiet_period(0, 9)
    report = standing(sketch.diary(), day(0), (at_places("W", "W"),))
    assert speaking(report, day(0), day(0), sketch.diary().quiet_periods) == ()
    assert [alert.tier for alert in report.alerts] == [Tier.SOON, Tier.SOON]
