"""What the evaluation tries: seeds, people, habits, and which courses are kept with which habit."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.evaluation.books import FIRST_BOOK, MIXTURES, book
from diary.evaluation.cohort import COURSES, cohort
from diary.evaluation.measures import measure
from diary.evaluation.noise import Habit
from diary.rules.model import RULE_BOOK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from diary.evaluation.measures import Scores

# Tuning may look at the first seed only; what is quoted comes from the second.
TUNING_SEED, QUOTED_SEED = 1, 2
PERSONS = 100
# The first book is judged with the usual habit alone; a mixture of both where it matters most.
COMPARED = (
    "stable chronic pain",
    "stable chronic pain, with nights and painkillers",
    "acute strain",
    "aromatase-inhibitor joints",
    "bone ramp 30 d, without nights",
    "bone ramp 90 d, without nights",
    "bone ramp 90 d, with nights",
)
NOT_NEW_HABIT = "70 %, `new` answered no"
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
    NOT_NEW_HABIT: Habit(0.7, new="no"),
    "70 %, a usual level of 3 declared for every sign, and `new` yes": Habit(0.7, sign_usual=3),
}
USUAL_HABIT = "70 % recorded"
# Every course is kept with these; with the others only the courses where they matter.
WHOLE = ("90 % recorded", "70 % recorded", "50 % recorded")
TRIED = (
    "stable chronic pain",
    "stable tingling",
    "bone ramp 90 d, with nights",
    "cord compression",
)
# Habits under which an emergency sign must speak on its day all the same.
SIGN_HABITS = (
    "70 %, a fifth entered late",
    "70 %, `new` not answered",
    "70 %, `new` not sure",
    "70 %, in a quiet period",
    "70 %, a usual level of 3 declared for every sign, and `new` yes",
)
# Habits that change only what is said of new signs.
OF_SIGNS = tuple(HABITS)[-2:]
TRIED_OF_SIGNS = ("cord compression",)


@dataclass(frozen=True, slots=True)
class Cell:
    """One course kept with one habit, and the rule book that judges it."""

    kind: str
    habit: str
    seed: int
    persons: int
    book: str = RULE_BOOK


def cells(seed: int, persons: int) -> Iterator[Cell]:
    """Yield every cell that is tried, each of so many persons, first those of the book in use."""
    for habit in HABITS:
        for kind in kept_with(habit):
            yield Cell(kind, habit, seed, persons)
    for kind in COURSES:
        yield Cell(kind, USUAL_HABIT, seed, persons, FIRST_BOOK)
    for habit in SIGN_HABITS:
        yield Cell("cord compression", habit, seed, persons, FIRST_BOOK)
    for mixture in MIXTURES:
        for kind in COMPARED:
            yield Cell(kind, USUAL_HABIT, seed, persons, mixture)


def kept_with(habit: str) -> Iterable[str]:
    """Return the courses that are kept with a habit."""
    if habit in WHOLE:
        return COURSES
    return TRIED_OF_SIGNS if habit in OF_SIGNS else TRIED


def scores_of(cell: Cell) -> Scores:
    """Return the scores of one course kept with one habit."""
    people = cohort(cell.seed, cell.kind, cell.persons, HABITS[cell.habit])
    return measure(people, book(cell.book))


def scores_by_book(tried: Sequence[Cell]) -> dict[str, dict[str, dict[str, Scores]]]:
    """Return the scores of many cells by book, habit and course, judged on all cores. Slow."""
    with ProcessPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        results = zip(tried, pool.map(scores_of, tried), strict=True)
        table: dict[str, dict[str, dict[str, Scores]]] = {}
        for cell, scores in results:
            table.setdefault(cell.book, {}).setdefault(cell.habit, {})[cell.kind] = scores
    return table
