"""A feature of pain that is NEW: one value of one of its lists, at some places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

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

    def has(self, pain: Pain) -> bool:
        """Whether a pain has the feature."""
        return self.value in getattr(pain, self.field)


def feature_signals(
    context: Context, features: Iterable[Feature], lowest: int, highest: int = 10
) -> Iterator[Signal]:
    """Yield, for each place, the days on which one of the features is NEW there.

    Only days on which the pain that has it scores ``lowest`` to ``highest`` count; pain of
    unknown amount counts neither way.
    """
    record = context.record
    found: dict[str, set[int]] = {}
    for feature in features:
        for index, pains in context.new_feature_days(feature.has, feature.places).items():
            for pain in pains:
                if pain.worst is not None and lowest <= pain.worst <= highest:
                    found.setdefault(pain.region, set()).add(index)
    for place, days in found.items():
        yield Signal(place, flagged(record, days), record.pains_answered, record.late)
