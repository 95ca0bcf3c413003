"""W15: tiredness, appetite.

What it watches: marked tiredness or poor appetite for four weeks.
Why: patient advice asks for it to be reported.
When it speaks: on three quarters of two fortnights in a row.
What it cannot know: unspecific, hence four weeks.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from diary.domain.windows import (
    LAST14,
    Window,
)
from diary.i18n import mark
from diary.rules.conditions.signals import (
    above_usual_signal,
    share_of_window,
)
from diary.rules.evidence import Number, our_choice
from diary.rules.families import Family
from diary.rules.model import Tier
from diary.rules.rule import MANY_ORDINARY, QUIET_IF_FEWER, Minimum, Need, Rule, Words, cited
from diary.rules.shared_numbers import (
    MARKED,
    SHARE_75,
)
from diary.rules.sources import Basis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context
    from diary.rules.track import Track

NEEDED = Number(
    mark("recorded days in each fortnight"), 8, "days", our_choice(mark("more than half"))
)
BEFORE14 = Window("before14", LAST14.first + LAST14.length, LAST14.length)


SYMPTOMS = ("fatigue", "appetite_loss")
MINIMUMS = (Minimum(LAST14, NEEDED.value), Minimum(BEFORE14, NEEDED.value))


def _watch(context: Context) -> Iterator[Track]:
    for symptom in SYMPTOMS:
        signal = above_usual_signal(context, symptom, least=MARKED.value)
        if not signal.ever:
            continue
        now, before = (
            share_of_window(
                context,
                signal,
                window,
                share=SHARE_75.value,
                needed=NEEDED.value,
                tier=Tier.SOON,
            )
            for window in (LAST14, BEFORE14)
        )
        yield replace(now, verdicts=np.minimum(now.verdicts, before.verdicts))


RULE = Rule(
    id="W15",
    name=mark("tiredness or appetite for four weeks"),
    tier=Tier.SOON,
    family=Family.ENERGY,
    sentence=mark(
        "Speaks when tiredness or poor appetite that interferes was there on three quarters "
        "of the days you recorded in four weeks."
    ),
    numbers=(
        MARKED,
        SHARE_75,
        NEEDED,
    ),
    sources=cited(Basis.CONVENTION, "L44") + cited(Basis.STUDY, "L52"),
    words=Words(
        title=mark("{what} for four weeks"),
        noticed=mark(
            "You recorded {what} that interferes on {k} of the {n} days you recorded in the "
            "last two weeks, and as often in the two before."
        ),
        worked_out=mark("It counts because {above}."),
        ordinary=MANY_ORDINARY,
        kept_quiet=QUIET_IF_FEWER,
    ),
    watch=_watch,
    also_needs=(Need(of=SYMPTOMS, minimums=MINIMUMS),),
)
