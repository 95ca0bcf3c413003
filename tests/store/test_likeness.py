from __future__ import annotations

import pytest

from diary.store.connection import Begin, connect, make_engine
from diary.store.database import Database
from diary.store.likeness import fingerprint
from tests.store import by_hand


def told(path, passphrase):
    engine = make_engine(path, passphrase)
    with connect(engine, Begin.READING) as connection:
        found = fingerprint(connection)
    engine.dispose()
    return found


@pytest.fixture
def files(path, tmp_path):
    """Two new diaries, the second one protected."""
    other = tmp_path / "other.daymark"
    Database.open(path).close()
    Database.open(other, "secret").close()
    return path, other


def test_a_protected_diary_can_be_like_a_plain_one(files):
    plain, protected = files
    assert told(plain, None) == told(protected, "secret")
    assert "table entry" in told(plain, None)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE a (b)",
        "PRAGMA user_version = 7",
        "PRAGMA application_id = 7",
        "UPDATE alembic_version SET version_num = '0000'",
    ],
)
def test_any_difference_is_told(files, statement):
    plain, protected = files
    by_hand.run(plain, None, statement)
    assert told(plain, None) != told(protected, "secret")


def test_a_number_is_not_the_same_as_its_text(files):
    plain, protected = files
    for path, passphrase, value in ((plain, None, "7"), (protected, "secret", "'7'")):
        by_hand.run(path, passphrase, "CREATE TABLE a (b)", f"INSERT INTO a VALUES ({value})")
    assert told(plain, None) != told(protected, "secret")
