"""The recovery code: the key of a protected diary, written so that it can be copied by hand.

Thirteen groups of five. The first four symbols of a group carry twenty bits of the key, the last
one checks them, together with the place of the group: a slip in one symbol, two symbols turned
round, or a group in another's place is found, and can be named.
"""

from __future__ import annotations

import hashlib
import re
from typing import Final

KEY_BYTES: Final = 32
GROUPS: Final = 13
GROUP: Final = 5
# Crockford's digits: without I, L, O and U, which are read as another or as a word.
_SYMBOLS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS: Final = str.maketrans("ILOU", "110V")
_VALUES: Final = {symbol: value for value, symbol in enumerate(_SYMBOLS)}
_BETWEEN: Final = re.compile(r"[\s\u2010-\u2015\u2212_.,:/-]+")
_BITS: Final = 5  # of a symbol
_SPARE: Final = GROUPS * (GROUP - 1) * _BITS - 8 * KEY_BYTES  # they check the whole
# More wrong groups than these, and it is no code at all but a passphrase of her own: in one of
# this length, seven groups are right by chance once in thirty thousand million tries.
_MOST_WRONG: Final = 6
_NUMBERS: Final = [str(number + 1) for number in range(GROUPS)]  # beside the groups, on paper


def written(key: bytes) -> str:
    """Return the code of a key of 32 bytes, its groups set apart by hyphens."""
    whole = int.from_bytes(key, "big") << _SPARE | _sum(key)
    groups = []
    for place in range(GROUPS):
        shift = (GROUPS - 1 - place) * (GROUP - 1) * _BITS
        digits = [whole >> shift + _BITS * at & 31 for at in reversed(range(GROUP - 1))]
        digits.append(_check(place, [*digits, 0]))
        groups.append("".join(_SYMBOLS[digit] for digit in digits))
    return "-".join(groups)


def parse(text: str) -> bytes | None:
    """Return the key of a code however it was typed, or None where the text is not a right one."""
    groups = _groups(text)
    if groups is None or any(_check(place, group) for place, group in enumerate(groups)):
        return None
    whole = 0
    for group in groups:
        for digit in group[:-1]:
            whole = whole << _BITS | digit
    key = (whole >> _SPARE).to_bytes(KEY_BYTES, "big")
    return key if whole & (1 << _SPARE) - 1 == _sum(key) else None


def mistyped(text: str) -> tuple[int, ...]:
    """Return which groups of a code do not fit, counted from 1; none where it is right or no code.

    A text of her own that merely is as long as a code is no code.
    """
    groups = _groups(text)
    if groups is None:
        return ()
    wrong = tuple(place + 1 for place, group in enumerate(groups) if _check(place, group))
    if not wrong and parse(text) is None:
        return tuple(range(1, GROUPS + 1))  # slips that hide each other: all are to be looked at
    return wrong if len(wrong) <= _MOST_WRONG else ()


def _groups(text: str) -> list[list[int]] | None:
    """Return the values of the symbols by groups; a group with a foreign or lost symbol is empty.

    None where the text has not the shape of a code.
    """
    words = _BETWEEN.sub(" ", text.upper().translate(_READ_AS)).split()
    if words[::2] == _NUMBERS:
        words = words[1::2]
    if len(words) != GROUPS:
        joined = "".join(words)
        if len(joined) != GROUPS * GROUP:
            return None
        words = [joined[at : at + GROUP] for at in range(0, len(joined), GROUP)]
    return [[_VALUES[symbol] for symbol in word] if _is_whole(word) else [] for word in words]


def _is_whole(word: str) -> bool:
    return len(word) == GROUP and all(symbol in _VALUES for symbol in word)


def _check(place: int, digits: list[int]) -> int:
    """Return the rest of a division over the field of 32 elements: 0 where the group is right.

    It finds every single slip and every two symbols turned round, because each place of the group
    counts with another power of the same element.
    """
    if not digits:
        return 1
    rest = place + 1
    for digit in digits:
        rest = (rest << 1 ^ (0b100101 if rest & 16 else 0)) ^ digit
    return rest


def _sum(key: bytes) -> int:
    return hashlib.sha256(key).digest()[0] >> 8 - _SPARE
