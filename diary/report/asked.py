"""How far a "no" carries: one day long ago is not 48 days in a row."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import TYPE_CHECKING

from diary.domain.windows import LAST14
from diary.i18n import format_day, translate
from diary.report.words import days, of_days

if TYPE_CHECKING:
    from collections.abc import Sequence

_OLD = dt.timedelta(days=LAST14.length)
_SELDOM = 4  # asked on fewer than one in so many recorded days


class Asked(Enum):
    """How often a question was answered in a period, and how lately."""

    OFTEN = "often"
    ONCE = "once"
    NOT_LATELY = "not lately"
    SELDOM = "seldom"


def how_asked(dates: Sequence[dt.date], recorded: int, end: dt.date) -> tuple[Asked, str]:
    """Return how often a question was answered, and the words for it.

    Args:
        dates: the days on which it was answered, at least one, oldest first.
        recorded: the recorded days of the period.
        end: its last day.
    """
    last = format_day(dates[-1], "d MMM y")
    if len(dates) == 1:
        return Asked.ONCE, translate("asked on 1 day only, {day}").format(day=last)
    if end - dates[-1] > _OLD:
        words = translate("on {days}, but not asked since {day}")
        return Asked.NOT_LATELY, words.format(days=days(len(dates)), day=last)
    if len(dates) * _SELDOM < recorded:
        words = translate("asked on only {days} recorded, last {day}")
        return Asked.SELDOM, words.format(days=of_days(len(dates), recorded), day=last)
    words = translate("on {days}, last {day}")
    return Asked.OFTEN, words.format(days=days(len(dates)), day=last)
