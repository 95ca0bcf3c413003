"""What the parts of a diary besides its days are called where they could not be read in full."""

from __future__ import annotations

from typing import Final

from diary.i18n import mark, translate
from diary.store.problems import BY_BACKUP, without_way_out

__all__ = ["BY_BACKUP", "LOOK_THROUGH", "part_in_words", "without_way_out"]
_PARTS: Final = {
    "profile": mark("about you"),
    "preferences": mark("the lists of what you follow"),
    "usual": mark("what is usual for you"),
    "contacts": mark("whom to call"),
    "treatments": mark("treatments"),
    "events": mark("visits and events"),
    "quiet_periods": mark("quiet periods"),
    "alert_actions": mark("what you did about what was noticed"),
    "earlier": mark("earlier versions of days, and the bin"),
    "drafts": mark("days that were begun and not saved"),
}
LOOK_THROUGH: Final = mark("Look these through in the diary, and add what you miss.")


def part_in_words(part: str) -> str:
    """Return what a part that ``Salvaged.others`` names is called on the screen."""
    return translate(_PARTS[part])
