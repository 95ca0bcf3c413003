"""Condition: sudden severe pain after an injury, or in bone that breaks easily (U12)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from diary.rules.conditions.signals import Signal, flagged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context

SUDDEN = frozenset({"sudden"})


@dataclass(frozen=True, slots=True)
class SuddenNumbers:
    """How severe, where, after what, at what age.

    Attributes:
        pain: the least score.
        places: where a break shows.
        triggers: what may break a bone.
        events: kinds of events that count for the day and the two days after.
        event_days: days after such an event.
        age: from this age on a trigger is enough; an unknown age counts as older.
    """

    pain: int
    places: tuple[str, ...]
    triggers: frozenset[str]
    events: frozenset[str]
    event_days: int
    age: int


def sudden_signals(context: Context, numbers: SuddenNumbers) -> Iterator[Signal]:
    """Yield, for each place, the days on which such a pain was recorded."""
    record, profile = context.record, context.profile
    fragile = profile.osteoporosis is True or context.bone_metastases
    for place in numbers.places:
        items = record.pain_items.get(place, {})
        sudden = record.with_value(place, "onset", SUDDEN) if items else context.no_days
        days = [
            index
            for index in np.flatnonzero(sudden).tolist()
            for pain in items[index]
            if pain.onset in SUDDEN
            and pain.worst is not None
            and pain.worst >= numbers.pain
            and (
                fragile
                or (
                    _old_enough(context, index, numbers.age)
                    and (pain.trigger in numbers.triggers or _event_near(context, index, numbers))
                )
            )
        ]
        if days:
            yield Signal(place, flagged(record, days), record.pains_answered, record.late)


def _old_enough(context: Context, index: int, age: int) -> bool:
    born = context.profile.birth_year
    return born is None or context.record.day(index).year - born >= age


def _event_near(context: Context, index: int, numbers: SuddenNumbers) -> bool:
    return any(
        event.kind in numbers.events
        and 0 <= index - context.record.index(event.date) <= numbers.event_days
        for event in context.record.diary.events
    )
