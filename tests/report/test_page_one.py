"""Page 1 of the shipped example stands alone, whatever the period, the paper and her questions."""

from __future__ import annotations

import datetime as dt

import pytest

from diary.domain.diary import Diary
from diary.report.content import build
from diary.resources import resource
from diary.rules.engine import history
from tests.report.printed import OURS, figures_of_pages, read, words_of_pages

QUESTIONS = ("Could the tablets cause it?", "Do I need a scan of my back?", "May I fly in May?")
SINCE_VISIT, TWELVE_WEEKS, LONG = dt.date(2026, 1, 5), dt.date(2025, 12, 29), dt.date(2025, 12, 1)


@pytest.fixture(scope="module")
def sample():
    diary = Diary.model_validate_json(resource("sample/sample-diary.json").read_text("utf-8"))
    return diary, history(diary, diary.last_day), OURS


@pytest.mark.parametrize("asked", [0, 3])
@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("start", [SINCE_VISIT, TWELVE_WEEKS, LONG], ids=str)
def test_page_1_of_the_example_holds_maps_questions_and_quality(sample, start, paper, asked):
    diary, alerts, printer = sample
    end = diary.last_day
    questions = QUESTIONS[:asked]
    report = build(diary, alerts, start, end, end, version="1", paper=paper, questions=questions)
    pdf = printer.pdf(report)
    first = words_of_pages(pdf)[0]
    assert figures_of_pages(read(pdf))[0] == 4
    for words in (report.maps.heading, report.quality.heading, *questions):
        assert words in first
