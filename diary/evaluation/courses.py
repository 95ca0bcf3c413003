"""Courses in which nothing needs to be noticed soon: chronic pain, strains, colds, drugs, migraine.

The parameters of colds, chemotherapy cycles, the fracture, tingling and migraine were written down
before any rule was run on them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from diary.domain.care import Treatment
from diary.domain.entry import SignReport, SymptomReport
from diary.evaluation.noise import CHRONIC_FLARES, OTHER_FLARES, PAIN_FREE_FLARES, scores
from diary.evaluation.person import BACK, DAYS, ONSET, Person, date_of, usual_level
from diary.evaluation.ramps import night_share, take_painkillers, worse_at_rest

if TYPE_CHECKING:
    from diary.domain.series import Floats

# A mean below zero rounds to no pain on nearly every day; the spread is assumed.
NO_PAIN, PAIN_FREE_SD = -1.0, 0.8
# Stable chronic pain: assumed.
CHRONIC_LEVEL = (2.0, 6.0)
# Of 482 people in a back-pain clinic 213 were woken by it, 90 every night (Harding 2005). How often
# the others were woken is taken as in the ramps, and how often rest makes it worse: assumed.
WOKEN, WOKEN_EVERY_NIGHT, REST_SHARE = 213 / 482, 90 / 482, (0.2, 0.7)
# Colds: three a year of 4 to 9 days, fever and aches of 3 on the first two; cough and marked
# tiredness throughout. All assumed.
COLDS, COLD_DAYS, FEVER_DAYS, ACHE = 3, (4, 9), 2, 3.0
COUGH_GRADE, TIRED_GRADE, FEVER_GRADE = 1, 2, 1
# Acute strain (Henschke 2008, Kongsted 2009); a week in which the cause is told: ours.
STRAIN_HEIGHT, STRAIN_SPREAD, STRAIN_DAYS, STRAIN_SIGMA, LEVEL = 5.6, 1.2, 45, 0.6, 0.3
STRAIN_TOLD = 7
# Joints on an aromatase inhibitor (Mao 2009, Kanematsu 2011): points, days, and the
# share whose large joints ache too.
JOINT_PLATEAU, JOINT_DAYS, JOINT_START, ALSO_HIP = (3.0, 6.0), (14.0, 35.0), 0.3, 0.3
# Chemotherapy: six infusions three weeks apart (the usual course); aches on the five days after
# each, worst on the second and third (shape as in the acute pain after paclitaxel, Reeves 2012;
# heights assumed); nausea and tiredness for five days, known to the team (assumed).
INFUSIONS, INFUSION_EVERY, ACHES_AFTER, ILL_DAYS = 6, 21, (2, 5, 5, 3, 1), 5
NAUSEA_GRADE, CYCLE_TIRED_GRADE = 1, 2
# A vertebral fracture: 8 at once, down to a third in 40 days, the fall told for ten. Assumed.
FRACTURE_HEIGHT, FRACTURE_DAYS, FRACTURE_TOLD = 8.0, 40, 10
# Lasting tingling (58 % of survivors: 2016, n = 296): share of days with it, and of worse days
# among them: assumed.
TINGLES, WORSE_DAY, TINGLING_USUAL, TINGLING_WORSE = 0.9, 0.05, 1, 2
# Migraine: twice a month, grade 2 or 3, with vomiting; all three usual for her. Assumed.
ATTACK_EVERY, ATTACK_GRADES = 15, (2, 3)
HEADACHE_USUAL, WITH_IT_USUAL = 3, 2


def _flat(level: float) -> Floats:
    return np.full(DAYS, level)


def _free(rng: np.random.Generator) -> Floats:
    return scores(rng, _flat(NO_PAIN), PAIN_FREE_FLARES, sd=PAIN_FREE_SD)


def _since_onset() -> Floats:
    """Return days since the onset; 0 before."""
    return np.maximum(np.arange(DAYS) - ONSET, 0).astype(np.float64)


def _from_onset(mean: Floats) -> Floats:
    return np.where(np.arange(DAYS) < ONSET, NO_PAIN, mean)


def stable_chronic(rng: np.random.Generator) -> Person:
    """Stable pain of 2 to 6, its usual level known (stable fortnights: Wesolowicz 2021)."""
    level = rng.uniform(*CHRONIC_LEVEL)
    person = Person("stable chronic pain", {BACK: scores(rng, _flat(level), CHRONIC_FLARES)})
    person.usual.append(usual_level(BACK, round(level)))
    return person


def stable_chronic_with_nights(rng: np.random.Generator) -> Person:
    """The same, with the bad nights, the rest pain and the painkillers that such pain brings."""
    person = stable_chronic(rng)
    person.kind = "stable chronic pain, with nights and painkillers"
    beside = rng.spawn(1)[0]
    kind = beside.random()
    if kind < WOKEN:
        share = np.ones(DAYS) if kind < WOKEN_EVERY_NIGHT else night_share(person.pains[BACK])
        person.bad_nights[BACK] = beside.random(DAYS) < share
        worse_at_rest(beside, person, _flat(beside.uniform(*REST_SHARE)))
    take_painkillers(beside, person)
    return person


def pain_free_with_colds(rng: np.random.Generator) -> Person:
    """No pain but short colds with cough, tiredness, fever and aches."""
    person = Person("pain-free with colds", {BACK: _free(rng)})
    aches = np.zeros(DAYS)
    shortest, longest = COLD_DAYS
    for start in rng.integers(0, DAYS - longest - 1, size=COLDS).tolist():
        for day in range(start, start + int(rng.integers(shortest, longest + 1))):
            person.symptoms[day] = [
                SymptomReport(symptom="cough", grade=COUGH_GRADE, new="yes"),
                SymptomReport(symptom="fatigue", grade=TIRED_GRADE, new="yes"),
            ]
            if day < start + FEVER_DAYS:
                fever = SymptomReport(symptom="fever", grade=FEVER_GRADE, new="yes")
                person.symptoms[day].append(fever)
                aches[day] = ACHE
    person.pains["all_over"] = aches
    return person


def acute_strain(rng: np.random.Generator) -> Person:
    """Acute back pain that decays (Henschke 2008: pain-free at 58 days; Kongsted 2009)."""
    height = rng.normal(STRAIN_HEIGHT, STRAIN_SPREAD)
    decay = rng.lognormal(np.log(STRAIN_DAYS), STRAIN_SIGMA)
    mean = _from_onset(height * np.exp(-_since_onset() / decay) - LEVEL)
    person = Person("acute strain", {BACK: scores(rng, mean, OTHER_FLARES)})
    for day in range(ONSET, ONSET + STRAIN_TOLD):
        person.tell(BACK, day, trigger="strain", onset="sudden")
    return person


def drug_joints(rng: np.random.Generator) -> Person:
    """Joint pain on an aromatase inhibitor (Mao 2009; Kanematsu 2011)."""
    plateau, rise_days = rng.uniform(*JOINT_PLATEAU), rng.uniform(*JOINT_DAYS)
    mean = _from_onset(JOINT_START + plateau * (1 - np.exp(-_since_onset() / rise_days)))
    person = Person("aromatase-inhibitor joints")
    places = ["hand_wrist_fingers", "knee"]
    if rng.random() < ALSO_HIP:
        places.append("hip")
    for place in places:
        person.pains[place] = scores(rng, mean, OTHER_FLARES)
        for day in range(DAYS):
            person.tell(place, day, side="both")
    person.treatments.append(Treatment(kind="aromatase_inhibitor", start=date_of(ONSET)))
    return person


def chemotherapy_cycles(rng: np.random.Generator) -> Person:
    """Aches for five days after each infusion (paclitaxel acute pain: Reeves 2012)."""
    person = Person("chemotherapy cycles")
    mean = _flat(NO_PAIN)
    for start in range(ONSET, ONSET + INFUSIONS * INFUSION_EVERY, INFUSION_EVERY):
        person.treatments.append(
            Treatment(kind="chemotherapy", start=date_of(start), end=date_of(start))
        )
        mean[start + 1 : start + 1 + len(ACHES_AFTER)] = ACHES_AFTER
        for day in range(start, start + ILL_DAYS):
            person.symptoms[day] += [
                SymptomReport(symptom="nausea", grade=NAUSEA_GRADE, new="no"),
                SymptomReport(symptom="fatigue", grade=CYCLE_TIRED_GRADE, new="no"),
            ]
    for place in (BACK, "thigh"):
        person.pains[place] = scores(rng, mean, PAIN_FREE_FLARES, sd=PAIN_FREE_SD)
    return person


def fracture(rng: np.random.Generator) -> Person:
    """A vertebral fracture after a fall: sudden, then slow healing (shape: our choice)."""
    mean = _from_onset(FRACTURE_HEIGHT * np.exp(-_since_onset() / FRACTURE_DAYS) - LEVEL)
    person = Person("osteoporotic fracture", {BACK: scores(rng, mean, OTHER_FLARES)}, onset=ONSET)
    for day in range(ONSET, ONSET + FRACTURE_TOLD):
        person.tell(BACK, day, trigger="fall", onset="sudden")
    return person


def stable_tingling(rng: np.random.Generator) -> Person:
    """Lasting tingling after chemotherapy (58 % of survivors: 2016, n = 296), usual level 1."""
    person = Person("stable tingling", {BACK: _free(rng)})
    person.usual.append(usual_level("tingling_hand_foot", TINGLING_USUAL))
    for day in range(DAYS):
        if rng.random() < TINGLES:
            grade = TINGLING_WORSE if rng.random() < WORSE_DAY else TINGLING_USUAL
            person.signs[day].append(
                SignReport(sign="tingling_hand_foot", side="both", grade=grade, new="no")
            )
    return person


def migraine(rng: np.random.Generator) -> Person:
    """Migraine twice a month, its usual level known."""
    person = Person("migraine", {BACK: _free(rng)})
    person.usual.append(usual_level("headache", HEADACHE_USUAL))
    person.usual += [usual_level(of, WITH_IT_USUAL) for of in ("vomiting", "vision_change")]
    least, most = ATTACK_GRADES
    for day in np.flatnonzero(rng.random(DAYS) < 1 / ATTACK_EVERY).tolist():
        person.symptoms[day] += [
            SymptomReport(symptom="headache", grade=int(rng.integers(least, most + 1)), new="no"),
            SymptomReport(symptom="vomiting", grade=1, new="no"),
        ]
    return person
