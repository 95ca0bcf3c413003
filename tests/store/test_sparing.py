"""SQLAlchemy does without asyncio, and whoever wants asyncio has it whole."""

from __future__ import annotations

import subprocess
import sys

import pytest

from diary.errors import FileProblem
from diary.store import sparing
from diary.store.database import Database

USED = """
import sys
from pathlib import Path
from diary.store import sparing
from diary.store.database import Database

database = Database.open(Path(sys.argv[1]))
with database.unit() as unit:
    assert unit.entries.all() == ()
loaded = [name for name in ("asyncio", "ssl") if name in sys.modules]
"""


@pytest.fixture
def diary(tmp_path):
    """A diary file."""
    path = tmp_path / "diary.daymark"
    Database.open(path).close()
    return path


def run(program, *arguments):
    subprocess.run([sys.executable, "-c", program, *arguments], check=True, timeout=60)


def test_a_diary_is_used_without_it(diary):
    run(USED + "\nassert loaded == [], loaded", str(diary))


def test_who_wants_it_afterwards_has_it_whole(diary):
    program = """
import asyncio, asyncio.subprocess
from sqlalchemy.util import concurrency

async def two():
    await asyncio.sleep(0)
    return 2

assert asyncio.run(two()) == 2
assert concurrency.is_cancellation_exception(asyncio.CancelledError())
assert asyncio is sys.modules["asyncio"]
"""
    run(USED + program, str(diary))


def test_a_fault_of_the_database_is_told_as_ever(diary):
    """SQLAlchemy asks of every fault whether it is one of asyncio."""
    program = """
from sqlalchemy.exc import OperationalError
try:
    with database.unit() as unit:
        unit._connection.exec_driver_sql("SELECT nothing FROM nowhere")
except OperationalError as error:
    assert "nowhere" in str(error)
else:
    raise AssertionError
"""
    run(USED + program, str(diary))


def test_what_is_imported_meanwhile_gets_the_real_one_when_it_calls_for_it(monkeypatch):
    """Tried on a small module: asyncio itself may be in use here."""
    monkeypatch.setattr(sparing, "_NAME", "colorsys")
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    with sparing.without_asyncio():
        import colorsys as stand_in  # noqa: PLC0415  as SQLAlchemy does

        assert not stand_in.iscoroutine(3)
        assert not hasattr(stand_in, "__file__")
        assert sys.modules["colorsys"] is stand_in
        assert stand_in.rgb_to_hls(0, 0, 0) == (0, 0, 0)
        real = sys.modules["colorsys"]
    assert real is sys.modules["colorsys"] is not stand_in
    assert stand_in.rgb_to_hls is real.rgb_to_hls


def test_where_it_is_there_already_nothing_stands_in_for_it():
    import asyncio  # noqa: PLC0415  as another library would have done

    with sparing.without_asyncio():
        assert sys.modules["asyncio"] is asyncio
    assert sys.modules["asyncio"] is asyncio


def test_it_stands_aside_although_an_import_fails(monkeypatch):
    monkeypatch.delitem(sys.modules, "asyncio", raising=False)
    with pytest.raises(FileProblem), sparing.without_asyncio():
        raise FileProblem("no")
    assert "asyncio" not in sys.modules
