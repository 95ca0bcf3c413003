"""A feature of pain that is NEW: one value of one of its lists, at some places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from diary.domain.choices import PAIN_HIGHEST
from diary.rules.conditions.signals import Signal, flagged

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diary.domain.entry import Pain
    from diary.rules.context import Context


@dataclass(frozen=True, slots=True)
class Feature:
    """A feature of pain: one value of one of its lists, at some places.

    Attributes:
        field: ``quality`` or ``spreads_to``.
        value: the value looked for.
        places: where it counts.
        words: how it is said, marked for translation.
    """

    field: str
    value: str
    places: tuple[str, ...]
    words: str

    def new_days(self, context: Context) -> dict[int, list[Pain]]:
        """Return the days on which it is NEW, with the pains that have it."""
        return context.new_value_days(self.field, self.value, self.places)


def feature_signals(
    context: Context, features: Iterable[Feature], lowest: int, highest: int = PAIN_HIGHEST
) -> Iterator[Signal]:
    """Yield, for each place, the days on which one of the features is NEW there.

    Only days on which the worst pain at the place, on whatever side, is ``lowest`` to ``highest``
    count; days on which it is not known count neither way.

    Args:
        context: the diary and what is known of it.
        features: what is looked for, each at places of its own.
        lowest: the least score at the place, 0 to 10.
        highest: its highest score, 0 to 10.
    """
    record = context.record
    found: dict[str, set[int]] = {}
    for feature in features:
        for index, pains in feature.new_days(context).items():
            for pain in pains:
                found.setdefault(pain.region, set()).add(index)
    for place, days in found.items():
        scores = record.scores(place)
        hits = flagged(record, days) & (lowest <= scores) & (scores <= highest)
        if hits.any():
            yield Signal(place, hits, ~np.isnan(scores), record.late)
