"""The rule book as a text: nothing of its data is left out."""

from __future__ import annotations

from diary.cli.rules_text import rules_text
from diary.rules.book import rule_book_json


def words(text):
    return " ".join(text.split())


def test_every_sentence_number_reason_and_source_is_told():
    told = words(rules_text().replace("\n", " "))
    book = rule_book_json()
    for rule in (*book["rules"], *book["notes"]):
        sentences = [rule["sentence"], rule.get("kept_quiet", ""), *rule["choices"]]
        sentences += [number["why"] for number in rule["numbers"]]
        sentences += [number["name"] for number in rule["numbers"]]
        sentences += [source["citation"] for source in rule.get("sources", ())]
        sentences += [source["locator"] for source in rule.get("sources", ())]
        assert [sentence for sentence in sentences if words(sentence) not in told] == []


def test_numbers_read_as_what_they_are():
    told = words(rules_text())
    assert "new or worse within: 14 days." in told
    assert ": 75 %." in told
    assert "held back, answer of: 3 (very much)." in told
    assert "grade of at least: 2 (moderate)." in told
    assert "last7: the day judged and the 6 days before it" in told
    assert "E1: bladder, bowel or feeling between the legs (call now)" in told
    assert ": 1 point." in told
    assert ": 2 points." in told
    assert ": 3.1." in told


def test_lines_fit_a_terminal():
    assert max(map(len, rules_text().splitlines())) <= 80
