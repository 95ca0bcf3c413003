"""Made-up diaries of many years to measure with: daily entries of an ordinary size, seeded."""

from __future__ import annotations

import datetime as dt
import json
import random

from diary.domain.diary import Diary

LAST_DAY = dt.date(2026, 3, 22)
PLACES = {"lower_back": 2.5, "knee": 1.8, "hip": 0.6}


def long_diary(years: int) -> Diary:
    """Return a diary of so many years that ends on :data:`LAST_DAY`, with nine days in ten."""
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
                "pains": _pains(chance),
                "signs": [],
                "symptoms": [{"symptom": "fatigue", "grade": 1}] if chance.random() < 0.2 else [],
                "medicines": [],
                "note": "An ordinary day, in a few words." if chance.random() < 0.2 else None,
            }
        )
    return Diary.model_validate_json(json.dumps({"entries": entries}))


def _pains(chance: random.Random) -> list[dict[str, object]]:
    scores = {place: round(chance.gauss(level, 1.1)) for place, level in PLACES.items()}
    return [
        {"region": place, "worst": min(score, 10), "night": "none"}
        for place, score in scores.items()
        if score > 0
    ]
