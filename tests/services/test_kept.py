"""What is kept of a diary goes with the diary, and the oldest goes first."""

from __future__ import annotations

import pytest

from diary.domain.diary import Diary
from diary.services.kept import Kept


@pytest.fixture
def asked():
    """Return what was worked out so far."""
    return []


@pytest.fixture
def ask(asked):
    kept = Kept(2)

    def ask(diary, question):
        def answer():
            asked.append(question)
            return question.upper()

        return kept.of(diary, question, answer)

    return ask


def test_an_answer_is_worked_out_once(ask, asked):
    diary = Diary()
    assert [ask(diary, name) for name in ("a", "b", "a")] == ["A", "B", "A"]
    assert asked == ["a", "b"]


def test_of_another_diary_nothing_is_known_though_it_says_the_same(ask, asked):
    ask(Diary(), "a")
    ask(Diary(), "a")
    assert asked == ["a", "a"]


def test_the_oldest_answer_goes_first(ask, asked):
    diary = Diary()
    for name in ("a", "b", "c", "c", "b", "a"):
        ask(diary, name)
    assert asked == ["a", "b", "c", "a"]
