"""W13: belly.

What it watches: upper belly pain, feeling sick or being sick that lasts.
Why: patient advice asks for it to be reported.
When it speaks: on three fifths of two weeks; being sick on three days of a week.
What it cannot know: medicines do the same.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diary.domain.windows import (
    LAST7,
    LAST14,
)
from diary.i18n import mark
from diary.rules.conditions.signals import (
    k_of_window,
    lasting_signal,
    new_signal,
    pain_signal,
    share_of_window,
)
from diary.rules.evidence import Number, our_choice
from diary.rules.families import Family
from diary.rules.model import Tier
from diary.rules.newness_numbers import KNOWN_DAYS, NEW_LATELY
from diary.rules.rule import MANY_ORDINARY, QUIET_IF_FEWER, Minimum, Need, Rule, Words, cited
from diary.rules.shared_numbers import EIGHT_OF_14, MARKED, PAIN_3, SHARE_60
from diary.rules.sources import Basis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context
    from diary.rules.track import Track

SICK_DAYS = Number(
    mark("days of the last 7 with being sick"),
    3,
    "days",
    our_choice(mark("more than a short upset")),
)
PLACES = ("abdomen_upper", "abdomen_upper_right")


def _watch(context: Context) -> Iterator[Track]:
    signals = [lasting_signal(context, "nausea", least=MARKED.value)]
    for place in PLACES:
        pain = pain_signal(context, place, PAIN_3.value)
        signals.append(replace(pain, hits=pain.hits & (context.usual(place) < PAIN_3.value)))
    for signal in signals:
        if signal.ever:
            yield share_of_window(
                context,
                signal,
                LAST14,
                share=SHARE_60.value,
                needed=EIGHT_OF_14.needed,
                tier=Tier.SOON,
            )
    sick = new_signal(context, "vomiting")
    if sick.ever:
        yield k_of_window(context, sick, LAST7, SICK_DAYS.value, Tier.SOON)


RULE = Rule(
    id="W13",
    name=mark("belly"),
    tier=Tier.SOON,
    family=Family.BELLY,
    sentence=mark(
        "Speaks when upper belly pain of 3 or more or marked new feeling sick is there on "
        "most days of two weeks, or new being sick on 3 of 7."
    ),
    numbers=(
        NEW_LATELY,
        SHARE_60,
        PAIN_3,
        MARKED,
        SICK_DAYS,
        KNOWN_DAYS,
    ),
    sources=cited(Basis.CONVENTION, "L43", "L44", "L44b"),
    words=Words(
        title=mark("Lasting: {what}"),
        noticed=mark("You recorded {what} on {k} of the {n} days you recorded."),
        worked_out=mark("It counts because {above}."),
        ordinary=MANY_ORDINARY,
        kept_quiet=QUIET_IF_FEWER,
    ),
    watch=_watch,
    also_needs=(
        Need(of=("nausea", *PLACES), minimums=(EIGHT_OF_14,)),
        Need(of=("vomiting",), minimums=(Minimum(LAST7, SICK_DAYS.value),)),
    ),
)
