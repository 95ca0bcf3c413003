"""E2: weakness or trouble walking.

What it watches: weak legs or arms, heavy legs, trouble walking.
Why: guidance asks for contact at once; how someone walks before treatment decides how she walks
after it.
When it speaks: on the first entry in which one of them is new; pain is not needed.
What it cannot know: whether nerve damage by an earlier treatment is behind it; a usual level
says so.
"""

from __future__ import annotations

from functools import partial

from diary.i18n import mark
from diary.rules.conditions.new_sign import new_sign
from diary.rules.families import Family
from diary.rules.groups import WEAKNESS_SIGNS
from diary.rules.model import Tier
from diary.rules.newness_numbers import KNOWN_DAYS
from diary.rules.rule import ONE_ENTRY, Cited, Rule, Words
from diary.rules.shared_numbers import NEW_WITHIN
from diary.rules.sources import SOURCES, Basis

RULE = Rule(
    id="E2",
    name=mark("weakness or trouble walking"),
    tier=Tier.EMERGENCY,
    family=Family.WEAKNESS,
    sentence=mark(
        "Speaks when you record new or worse weakness of legs or arms, heavy legs, or trouble "
        "walking. One entry is enough."
    ),
    numbers=(
        NEW_WITHIN,
        KNOWN_DAYS,
    ),
    sources=(
        Cited(source=SOURCES["L01"], basis=Basis.GUIDELINE),
        Cited(source=SOURCES["L02"], basis=Basis.CONVENTION),
        Cited(source=SOURCES["L03"], basis=Basis.CONVENTION),
        Cited(source=SOURCES["L04"], basis=Basis.CONVENTION),
        Cited(source=SOURCES["L06c"], basis=Basis.STUDY),
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
    watch=partial(new_sign, signs=WEAKNESS_SIGNS, tier=Tier.EMERGENCY, yes_beats_usual=True),
)
