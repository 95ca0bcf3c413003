"""The days on which alerts stood, for the charts: named as among the reasons on the sheet."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from diary.charts.data import Spell
from diary.charts.lanes import Span
from diary.domain.signs import SIGNS
from diary.i18n import format_day, translate
from diary.rules.model import Tier

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diary.rules.model import Alert, TierStep


def spells(alerts: Iterable[Alert], place: str, end: dt.date, first: str = "") -> tuple[Spell, ...]:
    """Return the spells of the alerts about a place, for its chart.

    An alert that came to call for more is one spell for each tier, named as it was that day: the
    name of today would say of the first days what was not known then. The last one has the name
    under which the alert stands among the reasons, from the day on which it got it.

    Args:
        alerts: of the period.
        place: the id of a place.
        end: the last day shown.
        first: the rule of the alert whose name goes before the others; empty for none.
    """
    return tuple(
        replace(spell, first=alert.rule == first)
        for alert in alerts
        if alert.place == place
        for spell in _spells_of(alert, end)
    )


def sign_spells(alerts: Iterable[Alert], end: dt.date) -> tuple[Span, ...]:
    """Return the spells of the alerts about nerve signs, which have no chart of their own.

    What waits for the next visit, such as stiff hands, is left out: a lane costs room.
    """
    found = (
        Span(spell.start, spell.end, spell.title)
        for alert in alerts
        if alert.place in SIGNS and alert.tier > Tier.NEXT_VISIT
        for spell in _spells_of(alert, end)
    )
    return tuple(sorted(found, key=lambda span: (span.start, span.end, span.words)))


def named_since(alert: Alert) -> dt.date:
    """Return since when the alert has the name it has now: it may have begun with another rule."""
    return min(
        (step.on for step in alert.tiers if step.rule == alert.spoken_by), default=alert.raised_on
    )


def named_before(alert: Alert) -> tuple[TierStep, ...]:
    """Return the steps whose names the alert had before the one it has now."""
    since, now = named_since(alert), alert.wording.title
    return tuple(step for step in _named(alert) if step.on < since and step.title != now)


def names_before(alert: Alert) -> str:
    """Return the names the alert had before, by which the chart calls its earlier days.

    Returns:
        Each with the day from which on it had it; empty if it was always named as it is now.
    """
    told = [
        translate("{title} (from {day})").format(
            title=step.title, day=format_day(step.on, "d MMM y")
        )
        for step in named_before(alert)
    ]
    return "; ".join(told)


def _spells_of(alert: Alert, end: dt.date) -> Iterator[Spell]:
    last = end if alert.ended_on is None else alert.ended_on - dt.timedelta(days=1)
    named = _named(alert)
    ended = [step.on - dt.timedelta(days=1) for step in named[1:]]
    for step, until in zip(named, [*ended, last], strict=True):
        yield Spell(step.on, until, step.title, step.tier)


def _named(alert: Alert) -> list[TierStep]:
    """Return the steps that gave the alert a name: those to a higher tier, and that of now."""
    named: list[TierStep] = []
    for step in alert.tiers:
        if named and step.tier <= named[-1].tier and not _speaks_now(step, alert, named):
            continue
        if named and step.on == named[-1].on:
            named.pop()
        named.append(step)
    return named


def _speaks_now(step: TierStep, alert: Alert, named: list[TierStep]) -> bool:
    """Say whether a step of no higher tier gave the name of now, and not again on a later day."""
    return (
        step.rule == alert.spoken_by
        and step.tier == named[-1].tier
        and all(one.rule != step.rule for one in named)
    )
