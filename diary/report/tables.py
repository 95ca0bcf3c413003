"""The numbers behind page 1: week by week for every place, and day by day."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from itertools import groupby
from statistics import fmean, median
from typing import TYPE_CHECKING

from diary.charts.lanes import took_painkiller
from diary.charts.text import period_text
from diary.domain.places import PLACES
from diary.i18n import format_day, format_number, plural, translate
from diary.report.daily import day_cells
from diary.report.model import Table
from diary.report.nights import bad_night

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diary.domain.entry import DayEntry

_WEEK = 7
# A table of two years by weeks is two pages; longer periods go by months.
_MOST_WEEKS = 105
_MOST_DAYS = 92
_PLACES_A_TABLE = 6
_NONE = "\u2013"


def tables(entries: Sequence[DayEntry], start: dt.date, end: dt.date) -> tuple[Table, ...]:
    """Return the tables of the entries of a period; none where nothing is recorded."""
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
    for number, part in enumerate(parts or [[]]):
        columns = [translate(PLACES[place].label) for place in part]
        rows = [[_place_cell(there, place) for place in part] for there in inside]
        widths = [1.5] * len(part)
        if number == 0:
            columns = [translate("Days recorded"), *columns, *_count_names()]
            widths = [1.0, *widths, 1.0, 1.0, 1.1]
            rows = [
                [str(len(there)), *row, *_counts(there)]
                for there, row in zip(inside, rows, strict=True)
            ]
        yield Table(
            heading=_heading(number, by_month=by_month),
            lead="" if number else _lead(places),
            columns=(name, *columns),
            widths=(1.3, *widths),
            rows=tuple((name, *row) for name, row in zip(names, rows, strict=True)),
        )


def _heading(number: int, *, by_month: bool) -> str:
    heading = translate("Month by month") if by_month else translate("Week by week")
    return translate("{heading}, further places").format(heading=heading) if number else heading


def _lead(places: Sequence[str]) -> str:
    scored = translate(
        "Pain: median of the worst of each day, in brackets the highest and the number of scores; "
        "days entered late are left out."
    )
    counted = translate(
        "Nights, nerve signs and painkillers: days with it of days on which it was answered."
    )
    return f"{scored} {counted}" if places else counted


def _count_names() -> tuple[str, str, str]:
    return translate("Bad nights"), translate("Nerve signs"), translate("Painkillers")


def _counts(entries: Sequence[DayEntry]) -> tuple[str, str, str]:
    signs = [bool(entry.signs) for entry in entries if entry.signs is not None]
    taken = [took_painkiller(entry) for entry in entries]
    return (
        _of([bad_night(entry) for entry in entries if not entry.is_late]),
        _of(signs),
        _of(taken),
    )


def _of(answers: Sequence[bool | None]) -> str:
    known = [answer for answer in answers if answer is not None]
    if not known:
        return _NONE
    return translate("{count} of {total}").format(count=known.count(True), total=len(known))


def _place_cell(entries: Sequence[DayEntry], place: str) -> str:
    scores = [entry.worst_at(place) for entry in entries if not entry.is_late]
    known = [score for score in scores if score is not None]
    if not known:
        return _NONE
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
    lead = [translate("Sleep, walking, tasks: how far held back, 0 not at all to 3 very much.")]
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
        columns=(
            translate("Day"),
            translate("Worst pain, 0 to 10"),
            translate("Night"),
            translate("Nerve signs"),
            translate("Other symptoms"),
            translate("Medicines"),
            translate("Sleep"),
            translate("Walking"),
            translate("Tasks"),
        ),
        widths=(1.8 if first.year != end.year else 1.3, 2.6, 0.9, 1.8, 1.75, 1.8, 0.65, 0.9, 0.65),
        rows=tuple(_day_rows(entries, first, end)),
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
