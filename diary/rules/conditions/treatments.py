"""Conditions about treatments: on which days one runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from diary.domain.care import Treatment
    from diary.domain.record import Record
    from diary.domain.series import Flags


def running_days(record: Record, kind: str, after: int = 0, since: int = 0) -> Flags:
    """Return the days on which a treatment of a kind runs.

    Args:
        record: the calendar and the diary.
        kind: an id of ``TREATMENT_KINDS``.
        after: days for which it still counts after its end.
        since: days for which it must have run.

    An unknown start counts as long ago, an unknown end as not yet.
    """
    days = np.zeros(record.size, dtype=np.bool_)
    for treatment in record.diary.treatments:
        if treatment.kind == kind:
            first, last = _span(record, treatment)
            days[max(0, first + since) : max(0, last + after + 1)] = True
    return days


def _span(record: Record, treatment: Treatment) -> tuple[int, int]:
    first = 0 if treatment.start is None else record.index(treatment.start)
    last = record.size if treatment.end is None else record.index(treatment.end)
    return first, last
