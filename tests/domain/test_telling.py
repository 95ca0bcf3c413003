"""What an entry reports, each with what it is about, in the order in which it is told."""

from __future__ import annotations

import datetime as dt

import pytest

from diary.domain.entry import DayEntry, Pain, SignReport, SymptomReport
from diary.domain.telling import PAINS, SIGNS, SYMPTOMS, told_by

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
        ("timing", [(("night", "knee"), KNEE)]),
        (
            "quality",
            [(("burning", "knee"), KNEE), *[(("dull", "hip"), HIP), (("burning", "hip"), HIP)] * 2],
        ),
        ("spreads_to", []),
    ],
)
def test_reports_are_told_by_what_they_are_about(name, told):
    assert told_by(name)(FULL) == told
    assert told_by(name)(DayEntry(date=FULL.date)) == []
