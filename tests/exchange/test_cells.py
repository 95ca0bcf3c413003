"""The table of a CSV: delimiter, header, quoting, and texts that no spreadsheet runs."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.errors import RequestError
from diary.exchange.cells import COLUMNS, Row, row_name, table, written
from tests.refusals import refused

HEADER = "date,item,place,side,value,detail\n"


def rows(text):
    problems = []
    found = list(table(text, problems))
    assert problems == []
    return found


def problems_of(text):
    problems = []
    list(table(text, problems))
    return problems


def test_header_is_that_of_the_contract():
    assert written([]) == HEADER
    assert ",".join(COLUMNS) + "\n" == HEADER


def test_row_counts_as_a_spreadsheet_does():
    assert row_name(7) == "row 7"
    found = rows(HEADER + '2026-03-01,note,,,"two\nlines",\n\n,,,,,\n2026-03-02,no_pain,,,,\n')
    assert [row.number for row in found] == [2, 5]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_delimiter_and_line_ends_are_those_of_the_file(delimiter, end):
    lines = [delimiter.join(COLUMNS), delimiter.join(["d", "i", "p", "s", "v", "a=1"])]
    assert rows(end.join(lines) + end)[0].cells == dict(zip(COLUMNS, "dipsv", strict=False)) | {
        "detail": "a=1"
    }


def test_delimiter_is_told_from_the_header_and_not_from_the_texts():
    text = "date;item;value\n2026-03-01;note;a,b,c,d,e,f\n"
    assert rows(text)[0].text("value") == "a,b,c,d,e,f"


def test_columns_may_stand_in_any_order_with_blanks_capitals_and_quotes():
    found = rows('"Value", DATE ,"item",,\n6,2026-03-01,sleep\n')
    assert found[0].cells == {"value": "6", "date": "2026-03-01", "item": "sleep"}


def test_cell_is_taken_as_it_is_or_without_its_blanks():
    row = Row(2, {"value": " x "})
    assert (row.text("value"), row.word("value")) == (" x ", "x")
    assert (row.text("side"), row.word("side")) == ("", "")


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("date,place,score", "The column 'score' is not understood; the first row names"),
        ("date,where,Pain score", "The columns 'where' and number 3 are not understood"),
        ("Datum;Ort;Stärke", "The columns 'Datum', 'Ort' and number 3 are not understood"),
        ("date,place,value,my sister", "The column number 4 is not understood"),
        ("date,,value", "The column number 2 is not understood"),
        ("date,place,value," + "x" * 41, "The column number 4 is not understood"),
        ("date,place,value,a\x1bb", "The column number 4 is not understood"),
        ("2026-03-01,lower_back,6", "The file does not name its columns; the first row names"),
        ("date,item,value,date", "The column date stands there twice"),
        ("date,item", "The column value is missing"),
        ("item,value", "The column date is missing"),
        ("date,value", "The column place is missing"),
    ],
)
def test_header_that_is_not_understood_is_refused_with_the_name_of_the_column(header, words):
    with refused(RequestError, words):
        rows(header + "\n2026-03-01,lower_back,6\n")


def test_table_of_very_many_columns_is_refused_in_one_short_sentence():
    header = "date," + ",".join(f"c{number}" for number in range(100_000))
    with refused(RequestError, "The table has 100001 columns") as caught:
        rows(header + "\n2026-03-01\n")
    assert len(caught.value.user_message) < 200


def test_header_names_are_the_help():
    with refused(RequestError, "names the columns: date,item,place,side,value,detail."):
        rows("a,b\n")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "'a", "\tx", "\rx", "''", "'="])
def test_text_a_spreadsheet_would_run_is_shielded_and_comes_back(text):
    line = written([("2026-03-01", "note", "", "", text, "")])
    assert f"'{text}" in line
    assert rows(line)[0].text("value") == text


@pytest.mark.parametrize("text", ["it's", "1=1", "'hello", "'", " =1", "\n=1", "ä'"])
def test_other_apostrophes_are_left_alone(text):
    assert rows(HEADER + f'd,note,,,"{text}",\n')[0].text("value") == text


def test_only_what_needs_quotes_gets_them():
    def line(text):
        return written([("d", "note", "", "", text, "")]).removeprefix(HEADER)

    assert line("a;b\tc=d") == "d,note,,,a;b\tc=d,\n"
    assert line('say "a, b"') == 'd,note,,,"say ""a, b""",\n'
    assert line("two\nlines") == 'd,note,,,"two\nlines",\n'
    assert line(" blank") == 'd,note,,," blank",\n'


@given(st.lists(st.text(max_size=8), min_size=6, max_size=6))
def test_any_text_comes_back(cells):
    text = written([("x", *cells[1:])])
    assert list(rows(text)[0].cells.values()) == ["x", *cells[1:]]


@given(st.lists(st.text("a=+-@'\t\r\n\"',; ", max_size=4), min_size=6, max_size=6))
def test_other_programs_read_the_same_table_with_the_shields(cells):
    read = list(csv.reader(io.StringIO(written([tuple(cells)]), newline="")))
    shields = tuple("=+-@'\t\r")
    assert read[1] == ["'" + cell if cell.startswith(shields) else cell for cell in cells]


def test_pairs_of_a_detail_need_no_quotes_between_semicolons():
    text = ";".join(COLUMNS) + "\nd;pain;knee;;6;night=felt;relief=some\nd;pain;hip;;1\n"
    assert [row.text("detail") for row in rows(text)] == ["night=felt;relief=some", ""]


def test_row_with_more_cells_than_columns_is_a_problem():
    text = HEADER + "2026-03-01,note,,,a,,b\n2026-03-01,note,,,a,,,,\n"
    assert problems_of(text) == ["row 2: has more cells than the first row has columns"]


def test_short_row_is_filled_up():
    assert rows(HEADER + "2026-03-01,no_pain\n")[0].text("value") == ""


def test_short_last_row_without_an_end_looks_cut():
    for delimiter in (",", ";"):
        with refused(RequestError, "ends too early"):
            rows((HEADER + "2026-03-01,pain,lower_back,,").replace(",", delimiter))
    assert len(rows(HEADER + "2026-03-01,no_pain,,,,")) == 1


def test_quotes_that_never_close_have_their_own_sentence():
    with refused(RequestError, "The file ends inside a quotation: a quotation mark is missing"):
        rows(HEADER + '2026-03-01,note,,,"never closed')


def test_quotes_in_the_wrong_place_are_a_problem_with_their_row():
    text = HEADER + '2026-03-01,note,,,a,\n2026-03-01,note,,,"a"b,\n'
    assert problems_of(text) == [
        "row 3: has quotation marks that do not close, or a text beyond any length"
    ]


def test_text_beyond_any_length_is_a_problem_with_its_row():
    text = HEADER + f"2026-03-01,note,,,{'x' * 200_000},\n"
    assert problems_of(text)[0].startswith("row 2: has quotation marks that do not close, or")


def test_table_without_rows_is_empty():
    assert rows(HEADER) == []
