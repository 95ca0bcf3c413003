"""What a test does to a diary file past the program."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import contextmanager

import sqlcipher3.dbapi2

from diary.store import keys
from diary.store.files import beside

USUAL_ROUNDS = "256000"  # what SQLCipher 4 does by itself
QUICK_ROUNDS = "100"


@contextmanager
def rounds(number):
    """Have keys made in so many rounds until the context ends."""
    before = str(keys.ROUNDS)
    set_rounds(number)
    try:
        yield
    finally:
        set_rounds(before)


def set_rounds(number):
    """Set how often SQLCipher, and we like it, turn a passphrase round to make a key of it."""
    keys.ROUNDS = int(number)
    connection = sqlcipher3.dbapi2.connect(":memory:")
    connection.execute(f"PRAGMA cipher_default_kdf_iter = {number}")
    connection.close()


@contextmanager
def opened(path, passphrase):
    """Give a connection of the bare driver, with every statement its own transaction."""
    driver = sqlite3 if passphrase is None else sqlcipher3.dbapi2
    connection = driver.connect(path, isolation_level=None, timeout=0)
    try:
        if passphrase is not None:
            connection.execute(f'PRAGMA key = "{passphrase}"')
        yield connection
    finally:
        connection.close()


def run(path, passphrase, *statements):
    """Run statements and return what the last one found."""
    found = []
    with opened(path, passphrase) as connection:
        for statement in statements:
            found = connection.execute(statement).fetchall()
    return found


def leave_unfolded(path, passphrase, statement):
    """Run a statement and leave its writes beside the file, as after a power cut."""
    aside = path.with_name("aside")
    aside.mkdir()
    with opened(path, passphrase) as connection:
        connection.execute(statement)
        for one in (path, *beside(path)):
            if one.exists():
                shutil.copy(one, aside)
    for one in aside.iterdir():
        one.replace(path.with_name(one.name))
    aside.rmdir()


def contents(folder):
    """Return the bytes of every file of a folder by name; SQLite's shared memory is no content."""
    return {
        one.name: one.read_bytes()
        for one in folder.iterdir()
        if one.is_file() and not one.name.endswith("-shm")
    }


def as_another_program(path, passphrase, *statements):
    """Run statements in another process; return whether it was let."""
    told = json.dumps([str(path), passphrase, statements, keys.ROUNDS])
    ran = subprocess.run([sys.executable, "-c", _ANOTHER, told], capture_output=True, check=False)
    assert ran.stderr == b""
    return ran.returncode == 0


@contextmanager
def kept_by_another_program(path, passphrase, *, alone=False):
    """Have another process keep the file open, or keep all others out of it."""
    statement = "BEGIN EXCLUSIVE" if alone else "SELECT count(*) FROM entry"
    told = json.dumps([str(path), passphrase, [*_OUT * alone, statement, None], keys.ROUNDS])
    with subprocess.Popen(
        [sys.executable, "-c", _ANOTHER, told], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout.readline() == b"open\n"
        yield
        process.communicate(b"\n")


_OUT = ("PRAGMA journal_mode = DELETE", "PRAGMA locking_mode = EXCLUSIVE")
_ANOTHER = """
import json, sys
path, passphrase, statements, rounds = json.loads(sys.argv[1])
if passphrase is None:
    import sqlite3 as driver
else:
    import sqlcipher3.dbapi2 as driver
connection = driver.connect(path, isolation_level=None, timeout=0)
if passphrase is not None:
    connection.execute(f'PRAGMA key = "{passphrase}"')
    connection.execute(f"PRAGMA kdf_iter = {rounds}")
try:
    for statement in statements:
        if statement is None:
            print("open", flush=True)
            sys.stdin.readline()
        else:
            connection.execute(statement)
except driver.OperationalError as error:
    assert "locked" in str(error), error
    sys.exit(1)
"""
