from __future__ import annotations

import logging
import traceback
from pathlib import Path, PureWindowsPath

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError

from diary.store import protecting
from diary.store.connection import Begin, address, connect, make_engine
from diary.store.database import Database
from diary.store.identity import PassphraseError
from diary.store.keys import key_of
from tests.refusals import refused


@pytest.fixture
def engine(database, path, passphrase):
    database.close()
    engine = make_engine(path, passphrase)
    yield engine
    engine.dispose()


@pytest.mark.parametrize(
    ("pragma", "answer"), [("foreign_keys", 1), ("synchronous", 2), ("journal_mode", "wal")]
)
def test_the_pragmas_are_asked_back(engine, pragma, answer):
    with connect(engine, Begin.READING) as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == answer


def test_the_driver_opens_no_transactions_of_its_own(engine):
    with connect(engine, Begin.NONE) as connection:
        assert connection.connection.driver_connection.isolation_level is None
        connection.exec_driver_sql("INSERT INTO profile (id) VALUES (7)")
        assert not connection.connection.driver_connection.in_transaction


def test_a_table_and_its_rows_are_gone_after_a_rollback(engine):
    with connect(engine, Begin.WRITING) as connection:
        connection.exec_driver_sql("CREATE TABLE extra (name TEXT)")
        connection.exec_driver_sql("INSERT INTO extra VALUES ('x')")
        connection.exec_driver_sql("INSERT INTO profile (id) VALUES (7)")
        connection.rollback()
        found = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE name = 'extra'")
        assert found.all() == []
        assert connection.exec_driver_sql("SELECT count(*) FROM profile").scalar() == 0


def test_a_row_without_its_parent_is_refused(engine):
    with connect(engine, Begin.WRITING) as connection, pytest.raises(IntegrityError):
        connection.exec_driver_sql("INSERT INTO pain (day, region) VALUES ('2026-03-01', 'hip')")


@pytest.mark.usefixtures("impatient")
def test_a_writer_has_the_file_from_its_begin_on_and_readers_go_on(engine):
    with connect(engine, Begin.WRITING) as first, connect(engine, Begin.READING) as reader:
        first.begin()
        assert reader.exec_driver_sql("SELECT count(*) FROM entry").scalar() == 0
        with connect(engine, Begin.WRITING) as second, pytest.raises(OperationalError):
            second.begin()


def test_an_error_does_not_repeat_what_was_written(engine):
    statement = "INSERT INTO entry (day, note) VALUES (?, ?)"
    with connect(engine, Begin.WRITING) as connection, pytest.raises(IntegrityError) as caught:
        connection.exec_driver_sql(statement, ("2026-03-01", "my secret"))
    assert "my secret" not in str(caught.value)


@pytest.mark.parametrize(
    "passphrase",
    [
        "x",
        "it's",
        'a"b""c',
        "100 %s %(x)s %",
        "?a=b&c#d/:@\\",
        "پسورد 👩🏽‍🦽",
        "x" * 500,
        "\n;--",
    ],
)
def test_a_passphrase_holds_any_character(path, passphrase):
    Database.open(path, passphrase).close()
    Database.open(path, passphrase).close()
    with refused(PassphraseError, "does not fit"):
        Database.open(path, passphrase + "x")


def test_a_letter_typed_in_two_ways_is_one_passphrase(path):
    Database.open(path, "caf\u00e9").close()
    Database.open(path, "cafe\u0301").close()


def test_a_wrong_passphrase_writes_nothing_on_the_terminal(path, capfd):
    Database.open(path, "right").close()
    with refused(PassphraseError, "does not fit"):
        Database.open(path, "wrong")
    assert capfd.readouterr() == ("", "")


def test_a_path_holds_any_character(tmp_path, passphrase):
    folder = tmp_path / "a b?c#d%20ü'\"&=;"
    folder.mkdir()
    path = folder / "my diary %s.daymark"
    Database.open(path, passphrase).close()
    assert [one.name for one in folder.iterdir()] == [path.name]


def test_a_file_that_vanished_is_told_and_not_made_anew(database, path):
    database.close()
    database.reopen()
    path.unlink()
    engine = make_engine(path, database.passphrase)
    with pytest.raises(OperationalError), connect(engine, Begin.READING) as connection:
        connection.begin()
    engine.dispose()
    assert not path.exists()


def test_the_address_of_a_share_has_no_host():
    assert address(PureWindowsPath(r"\\server\share\my diary.daymark")) == (
        "file:////server/share/my%20diary.daymark"
    )
    assert address(PureWindowsPath(r"C:\x\d.daymark")) == "file:///C:/x/d.daymark"
    assert address(Path("/x/d.daymark")) == "file:///x/d.daymark"


def test_a_relative_path_means_the_present_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert address(Path("d.daymark")) == (tmp_path / "d.daymark").as_uri()


def test_neither_key_nor_passphrase_is_seen_in_what_is_logged_or_raised(path, caplog):
    """SQLAlchemy's own log at its most talkative, its addresses, and its errors."""
    Database.open(path, "four words of mine").close()
    key = key_of(path, "four words of mine")
    caplog.set_level(logging.DEBUG, "sqlalchemy")
    engine = make_engine(path, "four words of mine")
    with pytest.raises(OperationalError) as caught, connect(engine, Begin.READING) as connection:
        connection.exec_driver_sql("SELECT nothing")
    engine.dispose()
    with protecting.ready(path, "four words of mine", "others", backups=path.parent / "none"):
        pass
    with pytest.raises(PassphraseError) as refusal:
        Database.open(path, "wrong words")
    told = "".join(map(_all_of, (caught.value, refusal.value)))
    address = engine.url.render_as_string(hide_password=False)
    said = caplog.text + told + address + repr(engine) + repr(engine.url) + repr(vars(engine))
    assert "SELECT nothing" in said
    for secret in ("words", "others", key.raw.hex(), key.for_sqlcipher, repr(key.raw)):
        assert secret not in said


def _all_of(error):
    return (
        "".join(traceback.format_exception(error))
        .replace('"wrong words"', "")
        .replace('"four words of mine"', "")
    )
