"""Dates and lists in words by Qt, which has them ready at the start; babel says them the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from diary.i18n import locale_name

if TYPE_CHECKING:
    import datetime as dt

_ENGLISH = "en_GB"
_MEGABYTE = 1_000_000
_WEEKDAY = re.compile(r"[,،]?\s*dddd[,،]?\s*")  # what separates it goes with it


def day_in_full(day: dt.date) -> str:
    """Return a day with its weekday: "Sunday 22 March 2026"."""
    name = locale_name()
    if name == _ENGLISH:
        return QLocale(name).toString(_date(day), "dddd d MMMM yyyy")
    return QLocale(name).toString(_date(day), QLocale.FormatType.LongFormat)


def day_in_words(day: dt.date) -> str:
    """Return a day: "22 March 2026"."""
    locale = QLocale(locale_name())
    if locale_name() == _ENGLISH:
        return locale.toString(_date(day), "d MMMM yyyy")
    in_full = locale.dateFormat(QLocale.FormatType.LongFormat)
    return locale.toString(_date(day), _WEEKDAY.sub("", in_full))


def list_in_words(words: list[str]) -> str:
    """Return words as a list in a sentence: "a, b and c"."""
    return QLocale(locale_name()).createSeparatedList(words)


def size_in_words(size: int) -> str:
    """Return a number of bytes: "220 kB", "1.4 MB"."""
    locale, decimals = QLocale(locale_name()), 0 if size < _MEGABYTE else 1
    return locale.formattedDataSize(size, decimals, QLocale.DataSizeFormat.DataSizeSIFormat)


def _date(day: dt.date) -> QDate:
    return QDate(day.year, day.month, day.day)
