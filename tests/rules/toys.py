"""Rules that say what a test tells them to, so that the life of an alert is tested by itself.

A line says what a rule finds day by day: ``f`` not met, ``?`` not enough days, ``V`` ``W`` ``U``
``E`` met with that tier; ``xN`` repeats. Days after the line are not met.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from diary.rules.evidence import Finding
from diary.rules.families import Family
from diary.rules.model import Evidence, Tier
from diary.rules.rule import Cited, Rule, Words
from diary.rules.sources import SOURCES, Basis
from diary.rules.track import Track
from tests.rules.diaries import LOWER_BACK, number_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from diary.rules.context import Context
    from diary.rules.model import Alert

_VERDICTS = {"f": 0, "?": -1, "V": 1, "W": 2, "U": 3, "E": 4}
# A marker in the titles of toys, to see which rule speaks.
TITLE = "{rule} about {where}"


def says(line: str) -> list[int]:
    """Return the verdicts of a line."""
    verdicts: list[int] = []
    for text in line.split():
        what, _, times = text.partition("x")
        verdicts += [_VERDICTS[what]] * int(times or 1)
    return verdicts


def toy(
    rule_id: str,
    lines: Mapping[str | None, str],
    *,
    family: Family = Family.PAIN,
    hold_days: int = 0,
    places: str | None = None,
) -> Rule:
    """Return a rule that says one line of verdicts about each place.

    Args:
        rule_id: its id.
        lines: what it says, by place; the place None is a class of places.
        family: its family.
        hold_days: its hold.
        places: for a class of places, the region it names day by day.
    """
    named = [] if places is None else places.split()

    def watch(context: Context) -> Iterator[Track]:
        first = number_of(context.record.start)
        size = context.record.size
        for place, line in lines.items():
            told = (says(line) + [0] * 400)[first : first + size]
            yield Track(
                place,
                np.array(told, dtype=np.int8),
                lambda _index, chosen: Finding(
                    Evidence((), 0, 0), {"rule": rule_id, "where": chosen}
                ),
                None if place is not None else lambda index: named[first + index],
            )

    return Rule(
        name="a toy",
        id=rule_id,
        tier=Tier(max(1, *(max(says(line)) for line in lines.values()))),
        family=family,
        sentence="",
        numbers=(),
        sources=(Cited(source=SOURCES["L01"], basis=Basis.GUIDELINE),),
        words=Words(title=TITLE, noticed="", worked_out="", ordinary="Ordinary.", kept_quiet=""),
        watch=watch,
        hold_days=hold_days,
    )


def lower_back(line: str, rule_id: str = "W", **more: Any) -> Rule:
    """Return a rule about the lower back."""
    return toy(rule_id, {LOWER_BACK: line}, **more)


def ended(alert: Alert) -> int | None:
    """Return the day an alert ended."""
    return None if alert.ended_on is None else number_of(alert.ended_on)
