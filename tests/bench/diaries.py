"""Made-up diaries of many years to measure with: daily entries of an ordinary size, seeded."""

from __future__ import annotations

import datetime as dt
import json
import random
from itertools import chain, islice
from typing import TYPE_CHECKING

from diary.domain.diary import Diary
from diary.evaluation.cohort import COURSES, cohort
from diary.evaluation.trials import HABITS, USUAL_HABIT

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LAST_DAY = dt.date(2026, 3, 22)
TODAY = dt.date(2026, 3, 23)
PLACES = {"lower_back": 2.5, "knee": 1.8, "hip": 0.6}
ONE_PLACE = {"lower_back": 2.5}
FOUR_PLACES = PLACES | {"neck": 1.5}
SIX_PLACES = PLACES | {"neck": 1.5, "thigh": 2.0, "ribs": 1.2}
# The cohort of the evaluation as a file: its courses in turn, kept with its usual habit.
COHORT_SEED = 3


def long_diary(years: int, places: Mapping[str, float] = PLACES) -> Diary:
    """Return a diary of so many years that ends on :data:`LAST_DAY`, with nine days in ten.

    Args:
        years: how many.
        places: the places that hurt, and the mean of their scores.
    """
    chance = random.Random(years)
    entries = []
    for ago in range(round(365.25 * years), -1, -1):
        if ago and chance.random() < 0.1:
            continue
        day = LAST_DAY - dt.timedelta(days=ago)
        entries.append(
            {
                "date": day.isoformat(),
                "entered_at": f"{day}T19:30:00Z",
                "pains": _pains(chance, places),
                "signs": [],
                "symptoms": [{"symptom": "fatigue", "grade": 1}] if chance.random() < 0.2 else [],
                "medicines": [],
                "note": "An ordinary day, in a few words." if chance.random() < 0.2 else None,
            }
        )
    return Diary.model_validate_json(json.dumps({"entries": entries}))


def write_cohort(file: Path, persons: int) -> None:
    """Write a year of so many simulated people, one a line: the mix of the evaluation."""
    each = -(-persons // len(COURSES))
    courses = [cohort(COHORT_SEED, kind, each, HABITS[USUAL_HABIT]) for kind in COURSES]
    turns = chain.from_iterable(zip(*courses, strict=True))
    with file.open("w", encoding="utf-8") as lines:
        for simulated in islice(turns, persons):
            lines.write(simulated.diary.model_dump_json(by_alias=True) + "\n")


def _pains(chance: random.Random, places: Mapping[str, float]) -> list[dict[str, object]]:
    scores = {place: round(chance.gauss(level, 1.1)) for place, level in places.items()}
    return [
        {"region": place, "worst": min(score, 10), "night": "none"}
        for place, score in scores.items()
        if score > 0
    ]
