"""Where it hurt, as three small maps of the body: start, end and average of the period.

A score is the average of the worst pain over the days on which pain was answered and entered in
time; a place that was not named on such a day was 0 there.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from statistics import fmean
from typing import TYPE_CHECKING

from diary.charts.text import period_text
from diary.domain.places import PLACES
from diary.i18n import format_day, format_number, translate
from diary.report.model import BodyMap, BodyMaps
from diary.report.words import days

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.charts.body_map import PlaceKey
    from diary.domain.entry import DayEntry, Pain

# A week at each end; of a shorter period each half, so that the two never share a day.
_WEEK = 7
_ALL_OVER = "all_over"  # no place of the drawing
_SIDES = ("left", "right")
# Smaller averages, of a day or two among many, hide the others: our choice, said beside the maps.
_LEAST = 0.5


def body_maps(entries: Sequence[DayEntry], start: dt.date, end: dt.date) -> BodyMaps | None:
    """Return the maps of a period: its first days, its last, and all; None where no pain is named.

    Args:
        entries: those of the period.
        start: its first day.
        end: its last day, included.
    """
    if not any(entry.pains for entry in entries):
        return None
    span = dt.timedelta(days=min(_WEEK, max(1, ((end - start).days + 1) // 2)) - 1)
    return BodyMaps(
        heading=translate("Where it hurt"),
        about=translate("average of the days, 0 to 10; under {least} left out").format(
            least=format_number(_LEAST)
        ),
        right=translate("right"),
        left=translate("left"),
        maps=(
            _map(entries, translate("Start"), start, start + span),
            _map(entries, translate("End"), end - span, end),
            replace(_map(entries, translate("Whole period"), start, end), caption=""),
        ),
    )


def _map(entries: Sequence[DayEntry], name: str, start: dt.date, end: dt.date) -> BodyMap:
    answered = [
        entry.pains
        for entry in entries
        if start <= entry.date <= end and entry.pains is not None and not entry.is_late
    ]
    scores = _scores(answered)
    hurt = bool(scores)
    scores = {key: score for key, score in scores.items() if score is None or score >= _LEAST}
    all_over = scores.pop((_ALL_OVER, None), 0)
    words = [_in_words(key, score) for key, score in _told(scores)]
    said = [translate("All over {score}").format(score=_number(all_over))] if all_over != 0 else []
    if not answered:
        note = translate("not recorded")
    elif hurt and not words and not said:
        note = translate("nowhere {least} or more on {days} recorded").format(
            least=format_number(_LEAST), days=days(len(answered))
        )
    elif not words and not said:
        note = translate("no pain on {days} recorded").format(days=days(len(answered)))
    else:
        note = translate("{days} recorded").format(days=days(len(answered)))
    text = translate("Body map, {name}, {period}: {places}.").format(
        name=name.lower(),
        period=period_text(start, end),
        places="; ".join([note, *said, *words]),
    )
    note = "; ".join([*said, note])
    return BodyMap(
        name=name, caption=_caption(start, end), note=note, text=text, scores=tuple(scores.items())
    )


def _caption(start: dt.date, end: dt.date) -> str:
    """Return the days of a map in few letters; the year stands in the head of the sheet."""
    first, last = format_day(start, "d MMM"), format_day(end, "d MMM")
    return last if start == end else translate("{start} to {end}").format(start=first, end=last)


def _scores(answered: Sequence[Sequence[Pain]]) -> dict[PlaceKey, float | None]:
    """Return the average of every place that hurt; None where no day had a number."""
    named = {pain.region for pains in answered for pain in pains if pain.worst != 0}
    scores: dict[PlaceKey, float | None] = {}
    for region, place in PLACES.items():
        for side in _SIDES if place.paired else (None,):
            if region in named:
                daily = [_worst(pains, region, side) for pains in answered]
                known = [worst for worst in daily if worst is not None]
                if any(worst != 0 for worst in daily):
                    scores[region, side] = fmean(known) if any(known) else None
    return scores


def _worst(pains: Sequence[Pain], region: str, side: str | None) -> int | None:
    """Return the worst pain of a day there; a pain without a side counts on both."""
    there = [
        pain.worst
        for pain in pains
        if pain.region == region and (side is None or pain.side not in _SIDES or pain.side == side)
    ]
    return max((worst for worst in there if worst is not None), default=None if there else 0)


def _told(scores: dict[PlaceKey, float | None]) -> list[tuple[PlaceKey, float | None]]:
    """Return the places, worst first; both sides of a place as one where they are alike."""
    alike = {
        region
        for region, side in scores
        if side == "left" and scores[region, side] == scores.get((region, "right"), -1)
    }
    told: dict[PlaceKey, float | None] = {}
    for (region, side), score in scores.items():
        told[region, "both" if region in alike else side] = score
    return sorted(told.items(), key=lambda item: -1.0 if item[1] is None else -item[1])


def _in_words(key: PlaceKey, score: float | None) -> str:
    region, side = key
    label = translate(PLACES[region].label)
    where = {None: "", "both": translate("both sides")}.get(side, translate(str(side)))
    place = f"{label}, {where}" if where else label
    return f"{place} {_number(score)}"


def _number(score: float | None) -> str:
    return translate("without a score") if score is None else format_number(score)
