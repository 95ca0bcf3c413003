"""Real diary files for the tests of the store: each test runs with both drivers."""

from __future__ import annotations

import datetime as dt

import pytest

from diary.store import connection
from diary.store.database import Database
from tests.store.closed import Closed
from tests.store.copied import Home
from tests.store.quick import quick_diaries, quick_keys
from tests.store.torn import fill

__all__ = ["quick_diaries", "quick_keys"]


@pytest.fixture
def now():
    """The time of a save."""
    return dt.datetime(2026, 3, 1, 20, 4, tzinfo=dt.UTC)


@pytest.fixture(params=[None, "correct horse ü"], ids=["plain", "protected"])
def passphrase(request):
    """None for a plain file, else the passphrase of a protected one."""
    return request.param


@pytest.fixture
def path(tmp_path):
    """Where the diary file of the test is or will be."""
    return tmp_path / "diary.daymark"


@pytest.fixture
def database(path, passphrase):
    """An open, new diary."""
    database = Database.open(path, passphrase)
    yield database
    database.close()


@pytest.fixture
def impatient(monkeypatch):
    """Do not wait for another program that has the file."""
    monkeypatch.setattr(connection, "WAIT_SECONDS", 0.0)


@pytest.fixture
def prepare(monkeypatch):
    """Return a function that runs one more pragma on every connection made from now on."""

    def add(pragma):
        before = connection._prepare

        def after(driver_connection, record):
            before(driver_connection, record)
            driver_connection.execute(f"PRAGMA {pragma}")

        monkeypatch.setattr(connection, "_prepare", after)

    return add


@pytest.fixture
def home(path, passphrase, now):
    """A new diary."""
    home = Home(path, passphrase, now)
    yield home
    home.database.close()


@pytest.fixture
def closed_home(path, passphrase, now):
    return Closed(path, passphrase, now)


@pytest.fixture
def plain(path, now):
    return Closed(path, None, now)


@pytest.fixture
def protected(path, now):
    return Closed(path, "secret", now)


@pytest.fixture(scope="module")
def filled_once(tmp_path_factory):
    """Diaries with all that a diary can hold, by their passphrase; each made once."""
    return {}, tmp_path_factory.mktemp("made")


@pytest.fixture
def filled(filled_once, path, passphrase, now):
    """A diary with all that a diary can hold."""
    known, folder = filled_once
    if passphrase not in known:
        known[passphrase] = fill(folder / f"{len(known)}.daymark", passphrase, now)
    path.write_bytes(known[passphrase])
    return path
