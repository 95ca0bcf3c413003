"""The lanes under a chart: nerve signs, painkillers, treatments and events on the same days.

What they show is computed here and read by the drawing and by the chart in words. A lane that
would be empty is left out. No matplotlib here.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.charts.day_entries import days_of
from diary.domain.choices import EVENT_KINDS, TREATMENT_KINDS
from diary.i18n import join_words, mark, plural, translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diary.domain.care import Treatment
    from diary.domain.diary import Diary
    from diary.domain.entry import DayEntry

PAINKILLERS = frozenset({"paracetamol", "anti_inflammatory", "opioid", "nerve_pain"})
NOTICED_LANE = mark("Noticed")
SIGNS_LANE, PAINKILLER_LANE = mark("Nerve signs"), mark("Painkillers")
TREATMENT_LANE, EVENT_LANE = mark("Treatments"), mark("Events")
QUIET_LANE = mark("Quiet periods")

# More at the same time would leave no room for the scores.
_MOST_ROWS = 3


@dataclass(frozen=True, slots=True)
class Span:
    """Days on which something ran, both included, and its name.

    ``is_through`` is set where it ran through all the days shown, which the words then say.
    """

    start: dt.date
    end: dt.date
    words: str
    is_through: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane: either an answer for each day, or spans.

    Attributes:
        label: what it shows, translated.
        days: yes, no or None (not answered), one a calendar day; empty in a lane of spans.
        spans: in order, cut to the days shown; empty in a lane of days.
        first: whether it is the first row of its label.
    """

    label: str
    days: tuple[bool | None, ...] = ()
    spans: tuple[Span, ...] = ()
    first: bool = True


def lanes(
    diary: Diary,
    start: dt.date,
    end: dt.date,
    *,
    with_quiet: bool = False,
    noticed: Iterable[Span] = (),
) -> tuple[Lane, ...]:
    """Return the lanes of these days that hold anything.

    Args:
        diary: the whole diary.
        start: the first day.
        end: the last day.
        with_quiet: whether declared quiet periods have a lane.
        noticed: the alerts about nerve signs, in order; they stand under the signs.
    """
    quiet = _quiet_periods(diary, start, end) if with_quiet else ()
    days = days_of(diary, start, end)
    found = (
        Lane(translate(SIGNS_LANE), days=tuple(_signs(entry) for entry in days)),
        *_in_rows(translate(NOTICED_LANE), _cut(noticed, start, end)),
        Lane(translate(PAINKILLER_LANE), days=tuple(took_painkiller(entry) for entry in days)),
        *_in_rows(translate(TREATMENT_LANE), _treatments(diary, start, end)),
        *_in_rows(translate(EVENT_LANE), _events(diary, start, end)),
        *_in_rows(translate(QUIET_LANE), quiet),
    )
    return tuple(lane for lane in found if lane.spans or True in lane.days)


def took_painkiller(entry: DayEntry | None) -> bool | None:
    """Return whether a painkiller was taken on the day of an entry; None where not answered."""
    if entry is None or entry.medicines is None:
        return None
    return any(medicine.kind in PAINKILLERS and medicine.doses != 0 for medicine in entry.medicines)


def _signs(entry: DayEntry | None) -> bool | None:
    return None if entry is None or entry.signs is None else bool(entry.signs)


def _in_rows(label: str, spans: Iterable[Span]) -> list[Lane]:
    """Return spans that share a day under each other; the label stands beside the first row.

    What has no room is counted in the last row.
    """
    rows: list[list[Span]] = []
    for span in spans:
        row = next((row for row in rows if row[-1].end < span.start), None)
        if row is None:
            rows.append([span])
        else:
            row.append(span)
    if len(rows) > _MOST_ROWS:
        left = [span for row in rows[_MOST_ROWS - 1 :] for span in row]
        words = plural("and {n} more", "and {n} more", len(left))
        first, last = min(span.start for span in left), max(span.end for span in left)
        rows[_MOST_ROWS - 1 :] = [[Span(first, last, words)]]
    return [Lane(label, spans=tuple(row), first=row is rows[0]) for row in rows]


def _cut(spans: Iterable[Span], start: dt.date, end: dt.date) -> Iterator[Span]:
    for span in spans:
        if span.start <= end and span.end >= start:
            yield Span(max(span.start, start), min(span.end, end), span.words)


def _treatments(diary: Diary, start: dt.date, end: dt.date) -> Iterator[Span]:
    """Return the treatments; those that ran through all the days shown are one span together."""
    through = [one for one in sorted(diary.treatments, key=_begun) if _is_through(one, start, end)]
    if through:
        names = [one.name or translate(TREATMENT_KINDS[one.kind].label) for one in through]
        words = translate("all through: {names}").format(names=join_words(names))
        yield Span(start, end, words, is_through=True)
    for one in sorted(diary.treatments, key=_begun):
        first, last = _begun(one), end if one.end is None else one.end
        # One whose start she does not know is not drawn as if it had always run.
        if one.start is not None and first <= end and last >= start and one not in through:
            label = translate(TREATMENT_KINDS[one.kind].label)
            yield Span(max(first, start), min(last, end), label)


def _is_through(one: Treatment, start: dt.date, end: dt.date) -> bool:
    is_running = one.end is None or one.end >= end
    return one.start is not None and one.start < start and is_running


def _quiet_periods(diary: Diary, start: dt.date, end: dt.date) -> Iterator[Span]:
    for quiet in sorted(diary.quiet_periods, key=lambda quiet: quiet.start):
        if quiet.start <= end and quiet.end >= start:
            yield Span(max(quiet.start, start), min(quiet.end, end), translate("Quiet"))


def _begun(treatment: Treatment) -> dt.date:
    return dt.date.min if treatment.start is None else treatment.start


def _events(diary: Diary, start: dt.date, end: dt.date) -> Iterator[Span]:
    for event in sorted(diary.events, key=lambda event: event.date):
        if start <= event.date <= end:
            yield Span(event.date, event.date, translate(EVENT_KINDS[event.kind].label))
