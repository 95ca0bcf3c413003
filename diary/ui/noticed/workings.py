"""The open workings of an alert as titled lines: what *Why am I seeing this?* shows. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from diary.i18n import format_number, mark, plural, sentence_case, translate
from diary.rules.keeping import keeping_lines
from diary.rules.model import RULE_BOOK
from diary.rules.sources import Basis
from diary.rules.steps import steps_in_words
from diary.ui.noticed.words import days_in_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diary.rules.model import Alert

# The numbers rules put into their evidence; one that is not here is shown by its own name.
_FOUND = {
    "rise": mark("Rise over these days"),
    "span_days": mark("Days from the first to the last of them"),
    "median_last7": mark("Middle value of the last 7 days"),
    "median_prior7": mark("Middle value of the 7 days before"),
    "median_before": mark("Middle value of the 28 days before the last two weeks"),
    "mean_last7": mark("Average of the last 7 days"),
    "mean_prior7": mark("Average of the 7 days before"),
    "median_base56": mark("Middle value of the 8 weeks before the last two"),
    "mean_base56": mark("Average of the 8 weeks before the last two"),
    "recorded_base56": mark("Days recorded of the 8 weeks before the last two"),
    "mean_base28": mark("Average of the 28 days before the last two weeks"),
    "mean_last56": mark("Average of the last 56 days"),
    "recorded_base28": mark("Days recorded of the 28 before the last two weeks"),
    "lowest_of_last_days": mark("Lowest score of the last days"),
    "share": mark("Share of the recorded days"),
    "nights": mark("Such nights in the last 7 days"),
    "nights_before": mark("Such nights in the 28 days before the last two weeks"),
    "nights_recorded_before": mark("Nights recorded in those 28 days"),
    "pain": mark("Pain counted from"),
    "grade": mark("How strong, from 1 mild to 3 severe"),
}
_DAYS = mark("The days it used")
_SHARES = frozenset({"share"})


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the workings: a title, its lines, and whether the days it names follow."""

    title: str
    lines: tuple[str, ...]
    has_days: bool = False


def workings(alert: Alert, rule: Mapping[str, Any]) -> tuple[Section, ...]:
    """Return the workings of an alert; parts without lines are left out.

    Args:
        alert: the alert.
        rule: the rule that speaks, as plain, translated data of the rule book.
    """
    parts = (
        (mark("The rule"), (rule["sentence"], _book_line(alert))),
        (_DAYS, _days(alert)),
        (mark("What it found"), _found(alert)),
        (mark("Its limits, and where they come from"), tuple(map(_limit, rule["numbers"]))),
        (mark("What would have kept it quiet"), (rule["kept_quiet"],)),
        (mark("How we read the advice"), tuple(rule["choices"])),
        (mark("How it came about"), steps_in_words(alert)),
        (mark("Sources"), tuple(map(_source, rule["sources"]))),
    )
    return tuple(
        Section(translate(title), lines, title == _DAYS) for title, lines in parts if lines
    )


def _book_line(alert: Alert) -> str:
    text = translate(mark("Rule {rule} of rule book {book}."))
    return text.format(rule=alert.spoken_by, book=RULE_BOOK)


def _days(alert: Alert) -> tuple[str, ...]:
    evidence = alert.evidence
    recorded = translate(mark("{recorded} of {days} recorded.")).format(
        recorded=evidence.days_recorded,
        days=plural("{n} day", "{n} days", evidence.days_in_window),
    )
    if evidence.days_recorded < evidence.days_in_window:
        recorded += " " + translate(mark("The others are not known and were not counted."))
    used = days_in_words(evidence.days_used) + "."
    return (used, recorded, *keeping_lines(evidence.keeping))


def _found(alert: Alert) -> tuple[str, ...]:
    return tuple(
        f"{translate(_FOUND[name]) if name in _FOUND else _plain(name)}: {_value(name, value)}"
        for name, value in alert.evidence.numbers.items()
    )


def _plain(name: str) -> str:
    words = name.replace("_", " ")
    return sentence_case(words)


def _value(name: str, value: float) -> str:
    if name in _SHARES:
        return _percent(value)
    return format_number(value)


def _percent(share: float) -> str:
    return f"{format_number(100 * share, 0)} %"


def _limit(number: Mapping[str, Any]) -> str:
    name = str(number["name"])
    text = f"{sentence_case(name)}: {_with_unit(number['value'], number['unit'])}."
    text += f" {_basis(number['basis'])}: {number['why']}."
    if number["citation"] is not None and number["basis"] != Basis.OUR_CHOICE.value:
        text += f" {number['citation']}, {number['locator']}."
    return text


def _with_unit(value: float, unit: str) -> str:
    if unit == "share":
        return _percent(value)
    words = format_number(value, 2)
    if unit == "points":
        return translate(mark("{value} of 10")).format(value=words)
    if unit == "days" and float(value).is_integer():
        return plural("{n} day", "{n} days", int(value))
    return words


def _basis(basis: str) -> str:
    words = translate(Basis(basis).label)
    return sentence_case(words)


def _source(source: Mapping[str, Any]) -> str:
    text = translate(mark("{citation}. {locator}. {basis}, used for: {supports}."))
    return text.format(
        citation=source["citation"],
        locator=source["locator"],
        basis=_basis(source["basis"]),
        supports=source["supports"],
    )
