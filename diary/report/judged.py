"""How far the rules could judge a period at all: silence must not read like a result."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from diary.domain.places import places_of
from diary.i18n import mark
from diary.rules.catalog import RULES
from diary.rules.model import RECORDED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.domain.entry import DayEntry
    from diary.rules.model import AlertReport


class Judged(Enum):
    """What could be judged; the value is what the sheet says where no rule matched."""

    SWITCHED_OFF = mark(
        "The rules of this diary are switched off, so none judged these entries. "
        "This is not an all-clear."
    )
    NOTHING = mark("No rule could judge: not enough days. This is not an all-clear.")
    SINGLE_DAYS = mark(
        "The rules that compare days could not judge: not enough days. "
        "No other rule matched. This is not an all-clear."
    )
    DAYS = mark("No rule matched these entries. This is not an all-clear.")


def how_far(
    report: AlertReport, entries: Sequence[DayEntry], *, known_spread: bool, judging: bool = True
) -> Judged:
    """Return how far the rules could judge the entries of a period.

    Args:
        report: the alerts, and the rules that had too few days.
        entries: of the period.
        known_spread: whether bone metastases are known, as some rules then need other days.
        judging: False where she switched the rules off as a whole.
    """
    if not judging:
        return Judged.SWITCHED_OFF
    if all(entry.pains is None and entry.signs is None for entry in entries):
        return Judged.NOTHING
    hurting = {pain.region for entry in entries for pain in entry.pains or () if pain.worst != 0}
    needing = {
        (rule.id, place)
        for rule in RULES
        # A rule of medicines or of function may judge where hardly a day of pain was recorded.
        if rule.counted == RECORDED and rule.needs(known_spread=known_spread)
        for place in places_of(*rule.classes)
        if place in hurting
    }
    lacking = {(one.rule, one.place) for one in report.not_enough_days}
    return Judged.SINGLE_DAYS if needing and needing <= lacking else Judged.DAYS
