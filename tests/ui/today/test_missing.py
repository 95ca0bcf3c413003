from __future__ import annotations

import datetime as dt

import pytest

from diary.domain.entry import Pain, SignReport
from diary.ui.today.draft import Draft, PainState, SignAnswer, SignState
from diary.ui.today.missing import left_open, left_open_sentence, place_title

DAY = dt.date(2026, 3, 20)
NONE = SignState(SignAnswer.NONE)


def draft(pain=(), sign=NONE, *, no_pain=False):
    return Draft(DAY, None, PainState(no_pain=no_pain, pains=pain), sign)


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        (draft(no_pain=True), "Nothing left open."),
        (draft(), "Not answered: pain."),
        (
            Draft(DAY),
            "Not answered: pain and the question on weakness, numbness, bladder and bowel.",
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
