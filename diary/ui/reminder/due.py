"""Whether a note is due now. Pure: what time it is, and all else, is given. No Qt."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_FORM = "%H:%M"
_STEP = 30  # minutes between the times offered: our choice, near enough for a note


def due(
    now: dt.datetime,
    at: dt.time,
    last_shown_on: dt.date | None,
    today_recorded: bool | None,
    *,
    in_front: bool,
) -> bool:
    """Return whether to show a note: once a day, from the chosen time on, if it is of use.

    Args:
        now: the time on the wall, on the day that today is.
        at: the chosen time. A computer that slept then is late, not silent.
        last_shown_on: the day of the last note, None without any.
        today_recorded: whether today has an entry; None if that is not known, and then there is
            no note.
        in_front: whether she has the window before her.
    """
    if in_front or today_recorded is not False:
        return False
    return now.time() >= at and last_shown_on != now.date()


def read_time(text: str) -> dt.time:
    """Return the time of a text like ``20:30``.

    Raises:
        ValueError: it is none.
    """
    return dt.datetime.strptime(text, _FORM).time()  # noqa: DTZ007  a time, of no day


def write_time(time: dt.time) -> str:
    """Return a time as the settings keep it."""
    return time.strftime(_FORM)


def offered_times() -> Iterator[dt.time]:
    """Yield the times to choose from, those of a day every half hour."""
    for minutes in range(0, 24 * 60, _STEP):
        yield dt.time(*divmod(minutes, 60))
