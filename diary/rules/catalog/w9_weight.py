"""W9: weight.

What it watches: weight that falls without being meant to.
Why: weight loss without a cause should be heard.
When it speaks: the last two weights at most 95 % of those two to six months ago, or 3 kg below
those of one to two months ago; without weights, a new report of losing weight.
What it cannot know: a diet does the same; note it as meant, and it stays quiet.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from diary.domain.windows import Window
from diary.i18n import mark
from diary.rules.conditions.signals import new_signal, once
from diary.rules.conditions.weight import (
    WeightNumbers,
    weighed_within,
    weight_track,
    weights_by_day,
)
from diary.rules.evidence import Number, Says, our_choice
from diary.rules.families import Family
from diary.rules.model import NOT_MET, Tier
from diary.rules.newness_numbers import KNOWN_DAYS
from diary.rules.rule import MANY_ORDINARY, Minimum, Need, Rule, Words
from diary.rules.track import saying

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context
    from diary.rules.track import Track

SHARE = Number(
    mark("share of the earlier weight at most"),
    0.95,
    "share",
    our_choice(mark("5 % in half a year; not yet checked against a source")),
)
KILOGRAMS = Number(
    mark("or this much less"), 3.0, "kg", our_choice(mark("not yet checked against a source"))
)
RECENT = Number(mark("weights on each side"), 2, "weights", our_choice(mark("one may be a slip")))
RECENT_DAYS = Number(
    mark("days that may hold the last two"), 14, "days", our_choice(mark("they belong together"))
)
LONG_FIRST = Number(
    mark("days back at most to a weight that the share is of"),
    180,
    "days",
    our_choice(mark("half a year")),
)
LONG_LAST = Number(
    mark("days back at least to a weight that the share is of"),
    60,
    "days",
    our_choice(mark("two months: a slow loss shows against an older weight")),
)
SHORT_FIRST = Number(
    mark("days back at most to a weight that the kilograms are taken from"),
    60,
    "days",
    our_choice(mark("two months: where the older weights begin")),
)
SHORT_LAST = Number(
    mark("days back at least to a weight that the kilograms are taken from"),
    21,
    "days",
    our_choice(mark("three weeks, so that it is not one of the last two weights")),
)
MEANT_DAYS = Number(
    mark("days for which a meant loss is noted"), 180, "days", our_choice(mark("half a year"))
)
CLOTHES = Says(
    title=mark("{heading}"),
    noticed=mark("You recorded that you are losing weight.{unsaid}"),
    worked_out=mark("There were too few weights to compare, so one entry is enough."),
)
LAST15 = Window("last15", RECENT_DAYS.value, 0)
DAYS_21_TO_60 = Window("days_21_to_60", SHORT_FIRST.value, SHORT_LAST.value)
DAYS_60_TO_180 = Window("days_60_to_180", LONG_FIRST.value, LONG_LAST.value)
NUMBERS = WeightNumbers(
    recent=RECENT.value,
    recent_days=LAST15.length,
    earlier=RECENT.value,
    share=SHARE.value,
    long_span=(DAYS_60_TO_180.last, DAYS_60_TO_180.first),
    kilograms=KILOGRAMS.value,
    short_span=(DAYS_21_TO_60.last, DAYS_21_TO_60.first),
)


def _watch(context: Context) -> Iterator[Track]:
    record = context.record
    on_purpose = np.zeros(record.size, dtype=np.bool_)
    for event in record.diary.events:
        if event.kind == "intended_weight_loss":
            first = record.index(event.date)
            on_purpose[max(0, first) : max(0, first + MEANT_DAYS.value + 1)] = True
    weight = weight_track(context, NUMBERS, on_purpose, Tier.SOON)
    yield weight
    told = new_signal(context, "weight_loss")
    # The clothes speak only where the scales could not.
    unweighed = weight.verdicts < NOT_MET
    signal = replace(told, hits=told.hits & unweighed & ~on_purpose)
    if signal.ever:
        yield saying(once(context, signal, Tier.NEXT_VISIT), CLOTHES)


RULE = Rule(
    id="W9",
    name=mark("weight"),
    tier=Tier.SOON,
    family=Family.WEIGHT,
    sentence=mark(
        "Speaks when your weight has fallen by 5 % in half a year or 3 kg in two months and "
        "this was not meant."
    ),
    numbers=(
        SHARE,
        KILOGRAMS,
        RECENT,
        RECENT_DAYS,
        LONG_FIRST,
        LONG_LAST,
        SHORT_FIRST,
        SHORT_LAST,
        MEANT_DAYS,
        KNOWN_DAYS,
    ),
    sources=(),
    variants=(Tier.NEXT_VISIT,),
    words=Words(
        title=mark("Weight has fallen"),
        noticed=mark("Your weight has fallen from {before} to {now} kg."),
        worked_out=mark(
            "The middle value of your last two weights is compared with that of earlier ones."
        ),
        ordinary=MANY_ORDINARY,
        kept_quiet=mark(
            "It would have stayed quiet with a smaller loss, or if you had noted that it is meant."
        ),
    ),
    watch=_watch,
    also_needs=tuple(
        Need(
            of=(None,),
            minimums=tuple(Minimum(window, RECENT.value) for window in windows),
            any_of=True,
            recorded=weights_by_day,
            counted=mark("with a weight"),
            concerns=partial(weighed_within, days=MEANT_DAYS.value),
        )
        for windows in ((LAST15,), (DAYS_21_TO_60, DAYS_60_TO_180))
    ),
)
