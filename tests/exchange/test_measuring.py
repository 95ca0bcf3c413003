"""Files that are larger inside than any diary are refused, and each limit says which it is."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from diary.domain import limits
from diary.errors import RequestError
from diary.exchange import diary_csv, diary_json, measuring
from tests.refusals import refused

TODAY = dt.date(2026, 3, 20)
HEAD = {"format": "daymark-diary", "version": 1}
DAY = {"date": "2026-03-01"}
PAIN = {"region": "hip"}
YEARS = 20


def read(**rest):
    return diary_json.read(json.dumps(HEAD | rest).encode(), TODAY)


def problems(**rest):
    with pytest.raises(RequestError) as caught:
        read(**rest)
    return list(caught.value.problems)


@pytest.mark.parametrize(
    ("where", "field", "most", "item"),
    [
        *(("", field, most, None) for field, most in limits.AROUND.items()),
        *(("profile", field, most, None) for field, most in limits.OF_PERSON.items()),
        *(("entries", field, most, None) for field, most in limits.A_DAY.items()),
    ],
)
def test_a_list_of_one_too_many_is_told_with_its_limit(monkeypatch, where, field, most, item):
    for table in (limits.AROUND, limits.OF_PERSON, limits.A_DAY):
        if field in table:
            monkeypatch.setitem(table, field, 2)
    items = [item] * 3
    rest = {"": {field: items}, "profile": {"profile": {field: items}}}.get(
        where, {"entries": [{**DAY, field: items}]}
    )
    name = {"": "", "profile": "profile.", "entries": "entries[0]."}[where] + field
    told = f"{name}: has 3 items and can have 2; leave out some, or import in parts"
    assert told in problems(**rest)
    assert most > 2


@pytest.mark.parametrize("field", limits.A_DAY)
def test_a_list_as_long_as_the_limit_is_taken_in(field):
    item = {
        "pains": PAIN,
        "signs": {"sign": "heavy_legs"},
        "symptoms": {"symptom": "cough"},
        "medicines": {"name": "x"},
    }[field]
    most = limits.A_DAY[field]
    (entry,) = read(entries=[{**DAY, field: [item] * most}]).entries
    assert len(getattr(entry, field)) == most


@pytest.mark.parametrize("holder", [5, "x", [], None])
def test_what_is_no_diary_at_all_has_no_lists(holder):
    assert not list(measuring.too_long_lists({"profile": holder, "entries": holder}))
    assert not list(measuring.too_long_lists({"entries": [holder]}))


def test_a_file_of_more_values_than_any_diary_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr(limits, "VALUES", 50)

    def fail(*_arguments):
        raise AssertionError

    monkeypatch.setattr(diary_json, "_validated", fail)
    with refused(RequestError, "The file holds more than 50 values, which no diary does"):
        read(entries=[{}] * 60)


def test_what_only_looks_like_values_inside_a_text_does_not_count(monkeypatch):
    monkeypatch.setattr(limits, "VALUES", 50)
    note = 'a, "b", {c: [d]}\\ \\" ' * 60
    assert read(entries=[{**DAY, "note": note}]).entries[0].note == note


@pytest.mark.parametrize(
    ("inner", "words"),
    [
        ("[" * 1_000 + "]" * 1_000, "deeper than 200 levels, and a diary has five"),
        ('{"a":' * 1_000 + "1" + "}" * 1_000, "deeper than 200 levels, and a diary has five"),
        ("9" * 5_000, "a number of more than 4,300 digits"),
        ("-" + "9" * 5_000 + ".5e7", "a number of more than 4,300 digits"),
    ],
)
def test_what_is_deeper_or_longer_than_the_reader_goes_is_told(inner, words):
    text = '{"format": "daymark-diary", "version": 1, "profile": ' + inner + "}"
    with refused(RequestError, words):
        diary_json.read(text.encode(), TODAY)


def test_a_table_of_more_rows_than_any_diary_is_refused(monkeypatch):
    monkeypatch.setattr(limits, "ROWS", 3)
    row = "2026-03-01,no_pain,,,,\n"
    header = "date,item,place,side,value,detail\n"
    assert diary_csv.read((header + row * 2).encode(), TODAY)
    with refused(RequestError, "The table has more than 3 rows, which no diary has"):
        diary_csv.read((header + row * 3).encode(), TODAY)


def test_twenty_years_stay_far_below():
    """Each day says a good deal, with every key written."""
    one = diary_json.write(
        read(
            entries=[
                {
                    **DAY,
                    "pains": [PAIN] * 3,
                    "symptoms": [{"symptom": "cough"}] * 5,
                    "signs": [{"sign": "heavy_legs"}] * 2,
                    "medicines": [{"name": "x"}] * 4,
                    "note": "A day, as it was. " * 20,
                }
            ]
        )
    )
    days = YEARS * 366
    assert days * len(one.encode()) < limits.FILE_BYTES / 3
    assert days * measuring._signs(measuring._TEXT.sub("", one)) < limits.VALUES / 2
    assert days < limits.ENTRIES / 3
    assert days * 20 < limits.ROWS / 10
