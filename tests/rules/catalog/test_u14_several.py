"""U14: several rules newly true within 7 days at one place; two urgent ones within 2 days.

The rules that are read are toys that say a line of verdicts; U14 itself is the real one.
"""

from __future__ import annotations

import re

import pytest

from diary.domain.record import Record
from diary.rules.catalog.u14_several import RULE
from diary.rules.context import Context
from diary.rules.engine import judge
from diary.rules.model import Tier
from tests.rules.diaries import LOWER_BACK, Sketch, day, pain, report_of
from tests.rules.toys import toy

URGENT, EMERGENCY = Tier.URGENT, Tier.EMERGENCY
NOT_PAIN = ("U7", "U8", "U9", "U10", "U11", "U13", "U15", "U18")


def found(*rules, sketch=None):
    """Return place, tier and day of every verdict, on an entry a day by default."""
    record = Record((sketch or pain("1x40")).diary())
    judged, failures = judge(Context(record), (*rules, RULE))
    assert failures == ()
    return sorted(
        (named(track, index), int(track.verdicts[index]), index)
        for track in judged[-1].tracks
        for index in record.judged
        if track.verdicts[index] > 0
    )


def named(track, index):
    """Return the place a track carries on a day."""
    return track.place if track.place_on is None else track.place_on(index)


def days_of(*rules, sketch=None):
    """Return the days on which it is true."""
    return sorted({index for _, _, index in found(*rules, sketch=sketch)})


def back(rule_id, line):
    """Return a toy about the lower back."""
    return toy(rule_id, {LOWER_BACK: line})


@pytest.mark.parametrize(
    ("one", "other", "fires"),
    [
        ("W1", "W4", True),
        ("W2", "W5", True),
        ("W3", "W7", True),
        ("W4", "W6", True),
        ("W5", "W7", True),
        ("W1", "W2", False),  # the course is one kind
        ("W2", "W3", False),
        ("W5", "W6", False),  # not helped is one kind
        ("W1", "V1", False),
    ],
)
def test_fires_for_two_kinds_of_pain_rule(one, other, fires):
    rules = (back(one, "fx3 W"), back(other, "fx5 W"))
    assert found(*rules)[:1] == ([(LOWER_BACK, URGENT, 5)] if fires else [])


def test_at_one_place():
    assert found(back("W1", "W"), toy("W4", {"hip": "W"})) == []


@pytest.mark.parametrize(
    ("first", "second", "fires"),
    [
        ("W", "fx6 W", [6]),
        ("W", "fx7 W", []),
        ("Wx20", "fx7 W", []),  # still true, but no longer new
        ("fx3 W", "fx3 W", list(range(3, 10))),
        ("W fx14 W", "fx15 W", list(range(15, 22))),  # clear for two weeks: new again
        ("W fx13 W", "fx14 W", []),
    ],
)
def test_newly_true_within_seven_days(first, second, fires):
    assert days_of(back("W1", first), back("W4", second)) == fires


@pytest.mark.parametrize("body", ["W9", "W10", "W11", "W12", "W13", "W14", "W15"])
@pytest.mark.parametrize("kind", ["W1", "W2", "W3", "W4", "W5", "W6", "W7"])
def test_fires_for_pain_and_the_whole_body(kind, body):
    assert days_of(back(kind, "W"), toy(body, {"cough": "fx6 W"})) == [6]
    assert days_of(back(kind, "W"), toy(body, {"cough": "fx7 W"})) == []


@pytest.mark.parametrize("other", ["W8", "W16", "W17", "V4"])
def test_other_rules_are_no_part_of_it(other):
    assert found(back("W1", "W"), toy(other, {"cough": "W"})) == []


@pytest.mark.parametrize(
    ("signs", "fires"),
    [(("W9",), False), (("W9", "W10"), True), (("U11", "W11"), True), (("W12", "W9"), False)],
)
def test_fires_for_w8_with_two_whole_body_signs(signs, fires):
    rules = [toy(sign, {"lump": "W"}) for sign in signs]
    assert bool(found(back("W8", "W"), *rules)) is fires


def test_tiredness_and_appetite_are_whole_body_signs():
    sketch = pain("1x5").symptom(range(5), "fatigue", grade=2)
    assert days_of(back("W8", "W"), sketch=sketch) == []
    sketch.symptom(range(5), "appetite_loss", grade=2)
    assert days_of(back("W8", "W"), sketch=sketch) == [4]
    assert days_of(back("W8", "W"), sketch=sketch.usual("fatigue", 2)) == []


# Tier E.


@pytest.mark.parametrize("pain_rule", ["U1", "U2", "U3", "U4", "U5", "U6", "U12", "U16", "U17"])
@pytest.mark.parametrize("other", NOT_PAIN)
def test_fires_as_an_emergency_for_pain_and_another_family(pain_rule, other):
    rules = (back(pain_rule, "U"), toy(other, {"cough": "fx2 U"}))
    assert found(*rules) == [(LOWER_BACK, EMERGENCY, 2)]
    assert found(back(pain_rule, "U"), toy(other, {"cough": "fx3 U"})) == []


@pytest.mark.parametrize(
    ("one", "other", "fires"),
    [
        ("U9", "U18", True),
        ("U7", "U8", False),  # one family
        ("U1", "U2", False),
        ("U1", "U6", False),  # U6 is pain
        ("U12", "U6", False),
    ],
)
def test_two_families_and_one_not_about_pain(one, other, fires):
    rules = (back(one, "U"), back(other, "U"))
    expected = [(None, EMERGENCY, 0)] if fires else []
    assert found(*rules)[:1] == expected


def test_the_place_is_the_one_where_pain_came_last():
    rules = (back("U1", "U"), toy("U6", {"neck": "f U"}), toy("U9", {"jaundice": "f U"}))
    assert found(*rules)[-1] == ("neck", EMERGENCY, 1)


def test_pain_that_came_later_elsewhere_is_not_yet_the_place():
    rules = (back("U1", "U"), toy("U6", {"neck": "fx2 U"}), toy("U9", {"jaundice": "U"}))
    assert found(*rules)[0] == (LOWER_BACK, EMERGENCY, 0)


def test_it_is_true_only_while_one_of_them_is():
    rules = (back("U1", "U"), toy("U9", {"jaundice": "U f U"}))
    assert found(*rules) == [(LOWER_BACK, EMERGENCY, 0), (LOWER_BACK, EMERGENCY, 2)]


# Gaps, late days, alone, words.


def test_silent_days_of_a_gap_raise_nothing():
    sketch = pain("1 _x3 1x9")
    assert days_of(back("W1", "W"), back("W4", "fx4 W"), sketch=sketch) == list(range(4, 7))
    sketch = pain("1 _x8 1x9")
    assert days_of(back("W1", "W"), back("W4", "fx9 W"), sketch=sketch) == []


def test_a_rule_that_came_and_went_in_a_silence_was_never_true():
    rules = (back("W1", "fx2 W f"), back("W4", "W"))
    assert days_of(*rules, sketch=pain("1x2 _ 1")) == []
    assert days_of(*rules, sketch=pain("1x4")) == [2, 3]


def used_for(*rules, sketch):
    """Return the rules and days that the newest alert about several things at once rests on."""
    alert = next(
        alert
        for alert in report_of(sketch, *rules, RULE).alerts
        if "Several" in alert.wording.title
    )
    named = ", ".join(re.findall(r"[UW]\d+", alert.wording.noticed))
    assert alert.evidence.numbers == {"rules": named.count(",") + 1}
    return named, alert.evidence.days_used


def test_its_days_are_recorded_ones():
    rules = (back("W1", "Wx4"), back("W4", "Wx4"))
    assert used_for(*rules, sketch=pain("1 _ 1x2")) == ("W1, W4", (day(0), day(2), day(3)))
    urgent = (back("U1", "Ux3"), toy("U9", {"jaundice": "Ux3"}))
    assert used_for(*urgent, sketch=pain("1 _ 1")) == ("U1, U9", (day(0), day(2)))


def test_its_days_and_rules_are_those_of_its_place():
    rules = (
        back("W1", "f W"),
        back("W4", "f W"),
        toy("W5", {"hip": "W"}),
        toy("W11", {"lump": "W"}),
    )
    assert used_for(*rules, sketch=pain("1x2")) == ("W1, W4, W11", (day(0), day(1)))
    assert used_for(*rules[:3], sketch=pain("1x2")) == ("W1, W4", (day(1),))


def test_it_has_no_late_days_of_its_own_and_the_rules_it_reads_decide():
    rules = (back("U12", "U"), toy("U9", {"jaundice": "U"}))
    assert found(*rules, sketch=pain("8l")) == [(LOWER_BACK, EMERGENCY, 0)]


@pytest.mark.parametrize("known", [True, False, None])
def test_known_bone_metastases_and_usual_levels_change_nothing(known):
    sketch = pain("1x9").spread(known=known).usual(LOWER_BACK, 9)
    assert days_of(back("W1", "W"), back("W4", "W"), sketch=sketch) == list(range(7))


def test_alone_it_says_nothing():
    assert found() == []
    assert found(sketch=Sketch().sign(0, "heavy_legs")) == []


def words_of(*rules):
    """Return the wording of the newest alert about several things at once."""
    report = report_of(pain("1x9"), *rules, RULE)
    return next(alert.wording for alert in report.alerts if "Several" in alert.wording.title)


def test_its_words_name_the_rules_and_the_place():
    wording = words_of(back("U1", "U"), toy("U9", {"jaundice": "U"}))
    assert wording.title == "Several things at once: your lower back"
    assert "U1, U9" in wording.noticed
    assert "now" in wording.what_to_do
    assert wording.ordinary == ""
    whole = words_of(toy("U9", {"jaundice": "U"}), toy("U18", {"swelling": "U"}))
    assert whole.title == "Several things at once: your whole body"
