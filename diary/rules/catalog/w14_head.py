"""W14: headache or sight that lasts.

What it watches: a new headache or change of sight that stays.
Why: patient advice asks for it to be reported.
When it speaks: on half of the recorded days of two weeks.
What it cannot know: tension and tired eyes do the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.windows import (
    LAST14,
)
from diary.i18n import mark
from diary.rules.conditions.signals import (
    lasting_signal,
    share_of_window,
)
from diary.rules.families import Family
from diary.rules.model import Tier
from diary.rules.newness_numbers import KNOWN_DAYS, NEW_LATELY
from diary.rules.rule import MANY_ORDINARY, QUIET_IF_FEWER, Need, Rule, Words, cited
from diary.rules.shared_numbers import EIGHT_OF_14, SHARE_50
from diary.rules.sources import Basis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context
    from diary.rules.track import Track


SYMPTOMS = ("headache", "vision_change")


def _watch(context: Context) -> Iterator[Track]:
    for symptom in SYMPTOMS:
        signal = lasting_signal(context, symptom)
        if signal.ever:
            yield share_of_window(
                context,
                signal,
                LAST14,
                share=SHARE_50.value,
                needed=EIGHT_OF_14.needed,
                tier=Tier.SOON,
            )


RULE = Rule(
    id="W14",
    name=mark("headache or sight that lasts"),
    tier=Tier.SOON,
    family=Family.HEAD,
    sentence=mark(
        "Speaks when a new headache or change of sight is there on half of the days you "
        "recorded in two weeks."
    ),
    numbers=(
        NEW_LATELY,
        SHARE_50,
        KNOWN_DAYS,
    ),
    sources=cited(Basis.CONVENTION, "L43"),
    words=Words(
        title=mark("Lasting: {what}"),
        noticed=mark(
            "You recorded {what} on {k} of the {n} days you recorded in the last two weeks."
        ),
        worked_out=mark("It counts because {above}."),
        ordinary=MANY_ORDINARY,
        kept_quiet=QUIET_IF_FEWER,
    ),
    watch=_watch,
    also_needs=(Need(of=SYMPTOMS, minimums=(EIGHT_OF_14,)),),
)
