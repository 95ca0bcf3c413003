"""The colours of charts: of the screen, light or dark or in high contrast, and of print.

Paper and ink, one teal accent, plum for pain. No meaning hangs on colour alone: every mark also
differs in shape, position or words, so the sheet can be printed in grey. No matplotlib here, so
that the window can read the colours before a chart is ever drawn.
"""

from __future__ import annotations

from typing import NamedTuple


class ChartTheme(NamedTuple):
    """The colours a chart is drawn with, as ``#rrggbb``.

    Attributes:
        name: ``light``, ``dark``, ``contrast-light``, ``contrast-dark`` or ``print``.
        paper: the ground.
        ink: titles and numbers.
        muted: labels and hints.
        hairline: grid and borders.
        accent: the median line.
        dot: a day's worst pain, and the moons.
        usual: the band of the usual level.
        spell: the shading of an alert.
        spell_line: the line above the shading that says from when to when.
        gap: the shading of days without entries.
    """

    name: str
    paper: str
    ink: str
    muted: str
    hairline: str
    accent: str
    dot: str
    usual: str
    spell: str
    spell_line: str
    gap: str


LIGHT = ChartTheme(
    name="light",
    paper="#fffdfa",
    ink="#22303a",
    muted="#55606a",
    hairline="#e4ddd1",
    accent="#0f5c5c",
    dot="#6f2a63",
    usual="#d5e6e2",
    spell="#faf2e2",
    spell_line="#9a7430",
    gap="#f4efe7",
)

DARK = ChartTheme(
    name="dark",
    paper="#282420",
    ink="#efe9df",
    muted="#bdb4a7",
    hairline="#423b34",
    accent="#7cc8c0",
    dot="#d9a6cf",
    usual="#2c4a46",
    spell="#352f27",
    spell_line="#cfa75d",
    gap="#312c28",
)

PRINT = ChartTheme(
    name="print",
    paper="#ffffff",
    ink="#161d22",
    muted="#4d565b",
    hairline="#d4d7d8",
    accent="#0b5057",
    dot="#4a1743",
    usual="#d9e5e2",
    spell="#f7f2e7",
    spell_line="#6d5424",
    gap="#f2f2f0",
)

CONTRAST_LIGHT = ChartTheme(
    name="contrast-light",
    paper="#ffffff",
    ink="#000000",
    muted="#1f1f1f",
    hairline="#6b6b6b",
    accent="#003f3f",
    dot="#4a0f42",
    usual="#949494",
    spell="#f2f2f2",
    spell_line="#5a3c00",
    gap="#e6e6e6",
)

CONTRAST_DARK = ChartTheme(
    name="contrast-dark",
    paper="#000000",
    ink="#ffffff",
    muted="#e6e6e6",
    hairline="#8c8c8c",
    accent="#7ff5ea",
    dot="#ffc2f3",
    usual="#5e5e5e",
    spell="#1c1c1c",
    spell_line="#ffd58a",
    gap="#2b2b2b",
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK, PRINT)}
