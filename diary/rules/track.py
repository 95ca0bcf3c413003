"""A track: what one rule says of one place, sign or symptom over a whole diary."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.domain.series import Flags
    from diary.rules.evidence import Finding, Says
    from diary.rules.families import Family

# One small number a calendar day (see diary.rules.model).
Verdicts: TypeAlias = npt.NDArray[np.int8]
# What was found on a day (index), for the place an alert carries.
Explain: TypeAlias = "Callable[[int, str | None], Finding]"


@dataclass(frozen=True, slots=True, eq=False)
class Track:
    """The verdicts of one rule about one place, sign or symptom, over the whole calendar.

    Attributes:
        place: the region, sign or symptom; None where the rule speaks of a class of places and
            chooses one when it is raised.
        verdicts: one small number a calendar day (see :mod:`diary.rules.model`).
        explain: what was found on a day (index); called only for days that are shown.
        place_on: for a class of places, the region to name on a day (index).
        family: the family it merges with, where it is not the rule's.
        settled: the days on which what it asks is answered for good, which ends its alert at once;
            None where nothing she says can do so.
    """

    place: str | None
    verdicts: Verdicts
    explain: Explain
    place_on: Callable[[int], str] | None = None
    family: Family | None = None
    settled: Flags | None = None


def saying(track: Track, says: Says) -> Track:
    """Return the track with sentences of its own in place of those of its rule."""

    def explain(index: int, place: str | None) -> Finding:
        return replace(track.explain(index, place), says=says)

    return replace(track, explain=explain)
