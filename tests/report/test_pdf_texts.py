"""Her words in the sheet: markup is only text, what no font has is a box with its code point."""

from __future__ import annotations

import re
import unicodedata

import pytest

from diary.domain.care import QuietPeriod, Treatment
from diary.domain.entry import DayEntry, Medicine, SymptomReport
from diary.report.content import build
from diary.report.here import SetterHere
from diary.report.pages import page_picture
from diary.report.setting import NotShown, SheetError
from diary.rules.model import AlertReport
from tests.report.lively import LAST, START, lively_diary
from tests.report.printed import (
    MARKUP,
    OURS,
    DrawnOnce,
    crowded_diary,
    read,
    sheet,
    squeezed,
    with_note,
    words,
)
from tests.report.small import back, day


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
    printer = DrawnOnce(system_fonts=system_fonts)
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


class Unfit(SetterHere):
    """A typesetter that never succeeds: with the fonts of the computer, or with any."""

    def __init__(self, *, with_ours=True):
        super().__init__()
        self.with_ours = with_ours
        self.asked = 0

    def set_sheet(self, data, made_at, *, system_fonts):
        if not (system_fonts or self.with_ours):
            return super().set_sheet(data, made_at, system_fonts=False)
        self.asked += 1
        raise NotShown("TypstError", ['\u8170\n"x'])


def test_a_font_of_the_computer_that_is_unfit_is_done_without():
    unfit = Unfit(with_ours=False)
    found = words(DrawnOnce(setter=unfit).pdf(sheet(with_note("腰"), include_notes=True)))
    assert "U+8170" in found
    assert unfit.asked == 2


class Gone(SetterHere):
    """A typesetter whose process ends at work."""

    asked = 0

    def set_sheet(self, _data, _made_at, *, system_fonts):  # noqa: ARG002  whatever it is asked for
        self.asked += 1
        raise SheetError("the process ended")


def test_a_process_that_ends_is_no_unfit_font():
    """Else what she wrote would be boxes, and nobody would know why."""
    gone = Gone()
    with pytest.raises(SheetError, match=r"^the process ended$"):
        DrawnOnce(setter=gone).pdf(sheet(with_note("腰"), include_notes=True))
    assert gone.asked == 1


def test_what_cannot_be_boxed_away_is_a_fault():
    unfit = Unfit()
    with pytest.raises(SheetError, match=r"^TypstError$"):
        DrawnOnce(system_fonts=False, setter=unfit).pdf(sheet())
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


def test_long_words_stay_in_their_column():
    report = build(crowded_diary(), AlertReport(LAST, (), ()), START, day(-1), LAST, version="1")
    page = page_picture(OURS.pdf(report), 40, 1)
    rows = [page.rgbx[4 * page.width * y : 4 * page.width * (y + 1)] for y in range(page.height)]
    right = 4 * int(page.width * (1 - 14 / 210))
    assert all(set(row[right::4]) == {255} for row in rows)


def test_nothing_is_read_from_the_diary_as_a_file(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("a secret")
    note = f'#read("{secret}") #include "{secret}" #image("{secret}")'
    assert "a secret" not in words(OURS.pdf(sheet(with_note(note), include_notes=True)))


# A letter, then a mark of another script that no font sets on it.
JOINED = "a\u1ab0 \U0001e000 x\u0b3f"


def test_a_mark_that_a_letter_of_ours_cannot_bear_is_boxed_and_the_letter_stays():
    found = words(DrawnOnce().pdf(sheet(with_note(JOINED * 3), include_notes=True)))
    assert "U+1E000" in found
    assert "page 1 of" in found


def test_all_that_no_font_has_is_found_in_one_round():
    counted = Counted()
    text = "".join(map(chr, range(0x4E00, 0x4E00 + 3000)))
    printer = DrawnOnce(system_fonts=False, setter=counted)
    found = words(printer.pdf(sheet(with_note(text), include_notes=True)))
    assert "U+4E00" in found
    assert "U+59B7" in found
    assert counted.asked == 2


class Counted(SetterHere):
    """A typesetter that counts how often it is asked."""

    def __init__(self):
        super().__init__()
        self.asked = 0

    def set_sheet(self, data, made_at, *, system_fonts):
        self.asked += 1
        return super().set_sheet(data, made_at, system_fonts=system_fonts)


def test_a_fault_of_ours_tells_no_diary_text():
    with pytest.raises(SheetError) as caught:
        DrawnOnce(setter=Unfit()).pdf(sheet())
    assert "x" not in str(caught.value)
    assert caught.value.__suppress_context__
