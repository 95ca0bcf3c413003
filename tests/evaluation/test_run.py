"""Many diaries at once: in order, whatever the number of processes, and no bad line ends it."""

from __future__ import annotations

import datetime as dt
import io
import json

import pytest

from diary.evaluation import run
from diary.evaluation.run import AHEAD, CHUNK, evaluate_lines
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
