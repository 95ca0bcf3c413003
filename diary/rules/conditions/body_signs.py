"""Condition: bone or spine pain together with a sign of the whole body (W8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from diary.domain.windows import LAST7, counts, known
from diary.rules.conditions.shapes import evidence, place_words, verdicts
from diary.rules.conditions.signals import above_usual_signal
from diary.rules.evidence import Finding
from diary.rules.track import Track

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.domain.places import PlaceClass
    from diary.domain.series import Counts
    from diary.rules.context import Context
    from diary.rules.model import Tier

TIRED = ("fatigue", "appetite_loss")


def body_signs(context: Context, reads: tuple[str, ...], *, grade: int, days: int) -> Counts:
    """Return, by day, how many signs of the whole body there are.

    Each of the rules that are read counts once; so does tiredness or a poor appetite of at least
    ``grade`` above usual on ``days`` of the last seven recorded days.

    Args:
        context: the diary and what is known of it.
        reads: ids of the rules that each count once where they are true.
        grade: the least grade of tiredness or poor appetite, 1 to 3.
        days: how many of the last seven days must have it.
    """
    number: Counts = np.zeros(context.record.size, dtype=np.int64)
    for rule_id in reads:
        if context.true_places(rule_id):
            number += context.true_anywhere(rule_id)
    for symptom in TIRED:
        signal = above_usual_signal(context, symptom, least=grade)
        if signal.ever:
            number += counts(signal.counted, LAST7) >= days
    return number


def pain_with_body_signs(
    context: Context,
    classes: tuple[PlaceClass, ...],
    *,
    pain: int,
    days: int,
    signs: Counts,
    tier: Tier,
) -> Iterator[Track]:
    """Yield a track for each reported place of the classes.

    Args:
        context: the diary and what is known of it.
        classes: the classes of places that are looked at.
        pain: points that count as pain.
        days: how many days of last7 must have such pain, and at least be recorded.
        signs: how many signs of the whole body there are, by day.
        tier: of the alert.
    """
    for place in context.reported(*classes):
        scores = context.scores(place)
        hurts = scores >= pain
        enough = known(scores, LAST7) >= days
        met = (counts(hurts, LAST7) >= days) & (signs > 0)

        def explain(index: int, _place: str | None, place: str = place) -> Finding:
            scores = context.scores(place)
            found = evidence(
                context.record,
                scores,
                LAST7,
                index,
                used=scores >= pain,
                numbers={"whole_body_signs": int(signs[index])},
            )
            return Finding(
                found,
                {"where": place_words(place), "k": len(found.days_used), "n": found.days_recorded},
            )

        yield Track(place, verdicts(met, enough, tier), explain)
