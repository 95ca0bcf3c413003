"""A day as somebody types it: taken as a whole, or not at all."""

from __future__ import annotations

import datetime as dt
import re

from PySide6.QtCore import QLocale

from diary.i18n import locale_name

_MONTHS = range(1, 13)
_SHORTEST = 3  # letters of a month: fewer begin the names of several
_IN_WORDS = re.compile(r"(\d{1,2})\.?\s+([^\W\d_]+)\.?,?\s+(\d{4})")
_BETWEEN = re.compile("'([^']+)'")  # words that stand in a language's dates: "de" in Spanish
_AS_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def read_day(text: str) -> dt.date | None:
    """Return the day of "15 March 2026", "15 Mar 2026" or "2026-03-15"; None of anything else.

    A day of numbers alone, such as 09/08/2026, means one day to some and another to others.
    """
    typed = _without_words_between(text.strip())
    if said := _AS_ISO.fullmatch(typed):
        return _day(int(said[1]), int(said[2]), int(said[3]))
    if said := _IN_WORDS.fullmatch(typed):
        month = _month(said[2])
        return None if month is None else _day(int(said[3]), month, int(said[1]))
    return None


def _without_words_between(text: str) -> str:
    in_full = QLocale(locale_name()).dateFormat(QLocale.FormatType.LongFormat)
    between = {word.strip().casefold() for word in _BETWEEN.findall(in_full)}
    return " ".join(word for word in text.split() if word.casefold() not in between)


def _month(word: str) -> int | None:
    """Return the month whose name is, or begins with, this word."""
    locale, typed = QLocale(locale_name()), word.casefold()
    found = [
        month
        for month in _MONTHS
        if typed == locale.monthName(month, QLocale.FormatType.ShortFormat).casefold().rstrip(".")
        or (len(typed) >= _SHORTEST and locale.monthName(month).casefold().startswith(typed))
    ]
    return found[0] if len(found) == 1 else None


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
