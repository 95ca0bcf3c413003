"""What a press on a place of the body map means for the pains on the form: pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.domain.entry import Pain

_OTHER = {"left": "right", "right": "left"}


class PlaceToggle(NamedTuple):
    """What to do about the pains there are, by their positions.

    Attributes:
        remove: those to take away.
        change: the one whose side becomes ``side``; None if none.
        add: whether there is to be a new one, with ``side``.
        side: the side.
    """

    remove: tuple[int, ...] = ()
    change: int | None = None
    add: bool = False
    side: str | None = None


def place_toggle(pains: Sequence[Pain], region: str, side: str | None) -> PlaceToggle:
    """Return what a press on a place does.

    A place that is shown is taken away. One side of a pain on both leaves the other. A pain whose
    side was not told yet gets the side that was pressed.

    Args:
        pains: the pains on the form.
        region: the place pressed.
        side: ``left`` or ``right``; None on the middle of the body.
    """
    here = {number: pain.side for number, pain in enumerate(pains) if pain.region == region}
    exact = tuple(number for number, told in here.items() if side is None or told == side)
    if exact:
        return PlaceToggle(remove=exact)
    for number, told in here.items():
        if told is None:
            return PlaceToggle(change=number, side=side)
        if told == "both" and side is not None:
            return PlaceToggle(change=number, side=_OTHER[side])
    return PlaceToggle(add=True, side=side)
