"""The evaluation as a page of the docs: what the rules do on the simulated cohort."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.evaluation.books import CHANGES, FIRST_BOOK
from diary.evaluation.goals import reached
from diary.evaluation.tables import (
    behaviour,
    bought,
    comparison,
    emergencies,
    false_alerts,
)
from diary.evaluation.trials import (
    COMPARED,
    PERSONS,
    QUOTED_SEED,
    TUNING_SEED,
    USUAL_HABIT,
    cells,
    scores_by_book,
)
from diary.rules.model import RULE_BOOK

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from diary.evaluation.measures import Scores

HEAD = """# Evaluation of rule book {version}

Made by `make evaluation`; do not edit it by hand. {persons} simulated people a row, each for 365
days, seed {seed}; rules may be tuned on seed {tuning} only.

**This tests arithmetic on assumed curves. It is not clinical sensitivity or specificity.** The
courses, their sources and what is assumed about them stand in `diary/evaluation/courses.py` and
`diary/evaluation/ramps.py`, noise and gaps in `diary/evaluation/noise.py`.
"""


def evaluation_page(seed: int = QUOTED_SEED, persons: int = PERSONS) -> str:
    """Return the page as Markdown. Slow: it simulates and judges some thousand years."""
    books = scores_by_book(tuple(cells(seed, persons)))
    head = HEAD.format(version=RULE_BOOK, persons=persons, seed=seed, tuning=TUNING_SEED)
    return "\n".join((head, *_two_books(books), *_sections(books)))


def _two_books(books: Mapping[str, Mapping[str, Mapping[str, Scores]]]) -> Iterator[str]:
    first, now = books[FIRST_BOOK], books[RULE_BOOK]
    yield f"## Rule book {FIRST_BOOK} and rule book {RULE_BOOK} ({USUAL_HABIT})"
    yield ""
    yield from reached({FIRST_BOOK: first, RULE_BOOK: now})
    yield ""
    yield f"### What was changed since {FIRST_BOOK}"
    yield ""
    for rule, why in CHANGES.items():
        yield f"- **{rule}** {why}"
    yield ""
    yield (
        "What each change bought: the book in use, the same with one rule as it was, and the first "
        "book. Alerts of tier soon or higher a person-year, and the median day of the first after "
        "the onset."
    )
    yield ""
    yield from bought({name: table[USUAL_HABIT] for name, table in books.items()}, COMPARED)
    yield ""
    yield f"### Every course with rule book {FIRST_BOOK} ({USUAL_HABIT})"
    yield ""
    yield from behaviour(first[USUAL_HABIT])
    yield ""


def _sections(books: Mapping[str, Mapping[str, Mapping[str, Scores]]]) -> Iterator[str]:
    scores = books[RULE_BOOK]
    yield f"## The rules beside simpler ways to warn ({USUAL_HABIT})"
    yield ""
    yield "Alerts a year, and the median day of the first after the onset."
    yield ""
    yield from comparison(scores[USUAL_HABIT])
    yield ""
    yield emergencies(scores.values())
    yield ""
    yield f"## False alerts by kind and tier ({USUAL_HABIT})"
    yield ""
    yield (
        "Alerts a person-year in the courses that have no onset, by kind and by the highest tier "
        "they reached. Alerts of one kind and place merge into one."
    )
    yield ""
    yield from false_alerts(scores[USUAL_HABIT])
    yield ""
    for habit, table in scores.items():
        yield f"## {habit}"
        yield ""
        yield from behaviour(table)
        yield ""
