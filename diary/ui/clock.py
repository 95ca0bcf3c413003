"""The time of the window: today may be set from outside, and it still goes on at midnight."""

from __future__ import annotations

import datetime as dt


class Clock:
    """Tells today and now, shifted by whole calendar days if today was set.

    Args:
        today: what today is as the program starts.
        real_now: the aware present moment; tests set it.
    """

    def __init__(self, today: dt.date, real_now: dt.datetime | None = None) -> None:
        self._fixed = real_now
        self._shift = today - self._local().date()

    def now(self) -> dt.datetime:
        """Return the present moment in UTC: the time on the wall, on the day that today is.

        A save must lie on the day it is made on, or the rules take the day for one entered late.
        """
        if not self._shift:
            return self._real()
        # Shifted by the calendar, not by hours: between the two, clocks may have changed.
        return (self._local() + self._shift).astimezone(dt.UTC)

    def today(self) -> dt.date:
        """Return the local calendar date."""
        return self._local().date() + self._shift

    def _local(self) -> dt.datetime:
        """Return what the clock on the wall says, without a time zone."""
        return self._real().astimezone().replace(tzinfo=None)

    def _real(self) -> dt.datetime:
        return self._fixed or dt.datetime.now(dt.UTC)
