"""The program as it is called, with its real diary file and a fixed day."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass

import pytest

from diary.app import main
from diary.paths import AppPaths
from tests.store.quick import quick_diaries, quick_keys

__all__ = ["quick_diaries", "quick_keys"]

TODAY = "2026-03-22"
NOTE = "Baked with my neighbour"


@dataclass(frozen=True)
class Ran:
    """How a run ended and what it said."""

    status: int
    out: str
    err: str

    @property
    def data(self):
        """The output as JSON."""
        return json.loads(self.out)


@pytest.fixture
def daymark(monkeypatch, capsysbinary):
    """Return a function that runs the program with some arguments."""
    monkeypatch.setenv("DAYMARK_TODAY", TODAY)
    # Click breaks its lines at the width of the terminal: the same one wherever the tests run.
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments):
        capsysbinary.readouterr()
        status = main([str(argument) for argument in arguments])
        output = capsysbinary.readouterr()
        return Ran(status, output.out.decode("utf-8"), output.err.decode("utf-8"))

    return run


@pytest.fixture
def paths():
    """Where the program of the test keeps everything."""
    return AppPaths.find()


@pytest.fixture
def climbing(diary_file):
    """A file with 60 days up to today: an ache that climbs in the last two weeks."""

    def entry(number):
        day = dt.date.fromisoformat(TODAY) - dt.timedelta(days=59 - number)
        pain = {"region": "lower_back", "worst": 1 if number < 46 else 6}
        note = NOTE if number == 59 else None
        return {"date": day.isoformat(), "pains": [pain], "signs": [], "note": note}

    return diary_file(*map(entry, range(60)))


@pytest.fixture
def filled(daymark, climbing):
    """Import the climbing ache, and return the function that runs the program."""
    assert daymark("import", climbing).status == 0
    return daymark


@pytest.fixture
def diary_file(tmp_path):
    """Return a function that writes a diary of some entries and says where it is."""

    def write(*entries, **rest):
        path = tmp_path / "incoming.json"
        head = {"format": "daymark-diary", "version": 1}
        path.write_text(json.dumps(head | {"entries": entries} | rest), encoding="utf-8")
        return path

    return write
