"""What the large buttons put on the form, and that nothing is lost by taking it back."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.domain.copying import copied
from diary.domain.entry import DayEntry, Pain, SignReport, SymptomReport
from diary.ui.today.draft import Draft, PainState, SignAnswer, SignState, draft_of, entry_of
from diary.ui.today.quick import (
    nothing_at_all,
    only_no_pain,
    same_as,
    says_nothing_at_all,
    says_the_same,
    still_copied,
    taken_back,
)
from tests.strategies import entries

DAY = dt.date(2026, 3, 20)
BEFORE = DAY - dt.timedelta(days=1)
BACK, HIP = Pain(region="lower_back", worst=4, night="felt"), Pain(region="hip", worst=2)
TINGLING = SignReport(sign="tingling_hand_foot", grade=1, new="yes")
TIRED = SymptomReport(symptom="fatigue", grade=2, new="no")
YESTERDAY = DayEntry(
    date=BEFORE,
    pains=(BACK,),
    signs=(TINGLING,),
    symptoms=(TIRED,),
    note="a note",
    weight_kg=67.5,
    medicines=(),
    sleep=1,
)


def test_no_pain_and_none_of_the_signs_is_just_that():
    entry = entry_of(nothing_at_all(Draft(DAY)))
    assert entry == DayEntry(date=DAY, pains=(), signs=())


@pytest.mark.parametrize(
    ("pain", "sign", "says"),
    [
        (PainState(), SignState(), False),
        (PainState(no_pain=True), SignState(), False),
        (PainState(), SignState(SignAnswer.NONE), False),
        (PainState(no_pain=True), SignState(SignAnswer.NOT_SAID), False),
        (PainState(no_pain=True), SignState(SignAnswer.NONE), True),
    ],
)
def test_whether_a_form_says_nothing_at_all(pain, sign, says):
    assert says_nothing_at_all(Draft(DAY, pain=pain, sign=sign)) == says


def test_the_same_as_a_day_takes_over_pains_signs_and_symptoms_and_says_so():
    entry = entry_of(same_as(Draft(DAY), copied(YESTERDAY)))
    assert entry == DayEntry(
        date=DAY,
        pains=(BACK,),
        signs=(TINGLING.model_copy(update={"new": None}),),
        symptoms=(TIRED.model_copy(update={"new": None}),),
        copied_from=BEFORE,
    )


@given(entries(), st.booleans())
def test_every_answer_of_the_other_day_comes_along_and_nothing_else(entry, recorded):
    mine = DayEntry(date=DAY, note="mine", sleep=2, pains=(HIP,), signs=())
    draft = draft_of(DAY, mine if recorded else None)
    source = copied(entry)
    after = entry_of(same_as(draft, source))
    for name in ("pains", "signs", "symptoms"):
        taken = getattr(source, name)
        assert getattr(after, name) == (getattr(entry_of(draft), name) if taken is None else taken)
    assert after.copied_from == entry.date
    assert (after.note, after.sleep) == (("mine", 2) if recorded else (None, None))
    assert says_the_same(same_as(draft, source), source)


def test_no_pain_on_the_other_day_is_no_pain_here():
    source = copied(DayEntry(date=BEFORE, pains=(), signs=(), symptoms=()))
    entry = entry_of(same_as(Draft(DAY, pain=PainState(pains=(HIP,))), source))
    assert entry.pains == entry.signs == entry.symptoms == ()


def test_it_says_the_same_until_something_is_changed():
    source = copied(YESTERDAY)
    draft = same_as(Draft(DAY), source)
    changed = dataclasses.replace(draft, pain=PainState(pains=(HIP,)))
    assert not says_the_same(Draft(DAY), source)
    assert not says_the_same(changed, source)
    assert not says_the_same(dataclasses.replace(draft, copied_from=None), source)
    assert says_the_same(dataclasses.replace(draft, note="more"), source)


def test_taking_it_back_brings_the_answers_before_and_leaves_the_rest():
    mine = Draft(DAY, pain=PainState(pains=(HIP,)), sign=SignState(SignAnswer.NOT_SAID))
    for after in (nothing_at_all(mine), same_as(mine, copied(YESTERDAY))):
        later = dataclasses.replace(after, note="typed since")
        assert taken_back(later, mine) == dataclasses.replace(mine, note="typed since")


def test_the_mark_of_a_copy_goes_with_the_last_of_its_answers():
    source = copied(YESTERDAY)
    draft = same_as(Draft(DAY), source)
    other = copied(DayEntry(date=BEFORE - dt.timedelta(days=1), pains=()))
    worse = PainState(pains=(BACK.model_copy(update={"worst": 9}),))
    assert still_copied(dataclasses.replace(draft, pain=worse), source).copied_from == BEFORE
    gone = dataclasses.replace(nothing_at_all(draft), copied_from=BEFORE)
    assert still_copied(gone, source).copied_from == BEFORE  # her symptom is still from there
    empty = dataclasses.replace(Draft(DAY), copied_from=BEFORE)
    assert still_copied(empty, source).copied_from is None
    for unknown in (None, other):
        assert still_copied(empty, unknown) == empty


@pytest.mark.parametrize(
    ("before", "sign", "kept"),
    [
        # Her own answer about signs stays; one that a large button gave does not.
        (DayEntry(date=BEFORE, pains=()), SignState(SignAnswer.SOME, (TINGLING,)), True),
        (DayEntry(date=BEFORE, pains=()), SignState(SignAnswer.NOT_SAID), True),
        (DayEntry(date=BEFORE, pains=()), SignState(SignAnswer.NONE), False),
        (DayEntry(date=BEFORE, pains=(), signs=(TINGLING,)), SignState(), False),
        (None, SignState(SignAnswer.NONE), False),
    ],
)
def test_only_no_pain_takes_back_no_more_than_a_large_button_said(before, sign, kept):
    draft = Draft(DAY, pain=PainState(no_pain=True), sign=sign)
    source = None if before is None else copied(before)
    said = draft if source is None else same_as(draft, source)
    after = only_no_pain(said, source)
    assert after.pain == PainState(no_pain=True)
    assert after.sign == (sign if kept else SignState())
    assert after.copied_from is None
