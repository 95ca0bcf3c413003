"""The rule book as a page of the docs, made from the declarations alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.i18n import mark, translate
from diary.rules.book import stated_minimums
from diary.rules.catalog import RULES
from diary.rules.model import RULE_BOOK
from diary.rules.notes import NOTES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from diary.rules.book import StatedMinimum
    from diary.rules.evidence import Number
    from diary.rules.notes import Note
    from diary.rules.rule import Rule

HEAD = """# Rule book {version}

Made by `make pages` from the declarations in `diary/rules/catalog`; do not edit it by hand.
`daymark rules` prints the same.

These rules remind a person of published advice on when to contact her team. They diagnose
nothing. They were tried on simulated diaries only, not on patients, and no clinician has
approved them.
"""


_NOTE = mark("a note beside the alerts, never one of them")


def rule_book_page(rules: Sequence[Rule] = RULES) -> str:
    """Return the page as Markdown."""
    sections = (*map(_section, rules), *map(_note, NOTES))
    return "\n".join((HEAD.format(version=RULE_BOOK), *map("\n".join, sections)))


def _section(rule: Rule) -> Iterator[str]:
    tiers = [rule.tier, *rule.variants]
    yield f"## {rule.id}: {', or '.join(translate(tier.label).lower() for tier in tiers)}"
    yield ""
    yield translate(rule.sentence)
    yield ""
    for choice in rule.choices:
        yield f"Our choice: {translate(choice)}"
        yield ""
    needs = "; ".join(map(_minimum, stated_minimums(rule)))
    if needs:
        yield f"Days it needs: {needs}."
        yield ""
    yield from _numbers(rule.numbers)
    for cited in rule.sources:
        yield f"- {cited.source.citation} ({cited.source.locator}): {translate(cited.basis.label)}"
    if rule.sources:
        yield ""


def _note(note: Note) -> Iterator[str]:
    yield f"## {note.id}: {translate(_NOTE)}"
    yield ""
    yield translate(note.sentence)
    yield ""
    for choice in note.choices:
        yield f"Our choice: {translate(choice)}"
        yield ""
    if note.numbers:
        yield from _numbers(note.numbers)


def _numbers(numbers: Iterable[Number[int] | Number[float]]) -> Iterator[str]:
    yield "| number | value | unit | rests on |"
    yield "|---|---|---|---|"
    for number in numbers:
        yield _number(number)
    yield ""


def _minimum(stated: StatedMinimum) -> str:
    needed, window = stated.minimum.needed, stated.minimum.window.name
    days = f"{needed} days of {window} {translate(stated.counted)}"
    days = f"or {days}" if stated.alternative else days
    return f"{stated.of}: {days}" if stated.of else days


def _number(number: Number[int] | Number[float]) -> str:
    reason = number.reason
    ground = f"{translate(reason.basis.label)}: {translate(reason.note)}"
    if reason.source is not None:
        ground += f" ({reason.source.citation}, {reason.source.locator})"
    return f"| {translate(number.name)} | {number.value} | {number.unit} | {ground} |"
