"""The colours of pain: one ramp from 0 to 10, light to deep plum, and what reads on it.

The ramp is safe for colour-blind eyes and in grey, because each step is further from the page;
and a number always stands with the colour. Window, charts and sheet use the same ramp.
"""

from __future__ import annotations

ON_PAPER = (
    "#f7eff4",
    "#efdfea",
    "#e6cddf",
    "#dbb8d1",
    "#cfa1c2",
    "#bf87b1",
    "#ab6c9d",
    "#945289",
    "#7b3a73",
    "#61255b",
    "#471343",
)
ON_DARK = (
    "#2d2630",
    "#3a2b3c",
    "#49314a",
    "#5b3859",
    "#70426c",
    "#874f81",
    "#9d6196",
    "#b178aa",
    "#c492be",
    "#d7aed2",
    "#ebcfe7",
)
_LIGHT_TEXT, _DARK_TEXT = "#ffffff", "#1c1420"


def text_on(ground: str) -> str:
    """Return the colour of text that reads best on ``#rrggbb``."""
    return max(_LIGHT_TEXT, _DARK_TEXT, key=lambda color: contrast(color, ground))


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(color: str) -> float:
    """Return the relative luminance of ``#rrggbb``, 0 to 1 (WCAG 2.2)."""
    channels = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (_linear(channel) for channel in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    # 0.03928, 12.92, 0.055, 1.055, 2.4: the sRGB transfer curve as WCAG writes it.
    if channel <= 0.03928:  # noqa: PLR2004  the constant of the standard
        return channel / 12.92
    return float(((channel + 0.055) / 1.055) ** 2.4)
