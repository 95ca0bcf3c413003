"""The seeded cohort: courses of the rule book, section 6.2, with the anchors of their numbers.

Each course is a function from a random generator to a :class:`Person`; ``COURSES`` names them.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from diary.domain.care import Treatment, UsualLevel
from diary.domain.entry import SignReport, SymptomReport
from diary.evaluation.noise import scores
from diary.evaluation.person import DAYS, Person, date_of, written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from diary.domain.series import Floats
    from diary.evaluation.noise import Habit
    from diary.evaluation.person import Simulated

ONSET = 60
CHRONIC_FLARES, PAIN_FREE_FLARES, OTHER_FLARES = 2.0, 0.5, 1.0
BACK = "lower_back"
# Shares: of people whose joint pain has a large joint too (Mao 2009, about); of days with lasting
# tingling and of its worse days (assumed); of ramps with dips of a day or two (our choice).
ALSO_HIP, TINGLES, WORSE_DAY, DIPS = 0.3, 0.9, 0.05, 0.4


def _flat(level: float) -> Floats:
    return np.full(DAYS, level)


def _free(rng: np.random.Generator) -> Floats:
    return scores(rng, _flat(-1.0), PAIN_FREE_FLARES, sd=0.8)


def _usual(of: str, level: float) -> UsualLevel:
    return UsualLevel(of=of, level=int(level))


def stable_chronic(rng: np.random.Generator) -> Person:
    """Stable pain of 2 to 6, its usual level known (stable fortnights: Wesolowicz 2021)."""
    level = rng.uniform(2, 6)
    person = Person("stable chronic pain", {BACK: scores(rng, _flat(level), CHRONIC_FLARES)})
    person.usual.append(_usual(BACK, round(level)))
    return person


def pain_free_with_colds(rng: np.random.Generator) -> Person:
    """No pain but short colds with cough, tiredness, fever and aches."""
    person = Person("pain-free with colds", {BACK: _free(rng)})
    aches = np.zeros(DAYS)
    for start in rng.integers(0, DAYS - 10, size=3).tolist():
        for day in range(start, start + int(rng.integers(4, 10))):
            person.symptoms[day] = [
                SymptomReport(symptom="cough", grade=1, new="yes"),
                SymptomReport(symptom="fatigue", grade=2, new="yes"),
            ]
            if day < start + 2:
                person.symptoms[day].append(SymptomReport(symptom="fever", grade=1, new="yes"))
                aches[day] = 3
    person.pains["all_over"] = aches
    return person


def acute_strain(rng: np.random.Generator) -> Person:
    """Acute back pain that decays (Henschke 2008: pain-free at 58 days; Kongsted 2009)."""
    height, decay = rng.normal(5.6, 1.2), rng.lognormal(np.log(45), 0.6)
    days = np.arange(DAYS) - ONSET
    mean = np.where(days < 0, -1.0, height * np.exp(-np.maximum(days, 0) / decay) - 0.3)
    person = Person("acute strain", {BACK: scores(rng, mean, OTHER_FLARES)})
    for day in range(ONSET, ONSET + 7):
        person.features[BACK, day] = {"trigger": "strain", "onset": "sudden"}
    return person


def drug_joints(rng: np.random.Generator) -> Person:
    """Joint pain on an aromatase inhibitor (Mao 2009; Kanematsu 2011)."""
    plateau, weeks = rng.uniform(3, 6), rng.uniform(14, 35)
    days = np.arange(DAYS) - ONSET
    mean = np.where(days < 0, -1.0, 0.3 + plateau * (1 - np.exp(-np.maximum(days, 0) / weeks)))
    person = Person("aromatase-inhibitor joints")
    places = ["hand_wrist_fingers", "knee"]
    if rng.random() < ALSO_HIP:
        places.append("hip")
    for place in places:
        person.pains[place] = scores(rng, mean, OTHER_FLARES)
        for day in range(DAYS):
            person.features[place, day] = {"side": "both"}
    person.treatments.append(Treatment(kind="aromatase_inhibitor", start=date_of(ONSET)))
    return person


def chemotherapy_cycles(rng: np.random.Generator) -> Person:
    """Aches for five days after each infusion (paclitaxel acute pain: Reeves 2012)."""
    person = Person("chemotherapy cycles")
    mean = _flat(-1.0)
    for start in range(ONSET, ONSET + 6 * 21, 21):
        person.treatments.append(
            Treatment(kind="chemotherapy", start=date_of(start), end=date_of(start))
        )
        mean[start + 1 : start + 6] = (2, 5, 5, 3, 1)
        for day in range(start, start + 5):
            person.symptoms[day].append(SymptomReport(symptom="nausea", grade=1, new="no"))
            person.symptoms[day].append(SymptomReport(symptom="fatigue", grade=2, new="no"))
    for place in (BACK, "thigh"):
        person.pains[place] = scores(rng, mean, PAIN_FREE_FLARES, sd=0.8)
    return person


def fracture(rng: np.random.Generator) -> Person:
    """A vertebral fracture after a fall: sudden, then slow healing (shape: our choice)."""
    days = np.arange(DAYS) - ONSET
    mean = np.where(days < 0, -1.0, 8.0 * np.exp(-np.maximum(days, 0) / 40) - 0.3)
    person = Person("osteoporotic fracture", {BACK: scores(rng, mean, OTHER_FLARES)}, onset=ONSET)
    for day in range(ONSET, ONSET + 10):
        person.features[BACK, day] = {"trigger": "fall", "onset": "sudden"}
    return person


def stable_tingling(rng: np.random.Generator) -> Person:
    """Lasting tingling after chemotherapy (58 % of survivors: 2016, n = 296), usual level 1."""
    person = Person("stable tingling", {BACK: _free(rng)})
    person.usual.append(_usual("tingling_hand_foot", 1))
    for day in range(DAYS):
        if rng.random() < TINGLES:
            grade = 2 if rng.random() < WORSE_DAY else 1
            person.signs[day].append(
                SignReport(sign="tingling_hand_foot", side="both", grade=grade, new="no")
            )
    return person


def migraine(rng: np.random.Generator) -> Person:
    """Migraine twice a month, its usual level known."""
    person = Person("migraine", {BACK: _free(rng)})
    person.usual += [_usual("headache", 3), _usual("vomiting", 2), _usual("vision_change", 2)]
    for day in np.flatnonzero(rng.random(DAYS) < 1 / 15).tolist():
        person.symptoms[day] += [
            SymptomReport(symptom="headache", grade=int(rng.integers(2, 4)), new="no"),
            SymptomReport(symptom="vomiting", grade=1, new="no"),
        ]
    return person


def second_site(rng: np.random.Generator) -> Person:
    """Chronic knee pain, and a new climb at the hip over 90 days."""
    person = Person("new second site", onset=ONSET)
    person.pains["knee"] = scores(rng, _flat(rng.uniform(2, 5)), CHRONIC_FLARES)
    person.usual.append(_usual("knee", 4))
    person.pains["hip"] = scores(rng, _ramp(rng, -1.0, 90), OTHER_FLARES)
    return person


def _ramp(rng: np.random.Generator, base: float, span: int) -> Floats:
    top = rng.uniform(6, 8.5)
    rise = np.clip((np.arange(DAYS) - ONSET) / span, 0, 1) ** 1.2
    mean: Floats = base + (top - base) * rise
    if rng.random() < DIPS:
        for start in rng.integers(ONSET, ONSET + span, size=2).tolist():
            mean[start : start + int(rng.integers(1, 3))] -= rng.uniform(2, 3)
    return mean


def bone_ramp(rng: np.random.Generator, span: int, *, nights: bool) -> Person:
    """Bone pain that grows over ``span`` days (pain to diagnosis 90 d: Levack 2002)."""
    base = float(rng.choice([-1, 0, 1, 2, 3], p=[0.30, 0.20, 0.20, 0.15, 0.15]))
    kind = f"bone ramp {span} d, {'with' if nights else 'without'} nights"
    person = Person(kind, {BACK: scores(rng, _ramp(rng, base, span), OTHER_FLARES)}, onset=ONSET)
    if base > 1:
        person.usual.append(_usual(BACK, base))
    if nights:
        person.bad_nights[BACK] = rng.random(DAYS) < np.where(
            np.arange(DAYS) < ONSET, 0.0, 0.05 + 0.07 * person.pains[BACK]
        )
    return person


def cord_compression(rng: np.random.Generator) -> Person:
    """A 90-day ramp, weakness 20 days and loss of feeling 12 days before its end, then bladder.

    Order and days: Levack 2002.
    """
    span = 90
    person = bone_ramp(rng, span, nights=True)
    end = ONSET + span
    person.kind = "cord compression"
    person.sign_day = end - 20
    for first, sign in (
        (end - 20, "leg_weakness"),
        (end - 12, "numbness_trunk"),
        (end, "bladder_difficulty"),
    ):
        for day in range(first, DAYS):
            person.signs[day].append(SignReport(sign=sign, side="both", grade=2, new="yes"))
    return person


COURSES: dict[str, Callable[[np.random.Generator], Person]] = {
    "stable chronic pain": stable_chronic,
    "pain-free with colds": pain_free_with_colds,
    "acute strain": acute_strain,
    "aromatase-inhibitor joints": drug_joints,
    "chemotherapy cycles": chemotherapy_cycles,
    "osteoporotic fracture": fracture,
    "stable tingling": stable_tingling,
    "migraine": migraine,
    "new second site": second_site,
    **{
        f"bone ramp {span} d, {'with' if nights else 'without'} nights": partial(
            bone_ramp, span=span, nights=nights
        )
        for span in (30, 60, 90, 150)
        for nights in (False, True)
    },
    "cord compression": cord_compression,
}


def cohort(seed: int, kind: str, persons: int, habit: Habit) -> Iterator[Simulated]:
    """Yield simulated diaries of one course and habit; the same seed gives the same diaries."""
    course = COURSES[kind]
    place = list(COURSES).index(kind)
    for number in range(persons):
        rng = np.random.default_rng([seed, place, round(100 * habit.recorded), number])
        yield written(rng, course(rng), habit)
