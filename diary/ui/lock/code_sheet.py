"""The recovery code as a page to keep: printed, as a PDF, and as plain text."""

from __future__ import annotations

import itertools
import textwrap
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import (
    QFont,
    QPageSize,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from diary.i18n import mark, translate
from diary.ui.paper import PAPERS

if TYPE_CHECKING:
    import datetime as dt

TITLE = mark("Recovery code of a Daymark diary")
_MADE = mark("Made on {day}")
_HOW = mark(
    "Where Daymark asks for the passphrase, type this code instead: all groups, in this order, "
    "without their numbers. Capital or small letters and blanks between the groups make no "
    "difference. The letters I, L, O and U do not occur; what looks like one of them is a digit."
)
_KEEP = mark(
    "Whoever has this code can open the diary and its backups. Keep it on paper, apart from the "
    "computer. A new passphrase brings a new code."
)
_A_LINE = 3  # groups a line: as many as are copied without losing the place
_BODY, _HEAD, _CODE = 12, 20, 26  # points
_GAP = 14.0
_COLUMNS = 72  # of a line of the text file
_DIGIT_WIDE = "\u2007"  # a blank as wide as a digit


def lines_of(code: str) -> list[list[str]]:
    """Return the groups of a code in the lines they are shown in."""
    groups = code.split("-")
    return [groups[at : at + _A_LINE] for at in range(0, len(groups), _A_LINE)]


def numbered_lines_of(code: str) -> list[list[tuple[int, str]]]:
    """Return the same with the number of each group: one that is mistyped is named by it."""
    numbers = itertools.count(1)
    return [[(next(numbers), group) for group in groups] for groups in lines_of(code)]


def as_text(code: str, day: dt.date) -> str:
    """Return the page as plain text."""
    parts = [translate(TITLE), translate(_MADE).format(day=day.isoformat())]
    lines = (
        "".join(f"{number:>6}  {group}" for number, group in groups)
        for groups in numbered_lines_of(code)
    )
    parts += ["\n".join(lines)]
    parts += [textwrap.fill(translate(words), _COLUMNS) for words in (_HOW, _KEEP)]
    return "\n\n".join(parts) + "\n"


def as_document(code: str, day: dt.date) -> QTextDocument:
    """Return the page to print."""
    document = QTextDocument()
    cursor = QTextCursor(document)
    paragraphs: list[list[tuple[str, int, bool]]] = [
        [(translate(TITLE), _HEAD, True)],
        [(translate(_MADE).format(day=day.isoformat()), _BODY, False)],
        *(_line(groups) for groups in numbered_lines_of(code)),
        [(translate(_HOW), _BODY, False)],
        [(translate(_KEEP), _BODY, False)],
    ]
    spaced = QTextBlockFormat()
    spaced.setBottomMargin(_GAP)
    for number, pieces in enumerate(paragraphs):
        if number:
            cursor.insertBlock(spaced)
        else:
            cursor.setBlockFormat(spaced)
        for words, points, is_bold in pieces:
            letters = QTextCharFormat()
            letters.setFontPointSize(points)
            letters.setFontWeight(QFont.Weight.Bold if is_bold else QFont.Weight.Normal)
            cursor.insertText(words, letters)
    return document


def _line(groups: list[tuple[int, str]]) -> list[tuple[str, int, bool]]:
    """Return a line of groups to print, each with its number, small, before it."""
    pieces = []
    for number, group in groups:
        pieces.append((f"{number:>2}  ".replace(" ", _DIGIT_WIDE), _BODY, False))
        pieces.append((f"{group}  ", _CODE, True))
    return pieces


def as_pdf(code: str, day: dt.date, paper: Literal["a4", "letter"]) -> bytes:
    """Return the page as a PDF."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(translate(TITLE))
    writer.setPageSize(QPageSize(PAPERS[paper]))
    as_document(code, day).print_(writer)
    del writer  # ends the file
    return bytes(held.data())
