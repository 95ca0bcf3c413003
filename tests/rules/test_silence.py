"""Honest silence: every rule that could not judge is named, with what it lacks; none is twice."""

from __future__ import annotations

import pytest

from diary.domain.places import PLACES
from diary.domain.record import Record
from diary.domain.signs import SIGNS
from diary.domain.symptoms import CUSTOM_PREFIX, SYMPTOMS
from diary.rules.book import rule_of
from diary.rules.catalog import RULES
from diary.rules.model import RECORDED, NotEnoughDays, Tier
from diary.rules.rule import Minimum
from tests.rules.diaries import LOWER_BACK, Sketch, pain, report_of, tracks_of

FUNCTION = "with walking or daily tasks answered"
NIGHT = "with the night answered"
MEDICINES = "with medicines answered"
WEIGHT = "with a weight"
# One entry is enough, or the rule speaks for others that have their own minimums.
ONE_ENTRY = {
    *("E1", "E2", "E3", "E4", "E5", "E6"),
    *("U8", "U9", "U12", "U13", "U14", "U18", "W11", "W17"),
}
HEADACHE = Sketch().symptom(0, "headache", new="yes")


def lacks(sketch, rule_id, as_of=None):
    """Return what a rule could not judge."""
    rows = report_of(sketch, rule_of(rule_id), as_of=as_of).not_enough_days
    assert {row.rule for row in rows} <= {rule_id}
    return [(row.place, row.recorded, row.needed, row.window, row.counted) for row in rows]


def test_every_rule_says_what_it_needs_or_is_content_with_one_entry():
    needing = {rule.id for rule in RULES if rule.minimums or rule.also_needs}
    assert needing == {rule.id for rule in RULES} - ONE_ENTRY


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_what_is_needed_is_sound(rule):
    for need in rule.also_needs:
        assert need.counted
        assert need.minimums
        known = {*PLACES, *SIGNS, *SYMPTOMS, CUSTOM_PREFIX, None}
        assert set(need.of) <= known
        for minimum in need.minimums:
            assert isinstance(minimum, Minimum)
            assert 0 < minimum.needed <= minimum.window.length
        assert rule.tier is not Tier.EMERGENCY
    assert (rule.counted == RECORDED) is (rule.recorded is None)


# Each rule: what is recorded last, and what it then lacks; a day less or a day more on the edge.
@pytest.mark.parametrize(
    ("rule_id", "sketch", "rows"),
    [
        (
            "U7",
            Sketch().sign(0, "tingling_limb", new="yes"),
            [("tingling_limb", 1, 2, "last7", RECORDED)],
        ),
        ("U7", Sketch().sign((0, 1), "tingling_limb", new="yes"), []),
        ("U10", HEADACHE, [("headache", 1, 2, "last7", RECORDED)]),
        (
            "U11",
            Sketch().symptom(0, "breathlessness", grade=2, new="yes"),
            [("breathlessness", 1, 2, "last7", RECORDED)],
        ),
        ("U15", Sketch().symptom(0, "thirst"), [("thirst", 1, 2, "last7", RECORDED)]),
        ("U1", pain("5x4"), [(LOWER_BACK, 0, 3, "last7", NIGHT)]),
        ("U1", pain("5x4 5nx2"), [(LOWER_BACK, 2, 3, "last7", NIGHT)]),
        ("U1", pain("5x4 5nx2").spread(), []),
        ("U2", pain("7x2"), [(LOWER_BACK, 2, 3, "last5", RECORDED)]),
        ("U2", pain("7x2").spread(), []),
        ("U2", pain("7").spread(), [(LOWER_BACK, 1, 2, "last5", RECORDED)]),
        ("U4", pain("4"), [(LOWER_BACK, 1, 2, "last7", RECORDED)]),
        ("U4", pain("4").spread(), []),
        ("U5", pain("4x4", "neck"), [("neck", 4, 5, "last7", RECORDED)]),
        ("U5", pain("4x4"), []),  # the lower back is read only where bone is affected
        ("U5", pain("4x4").spread(), [(LOWER_BACK, 4, 5, "last7", RECORDED)]),
        ("U6", pain("4"), [(LOWER_BACK, 1, 2, "last7", RECORDED)]),
        ("U6", pain("4").spread(), []),
        (
            "U17",
            pain("5x2", "hip").tell(0, walking=3),
            [("hip", 1, 2, "last7", FUNCTION)],
        ),
        ("U17", pain("5x2", "hip").tell((0, 1), daily_tasks=0), []),
        (
            "W6",
            pain("3x42").no_medicines(range(40)),
            [],
        ),
        (
            "W6",
            pain("3x42").no_medicines(range(38)),
            [(LOWER_BACK, 3, 4, "last7", MEDICINES)],
        ),
        (
            "W6",
            pain("3x42").no_medicines(range(20, 42)),
            [(LOWER_BACK, 8, 10, "base28", MEDICINES)],
        ),
        ("W6", pain("3x42", "knee"), []),
        (
            "W8",
            pain("3x7").symptom(range(3, 7), "fatigue", grade=2),
            [("fatigue", 4, 5, "last7", RECORDED)],
        ),
        ("W9", Sketch().tell(0, weight_kg=70), [(None, 1, 2, "last15", WEIGHT)]),
        (
            "W9",
            Sketch().tell((0, 14), weight_kg=70),
            [(None, 0, 2, "days_21_to_60", WEIGHT)],
        ),
        (
            "W9",
            Sketch().tell((0, 80, 90), weight_kg=70),
            [(None, 1, 2, "days_60_to_180", WEIGHT)],
        ),
        ("W9", Sketch().tell((0, 5, 40, 44), weight_kg=70), []),
        ("W9", pain("3x9"), []),
        (
            "W10",
            Sketch().symptom(range(7), "cough", new="yes"),
            [("cough", 7, 8, "last14", RECORDED)],
        ),
        ("W10", Sketch().symptom(range(8), "cough", new="yes"), []),
        (
            "W12",
            Sketch().symptom(0, "diarrhoea").pain("3", "abdomen_lower"),
            [("diarrhoea", 1, 8, "last14", RECORDED), ("abdomen_lower", 1, 8, "last14", RECORDED)],
        ),
        (
            "W13",
            Sketch().symptom(0, "vomiting").symptom(0, "nausea"),
            [("nausea", 1, 8, "last14", RECORDED), ("vomiting", 1, 3, "last7", RECORDED)],
        ),
        ("W14", HEADACHE, [("headache", 1, 8, "last14", RECORDED)]),
        (
            "W15",
            Sketch().symptom(range(14), "fatigue", grade=2),
            [("fatigue", 0, 8, "before14", RECORDED)],
        ),
        (
            "W16",
            Sketch().symptom(0, "custom:b").symptom(0, "custom:a").pain("3", "flank"),
            [
                ("custom:a", 1, 8, "last14", RECORDED),
                ("custom:b", 1, 8, "last14", RECORDED),
                ("flank", 1, 8, "last14", RECORDED),
            ],
        ),
        (
            "V2",
            Sketch().sign(0, "hand_stiffness"),
            [("hand_stiffness", 1, 8, "last14", RECORDED)],
        ),
        (
            "V3",
            pain("0x7 3x2", "knee").treatment("vaccine", 5, 5),
            [("knee", 2, 3, "prior7", RECORDED)],
        ),
        ("V3", pain("0x7 3x2", "knee").treatment("surgery", 5, 5), []),
        ("V3", pain("3x2", "knee").treatment("vaccine", -29, -29), []),
        ("V4", Sketch().symptom(0, "poor_sleep"), [("poor_sleep", 1, 8, "last14", RECORDED)]),
    ],
)
def test_what_a_rule_could_not_judge(rule_id, sketch, rows):
    assert lacks(sketch, rule_id) == rows


def test_late_and_unanswered_days_do_not_count():
    sketch = Sketch().symptom(range(8), "cough").late(3)
    assert lacks(sketch, "W10") == [("cough", 7, 8, "last14", RECORDED)]
    sketch = Sketch().symptom(range(7), "cough").entry(7)
    assert lacks(sketch, "W10") == [("cough", 7, 8, "last14", RECORDED)]
    assert lacks(Sketch().symptom(range(7), "cough").no_symptoms(7), "W10") == []


def test_what_was_not_reported_in_eight_weeks_is_not_listed():
    assert lacks(HEADACHE, "W14", as_of=55) == [("headache", 0, 8, "last14", RECORDED)]
    assert lacks(HEADACHE, "W14", as_of=56) == []
    weighed = Sketch().tell(0, weight_kg=70)
    assert lacks(weighed, "W9", as_of=180) == [(None, 0, 2, "last15", WEIGHT)]
    assert lacks(weighed, "W9", as_of=181) == []


def test_a_rule_and_subject_is_told_once():
    sketch = (
        pain("4x2").pain("3x2", "knee").symptom((0, 1), "fatigue").symptom(0, "custom:itch")
    ).tell(0, weight_kg=70)
    rows = [(row.rule, row.place) for row in report_of(sketch).not_enough_days]
    assert len(set(rows)) == len(rows)
    assert {"W6", "W9", "W15", "W16", "V2", "V4"} <= {rule for rule, _place in rows}


@pytest.mark.parametrize(
    ("rule_id", "sketch"),
    [
        ("W10", Sketch().symptom(range(7), "cough", new="yes")),
        ("W14", Sketch().symptom(range(7), "headache", new="yes")),
        ("V4", Sketch().symptom(range(7), "poor_sleep", grade=2)),
        ("W15", Sketch().symptom(range(20), "fatigue", grade=2)),
        ("W13", Sketch().symptom(range(2), "vomiting", new="yes")),
    ],
)
def test_the_list_and_the_verdict_say_the_same(rule_id, sketch):
    """A verdict of "not enough days" and a row of the list go together, and end together."""
    rule = rule_of(rule_id)
    last = Record(sketch.diary()).size - 1
    tracks = tracks_of(sketch, rule)
    assert tracks
    assert all(track.verdicts[last] < 0 for track in tracks)
    assert lacks(sketch, rule_id)


def test_a_row_without_a_word_counts_recorded_days():
    assert NotEnoughDays("W1", None, 0, 1, "last7").counted == RECORDED
