"""A signal: the days on which something counts, and the ways rules count such days.

Most rules about signs and symptoms are one or several signals and one way of counting. Late days
count only where one entry is enough.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from diary.domain.places import PLACES
from diary.domain.signs import SIGNS
from diary.domain.symptoms import symptom_phrase
from diary.domain.windows import Window, counts
from diary.i18n import mark, translate
from diary.rules.conditions.newness import newness_words
from diary.rules.conditions.shapes import place_words, rounded, verdicts
from diary.rules.evidence import Finding
from diary.rules.model import Evidence
from diary.rules.newness_numbers import NEW_LATELY
from diary.rules.track import Track

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from diary.domain.record import Record
    from diary.domain.series import Flags
    from diary.rules.conditions.newness import Places
    from diary.rules.context import Context
    from diary.rules.model import Tier

# At least one of the last 21 days must have been NEW where days are counted over two weeks.
LATELY = Window("new_lately", NEW_LATELY.value - 1, 0)
PAIN_IN = mark("pain in {where}")
TODAY = Window("today", 0, 0)


@dataclass(frozen=True, slots=True, eq=False)
class Signal:
    """Days on which something counts.

    Attributes:
        place: the sign, symptom or region it is about; None where there is none.
        hits: the days on which it counts, late ones included.
        answered: the days on which its question was answered, late ones included.
        late: the late days.
        numbers: values of the day, for the evidence.
        least: the least grade of a report that counts.
        where: the places at which a symptom counts; None: anywhere.
    """

    place: str | None
    hits: Flags
    answered: Flags
    late: Flags
    numbers: Mapping[str, Flags] = field(default_factory=dict)
    least: int = 1
    where: Places | None = None

    @property
    def recorded(self) -> Flags:
        """The recorded days."""
        return self.answered & ~self.late

    @property
    def counted(self) -> Flags:
        """The recorded days on which it counts."""
        return self.hits & ~self.late

    @property
    def ever(self) -> bool:
        """Whether it counts on any day."""
        return bool(self.hits.any())


def phrase_of(place: str | None) -> str:
    """Return a sign, symptom or region for use inside a sentence, translated."""
    if place is None:
        return ""
    if place in SIGNS:
        return translate(SIGNS[place].phrase)
    if place in PLACES:
        return translate(PAIN_IN).format(where=place_words(place))
    return symptom_phrase(place)


def new_signal(
    context: Context,
    of: str,
    *,
    least: int = 1,
    where: frozenset[str | None] | frozenset[str] | None = None,
) -> Signal:
    """Return the days on which a sign or symptom is NEW.

    Args:
        context: the diary and what is known of it.
        of: the id of the sign or symptom.
        least: the least grade that counts, 1 to 3; a report without a grade is of grade 1.
        where: the places at which a symptom counts; None: anywhere.
    """
    days = context.new_days(of, least=least, where=where)
    return _signal(context, of, days, least=least, where=where)


def above_usual_signal(
    context: Context,
    of: str,
    *,
    least: int = 1,
    where: frozenset[str | None] | frozenset[str] | None = None,
) -> Signal:
    """Return the days on which a sign or symptom is above its usual level.

    Args:
        context: the diary and what is known of it.
        of: the id of the sign or symptom.
        least: the least grade that counts, 1 to 3; a report without a grade is of grade 1.
        where: the places at which a symptom counts; None: anywhere.
    """
    return _signal(context, of, context.days_above_usual(of, least=least, where=where))


def reported_signal(context: Context, of: str, *, least: int = 1) -> Signal:
    """Return the days on which a sign or symptom was reported at all, usual or not.

    Args:
        context: the diary and what is known of it.
        of: the id of the sign or symptom.
        least: the least grade that counts, 1 to 3; a report without a grade is of grade 1.
    """
    hits = context.days_of_grade(of, least) if context.reports(of) else context.no_days
    return Signal(of, hits, context.answered(of), context.record.late)


def lasting_signal(
    context: Context,
    of: str,
    *,
    least: int = 1,
    where: frozenset[str | None] | frozenset[str] | None = None,
) -> Signal:
    """Return the days above the usual level where one of the last 21 days was NEW.

    What rules that count days over two weeks call NEW.

    Args:
        context: the diary and what is known of it.
        of: the id of the sign or symptom.
        least: the least grade that counts, 1 to 3; a report without a grade is of grade 1.
        where: the places at which a symptom counts; None: anywhere.
    """
    above = above_usual_signal(context, of, least=least, where=where)
    if not above.ever:
        return above
    new = new_signal(context, of, least=least, where=where)
    return Signal(of, above.hits, above.answered, above.late, {"new_lately": new.counted})


def pain_signal(context: Context, place: str, least: int, above_usual: int | None = None) -> Signal:
    """Return the days with a score of at least ``least``, and that far above the usual level.

    A day with pain of unknown amount counts neither way.

    Args:
        context: the diary and what is known of it.
        place: the id of the place.
        least: the least score that counts, 0 to 10.
        above_usual: points above the usual level that it must lie as well; None: any level.
    """
    record = context.record
    if place not in record.pain_items and least > 0:
        return Signal(place, context.no_days, record.pains_answered, record.late)
    scores = record.scores(place)
    hits = scores >= least
    if above_usual is not None:
        hits &= scores - context.usual(place) >= above_usual
    return Signal(place, hits, ~np.isnan(scores), record.late)


def _signal(
    context: Context, of: str, days: Sequence[int], *, least: int = 1, where: Places | None = None
) -> Signal:
    record = context.record
    hits = flagged(record, days) if days else context.no_days
    return Signal(of, hits, context.answered(of), record.late, least=least, where=where)


def flagged(record: Record, days: Iterable[int]) -> Flags:
    """Return a vector with these days set."""
    flags = np.zeros(record.size, dtype=np.bool_)
    flags[list(days)] = True
    return flags


def once(context: Context, signal: Signal, tier: Tier) -> Track:
    """One entry is enough; late entries count.

    Args:
        context: the diary and what is known of it.
        signal: the days on which it counts.
        tier: of the alert.
    """
    return Track(
        signal.place,
        verdicts(signal.hits, signal.answered, tier),
        _Explain(context, signal, signal.hits, signal.answered, TODAY),
    )


def k_of_window(context: Context, signal: Signal, window: Window, k: int, tier: Tier) -> Track:
    """At least ``k`` recorded days of the window count.

    With fewer than ``k`` recorded days in it there are not enough to judge.

    Args:
        context: the diary and what is known of it.
        signal: the days on which it counts.
        window: calendar days that are looked at.
        k: how many of its days must count.
        tier: of the alert.
    """
    hits = counts(signal.counted, window)
    enough = counts(signal.recorded, window) >= k
    return Track(
        signal.place,
        verdicts(hits >= k, enough, tier),
        _Explain(context, signal, signal.counted, signal.recorded, window),
    )


def k_of_last(
    context: Context, signal: Signal, *, k: int, last: int, within: int, tier: Tier
) -> Track:
    """At least ``k`` of the last ``last`` recorded days within ``within`` calendar days count.

    With fewer than ``k`` recorded days there are not enough to judge.

    Args:
        context: the diary and what is known of it.
        signal: the days on which it counts.
        k: how many of the last recorded days must count.
        last: how many recorded days are looked at, at the most.
        within: calendar days that may hold them, the day itself included.
        tier: of the alert.
    """
    window = Window("last", within - 1, 0)
    days = np.flatnonzero(signal.recorded)
    calendar = np.arange(context.record.size)
    end = np.searchsorted(days, calendar, side="right")
    begin = np.maximum(np.searchsorted(days, calendar - window.first, side="left"), end - last)
    totals = np.concatenate(([0], np.cumsum(signal.counted[days], dtype=np.int64)))
    met = totals[end] - totals[np.minimum(begin, end)] >= k
    return Track(
        signal.place,
        verdicts(met, end - begin >= k, tier),
        _Explain(context, signal, signal.counted, signal.recorded, window),
    )


def share_of_window(
    context: Context, signal: Signal, window: Window, *, share: float, needed: int, tier: Tier
) -> Track:
    """At least ``share`` of the recorded days of the window count, and one was NEW lately.

    Whether one was NEW is asked only of a signal that says which were: :func:`lasting_signal`.

    Args:
        context: the diary and what is known of it.
        signal: the days on which it counts.
        window: calendar days that are looked at.
        share: of its recorded days, 0 to 1.
        needed: recorded days it must hold to be judged.
        tier: of the alert.
    """
    recorded = counts(signal.recorded, window)
    enough = recorded >= needed
    hits = counts(signal.counted, window)
    met = enough & (hits > 0) & (hits >= share * recorded)
    new_lately = signal.numbers.get("new_lately")
    if new_lately is not None:
        met &= counts(new_lately, LATELY) > 0
    return Track(
        signal.place,
        verdicts(met, enough, tier),
        _Explain(context, signal, signal.counted, signal.recorded, window),
    )


def strongest_of(place: str | None, tracks: Sequence[Track]) -> Track:
    """Return one track that takes each day's highest verdict of one track or several."""
    highest = np.max([track.verdicts for track in tracks], axis=0)

    def explain(index: int, named: str | None) -> Finding:
        return max(tracks, key=lambda track: track.verdicts[index]).explain(index, named)

    return Track(place, highest.astype(np.int8), explain)


class _Explain:
    def __init__(
        self, context: Context, signal: Signal, hits: Flags, recorded: Flags, window: Window
    ) -> None:
        self._context = context
        self._record = context.record
        self._signal = signal
        self._hits = hits
        self._recorded = recorded
        self._window = window

    def __call__(self, index: int, _place: str | None) -> Finding:
        span = self._window.bounds(index, self._record.size)
        days = [day for day in range(span.start, span.stop) if self._hits[day]]
        n = int(np.count_nonzero(self._recorded[span]))
        numbers = {"days": len(days), "share": rounded(len(days) / n)}
        signal = self._signal
        words = newness_words(
            self._context,
            signal.place,
            phrase_of(signal.place),
            days,
            least=signal.least,
            where=signal.where,
        )
        return Finding(
            Evidence(tuple(map(self._record.day, days)), n, self._window.length, numbers),
            {**words, "k": len(days), "n": n},
        )
