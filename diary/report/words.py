"""Small phrases of the sheet: numbers of days instead of adverbs, and what is not known."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from diary.charts.text import period_text
from diary.domain.catalogue import Catalogue
from diary.i18n import format_day, mark, plural, translate
from diary.report.model import Fact

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from diary.domain.catalogue import Term

NOT_RECORDED = mark("not recorded")
NOT_ANSWERED = mark("not answered")
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"
_ISOLATES = "\u2066\u2067\u2068\u2069"


def own_words(text: str) -> str:
    """Return her own words for use inside a sentence of ours.

    Words written from right to left are set apart (Unicode isolates): otherwise they would pull
    the numbers beside them out of order, and 12 March could be read as another day.
    """
    if not any(unicodedata.bidirectional(char) in {"R", "AL", "AN"} for char in text):
        return text
    inside = "".join(f"[U+{ord(char):04X}]" if char in _ISOLATES else char for char in text)
    return f"{_ISOLATE}{inside}{_END_ISOLATE}"


def yes_no(value: bool | None) -> str:
    """Return "yes", "no" or "not answered"."""
    if value is None:
        return translate(NOT_ANSWERED)
    return translate("yes") if value else translate("no")


def days(count: int) -> str:
    """Return "1 day", "4 days"."""
    return plural("{n} day", "{n} days", count)


def of_days(count: int, total: int) -> str:
    """Return "11 of 13 days"."""
    return translate("{count} of {days}").format(count=count, days=days(total))


def short_period(start: dt.date | None, end: dt.date | None) -> str:
    """Return "since ...", "until ..." or "... to ..."."""
    if start is None:
        return translate(NOT_RECORDED) if end is None else until(end)
    if end is None:
        return translate("since {day}").format(day=format_day(start))
    return period_text(start, end)


def until(end: dt.date) -> str:
    """Return "until ..."."""
    return translate("until {day}").format(day=format_day(end))


def fact(label: str, value: str | None) -> Fact:
    """Return a fact; None is said as "not recorded"."""
    if value is None:
        return Fact(label, translate(NOT_RECORDED), known=False)
    return Fact(label, value)


def tally(
    ids: Iterable[str], labels: Mapping[str, str] | Catalogue[Term], most: int = 4
) -> str | None:
    """Return "dull (9 days), burning (2)", most days first; None if there are none.

    Args:
        ids: each id once for every day on which it was said.
        labels: the words of each id, translated, or a catalogue.
        most: how many are told; the others are counted.
    """
    words = _labels(labels)
    order = list(words)
    counts = Counter(ids)
    ranked = sorted(counts, key=lambda id_: (-counts[id_], order.index(id_)))
    if not ranked:
        return None
    told = [f"{words[id_]} ({counts[id_]})" for id_ in ranked[:most]]
    told[0] = f"{words[ranked[0]]} ({days(counts[ranked[0]])})"
    if len(ranked) > most:
        told.append(plural("{n} more", "{n} more", len(ranked) - most))
    return ", ".join(told)


def named(ids: Iterable[str], labels: Mapping[str, str] | Catalogue[Term]) -> str | None:
    """Return the words of what was said, with days only where it was not always the same."""
    said = list(ids)
    if len(set(said)) == 1:
        return _labels(labels)[said[0]]
    return tally(said, labels)


def _labels(labels: Mapping[str, str] | Catalogue[Term]) -> Mapping[str, str]:
    if isinstance(labels, Catalogue):
        return {id_: translate(term.label) for id_, term in labels.items()}
    return labels
