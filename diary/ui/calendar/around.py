"""What lies on a day besides its entry: quiet periods, treatments, visits. No Qt."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.domain.choices import EVENT_KINDS, TREATMENT_KINDS
from diary.i18n import mark, translate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from diary.domain.care import Treatment
    from diary.services.looking_back import Stretch


@dataclass(frozen=True, slots=True)
class Around:
    """What lies on one day besides its entry, in sentences.

    Attributes:
        quiet: that a quiet period was declared; empty without one.
        treatments: which treatments begin, end or are given.
        visits: appointments, scans and other events.
    """

    quiet: tuple[str, ...] = ()
    treatments: tuple[str, ...] = ()
    visits: tuple[str, ...] = ()

    @property
    def sentences(self) -> tuple[str, ...]:
        """All of it, to be read."""
        return (*self.visits, *self.treatments, *self.quiet)


NOTHING_AROUND = Around()


def around_of(stretch: Stretch, start: dt.date, end: dt.date) -> Mapping[dt.date, Around]:
    """Return what lies on the days from ``start`` to ``end``; days with nothing are left out."""
    found: dict[dt.date, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for day, what, words in _all(stretch, start, end):
        if start <= day <= end:
            found[day][what] = (*found[day].get(what, ()), words)
    return {day: Around(**words) for day, words in found.items()}


def _all(stretch: Stretch, start: dt.date, end: dt.date) -> Iterator[tuple[dt.date, str, str]]:
    for event in stretch.events:
        words = _named(translate(EVENT_KINDS[event.kind].label), event.title)
        yield event.date, "visits", words
    for treatment in stretch.treatments:
        for day, words in _moments(treatment):
            yield day, "treatments", words
    for period in stretch.quiet_periods:
        words = _named(translate(mark("Quiet period")), period.reason)
        for day in _days(max(period.start, start), min(period.end, end)):
            yield day, "quiet", words


def _moments(treatment: Treatment) -> Iterator[tuple[dt.date, str]]:
    """Yield the days a treatment begins, ends, or is given if that is one day."""
    name = treatment.name or translate(TREATMENT_KINDS[treatment.kind].label)
    if treatment.start is not None and treatment.start == treatment.end:
        yield treatment.start, _named(translate(mark("Treatment")), name)
        return
    if treatment.start is not None:
        yield treatment.start, _named(translate(mark("Treatment begins")), name)
    if treatment.end is not None:
        yield treatment.end, _named(translate(mark("Last day of treatment")), name)


def _named(what: str, name: str | None) -> str:
    if not name:
        return f"{what}."
    return f"{what}: {name.rstrip('.')}."


def _days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    for number in range((last - first).days + 1):
        yield first + dt.timedelta(days=number)
