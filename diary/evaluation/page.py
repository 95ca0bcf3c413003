"""The evaluation as a page of the docs: what the rules do on the simulated cohort."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.evaluation.cohort import COURSES, cohort
from diary.evaluation.comparators import COMPARATORS
from diary.evaluation.measures import Scores, measure
from diary.evaluation.noise import Habit
from diary.evaluation.person import DAYS
from diary.rules.model import RULE_BOOK, Tier

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# Tuning may look at the first seed only; what is quoted comes from the second.
TUNING_SEED, QUOTED_SEED = 1, 2
PERSONS = 100
# The habits beside the usual one are tried on the courses where they matter.
TRIED = (
    "stable chronic pain",
    "stable tingling",
    "bone ramp 90 d, with nights",
    "cord compression",
)
WHOLE = ("90 % recorded", "70 % recorded", "50 % recorded")
HABITS: dict[str, Habit] = {
    "90 % recorded": Habit(0.9, new="mixed"),
    "70 % recorded": Habit(0.7, new="mixed"),
    "50 % recorded": Habit(0.5, new="mixed"),
    "70 %, bad days missed more often": Habit(0.7, new="mixed", informative=True),
    "70 %, some stop": Habit(0.7, new="mixed", dropout=True),
    "70 %, a fifth entered late": Habit(0.7, new="mixed", late=0.2),
    "70 %, usual levels not declared": Habit(0.7, new="mixed", declared=False),
    "70 %, `new` not answered": Habit(0.7, new=None),
    "70 %, `new` not sure": Habit(0.7, new="not_sure"),
    "70 %, in a quiet period": Habit(0.7, new="mixed", quiet=True),
}
USUAL_HABIT = "70 % recorded"

HEAD = """# Evaluation of rule book {version}

Made by `make evaluation`; do not edit it by hand. {persons} simulated people a row, each for 365
days, seed {seed}; rules may be tuned on seed {tuning} only.

**This tests arithmetic on assumed curves. It is not clinical sensitivity or specificity.** The
courses, their sources and what is assumed about them stand in `diary/evaluation/cohort.py`, noise
and gaps in `diary/evaluation/noise.py`.
"""


@dataclass(frozen=True, slots=True)
class Cell:
    """One course kept with one habit."""

    kind: str
    habit: str
    seed: int
    persons: int


def scores_of(cell: Cell) -> Scores:
    """Return the scores of one course kept with one habit."""
    return measure(cohort(cell.seed, cell.kind, cell.persons, HABITS[cell.habit]))


def evaluation_page(seed: int = QUOTED_SEED, persons: int = PERSONS) -> str:
    """Return the page as Markdown. Slow: it simulates and judges some thousand years."""
    cells = [
        Cell(kind, habit, seed, persons)
        for habit in HABITS
        for kind in (COURSES if habit in WHOLE else TRIED)
    ]
    with ProcessPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        results = dict(zip(cells, pool.map(scores_of, cells), strict=True))
    tables = {
        habit: {cell.kind: scores for cell, scores in results.items() if cell.habit == habit}
        for habit in HABITS
    }
    lines = [
        HEAD.format(version=RULE_BOOK, persons=persons, seed=seed, tuning=TUNING_SEED),
        *_comparison(tables[USUAL_HABIT]),
    ]
    for habit, table in tables.items():
        lines += [f"## {habit}", "", *_table(table), ""]
    return "\n".join(lines)


def _table(table: Mapping[str, Scores]) -> Iterator[str]:
    yield (
        "| course | soon or higher, a year | urgent, a year | emergency, a year | repeats a person "
        "| people urgent or higher | first alert, median day | by day 60 | emergency on the day "
        "of the sign |"
    )
    yield "|---|---|---|---|---|---|---|---|---|"
    for kind, scores in table.items():
        cells = (
            kind,
            f"{scores.rate(Tier.SOON):.2f}",
            f"{scores.rate(Tier.URGENT, Tier.URGENT):.2f}",
            f"{scores.rate(Tier.EMERGENCY):.2f}",
            f"{scores.repeats / max(1, scores.persons):.1f}",
            _percent(scores.persons_urgent / max(1, scores.persons)),
            _day(scores.median_delay()),
            _percent(scores.share_by(60)),
            _percent(scores.same_day / scores.signed if scores.signed else None),
        )
        yield f"| {' | '.join(cells)} |"


def _comparison(table: Mapping[str, Scores]) -> Iterator[str]:
    yield "## The rules beside simpler ways to warn (70 % recorded)"
    yield ""
    yield "Alerts a year, and the median day of the first after the onset."
    yield ""
    yield f"| course | the rules | {' | '.join(COMPARATORS)} |"
    yield f"|---|---|{'---|' * len(COMPARATORS)}"
    for kind, scores in table.items():
        cells = [_both(scores.rate(Tier.SOON), scores.median_delay())]
        for name in COMPARATORS:
            delays = scores.compared_delays.get(name)
            middle = sorted(delays)[len(delays) // 2] if delays else None
            cells.append(_both(scores.compared[name] / max(scores.years, 1.0), middle))
        yield f"| {kind} | {' | '.join(cells)} |"
    yield ""


def _both(rate: float, delay: float | None) -> str:
    return f"{rate:.2f}" if delay is None else f"{rate:.2f}, day {_day(delay)}"


def _percent(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.0f} %"


def _day(day: float | None) -> str:
    if day is None:
        return ""
    # Where half were never told, the median lies between a day and never.
    return "never" if day > DAYS else f"{day:.0f}"
