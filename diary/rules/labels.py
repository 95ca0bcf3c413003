"""Numbers and windows of the rule book in words: the same on the page and in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.choices import GRADES, INTERFERENCES
from diary.i18n import format_number, join_words, mark, plural, translate
from diary.rules.book import stated_minimums
from diary.rules.catalog import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diary.domain.windows import Window
    from diary.rules.rule import Rule

_CHOICES = {"answer": INTERFERENCES, "grade": GRADES}
NO_SOURCE = mark("No published source: this rule rests on our own choice alone.")
_NAMED = mark("{value} ({words})")
_UP_TO = mark("the day judged and the {days} before it")
_BETWEEN = mark("the {days} that end {ago} before the day judged")


def quantity(value: float, unit: str) -> str:
    """Return a number of a rule with its unit; an answer or a grade also in its own words."""
    if unit == "share":
        return f"{format_number(value * 100)} %"
    if unit in _CHOICES:
        words = translate(_CHOICES[unit][str(int(value))].label)
        return translate(_NAMED).format(value=format_number(value), words=words)
    if unit == "days":
        return days(int(value))
    if unit == "points":
        noun = translate("point") if value == 1 else translate("points")
        return f"{format_number(value)} {noun}"
    return format_number(value, 2)


def days(count: int) -> str:
    """Return "1 day", "4 days"."""
    return plural("{n} day", "{n} days", count)


def windows_of(rules: Iterable[Rule] = RULES) -> dict[str, Window]:
    """Return every window that a minimum of the rules names, shortest reach first."""
    found = {
        stated.minimum.window.name: stated.minimum.window
        for rule in rules
        for stated in stated_minimums(rule)
    }
    return dict(sorted(found.items(), key=lambda item: (item[1].first, -item[1].last)))


def window_in_words(window: Window) -> str:
    """Return which calendar days a window holds."""
    if window.last == 0:
        return translate(_UP_TO).format(days=days(window.first))
    text = translate(_BETWEEN)
    return text.format(days=days(window.length), ago=days(window.last))


def tiers_in_words(rule: Rule) -> str:
    """Return how soon a rule asks to speak to someone: its tier, and its others."""
    tiers = [translate(tier.label).lower() for tier in (rule.tier, *rule.variants)]
    return (
        translate(mark("{first}, or {others}")).format(first=tiers[0], others=join_words(tiers[1:]))
        if len(tiers) > 1
        else tiers[0]
    )
