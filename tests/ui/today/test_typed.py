"""What is typed is read as it was meant, or told in one sentence."""

from __future__ import annotations

import pytest
from hypothesis import given

from diary.ui.today.typed import (
    DOSES,
    NOTHING,
    TEMPERATURE,
    WEIGHT,
    number_text,
    read_number,
    text_problem,
    without_unseen,
)
from tests.strategies import temperatures, weights


@pytest.mark.parametrize(
    ("text", "value"),
    [("67.5", 67.5), ("67,5", 67.5), (" 67 ", 67.0), ("67.125", 67.125), ("20", 20.0)],
)
def test_a_weight_has_a_point_or_a_comma(text, value):
    assert read_number(text, WEIGHT).value == value
    assert read_number(text, WEIGHT).problem is None


@pytest.mark.parametrize("text", ["", "  ", "\u00a0"])
def test_an_empty_field_says_nothing(text):
    assert read_number(text, WEIGHT) == NOTHING


@pytest.mark.parametrize(
    ("text", "field", "problem"),
    [
        ("700", WEIGHT, "Write a number from 20 to 400."),
        ("9" * 400, WEIGHT, "Write a number from 20 to 400."),
        ("sixty", WEIGHT, "Write it as a number, for example 67.5."),
        ("67kg", WEIGHT, "Write it as a number, for example 67.5."),
        ("-67", WEIGHT, "Write it as a number, for example 67.5."),
        ("67.", WEIGHT, "Write it as a number, for example 67.5."),
        ("٦٧", WEIGHT, "Write it as a number, for example 67.5."),
        ("67.5\x07", WEIGHT, "Write it as a number, for example 67.5."),
        ("67.1234", WEIGHT, "Write at most 3 digits after the point."),
        ("98.6", TEMPERATURE, "Write a number from 30 to 45."),
        ("36.812", TEMPERATURE, "Write at most 2 digits after the point."),
        ("1.5", DOSES, "Write a whole number, for example 2."),
        ("100", DOSES, "Write a number from 0 to 99."),
    ],
)
def test_what_cannot_be_read_is_told_in_a_sentence(text, field, problem):
    reading = read_number(text, field)
    assert reading.value is None
    assert reading.problem == problem


def test_doses_are_whole():
    value = read_number("3", DOSES).value
    assert value == 3
    assert isinstance(value, int)


@given(weights)
def test_a_weight_of_the_file_is_shown_exactly(weight):
    assert read_number(number_text(weight), WEIGHT).value == weight


@given(temperatures)
def test_a_temperature_of_the_file_is_shown_exactly(temperature):
    assert read_number(number_text(temperature), TEMPERATURE).value == temperature


def test_no_number_is_an_empty_field():
    assert number_text(None) == ""
    assert number_text(67.0) == "67"


@pytest.mark.parametrize("text", ["", "two\nlines\tand a tab\r", "x" * 10, "é 腰 👩🏽‍🦽"])
def test_a_text_can_be_anything_she_sees(text):
    assert text_problem(text, 30) is None


@pytest.mark.parametrize("unseen", ["\x00", "\x1b", "\x7f", "\x85", "\ud800"])
def test_pasted_characters_that_cannot_be_seen_are_told(unseen):
    text = f"a{unseen}b"
    assert "cannot be seen" in text_problem(text, 10)
    assert text_problem(text, 10, given=text) is None
    assert without_unseen(text) == "ab"


def test_a_text_that_is_too_long_is_told_with_both_lengths():
    problem = text_problem("x" * 1001, 1000)
    assert problem == "This is 1,001 characters long. It can have 1,000."
