"""The seeded cohort: the courses of docs/evaluation.md, by name.

Each course is a function from a random generator to a :class:`Person`. Its parameters stand with
their sources in :mod:`diary.evaluation.courses` and :mod:`diary.evaluation.ramps`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from diary.evaluation import courses, ramps
from diary.evaluation.person import written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from diary.evaluation.noise import Habit
    from diary.evaluation.person import Person, Simulated

# The place of a course among them is part of its seed: a new one is added at the end.
COURSES: dict[str, Callable[[np.random.Generator], Person]] = {
    "stable chronic pain": courses.stable_chronic,
    "pain-free with colds": courses.pain_free_with_colds,
    "acute strain": courses.acute_strain,
    "aromatase-inhibitor joints": courses.drug_joints,
    "chemotherapy cycles": courses.chemotherapy_cycles,
    "osteoporotic fracture": courses.fracture,
    "stable tingling": courses.stable_tingling,
    "migraine": courses.migraine,
    "new second site": ramps.second_site,
    **{
        f"bone ramp {span} d, {'with' if nights else 'without'} nights": partial(
            ramps.bone_ramp, span=span, nights=nights
        )
        for span in (30, 60, 90, 150)
        for nights in (False, True)
    },
    "cord compression": ramps.cord_compression,
    "stable chronic pain, with nights and painkillers": courses.stable_chronic_with_nights,
}


def cohort(seed: int, kind: str, persons: int, habit: Habit) -> Iterator[Simulated]:
    """Yield simulated diaries of one course and habit; the same seed gives the same diaries.

    Args:
        seed: where chance begins.
        kind: the course, a key of ``COURSES``.
        persons: how many diaries.
        habit: how often they are kept.
    """
    course = COURSES[kind]
    place = list(COURSES).index(kind)
    for number in range(persons):
        rng = np.random.default_rng([seed, place, round(100 * habit.recorded), number])
        yield written(rng, course(rng), habit)
