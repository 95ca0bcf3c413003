"""The page of the evaluation, for two people of a few courses."""

from __future__ import annotations

import sys
from runpy import run_module

import pytest

from diary.evaluation import page, trials

KINDS = ("stable tingling", "cord compression")


@pytest.fixture
def few(monkeypatch):
    """Leave two courses, two habits and two people, judged in this process."""

    class Here:
        def __init__(self, _processes):
            self.map = map

        def __enter__(self):
            return self

        def __exit__(self, *_error):
            return None

    monkeypatch.setattr(trials, "ProcessPoolExecutor", Here)
    monkeypatch.setattr(trials, "COURSES", {kind: trials.COURSES[kind] for kind in KINDS})
    monkeypatch.setattr(trials, "TRIED", KINDS[1:])
    habits = (trials.USUAL_HABIT, "70 %, a fifth entered late")
    monkeypatch.setattr(trials, "SIGN_HABITS", habits[1:])
    for module in (trials, page):
        monkeypatch.setattr(module, "COMPARED", KINDS)
    monkeypatch.setattr(trials, "HABITS", {name: trials.HABITS[name] for name in habits})


@pytest.mark.usefixtures("few")
def test_page():
    text = page.evaluation_page(persons=2)
    assert "2 simulated people a row" in text
    assert "It is not clinical sensitivity or specificity." in text
    headings = [line for line in text.splitlines() if line.startswith("## ")]
    assert headings == [
        "## Rule book 2026.1 and rule book 2026.2 (70 % recorded)",
        "## The rules beside simpler ways to warn (70 % recorded)",
        "## False alerts by kind and tier (70 % recorded)",
        "## 70 % recorded",
        "## 70 %, a fifth entered late",
    ]
    assert "no emergency condition was simulated, over all tables of this page: 0 in 2 " in text
    rows = [line for line in text.splitlines() if line.startswith("| cord compression |")]
    assert len(rows) == 4
    assert rows[2].endswith("| 100 % | 100 % |")
    assert "| not tried | not tried |" in text
    mixtures = [line for line in text.splitlines() if line.startswith("| without ")]
    assert [line.split("|")[1].strip() for line in mixtures] == list(trials.MIXTURES)
    # A row a course, each as wide as its head.
    for table in text.split("\n\n"):
        if table.startswith("|"):
            assert len({line.count("|") for line in table.splitlines()}) == 1
    assert text == page.evaluation_page(persons=2)


def test_the_module_writes_the_page(monkeypatch, tmp_path):
    monkeypatch.setattr(page, "evaluation_page", lambda: "the page")
    monkeypatch.setattr(sys, "argv", ["diary.evaluation", str(tmp_path / "page.md")])
    run_module("diary.evaluation", run_name="__main__")
    assert (tmp_path / "page.md").read_text(encoding="utf-8") == "the page"
