"""Looking for words in what she wrote, whatever their case and accents."""

from __future__ import annotations

import functools
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

# Characters of a snippet, and of it before the first word found: our choice, two lines of a list.
SNIPPET, BEFORE = 160, 50
_CUT = "…"


class Writing(NamedTuple):
    """What she wrote on a day.

    Attributes:
        day: the day.
        texts: the note, and what she could do; never empty ones.
    """

    day: dt.date
    texts: tuple[str, ...]


class NoteHit(NamedTuple):
    """A day on which all words looked for were written.

    Attributes:
        day: the day.
        snippet: a piece of the text around the first word found, on one line.
    """

    day: dt.date
    snippet: str


def search_words(typed: str) -> tuple[str, ...]:
    """Return what to look for: the words typed, folded."""
    return tuple(fold(typed).split())


def find(writings: Iterable[Writing], words: tuple[str, ...]) -> tuple[Writing, ...]:
    """Return the days with every word somewhere in their texts; no words find nothing.

    Args:
        writings: what was written, in the order of the answer.
        words: from :func:`search_words`; each may also be a part of a longer word.
    """
    if not words:
        return ()
    return tuple(writing for writing in writings if _has_all(writing.texts, words))


def hit(writing: Writing, words: tuple[str, ...]) -> NoteHit:
    """Return a day that was found, with a piece of what was written."""
    return NoteHit(writing.day, _snippet(writing.texts, words))


def fold(text: str) -> str:
    """Return a text without case and accents, to compare it."""
    if text.isascii():
        return text.lower()
    return "".join(map(_folded, text))


@functools.lru_cache(maxsize=4096)
def _folded(character: str) -> str:
    parts = unicodedata.normalize("NFKD", character)
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()


def _has_all(texts: tuple[str, ...], words: tuple[str, ...]) -> bool:
    folded = [fold(text) for text in texts]
    return all(any(word in text for text in folded) for word in words)


def _snippet(texts: tuple[str, ...], words: tuple[str, ...]) -> str:
    """Return a piece of the first text that has one of the words, cut between words."""
    text = next(text for text in texts if any(word in fold(text) for word in words))
    line = " ".join(text.split())
    start = _word_start(line, max(0, _first_place(line, words) - BEFORE))
    end = start + SNIPPET
    if end < len(line):
        blank = line.rfind(" ", start, end + 1)
        end = blank if blank > start else end
    piece = line[start:end]
    return f"{_CUT if start else ''}{piece}{_CUT if end < len(line) else ''}"


def _word_start(line: str, at: int) -> int:
    """Return the first start of a word from ``at`` on, near it; ``at`` if there is none."""
    if at == 0:
        return 0
    blank = line.find(" ", at - 1, at + BEFORE)
    return at if blank < 0 else blank + 1


def _first_place(line: str, words: tuple[str, ...]) -> int:
    """Return where in the line the first word found begins; folding may change lengths."""
    folded = fold(line)
    at = min(place for word in words if (place := folded.find(word)) >= 0)
    places = [place for place, character in enumerate(line) for _ in _folded(character)]
    return places[at]
