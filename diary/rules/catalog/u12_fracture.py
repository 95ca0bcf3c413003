"""U12: possible fracture.

What it watches: sudden severe pain of a bone after an injury, or in bone that breaks easily.
Why: a break needs to be looked at.
When it speaks: on one entry at 7 or more.
What it cannot know: a strain does the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.places import PlaceClass, places_of
from diary.i18n import mark
from diary.rules.conditions.signals import (
    once,
)
from diary.rules.conditions.sudden import SuddenNumbers, sudden_signals
from diary.rules.evidence import Number, our_choice
from diary.rules.families import Family
from diary.rules.model import Tier
from diary.rules.rule import MANY_ORDINARY, Rule, Words, cited
from diary.rules.shared_numbers import (
    PAIN_7,
    TRIGGERS,
)
from diary.rules.sources import Basis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context
    from diary.rules.track import Track

PLACES = (
    *places_of(PlaceClass.SPINE),
    "hip",
    "thigh",
    "ribs",
    "pelvis_groin",
    "shoulder_upper_arm",
)
AGE = Number(
    mark("age from which an injury is enough"),
    50,
    "years",
    our_choice(mark("bone thins from about this age; an unknown age counts as older")),
)
EVENT_DAYS = Number(
    mark("days after a noted injury or fall"),
    2,
    "days",
    our_choice(mark("pain of a break shows at once or the day after")),
)


def _watch(context: Context) -> Iterator[Track]:
    numbers = SuddenNumbers(
        pain=PAIN_7.value,
        places=PLACES,
        triggers=TRIGGERS,
        events=frozenset({"injury", "fall"}),
        event_days=EVENT_DAYS.value,
        age=AGE.value,
    )
    for signal in sudden_signals(context, numbers):
        yield once(context, signal, Tier.URGENT)


RULE = Rule(
    id="U12",
    name=mark("sudden severe bone pain"),
    tier=Tier.URGENT,
    family=Family.PAIN,
    sentence=mark(
        "Speaks when sudden pain of 7 or more at a bone follows an injury, strain or fall "
        "at 50 or older, or with bone that is known to break easily."
    ),
    numbers=(
        PAIN_7,
        AGE,
        EVENT_DAYS,
    ),
    sources=cited(Basis.CONVENTION, "L45") + cited(Basis.STUDY, "L11"),
    words=Words(
        title=mark("Sudden {what}"),
        noticed=mark("You recorded sudden, severe {what}."),
        worked_out=mark(
            "One entry is enough: 7 or more, sudden, after an injury, a strain or a fall, or "
            "with bone that breaks easily."
        ),
        ordinary=MANY_ORDINARY,
        kept_quiet=mark(
            "It would have stayed quiet below 7, or if the pain had come little by little."
        ),
    ),
    watch=_watch,
)
