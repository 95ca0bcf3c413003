"""V4: tiredness, appetite, sleep.

What it watches: marked tiredness, poor appetite or poor sleep for two weeks.
Why: worth a word at the visit.
When it speaks: on three quarters of two weeks; tiredness and appetite grow into W15 after four.
What it cannot know: unspecific.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.windows import (
    LAST14,
)
from diary.i18n import mark
from diary.rules.conditions.signals import (
    above_usual_signal,
    share_of_window,
)
from diary.rules.families import Family
from diary.rules.model import Tier
from diary.rules.rule import MANY_ORDINARY, QUIET_IF_FEWER, Need, Rule, Words
from diary.rules.shared_numbers import (
    EIGHT_OF_14,
    MARKED,
    SHARE_75,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context
    from diary.rules.track import Track


SYMPTOMS = ("fatigue", "appetite_loss", "poor_sleep")


def _watch(context: Context) -> Iterator[Track]:
    for symptom in SYMPTOMS:
        signal = above_usual_signal(context, symptom, least=MARKED.value)
        if signal.ever:
            yield share_of_window(
                context,
                signal,
                LAST14,
                share=SHARE_75.value,
                needed=EIGHT_OF_14.needed,
                tier=Tier.NEXT_VISIT,
            )


RULE = Rule(
    id="V4",
    name=mark("tiredness, appetite or sleep"),
    tier=Tier.NEXT_VISIT,
    family=Family.ENERGY,
    sentence=mark(
        "Speaks when tiredness, poor appetite or poor sleep that interferes was there on "
        "three quarters of the days you recorded in two weeks."
    ),
    numbers=(
        MARKED,
        SHARE_75,
    ),
    sources=(),
    words=Words(
        title=mark("{what} for two weeks"),
        noticed=mark(
            "You recorded {what} that interferes on {k} of the {n} days you recorded in the "
            "last two weeks."
        ),
        worked_out=mark("It counts because {above}."),
        ordinary=MANY_ORDINARY,
        kept_quiet=QUIET_IF_FEWER,
    ),
    watch=_watch,
    also_needs=(Need(of=SYMPTOMS, minimums=(EIGHT_OF_14,)),),
)
