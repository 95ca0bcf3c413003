"""What "about the same" takes over, and what it leaves where it was."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given

from diary.domain.care import Profile, UsualLevel
from diary.domain.copying import Copied, asks_new_again, copied, holds_of
from diary.domain.entry import DayEntry, Medicine, Pain, SignReport, SymptomReport
from tests.strategies import entries

DAY, NEXT = dt.date(2026, 3, 19), dt.date(2026, 3, 20)
BACK = Pain(region="lower_back", worst=4, average=2, night="felt", timing=("night",))
LEFT, RIGHT = Pain(region="knee", side="left", worst=1), Pain(region="knee", side="right", worst=6)
TINGLING = SignReport(sign="tingling_hand_foot", side="both", grade=1, new="no")
TIRED = SymptomReport(symptom="fatigue", grade=2, new="yes", where="all_over")
FULL = DayEntry(
    date=DAY,
    pains=(BACK, LEFT),
    signs=(TINGLING,),
    symptoms=(TIRED,),
    weight_kg=67.5,
    temperature_c=37.0,
    sleep=1,
    walking=1,
    daily_tasks=1,
    medicines=(Medicine(name="ibuprofen"),),
    could_do="walked",
    note="hello",
)


def test_pains_signs_and_symptoms_are_taken_over_but_not_whether_they_are_new():
    assert copied(FULL) == Copied(
        DAY,
        (BACK, LEFT),
        (SignReport(sign="tingling_hand_foot", side="both", grade=1),),
        (SymptomReport(symptom="fatigue", grade=2, where="all_over"),),
    )


@given(entries())
def test_not_answered_stays_not_answered_and_nothing_stays_nothing(entry):
    taken = copied(entry)
    for name in ("pains", "signs", "symptoms"):
        before, after = getattr(entry, name), getattr(taken, name)
        assert (after is None) == (before is None)
        assert (after == ()) == (before == ())
    assert all(item.new is None for item in (*(taken.signs or ()), *(taken.symptoms or ())))


@pytest.mark.parametrize(
    ("changes", "empty"),
    [
        ({}, True),
        ({"note": "x", "weight_kg": 60.0, "medicines": ()}, True),
        ({"pains": ()}, False),
        ({"signs": ()}, False),
        ({"symptoms": ()}, False),
    ],
)
def test_a_day_without_these_answers_has_nothing_to_take_over(changes, empty):
    assert copied(DayEntry(date=DAY, **changes)).is_empty == empty


@pytest.mark.parametrize(
    ("source", "now", "holds"),
    [
        ({"pains": (BACK,)}, {"pains": (BACK,)}, True),
        ({"pains": (BACK,)}, {"pains": (Pain(region="lower_back", worst=9),)}, True),
        ({"pains": (BACK,)}, {"pains": (LEFT,)}, False),
        ({"pains": (LEFT,)}, {"pains": (RIGHT,)}, False),
        ({"pains": (BACK,)}, {"pains": ()}, False),
        ({"pains": (BACK,)}, {}, False),
        ({"pains": ()}, {"pains": ()}, True),
        ({"pains": ()}, {"pains": (BACK,)}, False),
        ({}, {"pains": ()}, False),
        ({"pains": (BACK,), "signs": ()}, {"pains": (), "signs": ()}, True),
        ({"signs": (TINGLING,)}, {"signs": (TINGLING.model_copy(update={"grade": 3}),)}, True),
        ({"signs": (TINGLING,)}, {"signs": (SignReport(sign="heavy_legs"),)}, False),
        ({"symptoms": (TIRED,)}, {"symptoms": (TIRED,)}, True),
        ({"symptoms": (TIRED,)}, {"symptoms": (SymptomReport(symptom="cough"),)}, False),
    ],
)
def test_whether_a_day_still_says_what_was_taken_over(source, now, holds):
    taken = copied(DayEntry(date=DAY, **source))
    assert holds_of(DayEntry(date=NEXT, **now), taken) == holds


@pytest.mark.parametrize(
    ("report", "asks"),
    [
        (TINGLING, False),
        (TINGLING.model_copy(update={"grade": 2}), True),
        (TINGLING.model_copy(update={"grade": None}), True),
        (SignReport(sign="heavy_legs", grade=1), True),
        (SymptomReport(symptom="fatigue", grade=2), False),
        (SymptomReport(symptom="fatigue", grade=3), True),
        (SymptomReport(symptom="cough", grade=1), True),
    ],
)
def test_only_what_is_above_usual_is_asked_about_again(report, asks):
    usual = (UsualLevel(of="tingling_hand_foot", level=1), UsualLevel(of="fatigue", level=2))
    assert asks_new_again(report, Profile(usual=usual), NEXT) == asks


def test_a_usual_level_counts_from_its_day():
    usual = UsualLevel(of="tingling_hand_foot", level=1, since=NEXT)
    assert asks_new_again(TINGLING, Profile(usual=(usual,)), DAY)
    assert not asks_new_again(TINGLING, Profile(usual=(usual,)), NEXT)
