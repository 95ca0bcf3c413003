"""The key of a protected file: turned from its passphrase, or given by its recovery code.

The key is made here as SQLCipher makes it, and given to it ready: so it is made once for all the
connections of a run, all copies of a diary can have one key, and no passphrase travels in the
address of a file.
"""

from __future__ import annotations

import hashlib
import secrets
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from diary.store import recovery_code
from diary.store.heads import head_of

if TYPE_CHECKING:
    from pathlib import PurePath

# SQLCipher 4's own: any program that knows SQLCipher opens the file with the passphrase alone.
ROUNDS = 256_000
SALT_BYTES: Final = 16  # the first of a protected file, in the clear


@dataclass(frozen=True, slots=True, repr=False)
class Key:
    """What opens a protected file; its values are never shown by ``repr``.

    Attributes:
        raw: the 32 bytes that SQLCipher turns the passphrase into.
        salt: the 16 bytes at the start of the file that were turned with it.
    """

    raw: bytes
    salt: bytes

    @classmethod
    def new(cls, passphrase: str) -> Key:
        """Return the key of a passphrase for a file that is still to be made."""
        # The first byte is one that no other kind of file begins with, so that nothing which
        # tells kinds of files apart by it takes a diary for another.
        salt = bytes([secrets.choice(range(0x90, 0xE0))]) + secrets.token_bytes(SALT_BYTES - 1)
        return cls.of(passphrase, salt)

    @classmethod
    def of(cls, passphrase: str, salt: bytes) -> Key:
        """Return the key of a passphrase, or of a recovery code, for a file with this salt."""
        raw = recovery_code.parse(passphrase)
        if raw is None:
            # The same letters can be typed as one code point or as two; the key must not differ.
            raw = _turned(unicodedata.normalize("NFC", passphrase), salt, ROUNDS)
        return cls(raw, salt)

    @property
    def for_sqlcipher(self) -> str:
        """The key and the salt in SQLCipher's own way of writing them."""
        return f"x'{self.raw.hex()}{self.salt.hex()}'"


def key_of(path: PurePath, passphrase: str) -> Key:
    """Return the key of a file; of one that has no content yet, a new one.

    Raises:
        OSError: the file cannot be read.
    """
    salt = salt_of(path)
    return Key.of(passphrase, salt) if salt else Key.new(passphrase)


def salt_of(path: PurePath) -> bytes:
    """Return the first bytes of a file: its salt where it is protected; empty where it is new.

    Raises:
        OSError: the file cannot be read.
    """
    with suppress(FileNotFoundError):
        return head_of(path)[:SALT_BYTES]
    return b""


def forget() -> None:
    """Let go of the keys that were made so far."""
    _turned.cache_clear()


@lru_cache(maxsize=8)
def _turned(passphrase: str, salt: bytes, rounds: int) -> bytes:
    # Bytes that a text cannot hold in UTF-8, half a surrogate pair, are refused before.
    return hashlib.pbkdf2_hmac("sha512", passphrase.encode(), salt, rounds, recovery_code.KEY_BYTES)
