"""Condition: a fever, by the symptom or by the thermometer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from diary.rules.conditions.signals import Signal, reported_signal

if TYPE_CHECKING:
    from diary.rules.context import Context

SYMPTOM = "fever"


def fever_signals(context: Context, least: float) -> tuple[Signal, Signal]:
    """Return the days with the symptom, and the days with at least ``least`` degrees.

    A temperature is no symptom id, so its signal has no place.
    """
    record = context.record
    degrees = context.kept("degrees", lambda: record.answers("temperature_c"))
    return (
        reported_signal(context, SYMPTOM),
        Signal(None, degrees >= least, ~np.isnan(degrees), record.late),
    )
