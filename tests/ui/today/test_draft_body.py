from __future__ import annotations

import dataclasses
import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.domain.care import UsualLevel
from diary.domain.entry import DayEntry, Pain, SignReport, SymptomReport
from diary.ui.today.draft import Draft, PainState, SignAnswer, SignState, draft_of
from diary.ui.today.draft_body import body_of, draft_from, kept_body, restored
from diary.ui.today.states import (
    Extras,
    MedicineAnswer,
    MedicineLine,
    MedicineState,
    SymptomAnswer,
    SymptomState,
)
from tests import strategies

DAY = dt.date(2026, 3, 20)
NOON = dt.datetime(2026, 3, 20, 12, tzinfo=dt.UTC)
FULL = Draft(
    DAY,
    base=DayEntry(date=DAY, note="a", weight_kg=67.5, entered_at=NOON),
    pain=PainState(pains=(Pain(region="hip", worst=3, timing=("night",), started_on=DAY),)),
    sign=SignState(SignAnswer.USUAL, (SignReport(sign="leg_weakness", grade=2),)),
    note="typed \0 ألم\r\n",
    usual=(UsualLevel(of="hip", level=3, since=DAY),),
    copied_from=DAY - dt.timedelta(days=1),
    symptom=SymptomState(SymptomAnswer.SOME, (SymptomReport(symptom="custom:x"),)),
    medicine=MedicineState(MedicineAnswer.SOME, (MedicineLine("x", None, "3o"),)),
    extras=Extras(weight="7oo", could_do="c", sleep=0),
)


def changed(body, **parts):
    return json.dumps({**json.loads(body), **parts})


def test_every_field_of_the_form_is_tried_here():
    blank = Draft(DAY)
    same = [
        field.name
        for field in dataclasses.fields(Draft)
        if getattr(FULL, field.name) == getattr(blank, field.name)
    ]
    assert same == ["day", "is_loaded"]


def test_a_draft_comes_back_as_it_was_typed():
    assert draft_from(DAY, body_of(FULL)) == FULL
    assert draft_from(DAY, body_of(dataclasses.replace(FULL, is_loaded=True))) == FULL
    assert draft_from(DAY, body_of(Draft(DAY))) == Draft(DAY)


@given(strategies.entries(), st.text())
def test_any_day_with_any_text_comes_back(entry, text):
    draft = dataclasses.replace(draft_of(entry.date, entry), is_loaded=False)
    typed = dataclasses.replace(
        draft, note=text, extras=dataclasses.replace(draft.extras, weight=text)
    )
    assert draft_from(entry.date, body_of(typed)) == typed


def test_half_a_character_does_not_lose_the_rest():
    assert draft_from(DAY, body_of(Draft(DAY, note="a\ud800b"))).note == "a?b"


@pytest.mark.parametrize(
    ("part", "untouched"),
    [
        ({"pain": {"no_pain": False, "pains": [{"region": "nowhere"}]}}, {"pain": PainState()}),
        ({"note": 5}, {"note": ""}),
        ({"extras": "x"}, {"extras": Extras()}),
        ({"extras": {"sleep": 9, "weight": "7"}}, {"extras": Extras(weight="7", sleep=9)}),
        ({"sign": {"chosen": "perhaps"}}, {"sign": SignState()}),
        ({"later": [1], "day": "x", "is_loaded": True}, {}),
    ],
)
def test_what_cannot_be_read_is_untouched_and_the_rest_comes_back(part, untouched):
    found = draft_from(DAY, changed(body_of(FULL), **part))
    assert found == dataclasses.replace(FULL, **untouched)


def test_a_form_that_says_nothing_new_is_not_kept():
    entry = DayEntry(date=DAY, pains=(), note="a")
    assert kept_body(Draft(DAY, is_loaded=True)) is None
    assert kept_body(draft_of(DAY, entry)) is None
    assert kept_body(FULL) == body_of(FULL)


class TestRestored:
    def test_what_was_left_is_laid_over_what_the_file_holds_now(self):
        then, now = DayEntry(date=DAY, note="a"), DayEntry(date=DAY, note="b", sleep=2)
        left = dataclasses.replace(draft_of(DAY, then), pain=PainState(no_pain=True))
        found = restored(Draft(DAY), body_of(left), now)
        assert found == dataclasses.replace(draft_of(DAY, now), pain=PainState(no_pain=True))
        assert found.is_loaded

    def test_what_was_typed_meanwhile_counts_and_the_rest_is_what_was_left(self):
        typed = Draft(DAY, note="now", extras=Extras(weight="70"))
        found = restored(typed, body_of(FULL), FULL.base)
        extras = dataclasses.replace(FULL.extras, weight="70")
        wanted = dataclasses.replace(FULL, note="now", extras=extras, is_loaded=True)
        assert found == wanted

    def test_untouched_it_is_what_was_left(self):
        found = restored(Draft(DAY), body_of(FULL), FULL.base)
        assert found == dataclasses.replace(FULL, is_loaded=True)
