"""The colours of the window, light and dark, each also in high contrast, as plain data.

Text reaches a contrast of 4.5:1 on every ground it stands on, the borders and marks of controls
3:1 (WCAG 2.2, 1.4.3 and 1.4.11); a test computes both. Hairlines only part what white space
already parts, so they may be fainter. What cannot be used now has the ink of the second rank, so
that it can still be read; its faint border tells it from the rest. In high contrast text reaches
7:1, and what only parts is a line too. More pain is always further from the page: the ramp runs
from light to deep plum on paper and from deep to light plum on the dark page. Charts lie on
cards: what both need is said once, in the theme of the charts.
"""

from __future__ import annotations

from typing import NamedTuple

from diary.charts import pain_ramp
from diary.charts import theme as chart_theme


class Colors(NamedTuple):
    """The colours of one theme, each as ``#rrggbb``.

    Attributes:
        charts: the name of the theme of the charts that goes with it.
        paper: the page.
        card: cards and fields on the page.
        sunken: the rail and quiet areas.
        ink: text.
        ink_soft: text of second rank.
        hairline: lines that only part.
        body: the figure of the body map.
        border: the outline of controls.
        accent: the one accent; also the colour of words that act.
        accent_deep: the accent under the pointer.
        on_accent: text on the accent.
        accent_soft: the ground of a chosen thing.
        emergency: the one red, for emergencies only.
        emergency_soft: the ground of an emergency card.
        plum: marks of pain in charts.
        pain: the ramp, one colour for each score 0 to 10.
    """

    charts: str
    paper: str
    card: str
    sunken: str
    ink: str
    ink_soft: str
    hairline: str
    body: str
    border: str
    accent: str
    accent_deep: str
    on_accent: str
    accent_soft: str
    emergency: str
    emergency_soft: str
    plum: str
    pain: tuple[str, ...]

    def on_pain(self, score: int) -> str:
        """Return the text colour that reads best on the ramp's colour of ``score``."""
        return pain_ramp.text_on(self.pain[score])


LIGHT = Colors(
    charts=chart_theme.LIGHT.name,
    paper="#faf7f2",
    card=chart_theme.LIGHT.paper,
    sunken="#f2ede4",
    ink=chart_theme.LIGHT.ink,
    ink_soft=chart_theme.LIGHT.muted,
    hairline="#ddd5c8",
    body="#f2ede4",
    border="#857c70",
    accent=chart_theme.LIGHT.accent,
    accent_deep="#0a4646",
    on_accent="#ffffff",
    accent_soft="#dcebe8",
    emergency="#a4161a",
    emergency_soft="#fbe9e7",
    plum=chart_theme.LIGHT.dot,
    pain=pain_ramp.ON_PAPER,
)

DARK = Colors(
    charts=chart_theme.DARK.name,
    paper="#1e1b18",
    card=chart_theme.DARK.paper,
    sunken="#181512",
    ink=chart_theme.DARK.ink,
    ink_soft=chart_theme.DARK.muted,
    hairline="#423b34",
    body="#423b34",
    border="#8f8578",
    accent=chart_theme.DARK.accent,
    accent_deep="#9bd8d1",
    on_accent="#0f201f",
    accent_soft="#24403d",
    emergency="#ff8a80",
    emergency_soft="#43211e",
    plum=chart_theme.DARK.dot,
    pain=pain_ramp.ON_DARK,
)

CONTRAST_LIGHT = Colors(
    charts=chart_theme.CONTRAST_LIGHT.name,
    paper="#ffffff",
    card=chart_theme.CONTRAST_LIGHT.paper,
    sunken="#ffffff",
    ink=chart_theme.CONTRAST_LIGHT.ink,
    ink_soft=chart_theme.CONTRAST_LIGHT.muted,
    hairline="#000000",
    body="#ffffff",
    border="#000000",
    accent=chart_theme.CONTRAST_LIGHT.accent,
    accent_deep="#002828",
    on_accent="#ffffff",
    accent_soft="#d9f2ef",
    emergency="#8c0009",
    emergency_soft="#ffffff",
    plum=chart_theme.CONTRAST_LIGHT.dot,
    pain=pain_ramp.ON_PAPER,
)

CONTRAST_DARK = Colors(
    charts=chart_theme.CONTRAST_DARK.name,
    paper="#000000",
    card=chart_theme.CONTRAST_DARK.paper,
    sunken="#000000",
    ink=chart_theme.CONTRAST_DARK.ink,
    ink_soft=chart_theme.CONTRAST_DARK.muted,
    hairline="#ffffff",
    body="#000000",
    border="#ffffff",
    accent=chart_theme.CONTRAST_DARK.accent,
    accent_deep="#c2fffa",
    on_accent="#000000",
    accent_soft="#00403c",
    emergency="#ffa79f",
    emergency_soft="#000000",
    plum=chart_theme.CONTRAST_DARK.dot,
    pain=pain_ramp.ON_DARK,
)
