from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given

from diary.domain.entry import DayEntry, Medicine, Pain, SignReport, SymptomReport
from diary.ui.history.entry_words import differences, lines_of
from tests import strategies

DAY = dt.date(2026, 3, 20)
FULL = DayEntry(
    date=DAY,
    pains=(
        Pain(
            region="lower_back",
            worst=6,
            average=0,
            night="woke_me",
            pattern="constant",
            timing=("night", "evening"),
            worse_with=("lying_flat",),
            better_with=("rest",),
            quality=("dull",),
            spreads_to=("both_legs",),
            trigger="none_known",
            onset="gradual",
            started_on=dt.date(2026, 3, 1),
            relief="little",
        ),
        Pain(region="hip", side="left"),
        Pain(region="hip", side="left", worst=1),
    ),
    signs=(SignReport(sign="leg_weakness", side="both", grade=2, new="yes"),),
    symptoms=(
        SymptomReport(symptom="custom:itch", where="chest"),
        SymptomReport(symptom="fatigue"),
    ),
    medicines=(Medicine(name="ibuprofen", kind="anti_inflammatory", doses=1, relief="none"),),
    weight_kg=67.125,
    temperature_c=36.6,
    sleep=0,
    walking=3,
    could_do="A walk.",
    note="",
    copied_from=dt.date(2026, 3, 19),
)


def entry(**answers):
    return DayEntry(date=DAY, **answers)


def test_all_that_a_day_says_is_told_and_nothing_else():
    assert lines_of(FULL) == [
        (
            "Lower back: 6 of 10 at its worst; 0 of 10 on average; last night: It woke me; "
            "there all the time; what set it off: nothing I know of; began little by little; "
            "medicine helped: a little; when: at night and evening; worse with lying flat; "
            "better with rest; feels dull; spreads to both legs; started on 1 March 2026"
        ),
        "Hip, left: recorded",
        "Hip, left: 1 of 10 at its worst",
        "Weak leg or legs, both sides: moderate; new or worse: Yes",
        "itch, Chest, inside: recorded",
        "Tiredness: recorded",
        "ibuprofen: Anti-inflammatory; 1 dose; helped: no relief",
        "Weight: 67.125 kg",
        "Temperature: 36.6 °C",
        "Sleep disturbed: not at all",
        "Walking held back: very much",
        "What you could do: “A walk.”",
        "Note: “”",
        "Copied from: 19 March 2026",
    ]
    assert lines_of(entry()) == []


def test_an_explicit_nothing_is_told():
    assert lines_of(entry(pains=(), signs=(), symptoms=(), medicines=())) == [
        "Pain: none",
        "Signs: none of them",
        "Other symptoms: none",
        "Medicines: none taken",
    ]


@pytest.mark.parametrize(
    ("then", "now", "told"),
    [
        ({}, {}, []),
        ({"pains": ()}, {}, ["Pain. Then: none. Now: not answered."]),
        ({}, {"signs": ()}, ["Signs. Then: not answered. Now: none of them."]),
        (
            {"pains": (Pain(region="hip", worst=3), Pain(region="neck"))},
            {"pains": ()},
            ["Pain. Then: Hip: 3 of 10 at its worst / Neck: recorded. Now: none."],
        ),
        (
            {"pains": (Pain(region="hip", worst=3), Pain(region="neck", worst=1))},
            {"pains": (Pain(region="hip", worst=4), Pain(region="knee", worst=2))},
            [
                "Hip. Then: 3 of 10 at its worst. Now: 4 of 10 at its worst.",
                "Neck. Then: 1 of 10 at its worst. Now: not there.",
                "Knee. Then: not there. Now: 2 of 10 at its worst.",
            ],
        ),
        ({"sleep": 0}, {"sleep": 1}, ["Sleep disturbed. Then: not at all. Now: a little."]),
        ({"note": "a."}, {}, ["Note. Then: “a.”. Now: not answered."]),
        ({}, {"weight_kg": 67.5}, ["Weight. Then: not answered. Now: 67.5 kg."]),
    ],
)
def test_what_differs_is_told_in_plain_words(then, now, told):
    assert differences(entry(**then), entry(**now)) == told


@given(strategies.entries(), strategies.entries())
def test_days_differ_in_words_exactly_where_they_say_something_else(one, other):
    assert differences(one, one) == []
    if lines_of(one) != lines_of(other):
        assert differences(one, other) or sorted(lines_of(one)) == sorted(lines_of(other))
