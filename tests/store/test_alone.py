"""A file that is damaged is kept from other programs without asking SQLite to open it."""

from __future__ import annotations

import os

import pytest

from diary.errors import FileProblem
from diary.store import alone
from diary.store.alone import kept_from_others
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
