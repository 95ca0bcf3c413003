"""The errors people can do something about: one text for the screen, one for the log."""

from __future__ import annotations

import pytest

from diary.errors import DiaryError, FileProblem, RequestError


@pytest.mark.parametrize("kind", [DiaryError, RequestError, FileProblem])
def test_one_sentence_is_enough(kind):
    error = kind("The disk is full.")
    assert error.user_message == "The disk is full."
    assert error.detail == "The disk is full."
    assert str(error) == "The disk is full."


@pytest.mark.parametrize("kind", [DiaryError, RequestError, FileProblem])
def test_the_screen_and_the_log_get_their_own_words(kind):
    error = kind("The disk is full.", detail="result code 13")
    assert error.user_message == "The disk is full."
    assert error.detail == str(error) == "result code 13"


def test_a_request_names_its_problems():
    assert RequestError("Two rows are wrong.").problems == ()
    problems = ("row 2: is not a date", "row 3: is not a place")
    assert RequestError("Two rows are wrong.", problems).problems == problems


@pytest.mark.parametrize("kind", [RequestError, FileProblem])
def test_both_kinds_are_known_errors_and_bugs_are_not(kind):
    assert issubclass(kind, DiaryError)
    assert not issubclass(ValueError, DiaryError)
    assert not issubclass(kind, (ValueError, OSError))
