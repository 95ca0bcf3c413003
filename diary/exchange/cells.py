"""The cells and the table of a CSV: quoting, delimiter, header, and texts no spreadsheet runs."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from diary.domain import limits
from diary.errors import RequestError
from diary.exchange.problems import at, known_name
from diary.exchange.text import CUT_SHORT
from diary.i18n import join_words, mark, translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

COLUMNS: Final = ("date", "item", "place", "side", "value", "detail")
DETAIL_SEPARATOR: Final = ";"
DELIMITERS: Final = (",", DETAIL_SEPARATOR, "\t")
_RUN_BY_SPREADSHEETS: Final = frozenset("=+-@'\t\r")
_NEEDS_QUOTES: Final = frozenset(',"\r\n')

NOT_UNDERSTOOD: Final = mark("The column {names} is not understood; {help}")
NOT_UNDERSTOOD_MANY: Final = mark("The columns {names} are not understood; {help}")
MISSING: Final = mark("The column {names} is missing; {help}")
REPEATED: Final = mark("The column {names} stands there twice; {help}")
HELP: Final = mark("the first row names the columns: date,item,place,side,value,detail.")
_COLUMN_NUMBER: Final = mark("number {number}")
NO_HEADER: Final = mark("The file does not name its columns; {help}")
NOT_CLOSED: Final = mark(
    "The file ends inside a quotation: a quotation mark is missing, or the file was cut short."
)
TOO_WIDE: Final = mark("The table has {n} columns, and no diary has more than {most}; {help}")
TOO_LONG: Final = mark(
    "The table has more than {most} rows, which no diary has; import it in parts."
)
_TOO_MANY: Final = mark("has more cells than the first row has columns")
_BAD_QUOTES: Final = mark("has quotation marks that do not close, or a text beyond any length")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table; ``number`` counts as a spreadsheet does, the header being 1."""

    number: int
    cells: dict[str, str]

    def text(self, column: str) -> str:
        """Return the cell as it is."""
        return self.cells.get(column, "")

    def word(self, column: str) -> str:
        """Return the cell without the blanks around it."""
        return self.text(column).strip()


def row_name(number: int) -> str:
    """Return how a row is named in a problem."""
    return translate(mark("row {number}")).format(number=number)


def written(rows: Iterable[tuple[str, ...]]) -> str:
    """Return the table as text, with its header."""
    return "".join(",".join(map(_cell, row)) + "\n" for row in (COLUMNS, *rows))


def table(text: str, problems: list[str]) -> Iterator[Row]:
    """Yield the rows of a table; rows that are no rows are added to ``problems``.

    Raises:
        RequestError: the header is not one this program understands.
    """
    delimiter = _delimiter(text)
    header: list[str] = []
    number = short = 0
    try:
        for number, record in _numbered(_records(text, delimiter)):
            if not any(map(str.strip, record)):
                continue
            if not header:
                header = _header(record)
                continue
            cells = _with_whole_detail(record, header, delimiter)
            if any(cells[len(header) :]):
                problems.append(at(row_name(number), translate(_TOO_MANY)))
            else:
                # Spreadsheets leave out empty cells at the end of a row, so it may be short.
                short = number if len(cells) < len(header) else short
                yield Row(number, dict(zip(header, map(_unshielded, cells), strict=False)))
    except csv.Error as error:
        if "unexpected end" in str(error):
            raise RequestError(translate(NOT_CLOSED)) from None
        problems.append(at(row_name(number + 1), translate(_BAD_QUOTES)))
    if short == number and not text.endswith(("\n", "\r")):
        raise RequestError(translate(CUT_SHORT))


def _with_whole_detail(cells: list[str], header: list[str], delimiter: str) -> list[str]:
    """Between semicolons the pairs of a detail fall apart into cells unless they are quoted."""
    last = len(header) - 1
    if delimiter != DETAIL_SEPARATOR or header[last] != COLUMNS[-1] or len(cells) <= last:
        return cells
    return [*cells[:last], delimiter.join(cells[last:])]


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    # newline="": the reader itself finds the ends of rows, and texts keep their own line ends.
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)


def _numbered(records: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
    for number, record in enumerate(records, 1):
        if number > limits.ROWS:
            raise RequestError(translate(TOO_LONG).format(most=f"{limits.ROWS:,}"))
        yield number, record


def _delimiter(text: str) -> str:
    """Return the delimiter under which the header has most known columns, else most columns."""

    def columns(delimiter: str) -> tuple[int, int]:
        try:
            cells = next((row for row in _records(text, delimiter) if any(row)), [])
        except csv.Error:
            return (0, 0)
        return (len(set(COLUMNS) & set(map(_column, cells))), len(cells))

    return max(DELIMITERS, key=columns)


def _column(cell: str) -> str:
    return cell.strip().lower()


def _header(cells: list[str]) -> list[str]:
    names = [_column(cell) for cell in cells]
    while not names[-1]:
        names.pop()  # a spreadsheet may leave empty columns behind the last one
    if len(names) > limits.COLUMNS:
        told = {"n": len(names), "most": limits.COLUMNS, "help": translate(HELP)}
        raise RequestError(translate(TOO_WIDE).format(**told))
    unknown = [
        _shown(cells[position], position)
        for position, name in enumerate(names)
        if name not in COLUMNS
    ]
    if len(unknown) == len(names) and names[0][:1].isdigit():
        raise _refused(NO_HEADER, [])
    if unknown:
        raise _refused(NOT_UNDERSTOOD if len(unknown) == 1 else NOT_UNDERSTOOD_MANY, unknown)
    repeated = [name for name in COLUMNS if names.count(name) > 1]
    if repeated:
        raise _refused(REPEATED, repeated)
    # Without the column item every row is a pain: a date, a place and a score are enough.
    missing = [name for name in ("date", "value") if name not in names]
    if not {"item", "place"} & set(names):
        missing.append("place")
    if missing:
        raise _refused(MISSING, missing)
    return names


def _shown(cell: str, position: int) -> str:
    # A first row without names may hold what she wrote, so only what looks like a name is told.
    name = known_name(cell.strip())
    return translate(_COLUMN_NUMBER).format(number=position + 1) if name is None else f"'{name}'"


def _refused(sentence: str, names: list[str]) -> RequestError:
    return RequestError(translate(sentence).format(names=join_words(names), help=translate(HELP)))


def _cell(text: str) -> str:
    shielded = f"'{text}" if text[:1] in _RUN_BY_SPREADSHEETS else text
    if shielded.strip() == shielded and not _NEEDS_QUOTES & set(shielded):
        return shielded
    return '"' + shielded.replace('"', '""') + '"'


def _unshielded(cell: str) -> str:
    if cell[:1] == "'" and cell[1:2] in _RUN_BY_SPREADSHEETS:
        return cell[1:]
    return cell
