"""Which characters can stand on the sheet, and what stands in for the others.

PDF/UA and PDF/A refuse characters that no font has, and some characters are invisible or turn
the order of what follows. Nothing of what was written may vanish or change unseen: such a
character becomes a visible box with its code point.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

# A text as the page sets it: pieces of text, and boxes as {"codes": "U+1F600"}.
Rich: TypeAlias = "str | list[str | dict[str, str]]"

_LAYOUT = {"\n", "\t"}
# Invisible, but part of how words are written or where lines may break.
_KEPT = set("\u00ad\u200b\u200c\u200d\u200e\u200f\u061c\u2060\u2068\u2069")
# Signs of numbers in Arabic and Syriac: format characters by category, but drawn.
_DRAWN_FORMATS = {*range(0x0600, 0x0606), 0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2}
_LAST_OF_A_PLANE = 0xFFFE
_LINE_ENDS = re.compile("\r\n|\r|\u2028|\u2029")
_TAB = "\u00a0" * 4
_WORD = re.compile(r"\S+")
_LONGEST = 40
_BREAK_EVERY = 0.75  # of the longest word
_BREAK = "\u200b"


@dataclass(frozen=True, slots=True)
class Missing:
    """Pieces of text that no font has.

    Attributes:
        by_first: the pieces by their first character, the longest first.
    """

    by_first: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, pieces: Iterable[str]) -> Missing:
        """Return these pieces, ready to be looked for."""
        found: dict[str, tuple[str, ...]] = {}
        for piece in sorted(pieces, key=len, reverse=True):
            found[piece[0]] = (*found.get(piece[0], ()), piece)
        return cls(found)


NOTHING_MISSING = Missing({})


def rich(text: str, missing: Missing = NOTHING_MISSING, longest: int = _LONGEST) -> Rich:
    """Return a text as the page can set it; characters to be boxed are put together.

    Args:
        text: what is to be shown.
        missing: pieces of text that no font has.
        longest: longer words may be broken anywhere, as they would run off their column.
    """
    clean = _LINE_ENDS.sub("\n", text)
    pieces: list[str | dict[str, str]] = []
    for part, is_boxed in _split(clean, missing):
        if is_boxed:
            codes = " ".join(f"U+{ord(char):04X}" for char in part)
            if pieces and isinstance(pieces[-1], dict):
                pieces[-1] = {"codes": f"{pieces[-1]['codes']} {codes}"}
            else:
                pieces.append({"codes": codes})
        else:
            pieces.append(_breakable(part.replace("\t", _TAB), longest))
    if all(isinstance(piece, str) for piece in pieces):
        return "".join(str(piece) for piece in pieces)
    return pieces


def plain(text: str) -> str:
    """Return a text for places without layout, such as alternative texts: boxes become words."""
    return "".join(f"[U+{ord(char):04X}]" if _is_boxed(char) else char for char in text)


def paragraphs(text: str) -> list[str]:
    """Return the lines of a note; each is set for itself."""
    return _LINE_ENDS.sub("\n", text).split("\n")


def reads_right_to_left(text: str) -> bool:
    """Return whether the first letter with a direction is one of a right-to-left script."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in {"L", "R", "AL"}:
            return direction != "L"
    return False


def is_set(char: str) -> bool:
    """Return whether a character is to be drawn by a font: no layout, and not boxed anyway."""
    return char not in _LAYOUT and char not in _KEPT and not char.isspace() and not _is_boxed(char)


def is_mark(char: str) -> bool:
    """Return whether a character joins on to the one before it."""
    return unicodedata.category(char).startswith("M")


def _split(text: str, missing: Missing) -> Iterator[tuple[str, bool]]:
    """Yield the text in pieces, and whether each is boxed."""
    here = set(text)
    never = {char for char in here if _is_boxed(char)}
    begins = never | (here & missing.by_first.keys())
    if not begins:
        yield from [(text, False)] if text else []
        return
    start = at = 0
    while at < len(text):
        piece = _boxed_at(text, at, never, missing) if text[at] in begins else ""
        if piece and start < at:
            yield text[start:at], False
        if piece:
            yield piece, True
            start = at + len(piece)
        at += len(piece) or 1
    if start < len(text):
        yield text[start:], False


def _boxed_at(text: str, at: int, never: set[str], missing: Missing) -> str:
    found = (piece for piece in missing.by_first.get(text[at], ()) if text.startswith(piece, at))
    return next(found, text[at] if text[at] in never else "")


def _is_boxed(char: str) -> bool:
    category = unicodedata.category(char)
    if char in _LAYOUT or char in _KEPT:
        return False
    if category == "Cf":
        return ord(char) not in _DRAWN_FORMATS
    # Control, private and half characters; of the unassigned only those that are never assigned.
    return category in {"Cc", "Co", "Cs"} or _is_noncharacter(char)


def _is_noncharacter(char: str) -> bool:
    last_two = ord(char) & _LAST_OF_A_PLANE == _LAST_OF_A_PLANE
    return last_two or "\ufdd0" <= char <= "\ufdef"


def _breakable(text: str, longest: int) -> str:
    """Let very long words break; never before a mark that joins on."""
    return _WORD.sub(
        lambda match: (
            match.group() if len(match.group()) <= longest else _cut(match.group(), longest)
        ),
        text,
    )


def _cut(word: str, longest: int) -> str:
    result: list[str] = []
    length = 0
    for char in word:
        joins = unicodedata.category(char).startswith(("M", "C")) or unicodedata.combining(char)
        if length >= _BREAK_EVERY * longest and not joins:
            result.append(_BREAK)
            length = 0
        result.append(char)
        length += 1
    return "".join(result)
