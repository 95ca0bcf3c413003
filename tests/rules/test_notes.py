"""The notes beside the alerts: numbers with reasons, calm words, and no tier."""

from __future__ import annotations

import pytest

from diary.rules.book import rule_book_json
from diary.rules.catalog import RULES
from diary.rules.notes import NOTES
from diary.rules.page import rule_book_page
from tests.rules.each_rule import ADVICE, ALLOWED, CANCER, FORBIDDEN

EACH_NOTE = pytest.mark.parametrize("note", NOTES, ids=lambda note: note.id)


def test_they_are_those_of_the_rule_book_and_no_rules():
    assert [note.id for note in NOTES] == ["Q1", "Q2", "Q3"]
    assert not {note.id for note in NOTES} & {rule.id for rule in RULES}


@EACH_NOTE
def test_every_number_has_a_name_of_its_own_and_a_reason(note):
    assert all(number.reason.note for number in note.numbers)
    names = [number.name for number in note.numbers]
    assert len(set(names)) == len(names)


@EACH_NOTE
def test_no_forbidden_word(note):
    texts = [note.sentence, *note.choices]
    texts += [text for number in note.numbers for text in (number.name, number.reason.note)]
    for text in texts:
        rest = ALLOWED.sub("", text)
        for pattern in (FORBIDDEN, CANCER, ADVICE):
            assert not pattern.search(rest)


@EACH_NOTE
def test_the_book_and_its_page_show_it(note):
    (shown,) = (one for one in rule_book_json()["notes"] if one["id"] == note.id)
    assert shown["sentence"] == note.sentence
    assert len(shown["numbers"]) == len(note.numbers)
    page = rule_book_page()
    assert note.sentence in page
    assert all(choice in page for choice in note.choices)
    assert all(number.name in page for number in note.numbers)
