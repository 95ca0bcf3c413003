from __future__ import annotations

import dataclasses
import datetime as dt
import io
import re
import unicodedata

import pytest
import typst
from pypdf import PdfReader
from pypdf.generic import IndirectObject

from diary.domain.care import QuietPeriod, Treatment
from diary.domain.diary import Diary
from diary.domain.entry import DayEntry, Medicine, Pain, SymptomReport
from diary.domain.places import PLACES
from diary.report.content import build
from diary.report.pages import page_picture
from diary.report.pdf import SheetError, SheetPrinter
from diary.rules.model import AlertReport
from tests.report.lively import LAST, START, lively_alerts, lively_diary
from tests.report.small import back, day, entry

MARKUP = (
    "#let $x$ *b* _i_ `r` <tag> @ref [c] {d} \\ // /* */ = h\n#panic(1)\n- l\n+ n\n~ -- ' \" 1/2"
)
OURS = SheetPrinter(system_fonts=False)


def sheet(diary=None, alerts=None, **options):
    return build(
        lively_diary() if diary is None else diary,
        lively_alerts() if alerts is None else alerts,
        START,
        LAST,
        LAST,
        version="1.2.3",
        **options,
    )


def with_note(text, **profile):
    diary = lively_diary()
    entries = (*diary.entries[:-1], diary.entries[-1].model_copy(update={"note": text}))
    return diary.model_copy(
        update={"entries": entries, "profile": diary.profile.model_copy(update=profile)}
    )


def read(pdf):
    return PdfReader(io.BytesIO(pdf))


def words(pdf):
    return "\n".join(page.extract_text() for page in read(pdf).pages)


def squeezed(text):
    """Return the text without what layout may change."""
    return re.sub(r"[\s\u200b\u2068\u2069]", "", text)


def elements(reader):
    """Yield every structure element of a tagged PDF."""
    waiting = [reader.trailer["/Root"]["/StructTreeRoot"]["/K"]]
    while waiting:
        item = waiting.pop()
        item = item.get_object() if isinstance(item, IndirectObject) else item
        if isinstance(item, list):
            waiting += item
        elif isinstance(item, dict):
            if "/S" in item:
                yield item
            if "/K" in item:
                waiting.append(item["/K"])


@pytest.fixture(scope="module", params=["a4", "letter"])
def made(request):
    return request.param, OURS.pdf(sheet(paper=request.param, include_notes=True))


def test_the_usual_sheet_is_one_page_then_tables_then_notes_then_rules(made):
    paper, pdf = made
    pages = read(pdf).pages
    first, second, *further = (page.extract_text() for page in pages)
    assert "Why I am contacting you" in first
    assert "Where it hurt" in first
    assert "My questions" in first
    assert second.startswith("Week by week")
    assert "Day by day" in second
    whole = "".join(further)
    assert whole.index("My notes") < whole.index("What the diary noticed, in full")
    assert further[-1].startswith("What the diary noticed, in full")
    size = tuple(round(float(length)) for length in pages[0].mediabox[2:])
    assert size == {"a4": (595, 842), "letter": (612, 792)}[paper]


def test_every_page_says_what_it_is_not(made):
    pages = read(made[1]).pages
    for number, page in enumerate(pages, 1):
        text = page.extract_text()
        assert "Recorded by the patient, not a diagnosis, not an all-clear." in text
        assert "Rule book 2026.2, Daymark 1.2.3" in text
        assert f"page {number} of {len(pages)}" in text


def test_page_1_says_the_same_as_the_content(made):
    text = squeezed(read(made[1]).pages[0].extract_text())
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
    first, *further = read(pdf).pages
    assert "My questions" in first.extract_text()
    assert len(further) == (1 if diary.entries else 0)


def test_one_day_from_itself_to_itself():
    diary = lively_diary()
    report = build(diary, AlertReport(LAST, (), ()), LAST, LAST, LAST, version="1")
    assert "22 March 2026" in words(OURS.pdf(report))


def test_markup_is_only_text():
    pdf = OURS.pdf(sheet(with_note(MARKUP, name=MARKUP[:60], cancer="*x* #y"), include_notes=True))
    text = squeezed(words(pdf))
    assert squeezed(MARKUP) in text
    assert squeezed("*x* #y, diagnosed 1 May 2019") in text


@pytest.mark.parametrize(
    "text",
    [
        "\x00\x07\x1b[31m\x7f\x85",
        "\u202e21 hcraM\u202c",
        "\ufeff\ue000\ufdd0\U0010ffff",
        "\U000e0041",
    ],
)
def test_what_cannot_be_seen_is_a_box_with_its_code_point(text):
    found = words(OURS.pdf(sheet(with_note(f"before {text} after"), include_notes=True)))
    for char in text:
        if unicodedata.category(char)[0] == "C":
            assert f"U+{ord(char):04X}" in found
    assert "before" in found
    assert "after" in found


@pytest.mark.parametrize("system_fonts", [True, False])
@pytest.mark.parametrize(
    "text",
    ["腰が痛い", "👩🏽‍🦽", "\U00013000", "ألم في أسفل الظهر", "Боль в спине", "שלום", "3 ≥ 2"],
)
def test_every_script_is_shown_or_boxed(system_fonts, text):
    printer = SheetPrinter(system_fonts=system_fonts)
    found = words(printer.pdf(sheet(with_note(text), include_notes=True)))
    for char in text:
        # Arabic is drawn in joined forms; they stand for the letters they are made of.
        shown = char in unicodedata.normalize("NFKC", found)
        assert shown or f"U+{ord(char):04X}" in found, f"U+{ord(char):04X}"


def test_arabic_words_do_not_turn_our_dates():
    diary = with_note(None, name="أحمد", cancer="سرطان")
    found = words(OURS.pdf(sheet(diary)))
    assert "diagnosed 1 May 2019" in found
    assert "born 1968" in found


def test_a_note_of_100_000_characters_is_whole():
    text = " ".join(f"word{number:05}" for number in range(10_000))
    assert len(text) == 99_999
    found = squeezed(words(OURS.pdf(sheet(with_note(text), include_notes=True))))
    footers = re.compile(r"Recordedbythepatient,.*?page\d+of\d+")
    assert squeezed(text) in footers.sub("", found)


def test_100_000_letters_without_a_space_stay_on_the_page():
    pdf = OURS.pdf(sheet(with_note("W" * 100_000), include_notes=True))
    pages = [page for page in read(pdf).pages if "WW" in page.extract_text()]
    runs = re.findall(r"W{2,}", "".join(page.extract_text() for page in pages))
    assert sum(map(len, runs)) == 100_000
    rightmost = 0.0

    def note_position(text, _matrix, text_matrix, _font, size):
        nonlocal rightmost
        if "WW" in text:
            rightmost = max(rightmost, text_matrix[4] + len(text.rstrip()) * size * 0.8)

    pages[0].extract_text(visitor_text=note_position)
    assert rightmost < float(pages[0].mediabox.right)


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


class Unfit:
    """A typesetter that never succeeds."""

    def __init__(self, diagnostic):
        self.diagnostic = diagnostic
        self.asked = 0

    def compile(self, **_options):
        self.asked += 1
        error = typst.TypstError("no")
        error.diagnostic = self.diagnostic
        raise error


NOT_SHOWN = 'error: the text `"\\u{8170}\\n\\"x"` could not be displayed with font `"Our Font"`'


def test_a_fault_of_ours_tells_no_diary_text():
    printer = SheetPrinter()
    printer.__dict__["_ours"] = Unfit("error: secret diary text")
    with pytest.raises(SheetError) as caught:
        printer.pdf(sheet())
    assert "secret" not in str(caught.value)
    assert caught.value.__suppress_context__


def test_a_font_of_the_computer_that_is_unfit_is_done_without():
    printer = SheetPrinter()
    printer.__dict__["_all"] = unfit = Unfit(NOT_SHOWN)
    found = words(printer.pdf(sheet(with_note("腰"), include_notes=True)))
    assert "U+8170" in found
    assert unfit.asked == 2


def test_what_cannot_be_boxed_away_is_a_fault():
    printer = SheetPrinter(system_fonts=False)
    printer.__dict__["_ours"] = unfit = Unfit(NOT_SHOWN)
    with pytest.raises(SheetError):
        printer.pdf(sheet())
    assert unfit.asked == 2


def test_a_digit_in_a_key_is_boxed_and_no_other_digit():
    """No font of ours has the key; the typesetter names the digit for it, which each score has."""
    text = words(OURS.pdf(sheet(with_note("Press 5\ufe0f\u20e3, then 7"), include_notes=True)))
    assert "Press5U+FE0FU+20E3,then7" in squeezed(text)
    assert "U+003" not in squeezed(text)


def hostile_diary():
    """Return a diary in which every text of hers is markup."""
    full = DayEntry(
        date=LAST,
        pains=(back(4),),
        symptoms=(SymptomReport(symptom=f"custom:{MARKUP[:50]}"),),
        medicines=(Medicine(name=MARKUP[:60]),),
        note=MARKUP,
        could_do=MARKUP,
    )
    return with_note(MARKUP, name=MARKUP[:60]).model_copy(
        update={
            "entries": (*lively_diary().entries[:-1], full),
            "treatments": (Treatment(kind="other", name=MARKUP[:60], start=LAST),),
            "quiet_periods": (QuietPeriod(start=START, end=START, reason=MARKUP[:60]),),
        }
    )


def test_markup_is_only_text_wherever_she_can_write():
    report = sheet(hostile_diary(), include_notes=True, questions=(MARKUP,))
    text = squeezed(words(OURS.pdf(report)))
    assert text.count(squeezed(MARKUP)) == 3
    assert text.count(squeezed(MARKUP[:50])) >= 8


def test_her_questions_stand_on_page_1():
    pdf = OURS.pdf(sheet(questions=("Do I need a scan?", " ", "痛み?")))
    first = read(pdf).pages[0].extract_text()
    assert re.search(r"1\.\s*Do I need a scan\?", first)
    assert re.search(r"2\.\s*U\+75DB U\+307F", first)


def crowded_diary(years=0):
    """Return a diary with pain at twelve places on every day."""
    places = [place for place in PLACES if place != "all_over"][:12]
    span = 56 + 365 * years
    return Diary(
        entries=tuple(
            DayEntry(
                date=day(0) - dt.timedelta(days=span - number),
                pains=tuple(
                    Pain(region=place, worst=(number + at) % 10 + 1)
                    for at, place in enumerate(places)
                ),
                medicines=(Medicine(name="W" * 80),),
            )
            for number in range(span)
        )
    )


def figures_of_pages(reader):
    """Return the number of figures of every page, by the page each is on."""
    pages = [page.indirect_reference.idnum for page in reader.pages]
    found = [0] * len(pages)
    for one in elements(reader):
        if one["/S"] == "/Figure":
            page = one.get("/Pg") or one["/K"][0]["/Pg"]
            found[pages.index(page.indirect_reference.idnum)] += 1
    return found


def test_twelve_places_still_leave_page_1_whole():
    diary = crowded_diary()
    report = build(diary, AlertReport(LAST, (), ()), START, day(-1), LAST, version="1")
    pdf = OURS.pdf(report)
    reader = read(pdf)
    assert "My questions" in reader.pages[0].extract_text()
    assert figures_of_pages(reader)[0] == 4
    assert len(report.tables) == 3


def test_long_words_stay_in_their_column():
    report = build(crowded_diary(), AlertReport(LAST, (), ()), START, day(-1), LAST, version="1")
    page = page_picture(OURS.pdf(report), 40, 1)
    rows = [page.rgbx[4 * page.width * y : 4 * page.width * (y + 1)] for y in range(page.height)]
    right = 4 * int(page.width * (1 - 14 / 210))
    assert all(set(row[right::4]) == {255} for row in rows)


def test_twenty_years_are_one_chart_and_tables_by_month():
    diary = crowded_diary(years=20)
    first = diary.first_day
    report = build(diary, AlertReport(LAST, (), ()), first, day(-1), LAST, version="1")
    assert report.tables[0].heading == "Month by month"
    assert sum(figures_of_pages(read(OURS.pdf(report)))) == 4


def test_nothing_is_read_from_the_diary_as_a_file(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("a secret")
    note = f'#read("{secret}") #include "{secret}" #image("{secret}")'
    assert "a secret" not in words(OURS.pdf(sheet(with_note(note), include_notes=True)))


# A letter, then a mark of another script that no font sets on it.
JOINED = "a\u1ab0 \U0001e000 x\u0b3f"


def test_a_mark_that_a_letter_of_ours_cannot_bear_is_boxed_and_the_letter_stays():
    found = words(SheetPrinter().pdf(sheet(with_note(JOINED * 3), include_notes=True)))
    assert "U+1E000" in found
    assert "page 1 of" in found


def test_all_that_no_font_has_is_found_in_one_round():
    printer = SheetPrinter(system_fonts=False)
    printer.__dict__["_ours"] = counted = Counted(printer._ours)
    text = "".join(map(chr, range(0x4E00, 0x4E00 + 3000)))
    found = words(printer.pdf(sheet(with_note(text), include_notes=True)))
    assert "U+4E00" in found
    assert "U+59B7" in found
    assert counted.asked == 2


class Counted:
    """A typesetter that counts how often it is asked."""

    def __init__(self, real):
        self.real = real
        self.asked = 0

    def compile(self, **options):
        self.asked += 1
        return self.real.compile(**options)


def test_every_answer_of_an_entry_may_be_missing():
    diary = Diary(entries=(DayEntry(date=LAST),))
    assert "1 of 56 days recorded" in words(OURS.pdf(sheet(diary, AlertReport(LAST, (), ()))))


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_maps_and_questions_stay_on_a_page_1_with_much_to_say(paper):
    reader = read(OURS.pdf(sheet(questions=("Do I need a scan?",) * 3, paper=paper)))
    assert "Do I need a scan?" in reader.pages[0].extract_text()
    assert figures_of_pages(reader)[0] == 4


def test_questions_come_before_what_has_no_room_on_page_1():
    questions = ("Do I need a scan?", *("And what about this one? " * 60 for _ in range(2)))
    first, second, *_ = read(OURS.pdf(sheet(questions=questions))).pages
    assert "Do I need a scan?" in first.extract_text()
    assert "About these records" in second.extract_text()


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
