"""What the rules could not judge: in plain words on page 1, rule by rule on the last pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.subjects import subject_label
from diary.i18n import join_words, plural, translate
from diary.report.model import Fact
from diary.report.words import own_words
from diary.rules.catalog import RULES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from diary.rules.model import AlertReport, NotEnoughDays

_MOST_LACKING = 3


def not_judged(report: AlertReport) -> tuple[Fact, ...]:
    """Return what had too few days to be judged, and what a fault of ours kept from judging."""
    names = {rule.id: translate(rule.name) for rule in RULES}
    return _facts(report, lambda rule: names.get(rule, rule), most=_MOST_LACKING)


def not_judged_in_full(report: AlertReport) -> tuple[Fact, ...]:
    """Return the same with every rule by its id."""
    return _facts(report, lambda rule: rule, most=len(RULES))


def _facts(report: AlertReport, named: Callable[[str], str], most: int) -> tuple[Fact, ...]:
    facts = []
    by_place: dict[str | None, list[str]] = {}
    for one in report.not_enough_days:
        by_place.setdefault(one.place, []).append(_lacking(one, named(one.rule)))
    if by_place:
        # Places that lack the same days share a line: of twelve it would fill the page.
        alike: dict[str, list[str]] = {}
        for place, rules in by_place.items():
            alike.setdefault(_first_few(rules, most), []).append(own_words(subject_label(place)))
        told = (f"{join_words(places)}: {rules}" for rules, places in alike.items())
        facts.append(Fact(translate("Not enough days to tell"), "; ".join(told)))
    if report.failures:
        failed = ", ".join(named(failure.rule) for failure in report.failures)
        facts.append(Fact(translate("Not worked out because of a fault in the program"), failed))
    return tuple(facts)


def _lacking(one: NotEnoughDays, name: str) -> str:
    return translate("{rule} ({recorded} of {needed} days {counted})").format(
        rule=name, recorded=one.recorded, needed=one.needed, counted=translate(one.counted)
    )


def _first_few(rules: Sequence[str], most: int) -> str:
    """Return the rules of a place; of a diary that has just begun they would fill the page."""
    rest = len(rules) - most
    if rest <= 1:
        return ", ".join(rules)
    more = plural("{n} more rule", "{n} more rules", rest)
    return ", ".join((*rules[:most], more))
