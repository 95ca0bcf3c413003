"""``report`` as it is called."""

from __future__ import annotations

import pytest

from tests.cli.conftest import NOTE
from tests.report.printed import words


def text_of(path):
    return words(path.read_bytes())


def test_report_is_written_and_named(filled, tmp_path):
    out = tmp_path / "sheet.pdf"
    ran = filled("report", out)
    assert (ran.status, ran.out) == (0, f"The report was written to {out}\n")
    assert out.read_bytes().startswith(b"%PDF-")


def test_notes_come_only_when_they_are_asked_for(filled, tmp_path):
    without, with_notes = tmp_path / "a.pdf", tmp_path / "b.pdf"
    period = ("--from", "2026-03-01", "--to", "2026-03-22", "--paper", "letter")
    filled("report", without, *period)
    filled("report", with_notes, *period, "--notes")
    assert NOTE not in text_of(without)
    assert NOTE in text_of(with_notes)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("a.pdf", "--paper", "a5"), "'a5' is not one of 'a4', 'letter'."),
        (("a.pdf", "--from", "2026-03-02", "--to", "2026-03-01"), "The first day lies after"),
        ((".",), ". is a folder; give the name of a file."),
        (("no/where/a.pdf",), "The folder no/where does not exist."),
        ((), "Missing argument 'OUT.pdf'. See `daymark report --help`."),
    ],
)
def test_wrong_request_is_status_2(filled, tmp_path, monkeypatch, arguments, words):
    monkeypatch.chdir(tmp_path)
    ran = filled("report", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert words in ran.err
    assert list(tmp_path.glob("*.pdf*")) == []


def test_diary_itself_is_never_overwritten(filled, paths):
    assert filled("report", paths.diary).status == 2
    assert filled("verify").status == 0
