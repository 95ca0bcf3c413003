"""U14: several at once.

What it watches: rules that become true in the same week.
Why: several flags together are more urgent than each alone.
When it speaks: two kinds of pain rule at one place, one with a sign of the whole body, or pain
with two such signs.
What it cannot know: not calibrated: a strain with a night pattern may reach it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.windows import (
    Window,
)
from diary.i18n import mark
from diary.rules.conditions.body_signs import body_signs
from diary.rules.conditions.together import (
    NOT_BEFORE_DAYS,
    TogetherNumbers,
    several_kinds,
    urgent_together,
)
from diary.rules.evidence import Number, our_choice
from diary.rules.families import Family
from diary.rules.model import Tier
from diary.rules.rule import MANY_ORDINARY, Rule, Words, cited
from diary.rules.shared_numbers import (
    MARKED,
)
from diary.rules.sources import Basis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context
    from diary.rules.track import Track

WITHIN = Number(mark("days in which they become true"), 7, "days", our_choice(mark("one week")))
BODY_SIGNS = Number(
    mark("signs of the whole body beside pain"),
    2,
    "rules",
    our_choice(mark("one is common with a cold")),
)
DAYS = Number(
    mark("recorded days of the last 7 with tiredness or poor appetite"),
    5,
    "days",
    our_choice(mark("most days of a week")),
)
URGENT_WITHIN = Number(
    mark("days in which two urgent rules become true"),
    2,
    "days",
    our_choice(mark("close together")),
)
KINDS = (("W1", "W2", "W3"), ("W4",), ("W5", "W6"), ("W7",))
BODY = ("W9", "W10", "W11", "W12", "W13", "W14", "W15")
BODY_READS = ("W9", "W10", "U11", "W11")
# The urgent rules by family; an emergency needs two families, one of them not about pain.
URGENT = {
    "pain": ("U1", "U2", "U3", "U4", "U5", "U12", "U16", "U17"),
    "radiating": ("U6",),
    "feeling": ("U7", "U8"),
    "belly": ("U9",),
    "head": ("U10",),
    "breath": ("U11",),
    "fever": ("U13",),
    "calcium": ("U15",),
    "leg": ("U18",),
}
PAIN_FAMILIES = frozenset({"pain", "radiating"})
READS = (
    *(rule for kind in KINDS for rule in kind),
    "W8",
    *BODY,
    *(rule for rules in URGENT.values() for rule in rules),
)


def _watch(context: Context) -> Iterator[Track]:
    signs = body_signs(context, BODY_READS, grade=MARKED.value, days=DAYS.value)
    numbers = TogetherNumbers(KINDS, BODY, "W8", Window("last7", WITHIN.value - 1, 0))
    yield from several_kinds(context, numbers, signs >= BODY_SIGNS.value)
    window = Window("last3", URGENT_WITHIN.value, 0)
    yield from urgent_together(context, URGENT, PAIN_FAMILIES, window)


RULE = Rule(
    id="U14",
    name=mark("several things at once"),
    tier=Tier.URGENT,
    family=Family.PAIN,
    sentence=mark(
        "Speaks when several rules become true at one place within 7 days, or two urgent "
        "rules of different kinds within 2 days."
    ),
    numbers=(
        WITHIN,
        BODY_SIGNS,
        MARKED,
        DAYS,
        URGENT_WITHIN,
        NOT_BEFORE_DAYS,
    ),
    sources=cited(Basis.CONVENTION, "L21", "L22", "L04b"),
    variants=(Tier.EMERGENCY,),
    choices=(
        mark("W1, W2 and W3 count as one kind, and pain alone never becomes an emergency."),
        mark("A rule counts as newly true if it was not true in the two weeks before."),
        mark(
            "For the emergency it is enough that it was not true on the recorded day before: "
            "the reading that speaks earlier."
        ),
    ),
    reads=READS,
    words=Words(
        title=mark("Several things at once: {where}"),
        noticed=mark("Several rules became true together about {where}: {rules}."),
        worked_out=mark("They were not true in the two weeks before."),
        ordinary=MANY_ORDINARY,
        kept_quiet=mark(
            "It would have stayed quiet if only one of them had become true in these days."
        ),
    ),
    watch=_watch,
)
