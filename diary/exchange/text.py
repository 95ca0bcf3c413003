"""From the bytes of a file to its text: UTF-8 with or without its mark, or a plain refusal."""

from __future__ import annotations

from typing import Final

from diary.errors import RequestError
from diary.i18n import mark, translate

MARK: Final = b"\xef\xbb\xbf"
_DIARY_FILE: Final = b"SQLite format 3\x00"
_ZIP: Final = b"PK\x03\x04"  # what spreadsheets, word processors and archives begin with
_JSON_BEGINS: Final = (b"{", b"[")

EMPTY: Final = mark("The file is empty, so there is nothing to import.")
NOT_UTF8: Final = mark(
    "The file is not text in UTF-8; save it again as UTF-8 (a spreadsheet calls it CSV UTF-8)."
)
CUT_SHORT: Final = mark(
    "The file ends too early, as if it had been cut short; make or copy it again."
)
A_DIARY_FILE: Final = mark(
    "This is a diary file or a backup, not an export; `daymark restore` puts a backup back."
)
A_SPREADSHEET: Final = mark(
    "This is a spreadsheet's own file or an archive; save the sheet as CSV UTF-8 and import that."
)


def is_json(data: bytes) -> bool:
    """Whether the content looks like JSON; anything else is read as CSV."""
    return data.removeprefix(MARK).lstrip().startswith(_JSON_BEGINS)


def decoded(data: bytes) -> str:
    """Return the text of a file.

    Raises:
        RequestError: it is empty, cut short, not UTF-8, or another kind of file altogether.
    """
    if data.startswith(_DIARY_FILE):
        raise RequestError(translate(A_DIARY_FILE))
    if data.startswith(_ZIP):
        raise RequestError(translate(A_SPREADSHEET))
    content = data.removeprefix(MARK)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        cut = error.end == len(content) and error.reason == "unexpected end of data"
        raise RequestError(translate(CUT_SHORT if cut else NOT_UTF8)) from None
    if not text.strip():
        raise RequestError(translate(EMPTY))
    return text
