"""The time of the window: today may be set from outside, and it still goes on at midnight."""

from __future__ import annotations

import datetime as dt


class Clock:
    """Tells today and now, shifted by whole days if today was set.

    Args:
        today: what today is as the program starts.
        real_now: the aware present moment; tests set it.
    """

    def __init__(self, today: dt.date, real_now: dt.datetime | None = None) -> None:
        self._fixed = real_now
        self._shift = today - self._real().astimezone().date()

    def now(self) -> dt.datetime:
        """Return the present moment in UTC."""
        return self._real() + self._shift

    def today(self) -> dt.date:
        """Return the local calendar date."""
        return self.now().astimezone().date()

    def _real(self) -> dt.datetime:
        return self._fixed or dt.datetime.now(dt.UTC)
