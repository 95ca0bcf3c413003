"""Whether pain disturbed a night, over all places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.choices import BAD_NIGHTS
from diary.i18n import plural, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.domain.entry import DayEntry


def bad_night(entry: DayEntry) -> bool | None:
    """Return whether pain anywhere woke her or kept her awake; None where not known.

    A day without pain is a good night; a place without an answer counts neither way.
    """
    if entry.pains is None:
        return None
    nights = [pain.night for pain in entry.pains if pain.worst != 0]
    told = [night for night in nights if night is not None]
    if nights and not told:
        return None
    return any(night in BAD_NIGHTS for night in told)


def bad_places(entry: DayEntry) -> set[str]:
    """Return the ids of the places at which pain woke her or kept her awake."""
    return {
        pain.region for pain in entry.pains or () if pain.worst != 0 and pain.night in BAD_NIGHTS
    }


def of_nights(nights: Sequence[bool | None]) -> str:
    """Return "5 of 90 nights (1 more not told)": the nights with it of those it is known of.

    One place and all places together do not leave the same nights open. Told so, both lines of
    the sheet add up to the same nights: those after which she answered about her pain.

    Args:
        nights: of each such day, entered on time, whether it was a bad night; None if not known.
    """
    known = [bad for bad in nights if bad is not None]
    words = translate("{count} of {nights}").format(
        count=known.count(True), nights=plural("{n} night", "{n} nights", len(known))
    )
    open_ = len(nights) - len(known)
    if not open_:
        return words
    more = plural("{n} more not told", "{n} more not told", open_)
    return f"{words} ({more})"


def late_nights(count: int) -> str:
    """Return why the chart has more moons than the numbers beside it."""
    return plural(
        "{n} more entered late, drawn but not counted",
        "{n} more entered late, drawn but not counted",
        count,
    )
