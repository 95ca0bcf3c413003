"""The fixed answers: every field of a pain has its catalogue, bad nights are nights."""

from __future__ import annotations

import pytest

from diary.domain import choices


def test_bad_nights_are_those_that_broke_sleep():
    assert set(choices.NIGHTS) > choices.BAD_NIGHTS
    assert set(choices.NIGHTS) - choices.BAD_NIGHTS == {"none", "felt"}


def test_a_field_has_one_answer_or_many():
    assert not set(choices.PAIN_ONE) & set(choices.PAIN_MANY)


def test_grades_are_the_numbers_of_the_scale():
    lowest, highest = choices.GRADE_LOWEST, choices.GRADE_HIGHEST
    assert [int(id_) for id_ in choices.GRADES] == list(range(lowest, highest + 1))


@pytest.mark.parametrize("question", choices.FUNCTION.values(), ids=choices.FUNCTION)
def test_a_question_says_which_time_it_means(question):
    assert question.endswith("?")
    assert "last night" in question or "last 24 hours" in question
