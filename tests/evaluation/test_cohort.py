"""The simulated cohort: repeatable, valid, and each course shows what it is for."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from diary.domain.diary import Diary
from diary.domain.record import Record
from diary.evaluation import courses, ramps
from diary.evaluation.cohort import COURSES, cohort
from diary.evaluation.noise import Habit
from diary.evaluation.person import DAYS, FIRST_DAY, LATE_BY, ONSET, date_of

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


def test_cord_compression_radiates_in_most_before_the_signs():
    to = [
        {where for _day, pain in of(one.diary, "pains") for where in pain.spreads_to}
        for one in people("cord compression", 20)
    ]
    assert [each for each in to if len(each) > 1] == []
    assert {where for each in to for where in each} == {"one_leg", "both_legs"}
    assert 0 < sum(1 for each in to if not each) < 10
    for one in people("cord compression", 20):
        days = [day for day, pain in of(one.diary, "pains") if pain.spreads_to]
        hurts = [day for day, _pain in of(one.diary, "pains") if day >= ONSET + 54]
        assert days in ([], hurts)


@pytest.mark.parametrize("nights", [False, True], ids=["without", "with"])
def test_ramps_with_nights_have_more_and_more_rest_pain(nights):
    kind = f"bone ramp 90 d, {'with' if nights else 'without'} nights"
    told = [
        (day, pain.worse_with == ("resting",))
        for one in people(kind, 10)
        for day, pain in of(one.diary, "pains")
    ]
    early = [rests for day, rests in told if ONSET <= day < ONSET + 30]
    late = [rests for day, rests in told if day >= ONSET + 90]
    assert not any(rests for day, rests in told if day < ONSET)
    assert any(late) is nights
    assert np.mean(early) == pytest.approx(0.28 if nights else 0, abs=0.08)
    assert np.mean(late) == pytest.approx(0.7 if nights else 0, abs=0.04)


WITH_PAINKILLERS = [
    kind
    for kind in COURSES
    if kind.startswith(("bone ramp", "cord", "new second")) or kind.endswith("painkillers")
]


@pytest.mark.parametrize("kind", COURSES)
def test_painkillers_follow_pain_and_medicines_are_always_answered(kind):
    by_worst = {}
    for one in people(kind, 5):
        for entry in one.diary.entries:
            worst = max((pain.worst for pain in entry.pains), default=0)
            assert entry.medicines in ((), entry.medicines[:1])
            assert {taken.doses for taken in entry.medicines} <= {2}
            by_worst.setdefault(worst, []).append(bool(entry.medicines))
    assert not any(by_worst[0])
    assert any(any(days) for days in by_worst.values()) is (kind in WITH_PAINKILLERS)
    if kind in WITH_PAINKILLERS:
        assert np.mean(by_worst[5]) == pytest.approx(0.5, abs=0.15)
        assert np.mean(by_worst[2]) < 0.2
        assert np.mean(by_worst[7]) > 0.7


def test_chronic_pain_with_its_nights_has_the_same_sort_of_scores():
    nights = []
    for one in people("stable chronic pain, with nights and painkillers", 30):
        woken = [pain.night == "woke_me" for _day, pain in of(one.diary, "pains")]
        rests = [bool(pain.worse_with) for _day, pain in of(one.diary, "pains")]
        nights.append(np.mean(woken))
        assert any(rests) is any(woken)
    assert 0.25 < np.mean([share > 0 for share in nights]) < 0.65
    assert sum(share == 1 for share in nights) > 2


def test_what_is_told_beside_the_scores_does_not_change_them(monkeypatch):
    kinds = [kind for kind in WITH_PAINKILLERS if kind != "new second site"]
    before = [Record(one.diary).scores("lower_back") for kind in kinds for one in people(kind, 2)]
    for name in ("take_painkillers", "worse_at_rest"):
        for module in (courses, ramps):
            monkeypatch.setattr(module, name, lambda *_all: None)
    monkeypatch.setattr(ramps, "_radiate", lambda *_all: None)
    after = [Record(one.diary).scores("lower_back") for kind in kinds for one in people(kind, 2)]
    for one, other in zip(before, after, strict=True):
        np.testing.assert_array_equal(one, other)


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
