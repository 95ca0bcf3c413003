"""The process that sets sheets, asked as it is by the window."""

from __future__ import annotations

import io
import json
import subprocess
import sys

import pytest

from diary.report.here import SetterHere
from diary.report.payload import payload
from diary.report.serving import serve
from diary.report.setting import NotShown
from diary.report.talk import receive, send
from tests.report.printed import OURS, sheet, with_note

MADE_AT = 1_774_137_600
SETTING = {"what": "set", "made_at": MADE_AT, "system_fonts": False}
# A library that prints, before the first question and between the answers.
LOUD = """
import os
from diary.report import serving

def loud(asked, told, serve=serving.serve):
    print("to whom it may concern", flush=True)
    os.write(1, b"below Python, too")
    serve(asked, told)

serving.serve = loud
serving.main()
"""


def data_of(report):
    return json.dumps(payload(report, OURS._pictures(report)), ensure_ascii=False)


def spoken(*turns):
    """Return turns of the talk as they stand in a pipe."""
    stream = io.BytesIO()
    for turn in turns:
        send(stream, *turn)
    return stream.getvalue()


def heard(told):
    """Return the turns of the talk that stand in a pipe."""
    stream, turns = io.BytesIO(told), []
    while (turn := receive(stream)) is not None:
        turns.append(turn)
    assert stream.read() == b""
    return turns


def answers(*questions):
    told = io.BytesIO()
    serve(io.BytesIO(spoken(*questions)), told)
    return heard(told.getvalue())


@pytest.fixture(scope="module")
def data():
    return data_of(sheet())


@pytest.fixture(scope="module")
def pdf(data):
    return SetterHere().set_sheet(data, MADE_AT, system_fonts=False)


def test_it_sets_sheets_and_draws_pages_as_the_process_itself_does(data, pdf):
    drawing = {"what": "draw", "dpi": 30.0, "number": 1}
    (said, made), (drawn, rgbx) = answers((SETTING, data.encode()), (drawing, pdf))
    assert (said, made) == ({}, pdf)
    page = SetterHere().draw(pdf, 30.0, 1)
    assert drawn == {"page": {"pages": page.pages, "width": page.width, "height": page.height}}
    assert rgbx == page.rgbx


def test_what_no_font_has_is_told(data):
    text = data_of(sheet(with_note("腰 \U00013000"), include_notes=True))
    with pytest.raises(NotShown) as refused:
        SetterHere().set_sheet(text, MADE_AT, system_fonts=False)
    ((said, body), again) = answers((SETTING, text.encode()), (SETTING, data.encode()))
    assert said == {"kind": refused.value.kind, "not_shown": sorted(refused.value.pieces)}
    assert {"腰", "\U00013000"} <= set(said["not_shown"])
    assert body == b""
    assert again[1].startswith(b"%PDF")


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        (({"what": "draw", "dpi": 30.0, "number": 0}, b"words of hers"), "PdfiumError"),
        (({"what": "draw", "dpi": 30.0, "number": 0, "words of hers": 1}, b""), "PdfiumError"),
        ((SETTING, b"words of hers \xff"), "UnicodeDecodeError"),
        (({"what": "words of hers"}, b""), "KeyError"),
    ],
)
def test_a_fault_is_described_without_what_was_said(question, kind, data):
    ((said, body), again) = answers(question, (SETTING, data.encode()))
    assert body == b""
    assert kind in "\n".join(said["fault"])
    assert "diary.report.serving" in "\n".join(said["fault"])
    assert "words of hers" not in "\n".join(said["fault"])
    assert again[1].startswith(b"%PDF")  # it goes on


def test_what_a_library_prints_does_not_come_between_the_answers(data, pdf):
    ran = subprocess.run(
        [sys.executable, "-c", LOUD],
        input=spoken((SETTING, data.encode())),
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert heard(ran.stdout) == [({}, pdf)]
    assert b"concern" in ran.stderr


def test_the_program_itself_becomes_that_process_when_it_is_told(data, pdf):
    ran = subprocess.run(
        [sys.executable, "main.py", "--set-sheets"],
        input=spoken((SETTING, data.encode())),
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert heard(ran.stdout) == [({}, pdf)]
    assert ran.stderr == b""
