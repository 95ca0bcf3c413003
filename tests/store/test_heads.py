"""A look at the first bytes of a diary that is open must not let anybody else have it."""

from __future__ import annotations

import os
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from diary.store.database import Database
from diary.store.heads import Held, head_of, is_held
from diary.store.identity import kind_of, looking
from diary.store.keys import salt_of
from diary.store.wiping import wipe
from tests.store import by_hand

ALONE = "PRAGMA journal_mode = DELETE"  # SQLite lets only the one program do so


@pytest.fixture
def another(path, passphrase):
    """Return whether another program can have the diary for itself."""
    return lambda: by_hand.as_another_program(path, passphrase, ALONE)


def test_a_look_leaves_the_diary_to_who_has_it_open(database, path, another):
    assert not another()
    kind_of(path)
    salt_of(path)
    assert not another()
    database.close()
    assert another()


def test_so_does_the_end_of_a_look_inside(database, path, passphrase, another):
    with looking(path, passphrase):
        pass
    Database.open(path, passphrase).close()
    assert not another()
    assert database.path == path


def test_so_does_a_second_name_that_goes(database, path, tmp_path, another):
    os.link(path, tmp_path / "second")
    wipe(tmp_path / "second")
    assert not another()
    assert database.path == path


def test_what_is_put_in_the_place_is_read_anew(tmp_path):
    path, other = tmp_path / "a", tmp_path / "b"
    path.write_bytes(b"first")
    other.write_bytes(b"second")
    held = Held(path)
    path.write_bytes(b"later")
    assert head_of(path) == b"first"
    other.replace(path)
    assert head_of(path) == b"second"
    held.let_go()
    held.let_go()


def test_it_is_read_anew_when_nobody_has_it_any_more(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"first")
    held, another = Held(path), Held(path)
    path.write_bytes(b"later")
    held.let_go()
    assert head_of(path) == b"first"
    del another
    assert head_of(path) == b"later"


def test_it_is_known_whether_a_file_is_open_here(database, path):
    assert is_held(path)
    database.close()
    assert not is_held(path)


def test_a_file_may_be_opened_while_another_thread_looks(tmp_path):
    path, other = tmp_path / "a", tmp_path / "b"
    path.write_bytes(b"first")
    other.write_bytes(b"second")
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(2) as threads:
            opening = threads.submit(lambda: [Held(path) for _ in range(2_000)])
            looking_on = threads.submit(lambda: [is_held(other) for _ in range(2_000)])
        assert len(opening.result()) == len(looking_on.result()) == 2_000
    finally:
        sys.setswitchinterval(before)
