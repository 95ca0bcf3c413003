"""Condition: weight that fell without being meant to (W9)."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

import numpy as np

from diary.i18n import format_fixed
from diary.rules.conditions.shapes import ROUNDING, rounded
from diary.rules.evidence import Finding
from diary.rules.model import NOT_ENOUGH_DAYS, NOT_MET, Evidence
from diary.rules.track import Track

if TYPE_CHECKING:
    from diary.domain.record import Record
    from diary.domain.series import Flags, Floats
    from diary.rules.context import Context
    from diary.rules.model import Tier


@dataclass(frozen=True, slots=True)
class WeightNumbers:
    """How much was lost, against when. Spans are days before the day judged, both included.

    Attributes:
        recent: how many last weights make the present one.
        recent_days: calendar days that may hold them.
        earlier: how many weights an earlier span needs.
        share: present weight as a share of the long span, at most.
        long_span: the span for the share.
        kilograms: loss against the short span, at least.
        short_span: the span for the kilograms.
    """

    recent: int
    recent_days: int
    earlier: int
    share: float
    long_span: tuple[int, int]
    kilograms: float
    short_span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Loss:
    now: float
    before: float
    days: tuple[int, ...]
    enough: bool


def weight_track(context: Context, numbers: WeightNumbers, on_purpose: Flags, tier: Tier) -> Track:
    """Return the track of the weight.

    Args:
        context: the diary.
        numbers: the limits.
        on_purpose: the days on which losing weight was meant.
        tier: the tier.
    """
    record = context.record
    weights = _weights(context)
    verdicts = np.full(record.size, NOT_ENOUGH_DAYS, dtype=np.int8)
    losses: dict[int, _Loss] = {}
    days = list(weights)
    for index in record.judged if weights else ():
        loss = _loss(weights, days, index, numbers)
        if loss is not None:
            losses[index] = loss
            verdicts[index] = tier if loss.enough and not on_purpose[index] else NOT_MET

    def explain(index: int, _place: str | None) -> Finding:
        loss = losses[index]
        return Finding(
            Evidence(
                tuple(map(record.day, loss.days)),
                len(loss.days),
                numbers.long_span[1] + 1,
                {"weight_now": rounded(loss.now), "weight_before": rounded(loss.before)},
            ),
            {"now": format_fixed(loss.now), "before": format_fixed(loss.before)},
        )

    return Track(None, verdicts, explain)


def weights_by_day(context: Context) -> Floats:
    """Return the recorded weights in kilograms by day, NaN on the others."""
    values = np.full(context.record.size, math.nan)
    for index, weight in _weights(context).items():
        values[index] = weight
    return values


def weighed_within(context: Context, index: int, days: int) -> bool:
    """Return whether a weight was recorded on a day or in the days before it.

    Args:
        context: the diary and what is known of it.
        index: the day, counted from the first of the record.
        days: how many calendar days before it.
    """
    return any(index - days <= day <= index for day in _weights(context))


def _weights(context: Context) -> dict[int, float]:
    """Return the recorded weights by day, in the order of the days."""
    return context.kept("weights", lambda: _told_weights(context.record))


def _told_weights(record: Record) -> dict[int, float]:
    told = record.answers("weight_kg")
    days = np.flatnonzero(~np.isnan(told) & ~record.late)
    return dict(zip(days.tolist(), told[days].tolist(), strict=True))


def _loss(
    weights: dict[int, float], days: list[int], index: int, numbers: WeightNumbers
) -> _Loss | None:
    """Return the present weight against an earlier one, or None where one of them is missing."""
    recent = _between(days, index - numbers.recent_days + 1, index)[-numbers.recent :]
    if len(recent) < numbers.recent:
        return None
    now = median(map(weights.__getitem__, recent))
    compared = []
    for span, share, kilograms in (
        (numbers.long_span, numbers.share, 0.0),
        (numbers.short_span, 1.0, numbers.kilograms),
    ):
        earlier = _between(days, index - span[1], index - span[0])
        if len(earlier) >= numbers.earlier:
            before = median(map(weights.__getitem__, earlier))
            lost = now <= share * before - kilograms + ROUNDING
            compared.append(_Loss(now, before, (*earlier, *recent), enough=lost))
    return max(compared, key=lambda loss: loss.enough, default=None)


def _between(days: list[int], first: int, last: int) -> list[int]:
    """Return those of some days, which are in order, that lie from one day to another."""
    return days[bisect_left(days, first) : bisect_right(days, last)]
