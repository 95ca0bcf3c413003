"""A file that is damaged is kept from other programs without asking SQLite to open it."""

from __future__ import annotations

import fcntl
import os
import shutil

import pytest

from diary.errors import FileProblem
from diary.store import alone
from diary.store.alone import alone_with, kept_from_others
from diary.store.database import Database
from tests.refusals import refused
from tests.store import by_hand

LOOK = "SELECT count(*) FROM entry"


@pytest.fixture
def diary(path, passphrase):
    Database.open(path, passphrase).close()
    return path


def test_no_other_program_opens_it_until_then_and_not_a_byte_changes(diary, passphrase):
    before = by_hand.contents(diary.parent), diary.stat().st_mtime_ns
    with kept_from_others(diary):
        assert not by_hand.as_another_program(diary, passphrase, LOOK)
    assert (by_hand.contents(diary.parent), diary.stat().st_mtime_ns) == before
    assert by_hand.as_another_program(diary, passphrase, LOOK)


def test_what_another_program_has_open_is_not_taken_from_it(diary, passphrase):
    with (
        by_hand.kept_by_another_program(diary, passphrase),
        refused(FileProblem, "Another program is using diary.daymark"),
        kept_from_others(diary),
    ):
        raise AssertionError("nobody was kept out")


def test_what_is_open_here_stays_locked_for_others(database, path, passphrase):
    with refused(FileProblem, "Another program is using diary.daymark"), kept_from_others(path):
        raise AssertionError("nobody was kept out")
    alone_with_it = "PRAGMA journal_mode = DELETE"
    assert not by_hand.as_another_program(database.path, passphrase, alone_with_it)


@pytest.mark.parametrize(
    "changed",
    [(alone, "_CLOSES_FIRST", True), (os, "access", lambda *_: False)],
    ids=["windows", "read-only"],
)
def test_where_it_cannot_be_kept_from_others_nobody_is_refused(
    diary, passphrase, monkeypatch, changed
):
    monkeypatch.setattr(*changed)
    with kept_from_others(diary):
        assert by_hand.as_another_program(diary, passphrase, LOOK)


@pytest.mark.parametrize("keep", [alone_with, lambda diary, _: kept_from_others(diary)])
def test_a_file_that_was_replaced_meanwhile_is_not_kept_for_the_diary(
    diary, passphrase, tmp_path, monkeypatch, keep
):
    """Another program, which had it until now, has just put another file in its place."""
    other = tmp_path / "put back"
    shutil.copy(diary, other)

    def replaced(real):
        def then(*given, **named):
            done = real(*given, **named)
            if other.exists():
                other.replace(diary)
            return done

        return then

    monkeypatch.setattr(alone, "connect", replaced(alone.connect))
    monkeypatch.setattr(fcntl, "lockf", replaced(fcntl.lockf))
    with (
        refused(FileProblem, "Another program is using diary.daymark"),
        keep(diary, passphrase),
    ):
        raise AssertionError("the wrong file was kept")
    assert by_hand.as_another_program(diary, passphrase, LOOK)
