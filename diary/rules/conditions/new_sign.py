"""Condition: a sign is NEW in an entry. One entry is enough, and late entries count."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from diary.domain.signs import SIGNS
from diary.i18n import translate
from diary.rules.conditions.newness import newness_words
from diary.rules.conditions.shapes import verdicts
from diary.rules.context import grade_of
from diary.rules.evidence import Finding
from diary.rules.model import Evidence, Tier
from diary.rules.track import Track

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context


def new_sign(
    context: Context, signs: tuple[str, ...], tier: Tier, *, yes_beats_usual: bool
) -> Iterator[Track]:
    """Yield a track for each of the signs that was ever reported.

    Args:
        context: the diary.
        signs: the sign ids the rule watches.
        tier: the tier where one is NEW.
        yes_beats_usual: ``new`` = yes is NEW whatever the usual level (E1, E2).
    """
    record = context.record
    for sign in signs:
        if sign not in record.sign_items:
            continue
        met = np.zeros(record.size, dtype=np.bool_)
        met[context.new_days(sign, yes_beats_usual=yes_beats_usual)] = True
        yield Track(sign, verdicts(met, record.signs_answered, tier), _Explain(context, sign))


class _Explain:
    def __init__(self, context: Context, sign: str) -> None:
        self._context = context
        self._sign = sign

    def __call__(self, index: int, _place: str | None) -> Finding:
        record = self._context.record
        reports = record.sign_items[self._sign][index]
        numbers = {
            "grade": max(map(grade_of, reports)),
            "usual": int(self._context.usual(self._sign)[index]),
        }
        return Finding(
            Evidence((record.day(index),), 1, 1, numbers),
            newness_words(self._context, self._sign, translate(SIGNS[self._sign].phrase), (index,)),
        )
