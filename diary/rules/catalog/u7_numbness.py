"""U7: new numbness or tingling.

What it watches: numbness or tingling of hands, feet, limbs or trunk, and loss of sexual feeling.
Why: guidance asks for it to be heard within a day.
When it speaks: on two of the last three recorded days, or once at grade 2 or more.
What it cannot know: lasting tingling after some treatments is common; a usual level says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.i18n import mark
from diary.rules.conditions.signals import (
    k_of_last,
    new_signal,
    once,
    strongest_of,
)
from diary.rules.evidence import Says
from diary.rules.families import Family
from diary.rules.model import Tier
from diary.rules.newness_numbers import KNOWN_DAYS
from diary.rules.rule import MANY_ORDINARY, ONE_ENTRY, QUIET_IF_USUAL, Need, Rule, Words, cited
from diary.rules.shared_numbers import (
    LAST_THREE,
    MARKED,
    NEW_WITHIN,
    TWO_OF_7,
    TWO_OF_THREE,
    WITHIN_A_WEEK,
)
from diary.rules.sources import Basis
from diary.rules.track import saying

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context
    from diary.rules.track import Track

SIGNS = (
    "numbness_hand_foot",
    "tingling_hand_foot",
    "numbness_limb",
    "tingling_limb",
    "numbness_trunk",
)

ONE_DAY = Says(
    title=mark("{heading}"), noticed=mark("You recorded {newly}.{unsaid}"), worked_out=ONE_ENTRY
)


def _watch(context: Context) -> Iterator[Track]:
    for sign in SIGNS:
        if sign not in context.record.sign_items:
            continue
        tracks = [
            k_of_last(
                context,
                new_signal(context, sign),
                k=TWO_OF_THREE.value,
                last=LAST_THREE.value,
                within=WITHIN_A_WEEK.value,
                tier=Tier.URGENT,
            ),
            saying(
                once(context, new_signal(context, sign, least=MARKED.value), Tier.URGENT), ONE_DAY
            ),
        ]
        yield strongest_of(sign, tracks)
    lost = new_signal(context, "sexual_feeling_lost")
    if lost.ever:
        yield saying(once(context, lost, Tier.URGENT), ONE_DAY)


RULE = Rule(
    id="U7",
    name=mark("new numbness or tingling"),
    tier=Tier.URGENT,
    family=Family.FEELING,
    sentence=mark(
        "Speaks when you record new numbness or tingling on 2 of your last 3 recorded days, "
        "or once if it interferes, or a new loss of sexual feeling."
    ),
    numbers=(
        NEW_WITHIN,
        TWO_OF_THREE,
        LAST_THREE,
        WITHIN_A_WEEK,
        MARKED,
        KNOWN_DAYS,
    ),
    sources=cited(Basis.GUIDELINE, "L01", "L18") + cited(Basis.STUDY, "L28"),
    words=Words(
        title=mark("{heading}"),
        noticed=mark("You recorded {newly}.{unsaid}"),
        worked_out=mark(
            "Recorded on {k} of the {n} days you recorded this week. It counts because {above}."
        ),
        ordinary=MANY_ORDINARY,
        kept_quiet=QUIET_IF_USUAL,
    ),
    watch=_watch,
    also_needs=(Need(of=SIGNS, minimums=(TWO_OF_7,)),),
)
