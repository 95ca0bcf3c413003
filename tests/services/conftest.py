"""A new diary, and the folder it is in."""

from __future__ import annotations

import json

import pytest

from diary.paths import AppPaths
from diary.services.transfer import Transfer
from diary.store.database import Database
from tests.services.incoming import HEAD, NOW, TODAY
from tests.store.quick import quick_diaries, quick_keys

__all__ = ["quick_diaries", "quick_keys"]


@pytest.fixture
def paths(tmp_path):
    """Return the folder of a diary, with nothing in it."""
    paths = AppPaths(tmp_path / "home")
    paths.create()
    return paths


@pytest.fixture
def database(paths):
    """Open a new diary."""
    database = Database.open(paths.diary)
    yield database
    database.close()


@pytest.fixture
def transfer(database, paths):
    return Transfer(database, paths)


@pytest.fixture
def take_in(transfer, tmp_path):
    """Return a function that imports a text, bytes, or a diary's JSON."""

    def take(content, **options):
        path = tmp_path / "incoming"
        if isinstance(content, dict):
            content = json.dumps(HEAD | content)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return transfer.import_file(path, TODAY, NOW, **options)

    return take
