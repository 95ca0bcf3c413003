"""How long to wait after wrong passphrases, wherever in the window they were typed. No Qt."""

from __future__ import annotations

import math
import time

from diary.errors import RequestError
from diary.i18n import mark_plural, plural

_WAIT, _WAIT_MANY = mark_plural(
    "Wait {n} second before you try the passphrase again.",
    "Wait {n} seconds before you try the passphrase again.",
)


class Tries:
    """Counts the wrong tries in a row, and keeps from when on the next one is allowed.

    It begins anew with each start of the program.
    """

    def __init__(self) -> None:
        self._wrong = 0
        self._until = -math.inf  # by the clock that nobody can set

    @property
    def seconds_left(self) -> int:
        """For how many seconds the next try has to wait."""
        return max(0, math.ceil(max(0.0, self._until - time.monotonic())))

    def check(self) -> None:
        """Refuse a try before its time.

        Raises:
            RequestError: it has to wait.
        """
        if left := self.seconds_left:
            raise RequestError(plural(_WAIT, _WAIT_MANY, left))

    def count_wrong(self) -> int:
        """Count a passphrase that does not fit; return the seconds the next one has to wait."""
        from diary.services.protection import delay_after  # noqa: PLC0415  seldom

        self._wrong += 1
        wait = delay_after(self._wrong)
        self._until = time.monotonic() + wait
        return round(wait)

    def forget(self) -> None:
        """Begin anew, after one that fits."""
        self._wrong = 0
