"""What has room on page 1, however much there is to say."""

from __future__ import annotations

import dataclasses
import re

import pytest

from diary.domain.diary import Diary
from diary.report.content import build
from diary.rules.model import AlertReport
from tests.report.lively import LAST, START, lively_alerts, lively_diary
from tests.report.printed import (
    OURS,
    crowded_diary,
    elements,
    figures_of_pages,
    read,
    sheet,
    words,
    words_of_pages,
)
from tests.report.small import back, day, entry


@pytest.mark.parametrize(
    "diary",
    [
        Diary(),
        Diary(entries=(entry(0, pains=(back(4),)),)),
        Diary(entries=(entry(0, pains=(), signs=(), symptoms=(), medicines=()),)),
    ],
    ids=["empty", "one day", "one good day"],
)
def test_little_is_one_page_and_its_table(diary):
    pdf = OURS.pdf(sheet(diary, AlertReport(LAST, (), ())))
    first, *further = words_of_pages(pdf)
    assert "My questions" in first
    assert len(further) == (1 if diary.entries else 0)


def test_one_day_from_itself_to_itself():
    diary = lively_diary()
    report = build(diary, AlertReport(LAST, (), ()), LAST, LAST, LAST, version="1")
    assert "22 March 2026" in words(OURS.pdf(report))


def test_a_sheet_that_ends_in_months_of_silence_is_made():
    diary = Diary(entries=(entry(0, pains=(back(4),)), entry(1, pains=())))
    report = build(diary, AlertReport(day(150), (), ()), day(0), day(150), day(150), version="1")
    (only,) = report.tables[-1].rows[0]
    assert only in words(OURS.pdf(report))


def test_many_alerts_go_on_to_the_next_page():
    many = tuple(
        dataclasses.replace(alert, rule=f"{alert.rule}{number}")
        for number in range(12)
        for alert in lively_alerts().alerts
    )
    pdf = OURS.pdf(sheet(alerts=AlertReport(LAST, many, ())))
    assert "and 21 more, below" in words(pdf)


def test_a_long_period_has_one_chart_and_eight_weeks():
    report = build(lively_diary(), lively_alerts(), day(-700), LAST, LAST, version="1")
    pdf = OURS.pdf(report)
    assert sum(1 for one in elements(read(pdf)) if one["/S"] == "/Figure") == 4
    assert len(report.pain.weekly.weeks) == 8


def test_her_questions_stand_on_page_1():
    pdf = OURS.pdf(sheet(questions=("Do I need a scan?", " ", "痛み?")))
    first = words_of_pages(pdf)[0]
    assert re.search(r"1\.\s*Do I need a scan\?", first)
    assert re.search(r"2\.\s*U\+75DB U\+307F", first)


def test_twelve_places_still_leave_page_1_whole():
    diary = crowded_diary()
    report = build(diary, AlertReport(LAST, (), ()), START, day(-1), LAST, version="1")
    pdf = OURS.pdf(report)
    assert "My questions" in words_of_pages(pdf)[0]
    assert figures_of_pages(read(pdf))[0] == 4
    assert len(report.tables) == 3


def test_twenty_years_are_one_chart_and_tables_by_month():
    diary = crowded_diary(years=20)
    first = diary.first_day
    report = build(diary, AlertReport(LAST, (), ()), first, day(-1), LAST, version="1")
    assert report.tables[0].heading == "Month by month"
    assert sum(figures_of_pages(read(OURS.pdf(report)))) == 4


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_maps_and_questions_stay_on_a_page_1_with_much_to_say(paper):
    pdf = OURS.pdf(sheet(questions=("Do I need a scan?",) * 3, paper=paper))
    assert "Do I need a scan?" in words_of_pages(pdf)[0]
    assert figures_of_pages(read(pdf))[0] == 4


def test_questions_come_before_what_has_no_room_on_page_1():
    questions = ("Do I need a scan?", *("And what about this one? " * 60 for _ in range(2)))
    first, second, *_ = words_of_pages(OURS.pdf(sheet(questions=questions)))
    assert "Do I need a scan?" in first
    assert "About these records" in second
