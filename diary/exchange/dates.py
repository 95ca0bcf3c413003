"""Dates of a CSV: written like 2026-03-01, or refused with the form that was seen.

A day and a month can be exchanged without anyone noticing, so no other form is ever guessed.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from diary.i18n import mark, translate

_ISO: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_PARTS: Final = re.compile(r"(\d{1,4})([-/. ])\s?(\d{1,2})\2\s?(\d{1,4})\.?", re.ASCII)
_YEAR_DIGITS: Final = 4
_MONTHS: Final = 12

NOT_ISO: Final = mark("is {form}; dates are written like 2026-03-01")
_EMPTY: Final = mark("empty")
_NO_SUCH_DAY: Final = mark("a day that is in no calendar")
_WITH_TIME: Final = mark("a date with more behind it")
_COMPACT: Final = mark("eight digits without dashes")
_COUNT: Final = mark("a number, perhaps a spreadsheet's own count of days")
_IN_WORDS: Final = mark("a date in words")
_NO_DATE: Final = mark("not a date")
_SHORT_ISO: Final = mark("year-month-day without leading zeros")
_YEAR_FIRST: Final = mark("year/month/day {separator}")
_DAY_FIRST: Final = mark("day/month/year {separator}")
_MONTH_FIRST: Final = mark("month/day/year {separator}")
_EITHER: Final = mark("day/month/year or month/day/year {separator}")
_SHORT_YEAR: Final = mark("a date with a two-digit year {separator}")
_SEPARATORS: Final = {
    "-": mark("with dashes"),
    "/": mark("with slashes"),
    ".": mark("with dots"),
    " ": mark("with spaces"),
}


def read_day(text: str) -> dt.date | None:
    """Return the day of an ISO date, or None."""
    if not _ISO.fullmatch(text):
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def not_iso(text: str) -> str:
    """Return why a text is not a date of the diary, with the form that was seen."""
    return translate(NOT_ISO).format(form=_form(text))


def _form(text: str) -> str:
    if not text:
        return translate(_EMPTY)
    parts = _PARTS.fullmatch(text)
    if parts:
        return _form_of_parts(parts[1], parts[2], parts[3], parts[4])
    if text.isascii() and text.isdigit():
        return translate(_COMPACT if len(text) == len("20260301") else _COUNT)
    if _PARTS.match(text):
        return translate(_WITH_TIME)
    in_words = any(letter.isalpha() for letter in text) and any(sign.isdigit() for sign in text)
    return translate(_IN_WORDS if in_words else _NO_DATE)


def _form_of_parts(first: str, separator: str, second: str, third: str) -> str:
    separated = translate(_SEPARATORS[separator])
    if len(first) == _YEAR_DIGITS:
        if separator != "-":
            return translate(_YEAR_FIRST).format(separator=separated)
        return translate(_NO_SUCH_DAY if len(second) == len(third) == len("01") else _SHORT_ISO)
    if len(third) != _YEAR_DIGITS:
        return translate(_SHORT_YEAR).format(separator=separated)
    if int(first) > _MONTHS:
        form = _DAY_FIRST
    elif int(second) > _MONTHS:
        form = _MONTH_FIRST
    else:
        form = _EITHER
    return translate(form).format(separator=separated)
