"""Condition: bad nights with pain in the spine on several of the last nights, and not before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from diary.domain.choices import BAD_NIGHTS, NIGHTS
from diary.domain.places import PlaceClass
from diary.domain.windows import BASE28, LAST7, counts, known
from diary.i18n import join_words
from diary.rules.conditions.shapes import evidence, place_words, verdicts
from diary.rules.evidence import Finding
from diary.rules.newness_numbers import ENOUGH_BASE_DAYS
from diary.rules.track import Track

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.domain.series import Floats
    from diary.rules.context import Context
    from diary.rules.model import Tier

GOOD_NIGHTS = frozenset(NIGHTS) - BAD_NIGHTS


@dataclass(frozen=True, slots=True)
class NightNumbers:
    """What counts as such a night, and how many there must be.

    Attributes:
        pain: the least score at the place on that day.
        nights: how many such nights in the last seven days.
        usual_per_week: the rule speaks only if there were fewer a week in the own baseline.
    """

    pain: int
    nights: int
    usual_per_week: int


def spine_nights(context: Context, numbers: NightNumbers, tier: Tier) -> Iterator[Track]:
    """Yield one track for the class SPINE, if spine pain was ever reported.

    Args:
        context: the diary and what is known of it.
        numbers: what counts as such a night, and how many; the rule gives each with its reason.
        tier: of the alert.
    """
    watcher = _Watcher(context, numbers)
    if watcher.places:
        yield watcher.track(tier)


def known_nights(context: Context, place: str, pain: int) -> Floats:
    """Return, by day, 1.0 for a bad night at a place with at least ``pain``, 0.0 for another.

    NaN where it is not known: no recorded day, no score, or such pain and the night not told.

    Args:
        context: the diary and what is known of it.
        place: the id of the place.
        pain: the least score of the day, 0 to 10.
    """
    return context.kept(("nights", place, pain), lambda: _known_nights(context, place, pain))


def _known_nights(context: Context, place: str, pain: int) -> Floats:
    scores = context.scores(place)
    bad = context.record.with_value(place, "night", BAD_NIGHTS)
    good = context.record.with_value(place, "night", GOOD_NIGHTS) & ~bad
    known = np.where(bad, 1.0, np.where(good, 0.0, np.nan))
    return np.where(scores >= pain, known, np.where(scores < pain, 0.0, np.nan))


class _Watcher:
    def __init__(self, context: Context, numbers: NightNumbers) -> None:
        self._context = context
        self._record = context.record
        self._numbers = numbers
        self.places = context.reported(PlaceClass.SPINE)
        self._by_place = {
            place: known_nights(context, place, numbers.pain) for place in self.places
        }
        self._all = self._any_place()

    def _any_place(self) -> Floats:
        rows = np.array(list(self._by_place.values())).reshape(len(self.places), self._record.size)
        bad = np.any(rows == 1.0, axis=0)
        unknown = np.any(np.isnan(rows), axis=0)
        return np.where(bad, 1.0, np.where(unknown, np.nan, 0.0))

    def track(self, tier: Tier) -> Track:
        bad = self._all == 1.0
        nights = counts(bad, LAST7)
        before = counts(bad, BASE28) * LAST7.length < self._numbers.usual_per_week * known(
            self._all, BASE28
        )
        usual = self._context.highest_usual(PlaceClass.SPINE) < self._numbers.pain
        # A night nobody told of is neither good nor bad: only known nights make a baseline.
        known_before = known(self._all, BASE28) >= ENOUGH_BASE_DAYS.value
        met = (nights >= self._numbers.nights) & np.where(known_before, before, usual)
        enough = known(self._all, LAST7) >= self._numbers.nights
        return Track(None, verdicts(met, enough, tier), self._explain, self._place)

    def _place(self, index: int) -> str:
        return self._places(index)[0]

    def _places(self, index: int) -> list[str]:
        """The places with such a night in last7, those with the most and the worst first."""
        window = LAST7.bounds(index, self._record.size)

        def nights(place: str) -> int:
            return int(np.count_nonzero(self._by_place[place][window] == 1.0))

        def rank(place: str) -> tuple[int, float]:
            return nights(place), float(np.nanmax(self._context.scores(place)[window]))

        return sorted(filter(nights, self.places), key=rank, reverse=True)

    def _explain(self, index: int, _place: str | None) -> Finding:
        # The alert keeps the place it was raised for; the sentence names where it hurt this week.
        where = [place_words(place) for place in self._places(index)]
        found = evidence(
            self._record,
            self._all,
            LAST7,
            index,
            used=self._all == 1.0,
            numbers={
                "nights": counts(self._all == 1.0, LAST7)[index],
                "nights_before": counts(self._all == 1.0, BASE28)[index],
                "nights_recorded_before": known(self._all, BASE28)[index],
                "pain": self._numbers.pain,
            },
        )
        return Finding(
            found,
            {
                "where": join_words(where),
                "k": len(found.days_used),
                "n": found.days_recorded,
                "before": int(found.numbers["nights_before"]),
                "n_before": int(found.numbers["nights_recorded_before"]),
            },
        )
