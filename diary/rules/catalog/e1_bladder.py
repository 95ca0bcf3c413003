"""E1: bladder, bowel or saddle feeling.

What it watches: signs of the nerves at the lower end of the cord.
Why: guidance asks for contact at once; these signs come late, so waiting is never right.
When it speaks: on the first entry in which one of them is new; pain is not needed.
What it cannot know: whether an infection, a medicine or an old trouble is behind it.
"""

from __future__ import annotations

from functools import partial

from diary.i18n import mark
from diary.rules.conditions.new_sign import new_sign
from diary.rules.families import Family
from diary.rules.groups import BLADDER_SIGNS
from diary.rules.model import Tier
from diary.rules.newness_numbers import KNOWN_DAYS
from diary.rules.rule import ONE_ENTRY, Cited, Rule, Words
from diary.rules.shared_numbers import NEW_WITHIN
from diary.rules.sources import SOURCES, Basis

RULE = Rule(
    id="E1",
    name=mark("bladder, bowel or feeling between the legs"),
    tier=Tier.EMERGENCY,
    family=Family.BLADDER,
    sentence=mark(
        "Speaks when you record a new or worse trouble with passing water, bowel control or "
        "feeling between the legs. One entry is enough."
    ),
    numbers=(
        NEW_WITHIN,
        KNOWN_DAYS,
    ),
    sources=(
        Cited(source=SOURCES["L01"], basis=Basis.GUIDELINE),
        Cited(source=SOURCES["L18"], basis=Basis.GUIDELINE),
        Cited(source=SOURCES["L18a"], basis=Basis.CONVENTION),
        Cited(source=SOURCES["L44b"], basis=Basis.CONVENTION),
        Cited(source=SOURCES["L02b"], basis=Basis.CONVENTION),
    ),
    words=Words(
        title=mark("{heading}"),
        noticed=mark("You recorded {newly}.{unsaid}"),
        worked_out=ONE_ENTRY,
        ordinary="",
        kept_quiet=mark(
            "It would have stayed quiet if you had answered that it is not new or worse."
        ),
    ),
    watch=partial(new_sign, signs=BLADDER_SIGNS, tier=Tier.EMERGENCY, yes_beats_usual=True),
)
