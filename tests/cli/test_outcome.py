"""However a run ends: its status, one sentence, and no trace of the diary."""

from __future__ import annotations

import sys

import pytest

from diary.cli.outcome import guarded
from diary.errors import DiaryError, FileProblem, RequestError

SECRET = "her own words"


def raising(error):
    def action():
        raise error

    return action


def test_status_of_the_action_is_that_of_the_run(tmp_path):
    assert guarded(lambda: 0, tmp_path) == 0
    assert guarded(lambda: 7, tmp_path) == 7


@pytest.mark.parametrize(
    ("error", "status", "told"),
    [
        (RequestError("It was wrong.", ("a: is wrong", "b: too")), 2, "a: is wrong\nb: too\n"),
        (FileProblem("It was wrong.", "detail for the log"), 1, ""),
        (DiaryError("It was wrong."), 1, ""),
    ],
)
def test_known_error_is_a_sentence_and_its_problems(tmp_path, capsys, error, status, told):
    assert guarded(raising(error), tmp_path) == status
    assert capsys.readouterr() == ("", "It was wrong.\n" + told)


def test_bug_is_a_sentence_and_a_report_without_values(tmp_path, capsys):
    logs = tmp_path / "logs"
    assert guarded(raising(ValueError(SECRET)), logs) == 1
    [report] = logs.iterdir()
    assert capsys.readouterr().err == (
        "Something in the program did not work. A report without anything from your diary "
        f"was written to {report}.\n"
    )
    text = report.read_text(encoding="utf-8")
    assert "ValueError" in text
    assert SECRET not in text


def test_bug_is_told_even_where_no_report_can_be_written(tmp_path, capsys):
    (tmp_path / "logs").touch()
    assert guarded(raising(ValueError(SECRET)), tmp_path / "logs") == 1
    assert capsys.readouterr().err == "Something in the program did not work.\n"


def test_interruption_is_calm(tmp_path, capsys):
    assert guarded(raising(KeyboardInterrupt()), tmp_path) == 1
    assert capsys.readouterr().err == "Stopped.\n"


def test_reader_that_has_enough_is_not_told_anything(tmp_path, capsys):
    assert guarded(raising(BrokenPipeError()), tmp_path) == 1
    assert capsys.readouterr() == ("", "")


def test_program_without_a_terminal_still_ends(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr(sys, "stdout", None)
    assert guarded(raising(RequestError("No.")), tmp_path) == 2
    assert guarded(lambda: 0, tmp_path) == 0
