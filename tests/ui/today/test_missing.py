from __future__ import annotations

import datetime as dt

import pytest

from diary.domain.care import Profile, UsualLevel
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
            "Not answered: how it was at night in your lower back.",
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


@pytest.mark.parametrize(
    ("level", "words"),
    [
        (2, "Nothing left open."),
        (1, "Not answered: more about heavy legs and more about a cough."),
    ],
)
def test_what_is_usual_for_her_is_not_asked_to_be_new_or_not(level, words):
    signs = SignState(SignAnswer.SOME, (SignReport(sign="heavy_legs", grade=2),))
    symptoms = some(SymptomReport(symptom="cough", grade=2))
    usual = tuple(UsualLevel(of=subject, level=level) for subject in ("heavy_legs", "cough"))
    said = draft(no_pain=True, sign=signs, symptom=symptoms)
    assert left_open_sentence(said, Profile(usual=usual)) == words


def test_of_what_is_usual_the_rest_is_still_asked():
    usual = Profile(usual=(UsualLevel(of="swelling", level=2), UsualLevel(of="cough", level=2)))
    place = some(SymptomReport(symptom="swelling", grade=1))
    grade = some(SymptomReport(symptom="cough", new="no"))
    for symptom in (place, grade):
        assert len(left_open(draft(no_pain=True, symptom=symptom), usual)) == 1


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


KNEE = Pain(region="knee", worst=4, night="none")


def test_a_long_standing_pain_without_its_usual_level_is_named():
    asked = draft((KNEE,), long_standing={"knee": True, "hip": True})
    words = "Not answered: how bad your knee usually is."
    assert left_open_sentence(asked) == left_open_sentence(asked, Profile()) == words
    level = UsualLevel(of="knee", level=3)
    nothing = "Nothing left open."
    assert left_open_sentence(asked, Profile(usual=(level,))) == nothing
    told = draft((KNEE,), long_standing={"knee": True}, usual=(level,))
    assert left_open_sentence(told) == nothing
    assert left_open_sentence(draft((KNEE,), long_standing={"knee": False})) == nothing


def test_what_cannot_be_saved_is_named_first():
    heavy = draft(no_pain=True, extras=Extras(weight="700"))
    assert left_open_sentence(heavy) == "To mend before it can be saved: Weight."
    more = draft(extras=Extras(weight="700"))
    assert left_open_sentence(more) == (
        "To mend before it can be saved: Weight. Not answered: pain."
    )
