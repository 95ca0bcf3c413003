"""Whether pain of the limbs is an ache of both sides that leaves the nights alone (W1, U3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.domain.choices import BAD_NIGHTS
from diary.domain.windows import LAST7, LAST14

if TYPE_CHECKING:
    from diary.domain.record import Record
    from diary.domain.series import Flags


@dataclass(frozen=True, slots=True)
class LimbNumbers:
    """Where an ache of both sides is mostly of muscle or drug.

    Attributes:
        places: the places.
        share: least share of the days with pain, and a side told, that were on both sides.
    """

    places: frozenset[str]
    share: float


def aches_on_both_sides(
    record: Record, place: str, hurts: Flags, index: int, numbers: LimbNumbers
) -> bool:
    """Return whether the pain of last14 is such an ache, with no bad night in last7.

    Args:
        record: the days of the diary.
        place: where.
        hurts: the days with pain there.
        index: the day that is judged.
        numbers: where such aches are, and how often they are on both sides.
    """
    if place not in numbers.places or had_bad_night(record, place, index):
        return False
    items = record.pain_items[place]
    window = LAST14.bounds(index, record.size)
    told = [
        sides
        for day in range(window.start, window.stop)
        if hurts[day] and (sides := {pain.side for pain in items[day] if pain.side is not None})
    ]
    both = sum(1 for sides in told if "both" in sides or {"left", "right"} <= sides)
    return bool(told) and both >= numbers.share * len(told)


def had_bad_night(record: Record, place: str, index: int) -> bool:
    """Return whether pain at a place spoiled a night of last7; late days do not count.

    Args:
        record: the days of the diary.
        place: the id of a place that was reported.
        index: the day, counted from the first of the record.
    """
    items = record.pain_items[place]
    window = LAST7.bounds(index, record.size)
    return any(
        pain.night in BAD_NIGHTS and pain.worst != 0
        for day in range(window.start, window.stop)
        if not record.late[day]
        for pain in items.get(day, ())
    )
