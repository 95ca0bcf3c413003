from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.report.glyphs import Missing, paragraphs, plain, reads_right_to_left, rich
from tests.strategies import HOSTILE_TEXTS


def box(*codes):
    return {"codes": " ".join(codes)}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain",
        "#let $x$ *_ `a` <b> @c [d] {e} \\ // = + -",
        "e\u0301 and \u00e9",
        "soft\u00adhyphen, no\u200cjoin, join\u200d, mark\u200e \u061c, \u2060",
        "Arabic number sign \u0600",
        "😀",
    ],
)
def test_what_can_be_shown_stays_as_it_is(text):
    assert rich(text) == text


@pytest.mark.parametrize(
    ("char", "code"),
    [
        ("\0", "U+0000"),
        ("\x07", "U+0007"),
        ("\x0b", "U+000B"),
        ("\x7f", "U+007F"),
        ("\x85", "U+0085"),
        ("\u202e", "U+202E"),
        ("\u2066", "U+2066"),
        ("\ufeff", "U+FEFF"),
        ("\ufdd0", "U+FDD0"),
        ("\ufffe", "U+FFFE"),
        ("\U0010ffff", "U+10FFFF"),
        ("\ue000", "U+E000"),
        ("\ud800", "U+D800"),
        ("\U000e0041", "U+E0041"),
    ],
)
def test_what_would_vanish_or_turn_the_order_becomes_a_box(char, code):
    assert rich(f"a{char}b") == ["a", box(code), "b"]
    assert plain(f"a{char}b") == f"a[{code}]b"


def test_boxes_side_by_side_are_put_together():
    assert rich("\x01\x02 \x03") == [box("U+0001", "U+0002"), " ", box("U+0003")]


def test_what_no_font_has_becomes_a_box():
    assert rich("a腰b", Missing.of({"腰"})) == ["a", box("U+8170"), "b"]
    assert rich("ax\u0323b", Missing.of({"x\u0323"})) == ["a", box("U+0078", "U+0323"), "b"]
    assert rich("x", Missing.of({"腰"})) == "x"


def test_the_longest_of_what_no_font_has_is_boxed_as_one():
    missing = Missing.of({"腰", "腰痛", "腰痛い"})
    assert rich("腰痛いb腰c", missing) == [
        box("U+8170", "U+75DB", "U+3044"),
        "b",
        box("U+8170"),
        "c",
    ]


def test_a_first_character_alone_is_not_the_whole_piece():
    assert rich("xa", Missing.of({"x\u0323"})) == "xa"
    assert rich("x\x00a", Missing.of({"x\u0323"})) == ["x", box("U+0000"), "a"]


def test_lines_and_tabs_are_layout():
    assert rich("a\r\nb\rc\u2028d\u2029e\nf") == "a\nb\nc\nd\ne\nf"
    assert rich("a\tb") == "a\u00a0\u00a0\u00a0\u00a0b"
    assert paragraphs("a\r\n\r\nb") == ["a", "", "b"]


def test_a_word_that_would_run_off_the_page_may_break():
    assert rich("w" * 40) == "w" * 40
    assert rich("w" * 70) == "\u200b".join(["w" * 30, "w" * 30, "w" * 10])


def test_it_never_breaks_before_a_mark_that_joins_on():
    word = "e" * 30 + "\u0301" * 5 + "x" * 10
    assert rich(word) == "e" * 30 + "\u0301" * 5 + "\u200b" + "x" * 10


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", False), ("12", False), ("a ب", False), ("12 ب b", True), ("שלום", True)],
)
def test_the_first_letter_gives_the_direction(text, expected):
    assert reads_right_to_left(text) is expected


@given(st.text() | st.sampled_from(HOSTILE_TEXTS))
def test_nothing_that_was_written_is_lost(text):
    pieces = rich(text)
    said = ""
    for piece in [pieces] if isinstance(pieces, str) else pieces:
        if isinstance(piece, str):
            said += piece
        else:
            said += "".join(chr(int(code[2:], 16)) for code in piece["codes"].split())
    layout = str.maketrans({"\u200b": "", "\r": "\n", "\u2028": "\n", "\u2029": "\n"})
    expected = text.replace("\r\n", "\n").replace("\t", "\u00a0" * 4)
    assert said.translate(layout) == expected.translate(layout)
