"""The stretches of time a chart can show. No Qt."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from diary.i18n import mark


@dataclass(frozen=True, slots=True)
class Range:
    """A stretch of time that ends today.

    Attributes:
        id: stays the same for ever; settings may keep it.
        label: what stands on its button, marked for translation.
        days: calendar days, today included; None for everything recorded.
    """

    id: str
    label: str
    days: int | None

    def first_day(self, today: dt.date, first_recorded: dt.date | None) -> dt.date:
        """Return the first day shown; for everything, the first recorded day."""
        if self.days is not None:
            return today - dt.timedelta(days=self.days - 1)
        if first_recorded is None or first_recorded > today:
            return today - dt.timedelta(days=FEWEST_DAYS - 1)
        return min(first_recorded, today - dt.timedelta(days=FEWEST_DAYS - 1))


# A chart of one day is a dot without a scale; "all" never shows less than this.
FEWEST_DAYS = 14

RANGES: tuple[Range, ...] = (
    Range("weeks2", mark("2 weeks"), 14),
    Range("weeks4", mark("4 weeks"), 28),
    Range("weeks8", mark("8 weeks"), 56),
    Range("months6", mark("6 months"), 182),
    Range("year", mark("Year"), 365),
    Range("all", mark("All"), None),
)
# The window of the sheet for the doctor, so that both show the same at first sight.
FIRST_RANGE = RANGES[2]
