"""W7: spread.

What it watches: how many places of spine and bone hurt in a week.
Why: patient advice asks for spreading pain to be reported.
When it speaks: two places more than in the fullest week before, or milder pain that newly spreads
to hip, thigh or ribs.
What it cannot know: a virus does the same, which is why the text asks about fever.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from diary.domain.places import PlaceClass, places_of
from diary.domain.windows import (
    BASE28,
    LAST7,
)
from diary.i18n import mark
from diary.rules.conditions.features import Feature, feature_signals
from diary.rules.conditions.shapes import place_words
from diary.rules.conditions.signals import (
    once,
)
from diary.rules.conditions.spread import SpreadNumbers, more_places
from diary.rules.evidence import Finding, Number, Says, our_choice
from diary.rules.families import Family
from diary.rules.model import Tier
from diary.rules.newness_numbers import ENOUGH_BASE_DAYS, KNOWN_DAYS
from diary.rules.rule import MOST_ORDINARY, Minimum, Rule, Words, cited
from diary.rules.shared_numbers import PAIN_3, PAIN_4
from diary.rules.sources import Basis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context
    from diary.rules.track import Track

DAYS = Number(
    mark("recorded days of a week with it"), 3, "days", our_choice(mark("not a single bad day"))
)
MILD_BELOW = replace(PAIN_4, name=mark("pain that newly spreads, below"))
MORE = Number(mark("places more than before"), 2, "places", our_choice(mark("one may be chance")))
CLASSES = (PlaceClass.SPINE, PlaceClass.BONE)
MINIMUMS = (Minimum(LAST7, 4), Minimum(BASE28, 10))
_PLACES = places_of(*CLASSES)
FEATURES = (
    Feature("spreads_to", "hip_thigh", _PLACES, mark("spreads to hip or thigh")),
    Feature("spreads_to", "ribs", _PLACES, mark("spreads to the ribs")),
)
SPREADS = Says(
    title=mark("Pain in {where} that spreads"),
    noticed=mark("You recorded mild pain in {where} that spreads to the hip, thigh or ribs."),
    worked_out=mark(
        "Did you also have a fever? In the four weeks before the last two it spread so on one day "
        "at most, or the pain itself was not usual."
    ),
)


def _watch(context: Context) -> Iterator[Track]:
    numbers = SpreadNumbers(pain=PAIN_3.value, days=DAYS.value, more=MORE.value)
    yield from more_places(context, CLASSES, numbers, MINIMUMS, Tier.SOON)
    for signal in feature_signals(context, FEATURES, 0, MILD_BELOW.value - 1):
        track = once(context, replace(signal, hits=signal.counted), Tier.SOON)
        yield replace(track, explain=partial(_with_place, track, str(signal.place)))


def _with_place(track: Track, place: str, index: int, named: str | None) -> Finding:
    found = track.explain(index, named)
    return Finding(found.evidence, {**found.words, "where": place_words(place)}, SPREADS)


RULE = Rule(
    id="W7",
    name=mark("pain at more places"),
    tier=Tier.SOON,
    family=Family.PAIN,
    sentence=mark(
        "Speaks when 2 more places of spine and bone hurt than in any week before, or mild "
        "pain newly spreads to hip, thigh or ribs."
    ),
    numbers=(
        PAIN_3,
        DAYS,
        MORE,
        MILD_BELOW,
        KNOWN_DAYS,
        ENOUGH_BASE_DAYS,
    ),
    sources=cited(Basis.CONVENTION, "L03"),
    classes=CLASSES,
    minimums=MINIMUMS,
    words=Words(
        title=mark("Pain at more places, now {where}"),
        noticed=mark("Pain has come to more places, the newest being {where}."),
        worked_out=mark(
            "Did you also have a fever? The rule counts places with pain of 3 or more on 3 days "
            "of a week, against the fullest week of the four before the last two."
        ),
        ordinary=MOST_ORDINARY,
        kept_quiet=mark(
            "It would have stayed quiet with fewer places, or if as many had hurt before."
        ),
    ),
    watch=_watch,
)
