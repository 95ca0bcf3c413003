from __future__ import annotations

import datetime as dt

from diary.domain.entry import DayEntry, Medicine, Pain, SignReport, SymptomReport
from diary.report.daily import day_cells
from tests.report.small import back, entry

UNKNOWN = "\u2013"


def cells(one):
    return day_cells(one, year=False)


def test_a_day_with_everything():
    full = DayEntry(
        date=dt.date(2026, 3, 1),
        entered_at=dt.datetime(2026, 3, 9, tzinfo=dt.UTC),
        pains=(
            back(6, night="felt"),
            Pain(region="knee", side="left", worst=None, night="woke_me"),
            Pain(region="hip", side="both", worst=2),
        ),
        signs=(SignReport(sign="leg_weakness", grade=2, new="yes"),),
        symptoms=(SymptomReport(symptom="fatigue", grade=1), SymptomReport(symptom="custom:Itch")),
        weight_kg=67.5,
        temperature_c=37.8,
        sleep=2,
        daily_tasks=0,
        medicines=(
            Medicine(name="ibuprofen {0}", doses=2, relief="little"),
            Medicine(name="gel"),
            Medicine(name="tea", doses=1),
        ),
        copied_from=dt.date(2026, 2, 28),
    )
    assert cells(full) == (
        "Sun 1 Mar, late, copied",
        "Lower back 6; Knee left ?; Hip 2",
        "woken",
        "Weak leg or legs, moderate (new)",
        "Tiredness, mild; Itch; 67.5\u00a0kg; 37.8\u00a0°C",
        "ibuprofen {0}, 2 doses (a little); gel; tea, 1 dose",
        "2",
        UNKNOWN,
        "0",
    )


def test_an_explicit_nothing_is_said_in_words():
    found = cells(entry(0, pains=(), signs=(), symptoms=(), medicines=()))
    assert found[1:] == ("no pain", UNKNOWN, "none", "none", "none", *[UNKNOWN] * 3)


def test_what_was_not_answered_is_a_dash():
    assert cells(entry(0))[1:] == (UNKNOWN,) * 8


def test_the_year_is_named_where_it_is_asked_for():
    assert day_cells(entry(0), year=True)[0] == "Sun 1 Mar 2026"
