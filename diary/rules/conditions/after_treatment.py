"""Condition: pain that began soon after a treatment and is falling (V3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from diary.domain.choices import TREATMENT_KINDS
from diary.domain.windows import LAST7, PRIOR7, Window, counts, medians
from diary.i18n import translate
from diary.rules.conditions.shapes import enough_days, evidence, place_words, verdicts
from diary.rules.evidence import Finding
from diary.rules.track import Track

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.domain.care import Treatment
    from diary.rules.context import Context
    from diary.rules.model import Tier
    from diary.rules.rule import Minimum


def after_treatment(
    context: Context,
    kinds: frozenset[str],
    *,
    pain: int,
    spell_gap: int,
    within: int,
    minimums: tuple[Minimum, ...],
    tier: Tier,
) -> Iterator[Track]:
    """Yield a track for each place whose pain began within days of one of the treatments.

    Args:
        context: the diary.
        kinds: the treatments.
        pain: the least score of a day with pain.
        spell_gap: days without pain after which a spell begins anew.
        within: days after the start of the treatment in which the spell begins.
        minimums: recorded days it needs.
        tier: the tier.
    """
    record = context.record
    given = [t for t in record.diary.treatments if t.kind in kinds and t.start is not None]
    for place in record.pain_items if given else ():
        scores = context.scores(place)
        hurts = scores >= pain
        began = _spell_starts(np.flatnonzero(hurts), record.size, spell_gap)
        cause = {
            index: treatment
            for index in sorted(set(began.tolist()) - {-1})
            if (treatment := _given_before(context, given, index, within)) is not None
        }
        from_treatment = np.isin(began, list(cause))
        enough = enough_days(scores, minimums)
        falling = medians(scores, LAST7) < medians(scores, PRIOR7)
        lately = counts(hurts, Window("spell", spell_gap - 1, 0)) > 0
        met = enough & from_treatment & falling & lately

        def explain(index: int, _place: str | None, place: str = place) -> Finding:
            scores = context.scores(place)
            start = int(
                _spell_starts(np.flatnonzero(scores >= pain), record.size, spell_gap)[index]
            )
            treatment = _given_before(context, given, start, within)
            kind = "other" if treatment is None else treatment.kind
            found = evidence(
                record,
                scores,
                LAST7,
                index,
                used=~np.isnan(scores),
                numbers={
                    "median_last7": float(medians(scores, LAST7)[index]),
                    "median_prior7": float(medians(scores, PRIOR7)[index]),
                },
            )
            return Finding(
                found,
                {
                    "where": place_words(place),
                    "treatment": translate(TREATMENT_KINDS[kind].label).lower(),
                    "week": found.numbers["median_last7"],
                    "prior": found.numbers["median_prior7"],
                },
            )

        yield Track(place, verdicts(met, enough, tier), explain)


def _spell_starts(days: np.ndarray, size: int, gap: int) -> np.ndarray:
    """Return, by day, where the spell that last hurt began; -1 before the first."""
    starts = np.full(size, -1)
    if len(days):
        first = np.concatenate(([True], np.diff(days) > gap))
        begins = np.maximum.accumulate(np.where(first, days, -1))
        last = np.searchsorted(days, np.arange(size), side="right") - 1
        starts = np.where(last >= 0, begins[np.maximum(last, 0)], -1)
    return starts


def _given_before(
    context: Context, given: list[Treatment], index: int, within: int
) -> Treatment | None:
    """Return the last treatment whose start lies at most ``within`` days before a day."""
    day = context.record.day(index)
    started = [t for t in given if t.start is not None and 0 <= (day - t.start).days <= within]
    return max(started, key=lambda t: (t.start is not None, t.start), default=None)
