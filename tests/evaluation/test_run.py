"""Many diaries at once: in order, whatever the number of processes, and no bad line ends it."""

from __future__ import annotations

import datetime as dt
import gc
import io
import json
from concurrent.futures import ProcessPoolExecutor

import pytest

from diary.errors import RequestError
from diary.evaluation import run
from diary.evaluation.run import AHEAD, CHUNK, evaluate_lines
from diary.exchange import diary_json
from diary.exchange.alerts_json import alerts_data
from diary.rules.engine import history
from tests.rules.diaries import START, pain

TODAY = dt.date(2026, 12, 31)
HEAD = {"format": "daymark-diary", "version": 1}


def line(sketch=None, **rest):
    """Return a diary as a line of a cohort."""
    data = {} if sketch is None else sketch.diary().model_dump(mode="json", by_alias=True)
    return (json.dumps(data | HEAD | rest) + "\n").encode()


def answers(lines, processes=1, today=TODAY):
    """Return what is said of each line."""
    return [json.loads(each) for each in evaluate_lines(lines, today, processes)]


def test_it_says_what_the_engine_says():
    sketch = pain("0x20 3x20")
    (answer,) = answers([line(sketch)])
    report = history(sketch.diary(), sketch.diary().last_day)
    assert answer == json.loads(json.dumps(alerts_data(report)))
    assert [alert["rule"] for alert in answer["alerts"]] == ["W1"]


@pytest.mark.parametrize("number", [3, 2 * AHEAD * CHUNK + 5])
def test_one_and_two_processes_say_the_same_in_order(number):
    lines = [line(pain(f"0x{1 + place % 50} 3")) for place in range(number)]
    lines[1] = b"not a diary\n"
    one = answers(lines)
    assert one == answers(lines, processes=2)
    assert len(one) == number
    assert list(one[1]) == ["error"]
    last = [dt.date.fromisoformat(each["as_of"]) for each in (one[0], *one[2:])]
    places = (0, *range(2, number))
    assert [(each - START).days for each in last] == [1 + place % 50 for place in places]


@pytest.mark.parametrize(
    "bad",
    [
        b"\n",
        b"{}\n",
        b"\xff\xfe\n",
        b'{"format": "daymark-diary"}\n',
        line(version=2),
        line(unknown=1),
        line(entries=[{"date": "2027-01-01"}]),
        line(entries=[{"date": "1899-12-31"}]),
        line(entries=[{"date": "2026-01-01"}, {"date": "1899-12-31"}]),
        line(entries=[{"date": "2026-01-01", "pains": [{"region": "moon"}]}]),
    ],
)
def test_a_bad_line_gives_its_error_in_its_place(bad):
    good = line(pain("3"))
    before, answer, after = answers([good, bad, good])
    assert list(answer) == ["error"]
    assert answer["error"]
    assert before == after
    assert before["format"] == "daymark-alerts"


LISTS = {
    "unknown key": b'"moods": []',
    "key twice": b'"events": [], "events": []',
    "key twice in a day": b'"entries": [{"date": "2026-01-01", "note": "a", "note": "b"}]',
    "day twice": b'"entries": [{"date": "2026-01-01"}, {"date": "2026-01-01"}]',
    "after today": b'"entries": [{"date": "2027-01-01"}]',
    "before all days": b'"entries": [{"date": "1899-12-31"}]',
    "no number": b'"entries": [{"date": "2026-01-01", "weight_kg": NaN}]',
    "endless": b'"entries": [{"date": "2026-01-01", "weight_kg": Infinity}]',
    "half a grade": b'"entries": [{"date": "2026-01-01", "sleep": 2.0}]',
    "lone half of a pair": b'"entries": [{"date": "2026-01-01", "note": "\\ud800"}]',
    "null instead of days": b'"entries": null',
    "a day of digits": b'"entries": [{"date": "20260101"}]',
    "no zone": b'"entries": [{"date": "2026-01-01", "entered_at": "2026-01-01T20:00:00"}]',
    "a text with quotes": b'"entries": [{"date": "2026-01-01", "note": "\\"said\\": so"}]',
    "blanks": b'  "entries" : [ { "date" : "2026-01-01" } ]  ',
    "not utf-8": b'"entries": [{"date": "2026-01-01", "note": "\xff"}]',
}
WHOLE = b'{"format": "daymark-diary", "version": 1, %s}'
TEXTS = {
    **{name: WHOLE % part for name, part in LISTS.items()},
    "byte order mark": b"\xef\xbb\xbf" + WHOLE % b'"entries": []',
    "two marks": 2 * b"\xef\xbb\xbf" + WHOLE % b'"entries": []',
    "utf-16": (WHOLE % b'"entries": []').decode().encode("utf-16"),
    "version 1.0": b'{"format": "daymark-diary", "version": 1.0}',
    "version true": b'{"format": "daymark-diary", "version": true}',
    "version as text": b'{"format": "daymark-diary", "version": "1"}',
    "version to come": b'{"format": "daymark-diary", "version": 2}',
    "another format": b'{"format": "daymark-alerts", "version": 1}',
    "cut short": b'{"format": "daymark-diary", "vers',
    "something after it": b'{"format": "daymark-diary", "version": 1} {}',
    "a list": b"[]",
    "a spreadsheet": b"PK\x03\x04",
    "nested too deep": b"[" * 10_000,
    "a number too long": WHOLE % (b'"x": ' + b"9" * 10_000),
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_line_is_read_as_an_import_reads_the_same_text(text):
    (answer,) = answers([text + b"\n"])
    try:
        diary = diary_json.read(text, TODAY)
    except RequestError as error:
        told = error.problems or (error.user_message,)
        assert all(problem in answer["error"] for problem in told)
    else:
        report = history(diary, diary.last_day or TODAY)
        assert answer == json.loads(json.dumps(alerts_data(report)))


def test_what_is_refused_and_what_is_not():
    """So that the comparison above compares something on either side."""
    read = {name for name, text in TEXTS.items() if "error" not in answers([text])[0]}
    assert read == {"null instead of days", "a text with quotes", "blanks", "byte order mark"}


@pytest.mark.parametrize("line", [b"\n", b" \t\r\n", b"\xef\xbb\xbf\r\n"])
def test_an_empty_line_is_told_as_a_line(line):
    assert answers([line]) == [{"error": "The line is empty; give a diary in each."}]


def test_an_error_is_of_the_line_and_nothing_is_said_of_an_import():
    bad = line(entries=[{"date": "2026-01-01", "x": 1}, {"date": "2027-01-01"}])
    one, blank = answers([bad, b"\n"])
    assert one["error"] == (
        "The line has 2 problems: entries[0].x: is not a key of this format; "
        "entries[1].date: is after today."
    )
    assert blank["error"] == "The line is empty; give a diary in each."


def test_an_empty_diary_is_asked_about_today():
    (answer,) = answers([line()])
    assert (answer["as_of"], answer["alerts"], answer["not_enough_days"]) == ("2026-12-31", [], [])


def test_nothing_in_nothing_out():
    assert answers([]) == []
    assert answers([], processes=2) == []


def test_a_process_of_its_own_collects_garbage_rarely_and_this_one_as_before():
    before = gc.get_threshold(), gc.get_freeze_count()
    list(evaluate_lines([line()], TODAY, processes=2))
    assert (gc.get_threshold(), gc.get_freeze_count()) == before
    with ProcessPoolExecutor(1, initializer=run._settle) as pool:
        assert pool.submit(gc.get_threshold).result()[0] == run.LOOK_AFTER
        assert pool.submit(gc.get_freeze_count).result() > 0


def test_as_many_processes_as_cores(monkeypatch):
    monkeypatch.setattr("os.sched_getaffinity", lambda _process: {0})
    assert list(evaluate_lines([line()], TODAY)) == list(evaluate_lines([line()], TODAY, 1))


def test_a_line_that_is_too_long_has_its_error_in_its_place_and_is_not_held_whole(monkeypatch):
    monkeypatch.setattr(run, "LONGEST_LINE", 10)
    file = io.BytesIO(b"{}\n" + b"x" * 35 + b"\n" + b"y" * 11 + b"\nlast")
    lines = list(run.lines_of(file, 10))
    assert lines == [b"{}\n", b"x" * 11, b"y" * 11, b"last"]
    told = [run.evaluate_line(line, dt.date(2026, 3, 20)) for line in lines]
    assert ["longer than" in answer for answer in told] == [False, True, True, False]
