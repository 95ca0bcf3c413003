"""U10: headache pattern.

What it watches: a new headache with vomiting or change of sight, on waking, or severe.
Why: such a pattern should be heard within a day.
When it speaks: on two recorded days of the last seven, or once if severe.
What it cannot know: migraine does the same; a usual level says so.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diary.domain.windows import LAST7, counts
from diary.i18n import mark
from diary.rules.conditions.signals import (
    k_of_window,
    new_signal,
    once,
    reported_signal,
    strongest_of,
)
from diary.rules.evidence import Says
from diary.rules.families import Family
from diary.rules.model import Tier
from diary.rules.newness_numbers import KNOWN_DAYS
from diary.rules.rule import MANY_ORDINARY, ONE_ENTRY, QUIET_IF_USUAL, Need, Rule, Words, cited
from diary.rules.shared_numbers import NEW_WITHIN, SEVERE, TWO_DAYS, TWO_OF_7
from diary.rules.sources import Basis
from diary.rules.track import saying

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context
    from diary.rules.track import Track

SEVERE_ONCE = Says(
    title=mark("Severe headache"),
    noticed=mark("You recorded a severe headache.{unsaid}"),
    worked_out=ONE_ENTRY,
)


def _watch(context: Context) -> Iterator[Track]:
    headache = new_signal(context, "headache")
    waking = new_signal(context, "headache_on_waking")
    beside = (
        reported_signal(context, "vomiting").hits | reported_signal(context, "vision_change").hits
    )
    pattern = replace(headache, hits=(headache.hits & beside) | waking.hits)
    severe = new_signal(context, "headache", least=SEVERE.value)
    if pattern.ever or severe.ever:
        tracks = (
            k_of_window(context, pattern, LAST7, TWO_DAYS.value, Tier.URGENT),
            saying(once(context, severe, Tier.URGENT), SEVERE_ONCE),
        )
        lately = counts(headache.hits, LAST7) > 0

        # By the days up to this one: a headache of later days must not rename what was raised.
        def named(index: int) -> str:
            return "headache" if lately[index] else "headache_on_waking"

        yield replace(strongest_of(None, tracks), place_on=named)


RULE = Rule(
    id="U10",
    name=mark("headache of a certain pattern"),
    tier=Tier.URGENT,
    family=Family.HEAD,
    sentence=mark(
        "Speaks when you record a new headache on waking, or with vomiting or a change of "
        "sight, on 2 of the last 7 days, or once a severe new one."
    ),
    numbers=(
        NEW_WITHIN,
        TWO_DAYS,
        SEVERE,
        KNOWN_DAYS,
    ),
    sources=cited(Basis.CONVENTION, "L43"),
    words=Words(
        title=mark("Headache"),
        noticed=mark(
            "You recorded a headache on waking, or with vomiting or a change of sight, on {k} of "
            "the {n} days you recorded this week.{unsaid}"
        ),
        worked_out=mark("It counts because {above}."),
        ordinary=MANY_ORDINARY,
        kept_quiet=QUIET_IF_USUAL,
    ),
    watch=_watch,
    also_needs=(Need(of=("headache", "headache_on_waking"), minimums=(TWO_OF_7,)),),
)
