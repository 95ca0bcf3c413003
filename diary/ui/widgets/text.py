"""Text on a page: titles, questions and hints, all of which may wrap and be read aloud."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


_MARKS = re.compile(r"(?<=[/\\?&=._-])(?=\w)")
_LONG = re.compile(r"\S{25,}")  # our choice: a line of the largest text holds more than that
_BREAK_HERE = "\u200b"


def breakable(text: str) -> str:
    """Return a text whose paths and web addresses may go on in the next line after a mark."""
    return _LONG.sub(lambda word: _MARKS.sub(_BREAK_HERE, word.group()), text)


class Words(QLabel):
    """Plain words that wrap; what is in the diary is never read as markup."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


def in_short(text: str, most: int = 40) -> str:
    """Return a text of hers as one line that fits on a button."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}\u2026"


class PageTitle(Words):
    """The title of a page."""


class SectionTitle(Words):
    """The title of a part of a page or of a card."""


class Question(Words):
    """A question; say the time it asks about."""


class Hint(Words):
    """Words of second rank."""
