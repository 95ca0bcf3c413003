"""The rule book as a page: made from the declarations, and the one in the docs is up to date."""

from __future__ import annotations

from pathlib import Path
from runpy import run_path

import pytest

from diary.rules import life_numbers
from diary.rules.catalog import RULES
from diary.rules.model import RULE_BOOK
from diary.rules.notes import NOTES
from diary.rules.page import rule_book_page

DOCS = Path(__file__).parents[2] / "docs"


def test_page_of_the_docs_is_what_the_declarations_give():
    page = (DOCS / "rule-book.md").read_text(encoding="utf-8")
    assert page == rule_book_page(), "run make pages"


def test_the_script_writes_that_page(monkeypatch):
    written = []
    monkeypatch.setattr(
        Path, "write_text", lambda path, text, **_more: written.append((path, text))
    )
    run_path(str(DOCS / "make_rule_book.py"), run_name="__main__")
    assert written == [(DOCS / "rule-book.md", rule_book_page())]


def test_every_rule_has_a_section_with_its_numbers_and_sources():
    head, windows, life, *sections = rule_book_page().split("\n## ")
    assert RULE_BOOK in head
    assert "| base28 | the 28 days that end 14 days before the day judged |" in windows
    assert "| last7 | the day judged and the 6 days before it |" in windows
    assert life.startswith("Life of an alert\n")
    for number in life_numbers.NUMBERS:
        assert f"| {number.name} | " in life
        assert number.reason.note in life
    ids = [*(rule.id for rule in RULES), *(note.id for note in NOTES)]
    assert [section.split(":")[0] for section in sections] == ids
    for rule, section in zip(RULES, sections, strict=False):
        rows = [line for line in section.splitlines() if line.startswith("| ")]
        assert len(rows) == 1 + len(rule.numbers)
        assert all(cited.source.locator in section for cited in rule.sources)
        assert all(choice in section for choice in rule.choices)
        assert section.startswith(f"{rule.id}: {rule.name} (")
        assert rule.words.kept_quiet in section
        assert ("No published source" in section) is not bool(rule.sources)
        assert ("\nNeeds: " in section) is bool(rule.minimums or rule.also_needs)
        assert ", or " in section.splitlines()[0] or not rule.variants


@pytest.mark.parametrize("mark", ["{", "TODO"])
def test_no_placeholder_is_left(mark):
    assert mark not in rule_book_page()
