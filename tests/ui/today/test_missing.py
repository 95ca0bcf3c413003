from __future__ import annotations

import datetime as dt

import pytest

from diary.domain.entry import Pain, SignReport, SymptomReport
from diary.ui.today.draft import Draft, PainState, SignAnswer, SignState
from diary.ui.today.missing import left_open, left_open_sentence, place_title
from diary.ui.today.states import (
    Extras,
    MedicineAnswer,
    MedicineLine,
    MedicineState,
    SymptomAnswer,
    SymptomState,
)

DAY = dt.date(2026, 3, 20)
NONE = SignState(SignAnswer.NONE)


NO_SYMPTOM = SymptomState(SymptomAnswer.NONE)
UNTOUCHED = SymptomState()
COUGH = SymptomReport(symptom="cough", grade=1, new="no")


def draft(pain=(), sign=NONE, symptom=NO_SYMPTOM, *, no_pain=False, **parts):
    return Draft(DAY, None, PainState(no_pain=no_pain, pains=pain), sign, symptom=symptom, **parts)


def some(*symptoms):
    return SymptomState(SymptomAnswer.SOME, symptoms)


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        (draft(no_pain=True), "Nothing left open."),
        (draft(), "Not answered: pain."),
        (
            draft(sign=SignState()),
            "Not answered: pain and the question on weakness, numbness, bladder and bowel.",
        ),
        (Draft(DAY), "Not answered: pain and 2 more answers."),
        (
            draft(no_pain=True, symptom=UNTOUCHED),
            "Not answered: the question on other symptoms.",
        ),
        (draft(no_pain=True, symptom=some()), "Not answered: which other symptoms."),
        (draft(no_pain=True, symptom=some(COUGH)), "Nothing left open."),
        (
            draft(no_pain=True, symptom=some(SymptomReport(symptom="cough", grade=1))),
            "Not answered: more about a cough.",
        ),
        (
            draft(no_pain=True, symptom=some(SymptomReport(symptom="swelling", grade=1, new="no"))),
            "Not answered: more about swelling.",
        ),
        (
            draft(no_pain=True, symptom=some(SymptomReport(symptom="custom:Scar"))),
            "Not answered: more about Scar.",
        ),
        (
            draft(
                no_pain=True,
                symptom=some(SymptomReport(symptom="custom:Scar", grade=2, new="no")),
                medicine=MedicineState(MedicineAnswer.SOME, (MedicineLine(),)),
            ),
            "Not answered: which medicines.",
        ),
        (
            draft((Pain(region="lower_back", worst=3),)),
            "Not answered: the night in your lower back.",
        ),
        (
            draft((Pain(region="lower_back", night="none"),)),
            "Not answered: how bad it was in your lower back.",
        ),
        (
            draft((Pain(region="lower_back"), Pain(region="hip"))),
            "Not answered: how bad it was in your lower back and 3 more answers.",
        ),
        (
            draft(no_pain=True, sign=SignState(SignAnswer.SOME)),
            "Not answered: which of the signs.",
        ),
        (
            draft(no_pain=True, sign=SignState(SignAnswer.SOME, (SignReport(sign="heavy_legs"),))),
            "Not answered: more about heavy legs.",
        ),
        (
            draft(
                no_pain=True,
                sign=SignState(
                    SignAnswer.SOME, (SignReport(sign="heavy_legs", grade=1, new="no"),)
                ),
            ),
            "Nothing left open.",
        ),
    ],
)
def test_what_is_left_open_is_said_shortly(draft, words):
    assert left_open_sentence(draft) == words


def test_rather_not_said_is_an_answer_to_respect():
    assert left_open(draft(no_pain=True, sign=SignState(SignAnswer.NOT_SAID))) == ()


def test_a_place_is_named_with_its_side_if_it_has_one():
    assert place_title(Pain(region="knee")) == "Knee"
    assert place_title(Pain(region="knee", side="both")) == "Knee (both sides)"


def test_the_lines_that_may_stay_closed_are_never_missing():
    bare = draft(no_pain=True)
    said = draft(no_pain=True, medicine=MedicineState(MedicineAnswer.NONE), extras=Extras(sleep=1))
    assert left_open(bare) == left_open(said) == ()


def test_only_the_usual_ones_leave_nothing_open():
    usual = SymptomState(SymptomAnswer.USUAL, (SymptomReport(symptom="cough"),))
    assert left_open(draft(no_pain=True, sign=SignState(SignAnswer.USUAL), symptom=usual)) == ()
