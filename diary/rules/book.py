"""The rule book as it is shown: every rule with its numbers, reasons and sources.

``daymark rules``, the window and the docs are made from what this module gives.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.domain.places import PLACES
from diary.domain.signs import SIGNS
from diary.domain.subjects import subject_label
from diary.domain.symptoms import CUSTOM_PREFIX
from diary.i18n import join_words, mark, translate
from diary.rules.catalog import RULES
from diary.rules.groups import BLADDER_SIGNS, WEAKNESS_SIGNS
from diary.rules.model import RULE_BOOK, Tier
from diary.rules.notes import NOTES
from diary.rules.sources import Basis
from diary.rules.wording import WHAT_TO_DO

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diary.rules.evidence import Number
    from diary.rules.rule import Minimum, Rule

# One entry of one of these is an emergency, without any pain: the form says so before Save.
CALL_NOW_SIGNS = (*BLADDER_SIGNS, *WEAKNESS_SIGNS)


_OWN = mark("symptoms of your own")
# Whether it is new may not be answered yet.
_CHOSEN = mark("You recorded {what}.")


def rule_of(rule_id: str) -> Rule:
    """Return a rule by its id.

    Raises:
        KeyError: there is no such rule.
    """
    for rule in RULES:
        if rule.id == rule_id:
            return rule
    raise KeyError(rule_id)


@dataclass(frozen=True, slots=True)
class CallCard:
    """What the form says at once when an emergency sign is chosen, before Save."""

    what_to_do: str
    noticed: str


def call_card(signs: Sequence[str]) -> CallCard | None:
    """Return the call card for chosen signs, or None if none of them is an emergency by itself."""
    chosen = [sign for sign in signs if sign in CALL_NOW_SIGNS]
    if not chosen:
        return None
    phrase = translate(SIGNS[chosen[0]].phrase)
    return CallCard(translate(WHAT_TO_DO[Tier.EMERGENCY]), translate(_CHOSEN).format(what=phrase))


def rule_book_json(rules: Sequence[Rule] = RULES) -> dict[str, object]:
    """Return the rule book as plain data, translated."""
    return {
        "format": "daymark-rules",
        "version": 1,
        "rule_book": RULE_BOOK,
        "rules": [rule_json(rule) for rule in rules],
        "notes": [
            {
                "id": note.id,
                "sentence": translate(note.sentence),
                "numbers": [_number_json(number) for number in note.numbers],
                "choices": [translate(choice) for choice in note.choices],
            }
            for note in NOTES
        ],
    }


def rule_json(rule: Rule) -> dict[str, object]:
    """Return one rule as plain data, translated."""
    return {
        "id": rule.id,
        "name": translate(rule.name),
        "tier": rule.tier.id,
        "other_tiers": [tier.id for tier in rule.variants],
        "family": rule.family.value,
        "sentence": translate(rule.sentence),
        "kept_quiet": translate(rule.words.kept_quiet),
        "numbers": [_number_json(number) for number in rule.numbers],
        "minimums": [
            {
                "of": stated.of,
                "window": stated.minimum.window.name,
                "needed": stated.minimum.needed,
                "counted": translate(stated.counted),
                "alternative": stated.alternative,
                "basis": stated.minimum.reason.basis.value,
                "why": translate(stated.minimum.reason.note),
            }
            for stated in stated_minimums(rule)
        ],
        "choices": [translate(choice) for choice in rule.choices],
        "sources": [
            {
                "citation": cited.source.citation,
                "locator": cited.source.locator,
                "supports": translate(cited.source.supports),
                "basis": cited.basis.value,
            }
            for cited in rule.sources
        ],
    }


@dataclass(frozen=True, slots=True)
class StatedMinimum:
    """A minimum of a rule with what it is for, in words; ``of`` is empty for its places.

    An ``alternative`` is enough in place of the one before.
    """

    of: str
    minimum: Minimum
    counted: str
    alternative: bool = False


def stated_minimums(rule: Rule) -> Iterator[StatedMinimum]:
    """Yield every minimum of a rule: of its places first, then of signs, symptoms and others."""
    for minimum in rule.minimums:
        yield StatedMinimum("", minimum, rule.counted)
    for need in rule.also_needs:
        subjects = [] if set(need.of) >= set(PLACES) else [_subject(of) for of in need.of if of]
        for place, minimum in enumerate(need.minimums):
            alternative = need.any_of and place > 0
            yield StatedMinimum(join_words(subjects), minimum, need.counted, alternative)


def _subject(of: str) -> str:
    return translate(_OWN) if of == CUSTOM_PREFIX else subject_label(of).lower()


def _number_json(number: Number[int] | Number[float]) -> dict[str, object]:
    # A source nobody has checked is kept for the one who will, and not shown as the ground.
    source = None if number.reason.basis is Basis.OUR_CHOICE else number.reason.source
    return {
        "name": translate(number.name),
        "value": number.value,
        "unit": number.unit,
        "basis": number.reason.basis.value,
        "why": translate(number.reason.note),
        "citation": None if source is None else source.citation,
        "locator": None if source is None else source.locator,
    }
