"""Condition: a sign is recorded for the first time, and said not to be new (W17)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diary.domain.windows import LAST14, counts
from diary.rules.conditions.signals import Signal, flagged, once
from diary.rules.context import grade_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context
    from diary.rules.families import Family
    from diary.rules.model import Tier
    from diary.rules.track import Track


def first_not_new(context: Context, sign: str, family: Family, tier: Tier) -> Iterator[Track]:
    """Yield a track if the first report of a sign is above usual and said not to be new.

    It is true on that day alone. While the sign is reported above usual later on, and until it is
    gone for two weeks, it is neither true nor not: the question stays open until a usual level is
    set.

    Args:
        context: the diary and what is known of it.
        sign: the id of the sign.
        family: the family of alerts it merges with, in place of the rule's.
        tier: of the alert.
    """
    reports = context.reports(sign)
    if not reports:
        return
    first = min(reports)
    usual = context.usual(sign)[first]
    told = [r for r in reports[first] if r.new == "no" and grade_of(r) > usual]
    if told and len(told) == len(reports[first]):
        record = context.record
        later = [day for day in context.days_above_usual(sign) if day > first]
        goes_on = counts(flagged(record, later), LAST14) > 0
        answered = record.signs_answered & ~goes_on
        signal = Signal(sign, flagged(record, [first]), answered, record.late)
        settled = context.usual(sign) >= max(map(grade_of, told))
        yield replace(once(context, signal, tier), family=family, settled=settled)
