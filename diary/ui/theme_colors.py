"""The colours of the window, light and dark, as plain data: charts and tests read them too.

Text reaches a contrast of 4.5:1 on every ground it stands on, the borders and marks of controls
3:1 (WCAG 2.2, 1.4.3 and 1.4.11); a test computes both. Hairlines only part what white space
already parts, so they may be fainter. More pain is always further from the page: the ramp runs
from light to deep plum on paper and from deep to light plum on the dark page.
"""

from __future__ import annotations

from dataclasses import dataclass

from diary.charts import pain_ramp


@dataclass(frozen=True, slots=True, kw_only=True)
class Colors:
    """The colours of one theme, each as ``#rrggbb``.

    Attributes:
        dark: whether this is a dark theme.
        paper: the page.
        card: cards and fields on the page.
        sunken: the rail and quiet areas.
        ink: text.
        ink_soft: text of second rank.
        hairline: lines that only part.
        border: the outline of controls.
        accent: the one accent; also the colour of words that act.
        accent_deep: the accent under the pointer.
        on_accent: text on the accent.
        accent_soft: the ground of a chosen thing.
        emergency: the one red, for emergencies only.
        on_emergency: text on it.
        emergency_soft: the ground of an emergency card.
        plum: marks of pain in charts.
        pain: the ramp, one colour for each score 0 to 10.
    """

    dark: bool
    paper: str
    card: str
    sunken: str
    ink: str
    ink_soft: str
    hairline: str
    border: str
    accent: str
    accent_deep: str
    on_accent: str
    accent_soft: str
    emergency: str
    on_emergency: str
    emergency_soft: str
    plum: str
    pain: tuple[str, ...]

    def on_pain(self, score: int) -> str:
        """Return the text colour that reads best on the ramp's colour of ``score``."""
        return pain_ramp.text_on(self.pain[score])


LIGHT = Colors(
    dark=False,
    paper="#faf7f2",
    card="#fffdfa",
    sunken="#f2ede4",
    ink="#22303a",
    ink_soft="#55606a",
    hairline="#ddd5c8",
    border="#857c70",
    accent="#0f5c5c",
    accent_deep="#0a4646",
    on_accent="#ffffff",
    accent_soft="#dcebe8",
    emergency="#a4161a",
    on_emergency="#ffffff",
    emergency_soft="#fbe9e7",
    plum="#6f2a63",
    pain=pain_ramp.ON_PAPER,
)

DARK = Colors(
    dark=True,
    paper="#1e1b18",
    card="#282420",
    sunken="#181512",
    ink="#efe9df",
    ink_soft="#bdb4a7",
    hairline="#423b34",
    border="#8f8578",
    accent="#7cc8c0",
    accent_deep="#9bd8d1",
    on_accent="#0f201f",
    accent_soft="#24403d",
    emergency="#ff8a80",
    on_emergency="#2a0806",
    emergency_soft="#43211e",
    plum="#d9a6cf",
    pain=pain_ramp.ON_DARK,
)
