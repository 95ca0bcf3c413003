"""U11: breathing.

What it watches: shortness of breath on two days, new pain on breathing in, streaks of blood
coughed up, new chest pain.
Why: triage calls these amber.
When it speaks: on two recorded days of the last seven for breath, else on one entry.
What it cannot know: colds and strained ribs do the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.windows import (
    LAST7,
)
from diary.i18n import mark
from diary.rules.conditions.features import Feature, feature_signals
from diary.rules.conditions.signals import (
    k_of_window,
    new_signal,
    once,
    pain_signal,
    reported_signal,
)
from diary.rules.evidence import Says
from diary.rules.families import Family
from diary.rules.model import Tier
from diary.rules.newness_numbers import ENOUGH_BASE_DAYS, KNOWN_DAYS
from diary.rules.rule import MANY_ORDINARY, QUIET_IF_USUAL, Need, Rule, Words, cited
from diary.rules.shared_numbers import (
    ABOVE_2,
    MARKED,
    NEW_WITHIN,
    PAIN_4,
    TWO_DAYS,
    TWO_OF_7,
)
from diary.rules.sources import Basis
from diary.rules.track import saying

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context
    from diary.rules.track import Track

BREATHING_IN = Feature(
    "worse_with",
    "breathing_in",
    ("chest", "ribs", "sternum", "breast_chest_wall", "shoulder_blade", "upper_back"),
    mark("worse on breathing in"),
)
ON_BREATHING_IN = Says(
    title=mark("{what} on breathing in"),
    noticed=mark("You recorded {what} that is worse on breathing in."),
    worked_out=mark(
        "One entry is enough: in the four weeks before the last two it was so on one day at most, "
        "or the pain itself was not usual."
    ),
)
ONE_DAY = Says(
    title=mark("You recorded {what}"),
    noticed=mark("You recorded {what}."),
    worked_out=mark("One entry is enough."),
)


def _watch(context: Context) -> Iterator[Track]:
    breathless = new_signal(context, "breathlessness", least=MARKED.value)
    if breathless.ever:
        yield k_of_window(context, breathless, LAST7, TWO_DAYS.value, Tier.URGENT)
    for signal in feature_signals(context, (BREATHING_IN,), PAIN_4.value):
        yield saying(once(context, signal, Tier.URGENT), ON_BREATHING_IN)
    for signal in (
        reported_signal(context, "blood_in_sputum"),
        pain_signal(context, "chest", PAIN_4.value, ABOVE_2.value),
    ):
        if signal.ever:
            yield saying(once(context, signal, Tier.URGENT), ONE_DAY)


RULE = Rule(
    id="U11",
    name=mark("breathing"),
    tier=Tier.URGENT,
    family=Family.BREATH,
    sentence=mark(
        "Speaks when you record new shortness of breath that interferes on 2 of the last 7 "
        "days, new pain on breathing in, streaks of blood, or new chest pain of 4 or more."
    ),
    numbers=(
        NEW_WITHIN,
        MARKED,
        TWO_DAYS,
        PAIN_4,
        ABOVE_2,
        KNOWN_DAYS,
        ENOUGH_BASE_DAYS,
    ),
    sources=cited(Basis.CONVENTION, "L44b", "L21"),
    words=Words(
        title=mark("You recorded {what}"),
        noticed=mark("You recorded {what} on {k} of the {n} days you recorded this week.{unsaid}"),
        worked_out=mark("It counts because {above}."),
        ordinary=MANY_ORDINARY,
        kept_quiet=QUIET_IF_USUAL,
    ),
    watch=_watch,
    also_needs=(Need(of=("breathlessness",), minimums=(TWO_OF_7,)),),
)
