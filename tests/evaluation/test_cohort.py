"""The simulated cohort: repeatable, valid, and each course shows what it is for."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from diary.domain.diary import Diary
from diary.domain.record import Record
from diary.evaluation.cohort import COURSES, ONSET, cohort
from diary.evaluation.noise import Habit
from diary.evaluation.person import DAYS, FIRST_DAY, LATE_BY, date_of

DAILY = Habit(0.9)
MIXED = Habit(0.7, new="mixed", informative=True, dropout=True, late=0.2, quiet=True)


def people(kind, number=3, habit=DAILY, seed=5):
    """Return some simulated people."""
    return list(cohort(seed, kind, number, habit))


def of(diary, field):
    """Return every report of the entries of one kind, with its day."""
    return [
        ((entry.date - FIRST_DAY).days, one)
        for entry in diary.entries
        for one in getattr(entry, field)
    ]


@pytest.mark.parametrize("habit", [DAILY, MIXED], ids=["daily", "mixed"])
@pytest.mark.parametrize("kind", COURSES)
def test_every_course_gives_valid_diaries_that_are_the_same_for_a_seed(kind, habit):
    first, again = people(kind, 2, habit), people(kind, 2, habit)
    assert first == again
    assert [one.diary for one in people(kind, 2, habit, seed=6)] != [one.diary for one in first]
    for one in first:
        assert one.kind == kind
        assert Diary.model_validate_json(one.diary.model_dump_json(by_alias=True)) == one.diary
        days = [entry.date for entry in one.diary.entries]
        assert all(before < after for before, after in pairwise(days))
        assert all(FIRST_DAY <= day < date_of(DAYS) for day in days)
        assert 0 <= one.years <= 1


def test_more_people_do_not_change_the_first():
    assert people("acute strain", 3)[:2] == people("acute strain", 2)


@pytest.mark.parametrize("kind", [kind for kind in COURSES if kind.startswith("bone ramp")])
def test_bone_ramps_climb_from_the_onset(kind):
    for one in people(kind):
        scores = Record(one.diary).scores("lower_back")
        assert one.onset == date_of(ONSET)
        # Never more than a point lower after the ramp than before it, and high in the end.
        assert np.nanmean(scores[-60:]) > max(4.5, np.nanmean(scores[:50]) + 2)
        woken = {pain.night for _day, pain in of(one.diary, "pains")}
        assert ("woke_me" in woken) is kind.endswith("with nights")


def test_cord_compression_shows_its_signs_in_order():
    for one in people("cord compression"):
        first = {}
        for day, sign in of(one.diary, "signs"):
            first.setdefault(sign.sign, day)
        assert list(first) == ["leg_weakness", "numbness_trunk", "bladder_difficulty"]
        assert first["leg_weakness"] >= ONSET + 70
        assert one.sign_day == date_of(first["leg_weakness"])


def test_what_the_courses_of_pain_are_for():
    for one in people("stable chronic pain"):
        (level,) = one.diary.profile.usual
        mean = np.nanmean(Record(one.diary).scores("lower_back"))
        assert abs(mean - level.level) < 1.6
    for one in people("acute strain"):
        scores = Record(one.diary).scores("lower_back")
        assert np.nanmean(scores[ONSET : ONSET + 7]) > np.nanmean(scores[-60:]) + 1.5
        triggers = {day for day, pain in of(one.diary, "pains") if pain.trigger == "strain"}
        assert triggers <= set(range(ONSET, ONSET + 7))
    for one in people("aromatase-inhibitor joints"):
        places = {pain.region for _day, pain in of(one.diary, "pains")}
        assert {"hand_wrist_fingers", "knee"} <= places <= {"hand_wrist_fingers", "knee", "hip"}
        assert {pain.side for _day, pain in of(one.diary, "pains")} == {"both"}
    for one in people("osteoporotic fracture"):
        falls = {day for day, pain in of(one.diary, "pains") if pain.trigger == "fall"}
        assert falls
        assert falls <= set(range(ONSET, ONSET + 10))
    for one in people("new second site"):
        assert {pain.region for _day, pain in of(one.diary, "pains")} == {"knee", "hip"}


def test_what_the_courses_of_symptoms_are_for():
    for one in people("chemotherapy cycles"):
        assert len(one.diary.treatments) == 6
        assert {report.symptom for _day, report in of(one.diary, "symptoms")} == {
            *("nausea", "fatigue")
        }
    for one in people("stable tingling"):
        assert {(sign.sign, sign.new) for _day, sign in of(one.diary, "signs")} == {
            ("tingling_hand_foot", "no")
        }
    for one in people("migraine"):
        assert {report.symptom for _day, report in of(one.diary, "symptoms")} == {
            *("headache", "vomiting")
        }
    for one in people("pain-free with colds"):
        assert {report.symptom for _day, report in of(one.diary, "symptoms")} <= {
            *("cough", "fatigue", "fever")
        }


def test_habits():
    (plain,) = people("cord compression", 1)
    (mixed,) = people("cord compression", 1, Habit(0.9, new="mixed"))
    assert {sign.new for _day, sign in of(plain.diary, "signs")} == {"yes"}
    assert {sign.new for _day, sign in of(mixed.diary, "signs")} == {None, "yes", "not_sure"}
    (late,) = people("stable chronic pain", 1, Habit(0.9, late=0.25, declared=False, quiet=True))
    entries = late.diary.entries
    assert sum(entry.is_late for entry in entries) == round(0.25 * len(entries))
    assert LATE_BY.days == 4
    assert late.diary.profile.usual == ()
    assert len(late.diary.quiet_periods) == 1
    assert not any(entry.is_late for entry in plain.diary.entries)
