"""Problems name the place and the reason, and never what stood there."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from diary.domain.diary import Diary
from diary.exchange.problems import at, known_name, path, reason, refusal

SECRET = "my own words"


def reasons(entry):
    with pytest.raises(ValidationError) as caught:
        Diary.model_validate_json(entry)
    found = caught.value.errors(include_url=False, include_input=False)
    return {path(error["loc"]): reason(error) for error in found}


def test_path_of_an_item_in_a_list():
    assert path(("entries", 3, "pains", 0, "worst")) == "entries[3].pains[0].worst"


def test_path_of_the_whole_file_is_empty():
    assert path(()) == ""


def test_key_that_does_not_look_like_one_is_not_repeated():
    assert path(("profile", "I am so tired")) == "profile.?"
    assert path(("x" * 41,)) == "?"
    assert known_name("worst") == "worst"
    assert known_name("worst\n") is None


def test_one_line_for_one_problem():
    assert at("row 3, date", "is empty") == "row 3, date: is empty"


def test_refusal_counts_and_lists():
    assert refusal(["a"]).user_message == "The file has 1 problem, so nothing was imported."
    error = refusal(["a", "b"])
    assert error.user_message == "The file has 2 problems, so nothing was imported."
    assert error.problems == ("a", "b")


@pytest.mark.parametrize(
    ("entry", "where", "why"),
    [
        ('"pains": [{"region": "neck", "worst": 11}]', "pains[0].worst", "is above 10"),
        ('"pains": [{"region": "neck", "worst": -1}]', "pains[0].worst", "is below 0"),
        (
            '"pains": [{"region": "neck", "worst": 6.5}]',
            "pains[0].worst",
            "is not a whole number",
        ),
        (
            f'"pains": [{{"region": "{SECRET}"}}]',
            "pains[0].region",
            "is not a known id (`daymark schema` lists them)",
        ),
        (
            f'"pains": [{{"region": "neck", "side": "{SECRET}"}}]',
            "pains[0].side",
            "is not one of left, right, both or centre",
        ),
        ('"pains": [{"worst": 3}]', "pains[0].region", "is missing"),
        (f'"pains": ["{SECRET}"]', "pains[0]", "is not an object"),
        ('"pains": {}', "pains", "is not a list"),
        ('"wurst": 1', "wurst", "is not a key of this format"),
        (f'"{SECRET}": 1', "?", "is not a key of this format"),
        ('"weight_kg": "67"', "weight_kg", "is not a number"),
        ('"weight_kg": NaN', "weight_kg", "is not a number"),
        ('"weight_kg": 67.1234', "weight_kg", "has more than 3 decimals"),
        ('"weight_kg": 5', "weight_kg", "is below 20"),
        ('"note": 5', "note", "is not a text"),
        (f'"note": "{"x" * 100_001}"', "note", "is longer than 100000 characters"),
        ('"medicines": [{"name": ""}]', "medicines[0].name", "is empty"),
        ('"medicines": [{"name": " "}]', "medicines[0].name", "is blank"),
        (
            f'"symptoms": [{{"symptom": "{SECRET}"}}]',
            "symptoms[0].symptom",
            "is neither a known symptom nor 'custom:' and a name",
        ),
        ('"copied_from": 5', "copied_from", "is not a date written like 2026-03-01"),
        ('"copied_from": "1/3/26"', "copied_from", "is not a date written like 2026-03-01"),
        (
            '"entered_at": 5',
            "entered_at",
            "is not a time with its zone, written like 2026-03-01T20:04:00Z",
        ),
        (
            '"entered_at": "2026-03-01T20:04:00"',
            "entered_at",
            "is not a time with its zone, written like 2026-03-01T20:04:00Z",
        ),
    ],
    ids=range(23),
)
def test_reason_is_plain_and_holds_no_value(entry, where, why):
    found = reasons('{"entries": [{"date": "2026-03-01", ' + entry + "}]}")
    assert found == {f"entries[0].{where}": why}


def test_reasons_around_the_entries():
    assert reasons('{"profile": {"bone_metastases": "yes"}}') == {
        "profile.bone_metastases": "is neither true nor false"
    }
    assert reasons('{"profile": {"usual": [{"of": "leg_weakness", "level": 5}]}}') == {
        "profile.usual[0]": "has a level above 3"
    }


def test_kind_of_error_nobody_thought_of_still_holds_no_value():
    error = {"type": "never_seen", "loc": (), "msg": f"Input {SECRET} is odd"}
    assert reason(error) == "is not as the format wants it"
