"""Condition: a fever, by the symptom or by the thermometer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.rules.conditions.signals import Signal, flagged, reported_signal

if TYPE_CHECKING:
    from diary.rules.context import Context

SYMPTOM = "fever"


def fever_signals(context: Context, least: float) -> tuple[Signal, Signal]:
    """Return the days with the symptom, and the days with at least ``least`` degrees.

    A temperature is no symptom id, so its signal has no place.
    """
    record = context.record
    measured = {
        index: entry.temperature_c
        for index, entry in record.entries.items()
        if entry.temperature_c is not None
    }
    hot = flagged(record, (index for index, degrees in measured.items() if degrees >= least))
    return (
        reported_signal(context, SYMPTOM),
        Signal(None, hot, flagged(record, measured), record.late),
    )
