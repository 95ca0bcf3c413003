"""U18: swollen leg.

What it watches: new swelling of a leg.
Why: a clot in a leg shows so, and some treatments raise the odds.
When it speaks: on the first entry.
What it cannot know: a sprain or a hot day does the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.i18n import mark
from diary.rules.conditions.signals import (
    new_signal,
    once,
)
from diary.rules.evidence import Number, our_choice
from diary.rules.families import Family
from diary.rules.groups import LEG_SWELLING
from diary.rules.model import Tier
from diary.rules.newness_numbers import KNOWN_DAYS
from diary.rules.rule import MANY_ORDINARY, ONE_ENTRY, QUIET_IF_USUAL, Rule, Words
from diary.rules.shared_numbers import NEW_WITHIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context
    from diary.rules.track import Track

ONE_ENTRY_NUMBER = Number(
    mark("entries"),
    1,
    "days",
    our_choice(mark("a clot does not wait; not yet checked against a source")),
)


def _watch(context: Context) -> Iterator[Track]:
    signal = new_signal(context, "swelling", where=LEG_SWELLING)
    if signal.ever:
        yield once(context, signal, Tier.URGENT)


RULE = Rule(
    id="U18",
    name=mark("swollen leg"),
    tier=Tier.URGENT,
    family=Family.LEG,
    sentence=mark(
        "Speaks when you record new swelling of a lower leg, thigh, ankle or foot. One "
        "entry is enough."
    ),
    numbers=(
        NEW_WITHIN,
        ONE_ENTRY_NUMBER,
        KNOWN_DAYS,
    ),
    sources=(),
    words=Words(
        title=mark("Swelling of a leg"),
        noticed=mark("You recorded {newly} of a leg.{unsaid}"),
        worked_out=ONE_ENTRY,
        ordinary=MANY_ORDINARY,
        kept_quiet=QUIET_IF_USUAL,
    ),
    watch=_watch,
)
