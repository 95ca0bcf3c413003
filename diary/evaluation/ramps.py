"""Courses that should be noticed: bone pain that grows, and cord compression.

What is told beside the scores (rest pain, radiation, painkillers) comes from a random stream of
its own, so that it never changes them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from diary.domain.entry import Medicine, SignReport
from diary.evaluation.noise import CHRONIC_FLARES, OTHER_FLARES, scores
from diary.evaluation.person import BACK, DAYS, ONSET, Person, usual_level

if TYPE_CHECKING:
    from diary.domain.series import Floats

# Pain before it grows, and how often: a third begin without any: assumed.
BASES, BASE_SHARES = (-1, 0, 1, 2, 3), (0.30, 0.20, 0.20, 0.15, 0.15)
# Worst pain in the end: severe in 84 % (Levack 2002); the bounds are assumed.
TOP = (6.0, 8.5)
# A little slower at first than at the end: assumed.
BEND = 1.2
# Some have a better day or two in between: assumed.
DIPS, DIPS_EACH, DIP_DAYS, DIP_DEPTH = 0.4, 2, (1, 2), (2.0, 3.0)
# Share of bad nights without pain, and for each point of it: assumed.
NIGHT_BASE, NIGHT_PER_POINT = 0.05, 0.07
# Share of days on which rest makes it worse, at the onset and at the end: assumed.
REST_FIRST, REST_LAST = 0.2, 0.7
# Painkillers: taken on half of the days with a worst pain of 5; e times the odds a point; two
# doses. A logistic curve; the numbers are assumed. Relief is left unanswered.
HALF_TAKE_AT, POINTS_PER_E, DOSES = 5.0, 1.0, 2
# The order and the days: Levack 2002. Radiation in 79 %; to one side or to both: assumed.
COMPRESSION_SPAN, WEAK_BEFORE, NUMB_BEFORE = 90, 20, 12
RADIATES, RADIATES_FROM, BOTH_SIDES, SIGN_GRADE = 0.79, 0.6, 0.5, 2
# The new second site: old knee pain, its usual level rounded up, and a hip that climbs; assumed.
KNEE, KNEE_USUAL, HIP_SPAN = (2.0, 5.0), 4, 90


def ramp(rng: np.random.Generator, base: float, span: int) -> Floats:
    """Return a mean course in points of pain that climbs after the onset, one value a day.

    Args:
        rng: draws its top and its dips.
        base: points before the onset.
        span: days from the onset to the top.
    """
    top = rng.uniform(*TOP)
    rise = np.clip((np.arange(DAYS) - ONSET) / span, 0, 1) ** BEND
    mean: Floats = base + (top - base) * rise
    if rng.random() < DIPS:
        for start in rng.integers(ONSET, ONSET + span, size=DIPS_EACH).tolist():
            shortest, longest = DIP_DAYS
            mean[start : start + int(rng.integers(shortest, longest + 1))] -= rng.uniform(
                *DIP_DEPTH
            )
    return mean


def bone_ramp(rng: np.random.Generator, span: int, *, nights: bool) -> Person:
    """Bone pain that grows (pain to diagnosis 90 d: Levack 2002).

    Args:
        rng: draws.
        span: days from the onset to the top.
        nights: whether it disturbs the nights, and rest by day.
    """
    base = float(rng.choice(BASES, p=BASE_SHARES))
    kind = f"bone ramp {span} d, {'with' if nights else 'without'} nights"
    person = Person(kind, {BACK: scores(rng, ramp(rng, base, span), OTHER_FLARES)}, onset=ONSET)
    beside = rng.spawn(1)[0]
    if base > 1:
        person.usual.append(usual_level(BACK, base))
    if nights:
        person.bad_nights[BACK] = rng.random(DAYS) < np.where(
            np.arange(DAYS) < ONSET, 0.0, night_share(person.pains[BACK])
        )
        through = np.clip((np.arange(DAYS) - ONSET) / span, 0, 1)
        share = np.where(
            np.arange(DAYS) < ONSET, 0.0, REST_FIRST + (REST_LAST - REST_FIRST) * through
        )
        worse_at_rest(beside, person, share)
    take_painkillers(beside, person)
    return person


def second_site(rng: np.random.Generator) -> Person:
    """Chronic knee pain, and a new climb at the hip over 90 days."""
    person = Person("new second site", onset=ONSET)
    person.pains["knee"] = scores(rng, np.full(DAYS, rng.uniform(*KNEE)), CHRONIC_FLARES)
    person.usual.append(usual_level("knee", KNEE_USUAL))
    person.pains["hip"] = scores(rng, ramp(rng, -1.0, HIP_SPAN), OTHER_FLARES)
    take_painkillers(rng.spawn(1)[0], person)
    return person


def cord_compression(rng: np.random.Generator) -> Person:
    """A ramp with nights; radiation, weakness, loss of feeling and bladder trouble in turn."""
    person = bone_ramp(rng, COMPRESSION_SPAN, nights=True)
    end = ONSET + COMPRESSION_SPAN
    person.kind = "cord compression"
    person.sign_day = end - WEAK_BEFORE
    for first, sign in (
        (end - WEAK_BEFORE, "leg_weakness"),
        (end - NUMB_BEFORE, "numbness_trunk"),
        (end, "bladder_difficulty"),
    ):
        for day in range(first, DAYS):
            person.signs[day].append(
                SignReport(sign=sign, side="both", grade=SIGN_GRADE, new="yes")
            )
    _radiate(rng.spawn(1)[0], person, ONSET + round(RADIATES_FROM * COMPRESSION_SPAN))
    return person


def _radiate(beside: np.random.Generator, person: Person, first: int) -> None:
    if beside.random() >= RADIATES:
        return
    to = "both_legs" if beside.random() < BOTH_SIDES else "one_leg"
    for day in range(first, DAYS):
        person.tell(BACK, day, spreads_to=(to,))


def night_share(worst: Floats) -> Floats:
    """Return the share of bad nights for a worst pain."""
    return np.asarray(NIGHT_BASE + NIGHT_PER_POINT * worst, dtype=np.float64)


def worse_at_rest(beside: np.random.Generator, person: Person, share: Floats) -> None:
    """Tell of pain that is worse at rest.

    Args:
        beside: draws beside the course, which stays the same without it.
        person: who tells.
        share: how likely it is on each day, 0 to 1.
    """
    for day in np.flatnonzero(beside.random(DAYS) < share).tolist():
        person.tell(BACK, day, worse_with=("resting",))


def take_painkillers(beside: np.random.Generator, person: Person) -> None:
    """Take painkillers the more often the worse the pain of the day; none without pain."""
    worst = person.worst()
    share = 1 / (1 + np.exp(-(worst - HALF_TAKE_AT) / POINTS_PER_E))
    for day in np.flatnonzero((beside.random(DAYS) < share) & (worst > 0)).tolist():
        person.medicines[day].append(Medicine(name="paracetamol", kind="paracetamol", doses=DOSES))
