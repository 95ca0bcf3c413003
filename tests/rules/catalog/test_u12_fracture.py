"""U12: sudden severe pain of a bone after an injury, or in bone that breaks easily."""

from __future__ import annotations

import pytest

from diary.domain.places import PLACES
from diary.rules.catalog.u12_fracture import RULE
from diary.rules.model import Tier
from tests.rules.diaries import alert_of, day, not_enough_on, pain, raised, true_days

SPINE = ("neck", "upper_back", "lower_back", "sacrum")
WATCHED = {*SPINE, "hip", "thigh", "ribs", "pelvis_groin", "shoulder_upper_arm"}
AFTER_A_FALL = {"onset": "sudden", "trigger": "fall"}


@pytest.mark.parametrize("place", PLACES)
def test_fires_where_a_break_shows(place):
    sketch = pain("0x3 7", place, **AFTER_A_FALL)
    assert raised(sketch, RULE) == ([("U12", place, 3)] if place in WATCHED else [])


@pytest.mark.parametrize(
    ("line", "onset", "trigger", "fires"),
    [
        ("7", "sudden", "injury", True),
        ("7", "sudden", "strain", True),
        ("6", "sudden", "fall", False),
        ("!", "sudden", "fall", False),
        ("7", "gradual", "fall", False),
        ("7", None, "fall", False),
        ("7", "sudden", "none_known", False),
        ("7", "sudden", None, False),
    ],
)
def test_near_misses(line, onset, trigger, fires):
    assert bool(raised(pain(line, onset=onset, trigger=trigger), RULE)) is fires


@pytest.mark.parametrize(
    ("born", "fires"), [(None, True), (1976, True), (1977, False), (1930, True)]
)
def test_fifty_or_unknown(born, fires):
    assert bool(raised(pain("7", **AFTER_A_FALL).profile(birth_year=born), RULE)) is fires


@pytest.mark.parametrize(
    ("kind", "on", "fires"),
    [
        ("injury", 5, True),
        ("fall", 3, True),
        ("fall", 2, False),
        ("injury", 6, False),
        ("appointment", 5, False),
    ],
)
def test_an_event_of_the_last_two_days(kind, on, fires):
    sketch = pain("0x5 7", onset="sudden").event(kind, on)
    assert true_days(sketch, RULE) == ([5] if fires else [])


@pytest.mark.parametrize("answer", ["osteoporosis", "bone_metastases"])
@pytest.mark.parametrize("trigger", [None, "none_known", "fall"])
def test_fragile_bone_needs_no_trigger_and_no_age(answer, trigger):
    sketch = pain("7", "hip", onset="sudden", trigger=trigger).profile(birth_year=2000)
    assert bool(raised(sketch, RULE)) is False
    assert raised(sketch.profile(**{answer: True}), RULE) == [("U12", "hip", 0)]
    assert raised(sketch.profile(**{answer: False}), RULE) == []


@pytest.mark.parametrize(("line", "onset"), [("6", "sudden"), ("9", "gradual"), ("9", None)])
def test_fragile_bone_still_needs_sudden_severe_pain(line, onset):
    assert raised(pain(line, "hip", onset=onset).spread(), RULE) == []


def test_one_report_must_have_it_all():
    sketch = pain("7", "hip", side="left").pain("3", "hip", side="right", **AFTER_A_FALL)
    assert raised(sketch, RULE) == []


def test_late_entries_count_and_usual_levels_do_not():
    assert raised(pain("7l", **AFTER_A_FALL).usual("lower_back", 9), RULE)


def test_gaps_change_nothing():
    sketch = pain("0 _x29 7 _x29 0 ?", **AFTER_A_FALL)
    assert true_days(sketch, RULE) == [30]
    assert not_enough_on(sketch, RULE) == [61]


def test_tier_evidence_and_words():
    alert = alert_of(pain("0 8", **AFTER_A_FALL), RULE)
    assert alert.tier is Tier.URGENT
    assert alert.evidence.days_used == (day(1),)
    assert alert.wording.noticed == "You recorded sudden, severe pain in your lower back."
