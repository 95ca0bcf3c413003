"""W12: bowel.

What it watches: a change of bowel habit that lasts, cramps, lower belly pain, blood in the stool.
Why: a lasting change should be heard.
When it speaks: on three fifths of two weeks; blood once.
What it cannot know: opioids constipate, and are shown beside it.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from diary.domain.windows import LAST14
from diary.i18n import mark, translate
from diary.rules.conditions.painkillers import taken_in
from diary.rules.conditions.signals import (
    above_usual_signal,
    lasting_signal,
    once,
    pain_signal,
    share_of_window,
)
from diary.rules.evidence import Says
from diary.rules.families import Family
from diary.rules.model import Tier
from diary.rules.newness_numbers import KNOWN_DAYS, NEW_LATELY
from diary.rules.rule import MANY_ORDINARY, QUIET_IF_FEWER, Need, Rule, Words
from diary.rules.shared_numbers import EIGHT_OF_14, PAIN_3, SHARE_60
from diary.rules.track import saying

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context
    from diary.rules.evidence import Finding
    from diary.rules.track import Track

BLOOD = Says(
    title=mark("You recorded {what}"),
    noticed=mark("You recorded {what}."),
    worked_out=mark("One entry is enough: {above}."),
)
OPIOIDS = mark(" You recorded an opioid on {n} of these days; opioids often constipate.")
SYMPTOMS = ("bowel_change", "diarrhoea", "constipation", "cramps")


def _watch(context: Context) -> Iterator[Track]:
    pain = pain_signal(context, "abdomen_lower", PAIN_3.value)
    pain = replace(pain, hits=pain.hits & (context.usual("abdomen_lower") < PAIN_3.value))
    for signal in (*(lasting_signal(context, symptom) for symptom in SYMPTOMS), pain):
        if signal.ever:
            track = share_of_window(
                context,
                signal,
                LAST14,
                share=SHARE_60.value,
                needed=EIGHT_OF_14.needed,
                tier=Tier.SOON,
            )
            yield replace(track, explain=partial(_beside_opioids, context, track))
    blood = above_usual_signal(context, "blood_in_stool")
    if blood.ever:
        yield saying(once(context, blood, Tier.SOON), BLOOD)


def _beside_opioids(context: Context, track: Track, index: int, place: str | None) -> Finding:
    found = track.explain(index, place)
    opioids = taken_in(context).opioids
    n = sum(bool(opioids[context.record.index(day)]) for day in found.evidence.days_used)
    said = translate(OPIOIDS).format(n=n) if n else ""
    return replace(found, words={**found.words, "opioids": said})


RULE = Rule(
    id="W12",
    name=mark("bowel"),
    tier=Tier.SOON,
    family=Family.BOWEL,
    sentence=mark(
        "Speaks when a new change of bowel habit, cramps or lower belly pain is there on "
        "most days of two weeks, or blood in the stool once."
    ),
    numbers=(
        NEW_LATELY,
        SHARE_60,
        PAIN_3,
        KNOWN_DAYS,
    ),
    sources=(),
    words=Words(
        title=mark("Lasting: {what}"),
        noticed=mark("You recorded {what} on {k} of the {n} days you recorded."),
        worked_out=mark("It counts because {above}.{opioids}"),
        ordinary=MANY_ORDINARY,
        kept_quiet=QUIET_IF_FEWER,
    ),
    watch=_watch,
    also_needs=(Need(of=(*SYMPTOMS, "abdomen_lower"), minimums=(EIGHT_OF_14,)),),
)
