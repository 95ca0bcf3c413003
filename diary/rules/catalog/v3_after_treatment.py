"""V3: pain after treatment.

What it watches: pain that begins within two weeks after a treatment known to cause aches, and is
falling.
Why: such pain is worth naming to the team.
When it speaks: while the weekly middle value falls.
What it cannot know: names the treatment and silences nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.places import PLACES, PlaceClass
from diary.domain.windows import (
    LAST7,
    PRIOR7,
)
from diary.i18n import mark
from diary.rules.conditions.after_treatment import after_treatment
from diary.rules.evidence import Number, our_choice
from diary.rules.families import Family
from diary.rules.model import Tier
from diary.rules.rule import MANY_ORDINARY, Minimum, Need, Rule, Words
from diary.rules.shared_numbers import (
    PAIN_2,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context
    from diary.rules.track import Track

SPELL_GAP = Number(
    mark("days without pain after which it begins anew"), 14, "days", our_choice(mark("two weeks"))
)
WITHIN = Number(
    mark("days after the treatment"),
    14,
    "days",
    our_choice(mark("aches of these treatments come within days")),
)
KINDS = frozenset({"trastuzumab_pertuzumab", "chemotherapy", "gcsf", "bone_medicine", "vaccine"})
MINIMUMS = (Minimum(LAST7, 3), Minimum(PRIOR7, 3))


# A spell begins this long after the treatment, and is followed for as long as its gap.
FOLLOWED = WITHIN.value + SPELL_GAP.value


def _treated_lately(context: Context, index: int) -> bool:
    day = context.record.day(index)
    return any(
        treatment.kind in KINDS
        and treatment.start is not None
        and 0 <= (day - treatment.start).days <= FOLLOWED
        for treatment in context.record.diary.treatments
    )


def _watch(context: Context) -> Iterator[Track]:
    return after_treatment(
        context,
        KINDS,
        pain=PAIN_2.value,
        spell_gap=SPELL_GAP.value,
        within=WITHIN.value,
        minimums=MINIMUMS,
        tier=Tier.NEXT_VISIT,
    )


RULE = Rule(
    id="V3",
    name=mark("pain after treatment"),
    tier=Tier.NEXT_VISIT,
    family=Family.PAIN,
    sentence=mark(
        "Speaks when pain began within 14 days after a treatment that often causes aches, "
        "and is falling."
    ),
    numbers=(
        PAIN_2,
        SPELL_GAP,
        WITHIN,
    ),
    sources=(),
    classes=tuple(PlaceClass),
    words=Words(
        title=mark("Pain in {where} after treatment"),
        noticed=mark("Pain in {where} began within two weeks after {treatment} and is falling."),
        worked_out=mark("The middle value of the last week is {week}, of the week before {prior}."),
        ordinary=MANY_ORDINARY,
        kept_quiet=mark("It would have stayed quiet if it had begun later, or were not falling."),
    ),
    watch=_watch,
    also_needs=(Need(of=tuple(PLACES), minimums=MINIMUMS, concerns=_treated_lately),),
)
