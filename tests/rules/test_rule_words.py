"""The words of the rules: there, complete, and none too much."""

from __future__ import annotations

import pytest

from diary.rules.model import Tier
from tests.rules.each_rule import ADVICE, ALLOWED, CANCER, EACH_RULE, FORBIDDEN
from tests.rules.firing import every_text


@EACH_RULE
def test_every_text_is_there(rule):
    words = rule.words
    for text in (rule.sentence, words.title, words.noticed, words.worked_out, words.kept_quiet):
        assert text.strip() == text != ""
    assert words.cannot_tell
    assert bool(words.ordinary) is (rule.tier is not Tier.EMERGENCY)


def test_no_forbidden_word_is_ever_on_a_screen():
    texts = list(every_text())
    assert len(texts) > 300
    for where, text in texts:
        rest = ALLOWED.sub("", text)
        for pattern in (FORBIDDEN, CANCER, ADVICE):
            found = pattern.search(rest)
            assert found is None, (where, found and found.group(), text)


@pytest.mark.parametrize(
    "text",
    ["a risk", "It is likely.", "all clear", "an all-clear", "breast cancer", "stop the medicine"],
)
def test_the_search_for_forbidden_words_finds_them(text):
    rest = ALLOWED.sub("", text)
    assert any(pattern.search(rest) for pattern in (FORBIDDEN, CANCER, ADVICE))


@pytest.mark.parametrize("text", ["This is not an all-clear.", "your cancer team", "a fineness"])
def test_the_search_for_forbidden_words_finds_nothing_else(text):
    rest = ALLOWED.sub("", text)
    assert not any(pattern.search(rest) for pattern in (FORBIDDEN, CANCER, ADVICE))
