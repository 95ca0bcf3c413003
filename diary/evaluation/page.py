"""The evaluation as a page of the docs: what the rules do on the simulated cohort."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.evaluation.tables import behaviour, comparison, emergencies, false_alerts
from diary.evaluation.trials import (
    PERSONS,
    QUOTED_SEED,
    TUNING_SEED,
    USUAL_HABIT,
    cells,
    scores_by_habit,
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
    scores = scores_by_habit(tuple(cells(seed, persons)))
    head = HEAD.format(version=RULE_BOOK, persons=persons, seed=seed, tuning=TUNING_SEED)
    return "\n".join((head, *_sections(scores)))


def _sections(scores: Mapping[str, Mapping[str, Scores]]) -> Iterator[str]:
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
