"""Condition: spine pain in the last 14 days, and a NEW nerve feature or sign today.

One entry is enough, and late entries count. Places need not match: in the audit of cord
compression the place of the pain was not the place of the compression.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from diary.domain.choices import PAIN_HIGHEST
from diary.domain.places import PlaceClass, places_of
from diary.domain.signs import SIGNS
from diary.domain.windows import Window, counts
from diary.i18n import translate
from diary.rules.conditions.shapes import place_words, verdicts
from diary.rules.context import grade_of
from diary.rules.evidence import Finding
from diary.rules.model import Evidence, Tier
from diary.rules.track import Track

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from diary.domain.entry import Report
    from diary.domain.series import Flags
    from diary.rules.conditions.features import Feature
    from diary.rules.context import Context


@dataclass(frozen=True, slots=True)
class SignFeature:
    """A sign that counts where it is NEW, with a further demand on the day's reports."""

    sign: str
    counts: Callable[[list[Report]], bool] | None = None


def both_sides_or_marked(reports: list[Report], grade: int) -> bool:
    """Whether a sign is on both sides, or at ``grade`` or more."""
    sides = {getattr(report, "side", None) for report in reports}
    both = "both" in sides or {"left", "right"} <= sides
    return both or max(map(grade_of, reports)) >= grade


def spine_with_nerve(
    context: Context,
    features: tuple[Feature, ...],
    signs: tuple[SignFeature, ...],
    *,
    pain: int,
    window: Window,
) -> Iterator[Track]:
    """Yield one track for the class SPINE, if spine pain was ever reported.

    Args:
        context: the diary.
        features: the features of pain that count.
        signs: the signs that count.
        pain: the least score of spine pain; one without a score is enough.
        window: the days in which it must have been there.
    """
    watcher = _Watcher(context, pain, window)
    if not watcher.spine:
        return
    for feature in features:
        for index in feature.new_days(context):
            watcher.note(index, translate(feature.words))
    for feature_sign in signs:
        sign = feature_sign.sign
        for index in context.new_days(sign, counts=feature_sign.counts):
            watcher.note(index, translate(SIGNS[sign].phrase))
    yield watcher.track()


class _Watcher:
    def __init__(self, context: Context, pain: int, window: Window) -> None:
        self._record = context.record
        self._pain = pain
        self._window = window
        self.spine = context.reported(PlaceClass.SPINE)
        self._hurts = self._spine_pain()
        self._recent = counts(self._hurts, window) > 0
        self._found: dict[int, list[str]] = {}

    def _spine_pain(self) -> Flags:
        hurts = np.zeros(self._record.size, dtype=np.bool_)
        # Without a score the pain is there, of unknown amount: enough for an emergency.
        enough = frozenset({None, *range(self._pain, PAIN_HIGHEST + 1)})
        for place in self.spine:
            hurts |= self._record.with_value(place, "worst", enough)
        return hurts

    def note(self, index: int, words: str) -> None:
        self._found.setdefault(index, []).append(words)

    def track(self) -> Track:
        met = np.zeros(self._record.size, dtype=np.bool_)
        met[list(self._found)] = True
        met &= self._recent
        answered = self._record.pains_answered & self._record.signs_answered
        denied = self._record.pains_answered & ~self._recent
        return Track(
            None, verdicts(met, answered | denied, Tier.EMERGENCY), self._explain, self._worst_place
        )

    def _worst_place(self, index: int) -> str:
        window = self._window.bounds(index, self._record.size)

        def rank(place: str) -> tuple[int, int]:
            days = self._record.pain_items[place]
            recent = [day for day in range(window.start, window.stop) if day in days]
            worst = max(
                (self._record.entries[day].worst_at(place) or 0 for day in recent), default=-1
            )
            return worst, max(recent, default=-1)

        order = {place: -position for position, place in enumerate(places_of(PlaceClass.SPINE))}
        return max(self.spine, key=lambda place: (*rank(place), order[place]))

    def _explain(self, index: int, place: str | None) -> Finding:
        window = self._window.bounds(index, self._record.size)
        days = [day for day in range(window.start, window.stop) if self._hurts[day]]
        # The sign speaks too, where nothing was said of pain on its day.
        answered = int(np.count_nonzero(self._record.pains_answered[window]))
        answered += not self._record.pains_answered[index]
        named = self._worst_place(index) if place is None else place
        used = sorted({*days, index})
        return Finding(
            Evidence(
                tuple(self._record.day(day) for day in used),
                answered,
                self._window.length,
                {"spine_pain_days": len(days), "features": len(self._found[index])},
            ),
            {"what": self._found[index][0], "where": place_words(named), "n": len(days)},
        )
