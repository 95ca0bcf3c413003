"""Honest silence: what every rule could not judge on a day, and for want of which days.

A rule whose minimum is not met is not evaluated, and is named for
the places, signs and symptoms that were above 0 in the last 56 days. Never "no problem" (Q1).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from diary.domain.places import PLACES, places_of
from diary.domain.symptoms import CUSTOM_PREFIX
from diary.domain.windows import LAST56
from diary.rules.model import NotEnoughDays

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diary.domain.series import Flags, Floats
    from diary.rules.context import Context
    from diary.rules.rule import Minimum, Need, Rule


def not_enough_days(context: Context, index: int, rules: Sequence[Rule]) -> Iterator[NotEnoughDays]:
    """Yield what each rule could not judge on a day.

    Args:
        context: the diary.
        index: the day; it may lie after the last entry.
        rules: the rules, in the order in which they are to be told.
    """
    lately = _reported_lately(context, index)
    for rule in rules:
        minimums = rule.needs(known_spread=context.bone_metastases)
        for place in places_of(*rule.classes) if minimums else ():
            if place in lately:
                values = rule.recorded or _scores
                days = ~np.isnan(values(context, place))
                lacking = _lacking(days, index, minimums, any_of=False)
                if lacking is not None:
                    yield _told(rule, place, lacking, rule.counted)
        yield from _of_needs(context, index, rule, lately)


def _of_needs(
    context: Context, index: int, rule: Rule, lately: set[str]
) -> Iterator[NotEnoughDays]:
    told: set[str | None] = set()
    for need in rule.also_needs:
        if need.concerns is not None and not need.concerns(context, index):
            continue
        for subject in _subjects(need, lately):
            days = _recorded(context, need, subject)
            lacking = _lacking(days, index, need.minimums, any_of=need.any_of)
            if lacking is not None and subject not in told:
                told.add(subject)
                yield _told(rule, subject, lacking, need.counted)


def _subjects(need: Need, lately: set[str]) -> Iterator[str | None]:
    for subject in need.of:
        if subject == CUSTOM_PREFIX:
            yield from sorted(one for one in lately if one.startswith(CUSTOM_PREFIX))
        elif subject is None or subject in lately:
            yield subject


def _recorded(context: Context, need: Need, subject: str | None) -> Flags:
    if need.recorded is not None:
        return ~np.isnan(need.recorded(context))
    of = str(subject)
    return ~np.isnan(context.scores(of)) if of in PLACES else context.recorded(of)


def _scores(context: Context, place: str) -> Floats:
    return context.scores(place)


def _lacking(
    recorded: Flags, index: int, minimums: Sequence[Minimum], *, any_of: bool
) -> tuple[int, Minimum] | None:
    """Return the first window that holds too few days, or with ``any_of`` the fullest."""
    counts = [
        (int(np.count_nonzero(recorded[minimum.window.bounds(index, len(recorded))])), minimum)
        for minimum in minimums
    ]
    lacking = [(n, minimum) for n, minimum in counts if n < minimum.needed]
    if not any_of:
        return lacking[0] if lacking else None
    return None if len(lacking) < len(counts) else max(lacking, key=lambda one: one[0])


def _told(
    rule: Rule, subject: str | None, lacking: tuple[int, Minimum], counted: str
) -> NotEnoughDays:
    recorded, minimum = lacking
    return NotEnoughDays(rule.id, subject, recorded, minimum.needed, minimum.window.name, counted)


def _reported_lately(context: Context, index: int) -> set[str]:
    """Return what was reported above 0, or in an unknown amount, in the last 56 days."""
    record = context.record
    days = range(index - LAST56.first, index - LAST56.last + 1)
    hurting = {
        place
        for place, reports in record.pain_items.items()
        if any(pain.worst != 0 for day in days for pain in reports.get(day, ()))
    }
    others = (*record.sign_items.items(), *record.symptom_items.items())
    return hurting | {of for of, reports in others if any(day in reports for day in days)}
