"""E6: fever on treatment.

What it watches: fever while chemotherapy runs or shortly after, or with weak defences.
Why: an infection can then become serious within hours.
When it speaks: on the first entry with a fever or a temperature of 38.0 or more.
What it cannot know: the blood count.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diary.i18n import mark
from diary.rules.conditions.fever import fever_signals
from diary.rules.conditions.signals import once
from diary.rules.conditions.treatments import running_days
from diary.rules.evidence import Number, our_choice
from diary.rules.families import Family
from diary.rules.model import Tier
from diary.rules.rule import Rule, Words, cited
from diary.rules.shared_numbers import FEVER
from diary.rules.sources import Basis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context
    from diary.rules.track import Track

AFTER = Number(
    mark("days after the end of chemotherapy"),
    42,
    "days",
    our_choice(mark("two cycles of three weeks")),
)


def _watch(context: Context) -> Iterator[Track]:
    weak = running_days(context.record, "chemotherapy", AFTER.value)
    if context.profile.immunosuppressed is True:
        weak[:] = True
    for signal in fever_signals(context, FEVER.value):
        on_treatment = replace(signal, hits=signal.hits & weak)
        if on_treatment.ever:
            yield once(context, on_treatment, Tier.EMERGENCY)


RULE = Rule(
    id="E6",
    name=mark("fever on treatment"),
    tier=Tier.EMERGENCY,
    family=Family.FEVER,
    sentence=mark(
        "Speaks when you record a fever or 38.0 degrees or more during chemotherapy, within six "
        "weeks after it, or with weak defences. One entry is enough."
    ),
    numbers=(FEVER, AFTER),
    sources=cited(Basis.CONVENTION, "L21"),
    words=Words(
        title=mark("Fever while your defences may be low"),
        noticed=mark(
            "You recorded a fever during or soon after chemotherapy, or with weak defences."
        ),
        worked_out=mark("One entry is enough: a fever, or a temperature of 38.0 or more."),
        ordinary="",
        kept_quiet=mark(
            "It would have stayed quiet below 38.0 degrees, or without chemotherapy in the last "
            "six weeks and with full defences."
        ),
    ),
    watch=_watch,
)
