"""W1: two-week pain.

What it watches: pain at a bone or in the spine that stays.
Why: patient advice asks to report pain that lasts two weeks.
When it speaks: pain of 2 or more on three quarters of the recorded days of two weeks, that was
there two weeks ago and is not of old.
What it cannot know: unspecific by design, most ordinary acute back pain meets it. Falling pain
after a strain, and a mild ache of both limbs, speak a tier lower.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.places import PlaceClass
from diary.i18n import mark
from diary.rules.conditions.lasting import lasting
from diary.rules.families import Family
from diary.rules.model import Tier
from diary.rules.rule import Cited, Rule, Words
from diary.rules.sources import SOURCES, Basis
from diary.rules.two_week_test import ALL, MINIMUMS, NUMBERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context
    from diary.rules.track import Track

CLASSES = (PlaceClass.SPINE, PlaceClass.BONE)


def _watch(context: Context) -> Iterator[Track]:
    # Where bone is known to be affected, lasting pain is no news; other rules have lower limits.
    if context.bone_metastases:
        return iter(())
    return lasting(context, CLASSES, NUMBERS, MINIMUMS)


RULE = Rule(
    id="W1",
    tier=Tier.SOON,
    family=Family.PAIN,
    sentence=mark(
        "Speaks when pain of 2 or more at a bone or in the spine was there on three quarters of "
        "the days you recorded in two weeks, and is not of old. Not used where bone is known to "
        "be affected."
    ),
    numbers=ALL,
    sources=(
        Cited(source=SOURCES["L43"], basis=Basis.CONVENTION),
        Cited(source=SOURCES["L44"], basis=Basis.CONVENTION),
        Cited(source=SOURCES["L45"], basis=Basis.CONVENTION),
        Cited(source=SOURCES["L46"], basis=Basis.CONVENTION),
        Cited(source=SOURCES["L47b"], basis=Basis.GUIDELINE),
    ),
    classes=CLASSES,
    minimums=MINIMUMS,
    minimums_with_spread=(),
    variants=(Tier.NEXT_VISIT,),
    words=Words(
        title=mark("Pain in {where} for two weeks"),
        noticed=mark(
            "You recorded pain of {pain} or more in {where} on {k} of the {n} days you recorded "
            "in the last two weeks."
        ),
        worked_out=mark(
            "It was already there two weeks ago, and you had not recorded it as long-standing."
        ),
        ordinary=mark("Most pain of this kind has an ordinary cause."),
        kept_quiet=mark(
            "It would have stayed quiet with pain on fewer than three quarters of the days, or "
            "if the pain were usual for you and known to your team."
        ),
    ),
    watch=_watch,
)
