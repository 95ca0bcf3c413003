"""The numbers behind page 1: week by week for every place, and day by day."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import compress, groupby
from statistics import fmean, median
from typing import TYPE_CHECKING

from diary.charts.lanes import took_painkiller
from diary.charts.text import period_text
from diary.domain.places import PLACES
from diary.i18n import format_day, format_number, plural, translate
from diary.report.daily import UNKNOWN, day_cells
from diary.report.model import Table
from diary.report.nights import bad_night

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from diary.domain.entry import DayEntry

_WEEK = 7
# A table of two years by weeks is two pages; longer periods go by months.
_MOST_WEEKS = 105
_MOST_DAYS = 92
_PLACES_A_TABLE = 6


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of the table by days; ``is_function`` for how far she was held back."""

    name: str
    width: float
    is_function: bool = False


@dataclass(frozen=True, slots=True)
class _Counted:
    """A column of the table by weeks that counts days.

    Attributes:
        name: over the column.
        width: beside the other columns.
        answer: what a day says; None where it does not.
        late_counts: whether days entered late count too.
    """

    name: str
    width: float
    answer: Callable[[DayEntry], bool | None]
    late_counts: bool = True

    def cell(self, entries: Sequence[DayEntry]) -> str:
        """Return on how many of the days it was so, of how many with an answer."""
        return _of([self.answer(one) for one in entries if self.late_counts or not one.is_late])


def tables(entries: Sequence[DayEntry], start: dt.date, end: dt.date) -> tuple[Table, ...]:
    """Return the tables of a period; none where nothing is recorded.

    Args:
        entries: those of the period, in order.
        start: its first day.
        end: its last day, included.
    """
    if not entries:
        return ()
    return (*_by_spans(entries, start, end), _by_days(entries, start, end))


def _by_spans(entries: Sequence[DayEntry], start: dt.date, end: dt.date) -> Iterator[Table]:
    by_month = (end - start).days + 1 > _MOST_WEEKS * _WEEK
    spans = list(_months(start, end) if by_month else _weeks(start, end))
    # Of twenty years each month would else look through all days.
    dates = [entry.date for entry in entries]
    inside = [
        entries[bisect_left(dates, first) : bisect_right(dates, last)] for first, last in spans
    ]
    # A month has its year beside it; so do weeks of more than one year.
    style = "MMM y" if by_month else "d MMM" if start.year == end.year else "d MMM y"
    name = translate("Month") if by_month else translate("Week to")
    names = [format_day(last, style) for _, last in spans]
    places = _places(entries)
    parts = [places[at : at + _PLACES_A_TABLE] for at in range(0, len(places), _PLACES_A_TABLE)]
    counted = _counted()
    told = [any(one.answer(entry) is not None for entry in entries) for one in counted]
    kept = list(compress(counted, told))
    for number, part in enumerate(parts or [[]]):
        columns = [translate(PLACES[place].label) for place in part]
        rows = [[_place_cell(there, place) for place in part] for there in inside]
        widths = [1.5] * len(part)
        if number == 0:
            columns = [translate("Days recorded"), *columns, *(one.name for one in kept)]
            widths = [1.0, *widths, *(one.width for one in kept)]
            rows = [
                [str(len(there)), *row, *(one.cell(there) for one in kept)]
                for there, row in zip(inside, rows, strict=True)
            ]
        silent = [one.name for one in counted if one not in kept]
        yield Table(
            heading=_heading(number, by_month=by_month),
            lead="" if number else _lead(places, silent, is_counting=bool(kept)),
            columns=(name, *columns),
            widths=(1.3, *widths),
            rows=tuple((name, *row) for name, row in zip(names, rows, strict=True)),
        )


def _heading(number: int, *, by_month: bool) -> str:
    heading = translate("Month by month") if by_month else translate("Week by week")
    return translate("{heading}, further places").format(heading=heading) if number else heading


def _lead(places: Sequence[str], silent: Sequence[str], *, is_counting: bool) -> str:
    lead = []
    if places:
        lead.append(
            translate(
                "Pain: median of the worst of each day, in brackets the highest and the number of "
                "scores; days entered late are left out."
            )
        )
    if is_counting:
        lead.append(
            translate(
                "Nights, nerve signs and painkillers: days with it of days on which it was "
                "answered."
            )
        )
    return " ".join((*lead, *_not_recorded(silent)))


def _not_recorded(columns: Sequence[str]) -> Iterator[str]:
    """Name the columns that are left out, because nothing would stand in them."""
    if columns:
        told = "; ".join(columns)
        yield translate("Not recorded on any of these days: {columns}.").format(columns=told)


def _counted() -> tuple[_Counted, ...]:
    return (
        _Counted(translate("Bad nights"), 1.0, bad_night, late_counts=False),
        _Counted(translate("Nerve signs"), 1.0, _has_signs),
        _Counted(translate("Painkillers"), 1.1, took_painkiller),
    )


def _has_signs(entry: DayEntry) -> bool | None:
    return None if entry.signs is None else bool(entry.signs)


def _of(answers: Sequence[bool | None]) -> str:
    known = [answer for answer in answers if answer is not None]
    if not known:
        return UNKNOWN
    return translate("{count} of {total}").format(count=known.count(True), total=len(known))


def _place_cell(entries: Sequence[DayEntry], place: str) -> str:
    scores = [entry.worst_at(place) for entry in entries if not entry.is_late]
    known = [score for score in scores if score is not None]
    if not known:
        return UNKNOWN
    return f"{format_number(median(known))} ({max(known)}; {len(known)})"


def _places(entries: Sequence[DayEntry]) -> list[str]:
    """Return the places with pain, the highest average first."""
    hurting = {pain.region for entry in entries for pain in entry.pains or () if pain.worst != 0}

    def average(place: str) -> float:
        scores = [entry.worst_at(place) for entry in entries]
        return fmean([score for score in scores if score is not None] or [0])

    return sorted((place for place in PLACES if place in hurting), key=average, reverse=True)


def _weeks(start: dt.date, end: dt.date) -> Iterator[tuple[dt.date, dt.date]]:
    """Yield the weeks that end with the last day; the first may be shorter."""
    count = -(-((end - start).days + 1) // _WEEK)
    for back in reversed(range(count)):
        last = end - dt.timedelta(days=back * _WEEK)
        yield max(start, last - dt.timedelta(days=_WEEK - 1)), last


def _months(start: dt.date, end: dt.date) -> Iterator[tuple[dt.date, dt.date]]:
    days = (start + dt.timedelta(days=n) for n in range((end - start).days + 1))
    for _, month in groupby(days, key=lambda day: (day.year, day.month)):
        inside = list(month)
        yield inside[0], inside[-1]


def _by_days(entries: Sequence[DayEntry], start: dt.date, end: dt.date) -> Table:
    first = max(start, end - dt.timedelta(days=_MOST_DAYS - 1))
    left_out = sum(entry.date < first for entry in entries)
    rows = tuple(_day_rows(entries, first, end))
    columns = (
        _Column(translate("Day"), 1.8 if first.year != end.year else 1.3),
        _Column(translate("Worst pain, 0 to 10"), 2.6),
        _Column(translate("Night"), 0.9),
        _Column(translate("Nerve signs"), 1.8),
        _Column(translate("Other symptoms"), 1.75),
        _Column(translate("Medicines"), 1.8),
        _Column(translate("Sleep"), 0.65, is_function=True),
        _Column(translate("Walking"), 0.9, is_function=True),
        _Column(translate("Tasks"), 0.65, is_function=True),
    )
    days = [row for row in rows if len(row) > 1]  # a gap is one cell
    filled = [not days or any(row[at] != UNKNOWN for row in days) for at in range(len(columns))]
    kept = list(compress(columns, filled))
    lead = []
    if any(column.is_function for column in kept):
        lead.append(
            translate("Sleep, walking, tasks: how far held back, 0 not at all to 3 very much.")
        )
    silent = [column.name for column in columns if column not in kept]
    # A day without pain answers for its night, though its line has no word for it.
    if any(bad_night(entry) is not None for entry in entries if entry.date >= first):
        silent = [name for name in silent if name != translate("Night")]
    lead.extend(_not_recorded(silent))
    if left_out:
        lead.append(
            plural(
                "{n} earlier recorded day is counted above and not listed here.",
                "{n} earlier recorded days are counted above and not listed here.",
                left_out,
            )
        )
    return Table(
        heading=translate("Day by day"),
        lead=" ".join(lead),
        columns=tuple(column.name for column in kept),
        widths=tuple(column.width for column in kept),
        rows=tuple(tuple(compress(row, filled)) if len(row) > 1 else row for row in rows),
    )


def _day_rows(
    entries: Sequence[DayEntry], first: dt.date, end: dt.date
) -> Iterator[tuple[str, ...]]:
    by_day = {entry.date: entry for entry in entries}
    days = [first + dt.timedelta(days=n) for n in range((end - first).days + 1)]
    for recorded, group in groupby(days, key=by_day.__contains__):
        run = list(group)
        if recorded:
            yield from (day_cells(by_day[day], year=first.year != end.year) for day in run)
        else:
            period = period_text(run[0], run[-1])
            yield (translate("{period}: not recorded").format(period=period),)
