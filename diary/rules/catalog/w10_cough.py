"""W10: cough.

What it watches: a cough that lasts, and chest infections that return.
Why: patient advice asks to report a cough of weeks.
When it speaks: a new cough on three quarters of two weeks speaks for the next visit, of three
weeks for this week; so do two chest infections within 90 days.
What it cannot know: colds last too.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from diary.domain.windows import LAST7, LAST14, Window
from diary.i18n import mark
from diary.rules.conditions.signals import (
    Signal,
    lasting_signal,
    once,
    reported_signal,
    share_of_window,
    strongest_of,
)
from diary.rules.evidence import Number, Says, our_choice
from diary.rules.families import Family
from diary.rules.model import Tier
from diary.rules.newness_numbers import KNOWN_DAYS, NEW_LATELY
from diary.rules.rule import MANY_ORDINARY, QUIET_IF_FEWER, Minimum, Need, Rule, Words, cited
from diary.rules.shared_numbers import EIGHT_OF_14, SHARE_75
from diary.rules.sources import Basis
from diary.rules.track import saying

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.domain.series import Flags
    from diary.rules.context import Context
    from diary.rules.track import Track

THREE_WEEKS = Number(
    mark("weeks after which it is for this week"),
    3,
    "weeks",
    our_choice(mark("not yet checked against a source")),
)
SPELLS = Number(
    mark("days in which a second chest infection comes"),
    90,
    "days",
    our_choice(mark("three months")),
)
BETWEEN = Number(
    mark("days between two of them"),
    14,
    "days",
    our_choice(mark("so that one long infection is not counted twice")),
)
RETURNED = Says(
    title=mark("{what} again"),
    noticed=mark("You recorded {what}, and another one in the 90 days before."),
    worked_out=mark("At least two weeks lay between the two."),
)
LAST21 = Window("last21", THREE_WEEKS.value * LAST7.length - 1, 0)
TWELVE_OF_21 = Minimum(LAST21, 12)


def _watch(context: Context) -> Iterator[Track]:
    cough = lasting_signal(context, "cough")
    if cough.ever:
        share = SHARE_75.value
        weeks = [
            share_of_window(
                context, cough, LAST14, share=share, needed=EIGHT_OF_14.needed, tier=Tier.NEXT_VISIT
            ),
            share_of_window(
                context, cough, LAST21, share=share, needed=TWELVE_OF_21.needed, tier=Tier.SOON
            ),
        ]
        yield strongest_of("cough", weeks)
    infection = reported_signal(context, "chest_infection")
    if infection.ever:
        again = replace(infection, hits=_returned(infection))
        yield saying(once(context, again, Tier.SOON), RETURNED)


def _returned(signal: Signal) -> Flags:
    """Return the days of a spell that began soon after an earlier one had ended."""
    hits = np.zeros_like(signal.hits)
    days = np.flatnonzero(signal.hits)
    breaks = np.flatnonzero(np.diff(days) >= BETWEEN.value)
    for first in breaks + 1:
        if days[first] - days[first - 1] <= SPELLS.value:
            later = days[first:]
            spell = later[: np.argmax(np.append(np.diff(later) >= BETWEEN.value, [True])) + 1]
            hits[spell] = True
    return hits


RULE = Rule(
    id="W10",
    name=mark("cough"),
    tier=Tier.SOON,
    family=Family.BREATH,
    sentence=mark(
        "Speaks when a new cough lasts two weeks, sooner when it lasts three, or when chest "
        "infections return within 90 days."
    ),
    numbers=(
        NEW_LATELY,
        SHARE_75,
        THREE_WEEKS,
        SPELLS,
        BETWEEN,
        KNOWN_DAYS,
    ),
    sources=cited(Basis.CONVENTION, "L44"),
    variants=(Tier.NEXT_VISIT,),
    words=Words(
        title=mark("Lasting: {what}"),
        noticed=mark("You recorded {what} on {k} of the {n} days you recorded in these weeks."),
        worked_out=mark("It counts because {above}."),
        ordinary=MANY_ORDINARY,
        kept_quiet=QUIET_IF_FEWER,
    ),
    watch=_watch,
    also_needs=(Need(of=("cough",), minimums=(EIGHT_OF_14,)),),
)
