"""What a reader needs before the tables: the words, the sum, and how far chance reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.evaluation.measures import share_error
from diary.evaluation.tables import on_day, percent
from diary.evaluation.trials import NOT_NEW_HABIT, USUAL_HABIT
from diary.rules.model import Tier

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from diary.evaluation.measures import Scores

    Tables = Mapping[str, Mapping[str, Scores]]

RAMPS = ("bone ramp 90 d, with nights", "bone ramp 90 d, without nights")
CHRONIC = "stable chronic pain"
UNDECLARED_HABIT = "70 %, usual levels not declared"
CORD = "cord compression"

GLOSSARY = (
    ("emergency", "call now"),
    ("urgent", "today or tomorrow"),
    ("soon", "this week"),
    ("next visit", "on the list for the next visit; not counted in *soon or higher*"),
    (
        "bone ramp of 90 days",
        (
            "assumed pain of a bone or the spine that grows from the onset (day 60) for 90 days to "
            "6 to 8.5 of 10; *with nights*: it also wakes, more often the worse it is"
        ),
    ),
    ("70 % recorded", "days with an entry; the gaps come in runs, as in real diaries"),
    (
        "usual levels not declared",
        "the person did not tell the program which pain or tingling is long-standing",
    ),
    ("quiet period", "days she declared, in which *soon* and *next visit* are held back on screen"),
    ("`new`", "her answer to the question whether a sign is new or worse in the last 14 days"),
    ("repeats", "alerts of tier soon or higher beyond a person's first, per person"),
    ("seed", "the number the simulation starts from: the same seed gives the same diaries"),
    (
        "CUSUM (0.75, 6)",
        "a running sum of how far each score lies above her own mean less 0.75; it speaks at 6",
    ),
    ("±", "how far chance alone moves a figure in 95 of 100 draws of as many people"),
)


def glossary() -> Iterator[str]:
    """Yield what the words of the page mean."""
    yield "## What the words mean"
    yield ""
    for word, meaning in GLOSSARY:
        yield f"- **{word}**: {meaning}."
    yield ""


def summing_up(tables: Tables, persons: int) -> Iterator[str]:
    """Yield the sum of the page in sentences, each where its course was tried.

    ``persons`` is how many diaries each cell of the tables stands for.
    """
    yield "## In short"
    yield ""
    usual = tables[USUAL_HABIT]
    for kind in RAMPS:
        if kind in usual:
            yield _ramp(kind, usual[kind])
    for habit in (USUAL_HABIT, UNDECLARED_HABIT):
        if CHRONIC in tables.get(habit, {}):
            yield _chronic(habit, tables[habit][CHRONIC])
    if CORD in tables.get(NOT_NEW_HABIT, {}):
        yield _not_new(tables[NOT_NEW_HABIT][CORD])
    half, tenth = share_error(0.5, persons), share_error(0.1, persons)
    yield (
        f"- Chance: with {persons} people a row a share of 50 % is uncertain by ±{100 * half:.0f} "
        f"points, one of 10 % by ±{100 * tenth:.0f}. The rates carry their own ±, from how much "
        "the people of the row differ. What the assumed curves leave out is not in it."
    )
    yield ""


def _ramp(kind: str, scores: Scores) -> str:
    first, last = scores.median_between()
    return (
        f"- {kind} ({USUAL_HABIT}): the first alert of tier soon or higher comes at a median of "
        f"day {on_day(scores.median_delay())} after the onset (by chance between day "
        f"{on_day(first)} and {on_day(last)}); by day 60 for {percent(scores.share_by(60))}."
    )


def _chronic(habit: str, scores: Scores) -> str:
    return (
        f"- {CHRONIC} ({habit}): {scores.rate(Tier.SOON):.2f} ±{scores.rate_error():.2f} alerts a "
        f"person-year of tier soon or higher, and "
        f"{scores.rate(Tier.NEXT_VISIT, Tier.NEXT_VISIT):.2f} more for the next visit."
    )


def _not_new(scores: Scores) -> str:
    emergency, spoken = (n / scores.signed for n in (scores.same_day, scores.spoken_of))
    return (
        "- A sign of the nerves or the cord for which `new` is answered no raises no emergency "
        f"of its own, by design ({percent(emergency)} on that day): "
        "rule W17 then asks whether her team knows. "
        f"Some rule spoke of the sign on that day for {percent(spoken)}."
    )
