from __future__ import annotations

import json

from diary.domain.diary import Diary
from diary.report.content import build
from diary.report.glyphs import Missing
from diary.report.payload import Pictures, payload
from diary.rules.model import AlertReport
from tests.report.lively import LAST, START, lively_alerts, lively_diary
from tests.report.small import day, entry


def sheet(diary=None, **options):
    return build(
        lively_diary() if diary is None else diary,
        lively_alerts(),
        START,
        LAST,
        LAST,
        version="1.2.3",
        **options,
    )


def test_it_is_plain_data():
    data = payload(
        sheet(include_notes=True), Pictures("<svg/>", "<low/>", ("<a/>", "<b/>", "<c/>"))
    )
    assert json.loads(json.dumps(data)) == data
    assert data["made_on"] == [2026, 3, 22]
    assert (data["chart_svg"], data["low_chart_svg"]) == ("<svg/>", "<low/>")
    assert data["map_svgs"] == ["<a/>", "<b/>", "<c/>"]
    assert data["maps"]["maps"][0]["text"].startswith("Body map, start, 26 January to 1 February")
    assert data["tables"][0]["widths"][0] == 1.3
    assert data["nerve"]["rows"][2]["answer"] == "yes"
    assert data["head"]["facts"][3] == {
        "label": "Osteoporosis",
        "value": "not answered",
        "known": False,
    }
    assert data["pain"]["chart"] is None
    assert data["pain"]["chart_text"].startswith("Lower back, 26 January")


def test_notes_are_set_line_by_line_each_in_its_direction():
    diary = Diary(entries=(entry(0, note="one\r\n\nشلل 2\n\x07"),))
    empty = AlertReport(LAST, (), ())
    report = build(diary, empty, day(0), day(9), LAST, version="1", include_notes=True)
    (note,) = payload(report, Pictures())["notes"]["items"]
    assert note["lines"] == [
        {"rtl": False, "text": "one"},
        {"rtl": False, "text": ""},
        {"rtl": True, "text": "شلل 2"},
        {"rtl": False, "text": [{"codes": "U+0007"}]},
    ]


def test_a_sheet_without_pain_or_notes_says_none():
    data = payload(sheet(Diary()), Pictures())
    assert data["notes"] is None
    assert data["chart_svg"] is None


def test_what_no_font_has_is_boxed_everywhere():
    data = payload(sheet(), Pictures(), Missing.of({"Ruth"}))
    assert data["head"]["name"] == [{"codes": "U+0052 U+0075 U+0074 U+0068"}, " Example"]
