"""The diary as JSON: what was written is read back equal; what is wrong is told with its path."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given, settings

from diary.domain.diary import Diary
from diary.errors import RequestError
from diary.exchange import diary_json
from tests.refusals import refused
from tests.strategies import HOSTILE_TEXTS, LAST_DAY, diaries

TODAY = LAST_DAY
HEAD = '"format": "daymark-diary", "version": 1'


def read(text, today=TODAY):
    return diary_json.read(text.encode(), today)


def problems(text, today=TODAY):
    with pytest.raises(RequestError) as caught:
        read(text, today)
    return list(caught.value.problems)


@settings(deadline=None)
@given(diaries())
def test_what_was_written_is_read_back_equal(diary):
    assert read(diary_json.write(diary)) == diary


def test_writing_is_stable_whole_and_readable():
    text = diary_json.write(Diary())
    assert text == diary_json.write(read(text))
    assert text.endswith("}\n")
    assert list(json.loads(text)) == list(Diary.model_fields)
    assert text.splitlines()[1] == '  "format": "daymark-diary",'


def test_letters_of_any_language_are_written_as_they_are():
    diary = Diary.model_validate({"profile": {"name": "Zoë 腰"}})
    assert '"name": "Zoë 腰"' in diary_json.write(diary)


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_text_survives(text):
    entry = {"date": TODAY.isoformat(), "note": text}
    diary = read(json.dumps({"format": "daymark-diary", "version": 1, "entries": [entry]}))
    assert diary.entries[0].note == text
    assert read(diary_json.write(diary)) == diary


def test_null_empty_and_absent_stay_apart():
    entries = [
        {"date": "2026-03-01", "pains": None},
        {"date": "2026-03-02", "pains": []},
        {"date": "2026-03-03"},
        {"date": "2026-03-04", "pains": [{"region": "neck", "worst": 0, "timing": None}]},
    ]
    diary = read(json.dumps({"format": "daymark-diary", "version": 1, "entries": entries}))
    assert [
        entry.pains if entry.pains is None else len(entry.pains) for entry in diary.entries
    ] == [
        None,
        0,
        None,
        1,
    ]
    written = json.loads(diary_json.write(diary))["entries"]
    assert [entry["pains"] for entry in written[:3]] == [None, [], None]
    assert written[3]["pains"][0]["timing"] == []
    assert written[3]["pains"][0]["worst"] == 0


def test_byte_order_mark_is_no_problem():
    assert diary_json.read(b"\xef\xbb\xbf{" + HEAD.encode() + b"}", TODAY) == Diary()


def test_20_year_diary_is_read():
    entries = [
        {
            "date": (dt.date(2006, 3, 1) + dt.timedelta(days=number)).isoformat(),
            "pains": [{"region": "lower_back", "worst": number % 11}],
        }
        for number in range(7300)
    ]
    diary = read(json.dumps({"format": "daymark-diary", "version": 1, "entries": entries}))
    assert len(diary.entries) == 7300
    assert read(diary_json.write(diary)) == diary


def test_empty_file_has_its_own_sentence():
    with refused(RequestError, "The file is empty, so there is nothing to import."):
        read("")


def test_file_cut_short_anywhere_has_its_own_sentence():
    entry = {"date": "2026-03-01", "note": 'ü " \\ \U0001f9e0', "sleep": 2, "weight_kg": 67.5}
    whole = json.dumps({"format": "daymark-diary", "version": 1, "entries": [entry]})
    for text in (whole, json.dumps(json.loads(whole), ensure_ascii=False)):
        data = text.encode()
        assert diary_json.read(data, TODAY).entries
        for length in range(1, len(data)):
            with refused(RequestError, "ends too early, as if it had been cut short"):
                diary_json.read(data[:length], TODAY)


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ('{"format" 1}', "at line 1 column 11"),
        ("{" + HEAD + ",}", f"at line 1 column {len(HEAD) + 3}"),
        ('{\n "note": "a\x01"}', "at line 2 column 12"),
        ('{"note": "\\ud800"}', "at line 1 column 17"),
    ],
)
def test_broken_json_is_told_with_its_position(text, position):
    with refused(RequestError, f"The file is not valid JSON: it cannot be read {position}.") as it:
        read(text)
    assert it.value.problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "{}",
        '{"version": 1}',
        '{"format": "daymark-diary"}',
        '{"format": "daymark-alerts", "version": 1}',
        '{"format": "daymark-diary", "version": "1"}',
        '{"format": "daymark-diary", "version": true}',
        '{"format": "daymark-diary", "version": 0}',
        '{"format": "daymark-diary", "version": 1.0}',
        '{"format": "daymark-diary", "version": null}',
    ],
)
def test_other_json_is_not_taken_for_a_diary(text):
    with refused(RequestError, "The file is JSON but not a Daymark diary"):
        read(text)


def test_newer_version_is_refused_in_one_sentence():
    text = '{"format": "daymark-diary", "version": 2, "moods": []}'
    with refused(RequestError, "(diary version 2, this one reads 1)") as caught:
        read(text)
    assert caught.value.problems == ()


@pytest.mark.parametrize(
    "text",
    [
        '{"format": "daymark-diary", "version": ' + "9" * 400 + "}",
        '{"format": "daymark-diary", "version": 10000}',
    ],
)
def test_number_that_is_no_version_is_not_repeated(text):
    with refused(RequestError, "The file is JSON but not a Daymark diary"):
        read(text)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000 + "]" * 100_000,
        '{"a":' * 100_000 + "1" + "}" * 100_000,
        '{"format": "daymark-diary", "version": 1, "x": ' + "[" * 100_000 + "]" * 100_000 + "}",
        '{"format": "daymark-diary", "version": 1, "x": ' + "9" * 10_000 + "}",
        '{"format": "daymark-diary", "version": 1, "x": -' + "9" * 10_000 + "e9}",
        '{"format": "daymark-diary", "version": 1, "\\ud800": 1}',
    ],
    ids=["lists", "objects", "lists inside", "digits", "negative digits", "half a character"],
)
def test_what_python_itself_would_choke_on_is_refused_in_one_sentence(text):
    with refused(RequestError, "The file ") as caught:
        read(text)
    assert len(caught.value.user_message) < 200


def test_every_problem_is_listed_with_its_path():
    text = (
        "{"
        + HEAD
        + """, "moods": [], "profile": {"name": 5},
        "entries": [
          {"date": "2026-03-01", "pains": [{"region": "neck", "worst": 11, "night": "loud"}]},
          {"date": "1899-12-31"},
          {"date": "2026-03-21"},
          {"date": "2026-03-01"},
          {"pains": []}, "nothing", {"date": 5}, {"date": "1/3/2026"}
        ]}"""
    )
    assert problems(text) == [
        "profile.name: is not a text",
        "entries[0].pains[0].worst: is above 10",
        "entries[0].pains[0].night: is not one of none, felt, woke_me or kept_awake",
        "entries[4].date: is missing",
        "entries[5]: is not an object",
        "entries[6].date: is not a date written like 2026-03-01",
        "entries[7].date: is not a date written like 2026-03-01",
        "moods: is not a key of this format",
        "entries[1].date: is before 1900-01-01",
        "entries[2].date: is after today",
        "entries[3].date: is the date of entries[0] too; a day has one entry",
    ]


def test_same_day_is_listed_once_where_it_is_the_only_problem():
    text = "{" + HEAD + ', "entries": [{"date": "2026-03-02"}, {"date": "2026-03-02"}]}'
    assert problems(text) == ["entries[1].date: is the date of entries[0] too; a day has one entry"]


def test_path_counts_as_the_file_does_and_not_by_date():
    text = "{" + HEAD + ', "entries": [{"date": "2026-03-25"}, {"date": "2026-03-02"}]}'
    assert problems(text) == ["entries[0].date: is after today"]


def test_first_and_last_possible_day_are_read():
    text = "{" + HEAD + ', "entries": [{"date": "2026-03-20"}, {"date": "1900-01-01"}]}'
    assert read(text).first_day == dt.date(1900, 1, 1)


def test_entries_that_are_no_list_are_refused():
    assert problems("{" + HEAD + ', "entries": 5}') == ["entries: is not a list"]


def test_repeated_keys_are_refused_with_their_paths():
    text = (
        "{"
        + HEAD
        + """, "profile": {"name": "a", "name": "b"}, "profile": {"name": "c"},
        "entries": [{"date": "2026-03-01", "note": "x", "sleep": 1, "note": "y"}]}"""
    )
    assert problems(text) == [
        "profile: stands more than once in its object",
        "entries[0].note: stands more than once in its object",
    ]


def test_the_names_python_needs_are_no_keys_of_the_format():
    text = json.dumps(
        {
            "format": "daymark-diary",
            "version": 1,
            "profile": {"contacts": [{"for_": "emergency"}]},
            "alert_actions": [
                {
                    "rule": "U1",
                    "raised_on": "2026-03-01",
                    "action": "discussed",
                    "on": "2026-03-01",
                    "with_": "GP",
                }
            ],
        }
    )
    assert problems(text) == [
        "profile.contacts[0].for_: is not a key of this format",
        "alert_actions[0].with_: is not a key of this format",
    ]
    told = read(text.replace('for_"', 'for"').replace('with_"', 'with"'))
    assert (told.profile.contacts[0].for_, told.alert_actions[0].with_) == ("emergency", "GP")


def test_no_value_is_ever_repeated():
    secret = "Anna's secret"
    text = json.dumps(
        {
            "format": "daymark-diary",
            "version": 1,
            secret: 1,
            "profile": {"bone_metastases": secret, "birth_year": secret, "usual": [{"of": secret}]},
            "entries": [
                {"date": secret, "pains": [{"region": secret, secret: 1}], "sleep": secret}
            ],
        }
    )
    assert len(problems(text)) == 8
    assert secret not in "\n".join(problems(text))
