"""Condition: a sign is recorded for the first time, and said not to be new (W17)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

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
        signal = Signal(sign, flagged(record, [first]), record.signs_answered, record.late)
        track = once(context, signal, tier)
        yield replace(track, family=family)
