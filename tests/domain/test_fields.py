"""The field types: what is taken, what is refused and why, and that no error repeats a text."""

from __future__ import annotations

import datetime as dt
import json
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from diary.domain import choices
from diary.domain.care import AlertAction, Contact, Event, Profile
from diary.domain.diary import Diary
from diary.domain.entry import DayEntry, Medicine, Pain, SignReport, SymptomReport
from diary.domain.limits import LONG_TEXT, SHORT_TEXT
from tests.strategies import diaries

DAY = "2026-03-01"
MARKER = "zqx7-Marker-ü"
NEEDS = {
    DayEntry: {"date": DAY},
    Pain: {"region": "hip"},
    SignReport: {"sign": "heavy_legs"},
    SymptomReport: {"symptom": "cough"},
    Medicine: {"name": "x"},
    Profile: {},
    Contact: {},
    Event: {"date": DAY, "kind": "other"},
    AlertAction: {"rule": "W1", "raised_on": DAY, "action": "seen", "on": DAY},
}
UTC = dt.UTC
DATE_REASON = "is not a date written like 2026-03-01"
TIME_REASON = "is not a time with its zone, written like 2026-03-01T20:04:00Z"
WHOLE = "Input should be a valid integer"
NUMBER = "Input should be a valid number"
TEXT = "Input should be a valid string"

ACCEPTED = [
    (DayEntry, "date", "2026-03-01", dt.date(2026, 3, 1)),
    (DayEntry, "date", "2024-02-29", dt.date(2024, 2, 29)),
    (DayEntry, "date", dt.date(2026, 3, 1), dt.date(2026, 3, 1)),
    (DayEntry, "entered_at", None, None),
    (DayEntry, "entered_at", "2026-03-01T20:04:00Z", dt.datetime(2026, 3, 1, 20, 4, tzinfo=UTC)),
    (DayEntry, "entered_at", "2026-03-01T20:04Z", dt.datetime(2026, 3, 1, 20, 4, tzinfo=UTC)),
    (
        DayEntry,
        "entered_at",
        "2026-03-01T01:04:00.5+02:00",
        dt.datetime(2026, 2, 28, 23, 4, 0, 500_000, tzinfo=UTC),
    ),
    (
        DayEntry,
        "entered_at",
        "2026-03-01 20:04:00-05:30",
        dt.datetime(2026, 3, 2, 1, 34, tzinfo=UTC),
    ),
    (DayEntry, "weight_kg", 20, 20.0),
    (DayEntry, "weight_kg", 67.525, 67.525),
    (DayEntry, "weight_kg", 400.0, 400.0),
    (DayEntry, "temperature_c", 30, 30.0),
    (DayEntry, "temperature_c", 38.05, 38.05),
    (DayEntry, "temperature_c", 45, 45.0),
    (DayEntry, "sleep", 0, 0),
    (DayEntry, "walking", 3, 3),
    (DayEntry, "daily_tasks", None, None),
    (DayEntry, "note", "", ""),
    (DayEntry, "note", "é" * LONG_TEXT, "é" * LONG_TEXT),
    (DayEntry, "note", "\x00 =1+1 👩🏽‍🦽", "\x00 =1+1 👩🏽‍🦽"),
    (Pain, "worst", 0, 0),
    (Pain, "worst", 10, 10),
    (Pain, "average", None, None),
    (Pain, "timing", (), ()),
    (Pain, "timing", None, ()),
    (Pain, "timing", ("night", "night"), ("night", "night")),
    (SignReport, "grade", 1, 1),
    (SignReport, "grade", 3, 3),
    (SymptomReport, "symptom", "custom:Itchy scar", "custom:Itchy scar"),
    (Medicine, "doses", 0, 0),
    (Medicine, "doses", 99, 99),
    (Medicine, "name", " x ", " x "),
    (Medicine, "name", "x" * SHORT_TEXT, "x" * SHORT_TEXT),
    (Profile, "birth_year", 1900, 1900),
    (Profile, "birth_year", 2200, 2200),
    (Profile, "bone_metastases", False, False),
]
REFUSED = [
    *(
        (DayEntry, "date", value, DATE_REASON)
        for value in (
            "2026-3-1",
            "20260301",
            "01.03.2026",
            "3/1/2026",
            "2026-02-29",
            "2026-13-01",
            "0000-01-01",
            "2026-03-01 ",
            "2026-03-01T00:00:00",
            "2026-W09-7",
            "1772323200",
            "\u0662\u0660\u0662\u0666-03-01",
            "",
        )
    ),
    (DayEntry, "date", None, DATE_REASON),
    (DayEntry, "date", 20_000, DATE_REASON),
    (DayEntry, "date", dt.datetime(2026, 3, 1, tzinfo=UTC), DATE_REASON),
    *(
        (DayEntry, "entered_at", value, TIME_REASON)
        for value in (
            "2026-03-01T20:04:00",
            "2026-03-01",
            "2026-03-01T24:00:00Z",
            "2026-03-01T20:04:60Z",
            "2026-02-30T20:04:00Z",
            "2026-03-01T20:04:00+24:00",
            "2026-03-01T20:04:00.1234567Z",
            "1772395440",
            # Near the ends of the calendar UTC would lie outside it.
            "0001-01-01T00:00:00+14:00",
            "9999-12-31T23:59:59-10:00",
        )
    ),
    (DayEntry, "entered_at", 1_772_395_440, TIME_REASON),
    (DayEntry, "entered_at", dt.datetime(2026, 3, 1), TIME_REASON),  # noqa: DTZ001  the point
    (DayEntry, "weight_kg", 19.9, "greater than or equal to 20"),
    (DayEntry, "weight_kg", 675, "less than or equal to 400"),
    (DayEntry, "weight_kg", 67.5251, "has more than 3 decimals"),
    (DayEntry, "weight_kg", "67.5", NUMBER),
    (DayEntry, "weight_kg", True, NUMBER),
    (DayEntry, "weight_kg", math.nan, "finite number"),
    (DayEntry, "weight_kg", math.inf, "finite number"),
    (DayEntry, "temperature_c", 29.9, "greater than or equal to 30"),
    (DayEntry, "temperature_c", 101.3, "less than or equal to 45"),
    (DayEntry, "temperature_c", 38.051, "has more than 2 decimals"),
    (DayEntry, "sleep", 4, "less than or equal to 3"),
    (DayEntry, "sleep", -1, "greater than or equal to 0"),
    (DayEntry, "sleep", "0", WHOLE),
    (DayEntry, "note", 5, TEXT),
    (DayEntry, "note", "x" * (LONG_TEXT + 1), "at most 100000 characters"),
    (DayEntry, "note", "\ud800", TEXT),
    (Pain, "worst", 11, "less than or equal to 10"),
    (Pain, "worst", -1, "greater than or equal to 0"),
    (Pain, "worst", 6.0, WHOLE),
    (Pain, "worst", 6.5, WHOLE),
    (Pain, "worst", "6", WHOLE),
    (Pain, "worst", True, WHOLE),
    (Pain, "region", "back", "Input should be 'neck'"),
    (Pain, "region", None, "Input should be 'neck'"),
    (Pain, "night", "sometimes", "Input should be 'none'"),
    (Pain, "timing", "night", "Input should be a valid tuple"),
    (Pain, "timing", ("noon",), "Input should be 'night'"),
    (Pain, "started_on", "March", DATE_REASON),
    (SignReport, "grade", 0, "greater than or equal to 1"),
    (SignReport, "grade", 4, "less than or equal to 3"),
    (SignReport, "new", True, "Input should be 'yes'"),
    (SymptomReport, "symptom", "hiccups", "is neither a known symptom nor 'custom:' and a name"),
    (SymptomReport, "symptom", "custom:", "is neither a known symptom nor 'custom:' and a name"),
    (SymptomReport, "symptom", "custom: \t", "is neither a known symptom nor 'custom:'"),
    (SymptomReport, "symptom", "custom:" + "x" * 200, "at most 200 characters"),
    (SymptomReport, "symptom", "Custom:x", "is neither a known symptom nor 'custom:' and a name"),
    (Medicine, "doses", 100, "less than or equal to 99"),
    (Medicine, "doses", -1, "greater than or equal to 0"),
    (Medicine, "name", "", "at least 1 character"),
    (Medicine, "name", " \u00a0\n", "should match pattern"),
    (Medicine, "name", "x" * 201, "at most 200 characters"),
    (Profile, "birth_year", 1899, "greater than or equal to 1900"),
    (Profile, "birth_year", 68, "greater than or equal to 1900"),
    (Profile, "osteoporosis", "no", "Input should be a valid boolean"),
    (Profile, "osteoporosis", 0, "Input should be a valid boolean"),
    (Contact, "phone", 112, TEXT),
    (Event, "title", "x" * 201, "at most 200 characters"),
    (AlertAction, "rule", "", "at least 1 character"),
]


def rows(table):
    return [
        pytest.param(*row, id=f"{row[0].__name__}-{row[1]}-{str(row[2])[:24]}") for row in table
    ]


def build(model, field, value):
    return model.model_validate({**NEEDS[model], field: value})


@pytest.mark.parametrize(("model", "field", "value", "expected"), rows(ACCEPTED))
def test_accepted(model, field, value, expected):
    found = getattr(build(model, field, value), field)
    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize(("model", "field", "value", "reason"), rows(REFUSED))
def test_refused_with_the_path_and_the_reason(model, field, value, reason):
    with pytest.raises(ValidationError) as caught:
        build(model, field, value)
    (problem,) = caught.value.errors(include_input=False)
    assert problem["loc"][0] == field
    assert reason in problem["msg"]


def in_file(value):
    return not (
        isinstance(value, dt.date)
        or (isinstance(value, float) and not math.isfinite(value))
        or value == "\ud800"
    )


@pytest.mark.parametrize(
    ("model", "field", "value", "expected"), rows(row for row in ACCEPTED if in_file(row[2]))
)
def test_accepted_from_a_file(model, field, value, expected):
    text = json.dumps({**NEEDS[model], field: value})
    assert getattr(model.model_validate_json(text), field) == expected


@pytest.mark.parametrize(
    ("model", "field", "value", "reason"), rows(row for row in REFUSED if in_file(row[2]))
)
def test_refused_from_a_file(model, field, value, reason):
    with pytest.raises(ValidationError) as caught:
        model.model_validate_json(json.dumps({**NEEDS[model], field: value}))
    (problem,) = caught.value.errors(include_input=False)
    assert problem["loc"][0] == field
    assert reason.replace("tuple", "array") in problem["msg"]


@pytest.mark.parametrize("model", NEEDS, ids=lambda model: model.__name__)
def test_unknown_keys_are_refused_by_name(model):
    with pytest.raises(ValidationError) as caught:
        model.model_validate({**NEEDS[model], "mood": 3})
    (problem,) = caught.value.errors(include_input=False)
    assert problem["loc"] == ("mood",)
    assert problem["type"] == "extra_forbidden"


@pytest.mark.parametrize("model", NEEDS, ids=lambda model: model.__name__)
def test_models_are_frozen_and_equal_by_value(model):
    one, two = model.model_validate(NEEDS[model]), model.model_validate(NEEDS[model])
    assert one == two
    assert hash(one) == hash(two)
    for field in model.model_fields:
        with pytest.raises(ValidationError, match="frozen"):
            setattr(one, field, None)


def test_a_key_of_the_file_is_never_the_name_python_uses_instead():
    text = json.dumps({"profile": {"contacts": [{"for_": "emergency"}]}})
    with pytest.raises(ValidationError) as caught:
        Diary.model_validate_json(text, by_alias=True, by_name=False)
    (problem,) = caught.value.errors(include_input=False)
    assert problem["loc"] == ("profile", "contacts", 0, "for_")


def test_moments_are_kept_in_utc():
    entry = build(DayEntry, "entered_at", "2026-03-01T22:04:00+02:00")
    assert entry.entered_at.tzinfo is UTC
    assert '"2026-03-01T20:04:00Z"' in entry.model_dump_json()


@pytest.mark.parametrize("field", ["sleep", "walking", "daily_tasks"])
def test_interference_has_the_scale_of_its_words(field):
    taken = [value for value in range(-1, 6) if accepts(DayEntry, field, value)]
    assert taken == [int(id_) for id_ in choices.INTERFERENCES]


def accepts(model, field, value):
    return fault(model.model_validate, {**NEEDS[model], field: value}) is None


def paths(tree, path=()):
    """Return the path of every value in a tree of dicts and lists."""
    yield path
    branches = tree.items() if isinstance(tree, dict) else ()
    branches = enumerate(tree) if isinstance(tree, list) else branches
    for key, branch in branches:
        yield from paths(branch, (*path, key))


def put(tree, path, value):
    if not path:
        return value
    key, *rest = path
    copy = dict(tree) if isinstance(tree, dict) else list(tree)
    copy[key] = put(tree[key], rest, value)
    return copy


WRONG = st.sampled_from(
    [
        MARKER,
        [MARKER],
        {"a": MARKER},
        f"2026-03-01 {MARKER}",
        f"2026-03-01T20:04:00{MARKER}",
        f"custom:{MARKER}{'x' * 300}",
        MARKER + "x" * LONG_TEXT,
    ]
)


@settings(deadline=None, max_examples=200)
@given(diaries(max_entries=2), st.data())
def test_no_error_ever_repeats_what_was_typed(diary, data):
    tree = json.loads(diary.model_dump_json())
    path = data.draw(st.sampled_from(list(paths(tree))))
    wrong = put(tree, path, data.draw(WRONG))
    text = json.dumps(wrong)
    for problem in (
        fault(Diary.model_validate, wrong),
        fault(Diary.model_validate_json, text),
        fault(Diary.model_validate_json, text[:-2]),
    ):
        if problem is not None:
            shown = f"{problem} {problem!r} {problem.errors(include_input=False)}"
            assert MARKER not in shown
            assert "Marker" not in problem.json(include_input=False)


def fault(read, source):
    try:
        read(source)
    except ValidationError as problem:
        return problem
    return None
