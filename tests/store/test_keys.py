from __future__ import annotations

import pytest

from diary.store import keys
from diary.store.database import Database
from diary.store.keys import Key, forget, key_of, salt_of
from diary.store.recovery_code import written
from tests.store import by_hand

RAW = "x'" + "ab" * 32 + "'"


@pytest.fixture
def protected(path):
    """A protected diary whose passphrase is "secret"."""
    Database.open(path, "secret").close()
    return path


def test_a_key_never_shows_its_values(protected):
    key = key_of(protected, "secret")
    for text in (repr(key), str(key), f"{key}", repr([key])):
        assert key.raw.hex() not in text
        assert str(key.raw) not in text
        assert "secret" not in text


def test_the_key_is_the_one_that_sqlcipher_makes_itself(protected):
    assert by_hand.run(protected, "secret", "SELECT count(*) FROM entry") == [(0,)]
    assert by_hand.run(protected, key_of(protected, "secret").for_sqlcipher, "SELECT 1") == [(1,)]


def test_a_new_file_gets_a_salt_of_its_own(tmp_path):
    assert salt_of(tmp_path / "not there") == b""
    first, second = (key_of(tmp_path / "not there", "secret") for _ in range(2))
    assert first.salt != second.salt
    assert first.raw != second.raw
    assert {0x90 <= one.salt[0] < 0xE0 for one in (first, second)} == {True}


def test_a_recovery_code_is_the_key_itself(protected):
    key = key_of(protected, "secret")
    assert key_of(protected, written(key.raw).lower().replace("-", " ")) == key
    Database.open(protected, written(key.raw)).close()


def test_what_looks_like_a_raw_key_of_sqlcipher_is_a_passphrase_like_any_other(path):
    Database.open(path, RAW).close()
    assert key_of(path, RAW).raw != b"\xab" * 32
    Database.open(path, RAW).close()


def test_the_same_letters_typed_in_two_ways_are_one_key():
    salt = bytes(16)
    assert Key.of("caf\u00e9", salt) == Key.of("cafe\u0301", salt)


def test_a_key_is_made_once_until_it_is_forgotten(protected, monkeypatch):
    forget()
    made = []
    real = keys.hashlib.pbkdf2_hmac

    def counted(*rest):
        made.append(rest[2])
        return real(*rest)

    monkeypatch.setattr(keys.hashlib, "pbkdf2_hmac", counted)
    database = Database.open(protected, "secret")
    assert made == [salt_of(protected)]
    database.close()
    Database.open(protected, "secret").close()
    assert len(made) == 2
