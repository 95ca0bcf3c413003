from __future__ import annotations

import pytest

from diary.report.content import build
from diary.report.model import Fact
from diary.report.parts import Parts, only
from diary.rules.model import AlertReport
from tests.report.lively import LAST, START, lively_alerts, lively_diary


@pytest.fixture(scope="module")
def report():
    return build(
        lively_diary(),
        lively_alerts(),
        START,
        LAST,
        LAST,
        version="1.2.3",
        include_notes=True,
        questions=("Can I swim again?",),
    )


def test_all_parts_are_the_whole_sheet(report):
    assert only(report, Parts(notes=True)) == report


@pytest.mark.parametrize("part", ["questions", "tables", "details", "notes"])
def test_a_part_that_is_not_wanted_is_gone_and_nothing_else(report, part):
    less = only(report, Parts(**{"notes": True, part: False}))
    gone = {
        "questions": less.questions.items,
        "tables": less.tables,
        "details": less.details.alerts,
        "notes": less.notes or (),
    }
    assert gone[part] == ()
    kept = {name: value for name, value in gone.items() if name != part}
    assert all(kept.values())
    assert less.head == report.head
    assert less.reasons == report.reasons


def test_without_her_questions_none_stands_at_the_top():
    report = build(
        lively_diary(), AlertReport(LAST, (), ()), START, LAST, LAST, version="1", questions=("Q?",)
    )
    assert report.reasons.asks == Fact("My first question", "Q?")
    assert only(report, Parts(questions=False)).reasons.asks is None
