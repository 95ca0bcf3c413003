"""The questions about a pain beyond how bad it was and the night, and how many are answered.

They stand in the order in which a doctor asks: site, onset, character, radiation, time, what makes
it worse or better, and severity last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.i18n import mark, plural

if TYPE_CHECKING:
    from diary.domain.entry import Pain

QUESTIONS = {
    "side": mark("Which side?"),
    "onset": mark("How did it begin?"),
    "started_on": mark("When did this pain begin?"),
    "trigger": mark("What set it off?"),
    "quality": mark("What does it feel like?"),
    "spreads_to": mark("Where does it spread to?"),
    "pattern": mark("Is it there all the time?"),
    "timing": mark("At what time of day?"),
    "worse_with": mark("What makes it worse?"),
    "better_with": mark("What makes it better?"),
    "relief": mark("How much did a painkiller help?"),
}
FIELDS = (*QUESTIONS, "average")


def answered(pain: Pain) -> int:
    """Return how many of these questions have an answer; the side stands in the title."""
    return sum(getattr(pain, field) not in (None, ()) for field in FIELDS if field != "side")


def answered_words(pain: Pain) -> str:
    """Return how many answers there are in words; empty if none."""
    count = answered(pain)
    return plural("{n} answer", "{n} answers", count) if count else ""
