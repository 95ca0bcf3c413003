"""What the form says is what is saved, and nothing else."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.domain.care import UsualLevel
from diary.domain.choices import FUNCTION, GRADES, MEDICINE_KINDS, NEWNESS, NIGHTS, RELIEFS
from diary.domain.entry import DayEntry, Pain, SignReport, SymptomReport
from diary.domain.places import PLACES
from diary.domain.signs import SIGNS
from diary.ui.today.draft import (
    Draft,
    PainState,
    SignAnswer,
    SignState,
    draft_of,
    entry_of,
    rebased,
    saved,
)
from diary.ui.today.problems import problems_of
from diary.ui.today.states import (
    Extras,
    MedicineAnswer,
    MedicineLine,
    MedicineState,
    SymptomAnswer,
    SymptomState,
)
from tests.strategies import entries, interferences, symptoms

DAY = dt.date(2026, 3, 20)
ONE_DAY = dt.timedelta(days=1)
NECK = Pain(region="neck", worst=4)
USUAL_NECK = UsualLevel(of="neck", level=3, confirmed_on=DAY)
USUAL_HIP = UsualLevel(of="hip", level=2, confirmed_on=DAY)

new_pains = st.builds(
    Pain,
    region=st.sampled_from(list(PLACES)),
    worst=st.none() | st.integers(0, 10),
    night=st.none() | st.sampled_from(list(NIGHTS)),
)
new_signs = st.builds(
    SignReport,
    sign=st.sampled_from(list(SIGNS)),
    grade=st.none() | st.sampled_from([int(grade) for grade in GRADES]),
    new=st.none() | st.sampled_from(list(NEWNESS)),
)
pain_states = st.builds(PainState, st.booleans(), st.lists(new_pains, max_size=4).map(tuple))
sign_states = st.builds(
    SignState,
    st.none() | st.sampled_from(SignAnswer),
    st.lists(new_signs, max_size=4).map(tuple),
)


symptom_states = st.builds(
    SymptomState,
    st.none() | st.sampled_from(SymptomAnswer),
    st.lists(symptoms, max_size=3).map(tuple),
)
typed = st.sampled_from(["", "67,5", "36.8", "2", " 700 ", "6o", "67.1234"]) | st.text(max_size=5)
lines = st.builds(
    MedicineLine,
    name=st.sampled_from(["ibuprofen", "", " "]) | st.text(max_size=5),
    kind=st.none() | st.sampled_from(list(MEDICINE_KINDS)),
    doses=typed,
    relief=st.none() | st.sampled_from(list(RELIEFS)),
)
medicine_states = st.builds(
    MedicineState,
    st.none() | st.sampled_from(MedicineAnswer),
    st.lists(lines, max_size=3).map(tuple),
)
extras = st.builds(
    Extras,
    weight=typed,
    temperature=typed,
    sleep=st.none() | interferences,
    walking=st.none() | interferences,
    daily_tasks=st.none() | interferences,
    could_do=st.text(max_size=9),
)


@st.composite
def drafts(draw):
    """Any state the widgets can be in, over any day of the file."""
    base = draw(st.none() | entries())
    day = DAY if base is None else base.date
    copied_from = None if base is None else base.copied_from
    return Draft(
        day,
        base,
        draw(pain_states),
        draw(sign_states),
        draw(st.text(max_size=20)),
        usual=draw(st.sampled_from([(), (USUAL_NECK,)])),
        copied_from=draw(st.sampled_from([copied_from, DAY])),
        symptom=draw(symptom_states),
        medicine=draw(medicine_states),
        extras=draw(extras),
    )


@given(drafts())
def test_every_state_of_the_form_is_an_entry_the_models_accept(draft):
    entry = entry_of(draft)
    assert DayEntry.model_validate(entry.model_dump()) == entry
    assert entry.date == draft.day


@given(drafts())
def test_what_cannot_be_read_leaves_the_file_as_it_is(draft):
    before = draft.base or DayEntry(date=draft.day)
    for name in {problem.answer for problem in problems_of(draft)}:
        assert getattr(entry_of(draft), name) == getattr(before, name)
        assert draft.is_changed


@given(drafts())
def test_no_is_saved_only_when_it_was_said(draft):
    entry = entry_of(draft)
    assert (entry.pains == ()) == draft.pain.no_pain
    assert (entry.signs == ()) == (draft.sign.chosen is SignAnswer.NONE)
    assert (entry.symptoms == ()) == (draft.symptom.chosen is SymptomAnswer.NONE)
    assert (entry.medicines == ()) == (draft.medicine.chosen is MedicineAnswer.NONE) or (
        "medicines" in {problem.answer for problem in problems_of(draft)}
    )


@given(drafts())
def test_what_is_said_is_saved_word_for_word(draft):
    entry = entry_of(draft)
    if not draft.pain.no_pain:
        assert (entry.pains or ()) == draft.pain.pains
    if draft.sign.chosen in (SignAnswer.SOME, SignAnswer.USUAL):
        assert (entry.signs or ()) == draft.sign.signs
    if draft.symptom.chosen in (SymptomAnswer.SOME, SymptomAnswer.USUAL):
        assert (entry.symptoms or ()) == draft.symptom.symptoms
    unread = {problem.answer for problem in problems_of(draft)}
    for name, text in (("note", draft.note), ("could_do", draft.extras.could_do)):
        assert name in unread or (getattr(entry, name) or "") == text
    for name in FUNCTION:
        assert getattr(entry, name) == getattr(draft.extras, name)


@given(entries())
def test_looking_at_a_day_changes_nothing(entry):
    draft = draft_of(entry.date, entry)
    assert entry_of(draft) == entry
    assert not draft.is_changed
    assert not draft.is_blank


def test_an_untouched_day_says_nothing():
    entry = entry_of(draft_of(DAY, None))
    assert entry == DayEntry(date=DAY)
    assert entry.pains is None
    assert entry.signs is None
    assert entry.note is None
    assert entry.symptoms is None
    assert entry.medicines is None
    assert draft_of(DAY, None).is_blank


def test_only_a_day_that_was_looked_up_counts_as_loaded():
    assert not Draft(DAY).is_loaded
    assert draft_of(DAY, None).is_loaded
    assert draft_of(DAY, DayEntry(date=DAY)).is_loaded
    assert rebased(Draft(DAY), None).is_loaded


@pytest.mark.parametrize(
    ("state", "answer"),
    [
        (PainState(), None),
        (PainState(no_pain=True), ()),
        (PainState(no_pain=True, pains=(NECK,)), ()),
        (PainState(pains=(NECK,)), (NECK,)),
    ],
)
def test_the_answers_about_pain(state, answer):
    assert state.answer == answer


@pytest.mark.parametrize(
    ("chosen", "answer"),
    [
        (None, None),
        (SignAnswer.NONE, ()),
        (SignAnswer.USUAL, (SignReport(sign="heavy_legs"),)),
        (SignAnswer.SOME, (SignReport(sign="heavy_legs"),)),
        (SignAnswer.NOT_SAID, None),
    ],
)
def test_the_answers_about_signs(chosen, answer):
    assert SignState(chosen, (SignReport(sign="heavy_legs"),)).answer == answer


def test_yes_with_nothing_chosen_is_not_answered():
    assert SignState(SignAnswer.SOME).answer is None
    assert SymptomState(SymptomAnswer.SOME).answer is None
    assert MedicineState(MedicineAnswer.SOME, (MedicineLine(name=" "),)).answer is None


def test_a_note_taken_away_is_gone():
    entry = DayEntry(date=DAY, note="slept badly")
    draft = draft_of(DAY, entry)
    assert entry_of(Draft(DAY, entry, draft.pain, draft.sign, "")).note is None


def test_what_was_touched_before_the_file_opened_stays_and_the_rest_is_filled_in():
    touched = Draft(DAY, pain=PainState(no_pain=True))
    in_file = DayEntry(date=DAY, pains=(NECK,), signs=(), note="hello")
    filled = rebased(touched, in_file)
    assert filled.base == in_file
    assert filled.pain == PainState(no_pain=True)
    assert filled.sign == SignState(SignAnswer.NONE)
    assert filled.note == "hello"


def test_what_is_usual_waits_to_be_saved_and_is_no_answer_of_the_day():
    entry = DayEntry(date=DAY, pains=(NECK,))
    draft = dataclasses.replace(draft_of(DAY, entry), usual=(USUAL_NECK,))
    assert draft.is_changed
    assert entry_of(draft) == entry
    assert rebased(draft, entry).usual == (USUAL_NECK,)


def test_what_was_said_since_the_save_is_still_to_be_saved():
    draft = Draft(DAY, pain=PainState(pains=(NECK,)), usual=(USUAL_NECK, USUAL_HIP))
    after = saved(draft, entry_of(draft), (USUAL_NECK,))
    assert after.usual == (USUAL_HIP,)
    assert after.is_changed
    assert not saved(after, entry_of(draft), (USUAL_HIP,)).is_changed


def test_a_copy_is_remembered_until_it_is_taken_back():
    copied = Draft(DAY, pain=PainState(pains=(NECK,)), copied_from=DAY - ONE_DAY)
    entry = entry_of(copied)
    assert entry.copied_from == DAY - ONE_DAY
    assert draft_of(DAY, entry).copied_from == DAY - ONE_DAY
    assert rebased(copied, None).copied_from == DAY - ONE_DAY
    assert rebased(Draft(DAY), entry).copied_from == DAY - ONE_DAY


@given(drafts(), entries())
def test_filling_in_twice_changes_nothing(draft, entry):
    once = rebased(draft, entry)
    assert rebased(once, entry) == once


def test_each_of_the_closed_lines_is_filled_in_by_itself():
    touched = Draft(DAY, extras=Extras(weight="70"))
    filled = rebased(touched, DayEntry(date=DAY, weight_kg=67.5, temperature_c=36.8, sleep=2))
    assert filled.extras == Extras(weight="70", temperature="36.8", sleep=2)


@pytest.mark.parametrize(
    "part",
    [
        {"symptom": SymptomState(SymptomAnswer.NONE)},
        {"medicine": MedicineState(MedicineAnswer.NONE)},
        {"extras": Extras(sleep=0)},
        {"extras": Extras(weight="7o")},
    ],
)
def test_anything_said_is_something_to_save(part):
    assert Draft(DAY, **part).is_changed


def test_a_symptom_is_an_answer_of_its_own():
    cough = SymptomReport(symptom="cough", grade=1)
    draft = Draft(DAY, symptom=SymptomState(SymptomAnswer.SOME, (cough,)))
    assert entry_of(draft) == DayEntry(date=DAY, symptoms=(cough,))
