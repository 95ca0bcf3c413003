"""Q3: how the days behind a claim were kept: missing, copied, late, quiet, filled in later.

What it watches: entries made more than 48 hours after their day.
Why: of paper diaries kept at leisure nine in ten days were claimed and one in ten was kept on
time; memory over days runs high.
When it speaks: beside an alert and in the sheet, where a quarter of the days recorded in the last
two weeks were entered late.
What it cannot know: whether they were noted elsewhere in time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.windows import LAST14
from diary.i18n import join_words, mark, plural, translate
from diary.rules.evidence import Number, our_choice
from diary.rules.model import Keeping
from diary.rules.sources import SOURCES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from diary.domain.entry import DayEntry
    from diary.domain.record import Record

NOTE = "Q3"
LATE_SHARE = Number(
    mark("share of the days recorded in two weeks that were entered late"),
    0.25,
    "share",
    our_choice(mark("one day in four"), SOURCES["L57"]),
)
NUMBERS = (LATE_SHARE,)
SENTENCE = mark(
    'Says "filled in later" where a quarter or more of the days recorded in two weeks were '
    "entered more than two days late."
)
FILLED_IN_LATER = mark(
    "Filled in later: a quarter or more of the days recorded in two weeks were entered more than "
    "two days late."
)


def is_filled_in_later(entries: Collection[DayEntry]) -> bool:
    """Return whether at least a quarter of the entries of two weeks were made late."""
    late = sum(entry.is_late for entry in entries)
    return late > 0 and late >= LATE_SHARE.value * len(entries)


def keeping(record: Record, index: int, days: int) -> Keeping:
    """Return how the days up to a day were kept.

    Args:
        record: the diary.
        index: the last of the days.
        days: how many; those before the first entry are told apart and not missing.
    """
    entries = list(_entries(record, index, days))
    before = max(0, days - 1 - index)
    return Keeping(
        missing=days - before - len(entries),
        copied=sum(entry.copied_from is not None for entry in entries),
        late=sum(entry.is_late for entry in entries),
        quiet=_quiet_days(record, index, days),
        filled_in_later=is_filled_in_later(list(_entries(record, index, LAST14.length))),
        before=before,
    )


def keeping_in_words(kept: Keeping) -> str:
    """Return the same as one short sentence; empty where every day was recorded in time."""
    parts = (
        plural("{n} day missing", "{n} days missing", kept.missing) if kept.missing else "",
        plural("{n} copied", "{n} copied", kept.copied) if kept.copied else "",
        plural("{n} entered late", "{n} entered late", kept.late) if kept.late else "",
        plural("{n} in a quiet period", "{n} in a quiet period", kept.quiet) if kept.quiet else "",
    )
    began = plural("{n} day before the diary began", "{n} days before the diary began", kept.before)
    told = [part for part in (*parts, began if kept.before else "") if part]
    return f"{join_words(told)}." if told else ""


def keeping_lines(kept: Keeping | None) -> tuple[str, ...]:
    """Return what there is to say of how days were kept, one sentence a line."""
    if kept is None:
        return ()
    later = translate(FILLED_IN_LATER) if kept.filled_in_later else ""
    return tuple(line for line in (keeping_in_words(kept), later) if line)


def _quiet_days(record: Record, index: int, days: int) -> int:
    """Return how many of the days lie in a period in which she wants to be left alone."""
    periods = record.diary.quiet_periods
    if not periods:
        return 0
    calendar = map(record.day, range(index - days + 1, index + 1))
    return sum(any(period.start <= day <= period.end for period in periods) for day in calendar)


def _entries(record: Record, index: int, days: int) -> Iterator[DayEntry]:
    for day in range(index - days + 1, index + 1):
        entry = record.entries.get(day)
        if entry is not None:
            yield entry
