"""The rule books that are compared: the one in use, the first one, and mixtures of the two.

The first book, 2026.1, differs from 2026.2 in five trend rules and in nothing else. They are
kept here with their old numbers, so that both books are judged on the same diaries at any time.
"""

from __future__ import annotations

import dataclasses
from functools import partial
from typing import TYPE_CHECKING

from diary.domain.places import PlaceClass, places_of
from diary.domain.windows import BASE28, LAST7
from diary.rules import step_numbers
from diary.rules.catalog import RULES
from diary.rules.catalog import u3_fast_worsening as u3
from diary.rules.catalog import w1_two_weeks as w1
from diary.rules.catalog import w2_step_up as w2
from diary.rules.catalog import w3_slow_climb as w3
from diary.rules.catalog import w4_night_or_rest as w4
from diary.rules.model import RULE_BOOK
from diary.rules.rule import Minimum

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from diary.rules.context import Context
    from diary.rules.rule import Rule
    from diary.rules.track import Track

FIRST_BOOK = "2026.1"
_SPINE = places_of(PlaceClass.SPINE)


def _mild_in_the_spine(place: str) -> int:
    return 3 if place in _SPINE else 10


def _first_u3(context: Context) -> Iterator[Track]:
    numbers = dataclasses.replace(
        u3.numbers_for(known_spread=context.bone_metastases),
        baseline=BASE28,
        week_share=0.0,
        prior_rise=None,
        limbs=None,
    )
    return u3.watch(context, numbers, (Minimum(LAST7, 4), Minimum(BASE28, 7)))


# How the changed rules worked in the first book.
FIRST: dict[str, Callable[[Context], Iterator[Track]]] = {
    "W1": partial(w1.watch, second_week=None),
    "W2": partial(w2.watch, numbers=step_numbers.NUMBERS, minimums=step_numbers.MINIMUMS),
    "W3": partial(w3.watch, numbers=dataclasses.replace(w3.NUMBERS, score=2.58)),
    "W4": partial(
        w4.watch,
        numbers=dataclasses.replace(
            w4.NUMBERS, baseline=BASE28, share_before=0.5, night_highest=_mild_in_the_spine
        ),
    ),
    "U3": _first_u3,
}
# What was changed since, and why.
CHANGES: dict[str, str] = {
    "W1": (
        "Pain on two of five days of two weeks is now enough if it began nine days ago or "
        "earlier, the second week is a point worse than the first and no injury, strain or fall "
        "is named: new pain need not fill two whole weeks."
    ),
    "W2": (
        "The own baseline is eight weeks instead of four, and both of the last two weeks must lie "
        "2 points above it, not the second of them only: a single bad week is often a flare."
    ),
    "W3": ("The climb must be steadier: a score above 3.1 instead of 2.58."),
    "W4": (
        "The own baseline is eight weeks; the pattern must have been there on fewer than a third "
        "of the days before, not half; and bad nights count however bad the pain was, now and "
        "before, so that nights that are usual for her stay usual."
    ),
    "U3": (
        "The own baseline is eight weeks, nearly all recorded days of the week must lie above it, "
        "and the week before must already be a point higher: a flare of a few days is over then. "
        "While an aromatase inhibitor runs, an ache of both limbs that leaves the nights alone is "
        "told a tier lower."
    ),
}


def book(name: str) -> tuple[Rule, ...]:
    """Return the rules of a book.

    Args:
        name: the version in use; the first version; or ``without W1``: the one in use with the
            named rule as it was in the first.

    Raises:
        KeyError: there is no such book.
    """
    if name == RULE_BOOK:
        return RULES
    if name == FIRST_BOOK:
        return _with_first(frozenset(FIRST))
    return _with_first(frozenset({_WITHOUT[name]}))


_WITHOUT = {f"without {rule}": rule for rule in FIRST}
MIXTURES = tuple(_WITHOUT)


def _with_first(ids: frozenset[str]) -> tuple[Rule, ...]:
    return tuple(
        dataclasses.replace(rule, watch=FIRST[rule.id]) if rule.id in ids else rule
        for rule in RULES
    )
