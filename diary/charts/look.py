"""Which chart is wanted, how it is to look, and the picture that comes of it; no matplotlib."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt


@dataclass(frozen=True, slots=True)
class ChartWanted:
    """A place over some days, both included.

    Attributes:
        place: its id, or that of a sign or symptom.
        start: the first day.
        end: the last day.
        rule: the rule of the alert whose chart it is: its name goes before the others.
    """

    place: str
    start: dt.date
    end: dt.date
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a picture of a chart depends on besides its data.

    Attributes:
        theme: the name of a chart theme.
        width: its width in pixels of the screen's layout.
        height: its height in the same pixels.
        ratio: device pixels for each of them.
        text_scale: 1.0 to 2.0, as in the settings.
    """

    theme: str
    width: int
    height: int
    ratio: float = 1.0
    text_scale: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A chart as pixels, and where its days are.

    Attributes:
        width: in device pixels.
        height: in device pixels.
        rgba: four bytes a pixel, row by row.
        left: where the first day begins, as a share of the width.
        right: where the last day ends, as a share of the width.
        panels: where each panel with its lanes begins and ends, as shares of the height.
    """

    width: int
    height: int
    rgba: bytes
    left: float
    right: float
    panels: tuple[tuple[float, float], ...]
