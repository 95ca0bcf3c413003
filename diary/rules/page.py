"""The rule book as a page of the docs, made from the declarations alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.i18n import mark, translate
from diary.rules import life_numbers
from diary.rules.book import stated_minimums
from diary.rules.catalog import RULES
from diary.rules.labels import (
    NO_SOURCE,
    quantity,
    tiers_in_words,
    window_in_words,
    windows_of,
)
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

Most limits are our own choice, and each of them says so beside its number. "Where bone is known
to be affected" means that the profile answers yes to the question about bone; these people were
given the advice beforehand, and some limits are lower for them.

## The days that the rules look at

| name | days |
|---|---|
{windows}
"""


_NOTE = mark("a note beside the alerts")
_LIFE = mark("Life of an alert")
_LIFE_SENTENCE = mark(
    "An alert is raised once its rule is true, grows when another rule of its family joins, and "
    "ends when its rules are false for long enough; one that asks for a call ends only when "
    "someone was told. Alerts are worked out from the entries each time; only what the person "
    "did about them is kept."
)


def rule_book_page(rules: Sequence[Rule] = RULES) -> str:
    """Return the page as Markdown."""
    sections = (*map(_section, rules), *map(_note, NOTES))
    return "\n".join((_head(), "\n".join(_life()), *map("\n".join, sections)))


def _head() -> str:
    rows = (f"| {name} | {window_in_words(one)} |" for name, one in windows_of().items())
    return HEAD.format(version=RULE_BOOK, windows="\n".join(rows))


def _life() -> Iterator[str]:
    yield f"## {translate(_LIFE)}"
    yield ""
    yield translate(_LIFE_SENTENCE)
    yield ""
    yield from _numbers(life_numbers.NUMBERS)


def _section(rule: Rule) -> Iterator[str]:
    yield f"## {rule.id}: {translate(rule.name)} ({tiers_in_words(rule)})"
    yield ""
    yield translate(rule.sentence)
    yield ""
    yield f"{translate('What keeps it quiet')}: {translate(rule.words.kept_quiet)}"
    yield ""
    for choice in rule.choices:
        yield f"{translate('Our own reading')}: {translate(choice)}"
        yield ""
    needs = "; ".join(map(_minimum, stated_minimums(rule)))
    if needs:
        yield f"{translate('Needs')}: {needs}."
        yield ""
    yield from _numbers(rule.numbers)
    if rule.sources:
        yield f"{translate('Sources')}:"
        yield ""
    else:
        yield translate(NO_SOURCE)
        yield ""
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
        yield f"{translate('Our own reading')}: {translate(choice)}"
        yield ""
    if note.numbers:
        yield from _numbers(note.numbers)


def _numbers(numbers: Iterable[Number[int] | Number[float]]) -> Iterator[str]:
    yield "| number | value | rests on |"
    yield "|---|---|---|"
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
    return f"| {translate(number.name)} | {quantity(number.value, number.unit)} | {ground} |"
