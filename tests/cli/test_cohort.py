"""Many diaries at once: ``daymark evaluate COHORT.jsonl OUT.jsonl``."""

from __future__ import annotations

import json
import sys

import pytest

from diary.evaluation.run import evaluate_lines


def a_line(day, worst=3):
    """Return a diary of one day as a line."""
    pain = {"region": "lower_back", "worst": worst}
    entry = {"date": day, "pains": [pain]}
    return json.dumps({"format": "daymark-diary", "version": 1, "entries": [entry]}) + "\n"


@pytest.fixture
def cohort(tmp_path):
    """A file with a diary, a line that is none, and another diary."""
    path = tmp_path / "cohort.jsonl"
    path.write_text(a_line("2026-03-01") + "nonsense\n" + a_line("2026-03-02"), encoding="utf-8")
    return path


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out.jsonl"


def test_one_history_a_line_in_order(daymark, cohort, out, tmp_path):
    ran = daymark("evaluate", cohort, out)
    # Nothing else on either stream: no progress bar where there is no terminal.
    told = "2 diaries were judged. 1 line could not be read; its error stands in its place.\n"
    assert (ran.status, ran.out, ran.err) == (0, told, "")
    first, bad, last = map(json.loads, out.read_text(encoding="utf-8").splitlines())
    assert (first["as_of"], last["as_of"]) == ("2026-03-01", "2026-03-02")
    assert list(bad) == ["error"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cohort.jsonl", "out.jsonl"]


def test_an_earlier_result_is_replaced(daymark, cohort, out):
    out.write_text("earlier", encoding="utf-8")
    assert daymark("evaluate", cohort, out).status == 0
    assert len(out.read_text(encoding="utf-8").splitlines()) == 3


def test_an_entry_after_today_is_an_error_of_its_line(daymark, cohort, out):
    cohort.write_text(a_line("2026-03-23"), encoding="utf-8")
    assert daymark("evaluate", cohort, out).status == 0
    assert list(json.loads(out.read_text(encoding="utf-8"))) == ["error"]


def test_an_empty_cohort(daymark, cohort, out):
    cohort.write_bytes(b"")
    assert daymark("evaluate", cohort, out).status == 0
    assert out.read_bytes() == b""


def test_a_missing_cohort(daymark, tmp_path, out):
    ran = daymark("evaluate", tmp_path / "none.jsonl", out)
    assert (ran.status, ran.out) == (2, "")
    assert "none.jsonl cannot be read; give a file with one diary a line." in ran.err
    assert not out.exists()


def test_a_folder_is_no_cohort(daymark, tmp_path, out):
    assert daymark("evaluate", tmp_path, out).status == 2


def test_the_cohort_is_never_overwritten(daymark, cohort):
    before = cohort.read_bytes()
    ran = daymark("evaluate", cohort, cohort)
    assert (ran.status, ran.out) == (2, "")
    assert "cohort.jsonl is the cohort itself" in ran.err
    assert cohort.read_bytes() == before


def test_a_place_that_cannot_be_written(daymark, cohort, tmp_path):
    ran = daymark("evaluate", cohort, tmp_path / "no folder" / "out.jsonl")
    assert ran.status in {1, 2}
    assert ran.err.count("\n") >= 1
    assert "Traceback" not in ran.err


def test_a_disk_that_fails_leaves_nothing_behind(daymark, cohort, out, tmp_path, monkeypatch):
    def fails(*_arguments):
        yield "{}"
        raise OSError

    monkeypatch.setattr("diary.cli.cohort.evaluate_lines", fails)
    ran = daymark("evaluate", cohort, out)
    assert (ran.status, ran.out) == (1, "")
    assert [path.name for path in tmp_path.iterdir()] == ["cohort.jsonl"]


def test_a_file_of_hers_that_is_called_like_a_part_stays(daymark, cohort, out):
    hers = out.with_name(out.name + ".part")
    hers.write_text("hers", encoding="utf-8")
    assert daymark("evaluate", cohort, out).status == 0
    assert hers.read_text(encoding="utf-8") == "hers"


def test_a_terminal_sees_how_far_it_is(daymark, cohort, out, monkeypatch):
    monkeypatch.setattr("diary.cli.cohort.evaluate_lines", lambda *a: evaluate_lines(*a, 1))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    ran = daymark("evaluate", cohort, out)
    assert ran.status == 0
    assert ran.out.startswith("2 diaries were judged. 1 line could not be read; ")
    assert "100%" in ran.err


def test_the_two_arguments_are_needed(daymark, cohort):
    assert daymark("evaluate").status == 2
    assert daymark("evaluate", cohort).status == 2
