#!/usr/bin/env python3
"""Writes resources/sample/sample-diary.json: the made-up diary that ``daymark --demo`` opens.

Nobody's days are in it. The person, her numbers and every score come from the tables below and
from a seeded generator, so that a second run writes the same file. The story is told in
:data:`COURSES` and the tables after it: an old ache of the knee and the lower back that her team
knows, a strained shoulder that heals, days away from home, a cold, a new tablet with sore and
stiff hands some weeks later, then a lower back that gets worse little by little over the last
weeks and wakes her in the last two.

    .venv/bin/python installer/make_sample.py
"""

from __future__ import annotations

import datetime as dt
import itertools
import json
import random
from pathlib import Path
from typing import Any

from diary.domain.diary import Diary

OUT = Path(__file__).resolve().parent.parent / "resources" / "sample" / "sample-diary.json"
FIRST, LAST = dt.date(2025, 12, 1), dt.date(2026, 3, 22)
SEED = 1955
ONE_DAY = dt.timedelta(days=1)

Fields = dict[str, Any]


def day(text: str) -> dt.date:
    """Return a day of the diary, which runs over the turn of the year, from "12-24" or "03-01"."""
    return dt.date.fromisoformat(("2025-" if text.startswith("12") else "2026-") + text)


def days(*texts: str) -> set[dt.date]:
    """Return these days; "12-24/12-29" stands for all days from the first to the last."""
    found = set()
    for text in texts:
        first, _, last = text.partition("/")
        start, end = day(first), day(last or first)
        found |= {start + ONE_DAY * n for n in range((end - start).days + 1)}
    return found


USUAL_LEVEL = 2
PROFILE: Fields = {
    "name": "A. Sample (made up)",
    "birth_year": 1961,
    "cancer": "breast",
    "diagnosed_on": "2020-07-14",
    "bone_metastases": False,
    "immunosuppressed": False,
    "usual": [
        {
            "of": "lower_back",
            "level": USUAL_LEVEL,
            "since": "2018-04-01",
            "confirmed_on": "2026-01-05",
        },
        {"of": "knee", "level": USUAL_LEVEL, "since": "2016-09-01", "confirmed_on": "2026-01-05"},
    ],
    # Numbers of the range that is kept for stories and never given to anyone.
    "contacts": [
        {
            "name": "Cancer line (made up)",
            "phone": "01632 960 001",
            "hours": "24 h",
            "for": "emergency",
        },
        {
            "name": "Breast care nurse (made up)",
            "phone": "01632 960 002",
            "hours": "Mon to Fri, 9 to 17 h",
            "for": "questions",
        },
    ],
}
TREATMENTS: list[Fields] = [
    {"kind": "surgery", "name": "lumpectomy", "start": "2020-08-19", "end": "2020-08-19"},
    {"kind": "radiotherapy", "start": "2020-10-05", "end": "2020-10-23"},
    {"kind": "tamoxifen", "name": "tamoxifen", "start": "2020-11-16", "end": "2026-01-04"},
    {"kind": "aromatase_inhibitor", "name": "letrozole", "start": "2026-01-05"},
]
EVENTS: list[Fields] = [
    {
        "date": "2026-01-05",
        "kind": "appointment",
        "title": "Oncology visit",
        "note": "New tablet from today. Next visit in spring.",
    },
    {"date": "2026-03-31", "kind": "appointment", "title": "Oncology visit"},
]
QUIET_PERIODS: list[Fields] = [
    {"start": "2025-12-22", "end": "2026-01-01", "reason": "at my sister's"}
]
# What she did about what the program noticed; a test compares the days with the rules' own.
ALERT_ACTIONS: list[Fields] = [
    {
        "rule": "W1",
        "place": "shoulder_upper_arm",
        "raised_on": "2025-12-19",
        "action": "discussed",
        "on": "2026-01-05",
        "with": "oncology clinic",
        "note": "Strained it. Tell them if it is not gone by spring.",
    },
    {
        "rule": "W3",
        "place": "lower_back",
        "raised_on": "2026-03-07",
        "action": "on_visit_list",
        "on": "2026-03-09",
    },
]

# The level around which the worst pain of a day lies, with straight lines between the days named.
COURSES: dict[str, list[tuple[str, float]]] = {
    "lower_back": [("12-01", 2.1), ("02-10", 2.2), ("03-01", 3.6), ("03-13", 4.8), ("03-22", 6.1)],
    "knee": [("12-01", 2.3), ("03-22", 2.3)],
    "shoulder_upper_arm": [
        ("12-01", -9),
        ("12-06", -9),
        ("12-07", 4.4),
        ("12-23", 3.0),
        ("01-10", 0.2),
        ("01-20", -9),
        ("03-22", -9),
    ],
    "hand_wrist_fingers": [("12-01", -9), ("01-27", -0.4), ("02-12", 2.4), ("03-22", 2.8)],
}
# How far, at most, a day lies from the course of its place.
NOISE = 2.2
FLARES = {("knee", "12-04"): 1, ("knee", "02-08"): 2}
SIDES = {"knee": "right", "shoulder_upper_arm": "left", "hand_wrist_fingers": "both"}

NOT_RECORDED = days("12-24/12-29", "12-09", "01-07", "01-23", "02-05/02-07", "02-19", "03-05")
NO_PAIN_AT_ALL = days("12-02", "01-02")
PAINS_NOT_ANSWERED = days("12-20", "02-14")
SIGNS_NOT_ANSWERED = days("12-05", "12-20", "12-31", "01-18", "02-14", "02-27", "03-08")
SYMPTOMS_NOT_ANSWERED = days("12-05", "12-15", "12-20", "01-28", "02-14", "03-02")
FILLED_IN_LATER = {"12-30": 5, "12-31": 4, "02-20": 5, "02-21": 4, "03-03": 4}
COPIED = days("02-26")

COLD = days("01-10/01-17")
TIRED = {"01-10": 1, "01-11": 2, "01-12": 2, "01-13": 2, "01-14": 1, "01-15": 1, "03-12": 1}
TIRED |= {"03-15": 1, "03-18": 1, "03-20": 1, "03-21": 1}
TEMPERATURE = {"01-11": 37.6, "01-12": 37.8, "01-13": 37.5, "01-14": 36.9}
STIFF_HANDS_FROM = day("01-31")
SHARE_OF_STIFF_DAYS = 0.7
NIGHTS = {"01-11": "felt", "03-07": "felt", "03-09": "felt", "03-11": "woke_me"}
NIGHTS |= {"03-13": "felt", "03-15": "woke_me", "03-16": "felt", "03-18": "woke_me"}
NIGHTS |= {"03-19": "felt", "03-20": "woke_me", "03-22": "woke_me"}
PARACETAMOL = {"12-08": 1, "01-11": 2, "01-12": 2, "02-16": 1, "03-07": 1, "03-14": 1}
PARACETAMOL |= {"03-16": 2, "03-18": 1, "03-20": 2, "03-21": 2}
WEIGHT = {"12-01": 68.4, "12-15": 68.2, "01-05": 68.9, "01-19": 68.3, "02-02": 68.5}
WEIGHT |= {"02-16": 68.4, "03-02": 68.1, "03-16": 68.2}
COULD_DO = {
    "12-06": "Walked to the market and back.",
    "02-22": "An hour in the garden.",
    "03-11": "The shopping, with a rest half way.",
}
NOTES = {
    "12-02": "A good day. Baked with my neighbour.",
    "12-04": "Knee as usual after the long walk by the river.",
    "12-07": "Reached for the top shelf and felt it in my left shoulder.",
    "12-30": "Back home. No notes for the days away.",
    "01-05": "Told them about my shoulder. Started the new tablet today.",
    "01-10": "A cold is coming.",
    "01-16": "Still coughing a little, more energy.",
    "01-31": "Hands stiff in the morning, better after warm water.",
    "02-14": "Visitors all day, only writing down that I took my tablet.",
    "02-18": "Hands need a few minutes before I can open a jar.",
    "03-04": "My back is there more often than it used to be.",
    "03-11": "My back woke me about four. Got up and walked around a little.",
    "03-20": "Third bad night this week. Want to ask about it at the visit.",
    "03-22": "Slept badly again.",
}


def level(course: list[tuple[str, float]], on: dt.date) -> float:
    """Return the height of a course on a day."""
    knots = [(day(text), height) for text, height in course]
    for (start, low), (end, high) in itertools.pairwise(knots):
        if start <= on <= end:
            return low + (high - low) * ((on - start) / (end - start))
    raise ValueError(on)


def back_details(on: dt.date, worst: int) -> Fields:
    """Return what she says about her lower back beside the score; more when it is new to her."""
    key = f"{on:%m-%d}"
    fields: Fields = {"night": NIGHTS.get(key, "none")}
    if on < day("02-20"):
        return fields | ({"worse_with": ["lifting"]} if worst > USUAL_LEVEL else {})
    fields |= {"pattern": "comes_and_goes", "quality": ["dull"], "trigger": "none_known"}
    fields |= {"onset": "gradual", "started_on": "2026-02-12"}
    if on < day("03-09"):
        return fields | {"worse_with": ["sitting", "lifting"], "better_with": ["heat_cold"]}
    fields |= {"timing": ["night", "early_morning"], "worse_with": ["resting"]}
    fields |= {"better_with": ["movement"]}
    return fields | ({"relief": "little"} if key in PARACETAMOL else {})


def pains(on: dt.date, chance: random.Random) -> list[Fields]:
    """Return the pains of a day: every place whose course, with some noise, is above zero."""
    found: list[Fields] = []
    for region, course in COURSES.items():
        noise = NOISE * (chance.random() + chance.random() - 1)
        flare = FLARES.get((region, f"{on:%m-%d}"), 0)
        worst = round(level(course, on) + noise) + flare
        if worst < 1 or on in NO_PAIN_AT_ALL:
            continue
        pain: Fields = {"region": region, "worst": worst}
        if region in SIDES:
            pain["side"] = SIDES[region]
        if region == "lower_back":
            pain |= back_details(on, worst)
        if region == "shoulder_upper_arm":
            pain |= {"trigger": "strain", "onset": "sudden", "worse_with": ["lifting"]}
        if region == "hand_wrist_fingers":
            pain |= {"timing": ["early_morning"], "better_with": ["movement"]}
        found.append(pain)
    return found


def signs(on: dt.date, chance: random.Random) -> list[Fields]:
    """Return the nerve signs of a day: none, and from February on most days stiff hands."""
    if on < STIFF_HANDS_FROM or chance.random() > SHARE_OF_STIFF_DAYS:
        return []
    new = "yes" if on < STIFF_HANDS_FROM + 14 * ONE_DAY else "no"
    return [{"sign": "hand_stiffness", "side": "both", "grade": 1, "new": new}]


def symptoms(on: dt.date) -> list[Fields]:
    """Return the other symptoms of a day."""
    found: list[Fields] = []
    if on in COLD:
        grade = 2 if on < day("01-14") else 1
        found.append({"symptom": "cough", "grade": grade, "new": "yes"})
    if grade_of_tired := TIRED.get(f"{on:%m-%d}"):
        found.append({"symptom": "fatigue", "grade": grade_of_tired, "new": "no"})
    return found


def medicines(on: dt.date) -> list[Fields]:
    """Return the painkillers of a day."""
    doses = PARACETAMOL.get(f"{on:%m-%d}")
    if doses is None:
        return []
    relief = "little" if on >= day("03-09") else "some"
    return [{"name": "paracetamol", "kind": "paracetamol", "doses": doses, "relief": relief}]


def function(on: dt.date) -> Fields:
    """Return how far the days were held back: asked only in the cold and in the last weeks."""
    if on in COLD:
        return {"sleep": 1, "daily_tasks": 1}
    if on < day("03-02"):
        return {}
    if on < day("03-09"):
        return {"sleep": 0, "walking": 0, "daily_tasks": 1}
    bad_night = NIGHTS.get(f"{on:%m-%d}") == "woke_me"
    return {"sleep": 2 if bad_night else 1, "walking": 1, "daily_tasks": 1}


def entry(on: dt.date, chance: random.Random) -> Fields:
    """Return the entry of a day; what is not in it was not answered."""
    key = f"{on:%m-%d}"
    saved_on = on + ONE_DAY * FILLED_IN_LATER.get(key, 0)
    minute = int(chance.random() * 150)
    made: Fields = {
        "date": on.isoformat(),
        "entered_at": f"{saved_on}T{18 + minute // 60:02}:{minute % 60:02}:00Z",
    }
    # Drawn on every day, answered or not, so that a change of one table moves no other day.
    of_the_day = pains(on, chance), signs(on, chance)
    if on not in PAINS_NOT_ANSWERED:
        made["pains"] = of_the_day[0]
    if on not in SIGNS_NOT_ANSWERED:
        made["signs"] = of_the_day[1]
    if on not in SYMPTOMS_NOT_ANSWERED:
        made["symptoms"] = symptoms(on)
    if on not in PAINS_NOT_ANSWERED | SIGNS_NOT_ANSWERED:
        made["medicines"] = medicines(on)
    made |= function(on)
    tables: dict[str, dict[str, Any]] = {
        "weight_kg": WEIGHT,
        "temperature_c": TEMPERATURE,
        "could_do": COULD_DO,
        "note": NOTES,
    }
    made |= {field: table[key] for field, table in tables.items() if key in table}
    return made


def entries() -> list[Fields]:
    """Return all recorded days."""
    chance = random.Random(SEED)  # noqa: S311  # noise for a made-up person, no secret
    made: list[Fields] = []
    for number in range((LAST - FIRST).days + 1):
        on = FIRST + ONE_DAY * number
        today = entry(on, chance)
        if on in COPIED:
            answers = {name: made[-1][name] for name in ("pains", "signs", "symptoms")}
            today |= answers | {"copied_from": made[-1]["date"]}
        if on not in NOT_RECORDED:
            made.append(today)
    return made


def sample_text() -> str:
    """Return the sample as it stands in the file: one line an item, so that changes can be read."""
    parts: dict[str, Any] = {"format": "daymark-diary", "version": 1, "profile": PROFILE}
    parts |= {"treatments": TREATMENTS, "events": EVENTS, "quiet_periods": QUIET_PERIODS}
    parts |= {"entries": entries(), "alert_actions": ALERT_ACTIONS}
    lines = []
    for name, value in parts.items():
        text = json.dumps(value)
        if isinstance(value, list) and value:
            text = "[\n  " + ",\n  ".join(json.dumps(item) for item in value) + "\n ]"
        lines.append(f' "{name}": {text}')
    text = "{\n" + ",\n".join(lines) + "\n}\n"
    Diary.model_validate_json(text)
    return text


if __name__ == "__main__":
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(sample_text(), encoding="utf-8")
