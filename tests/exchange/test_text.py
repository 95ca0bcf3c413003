"""Bytes become text, or one plain sentence says what kind of file it is."""

from __future__ import annotations

import pytest

from diary.errors import RequestError
from diary.exchange.text import decoded, is_json
from tests.refusals import refused

BOM = b"\xef\xbb\xbf"


def test_byte_order_mark_is_taken_off():
    assert decoded(BOM + "ä".encode()) == "ä"
    assert decoded("ä".encode()) == "ä"


@pytest.mark.parametrize("data", [b"{}", b" \r\n\t{", b"[", BOM + b" {"])
def test_json_is_told_by_its_content(data):
    assert is_json(data)


@pytest.mark.parametrize("data", [b"", b"date,item", BOM + b"date", b'"{'])
def test_anything_else_is_not_json(data):
    assert not is_json(data)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "The file is empty, so there is nothing to import."),
        (BOM, "is empty"),
        (b" \r\n\t ", "is empty"),
        ("Müller".encode("latin-1"), "is not text in UTF-8; save it again as UTF-8"),
        ("date,item".encode("utf-16"), "is not text in UTF-8"),
        (b"\x80\x81", "is not text in UTF-8"),
        ("note: ü".encode()[:-1], "ends too early, as if it had been cut short"),
        (b"SQLite format 3\x00\x10\x00", "a diary file or a backup, not an export"),
        (b"PK\x03\x04\x14\x00", "a spreadsheet's own file or an archive"),
    ],
    ids=range(9),
)
def test_what_is_not_utf8_text_is_refused(data, words):
    with refused(RequestError, words):
        decoded(data)
