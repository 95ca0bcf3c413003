"""Every kind of page, as it is seen on paper, beside its stored picture."""

from __future__ import annotations

import dataclasses
import io

import pytest
from PIL import Image

from diary.domain.diary import Diary
from diary.domain.entry import Pain, SignReport
from diary.domain.places import PLACES
from diary.report.content import build
from diary.report.pages import page_picture
from diary.report.pdf import SheetPrinter
from diary.rules.model import AlertReport
from tests.baseline import Baseline
from tests.report.lively import LAST, START, lively_alerts, lively_diary
from tests.report.small import FIRST, back_days, day, entry

DPI = 72
# Most of a page is white: a line of text that is missing makes about this much.
TOLERANCE = 1.0
OURS = SheetPrinter(system_fonts=False)
QUESTIONS = ("Could the tablets cause the sore hands?", "Do I need a scan of my back?")


@pytest.fixture
def same_page(request):
    """Compare a page of a sheet, counted from 0, with the stored picture of a name."""
    baseline = Baseline("pages", TOLERANCE, request.config.getoption("--accept-baseline"))

    def compare(pdf, number, name):
        page = page_picture(pdf, DPI, number)
        picture = Image.frombuffer("RGB", (page.width, page.height), page.rgbx, "raw", "RGBX", 0, 1)
        file = io.BytesIO()
        picture.convert("L").save(file, "png", optimize=True)
        baseline.compare(file.getvalue(), name)

    return compare


def printed(diary=None, alerts=None, **options):
    return OURS.pdf(
        build(
            lively_diary() if diary is None else diary,
            lively_alerts() if alerts is None else alerts,
            START,
            LAST,
            LAST,
            version="1.2.3",
            **options,
        )
    )


@pytest.fixture(scope="module")
def whole():
    return printed(include_notes=True, questions=QUESTIONS)


@pytest.mark.baseline
@pytest.mark.parametrize(
    ("number", "name"),
    [(0, "first"), (1, "tables"), (2, "tables-and-notes"), (3, "rules")],
)
def test_a_whole_sheet(whole, same_page, number, name):
    same_page(whole, number, name)


@pytest.mark.baseline
def test_a_first_page_on_letter_with_lines_to_write_on(same_page):
    same_page(printed(paper="letter"), 0, "first-letter")


@pytest.mark.baseline
def test_an_empty_diary(same_page):
    same_page(printed(Diary(), AlertReport(LAST, (), ())), 0, "empty")


@pytest.mark.baseline
def test_a_page_with_boxes_for_what_no_font_has(same_page):
    entries = (entry(3, pains=(Pain(region="all_over", worst=4),), note="腰\x07 שלום \U0001f600"),)
    diary = Diary(entries=entries)
    pdf = printed(diary, AlertReport(LAST, (), ()), include_notes=True, questions=("痛み?",))
    same_page(pdf, 0, "boxes")
    same_page(pdf, 1, "boxes-in-notes")


@pytest.mark.baseline
def test_more_than_page_1_can_hold(same_page):
    many = tuple(
        dataclasses.replace(alert, rule=f"{alert.rule}{number}")
        for number in range(10)
        for alert in lively_alerts().alerts
    )
    questions = tuple(f"Question {number}?" for number in range(14))
    pdf = printed(alerts=AlertReport(LAST, many, ()), questions=questions)
    same_page(pdf, 0, "full")
    same_page(pdf, 1, "full-second")


@pytest.mark.baseline
def test_nerve_signs_that_were_rarely_asked(same_page):
    tingling = SignReport(sign="tingling_hand_foot", grade=1)
    numb = SignReport(sign="numbness_limb", side="left", new="yes")
    entries = tuple(
        entry(
            n,
            pains=(Pain(region="hip", side="left", worst=3),),
            signs={2: (tingling,), 12: (tingling, numb)}.get(n),
        )
        for n in range(20)
    )
    same_page(printed(Diary(entries=entries), AlertReport(LAST, (), ())), 0, "rarely-asked")


@pytest.mark.baseline
def test_twelve_places(same_page):
    places = [place for place in PLACES if place != "all_over"][:12]
    entries = tuple(
        entry(n, pains=tuple(Pain(region=p, worst=1 + (n + at) % 7) for at, p in enumerate(places)))
        for n in range(20)
    )
    pdf = printed(Diary(entries=entries), AlertReport(LAST, (), ()), paper="letter")
    same_page(pdf, 0, "twelve-places")
    same_page(pdf, 1, "twelve-places-days")


@pytest.mark.baseline
def test_years_go_by_months(same_page):
    diary = back_days([(n // 40) % 8 if n % 9 else None for n in range(1100)])
    report = build(diary, AlertReport(LAST, (), ()), FIRST, day(1099), day(1099), version="1.2.3")
    pdf = OURS.pdf(report)
    same_page(pdf, 0, "years")
    same_page(pdf, 1, "years-by-months")
