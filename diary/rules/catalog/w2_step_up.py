"""W2: a step up from the own baseline.

What it watches: weekly means against the own baseline of eight weeks.
Why: studies call 2 points a change that matters.
When it speaks: the last two weeks each 2 above the baseline, the last at 3 or more.
What it cannot know: below a baseline of 1 the pain is new, and W1 decides.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diary.domain.places import PlaceClass
from diary.domain.windows import BASE56, LAST7, PRIOR7, means
from diary.i18n import mark
from diary.rules.conditions.shapes import reaches
from diary.rules.conditions.step import StepNumbers, step_up
from diary.rules.evidence import Number, because, our_choice
from diary.rules.families import Family
from diary.rules.model import NOT_MET, Tier
from diary.rules.rule import Cited, Minimum, Rule, Words
from diary.rules.shared_numbers import BASE_WEEKS
from diary.rules.sources import SOURCES, Basis
from diary.rules.step_numbers import BASE, RISE, WEEK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.rules.context import Context
    from diary.rules.track import Track

RISE_BEFORE = Number(
    mark("rise of the week before of at least"),
    2,
    "points",
    our_choice(
        mark("the same as of the last week: one week alone is often a flare"), SOURCES["L23"]
    ),
)
HIGH_BASE = Number(
    mark("mean of the own baseline from which a rise of 1 with more painkillers is enough"),
    7,
    "points",
    because(SOURCES["L19"], Basis.STUDY, mark("severe pain has little room to rise")),
)
SMALL_RISE = Number(
    mark("rise that is then enough"), 1, "points", our_choice(mark("half of the usual rise"))
)
CLASSES = (PlaceClass.SPINE, PlaceClass.BONE)
READS = ("W6",)
MINIMUMS = (Minimum(LAST7, 3), Minimum(PRIOR7, 3), Minimum(BASE56, 10))
NUMBERS = StepNumbers(BASE56, BASE.value, RISE.value, RISE_BEFORE.value, WEEK.value)


def watch(
    context: Context, numbers: StepNumbers = NUMBERS, minimums: tuple[Minimum, ...] = MINIMUMS
) -> Iterator[Track]:
    """Yield a track for each reported place; an evaluation may try other numbers.

    Args:
        context: the diary and what is known of it.
        numbers: how far above the baseline.
        minimums: recorded days each window needs.
    """
    for track in step_up(context, CLASSES, numbers, minimums, Tier.SOON):
        place = str(track.place)
        scores = context.scores(place)
        base = means(scores, numbers.baseline)
        rise = means(scores, LAST7) - base
        with_painkillers = (
            (base >= HIGH_BASE.value)
            & reaches(rise, SMALL_RISE.value)
            & context.true_days("W6", place)
            & (track.verdicts == NOT_MET)
        )
        verdicts = track.verdicts.copy()
        verdicts[with_painkillers] = Tier.SOON
        yield replace(track, verdicts=verdicts)


RULE = Rule(
    id="W2",
    name=mark("a step up from the own weeks before"),
    tier=Tier.SOON,
    family=Family.PAIN,
    sentence=mark(
        "Speaks when pain at a bone or in the spine is 3 or more on average this week, and each of "
        "the last two weeks was 2 points or more above the eight weeks before them; from pain of 7 "
        "on, 1 point with more painkillers is enough."
    ),
    numbers=(BASE_WEEKS, BASE, RISE, RISE_BEFORE, WEEK, HIGH_BASE, SMALL_RISE),
    sources=(
        Cited(source=SOURCES["L50"], basis=Basis.STUDY),
        Cited(source=SOURCES["L51"], basis=Basis.STUDY),
        Cited(source=SOURCES["L53"], basis=Basis.STUDY),
        Cited(source=SOURCES["L54"], basis=Basis.STUDY),
        Cited(source=SOURCES["L37"], basis=Basis.STUDY),
    ),
    classes=CLASSES,
    minimums=MINIMUMS,
    words=Words(
        title=mark("Pain in {where} has gone up"),
        noticed=mark(
            "Pain in {where} was {week} on average on the {n} days you recorded this week."
        ),
        worked_out=mark(
            "The week before it was {prior}, and {base} on the {n_base} days you recorded in the "
            "eight weeks before that."
        ),
        ordinary=mark("Most pain of this kind has an ordinary cause."),
        kept_quiet=mark(
            "It would have stayed quiet with a rise of less than 2 points, or of less than 1 from "
            "severe pain with more painkillers, or with a rise in one of the two weeks only."
        ),
    ),
    watch=watch,
    reads=READS,
)
