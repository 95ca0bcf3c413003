"""The sheet as a file: its pages, its tags, its fonts, and that it is the same each time."""

from __future__ import annotations

import dataclasses
import re

import pytest

from diary.domain.diary import Diary
from diary.domain.entry import DayEntry
from diary.report.pdf import SheetPrinter
from diary.rules.model import AlertReport
from tests.report.lively import LAST
from tests.report.printed import OURS, elements, read, sheet, squeezed, words, words_of_pages


@pytest.fixture(scope="module", params=["a4", "letter"])
def made(request):
    return request.param, OURS.pdf(sheet(paper=request.param, include_notes=True))


def test_the_usual_sheet_is_one_page_then_tables_then_notes_then_rules(made):
    paper, pdf = made
    first, second, *further = words_of_pages(pdf)
    assert "Why I am contacting you" in first
    assert "Where it hurt" in first
    assert "My questions" in first
    assert second.startswith("Week by week")
    assert "Day by day" in second
    whole = "".join(further)
    assert whole.index("My notes") < whole.index("What the diary noticed, in full")
    assert further[-1].startswith("What the diary noticed, in full")
    size = tuple(round(float(length)) for length in read(pdf).pages[0].mediabox[2:])
    assert size == {"a4": (595, 842), "letter": (612, 792)}[paper]


def test_every_page_says_what_it_is_not(made):
    pages = words_of_pages(made[1])
    for number, text in enumerate(pages, 1):
        assert "Recorded by the patient, not a diagnosis, not an all-clear." in text
        assert "Rule book 2026.2, Daymark 1.2.3" in text
        assert f"page {number} of {len(pages)}" in text


def test_page_1_says_the_same_as_the_content(made):
    text = squeezed(words_of_pages(made[1])[0])
    report = sheet()
    for reason in report.reasons.items:
        assert squeezed(reason.title) in text
        assert squeezed(reason.text) in text
    for row in report.nerve.rows:
        assert squeezed(row.label + row.word) in text
    for fact in (*report.pain.facts, *report.quality.facts):
        assert squeezed(fact.value) in text
    # In short where the page is full.
    for fact, in_short in zip(report.pain.numbers, report.pain.numbers_short, strict=True):
        assert squeezed(fact.value) in text or squeezed(in_short.value) in text


def test_it_declares_both_standards(made):
    xmp = read(made[1]).xmp_metadata
    marks = xmp.rdf_root.toxml()
    assert re.search(r"pdfuaid:part>1<", marks)
    assert re.search(r"pdfaid:part>2<", marks)
    assert re.search(r"pdfaid:conformance>A<", marks)


def test_it_is_tagged_and_has_language_and_title(made):
    reader = read(made[1])
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == "Symptom diary, 26 January to 22 March 2026"
    kinds = {element["/S"] for element in elements(reader)}
    assert {"/H1", "/H2", "/H3", "/Table", "/TH", "/Figure", "/P"} <= kinds


def test_the_chart_and_the_maps_have_their_words(made):
    figures = [one for one in elements(read(made[1])) if one["/S"] == "/Figure"]
    report = sheet()
    expected = {report.pain.chart_text, *(one.text for one in report.maps.maps)}
    assert len(figures) == 4
    assert {figure["/Alt"] for figure in figures} == expected


def test_only_our_font_is_in_it_and_it_is_embedded(made):
    fonts = {}
    for page in read(made[1]).pages:
        for font in page["/Resources"]["/Font"].values():
            (inner,) = font["/DescendantFonts"]
            fonts[font["/BaseFont"]] = inner.get_object()["/FontDescriptor"]
    assert fonts
    assert {name.split("+")[1].split("-")[0] for name in fonts} == {"AtkinsonHyperlegible"}
    assert all("/FontFile2" in descriptor for descriptor in fonts.values())


def test_its_colours_are_defined_in_the_file(made):
    (intent,) = read(made[1]).trailer["/Root"]["/OutputIntents"]
    assert intent.get_object()["/S"] == "/GTS_PDFA1"
    assert "/DestOutputProfile" in intent.get_object()


def test_every_figure_has_its_words(made):
    figures = [one for one in elements(read(made[1])) if one["/S"] == "/Figure"]
    assert all(len(figure["/Alt"]) > 20 for figure in figures)


def test_the_cells_of_the_tables_have_headers(made):
    kinds = [one["/S"] for one in elements(read(made[1]))]
    # The first table is on page 1: a label and eight weeks.
    assert kinds.count("/Table") == 3
    assert kinds.count("/TH") >= 9 + 7 + 8


def test_its_date_is_the_date_of_the_sheet(made):
    date = read(made[1]).metadata.creation_date
    assert (date.year, date.month, date.day) == (2026, 3, 22)


def test_the_same_sheet_gives_the_same_bytes():
    assert SheetPrinter().pdf(sheet()) == SheetPrinter().pdf(sheet())


def test_every_answer_of_an_entry_may_be_missing():
    diary = Diary(entries=(DayEntry(date=LAST),))
    assert "1 of 56 days recorded" in words(OURS.pdf(sheet(diary, AlertReport(LAST, (), ()))))


def test_two_alerts_about_one_place_are_both_named_above_its_chart():
    report = sheet(paper="letter")
    chart = OURS._pictures(report).chart
    lower = dataclasses.replace(report.pain.chart, spells=report.pain.chart.spells[:1])
    one = OURS._pictures(
        dataclasses.replace(report, pain=dataclasses.replace(report.pain, chart=lower))
    ).chart
    height = re.compile(r'height="([\d.]+)pt"')
    taller, lower = (float(height.search(svg).group(1)) for svg in (chart, one))
    assert taller > lower + 10
