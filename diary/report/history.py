"""The history of a pain in the order a doctor asks: site, onset, character, spread, time, relief.

Every answer comes with the days on which it was given; what was never answered is said so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain import choices
from diary.domain.subjects import subject_label
from diary.i18n import format_day, join_words, translate
from diary.report.words import fact, named, of_days, own_words, tally

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from diary.charts.data import ChartData
    from diary.domain.diary import Diary
    from diary.domain.entry import Pain
    from diary.report.model import Fact

_MOST_TOGETHER = 3


def history(diary: Diary, chart: ChartData) -> tuple[Fact, ...]:
    """Return the history of the place and the days of a chart."""
    days = [
        [pain for pain in entry.pains if pain.region == chart.place]
        for entry in diary.entries
        if chart.start <= entry.date <= chart.end and entry.pains is not None
    ]

    def one(read: Callable[[Pain], str | None]) -> Iterator[str]:
        return _once_a_day(days, lambda pain: [said] if (said := read(pain)) is not None else [])

    return (
        fact(translate("Site"), _site(days, chart)),
        fact(
            translate("Began"),
            _joined(
                _began(days) or _first_recorded(diary, chart),
                named(one(lambda pain: pain.onset), choices.ONSETS),
                _after(named(one(lambda pain: pain.trigger), choices.TRIGGERS)),
            ),
        ),
        fact(translate("Usual for me"), _usual(diary, chart)),
        fact(
            translate("Character"),
            tally(_once_a_day(days, lambda pain: pain.quality), choices.QUALITIES),
        ),
        fact(
            translate("Spreads to"),
            tally(_once_a_day(days, lambda pain: pain.spreads_to), choices.SPREADS_TO),
        ),
        fact(translate("On the same days"), _together(diary, chart)),
        fact(
            translate("Time"),
            _joined(
                tally(one(lambda pain: pain.pattern), choices.PATTERNS),
                tally(_once_a_day(days, lambda pain: pain.timing), choices.TIMINGS),
            ),
        ),
        fact(
            translate("Worse with"),
            tally(_once_a_day(days, lambda pain: pain.worse_with), choices.WORSE_WITH),
        ),
        fact(
            translate("What helps"),
            _joined(
                tally(_once_a_day(days, lambda pain: pain.better_with), choices.BETTER_WITH),
                _after_painkiller(list(one(lambda pain: pain.relief))),
            ),
        ),
    )


def sides(diary: Diary, chart: ChartData) -> str | None:
    """Return the sides of the place on the days of a chart: "right", "left and both sides"."""
    said = {
        pain.side
        for entry in diary.entries
        if chart.start <= entry.date <= chart.end
        for pain in entry.pains or ()
        if pain.region == chart.place and pain.worst != 0
    }
    told = [translate(side.label) for id_, side in choices.SIDES.items() if id_ in said]
    return join_words(told) if told else None


def _once_a_day(
    days: Sequence[Sequence[Pain]], read: Callable[[Pain], Iterable[str]]
) -> Iterator[str]:
    for pains in days:
        yield from {said for pain in pains for said in read(pain)}


def _site(days: Sequence[Sequence[Pain]], chart: ChartData) -> str:
    sides = named(
        _once_a_day(days, lambda pain: [] if pain.side is None else [pain.side]), choices.SIDES
    )
    hurting = sum(1 for pains in days if any(pain.worst != 0 for pain in pains))
    return translate("{place}; pain on {days}").format(
        place=chart.label if sides is None else f"{chart.label}, {sides}",
        days=of_days(hurting, len(days)),
    )


def _began(days: Sequence[Sequence[Pain]]) -> str | None:
    started = [pain.started_on for pains in days for pain in pains if pain.started_on is not None]
    if not started:
        return None
    return format_day(started[-1])


def _first_recorded(diary: Diary, chart: ChartData) -> str | None:
    """Say on which day the diary has it for the first time, where she never said when it began."""
    first = next(
        (
            entry.date
            for entry in diary.entries
            if any(pain.region == chart.place and pain.worst != 0 for pain in entry.pains or ())
        ),
        None,
    )
    if first is None or first > chart.end:
        return None
    if first == diary.first_day:
        return translate(
            "since before this diary began (already there on its first day, {day})"
        ).format(day=format_day(first))
    return translate("first in this diary {day}").format(day=format_day(first))


def _together(diary: Diary, chart: ChartData) -> str | None:
    """Return the signs and symptoms of the days with this pain, most days first."""
    labels: dict[str, str] = {}
    said = []
    for entry in diary.entries:
        if chart.start <= entry.date <= chart.end and entry.worst_at(chart.place) != 0:
            if entry.pains is None:
                continue
            ids = {report.sign for report in entry.signs or ()}
            ids |= {report.symptom for report in entry.symptoms or ()}
            said += sorted(ids)
    for id_ in sorted(set(said)):
        labels[id_] = own_words(subject_label(id_))
    return tally(said, labels, most=_MOST_TOGETHER)


def _after_painkiller(said: Sequence[str]) -> str | None:
    """Say how far painkillers helped this pain; the days on which one was taken may be more."""
    relief = tally(said, choices.RELIEFS)
    if relief is None:
        return None
    return translate("relief told for this pain: {relief}").format(relief=relief)


def _after(trigger: str | None) -> str | None:
    return None if trigger is None else translate("trigger: {trigger}").format(trigger=trigger)


def _usual(diary: Diary, chart: ChartData) -> str | None:
    level = chart.usual[-1]
    if level is None:
        return None
    since = [
        one.since
        for one in diary.profile.usual
        if one.of == chart.place and one.since is not None and one.since <= chart.end
    ]
    if not since:
        return str(level)
    return translate("{level} since {day}").format(level=level, day=format_day(max(since)))


def _joined(*parts: str | None) -> str | None:
    return "; ".join(part for part in parts if part is not None) or None
