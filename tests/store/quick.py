"""Keys made in few rounds, and new diaries made in one go, where a test is about something else."""

from __future__ import annotations

import functools
import tempfile
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from diary.store import migrations, problems
from diary.store.connection import Begin, connect, make_engine
from diary.store.migrations import run
from tests.store.by_hand import QUICK_ROUNDS, rounds

CHANGES = ("CREATE ", "INSERT ", "UPDATE ", "DELETE ", "ALTER ", "DROP ", "PRAGMA application_id")
SEVERAL_STEPS = migrations.upgrade


@pytest.fixture(autouse=True)
def quick_keys():
    """Derive keys in few rounds, or what is protected would take most of the time.

    For each test anew: whatever runs next in this process opens files that other programs made.
    """
    with rounds(QUICK_ROUNDS):
        yield


@pytest.fixture(autouse=True)
def quick_diaries(monkeypatch):
    """Make new diaries by the statements of all migrations, without Alembic walking them again."""
    monkeypatch.setattr(migrations, "upgrade", upgrade)


def upgrade(path, passphrase, *, like=None):
    """Do what the migrations do: to a new file by their statements, to an old one by themselves."""
    if path.stat().st_size:
        SEVERAL_STEPS(path, passphrase, like=like)
        return
    engine = make_engine(path, passphrase, like=like)
    try:
        with problems.known_problems(path), connect(engine, Begin.NONE) as connection:
            driver_connection = connection.connection.driver_connection
            driver_connection.executescript(all_changes())
    finally:
        engine.dispose()


@functools.cache
def all_changes():
    """Return what the migrations make of a new file, as a script: one transaction."""
    said = []

    def keep(_connection, _cursor, statement, parameters, _context, _many):
        if statement.strip().startswith(CHANGES):
            assert not parameters
            said.append(statement)

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "new.daymark")
        path.touch()
        event.listen(Engine, "before_cursor_execute", keep)
        try:
            run.upgrade(path, None)
        finally:
            event.remove(Engine, "before_cursor_execute", keep)
    return ";\n".join([Begin.WRITING.value, *said, "COMMIT;"])
