"""The first rule book beside the one in use: five rules as they were, and mixtures of both."""

from __future__ import annotations

import pytest

from diary.evaluation.books import CHANGES, FIRST, FIRST_BOOK, MIXTURES, book
from diary.rules.catalog import RULES
from diary.rules.engine import history
from diary.rules.model import RULE_BOOK, Tier
from tests.rules.diaries import number_of, pain


def changed(name):
    """Return the rules of a book that are not those in use."""
    return [ours.id for ours, other in zip(RULES, book(name), strict=True) if ours is not other]


def raised(sketch, name, rule):
    """Return the days on which a rule opened or joined an alert, and its tier."""
    diary = sketch.diary()
    report = history(diary, diary.last_day, book(name))
    assert not report.failures
    return [
        (number_of(step.on), step.tier)
        for alert in report.alerts
        for step in alert.tiers
        if step.rule == rule
    ]


def test_the_book_in_use_is_the_catalogue():
    assert book(RULE_BOOK) is RULES


def test_the_first_book_differs_in_the_rules_that_are_told():
    assert changed(FIRST_BOOK) == [rule.id for rule in RULES if rule.id in FIRST]
    assert set(CHANGES) == set(FIRST)


@pytest.mark.parametrize("name", MIXTURES)
def test_a_mixture_has_one_rule_as_it_was(name):
    (rule,) = changed(name)
    assert name == f"without {rule}"


def test_an_unknown_book_is_none():
    with pytest.raises(KeyError):
        book("2025.1")


# Each rule as it was, on a diary that the two books judge differently.


@pytest.mark.parametrize(
    ("rule", "sketch", "first", "now"),
    [
        ("W1", pain("0x20 2x13"), [(32, Tier.SOON)], [(29, Tier.SOON)]),
        ("W2", pain("2x28 3x7 4x7"), [(41, Tier.SOON)], []),
        (
            "W3",
            pain("0 2 1 2 3 5 3 2 4 1 5 1 3 5 4x2 3 4x3 3 1 6 5x2 4"),
            [(24, Tier.SOON)],
            [],
        ),
        ("W4", pain("3nx2 4n 0x4", "lower_back"), [], [(2, Tier.SOON)]),
        ("W4", pain("4x28 0x7 3gx4 3nx3", "hip"), [(41, Tier.SOON)], [(41, Tier.SOON)]),
        ("U3", pain("2x34 4 6x3"), [(37, Tier.URGENT)], []),
        (
            "U3",
            pain("1x24 3x7 4x4 6x3", "hip", side="both"),
            [(37, Tier.URGENT)],
            [(37, Tier.SOON)],
        ),
    ],
)
def test_how_a_rule_was_and_how_it_is(rule, sketch, first, now):
    assert raised(sketch, FIRST_BOOK, rule) == first
    assert raised(sketch, f"without {rule}", rule) == first
    assert raised(sketch, RULE_BOOK, rule) == now
