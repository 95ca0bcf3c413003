"""E4: signs of the brain.

What it watches: seizure, loss of sight, changed face or speech, confusion, marked drowsiness,
double vision.
Why: they are an emergency whatever the cause.
When it speaks: on the first entry in which one of them is new.
What it cannot know: a stroke, a medicine, a migraine give the same signs. Drowsiness of grade 1
follows many painkillers and does not count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.i18n import mark
from diary.rules.conditions.signals import new_signal, once
from diary.rules.families import Family
from diary.rules.model import Tier
from diary.rules.newness_numbers import KNOWN_DAYS
from diary.rules.rule import ONE_ENTRY, QUIET_IF_USUAL, Rule, Words, cited
from diary.rules.shared_numbers import MARKED, NEW_WITHIN
from diary.rules.sources import Basis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context
    from diary.rules.track import Track

SYMPTOMS = ("seizure", "vision_lost", "face_or_speech", "confusion", "double_vision")
DROWSY = "drowsiness"


def _watch(context: Context) -> Iterator[Track]:
    signals = [new_signal(context, symptom) for symptom in SYMPTOMS]
    signals.append(new_signal(context, DROWSY, least=MARKED.value))
    for signal in signals:
        if signal.ever:
            yield once(context, signal, Tier.EMERGENCY)


RULE = Rule(
    id="E4",
    name=mark("signs of the brain"),
    tier=Tier.EMERGENCY,
    family=Family.HEAD,
    sentence=mark(
        "Speaks when you record a new seizure, loss of sight, double vision, changed face or "
        "speech, confusion or marked drowsiness. One entry is enough."
    ),
    numbers=(
        NEW_WITHIN,
        MARKED,
        KNOWN_DAYS,
    ),
    sources=cited(Basis.CONVENTION, "L43"),
    words=Words(
        title=mark("{heading}"),
        noticed=mark("You recorded {marked}.{unsaid}"),
        worked_out=ONE_ENTRY,
        ordinary="",
        kept_quiet=QUIET_IF_USUAL,
    ),
    watch=_watch,
)
