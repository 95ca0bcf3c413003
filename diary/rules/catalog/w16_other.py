"""W16: any other new thing.

What it watches: own symptoms, night sweats, swelling, stiffness, thirst, passing more water, and
pain of soft parts that no other rule reads.
Why: patient advice: new, no clear cause, does not go away.
When it speaks: on three quarters of two weeks.
What it cannot know: a cold or a hot summer does the same.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from diary.domain.places import PLACES as REGIONS
from diary.domain.places import PlaceClass
from diary.domain.symptoms import CUSTOM_PREFIX
from diary.domain.windows import (
    LAST14,
)
from diary.i18n import mark
from diary.rules import two_week_numbers
from diary.rules.conditions.lasting import lasting
from diary.rules.conditions.newness import above_usual_words
from diary.rules.conditions.signals import (
    lasting_signal,
    phrase_of,
    share_of_window,
)
from diary.rules.evidence import Finding
from diary.rules.families import Family
from diary.rules.groups import GLAND_SWELLING, LEG_SWELLING
from diary.rules.model import Tier
from diary.rules.newness_numbers import KNOWN_DAYS, NEW_LATELY
from diary.rules.rule import MANY_ORDINARY, QUIET_IF_FEWER, Need, Rule, Words, cited
from diary.rules.shared_numbers import EIGHT_OF_14, SHARE_75
from diary.rules.sources import Basis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context
    from diary.rules.track import Track

SYMPTOMS = ("night_sweats", "stiffness", "thirst", "passing_more_urine")
# Soft parts that no other rule reads.
PLACES = frozenset({"forearm", "lower_leg", "armpit", "flank", "all_over"})
# Swelling of leg, arm and chest is read elsewhere.
ELSEWHERE = frozenset({None}) | (frozenset(REGIONS) - LEG_SWELLING - GLAND_SWELLING)


def _watch(context: Context) -> Iterator[Track]:
    own = sorted(s for s in context.record.symptom_items if s.startswith(CUSTOM_PREFIX))
    signals = [lasting_signal(context, symptom) for symptom in (*SYMPTOMS, *own)]
    signals.append(lasting_signal(context, "swelling", where=ELSEWHERE))
    for signal in signals:
        if signal.ever:
            yield share_of_window(
                context,
                signal,
                LAST14,
                share=SHARE_75.value,
                needed=EIGHT_OF_14.needed,
                tier=Tier.SOON,
            )
    for track in lasting(
        context, (PlaceClass.SOFT,), two_week_numbers.NUMBERS, two_week_numbers.MINIMUMS
    ):
        if track.place in PLACES:
            yield replace(track, explain=partial(_with_what, context, track))


def _with_what(context: Context, track: Track, index: int, place: str | None) -> Finding:
    found = track.explain(index, place)
    what, above = phrase_of(track.place), above_usual_words(context, track.place, index)
    return Finding(found.evidence, {**found.words, "what": what, "above": above})


RULE = Rule(
    id="W16",
    name=mark("any other new thing that lasts"),
    tier=Tier.SOON,
    family=Family.OTHER,
    sentence=mark(
        "Speaks when another new symptom, or pain of a soft part, is there on three "
        "quarters of the days you recorded in two weeks."
    ),
    numbers=(NEW_LATELY, KNOWN_DAYS, SHARE_75, *two_week_numbers.ALL),
    sources=cited(Basis.CONVENTION, "L43"),
    variants=(Tier.NEXT_VISIT,),
    words=Words(
        title=mark("{what} for two weeks"),
        noticed=mark(
            "You recorded {what} on {k} of the {n} days you recorded in the last two weeks."
        ),
        worked_out=mark("It counts because {above}."),
        ordinary=MANY_ORDINARY,
        kept_quiet=QUIET_IF_FEWER,
    ),
    watch=_watch,
    also_needs=(
        Need(of=(*SYMPTOMS, "swelling", CUSTOM_PREFIX), minimums=(EIGHT_OF_14,)),
        Need(of=tuple(sorted(PLACES)), minimums=two_week_numbers.MINIMUMS),
    ),
)
