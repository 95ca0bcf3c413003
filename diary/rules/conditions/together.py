"""Condition: several rules become true together (U14)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from diary.domain.windows import Window, counts
from diary.i18n import mark, translate
from diary.rules.conditions.shapes import place_words, verdicts
from diary.rules.evidence import Finding, Number, our_choice
from diary.rules.model import Evidence, Tier
from diary.rules.track import Track

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from diary.domain.record import Record
    from diary.domain.series import Flags
    from diary.rules.context import Context
    from diary.rules.track import Explain

NOT_BEFORE_DAYS = Number(
    mark("days before on which a rule that is newly true was not true"),
    14,
    "days",
    our_choice(
        mark(
            "the time in which an alert clears; a rule that comes and goes would else be new each "
            "time"
        )
    ),
)
NOT_BEFORE = Window("not_before", NOT_BEFORE_DAYS.value, 1)
# Where no place hurts, the alert is about the whole body.
WHOLE_BODY = mark("your whole body")


@dataclass(frozen=True, slots=True)
class TogetherNumbers:
    """Which rules belong together, and within which days.

    Attributes:
        kinds: groups of pain rules; a group counts as one kind.
        body: rules about the whole body.
        with_body: the rule that needs several signs of the whole body.
        within: the days in which they become true.
    """

    kinds: tuple[tuple[str, ...], ...]
    body: tuple[str, ...]
    with_body: str
    within: Window


def several_kinds(
    context: Context, numbers: TogetherNumbers, several_body_signs: Flags
) -> Iterator[Track]:
    """Yield an urgent track for each place at which pain rules became true together.

    Args:
        context: the diary, with the verdicts of the rules that are read.
        numbers: which rules, within which days.
        several_body_signs: the days with enough signs of the whole body.
    """
    record = context.record
    pain_rules = (*(rule for kind in numbers.kinds for rule in kind), numbers.with_body)
    body = _became(record, [context.true_anywhere(rule) for rule in numbers.body], numbers.within)
    for place in sorted({p for rule in pain_rules for p in context.true_places(rule) if p}):
        kinds = np.array(
            [
                _became(record, [context.true_days(rule, place) for rule in kind], numbers.within)
                for kind in numbers.kinds
            ]
        )
        with_body = _became(record, [context.true_days(numbers.with_body, place)], numbers.within)
        met = (
            (kinds.sum(axis=0) > 1) | (kinds.any(axis=0) & body) | (with_body & several_body_signs)
        )
        if met.any():
            met &= record.has_entry
            every = np.ones(record.size, dtype=np.bool_)
            here = {rule: context.true_days(rule, place) for rule in pain_rules}
            anywhere = {rule: context.true_anywhere(rule) for rule in numbers.body}
            explain = _explain(record, {**here, **anywhere}, numbers.within)
            yield Track(place, verdicts(met, every, Tier.URGENT), explain)


def _became(record: Record, rules: list[Flags], window: Window) -> Flags:
    """Return the days on which one of the rules became true in the window ending there."""
    days = np.zeros(record.size, dtype=np.bool_)
    for true in rules:
        if true.any():
            days |= true & (counts(true, NOT_BEFORE) == 0)
    return np.asarray(counts(days, window) > 0, dtype=np.bool_)


def urgent_together(
    context: Context, families: dict[str, tuple[str, ...]], pain: frozenset[str], window: Window
) -> Iterator[Track]:
    """Yield emergency tracks where urgent rules of two families become true together.

    Args:
        context: the diary, with the verdicts of the rules that are read.
        families: the urgent rules by family.
        pain: the families that are about pain; at least one of the two must be another.
        window: the days in which they become true.
    """
    record = context.record
    every_rule = tuple(rule for rules in families.values() for rule in rules)
    if not any(map(context.true_places, every_rule)):
        return
    fresh = {
        family: counts(_turned(record, context, rules), window) > 0
        for family, rules in families.items()
    }
    other = np.sum([days for family, days in fresh.items() if family not in pain], axis=0)
    painful = np.any([days for family, days in fresh.items() if family in pain], axis=0)
    true = {rule: context.true_anywhere(rule) for rule in every_rule}
    true_now = np.any(list(true.values()), axis=0)
    met = record.has_entry & true_now & (other + painful > 1) & (other > 0)
    every = np.ones(record.size, dtype=np.bool_)
    explain = _explain(record, true, window)
    if (met & painful).any():
        pain_rules = tuple(rule for family in sorted(pain) for rule in families[family])

        def place_on(index: int) -> str:
            return _latest_place(context, pain_rules, index)

        yield Track(None, verdicts(met & painful, every, Tier.EMERGENCY), explain, place_on)
    if (met & ~painful).any():
        yield Track(None, verdicts(met & ~painful, every, Tier.EMERGENCY), explain)


def _turned(record: Record, context: Context, rules: tuple[str, ...]) -> Flags:
    """Return the days on which a rule is true and was not on the judged day before.

    For an emergency the reading that speaks earlier.
    """
    turned = np.zeros(record.size, dtype=np.bool_)
    judged = np.flatnonzero(record.has_entry)
    for rule in rules:
        for place in context.true_places(rule):
            true = context.true_days(rule, place)[judged]
            turned[judged] |= true & ~np.concatenate(([False], true[:-1]))
    return turned


def _latest_place(context: Context, rules: tuple[str, ...], index: int) -> str:
    """Return the place at which one of the pain rules was true last."""
    last: dict[str, int] = {}
    for rule in rules:
        for place in context.true_places(rule):
            days = np.flatnonzero(context.true_days(rule, place)[: index + 1])
            if place is not None and len(days):
                last[place] = max(last.get(place, -1), int(days[-1]))
    return max(sorted(last), key=lambda place: last[place])


def _explain(record: Record, true: Mapping[str, Flags], window: Window) -> Explain:
    """Say which rules were true in a window, and on which days; ``true`` by rule."""

    def explain(index: int, place: str | None) -> Finding:
        span = window.bounds(index, record.size)
        named = [rule for rule, days in true.items() if days[span].any()]
        days = np.flatnonzero(np.any([days[span] for days in true.values()], axis=0)) + span.start
        return Finding(
            Evidence(
                tuple(map(record.day, days.tolist())),
                int(np.count_nonzero(record.has_entry[span])),
                window.length,
                {"rules": len(named)},
            ),
            {
                "where": translate(WHOLE_BODY) if place is None else place_words(place),
                "rules": ", ".join(named),
            },
        )

    return explain
