"""What an entry reports, each with what it is about, in the order in which it is told."""

from __future__ import annotations

import datetime as dt

import pytest

from diary.domain.entry import DayEntry, Pain, SignReport, SymptomReport
from diary.domain.telling import PAINS, SAID_OF_PAINS, SIGNS, SYMPTOMS, TELLINGS

HIP = Pain(region="hip", quality=("dull", "burning", "dull"))
KNEE = Pain(region="knee", quality=("burning",), timing=("night",))
LEG, COUGH = SignReport(sign="heavy_legs"), SymptomReport(symptom="cough")
FULL = DayEntry(
    date=dt.date(2026, 3, 1), pains=(KNEE, HIP, HIP), signs=(LEG,), symptoms=(COUGH, COUGH)
)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (PAINS, [("knee", KNEE), ("hip", HIP), ("hip", HIP)]),
        (SIGNS, [("heavy_legs", LEG)]),
        (SYMPTOMS, [("cough", COUGH)] * 2),
        (
            SAID_OF_PAINS,
            [
                (("timing", "night", "knee"), KNEE),
                (("quality", "burning", "knee"), KNEE),
                *[(("quality", "dull", "hip"), HIP), (("quality", "burning", "hip"), HIP)] * 2,
            ],
        ),
    ],
)
def test_reports_are_told_by_what_they_are_about(name, told):
    assert TELLINGS[name].of(FULL) == told
    assert TELLINGS[name].of(DayEntry(date=FULL.date)) == []
    assert TELLINGS[name].of(None) == []
